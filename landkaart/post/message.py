"""A mail as it leaves, and one reminder as such."""

import re
from email.message import EmailMessage
from email.utils import formatdate
from typing import Protocol
from urllib.parse import quote, urlsplit

from landkaart.domein.herinnering import Brief, fill_places
from landkaart.domein.toegangslink import UITNODIGING_DUUR
from landkaart.post.heads import AS_WRITTEN, line_of, mailbox, require_one_recipient
from landkaart.post.own_mail import make_message_id
from landkaart.programma.namen import AKO
from landkaart.rapport import dutch
from landkaart.screens import Screen, toegangslink
from landkaart.settings import Afzender

FIRST_A_PASSWORD = f"""\
U hebt nog geen wachtwoord voor de landkaart. Kies er eerst een; daarna bent u meteen aangemeld:
{{link}}
Deze link werkt één keer en is {UITNODIGING_DUUR} geldig. Geef hem niet door: wie hem heeft, komt onder uw naam binnen.

Daarna vindt u het formulier hier:
{{formulier}}"""
NO_ACCOUNT = f"""\
{{formulier}}
Bij dit e-mailadres hoort geen account. Laat een collega die er wel een heeft invullen, of vraag het {AKO} om een account."""

# Where it stands in the midst of a sentence, more lines would break it.
LINK_ALONE = re.compile(r"^\{link\}$", re.MULTILINE)


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
    message.set_raw("Message-ID", make_message_id(to.adres, urlsplit(adres).hostname))
    # No "I am on holiday" in return.
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(tekst, cte="quoted-printable")
    return require_one_recipient(message, to.adres)


def subject(brief: Brief, adres: str) -> str:
    """Return the subject, filled in, on one line."""
    return " ".join(fill_places(brief.onderwerp, values(brief, adres)).split())


def body(brief: Brief, adres: str) -> str:
    """Return the text, filled in; whoever cannot reach the form yet finds at its link, or at the end, what to do first."""
    found = values(brief, adres)
    way = way_to(found["link"], brief, adres)
    if LINK_ALONE.search(brief.tekst):
        return fill_places(brief.tekst, found | {"link": way})
    filled = fill_places(brief.tekst, found)
    return filled if way == found["link"] else f"{filled}\n\n{way}"


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


def way_to(form: str, brief: Brief, adres: str) -> str:
    """Write how this reader comes to the form: at once, with a password that he chooses first, or through a colleague."""
    if brief.token is not None:
        return FIRST_A_PASSWORD.format(link=toegangslink(adres, brief.token), formulier=form)
    return form if brief.heeft_account else NO_ACCOUNT.format(formulier=form)
