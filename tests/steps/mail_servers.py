"""Mail servers as they are: one that works, one that refuses, one that hangs, one that breaks off."""

import datetime
import ipaddress
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from threading import Thread

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from landkaart.settings import Afzender, Smtp

AFZENDER = Afzender("Landkaart", "landkaart@voorbeeld.nl")


@dataclass
class Box:
    """What a server took in: (address, mail). It refuses the addresses in `refuses`, and everybody with `refuses_all`.

    `breaks`: addresses at which it breaks off, before it has the text. `pause`: how long it thinks about each mail, in
    seconds.
    """

    refuses: set[str] = field(default_factory=set)
    refuses_all: bool = False
    breaks: set[str] = field(default_factory=set)
    pause: float = 0
    mails: list[tuple[str, EmailMessage]] = field(default_factory=list)

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.breaks:
            server.transport.abort()
        if address in self.refuses:
            return "550 5.1.1 Onbekende postbus"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.refuses_all:
            return "554 5.7.1 Vandaag niet"
        (to,) = envelope.rcpt_tos
        self.mails.append((to, message_from_bytes(envelope.content, policy=default)))
        time.sleep(self.pause)
        return "250 OK"

    @property
    def addresses(self) -> list[str]:
        return [to for to, _ in self.mails]


class NamingBox(Box):
    """Says whom it refuses, as mail servers do."""

    async def handle_RCPT(self, server, session, envelope, address, options):
        return f"550 5.1.1 <{address}>: Onbekende postbus"


@contextmanager
def running(box: Box, **options) -> Iterator[Smtp]:
    """A real server on a port of its own."""
    controller = Controller(box, hostname="127.0.0.1", port=free_port(), **options)
    controller.start()
    try:
        yield to(controller.port)
    finally:
        controller.stop()


def to(port: int, gebruiker: str = "", wachtwoord: str = "", tls: bool = False) -> Smtp:
    return Smtp("127.0.0.1", port, tls, gebruiker, wachtwoord, AFZENDER)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return found.getsockname()[1]


@contextmanager
def rude(stops: str) -> Iterator[tuple[Smtp, list[bytes]]]:
    """A server that speaks until it comes to `stops`, and what it received of texts.

    "greeting": takes the call and is silent. "RCPT": silent from there on. "half": closes when a part of the text is in;
    "reply": closes when all of it is, without a word.
    """
    received: list[bytes] = []
    calls: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        Thread(target=answer, args=(listening, stops, received, calls), daemon=True).start()
        try:
            yield to(listening.getsockname()[1]), received
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            for call in calls:
                call.close()


def answer(listening: socket.socket, stops: str, received: list[bytes], calls: list[socket.socket]) -> None:
    while True:
        try:
            call, _ = listening.accept()
        except OSError:
            return
        calls.append(call)
        if stops != "greeting":
            Thread(target=converse, args=(call, stops, received), daemon=True).start()


def converse(call: socket.socket, stops: str, received: list[bytes]) -> None:
    try:
        call.sendall(b"220 hier\r\n")
        with call.makefile("rb") as lines:
            for line in lines:
                word = line.split()[0].upper().decode()
                if word == stops:
                    return
                if word == "DATA":
                    call.sendall(b"354 toe maar\r\n")
                    received.append(text_of(lines, stops))
                    call.close()
                    return
                call.sendall(b"250 goed\r\n")
    except OSError:
        return


def text_of(lines, stops: str) -> bytes:
    found = []
    for line in lines:
        found.append(line)
        if stops == "half" or line == b".\r\n":
            break
    return b"".join(found)


class OnlyJan:
    """Lets in one user with one password."""

    def __call__(self, server, session, envelope, mechanism, data) -> AuthResult:
        right = (data.login, data.password) == (b"jan@voorbeeld.nl", b"ge:heim/1")
        return AuthResult(success=right, handled=right)


def certificate(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """For a server on 127.0.0.1, and for who trusts it."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hier")])
    today = datetime.datetime.now(datetime.UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(today - datetime.timedelta(1))
    builder = builder.not_valid_after(today + datetime.timedelta(1))
    here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    signed = builder.add_extension(here, critical=False).sign(key, hashes.SHA256())
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "key.pem").write_bytes(private)
    (folder / "cert.pem").write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return server, ssl.create_default_context(cafile=str(folder / "cert.pem"))
