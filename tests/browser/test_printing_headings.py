"""On paper a heading stands with what it is about, and never alone at the foot of a sheet."""

import io

import pypdf
import pytest

from tests.steps.visits import drawn

pytestmark = pytest.mark.browser
# But for those of what can only be filled in: there is nothing of that on paper.
HEADINGS = """() => [...document.querySelectorAll('[data-testid=stMain] :is(h1, h2, h3)')]
    .filter(it => !it.closest('[data-testid=stElementContainer]').matches(':has(+ * [data-testid=stSelectbox])'))
    .map(it => it.querySelector('[data-heading-text]')?.innerText ?? it.innerText)"""


@pytest.mark.parametrize("paper", [{}, {"scale": 0.9}, {"landscape": True}, {"landscape": True, "scale": 0.9}])
@pytest.mark.parametrize(
    ("path", "heading"),
    [("/landelijk?tertaal=2009-2", "De tertalen (tabel 4)"), ("/kengetallen", "Controles"), ("/uitleg", "De mijlpalen")],
)
def test_a_heading_never_stands_alone_at_the_foot_of_a_sheet(open_page, path, heading, paper):
    page = open_page(path, "ako@demo.nl")
    drawn(page)
    headings = page.evaluate(HEADINGS)
    assert heading in headings

    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", **paper))).pages

    lines = [[line.strip() for line in sheet.extract_text().splitlines() if line.strip()] for sheet in sheets]
    assert len(lines) > 1 or path == "/uitleg"
    assert any(line.startswith(heading) for sheet in lines for line in sheet)
    assert [sheet[-1] for sheet in lines[:-1] if sheet[-1] in headings] == []
