"""The page around the form: which form it is, for whom, and what it is given. The form itself: `tests/browser/invullen`."""

from datetime import UTC, datetime

import pytest

from db import models
from db.actions.invullingen import save_answer
from db.actions.uitvragen import make_uitvraag
from db.actions.uitzonderingen import give_uitstel
from db.engine import write_session
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.planning import Planning
from landkaart.domein.tertaal import Tertaal
from pages.shared.notices import RECONSTRUCTED_BEFORE
from tests.steps.accounts import session_of
from tests.steps.drive import form_of, texts, visit
from tests.steps.moments import move_to
from tests.steps.perform import perform

NOW, NEXT = Tertaal(2009, 3), Tertaal(2010, 1)
SLUIT = datetime(2009, 12, 31, 23, tzinfo=UTC)


def fill_in(*werkpleinen, **address):
    """The page for somebody who holds these."""
    return visit("invullen", rol="werkplein", werkpleinen=werkpleinen, **address)


def list_of(at):
    """The table of werkpleinen, as HTML."""
    return at.get("html")[-1].proto.body


def test_the_form_is_given_the_14_with_their_sentences_and_what_was_said_last_time(landkaart_2009):
    _, data = form_of(fill_in("harderwijk"))

    given = [mijlpaal for fase in data["fasen"] for mijlpaal in fase["mijlpalen"]]
    assert data["api"] == "/api/invullen/harderwijk/2009-3"
    assert [mijlpaal["code"] for mijlpaal in given] == list(catalogus().codes)
    for mijlpaal, known in zip(given, catalogus().mijlpalen, strict=True):
        assert [band["zin"] for band in mijlpaal["banden"]] == [known.sentence(band) for band in Band]
        assert mijlpaal["vorige"]["tertaal"] == "2009-2"
    assert data["reconstructie"] == RECONSTRUCTED_BEFORE
    assert "state" not in data


def test_who_fills_in_changes_nothing_that_the_page_sends(landkaart_2009):
    sessie = session_of("werkplein", ["harderwijk"])
    before = form_of(visit("invullen", sessie=sessie))

    perform(save_answer, werkplein="harderwijk", tertaal=NOW, mijlpaal="ketenjaarplan", band=Band.VOLLEDIG)

    assert form_of(visit("invullen", sessie=sessie)) == before


def test_of_another_account_or_werkplein_it_is_another_form(landkaart_2009):
    one, other, elsewhere = (fill_in("harderwijk"), fill_in("harderwijk"), fill_in("assen"))
    keys = {form_of(at)[0] for at in (one, other, elsewhere)}
    accounts = {form_of(at)[1]["account"] for at in (one, other)}

    assert len(keys) == 3
    assert len(accounts) == 2


def test_who_holds_two_werkpleinen_sees_how_far_each_is_and_until_when(landkaart_2009):
    perform(save_answer, werkplein="assen", tertaal=NOW, mijlpaal="ketenjaarplan", band=Band.VOLLEDIG)

    at = fill_in("harderwijk", "assen")

    assert not at.selectbox
    assert "U vult in voor 2 werkpleinen. Kies er een." in texts(at)
    assert '<a href="/invullen?werkplein=assen&ronde=2009-3" target="_self">Assen</a>' in list_of(at)
    assert "1 van 14 beoordeeld; invullen en indienen kan tot 31 december 2009 om 24:00 uur." in list_of(at)
    assert "0 van 14 beoordeeld" in list_of(at)


def test_a_link_chooses_among_ones_own_werkpleinen_only(landkaart_2009):
    assert form_of(fill_in("harderwijk", "assen", werkplein="assen"))[1]["api"] == "/api/invullen/assen/2009-3"
    assert "Kies er een." in texts(fill_in("harderwijk", "assen", werkplein="delft"))


def test_who_chose_one_can_go_on_to_another(landkaart_2009):
    at = fill_in("harderwijk", "assen", werkplein="assen")

    at.selectbox(key="werkplein").select("harderwijk").run()

    assert form_of(at)[1]["api"] == "/api/invullen/harderwijk/2009-3"


def test_who_holds_one_werkplein_is_asked_nothing_whatever_a_link_says(landkaart_2009):
    at = fill_in("harderwijk", werkplein="delft")

    assert at.title[0].value == "Invullen: Harderwijk"
    assert not at.selectbox
    assert form_of(at)[1]["api"] == "/api/invullen/harderwijk/2009-3"


def test_a_werkplein_that_never_came_has_nothing_of_last_time(landkaart_2009):
    _, data = form_of(fill_in("delft"))

    assert {mijlpaal["vorige"] for fase in data["fasen"] for mijlpaal in fase["mijlpalen"]} == {None}
    assert data["reconstructie"] is None


@pytest.mark.parametrize("rol", ["beheer", "lezer"])
def test_only_a_werkplein_and_the_ako_have_the_page(landkaart_2009, rol):
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        visit("invullen", rol=rol)


def test_after_the_closing_the_form_is_still_there_to_be_read(landkaart_2009, set_clock):
    move_to(SLUIT, set_clock)

    at = fill_in("harderwijk")

    assert form_of(at)[1]["api"] == "/api/invullen/harderwijk/2009-3"
    assert [expander.label for expander in at.expander] == ["Ingediende versies"]


def test_without_any_uitvraag_there_is_nothing_to_fill_in_yet(landkaart_2009):
    with write_session() as session:
        session.connection().execute(models.Uitvraag.__table__.delete())

    assert "Er is nog geen uitvraag. Zodra het AKO er een opent, kunt u hier invullen." in texts(fill_in("harderwijk"))


def test_with_uitstel_into_the_next_uitvraag_both_can_be_filled_in(landkaart_2009, set_clock):
    perform(make_uitvraag, tertaal=NEXT, planning=Planning.usual(NEXT), vragen_aan=None)
    tot = datetime.fromisoformat("2010-03-20T00:00")
    perform(give_uitstel, werkplein="harderwijk", tertaal=NOW, tot=tot, reden="Ziekte.")
    move_to(datetime(2010, 3, 16, tzinfo=UTC), set_clock)

    at = fill_in("harderwijk")
    assert form_of(at)[1]["api"].endswith("2009-3")
    at.get_by_key("ronde-harderwijk").set_value("2010-1, tot 30 april 2010 om 24:00 uur").run()

    assert form_of(at)[1]["api"].endswith("2010-1")
    assert form_of(fill_in("harderwijk", ronde="2009-3"))[1]["api"].endswith("2009-3")
