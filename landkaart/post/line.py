"""The line to a mail server: opened when it is needed, and honest about what came of a mail."""

import smtplib
import ssl
from email.message import EmailMessage
from types import TracebackType

from landkaart.domein.herinnering import BerichtStatus
from landkaart.settings import Smtp

TIMEOUT = 20.0
CUT = "de verbinding brak af voordat de mail weg was"
UNCERTAIN = "de verbinding brak af tijdens het versturen; deze mail kan zijn aangekomen"
UNFIT = "dit adres of deze tekst kan niet in een e-mail"


class GeenVerbinding(Exception):
    """The server cannot be worked with; `str()` is a Dutch sentence. Nothing was sent."""


class Line:
    """`timeout` in seconds, for every answer that we wait for; `context`: whose certificates are trusted."""

    def __init__(self, smtp: Smtp, hostname: str, timeout: float = TIMEOUT, context: ssl.SSLContext | None = None):
        self.to, self.hostname, self.timeout = smtp, hostname, timeout
        self.context = context or ssl.create_default_context()
        self.server: smtplib.SMTP | None = None
        # How many mails in a row were lost because the line was.
        self.cuts = 0

    def __enter__(self) -> "Line":
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def open(self) -> None:
        """Does nothing while it is open. Raises GeenVerbinding."""
        if self.server is not None and self.is_alive():
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
            place = f"{self.to.host}:{self.to.port}"
            raise GeenVerbinding(f"De mailserver {place} is niet te bereiken, of antwoordt niet zoals verwacht.") from error

    def connect(self) -> None:
        options = {"host": self.to.host, "port": self.to.port, "local_hostname": self.hostname, "timeout": self.timeout}
        self.server = smtplib.SMTP_SSL(**options, context=self.context) if self.to.tls else smtplib.SMTP(**options)
        self.server.ehlo_or_helo_if_needed()
        if not self.to.tls and self.server.has_extn("starttls"):
            self.server.starttls(context=self.context)
            self.server.ehlo()
        elif not self.to.tls and self.to.gebruiker:
            reason = (
                "De mailserver biedt geen versleuteling (STARTTLS); een wachtwoord gaat niet onversleuteld over de lijn."
            )
            raise GeenVerbinding(f"{reason} Gebruik smtps:// in SMTP_URL.")
        if self.to.gebruiker:
            self.server.login(self.to.gebruiker, self.to.wachtwoord)

    def is_alive(self) -> bool:
        try:
            return self.server.noop()[0] == 250
        except (OSError, smtplib.SMTPException):
            return False

    def close(self) -> None:
        """Without goodbye: a server that hangs would not hear it."""
        if self.server is not None:
            self.server.close()
        self.server = None

    def deliver(self, message: EmailMessage) -> tuple[BerichtStatus, str | None]:
        """VERZONDEN; MISLUKT with the reason; or ONZEKER once the text was on its way when the line broke off."""
        sender, to = (message[name].addresses[0].addr_spec for name in ("From", "To"))
        begun = False
        try:
            for ask, address in ((self.server.mail, sender), (self.server.rcpt, to)):
                code, reply = ask(address)
                if code not in (250, 251):
                    return self.refused(code, reply)
            content, begun = message.as_bytes(), True
            code, reply = self.server.data(content)
        except smtplib.SMTPDataError as error:
            return self.refused(error.smtp_code, error.smtp_error)
        except (OSError, smtplib.SMTPException):
            self.close()
            self.cuts += 1
            return (BerichtStatus.ONZEKER, UNCERTAIN) if begun else (BerichtStatus.MISLUKT, CUT)
        except ValueError:
            self.close()
            return BerichtStatus.MISLUKT, UNFIT
        if code != 250:
            return self.refused(code, reply)
        self.cuts = 0
        return BerichtStatus.VERZONDEN, None

    def refused(self, code: int, reply: bytes) -> tuple[BerichtStatus, str]:
        """The server's own word, on one line; the line stays fit for the next mail."""
        self.cuts = 0
        said = " ".join(reply.decode("utf-8", "replace").split())[:300]
        try:
            self.server.rset()
        except (OSError, smtplib.SMTPException):
            self.close()
        return BerichtStatus.MISLUKT, f"de mailserver weigert: {code} {said}"
