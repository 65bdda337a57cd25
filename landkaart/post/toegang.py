"""The mail with the link of an invitation or a reset."""

from email.message import EmailMessage

from db.actions.mailings import PRACTICE
from landkaart.domein.account import Account
from landkaart.domein.herinnering import BerichtStatus
from landkaart.post.mailserver import UNFIT, GeenVerbinding, Mailserver, Outcome
from landkaart.post.message import mail
from landkaart.screens import toegangslink
from landkaart.settings import Afzender

# Subject and text.
Texts = tuple[str, str]
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


def send_link(account: Account, token: str, server: Mailserver, texts: Texts | None = None) -> Outcome:
    """Mail an account its link; return what came of it, and why when it did not leave. `texts`: as in `compose_link`."""
    if not account.can_get_mail:
        return BerichtStatus.OVERGESLAGEN, PRACTICE if account.demo else UNFIT
    try:
        message = compose_link(account, token, texts, afzender=server.smtp.afzender, adres=server.adres)
    except ValueError:
        return BerichtStatus.MISLUKT, UNFIT
    with server:
        try:
            server.open()
        except GeenVerbinding as error:
            return BerichtStatus.MISLUKT, as_reason(error)
        return server.deliver(message)


def compose_link(
    account: Account, token: str, texts: Texts | None = None, *, afzender: Afzender, adres: str
) -> EmailMessage:
    """Return the mail with this subject and text or, without, a reset for who has a password and else an invitation.

    Raises ValueError for what mail cannot carry.
    """
    onderwerp, tekst = texts or (RESET if account.heeft_wachtwoord else INVITATION)
    text = tekst.format(naam=account.naam, link=toegangslink(adres, token))
    return mail(account, onderwerp, text, afzender=afzender, adres=adres)


def as_reason(error: GeenVerbinding) -> str:
    """Return its sentence as the other reasons are: without a capital, and without the stop at the end."""
    text = str(error).removesuffix(".")
    return text[0].lower() + text[1:]
