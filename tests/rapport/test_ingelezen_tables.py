"""What files would change, as a reader sees it."""

from datetime import UTC, date, datetime

from landkaart.domein.band import Band
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.ingelezen import Anders, Ingelezen, Rij
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.ingelezen_tables import changes_table, counts_table

NU = Tertaal(2009, 2)
SLUIT = datetime(2009, 8, 31, 22, tzinfo=UTC)
FOUND = {
    "werkpleinen": Ingelezen(gewijzigd=[Rij("Assen", None, (Anders("actief_tot", None, date(2010, 1, 1)),))]),
    "uitvragen": Ingelezen(gewijzigd=[Rij("2009-2", None, (Anders("sluit", SLUIT, SLUIT.replace(day=30)),))]),
    "vragen": Ingelezen(),
    "accounts": Ingelezen(
        nieuw=[Rij("jo@uwv.nl", None, (Anders("rol", None, "werkplein"), Anders("werkpleinen", None, ["assen", "ede"])))]
    ),
    "ako_indicatie": Ingelezen(gewijzigd=[Rij("Ede", NU, (Anders("indicatie", "niet", Indicatie.DIT_JAAR.value),))]),
    "scores": Ingelezen(
        nieuw=[Rij("Breda", NU, (Anders("ketenjaarplan", None, Band.GEDEELTELIJK),))],
        gewijzigd=[
            Rij(
                "Ede",
                NU,
                (
                    Anders("ketenjaarplan", Band.NIET, Band.VOLLEDIG),
                    Anders("toelichting bij ketenjaarplan", None, "Klaar."),
                ),
            )
        ],
        gelijk=3,
    ),
}


def test_of_each_kind_it_counts_what_is_new_what_changes_and_what_is_the_same():
    assert counts_table(FOUND).to_numpy().tolist() == [
        ["werkpleinen", 0, 1, 0],
        ["uitvragen", 0, 1, 0],
        ["accounts", 1, 0, 0],
        ["AKO-indicaties", 0, 1, 0],
        ["invullingen", 1, 1, 3],
    ]


def test_each_thing_that_becomes_another_is_a_row_in_the_words_of_a_reader():
    assert changes_table(FOUND).fillna("").to_numpy().tolist() == [
        ["werkplein", "", "Assen", "actief tot", "–", "1 januari 2010"],
        ["uitvraag", "", "2009-2", "sluit", "31 augustus 2009 om 24:00 uur", "30 augustus 2009 om 24:00 uur"],
        ["account", "", "jo@uwv.nl", "nieuw", "", "rol: werkplein, werkpleinen: assen, ede"],
        ["AKO-indicatie", "2009-2", "Ede", "indicatie", "haalt het niet", "haalt het dit jaar"],
        ["invulling", "2009-2", "Ede", "Ketenjaarplan vastgesteld", "Niet", "Volledig"],
        ["invulling", "2009-2", "Ede", "toelichting bij Ketenjaarplan vastgesteld", "–", "Klaar."],
        ["invulling", "2009-2", "Breda", "nieuw", "", "Ketenjaarplan vastgesteld: Gedeeltelijk"],
    ]


def test_when_nothing_changes_both_are_empty():
    assert len(counts_table({"vragen": Ingelezen()})) == len(changes_table({"vragen": Ingelezen()})) == 0


def test_what_is_empty_is_empty_text():
    """Else Arrow takes a column in which nothing stands for another kind than the next time."""
    only_new = changes_table({"scores": Ingelezen(nieuw=[Rij("Breda", NU)])})

    assert set(map(str, only_new.dtypes)) == {"str"}
