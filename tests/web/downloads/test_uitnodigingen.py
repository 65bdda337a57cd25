"""Invitations to take along: as letters and as drafts, each with a link that works, for beheer alone."""

import io
import re
import zipfile
from email import message_from_bytes
from email.policy import default

import pytest

from db.actions.uitnodigen import start_uitnodigen
from db.engine import read_session
from db.queries.accounts import by_link
from landkaart.domein.clock import system_now
from tests.steps.accounts import make_account
from tests.steps.perform import perform
from tests.steps.visitors import browser_of

LINK = re.compile(r"http://localhost:8501/toegang/([\w-]{43})")
PEOPLE = {"jan@assen.nl": "Jan", "bo@assen.nl": "Bo <b>"}


@pytest.fixture
def ronde(landkaart_2009) -> int:
    ids = [make_account("werkplein", ["assen"], naam, adres=adres) for adres, naam in PEOPLE.items()]
    return perform(start_uitnodigen, account_ids=ids, sleutel="1", als_bestand=True)


def whose(token: str) -> str:
    with read_session() as session:
        return by_link(session=session, token=token, now=system_now()).account.adres


def test_a_letter_for_each_with_his_own_link_and_its_picture(ronde):
    answer = browser_of("beheer").get(f"/download/uitnodigingen-{ronde}.html")

    letters = answer.text.split("<section>")[1:]
    assert [whose(LINK.search(letter)[1]) for letter in letters] == ["bo@assen.nl", "jan@assen.nl"]
    assert all("<svg" in letter and "Werkplein Assen" in letter for letter in letters)
    assert "Dag Bo &lt;b&gt;," in letters[0]
    assert answer.headers["content-disposition"] == f'attachment; filename="uitnodigingen-nummer-{ronde}.html"'


def test_a_draft_for_each_with_his_own_link_and_the_herkomst(ronde):
    answer = browser_of("beheer").get(f"/download/uitnodigingen-{ronde}.zip")

    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        names = packed.namelist()
        mails = [message_from_bytes(packed.read(name), policy=default) for name in names if name.endswith(".eml")]
    assert names == ["0001-bo@assen.nl.eml", "0002-jan@assen.nl.eml", "herkomst.txt"]
    assert [whose(LINK.search(mail.get_content())[1]) for mail in mails] == ["bo@assen.nl", "jan@assen.nl"]
    assert {mail["X-Unsent"] for mail in mails} == {"1"}


@pytest.mark.parametrize("rol", ["ako", "lezer", "werkplein"])
def test_nobody_else_gets_them(ronde, rol):
    visitor = browser_of(rol, ["assen"] if rol == "werkplein" else [])

    assert visitor.get(f"/download/uitnodigingen-{ronde}.html").status_code == 403


@pytest.mark.parametrize("name", ["uitnodigingen-99.html", "uitnodigingen-x.html", "uitnodigingen-1.pdf"])
def test_what_is_not_there_is_a_sentence(landkaart_2009, name):
    answer = browser_of("beheer").get(f"/download/{name}")

    assert (answer.status_code, "Traceback" in answer.text) == (404, False)
