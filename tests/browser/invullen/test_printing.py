"""The form on paper: what was chosen and every word that was typed, and nothing to press."""

import io

import pypdf
import pytest
from playwright.sync_api import Page, expect

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from tests.steps.form_visits import ANALYSE, PLAN, SAVED

pytestmark = pytest.mark.browser
# More than a field shows at once.
LONG = "\n".join(f"Regel {number} van de toelichting." for number in range(1, 41))


def printed(page: Page, **paper: object) -> str:
    """The words of a print, without what stands between them: where a line ends depends on the paper."""
    pages = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", **paper))).pages
    return "".join("".join(each.extract_text() for each in pages).split())


@pytest.mark.parametrize("across", [False, True], ids=["upright", "across"])
def test_the_form_is_printed_whole(form, across):
    form.choose(PLAN, "Gedeeltelijk")
    expect(form.state(PLAN)).to_contain_text(SAVED)
    form.text(ANALYSE).fill(LONG)
    form.page.keyboard.press("Tab")
    form.until_kept(ANALYSE, LONG)

    found = printed(form.page, landscape=across)

    assert [item.titel for item in catalogus() if "".join(item.titel.split()) not in found] == []
    assert all("".join(line.split()) in found for line in LONG.splitlines())
    row = found.partition("4Ketenjaarplanvastgesteld")[2].partition("Betrokkenheidcreëren")[0]
    assert [band for band in Band if "".join(band.signed.split()) in row] == [Band.GEDEELTELIJK]
    assert not [word for word in ("Wissen", "Indienen", "Tekstkopiëren", "Ongewijzigd") if word in found]
    naam = form.page.locator("h1").inner_text().removeprefix("Invullen: ")
    assert "".join(f"Keuzes: Werkplein: {naam}; Uitvraag: 2009-3".split()) in found
