import io
import zipfile

import pytest

from landkaart.rapport.rapportage.making import MaakStap, RapportSoort
from landkaart.web.downloads import archief
from landkaart.web.rapportage import jobs
from tests.steps.visitors import browser, browser_of

PATH = "/download/2009-2/archief.zip"


class ReadyMaker:
    def make(self, found):
        yield from (MaakStap("klaar", 3, 3, soort, soort.value.encode()) for soort in RapportSoort)


@pytest.fixture(autouse=True)
def no_drawing(monkeypatch):
    monkeypatch.setattr(jobs, "MAKER", ReadyMaker())
    # What other tests had made is not at hand here.
    monkeypatch.setattr(archief, "JOBS", jobs.Jobs())


def test_the_ako_has_the_archive_of_an_edition_with_the_report_as_pdf(landkaart_2009):
    answer = browser_of("ako").get(f"{PATH}?editie=1")

    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/zip")
    assert answer.headers["content-disposition"] == 'attachment; filename="archief-2009-2.zip"'
    assert answer.headers["cache-control"] == "no-store"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        assert packed.read("rapport-2009-2.pdf") == b"pdf"
        assert "tabellen/kengetallen.csv" in packed.namelist()


def test_it_is_the_same_bytes_each_time(landkaart_2009):
    assert browser_of("ako").get(PATH).content == browser_of("ako").get(PATH).content


@pytest.mark.parametrize("rol", ["lezer", "werkplein", "beheer"])
def test_who_is_not_of_the_ako_has_none(landkaart_2009, rol):
    answer = browser_of(rol).get(PATH)

    assert (answer.status_code, answer.text) == (403, "U mag geen rapport maken.")
    assert browser().get(PATH).status_code == 401


@pytest.mark.parametrize("path", ["2031-1/archief.zip", "2009-2/archief.zip?editie=2"])
def test_what_there_is_not_is_said_in_a_sentence(landkaart_2009, path):
    answer = browser_of("ako").get(f"/download/{path}")

    assert answer.status_code == 404
    assert "Ga terug naar Rapportage" in answer.text


@pytest.mark.parametrize("path", ["2009-2/archief.zip?levend=ja", "2009-3/archief.zip"])
def test_of_what_is_not_fixed_there_is_none(landkaart_2009, path):
    answer = browser_of("ako").get(f"/download/{path}")

    assert answer.status_code == 404
    assert answer.text.startswith(f"Tertaal {path[:6]} is niet vastgesteld.")
