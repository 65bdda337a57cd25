"""The mail server: a connection that is opened when it is needed, and honest about what came of a mail."""

import smtplib
import ssl
from email.message import EmailMessage
from types import TracebackType
from urllib.parse import urlsplit

from landkaart.domein.herinnering import BerichtStatus
from landkaart.errors import without_addresses
from landkaart.settings import Smtp

# In seconds, for every answer that we wait for.
TIMEOUT = 20.0
CUT = "de verbinding brak af voordat de mail weg was"
UNCERTAIN = "de verbinding brak af tijdens het versturen; deze mail kan zijn aangekomen"
UNFIT = "dit adres of deze tekst kan niet in een e-mail"

# What came of a mail, and the reason when it did not leave.
Outcome = tuple[BerichtStatus, str | None]


class GeenVerbinding(Exception):
    """The server cannot be worked with; `str()` is a Dutch sentence. Nothing was sent."""


class Mailserver:
    """One server, for the mails of the landkaart at `adres`.

    `timeout` in seconds, for every answer that we wait for; `context`: whose certificates are trusted.
    """

    def __init__(self, smtp: Smtp, adres: str, timeout: float = TIMEOUT, context: ssl.SSLContext | None = None):
        self.smtp, self.adres, self.timeout = smtp, adres, timeout
        self.context = context or ssl.create_default_context()
        # None while the connection is closed.
        self.connection: smtplib.SMTP | None = None
        # How many mails in a row were lost because the connection was.
        self.cuts = 0

    def __enter__(self) -> "Mailserver":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def open(self) -> None:
        """Open the connection when it is not open, or no longer.

        Raises GeenVerbinding.
        """
        if self.connection is not None and is_alive(self.connection):
            return
        try:
            self.connect()
        except GeenVerbinding:
            self.close()
            raise
        except smtplib.SMTPAuthenticationError as error:
            self.close()
            raise GeenVerbinding("De mailserver weigert de gebruiker of het wachtwoord in SMTP_URL.") from error
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            place = f"{self.smtp.host}:{self.smtp.port}"
            raise GeenVerbinding(f"De mailserver {place} is niet te bereiken, of antwoordt niet zoals verwacht.") from error

    def connect(self) -> None:
        """Make a new connection, encrypted where the server can, and signed in when there is a user.

        Raises GeenVerbinding rather than send a password in the clear, and whatever smtplib raises.
        """
        name = urlsplit(self.adres).hostname
        if self.smtp.tls:
            found: smtplib.SMTP = smtplib.SMTP_SSL(
                self.smtp.host, self.smtp.port, name, timeout=self.timeout, context=self.context
            )
        else:
            found = smtplib.SMTP(self.smtp.host, self.smtp.port, name, timeout=self.timeout)
        self.connection = found
        found.ehlo_or_helo_if_needed()
        if not self.smtp.tls and found.has_extn("starttls"):
            found.starttls(context=self.context)
            # What the server said of itself in the clear does not count any more.
            found.ehlo()
        elif not self.smtp.tls and self.smtp.gebruiker:
            reason = (
                "De mailserver biedt geen versleuteling (STARTTLS); een wachtwoord gaat niet onversleuteld over de lijn."
            )
            raise GeenVerbinding(f"{reason} Gebruik smtps:// in SMTP_URL.")
        if self.smtp.gebruiker:
            found.login(self.smtp.gebruiker, self.smtp.wachtwoord)

    def close(self) -> None:
        """Close the connection without goodbye: a server that hangs would not hear it."""
        if self.connection is not None:
            self.connection.close()
        self.connection = None

    def deliver(self, message: EmailMessage) -> Outcome:
        """Send a mail over the connection that was opened.

        Returns VERZONDEN; MISLUKT with the reason; or ONZEKER once the text was on its way when the connection broke off:
        it may have arrived then, and must not go again by itself.
        """
        connection = self.connection
        if connection is None:
            return BerichtStatus.MISLUKT, CUT
        begun = False
        try:
            [sender], [to] = ([each.addr_spec for each in message[name].addresses] for name in ("From", "To"))
            for command, address in ((connection.mail, sender), (connection.rcpt, to)):
                code, reply = command(address)
                if code not in (250, 251):
                    return self.refused(connection, code, reply)
            content, begun = message.as_bytes(), True
            code, reply = connection.data(content)
        except smtplib.SMTPDataError as error:
            return self.refused(connection, error.smtp_code, as_bytes(error.smtp_error))
        except (OSError, smtplib.SMTPException):
            self.close()
            self.cuts += 1
            return (BerichtStatus.ONZEKER, UNCERTAIN) if begun else (BerichtStatus.MISLUKT, CUT)
        except ValueError:
            # More than one recipient, or smtplib finds out only now that an address or a line is none.
            self.close()
            return BerichtStatus.MISLUKT, UNFIT
        if code != 250:
            return self.refused(connection, code, reply)
        self.cuts = 0
        return BerichtStatus.VERZONDEN, None

    def refused(self, connection: smtplib.SMTP, code: int, reply: bytes) -> Outcome:
        """Return the server's own word, on one line and without addresses; the connection stays fit for the next mail."""
        self.cuts = 0
        said = without_addresses(" ".join(reply.decode("utf-8", "replace").split()))[:300]
        try:
            connection.rset()
        except (OSError, smtplib.SMTPException):
            self.close()
        return BerichtStatus.MISLUKT, f"de mailserver weigert: {code} {said}"


def is_alive(connection: smtplib.SMTP) -> bool:
    """Say whether the server still answers: it may have hung up while nothing was sent."""
    try:
        return connection.noop()[0] == 250
    except (OSError, smtplib.SMTPException):
        return False


def as_bytes(text: bytes | str) -> bytes:
    return text if isinstance(text, bytes) else text.encode()
