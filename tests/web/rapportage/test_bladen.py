"""The sheets of all werkpleinen in one zip, by its address and sheet by sheet."""

import io
import zipfile

import pypdf
import pytest

from db.engine import read_session
from db.queries.tertaalbeeld import tertaalbeeld
from db.queries.werkpleinblad import alle_bladen
from landkaart.domein.rechten import operator
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.werkpleinblad import Bladen
from landkaart.rapport.rapportage.maker import Maker
from landkaart.rapport.werkpleinblad import making
from landkaart.rapport.werkpleinblad.making import BladenSoort, make_bladen
from landkaart.web.rapportage import bladen
from landkaart.web.rapportage.bladen import mark_of_bladen
from tests.steps.visitors import browser_of

NU = Tertaal(2009, 2)
URL = "/download/2009-2/werkpleinbladen.zip"


class InThisProcess:
    """Makes without Typst, and counts how often."""

    def __init__(self):
        self.asked = 0

    def make(self, found):
        self.asked += 1
        return make_bladen(found)


@pytest.fixture
def maker(landkaart_2009, monkeypatch):
    made = InThisProcess()
    monkeypatch.setattr(bladen, "MAKER", made)
    monkeypatch.setattr(making, "werkpleinblad", lambda found: found.code.encode())
    return made


def read(beeld=None):
    with read_session() as session:
        return alle_bladen(session=session, by=operator(), beeld=beeld or tertaalbeeld(session=session, tertaal=NU))


def opened(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_zip_has_the_sheet_of_everybody_with_a_stand_by_name(maker):
    answer = browser_of("ako").get(URL)

    found = opened(answer.content)
    assert answer.headers["content-disposition"] == 'attachment; filename="werkpleinbladen-2009-2.zip"'
    assert len(found) == 125
    assert [list(found)[0], list(found)[-1]] == ["werkplein-2009-2-alkmaar.pdf", "werkplein-2009-2-zwolle.pdf"]
    assert found["werkplein-2009-2-assen.pdf"] == b"assen"


def test_it_is_made_once_for_all_who_ask_until_something_changes(maker):
    one, two = (browser_of("ako").get(f"{URL}?merk={mark_of_bladen(NU)}").content for _ in range(2))

    assert one == two
    # The second account is itself a change of the log.
    assert maker.asked == 2


def test_the_mark_of_those_of_another_tertaal_brings_none_of_them(maker):
    ako = browser_of("ako")
    ako.get(URL.replace("2009-2", "2009-1"))

    found = opened(ako.get(f"{URL}?merk={mark_of_bladen(Tertaal(2009, 1))}").content)

    assert {name.rpartition("-")[0][:16] for name in found} == {"werkplein-2009-2"}


@pytest.mark.parametrize("rol", ["lezer", "werkplein", "beheer"])
def test_only_the_ako_has_it(maker, rol):
    assert browser_of(rol).get(URL).status_code == 403


@pytest.mark.parametrize("tertaal", ["2031-1", "x"])
def test_of_a_tertaal_without_a_stand_there_is_none(maker, tertaal):
    answer = browser_of("ako").get(URL.replace("2009-2", tertaal))

    assert (answer.status_code, maker.asked) == (404, 0)


def test_each_sheet_is_a_step_and_the_process_of_its_own_makes_them(landkaart_2009):
    of_two = Bladen([each for each in read().bladen if each.code in ("assen", "venlo")])
    own = Maker()
    try:
        *steps, last = own.make(of_two)
    finally:
        own.stop()

    assert [(each.wat, each.klaar, each.van) for each in steps] == [
        ("Blad van Assen gemaakt", 1, 3),
        ("Blad van Venlo gemaakt", 2, 3),
    ]
    found = opened(last.bestand)
    assert last.soort is BladenSoort.ZIP
    assert [pypdf.PdfReader(io.BytesIO(each)).metadata.title for each in found.values()] == [
        "Assen in 2009-2",
        "Venlo in 2009-2",
    ]
