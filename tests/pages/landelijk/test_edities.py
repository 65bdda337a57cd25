"""A second edition on the pages: made at Uitvraag, chosen and marked at Landelijk beeld, at an address of its own."""

from db.actions.aanleveringen import import_aanlevering
from db.engine import read_session
from db.queries.heruitgaven import holding_editions
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.aanlevering import Aanlevering
from pages.shared.visit import BLAD
from tests.steps.accounts import sign_in_as
from tests.steps.drive import field, texts, visit
from tests.steps.factories import invulling_record
from tests.steps.perform import perform

CLOSED = Tertaal(2009, 2)


def come_in_late(code="alkmaar", bands="3"):
    record = invulling_record(code, CLOSED, bands)
    perform(import_aanlevering, aanlevering=Aanlevering(invullingen=(record,)), na_sluiting=True)


def make_edition(at):
    place = "heruitgave-2009-2"
    field(at, f"{place}-reden-0").input("Alkmaar had *uitstel*.")
    field(at, f"{place}-knop-0").click()
    return at.run()


def editions():
    with read_session() as session:
        return holding_editions(session=session, tertaal=CLOSED)


def test_what_came_in_late_is_made_into_a_second_edition_and_marked_in_both(landkaart_2009):
    by = sign_in_as("ako", naam="Iemand van het AKO")
    before = texts(visit("landelijk", tertaal="2009-2"))
    come_in_late()
    at = visit("uitvraag", sessie=by.sessie_id, uitvraag="2009-2")
    assert "1 werkplein staat nu anders (Alkmaar)" in texts(at)

    make_edition(at)

    assert editions() == [1, 2]
    first, second = (visit("landelijk", tertaal="2009-2", editie=editie) for editie in ("1", "2"))
    for shown in (first, second):
        said = texts(shown).replace("\\", "")
        assert "door Iemand van het AKO: Alkmaar had *uitstel*. 1 werkplein staat daarin anders dan in editie 1." in said
    assert "Van 2009-2 staat hier editie 1;" in texts(first)
    assert "Van 2009-2 staat hier editie 2;" in texts(second)
    lead = next(line for line in before.splitlines() if line.startswith("In 2009-2 "))
    assert lead in texts(first)
    assert "editie=2" not in texts(first)
    assert "/download/2009-2/landkaart-2009-2-editie-2.xlsx?editie=2" in texts(second)
    # So that a print says of which of the two it is.
    assert [at.session_state[BLAD].editie for at in (first, second)] == [None, 2]


def test_while_nothing_came_in_late_no_edition_is_offered(landkaart_2009):
    at = visit("uitvraag", rol="ako", uitvraag="2009-2")

    assert not [each for each in at.button if each.label == "Editie maken"]
    assert "Editie" not in texts(visit("landelijk", tertaal="2009-2"))
