"""The mailbox in which mail that came back arrives: only ever read, so whoever else reads it notices nothing."""

import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import suppress
from types import TracebackType

from landkaart.domein.onbestelbaar import Postbus
from landkaart.post.mailserver import TIMEOUT, GeenVerbinding
from landkaart.settings import Imap

# A report is some kilobytes; what it sends along of a mail that was larger is not needed.
LARGEST = 200_000
# So many are asked for at once, and looked at in one go.
AT_ONCE, IN_ONE_GO = 50, 1000


class Mailbox:
    """One folder of one mailbox; `timeout` in seconds, for every answer; `context`: whose certificates are trusted."""

    def __init__(self, imap: Imap, timeout: float = TIMEOUT, context: ssl.SSLContext | None = None):
        self.imap, self.timeout = imap, timeout
        self.context = context or ssl.create_default_context()
        # None while the connection is closed.
        self.connection: imaplib.IMAP4 | None = None
        # The name of the numbering: when it is another one, numbers of before mean nothing.
        self.uidvalidity = 0

    def __enter__(self) -> "Mailbox":
        """Open a connection, sign in and choose the folder to read.

        Raises GeenVerbinding.
        """
        place = f"{self.imap.host}:{self.imap.port}"
        try:
            self.connection = self.connect()
            self.sign_in()
            self.select()
        except (OSError, imaplib.IMAP4.error, ValueError) as error:
            self.close()
            raise GeenVerbinding(f"De postbus op {place} is niet te bereiken, of antwoordt niet zoals verwacht.") from error
        except GeenVerbinding:
            self.close()
            raise
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def connect(self) -> imaplib.IMAP4:
        """Make a connection, encrypted where the server can.

        Raises GeenVerbinding rather than send a password in the clear, and whatever imaplib raises.
        """
        where = (self.imap.host, self.imap.port)
        if self.imap.tls:
            return imaplib.IMAP4_SSL(*where, ssl_context=self.context, timeout=self.timeout)
        found = imaplib.IMAP4(*where, timeout=self.timeout)
        self.connection = found
        if "STARTTLS" in found.capabilities:
            found.starttls(ssl_context=self.context)
        elif self.imap.host not in ("localhost", "127.0.0.1", "::1"):
            reason = "De postbus biedt geen versleuteling (STARTTLS); een wachtwoord gaat niet onversleuteld over de lijn."
            raise GeenVerbinding(f"{reason} Gebruik imaps:// in IMAP_URL.")
        return found

    def sign_in(self) -> None:
        try:
            self.open.login(self.imap.gebruiker, self.imap.wachtwoord)
        except imaplib.IMAP4.error as error:
            raise GeenVerbinding("De postbus weigert de gebruiker of het wachtwoord in IMAP_URL.") from error

    def select(self) -> None:
        status, _ = self.open.select(f'"{self.imap.map}"', readonly=True)
        if status != "OK":
            raise GeenVerbinding(f"De postbus heeft geen map {self.imap.map}; noem de goede in IMAP_URL.")
        # imaplib gives it once.
        found = self.open.response("UIDVALIDITY")[1]
        self.uidvalidity = int(found[0]) if found and found[0] else 0

    @property
    def open(self) -> imaplib.IMAP4:
        """Return the connection that `__enter__` made."""
        assert self.connection is not None
        return self.connection

    def close(self) -> None:
        if self.connection is not None:
            with suppress(OSError, imaplib.IMAP4.error):
                self.connection.logout()
        self.connection = None

    def reports_since(self, before: Postbus) -> tuple[list[bytes], int]:
        """Return what looks like a report among what came in since, and the number up to which it was looked at.

        Raises GeenVerbinding when the connection breaks off.
        """
        try:
            since = before.uid if self.uidvalidity == before.uidvalidity else 0
            _, found = self.open.uid("SEARCH", f"UID {since + 1}:*")
            # "*" is the last message, also when its number is below the one asked for.
            numbers = sorted(uid for uid in map(int, (found[0] or b"").split()) if uid > since)[:IN_ONE_GO]
            return list(self.reports(numbers)), max(numbers, default=since)
        except (OSError, imaplib.IMAP4.error, ValueError) as error:
            raise GeenVerbinding("De postbus brak de verbinding af, of antwoordt niet zoals verwacht.") from error

    def reports(self, numbers: list[int]) -> Iterator[bytes]:
        """Yield those whose kind says that they are a report; a mailbox may hold anything else as well."""
        for begin in range(0, len(numbers), AT_ONCE):
            some = ",".join(map(str, numbers[begin : begin + AT_ONCE]))
            _, heads = self.open.uid("FETCH", some, "(UID BODY.PEEK[HEADER.FIELDS (CONTENT-TYPE)])")
            for uid, head in contents(heads):
                if b"multipart/report" in head.lower():
                    _, whole = self.open.uid("FETCH", str(uid), f"(UID BODY.PEEK[]<0.{LARGEST}>)")
                    yield from (content for _, content in contents(whole))


def contents(answer: list[object]) -> Iterator[tuple[int, bytes]]:
    """Return number and content of each message in an answer of imaplib.

    The number may stand before the content or after it, in the line that closes it.
    """
    for place, each in enumerate(answer):
        if not isinstance(each, tuple):
            continue
        after = answer[place + 1] if place + 1 < len(answer) else b""
        number = re.search(rb"UID (\d+)", each[0] + (after if isinstance(after, bytes) else b""))
        if number:
            yield int(number[1]), each[1]
