"""Long lists are cut into pages: a rerun does not send thousands of rows along."""

from pages.shared import werkplein_table
from tests.steps.drive import visit


def test_the_list_beside_the_map_comes_a_page_at_a_time(landkaart_2009, monkeypatch):
    monkeypatch.setattr(werkplein_table, "PER_PAGE", 10)

    at = visit("kaart")

    assert not at.exception
    assert [len(each.value) for each in at.dataframe] == [10]
    assert [each.proto.num_pages for each in at.get("pagination")] == [13]
