"""From whom to learn and what was agreed, as tables and sentences."""

from datetime import UTC, date, datetime

from landkaart.domein.afspraak import Afspraak, AfspraakStatus
from landkaart.domein.band import Band
from landkaart.domein.leren import Ring, Voorbeeld
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import leren
from tests.steps.factories import beeld, row_with, stand

TODAY, MADE = date(2009, 12, 1), datetime(2009, 11, 1, tzinfo=UTC)
NAMEN = {"assen": "Assen", "breda": "Breda"}
CAME = Voorbeeld("assen", Ring.PROVINCIE, 12.6, 29, Band.NIET, Tertaal(2009, 1), Tertaal(2009, 2))
NEAR = Voorbeeld("breda", Ring.ELDERS, 101.4, 14)


def afspraak(number=1, status=AfspraakStatus.OPEN, wanneer=TODAY, mijlpaal=None, met=None):
    said = {"wat": f"Zaak {number}", "wie": "Jo", "wanneer": wanneer, "status": status}
    return Afspraak(number, "assen", mijlpaal, met, **said, door="Jan", gemaakt_op=MADE, gewijzigd_op=MADE)


def records(table):
    """None for what is missing."""
    return [{name: None if value != value else value for name, value in row.items()} for row in table.to_dict("records")]


def test_an_example_says_whence_it_came_and_one_that_is_only_near_does_not():
    found = leren.voorbeelden_table(beeld(stand(assen="3", breda="3"), namen=NAMEN), [CAME, NEAR])

    assert records(found) == [
        {"naam": "Assen", "waar": "zelfde provincie", "km": 13, "was": "▼ Niet in 2009-1", "sinds": "2009-2", "verschil": 2},
        {"naam": "Breda", "waar": "andere provincie", "km": 101, "was": None, "sinds": None, "verschil": 1},
    ]


def test_without_examples_or_afspraken_the_headings_are_there():
    nobody = beeld(stand(assen="3"))

    assert list(leren.voorbeelden_table(nobody, []).columns) == ["naam", "waar", "km", "was", "sinds", "verschil"]
    assert list(leren.weak_mijlpalen_table(nobody, "assen", 3).columns) == [
        "mijlpaal",
        "band",
        "voorbeelden",
        "op_100",
        "fase",
    ]
    assert list(leren.afspraken_table([], {}, TODAY).columns) == ["status", "wanneer", "wat", "wie", "met", "mijlpaal"]
    assert leren.afspraken_file([], {}, TODAY).empty


def test_the_weak_mijlpalen_stand_weakest_first_with_how_many_solved_them():
    then = stand(assen="0", breda="1", delft="1")
    now = stand(assen=row_with("3", ketenjaarplan=2, integrale_teams=0), breda="3", delft=row_with("3", ketenjaarplan=1))

    assert records(leren.weak_mijlpalen_table(beeld(now, {Tertaal(2009, 1): then}), "assen", 1)) == [
        {"mijlpaal": "Integrale teams", "band": "▼ Niet", "voorbeelden": 2, "op_100": 2, "fase": "Realiseren"},
        {
            "mijlpaal": "Ketenjaarplan vastgesteld",
            "band": "● Gedeeltelijk",
            "voorbeelden": 1,
            "op_100": 1,
            "fase": "Ketenjaarplan maken",
        },
    ]


def test_an_afspraak_is_late_from_the_day_after_its_day():
    found = [afspraak(1, wanneer=date(2009, 11, 30)), afspraak(2, mijlpaal="ketenjaarplan", met="breda")]

    assert records(leren.afspraken_table(found, NAMEN, TODAY)) == [
        {
            "status": "Over tijd",
            "wanneer": "30 november 2009",
            "wat": "Zaak 1",
            "wie": "Jo",
            "met": None,
            "mijlpaal": None,
        },
        {
            "status": "Open",
            "wanneer": "1 december 2009",
            "wat": "Zaak 2",
            "wie": "Jo",
            "met": "Breda",
            "mijlpaal": "Ketenjaarplan vastgesteld",
        },
    ]
    assert [row["over_tijd"] for row in records(leren.afspraken_file(found, NAMEN, TODAY))] == ["ja", "nee"]
