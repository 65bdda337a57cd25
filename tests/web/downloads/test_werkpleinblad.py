"""The sheet of a werkplein as it goes out, and the page as the referee of its figures."""

import pytest

from tests.steps.drive import visit
from tests.steps.rapport_files import text_of_pdf
from tests.steps.visitors import browser, browser_of

URL = "/download/2009-2/werkpleinblad.pdf?werkplein={}"


def test_it_goes_out_as_a_pdf_under_its_own_name(landkaart_2009):
    answer = browser_of("lezer").get(URL.format("venlo"))

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == 'attachment; filename="werkplein-2009-2-venlo.pdf"'


@pytest.mark.parametrize("werkplein", ["zutphen", "harderwijk", "assen", "amsterdam-zuid-oudwest"])
def test_its_figures_are_those_of_the_page(landkaart_2009, werkplein):
    page = visit("werkplein", werkplein=werkplein, tertaal="2009-2")
    said = text_of_pdf(browser_of("lezer").get(URL.format(werkplein)).content)

    assert len(page.metric) == 4
    for metric in page.metric:
        assert metric.value in said
    [lead] = [each.value for each in page.markdown if "staat in 2009-2 op **" in each.value]
    place = lead.partition("plaats **")[2].partition("**")[0]
    assert f"plaats {place}" in said


@pytest.mark.parametrize(("rol", "there"), [("ako", True), ("lezer", False)])
def test_the_afspraken_are_there_for_who_sees_them_on_the_page(landkaart_2009, rol, there):
    said = text_of_pdf(browser_of(rol).get(URL.format("venlo")).content)

    assert ("Er zijn nog geen afspraken vastgelegd." in said) is there


@pytest.mark.parametrize("werkplein", ["", "onbekend", "%00"])
def test_of_who_has_no_stand_there_is_none(landkaart_2009, werkplein):
    answer = browser_of("ako").get(URL.format(werkplein))

    assert answer.status_code == 404
    assert answer.text.startswith("Van dit werkplein is in dit tertaal geen blad te maken.")


def test_who_is_not_in_gets_nothing(landkaart_2009):
    assert browser().get(URL.format("venlo")).status_code != 200
