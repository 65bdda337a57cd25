"""A workbook on the page: what it would change is shown, then saved; what became wrong meanwhile saves nothing."""

import io

import openpyxl
import pytest

from db.actions.vragen import add_vraag, remove_vraag
from db.engine import read_session
from db.queries.formulier import formulier
from db.queries.vragen import vraag_antwoorden, vragen
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.formulier_workbook import workbook
from landkaart.rapport.herkomst import Herkomst
from tests.steps.drive import texts, visit
from tests.steps.perform import perform

NOW, FIRST = Tertaal(2009, 3), catalogus().codes[0]
HERE = {"werkplein": "harderwijk", "tertaal": NOW}


def filled(**cells):
    """The workbook of Harderwijk as it is now, with these cells."""
    with read_session() as session:
        form, asked = formulier(session=session, **HERE), vragen(session=session, tertaal=NOW)
        made = workbook(form, asked, vraag_antwoorden(session=session, **HERE), Herkomst({}))
    book = openpyxl.load_workbook(io.BytesIO(made))
    for place, value in cells.items():
        book.active[place] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def offered(data):
    """The page after its manager gave this file."""
    at = visit("invullen", rol="werkplein", werkpleinen=["harderwijk"])
    at.session_state["werkmap-harderwijk-2009-3"] = True
    at.run()
    at.file_uploader[0].upload("ingevuld.xlsx", data).run()
    return at


def save(at):
    at.button(key="werkmap-harderwijk-2009-3-opslaan").click().run()
    return at


def said(at):
    """What the page says, as it is read."""
    return texts(at).replace("\\", "")


def kept():
    with read_session() as session:
        return formulier(session=session, **HERE).now.banden


@pytest.fixture
def vraag(landkaart_2009):
    return perform(add_vraag, tertaal=NOW, tekst="Lukt het?")


def test_what_it_would_change_is_shown_and_then_saved(landkaart_2009):
    at = offered(filled(D5="Volledig"))
    assert "Er verandert 1 onderdeel. Er is nog niets opgeslagen." in said(at)
    assert kept() == {}

    assert "1 opgeslagen. Indienen doet u zelf." in said(save(at))
    assert kept() == {FIRST: Band.VOLLEDIG}


def test_what_became_wrong_since_it_was_shown_is_said_and_nothing_is_saved(vraag):
    at = offered(filled(D5="Volledig", D19="Ja"))
    assert "Er veranderen 2 onderdelen." in said(at)

    perform(remove_vraag, tertaal=NOW, code=vraag)

    assert "Er klopt iets niet in het bestand; er is niets opgeslagen." in said(save(at))
    assert kept() == {}
