"""What stands out as a file, for who may ask about it."""

import pytest

from tests.steps.visitors import browser, browser_of, csv_rows

FILE = "/download/2009-2/plausibiliteit.csv"
pytestmark = pytest.mark.usefixtures("landkaart_2009")


def test_it_has_a_row_for_each_reason():
    answer = browser_of("ako").get(FILE)

    assert answer.headers["content-disposition"] == 'attachment; filename="plausibiliteit-2009-2.csv"'
    rows = csv_rows(answer)
    assert {"code": "assen", "naam": "Assen", "score": "100", "regel": "alles_gelijk"}.items() <= rows[0].items()
    assert len(rows) == 5


def test_one_rule_alone():
    answer = browser_of("ako").get(f"{FILE}?regel=tegenstrijdig")

    assert {row["regel"] for row in csv_rows(answer)} == {"tegenstrijdig"}
    [pair] = {row["mijlpalen"] for row in csv_rows(answer)}
    assert pair.count(";") == 1


@pytest.mark.parametrize(("path", "status"), [(f"{FILE}?regel=onzin", 404), (FILE.replace("2009-2", "2009-9"), 404)])
def test_what_there_is_not_is_a_sentence(path, status):
    answer = browser_of("ako").get(path)

    assert answer.status_code == status
    assert "<" not in answer.text


@pytest.mark.parametrize("rol", ["lezer", "werkplein", "beheer"])
def test_who_may_not_ask_does_not_get_it(rol):
    assert browser_of(rol).get(FILE).status_code == 403


def test_nor_does_a_stranger():
    assert browser().get(FILE).status_code == 401
