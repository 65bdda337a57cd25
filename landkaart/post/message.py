"""A mail as it leaves, and one reminder as such."""

from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Protocol
from urllib.parse import quote, urlsplit

from landkaart.domein.herinnering import Brief, fill_places
from landkaart.post.heads import AS_WRITTEN, line_of, mailbox, require_one_recipient
from landkaart.rapport import dutch
from landkaart.screens import Screen
from landkaart.settings import Afzender


def compose(brief: Brief, *, afzender: Afzender | None, adres: str) -> EmailMessage:
    """Return a reminder to one address; `adres`: where the landkaart is found.

    Without `afzender` it is a draft, for somebody to open and send himself.

    Raises ValueError for what mail cannot carry.
    """
    return mail(brief.ontvanger, subject(brief, adres), body(brief, adres), afzender=afzender, adres=adres)


class Aan(Protocol):
    """To whom a mail goes: one name with one address."""

    @property
    def naam(self) -> str: ...

    @property
    def adres(self) -> str: ...


def mail(to: Aan, onderwerp: str, tekst: str, *, afzender: Afzender | None, adres: str) -> EmailMessage:
    """Return any mail of ours, with `afzender` and `adres` as in `compose`; it has one recipient, whatever his name is.

    Raises ValueError for what mail cannot carry.
    """
    message = EmailMessage(policy=AS_WRITTEN)
    message.set_raw("To", mailbox("To", to.naam, to.adres))
    if afzender:
        message.set_raw("From", mailbox("From", afzender.naam, afzender.adres))
    else:
        # Outlook then opens it as a draft.
        message["X-Unsent"] = "1"
    message.set_raw("Subject", line_of("Subject", onderwerp))
    message.set_raw("Date", formatdate(localtime=True))
    message.set_raw("Message-ID", make_msgid(domain=urlsplit(adres).hostname))
    # No "I am on holiday" in return.
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(tekst, cte="quoted-printable")
    return require_one_recipient(message, to.adres)


def subject(brief: Brief, adres: str) -> str:
    """Return the subject, filled in, on one line."""
    return " ".join(fill_places(brief.onderwerp, values(brief, adres)).split())


def body(brief: Brief, adres: str) -> str:
    """Return the text, filled in."""
    return fill_places(brief.tekst, values(brief, adres))


def values(brief: Brief, adres: str) -> dict[str, str]:
    """Return what is filled in, by name; `link` leads to the form of each werkplein, past the sign-in."""
    werkpleinen = brief.ontvanger.werkpleinen
    links = [(naam, f"{adres}{Screen.INVULLEN.path}?werkplein={quote(code)}") for code, naam in werkpleinen]
    with_names = [f"{naam}: {link}" for naam, link in links]
    return {
        "werkplein": dutch.enumeration([naam for _, naam in werkpleinen]),
        "tertaal": str(brief.tertaal),
        "sluit": dutch.until(brief.sluit),
        "link": links[0][1] if len(links) == 1 else "\n".join(with_names),
    }
