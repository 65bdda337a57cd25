"""The lines in the head of a mail, written here and never folded anew.

Python's own folding drops the quotes around a long name, so that a comma in it begins a second address. So a name keeps none
of the signs by which an address could be read in it, quoted or not, decoded before it is read or after.
"""

import re
from email import message_from_bytes
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import getaddresses

from landkaart.domein.account import ADDRESS

# Lines stay as they are written here.
AS_WRITTEN = SMTP.clone(refold_source="none")
LINE = 76
# As many bytes as fit in a line when they are encoded, at four to a letter at most.
PIECE = 40
# What parts addresses, names and encoded words from each other.
PARTS = re.compile(r'[()<>\[\]:;@\\,"=?]')
LONGEST_NAME = 120
# What may stand before an address without being encoded.
WORDS = re.compile(r"[A-Za-z0-9 &'+/_-]*")


def plain_name(naam: str) -> str:
    """Return the name of a person or a werkplein without what could be read as an address, on one line."""
    shown = "".join(sign if sign.isprintable() else " " for sign in PARTS.sub(" ", naam))
    return " ".join(shown.split())[:LONGEST_NAME].strip()


def mailbox(head: str, naam: str, adres: str) -> str:
    """Write a name with its one address, as the value of `head`.

    Raises ValueError for what is no address that every mail server takes.
    """
    if not ADDRESS.fullmatch(adres.lower()) or not adres.isascii():
        raise ValueError(f"{adres!r} is no address")
    name = plain_name(naam)
    if WORDS.fullmatch(name):
        lines = [Header(name, "us-ascii", maxlinelen=LINE, header_name=head).encode(linesep="\r\n")]
    else:
        lines = [Header(piece, "utf-8", maxlinelen=LINE).encode() for piece in pieces(name)]
    return "\r\n ".join([*filter(None, lines), f"<{adres}>"])


def pieces(name: str) -> list[str]:
    """Split a name so that each piece fits in a line when it is encoded: between two words where it can.

    A space stays at the end of a piece: what stands between two encoded pieces is not shown.
    """
    found = [""]
    for word in re.findall(rf"\S{{1,{PIECE // 4}}} ?", name):
        if len((found[-1] + word).encode()) > PIECE:
            found.append("")
        found[-1] += word
    return found


def line_of(head: str, text: str) -> str:
    """Write a text of one line, such as a subject, as the value of `head`: in ASCII and in short lines."""
    charset = "us-ascii" if text.isascii() and text.isprintable() and "=?" not in text else "utf-8"
    return Header(text, charset, maxlinelen=LINE, header_name=head).encode(linesep="\r\n")


def require_one_recipient(message: EmailMessage, adres: str) -> EmailMessage:
    """Return a mail of which every reader finds the same one recipient, from the bytes that leave.

    Raises ValueError.
    """
    content = message.as_bytes()
    modern = [found.addr_spec for found in message_from_bytes(content, policy=SMTP)["To"].addresses]
    old = [found for _, found in getaddresses([message_from_bytes(content)["To"]])]
    if not modern == old == [adres]:
        raise ValueError(f"the recipients are {modern}, {old}")
    return message
