"""127 werkpleinen, 254 people: invited over a real mail server, with the actions of a person counted."""

import csv
import io
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from db.actions.aanleveringen import import_aanlevering
from db.engine import read_session
from db.queries.accounts import by_link
from db.queries.werkpleinen import names
from landkaart.domein.clock import system_now
from landkaart.invoer.aanlevering import read_paths
from landkaart.web.sign_in.sign_in_page import DEMO_PASSWORD
from tests.steps.accounts import make_account
from tests.steps.databases import use
from tests.steps.hands import Hands
from tests.steps.landkaart_server import Server, start_copy
from tests.steps.mail_servers import Box, running
from tests.steps.perform import perform
from tests.steps.visits import Visits, drawn, picture

pytestmark = pytest.mark.browser
BEHEER = "bea@ako.nl"
LINK = re.compile(r"/toegang/([\w-]{43})")
REFUSED = "uwv-assen@voorbeeld.nl"


def accounts_file() -> bytes:
    """Two people of each werkplein, as a manager of the UWV and one of the municipality."""
    with read_session() as session:
        found = names(session=session)
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(["adres", "naam", "organisatie", "rol", "werkpleinen", "coordinator"])
    for code, naam in found.items():
        rows.writerow([f"uwv-{code}@voorbeeld.nl", f"Manager UWV {naam}", "UWV", "werkplein", code, "ja"])
        rows.writerow([f"gemeente-{code}@voorbeeld.nl", f"Manager gemeente {naam}", "Gemeente", "werkplein", code, ""])
    return text.getvalue().encode()


@pytest.fixture
def box() -> Box:
    return Box(refuses={REFUSED})


@pytest.fixture
def own_server(demo_file, tmp_path, box, monkeypatch) -> Iterator[Server]:
    """A landkaart with 254 people who were not invited yet, and a real mail server that refuses one of them."""
    with running(box) as smtp:
        settings = {"SMTP_URL": f"smtp://127.0.0.1:{smtp.port}", "SMTP_AFZENDER": "Landkaart <landkaart@voorbeeld.nl>"}
        server = start_copy(demo_file, tmp_path, **settings)
        for _ in use(server.database, monkeypatch):
            make_account("beheer", naam="Bea", wachtwoord=DEMO_PASSWORD, adres=BEHEER)
            path = tmp_path / "accounts.csv"
            path.write_bytes(accounts_file())
            assert len(perform(import_aanlevering, aanlevering=read_paths([path]))["accounts"].nieuw) == 254
            yield server
        server.kill()


def test_254_people_are_invited_by_two_actions_and_what_failed_by_a_third(chromium: Browser, own_server, box):
    visits, hands = Visits(chromium, own_server), Hands()
    page = visits.open("/beheer", adres=BEHEER)

    hands.click(page.get_by_role("tab", name="Uitnodigen"))
    hands.click(page.get_by_role("button", name="254 mensen uitnodigen per e-mail"))
    expect(page.get_by_text("253 verzonden").first).to_be_visible(timeout=1000 * 300)
    drawn(page)
    picture(page, "uitgenodigd")

    assert hands.actions == 2
    tokens = {to: LINK.search(mail.get_content())[1] for to, mail in box.mails}
    assert (len(box.mails), len(set(tokens.values()))) == (253, 253)
    with read_session() as session:
        opened = {to: by_link(session=session, token=token, now=system_now()).account.adres for to, token in tokens.items()}
    assert opened == {to: to for to in tokens}

    box.refuses = set()
    hands.click(page.get_by_role("button", name="De 1 mislukte opnieuw proberen"))
    expect(page.get_by_text("254 verzonden").first).to_be_visible()

    assert (len(box.mails), hands.actions) == (254, 3)
    visits.close()
    assert visits.faults == []
