"""What Streamlit and its charts say to who cannot see them is Dutch as well."""

import re

import pytest

from tests.steps.visits import drawn

pytestmark = pytest.mark.browser
NAMED = """() => [...document.querySelectorAll('*')].flatMap(it =>
    ['aria-label', 'title', 'placeholder', 'aria-roledescription'].map(name => it.getAttribute(name)).filter(Boolean))"""
ENGLISH = re.compile(
    r"Help for |^Page \d|-axis| legend for | mark\b|^axis$|^legend$|Choose |Selected Date"
    r"|^(day|month|year|hour|minute), |Sum of | scale with "
)
# A chart with axes, a legend and pages; fields for a date and an hour; a line with an area around it.
PAGES = ["/heatmap?tertaal=2009-2", "/uitvraag?uitvraag=2009-3", "/prognose?tertaal=2009-2"]


@pytest.mark.parametrize("path", PAGES)
def test_no_name_on_a_page_is_english(open_page, path):
    page = open_page(path, adres="ako@demo.nl")
    drawn(page)

    names = page.evaluate(NAMED)
    assert len(names) > 20
    assert sorted({name for name in names if ENGLISH.search(name)}) == []


def test_of_a_chart_the_axis_says_what_it_holds(open_page):
    page = open_page("/landelijk?tertaal=2009-2", adres="ako@demo.nl")
    drawn(page)

    names = page.evaluate(NAMED)
    assert "Horizontale as met 5 waarden: 2008-1, 2008-2, 2008-3, 2009-1, 2009-2" in names
    assert "Verticale as, van 0 tot 100" in names
