"""The mail with the link of an invitation or a reset."""

import ssl
from email.headerregistry import Address
from email.message import EmailMessage
from urllib.parse import urlsplit

from db.actions.mailings import PRACTICE
from landkaart.domein.account import Account
from landkaart.domein.herinnering import BerichtStatus
from landkaart.post.line import TIMEOUT, UNFIT, GeenVerbinding, Line
from landkaart.post.message import mail
from landkaart.settings import Afzender, Smtp

INVITATION = (
    "Uitnodiging voor de SUWI-landkaart",
    """\
Dag {naam},

U bent uitgenodigd voor de SUWI-landkaart. Met deze link kiest u een wachtwoord; daarna bent u meteen aangemeld:

{link}

De link werkt één keer en is 7 dagen geldig. Is hij verlopen? Vraag de beheerder van de landkaart om een nieuwe.

Geef deze e-mail niet door: wie de link heeft, komt onder uw naam binnen.
""",
)
RESET = (
    "Nieuw wachtwoord voor de SUWI-landkaart",
    """\
Dag {naam},

Er is voor u een nieuw wachtwoord voor de SUWI-landkaart gevraagd. Met deze link kiest u er een:

{link}

De link werkt één keer en is 1 uur geldig. Daarna vraagt u bij het aanmelden een nieuwe.

Wilt u geen nieuw wachtwoord? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is. Geef deze e-mail niet door.
""",
)


def send_link(
    account: Account,
    token: str,
    *,
    smtp: Smtp,
    adres: str,
    timeout: float = TIMEOUT,
    context: ssl.SSLContext | None = None,
) -> tuple[BerichtStatus, str | None]:
    """What came of it, with the reason when it did not leave. `adres`: where the landkaart is found."""
    if not account.can_get_mail:
        return BerichtStatus.OVERGESLAGEN, PRACTICE if account.demo else UNFIT
    try:
        message = compose_link(account, token, afzender=smtp.afzender, adres=adres)
    except ValueError:
        return BerichtStatus.MISLUKT, UNFIT
    with Line(smtp, urlsplit(adres).hostname, timeout, context) as line:
        try:
            line.open()
        except GeenVerbinding as error:
            return BerichtStatus.MISLUKT, said(error)
        return line.deliver(message)


def compose_link(account: Account, token: str, *, afzender: Afzender, adres: str) -> EmailMessage:
    """Raises ValueError for what mail cannot carry."""
    onderwerp, tekst = RESET if account.heeft_wachtwoord else INVITATION
    text = tekst.format(naam=account.naam, link=f"{adres}/toegang/{token}")
    return mail(Address(account.naam, addr_spec=account.adres), onderwerp, text, afzender=afzender, adres=adres)


def said(error: GeenVerbinding) -> str:
    """As the other reasons: without a capital, and without the stop at the end."""
    text = str(error).removesuffix(".")
    return text[0].lower() + text[1:]
