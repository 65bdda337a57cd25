import pytest

from landkaart.rapport.rapportage.making import MaakStap, RapportSoort
from landkaart.web.downloads import rapport
from landkaart.web.rapportage import jobs
from tests.steps.visitors import browser, browser_of

MADE = {RapportSoort.WORD: b"word", RapportSoort.PDF: b"pdf", RapportSoort.HTML: b"html"}


class ReadyMaker:
    def make(self, found):
        yield from (MaakStap("klaar", 3, 3, soort, content) for soort, content in MADE.items())


@pytest.fixture(autouse=True)
def no_drawing(monkeypatch):
    monkeypatch.setattr(jobs, "MAKER", ReadyMaker())
    # What other tests had made is not at hand here.
    monkeypatch.setattr(rapport, "JOBS", jobs.Jobs())


@pytest.mark.parametrize("soort", RapportSoort, ids=lambda soort: soort.value)
def test_the_ako_has_each_file_under_its_own_name(landkaart_2009, soort):
    answer = browser_of("ako").get(f"/download/2009-2/rapport.{soort.value}")

    assert (answer.status_code, answer.content) == (200, MADE[soort])
    assert answer.headers["content-disposition"] == f'attachment; filename="rapport-2009-2.{soort.value}"'
    assert answer.headers["content-type"] == soort.media
    assert answer.headers["cache-control"] == "no-store"


def test_of_what_is_not_fixed_the_name_says_so(landkaart_2009):
    answer = browser_of("ako").get("/download/2009-2/rapport.pdf?levend=ja")

    assert answer.headers["content-disposition"] == 'attachment; filename="rapport-2009-2-voorlopig.pdf"'


@pytest.mark.parametrize("over", ["rapport 2009-1 1", "rapport 2009-2 levend", "bladen 2009-2"])
def test_the_mark_of_something_else_brings_nothing_of_it(landkaart_2009, over):
    other = jobs.RapportWerk("merk", over)
    other.bestanden[RapportSoort.PDF] = b"something else"
    rapport.JOBS.known["merk"] = other

    answer = browser_of("ako").get("/download/2009-2/rapport.pdf?merk=merk")

    assert (answer.status_code, answer.content) == (200, b"pdf")


@pytest.mark.parametrize("rol", ["lezer", "werkplein", "beheer"])
def test_who_is_not_of_the_ako_has_none(landkaart_2009, rol):
    answer = browser_of(rol).get("/download/2009-2/rapport.pdf")

    assert (answer.status_code, answer.text) == (403, "U mag geen rapport maken.")
    assert browser().get("/download/2009-2/rapport.pdf").status_code == 401


@pytest.mark.parametrize(
    "path", ["2031-1/rapport.pdf", "2009-4/rapport.pdf", "2009-2/rapport.pdf?editie=2", "2009-2/rapport.odt"]
)
def test_what_there_is_not_is_said_in_a_sentence(landkaart_2009, path):
    answer = browser_of("ako").get(f"/download/{path}")

    assert answer.status_code == 404
    assert "Ga terug naar" in answer.text
