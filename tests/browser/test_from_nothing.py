"""From an empty database to a closed tertaal and its second edition, without a shell, with the actions of a person counted.

127 werkpleinen and 254 people by file; a mail server that refuses one and a mailbox in which mail of three others comes
back; four mails that leave by the clock, which the test moves. The managers fill in over HTTP. Of the oordelen the keys are
not counted with the rest: they are two for each werkplein, whatever the page.
"""

import csv
import io
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import httpx2 as httpx
import pytest
from playwright.sync_api import Browser, Page, expect
from sqlmodel import select

from db import models
from db.engine import read_session, write_session
from db.queries.clock import OFFSET
from db.queries.heruitgaven import holding_editions
from db.queries.oordelen import oordelen
from db.queries.respons import respons
from landkaart.domein.band import Band
from landkaart.domein.clock import moment_of, system_now
from landkaart.domein.respons import Stap
from landkaart.domein.tertaal import Tertaal
from landkaart.settings import CONTENT, ROOT
from tests.steps.databases import use
from tests.steps.hands import Hands
from tests.steps.imap_server import ImapServer, report, running_imap
from tests.steps.landkaart_server import Server
from tests.steps.mail_servers import Box, running
from tests.steps.managers import CODES, fill_in_and_submit, session_with, take_up
from tests.steps.visits import Visits, drawn, picture, ready, until
from tests.steps.zips import zipped

pytestmark = pytest.mark.browser
TERTAAL = Tertaal(2010, 1)
WERKPLEINEN = (CONTENT / "landkaart-2009" / "werkpleinen.csv").read_bytes()
NAMEN = {row["code"]: row["naam"] for row in csv.DictReader(io.StringIO(WERKPLEINEN.decode()))}
ORDER = list(NAMEN)
BEHEER, AKO, PASSWORD = "bea@ako.nl", "anja@ako.nl", "zeven groene fietsen op de dijk"
LINK = re.compile(r"http://\S+/toegang/[\w-]{43}")
ON_TIME, LATER, LATE = ORDER[:100], ORDER[100:124], ORDER[124]
REFUSED = f"uwv-{ORDER[110]}@voorbeeld.nl"
RETURNED = {f"{who}-{code}@voorbeeld.nl" for who, code in (("uwv", ORDER[3]), ("gemeente", ORDER[120]), ("uwv", LATE))}
ASKED = ORDER[0]
# A person does no more than this in a whole round, apart from the oordelen.
MOST = 60
# In seconds: 250 mails, each written down before and after it leaves, on a machine that does other things as well.
MAILS = 300


def people_of(codes: list[str]) -> set[str]:
    return {f"{who}-{code}@voorbeeld.nl" for code in codes for who in ("uwv", "gemeente")}


def accounts_file() -> bytes:
    """Two people of each werkplein, and one of the AKO."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(["adres", "naam", "organisatie", "rol", "werkpleinen"])
    rows.writerow([AKO, "Anja van het AKO", "AKO", "ako", ""])
    for code, naam in NAMEN.items():
        rows.writerow([f"uwv-{code}@voorbeeld.nl", f"Manager UWV {naam}", "UWV", "werkplein", code])
        rows.writerow([f"gemeente-{code}@voorbeeld.nl", f"Manager gemeente {naam}", "Gemeente", "werkplein", code])
    return text.getvalue().encode()


class Round:
    """What there is around it: the server, where its mail goes, where that comes back, and who is at the screen."""

    def __init__(self, server: Server, box: Box, imap: ImapServer, visits: Visits):
        self.server, self.box, self.imap, self.visits = server, box, imap, visits
        self.hands = Hands()

    def move_to(self, moment: str) -> None:
        """From here on it is that moment, on the clock of Amsterdam; a timer comes by, beside the running server."""
        ahead = str((moment_of(datetime.fromisoformat(moment)) - system_now()).total_seconds())
        with write_session() as session:
            session.merge(models.Instelling(sleutel=OFFSET, waarde=ahead))

    def let_leave(self) -> list[str]:
        """Everything that is due; the addresses that it came to."""
        before = len(self.box.mails)
        own = {"DATABASE_URL": f"sqlite:///{self.server.database}", "LANDKAART_ADRES": self.server.address}
        run = [sys.executable, "-m", "landkaart", "post"]
        subprocess.run(run, cwd=ROOT, env={**os.environ, **own, **self.server.settings}, check=False, capture_output=True)
        until(self.visits.contexts[0].pages[0], lambda: not waiting(), MAILS)
        return [to for to, _ in self.box.mails[before:]]

    def submit(self, codes: list[str], tokens: dict[str, str] | None = None) -> None:
        """Each as its own manager of the UWV, with bands that differ from one to the next."""
        with httpx.Client() as client:
            for code in codes:
                token = (tokens or {}).get(code) or session_with(f"uwv-{code}@voorbeeld.nl")
                first = ORDER.index(code)
                bands = [Band((first + number) % 4) for number in range(len(CODES))]
                fill_in_and_submit(client, self.server, token, code, str(TERTAAL), bands)


def waiting() -> int:
    with read_session() as session:
        busy = models.Bericht.status.in_(("wacht", "bezig"))
        return len(session.exec(select(models.Bericht.id).where(busy)).all())


@pytest.fixture
def round_(chromium: Browser, empty_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Round]:
    box, file = Box(refuses={REFUSED}), Path(shutil.copy(empty_file, tmp_path / "landkaart.db"))
    with running(box) as smtp, running_imap() as imap:
        settings = {"SMTP_URL": f"smtp://127.0.0.1:{smtp.port}", "SMTP_AFZENDER": "Landkaart <landkaart@voorbeeld.nl>"}
        server = Server(file, **settings, IMAP_URL=imap.url)
        visits = Visits(chromium, server)
        for _ in use(file, monkeypatch):
            yield Round(server, box, imap, visits)
        visits.close()
        server.kill()
    assert visits.faults == []


def test_one_person_runs_a_round_from_nothing_to_a_second_edition(round_: Round, tmp_path: Path):
    bea = come_in_first(round_)
    round_.move_to("2010-03-10T10:00")
    upload_everything(round_, bea, tmp_path)
    anja = invite_the_ako(round_, bea)
    plan(round_, anja)
    open_and_answer(round_)
    remind(round_, anja)
    ask(round_, anja)
    give_uitstel(round_, anja)
    close(round_)
    judge(round_, anja)
    make_again(round_, anja)

    assert round_.hands.actions <= MOST
    # Nobody got the same mail twice, and nobody anything after his mail came back.
    subjects = Counter((to, mail["Subject"], str(mail["X-Landkaart-Werkplein"])) for to, mail in round_.box.mails)
    assert max(subjects.values()) == 1


def come_in_first(it: Round) -> Page:
    """By the link that the server prints; he gives his own name, address and password."""
    page, hands = it.visits.open("/inloggen", None), it.hands
    said = (it.server.database.parent / "server.log").read_text()
    hands.follow_link(page, LINK.search(said)[0])
    hands.click(page.get_by_role("button", name="Aanmelden als beheerder"))
    hands.fill(page.get_by_label("Naam"), "Bea van beheer")
    hands.fill(page.get_by_label("E-mailadres"), BEHEER)
    hands.click(page.get_by_role("button", name="Naam en adres bewaren"))
    choose_password(hands, page, "Wachtwoord wijzigen")
    page.get_by_text("wachtwoord").first.wait_for()
    return page


def choose_password(hands: Hands, page: Page, button: str) -> None:
    hands.fill(page.locator("#nieuw"), PASSWORD)
    hands.fill(page.locator("#nogmaals"), PASSWORD)
    hands.click(page.get_by_role("button", name=button))


def upload_everything(it: Round, page: Page, tmp_path: Path) -> None:
    """127 werkpleinen and 255 people in one file."""
    file = tmp_path / "begin.zip"
    file.write_bytes(zipped(("werkpleinen.csv", WERKPLEINEN), ("accounts.csv", accounts_file())))
    it.hands.go(page, f"{it.server.address}/upload")
    it.hands.drop(page.locator("input[type=file]"), file)
    it.hands.click(page.get_by_role("button", name="382 wijzigingen inlezen"))
    page.get_by_text("Ingelezen om").wait_for()
    picture(page, "van-niets-ingelezen")


def invite_the_ako(it: Round, page: Page) -> Page:
    """One mail; who gets it chooses a password and stands at Begin. The others are invited by the mail of the opening."""
    it.hands.go(page, f"{it.server.address}/beheer")
    it.hands.click(page.get_by_role("tab", name="Uitnodigen"))
    it.hands.choose(page, "Rol", "AKO")
    it.hands.click(page.get_by_role("button", name="1 persoon uitnodigen per e-mail"))
    until(page, lambda: AKO in it.box.addresses)
    anja = it.visits.open("/inloggen", None)
    it.hands.follow_link(anja, LINK.search(dict(it.box.mails)[AKO].get_content())[0])
    choose_password(it.hands, anja, "Wachtwoord vastleggen")
    ready(anja)
    return anja


def plan(it: Round, page: Page) -> None:
    """From Begin, with the usual dates, a question, and a look at the four mails."""
    it.hands.click(page.get_by_role("link", name="Uitvraag plannen"))
    it.hands.click(page.get_by_role("button", name="Uitvraag maken"))
    page.get_by_text(re.compile("De uitvraag van 2010-1 .* opent op 15 maart 2010")).wait_for()
    it.hands.click(page.get_by_role("tab", name="Vragen"))
    it.hands.fill(page.get_by_label("Nieuwe vraag"), "Hebt u gezamenlijke doelstellingen?")
    it.hands.click(page.get_by_role("button", name="Vraag toevoegen"))
    expect(page.get_by_label("Vraag", exact=True)).to_have_value("Hebt u gezamenlijke doelstellingen?")
    it.hands.click(page.get_by_role("tab", name="Post"))
    page.get_by_text("Welke e-mail wilt u lezen of wijzigen?").wait_for()
    drawn(page)
    picture(page, "van-niets-gepland")
    with read_session() as session:
        assert Counter(each.aan for each in session.exec(select(models.GeplandePost))) == {True: 4}


def open_and_answer(it: Round) -> None:
    """The opening reaches everybody but who is refused; three come back. A hundred werkpleinen submit."""
    it.move_to("2010-03-15T09:30")
    reached = it.let_leave()
    assert sorted(reached) == sorted(people_of(ORDER) - {REFUSED})
    opened = dict(it.box.mails)
    it.imap.take_in(*(report(opened[adres]) for adres in sorted(RETURNED)))
    invited = [code for code in ON_TIME[:5] if f"uwv-{code}@voorbeeld.nl" not in RETURNED]
    links = {code: LINK.search(opened[f"uwv-{code}@voorbeeld.nl"].get_content())[0] for code in invited}
    it.submit(ON_TIME, {code: take_up(it.server, link, PASSWORD) for code, link in links.items()})


def remind(it: Round, page: Page) -> None:
    """Who did not submit, but for whose mail came back; Respons says the same, and names the addresses."""
    it.let_leave()
    it.move_to("2010-04-15T09:30")
    reminded = it.let_leave()
    assert sorted(reminded) == sorted(people_of(ORDER[100:]) - RETURNED - {REFUSED})
    it.hands.go(page, f"{it.server.address}/respons")
    expect(page.get_by_test_id("stMetricValue")).to_have_text(["27", "0", "0", "100", "0"])
    it.hands.click(page.get_by_text("3 adressen waar geen e-mail aankomt"))
    page.get_by_role("button", name="Markering weghalen").wait_for()
    picture(page, "van-niets-respons")


def ask(it: Round, page: Page) -> None:
    """About one answer; the manager answers at his form, and it is closed."""
    naam = NAMEN[ASKED]
    it.hands.go(page, f"{it.server.address}/navragen")
    it.hands.choose(page, "Werkplein", naam)
    it.hands.fill(page.get_by_label("Wat wilt u vragen?"), "Waaruit blijkt dat?")
    it.hands.click(page.get_by_role("button", name="Navraag doen"))
    page.get_by_text("Gevraagd om").wait_for()
    answer_at_the_form(it)
    it.hands.go(page, f"{it.server.address}/werkplein")
    it.hands.choose(page, "Werkplein", naam)
    page.get_by_text("Uit het jaarplan.").wait_for()
    it.hands.click(page.get_by_role("button", name="Navraag sluiten"))
    page.get_by_text("1 navraag").first.wait_for()
    with read_session() as session:
        assert [each.gesloten_op is not None for each in session.exec(select(models.Navraag))] == [True]


def answer_at_the_form(it: Round) -> None:
    """Two actions of another person."""
    page = it.visits.open("/inloggen", None)
    token = session_with(f"gemeente-{ASKED}@voorbeeld.nl")
    page.context.add_cookies([{"name": "sessie", "value": token, "url": it.server.address}])
    page.goto(f"{it.server.address}/invullen")
    drawn(page)
    page.get_by_label("Uw antwoord").fill("Uit het jaarplan.")
    page.get_by_role("button", name="Antwoord versturen").click()
    page.get_by_role("button", name="Antwoord wijzigen").wait_for()
    page.context.close()


def give_uitstel(it: Round, page: Page) -> None:
    it.hands.go(page, f"{it.server.address}/uitvraag")
    it.hands.click(page.get_by_role("tab", name="Uitstel en vrijstelling"))
    it.hands.choose(page, "Werkplein", NAMEN[LATE])
    it.hands.fill(page.get_by_label("Reden").first, "Verhuist eind april")
    it.hands.click(page.get_by_role("button", name="Uitstel geven"))
    page.get_by_text("uitstel tot 7 mei 2010 om 24:00 uur").wait_for()


def close(it: Round) -> None:
    """24 more submit after the urgent mail; the tertaal closes and is fixed by itself."""
    it.move_to("2010-04-24T09:30")
    urged = it.let_leave()
    assert sorted(urged) == sorted(people_of(ORDER[100:]) - RETURNED - {REFUSED})
    it.submit(LATER)
    it.let_leave()
    it.move_to("2010-05-01T00:30")
    it.let_leave()
    with read_session() as session:
        found = respons(session=session, tertaal=TERTAAL)
    assert found.per_stap[Stap.BINNEN] == 124
    assert {each.naam for each in found.reacties if each.uitstel} == {NAMEN[LATE]}


def judge(it: Round, page: Page) -> None:
    """All that have a stand, a key and an Enter for each."""
    it.hands.go(page, f"{it.server.address}/indicatie")
    rows = page.locator("tr[id^=oordeel-]")
    rows.first.wait_for()
    rows.first.focus()
    for number in range(rows.count()):
        page.keyboard.press(str(number % 3 + 1))
        page.keyboard.press("Enter")

    def given() -> int:
        with read_session() as session:
            return len(oordelen(session=session, tertaal=TERTAAL))

    until(page, lambda: given() == rows.count())
    assert given() >= 124
    picture(page, "van-niets-beoordeeld")


def make_again(it: Round, page: Page) -> None:
    """What came in with uitstel becomes a second edition; the first keeps its bytes and its address."""
    first = table_of(it)
    it.submit([LATE])
    it.hands.go(page, f"{it.server.address}/uitvraag")
    it.hands.click(page.get_by_role("button", name="Nieuwe editie maken"))
    it.hands.fill(page.get_by_label("Waarom?"), "Uitstel van een werkplein")
    it.hands.click(page.get_by_role("button", name="Editie maken", exact=True))
    with page.context.expect_page() as opened:
        it.hands.click(page.get_by_role("alert").get_by_role("link", name="Landelijk beeld"))
    country = opened.value
    drawn(country)
    country.get_by_text("Editie 2").first.wait_for()
    picture(country, "van-niets-tweede-editie")
    with read_session() as session:
        assert holding_editions(session=session, tertaal=TERTAAL) == [1, 2]
    assert table_of(it) == first
    assert table_of(it, editie="2") != first


def table_of(it: Round, **asked: str) -> bytes:
    """The table of the mijlpalen as it is handed out."""
    address = f"{it.server.address}/download/{TERTAAL}/tabel3_mijlpalen.csv"
    return httpx.get(address, params=asked, cookies={"sessie": session_with(AKO)}).raise_for_status().content
