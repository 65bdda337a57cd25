"""What came in after a closing becomes another edition; the first keeps its figures, its files and its address."""

import json
from datetime import timedelta

import pytest

from db.actions.momentopnamen import reissue
from db.actions.werkpleinen import close_werkplein
from db.engine import read_session
from db.queries.heruitgaven import changed_since_last, holding_editions
from db.queries.momentopnamen import edities, version_then
from db.queries.tertaalbeeld import tertaalbeeld
from landkaart.domein.band import Band
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.momentopname import Heruitgegeven
from landkaart.domein.rollen import Rol
from landkaart.rapport.files import files_of, workbook_name
from landkaart.rapport.momentopname import editions_table, frozen_text, other_text
from tests.steps.factories import GEMAAKT
from tests.steps.momentopnamen import SECOND, submit_late, take
from tests.steps.perform import perform
from tests.steps.small_landkaart import AKO, NU, SLUIT, everything, keep_person, log, submit_all

MONTH = SLUIT + timedelta(30)


@pytest.fixture(autouse=True)
def closed(small_landkaart, set_clock) -> None:
    """Assen submitted in time, and is frozen at Niet; Breda never did."""
    keep_person(AKO, Rol.AKO)
    submit_all(Band.NIET)
    set_clock(SLUIT + SECOND)
    take()
    set_clock(MONTH)


def beeld(editie=None):
    with read_session() as session:
        return tertaalbeeld(session=session, tertaal=NU, editie=editie)


def again(reden="Assen had uitstel.", by=AKO) -> int:
    return perform(reissue, by, tertaal=NU, reden=reden)


def asked(question):
    with read_session() as session:
        return question(session=session, tertaal=NU)


def test_what_came_in_late_counts_in_the_second_edition_and_the_first_keeps_its_bytes():
    published = dict(files_of(beeld(), GEMAAKT))
    submit_late(Band.VOLLEDIG)

    assert again() == 2

    assert dict(files_of(beeld(), GEMAAKT)) == published
    assert [beeld(editie).stand.scores().to_dict() for editie in (None, 1, 2)] == [
        {"assen": 0.0}, {"assen": 0.0}, {"assen": 100.0},
    ]  # fmt: skip
    assert (workbook_name(beeld()), workbook_name(beeld(2))) == ("landkaart-2009-2.xlsx", "landkaart-2009-2-editie-2.xlsx")
    assert asked(holding_editions) == [1, 2]
    with read_session() as session:
        assert version_then(session=session, werkplein="assen", tertaal=NU) == 1


def test_both_editions_say_what_differs_with_a_reason_and_by_whom():
    submit_late(Band.VOLLEDIG)
    again()
    first, second = beeld(), beeld(2)

    made = "Editie 2 is gemaakt op 1 oktober 2009 door iemand van het AKO: Assen had uitstel."
    said = f"{made} 1 werkplein staat daarin anders dan in editie 1."
    assert [other_text(first), other_text(second)] == [said, said]
    assert editions_table(first)[["naam", "deze", "andere"]].to_numpy().tolist() == [["Assen", 0, 100]]
    assert editions_table(second)[["naam", "deze", "andere"]].to_numpy().tolist() == [["Assen", 100, 0]]
    fixed = "Vastgesteld bij de sluiting op 31 augustus 2009 om 24:00 uur"
    late = "editie 2 van 1 oktober 2009, met wat na de sluiting binnenkwam: Assen had uitstel."
    assert [frozen_text(first), frozen_text(second)] == [fixed, f"{fixed} ({late})"]
    assert second.heruitgave == Heruitgegeven(MONTH, AKO.naam, "Assen had uitstel.")


def test_who_never_submitted_and_did_late_is_there_in_the_second_alone():
    submit_late(Band.GEDEELTELIJK, "breda")
    again("Breda was vergeten.")

    assert (list(beeld().stand.bands.index), list(beeld(2).stand.bands.index)) == (["assen"], ["assen", "breda"])
    assert beeld(2).andere.gewijzigd == ("breda",)


def test_a_third_edition_stands_beside_the_second_and_the_first_beside_the_third():
    submit_late(Band.VOLLEDIG)
    again()
    submit_late(Band.GEDEELTELIJK, "breda")
    assert asked(changed_since_last) == ("breda",)

    assert again("Ook Breda.") == 3

    beside = {editie: (beeld(editie).andere.editie, beeld(editie).andere.gewijzigd) for editie in (1, 2, 3)}
    assert beside == {1: (3, ("assen", "breda")), 2: (1, ("assen",)), 3: (2, ("breda",))}
    assert asked(changed_since_last) == ()


def test_the_log_and_the_list_of_editions_name_it():
    submit_late(Band.VOLLEDIG)
    again()

    [line] = [json.loads(nieuw) for handeling, nieuw in log("handeling", "nieuw") if handeling == "heruitgave"]
    assert line == {"editie": 2, "reden": "Assen had uitstel.", "gewijzigd": ["assen"]}
    with read_session() as session:
        found = edities(session=session)
    assert [(each.nummer, each.heruitgave and each.heruitgave.reden) for each in found] == [
        (1, None),
        (2, "Assen had uitstel."),
    ]


def test_who_closed_afterwards_counts_in_both_as_at_the_closing():
    submit_late(Band.VOLLEDIG)
    perform(close_werkplein, code="breda", tot=SLUIT.date() + timedelta(10))

    again()

    assert set(beeld().ingediend_op) == set(beeld(2).ingediend_op) == {"assen", "breda"}


@pytest.mark.parametrize(
    ("reden", "late", "sentence"),
    [
        ("Zo maar.", False, "Sinds de laatste editie van 2009-2 is er niets gewijzigd."),
        (" ", True, "Schrijf in het kort waarom."),
    ],
)
def test_without_a_change_or_a_reason_there_is_no_other_edition(reden, late, sentence):
    if late:
        submit_late(Band.VOLLEDIG)
    before = everything()

    with pytest.raises(OngeldigeInvoer) as error:
        again(reden)

    assert sentence.rstrip(".") in str(error.value)
    assert everything() == before


def test_before_the_closing_there_is_nothing_to_add_to(set_clock):
    set_clock(SLUIT - SECOND)

    with pytest.raises(OngeldigeInvoer, match="De sluiting van 2009-2 is nog niet voorbij"):
        again()
