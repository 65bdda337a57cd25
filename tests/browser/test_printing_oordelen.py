"""AKO-indicatie on paper: every werkplein with its oordeel and its note, whatever the screen leaves out."""

import io
import re

import pypdf
import pytest
from playwright.sync_api import Page, expect

from db.actions.indicaties import give_indicatie
from db.engine import read_session
from db.queries.werkpleinen import names
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.tertaal import Tertaal
from tests.steps.accounts import sign_in_as
from tests.steps.perform import perform

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("data")]
NOTE = "De directeur is ziek;\nin januari verder."
BUTTONS = ("Terugnemen", "Neem over", "Alleen zonder oordeel", "Opslaan")
# Judged before the oordelen of 2009-2 came in with a file.
THEN = Tertaal(2009, 1)


def close(text: str) -> str:
    """Without what stands between the words: where a line ends depends on the paper."""
    return "".join(text.split())


def printed(page: Page, **paper: object) -> str:
    return close("".join(each.extract_text() for each in pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", **paper))).pages))


def test_every_werkplein_is_printed_with_its_oordeel_and_its_note_and_no_button(open_page):
    what = {"werkplein": "assen", "tertaal": THEN, "indicatie": Indicatie.VOLGEND_JAAR, "notitie": NOTE}
    perform(give_indicatie, sign_in_as("ako"), **what)
    with read_session() as session:
        namen = list(names(session=session).values())
    page = open_page(f"/indicatie?tertaal={THEN}", adres="ako@demo.nl")
    page.locator("tr[id^=oordeel-]").first.wait_for()
    page.get_by_label("Alleen zonder oordeel").check()
    expect(page.locator("#oordeel-assen")).to_be_hidden()

    for across in (False, True):
        found = printed(page, landscape=across)
        _, _, rest = found.partition(close("van 127 werkpleinen beoordeeld"))
        table, _, _ = rest.partition(close("Eén werkplein, met notitie"))
        assert len(namen) == 127
        assert [naam for naam in namen if close(naam) not in table] == []
        assert len(re.findall(close("nog geen oordeel|haalt het volgend jaar"), table)) == 127
        assert close(f"haalt het volgend jaar. Notitie: {NOTE}") in table
        assert [word for word in BUTTONS if close(word) in found] == []
        assert re.search(close("AKO-indicatie: zoals gegeven tot en met ") + ".*uur,dusooknadesluiting", found)
