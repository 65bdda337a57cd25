"""A mail as it leaves, and one reminder as such."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import localtime, make_msgid
from urllib.parse import quote, urlsplit

from landkaart.domein.herinnering import Brief, fill_places
from landkaart.rapport import dutch
from landkaart.screens import Screen
from landkaart.settings import Afzender


def compose(brief: Brief, *, afzender: Afzender | None, adres: str) -> EmailMessage:
    """Return a reminder to one address; `adres`: where the landkaart is found.

    Without `afzender` it is a draft, for somebody to open and send himself.

    Raises ValueError for what mail cannot carry.
    """
    to = Address(brief.ontvanger.naam, addr_spec=brief.ontvanger.adres)
    return mail(to, subject(brief, adres), body(brief, adres), afzender=afzender, adres=adres)


def mail(to: Address, onderwerp: str, tekst: str, *, afzender: Afzender | None, adres: str) -> EmailMessage:
    """Return any mail of ours, with `afzender` and `adres` as in `compose`.

    Raises ValueError for what mail cannot carry.
    """
    message = EmailMessage(policy=SMTP)
    message["To"] = to
    if afzender:
        message["From"] = Address(afzender.naam, addr_spec=afzender.adres)
    else:
        # Outlook then opens it as a draft.
        message["X-Unsent"] = "1"
    message["Subject"] = onderwerp
    message["Date"] = localtime()
    message["Message-ID"] = make_msgid(domain=urlsplit(adres).hostname)
    # No "I am on holiday" in return.
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(tekst, cte="quoted-printable")
    return message


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
