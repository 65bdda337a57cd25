"""What there is around the round: the server, where its mail goes, where that comes back, and who is at the screen."""

import os
import subprocess
import sys
from datetime import datetime

import httpx2 as httpx
from sqlmodel import select

from db import models
from db.engine import read_session, write_session
from db.queries.clock import OFFSET
from landkaart.domein.band import Band
from landkaart.domein.clock import moment_of, system_now
from landkaart.settings import ROOT
from tests.browser.from_nothing.people import AKO, ORDER, TERTAAL
from tests.steps.hands import Hands
from tests.steps.imap_server import ImapServer
from tests.steps.landkaart_server import Server
from tests.steps.mail_servers import Box
from tests.steps.managers import CODES, fill_in_and_submit, session_with
from tests.steps.visits import Visits, until

# In seconds: 250 mails, each written down before and after it leaves, on a machine that does other things as well.
MAILS = 300


class Round:
    """One landkaart and everything around it. `come_back_from`: so many mails had left when it knew what came back."""

    def __init__(self, server: Server, box: Box, imap: ImapServer, visits: Visits):
        self.server, self.box, self.imap, self.visits = server, box, imap, visits
        self.hands, self.come_back_from = Hands(), 0

    def move_to(self, moment: str) -> None:
        """From here on it is that moment, on the clock of Amsterdam."""
        ahead = str((moment_of(datetime.fromisoformat(moment)) - system_now()).total_seconds())
        with write_session() as session:
            session.merge(models.Instelling(sleutel=OFFSET, waarde=ahead))

    def leaves_at(self, moment: str) -> list[str]:
        """What is due at that moment; the addresses that it came to."""
        # Before the clock is moved: the server sends by itself as well.
        before = len(self.box.mails)
        self.move_to(moment)
        self.let_leave()
        return [to for to, _ in self.box.mails[before:]]

    def let_leave(self) -> None:
        """Everything that is due leaves: a timer comes by, beside the running server."""
        own = {"DATABASE_URL": f"sqlite:///{self.server.database}", "LANDKAART_ADRES": self.server.address}
        run = [sys.executable, "-m", "landkaart", "post"]
        env = {**os.environ, **own, **self.server.settings}
        done = subprocess.run(run, cwd=ROOT, env=env, check=False, capture_output=True, text=True)
        # 1: a mail was refused, which it is to be.
        assert done.returncode == 0 or "Niet alles is verstuurd" in done.stderr, done.stderr
        until(self.visits.contexts[0].pages[0], lambda: not waiting(), MAILS)

    def submit(self, codes: list[str], tokens: dict[str, str] | None = None) -> None:
        """Each as its own manager of the UWV, with bands that differ from one to the next."""
        with httpx.Client() as client:
            for code in codes:
                token = (tokens or {}).get(code) or session_with(f"uwv-{code}@voorbeeld.nl")
                first = ORDER.index(code)
                bands = [Band((first + number) % 4) for number in range(len(CODES))]
                fill_in_and_submit(client, self.server, token, code, str(TERTAAL), bands)

    def table(self, **asked: str) -> bytes:
        """The table of the mijlpalen as it is handed out."""
        address = f"{self.server.address}/download/{TERTAAL}/tabel3_mijlpalen.csv"
        return httpx.get(address, params=asked, cookies={"sessie": session_with(AKO)}).raise_for_status().content


def waiting() -> int:
    """How many mails are still to leave."""
    with read_session() as session:
        busy = models.Bericht.status.in_(("wacht", "bezig"))
        return len(session.exec(select(models.Bericht.id).where(busy)).all())


def marked() -> set[str]:
    """The addresses of which is known that no mail arrives."""
    with read_session() as session:
        return set(session.exec(select(models.Onbestelbaar.adres)).all())
