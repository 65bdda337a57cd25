"""A mailbox as it is: a real IMAP server, and reports that come back into it."""

import imaplib
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

from landkaart.settings import Imap
from tests.steps.mail_servers import free_port

USER, PASSWORD = "landkaart@voorbeeld.nl", "ge:heim/1"
REPORT = """\
From: MAILER-DAEMON@voorbeeld.nl (Mail Delivery System)
To: landkaart@voorbeeld.nl
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="grens"

This is a MIME-encapsulated message.

--grens
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--grens
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.voorbeeld.nl
Arrival-Date: Mon, 3 Aug 2009 12:30:00 +0000 (UTC)

Final-Recipient: rfc822; {final}
Original-Recipient: rfc822;{adres}
Action: {action}
Status: {status}
Remote-MTA: dns; mx.gemeente.nl
Diagnostic-Code: smtp; {said}

--grens
Content-Type: text/rfc822-headers

{head}

--grens--
"""


@dataclass
class ImapServer:
    """In memory, at a port of its own; `imap`: how the program is told of it."""

    port: int

    @property
    def imap(self) -> Imap:
        return Imap("127.0.0.1", self.port, False, USER, PASSWORD, "INBOX")

    @property
    def url(self) -> str:
        return f"imap://landkaart%40voorbeeld.nl:ge%3Aheim%2F1@127.0.0.1:{self.port}"

    def take_in(self, *messages: bytes) -> None:
        """As when they arrive."""
        with self.session() as session:
            for each in messages:
                status, _ = session.append("INBOX", None, None, each)
                assert status == "OK"

    def flags(self) -> list[bytes]:
        """What the server says of the messages that are there."""
        with self.session() as session:
            session.select("INBOX", readonly=True)
            return [each for each in session.fetch("1:*", "(FLAGS)")[1] if each]

    @contextmanager
    def session(self) -> Iterator[imaplib.IMAP4]:
        found = imaplib.IMAP4("127.0.0.1", self.port)
        found.login(USER, PASSWORD)
        try:
            yield found
        finally:
            found.logout()


@contextmanager
def running_imap(*options: str) -> Iterator[ImapServer]:
    """A server, once it answers."""
    server = ImapServer(free_port())
    command = [str(Path(sys.executable).with_name("pymap")), "--host", "127.0.0.1", "--port", str(server.port)]
    command += [*(options or ("--no-tls",)), "--no-service", "managesieve"]
    command += ["dict", "--demo-user", USER, "--demo-password", PASSWORD]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(server)
        yield server
    finally:
        process.terminate()
        process.wait()


def wait_for(server: ImapServer) -> None:
    for _ in range(200):
        try:
            imaplib.IMAP4("127.0.0.1", server.port).logout()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the mailbox did not start")


def report(mail: Message, **changed: str) -> bytes:
    """What a mail server sends back of a mail of ours that does not arrive; `final`: where it was forwarded to."""
    adres = mail["To"].addresses[0].addr_spec if hasattr(mail["To"], "addresses") else str(mail["To"])
    head = "\r\n".join(f"{name}: {value}" for name, value in mail.items() if not name.startswith("Content"))
    what = {"adres": adres, "final": adres, "action": "failed", "status": "5.1.1", "head": head}
    what |= {"said": f"550 5.1.1 <{adres}>: Recipient address rejected: User unknown"} | changed
    return REPORT.format(**what).replace("\r\n", "\n").replace("\n", "\r\n").encode()
