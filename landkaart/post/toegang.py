"""The mails about an account: with the link of an invitation or a reset, and with word of what became of the way in."""

from email.message import EmailMessage
from enum import Enum

from db.actions.mailings import PRACTICE
from landkaart.domein.account import Account
from landkaart.domein.herinnering import BerichtStatus
from landkaart.domein.toegangslink import HERSTEL_DUUR, UITNODIGING_DUUR
from landkaart.post.mailserver import UNFIT, GeenVerbinding, Mailserver, Outcome
from landkaart.post.message import mail
from landkaart.programma.namen import NAAM
from landkaart.screens import PlainPage, toegangslink
from landkaart.settings import oidc

# Subject and text.
Texts = tuple[str, str]
INVITATION = (
    f"Uitnodiging voor de {NAAM}",
    f"""\
Dag {{naam}},

U bent uitgenodigd voor de {NAAM}. Met deze link kiest u een wachtwoord; daarna bent u meteen aangemeld:

{{link}}

De link werkt één keer en is {UITNODIGING_DUUR} geldig. Is hij verlopen? Vraag de beheerder van de landkaart om een nieuwe.

Geef deze e-mail niet door: wie de link heeft, komt onder uw naam binnen.
""",
)
# On top of the link, for who was invited to the organisation's own sign-in as well.
BY_ORGANISATION = """\

U kunt zich ook zonder wachtwoord aanmelden, met {aanmelding}. Kies die knop op:

{adres}{inloggen}
"""
RESET = (
    f"Nieuw wachtwoord voor de {NAAM}",
    f"""\
Dag {{naam}},

Er is voor u een nieuw wachtwoord voor de {NAAM} gevraagd. Met deze link kiest u er een:

{{link}}

De link werkt één keer en is {HERSTEL_DUUR} geldig. Daarna vraagt u bij het aanmelden een nieuwe.

Wilt u geen nieuw wachtwoord? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is. Geef deze e-mail niet door.
""",
)
RESET_BY_BEHEER = (
    f"Nieuw wachtwoord voor de {NAAM}",
    f"""\
Dag {{naam}},

De beheerder van de {NAAM} heeft voor u een link gemaakt om een wachtwoord te kiezen.
U bent overal afgemeld.

{{link}}

De link werkt één keer en is {{duur}} geldig. Had u een tweede factor, dan gaat die uit als u de link gebruikt; zet hem
daarna op uw account weer aan.

Hebt u hier niet om gevraagd? Gebruik de link niet en vraag de beheerder wat er is. Geef deze e-mail niet door.
""",
)


class Notice(Enum):
    """What the owner of an account hears of afterwards, as the subject and the text of a mail."""

    GEKOPPELD = (
        "Uw account is gekoppeld",
        f"Uw account voor de {NAAM} is gekoppeld aan de aanmelding van uw organisatie. Daarmee komt u er voortaan in.",
    )
    ONTKOPPELD = (
        "Uw account is niet meer gekoppeld",
        f"De beheerder heeft uw account voor de {NAAM} losgemaakt van de aanmelding van uw organisatie. "
        "Daarmee komt u er niet meer in, en u bent overal afgemeld.",
    )
    ADRES = (
        "Dit adres hoort bij uw account",
        f"Dit is vanaf nu het adres van uw account voor de {NAAM}. Daarmee meldt u zich aan.",
    )
    ADRES_WEG = (
        "Uw account heeft een ander adres",
        f"Dit is niet meer het adres van uw account voor de {NAAM}: op uw account is een ander adres ingevuld. "
        "Met dit adres meldt u zich niet meer aan.",
    )
    FACTOR_UIT = (
        "Uw tweede factor staat uit",
        f"Met de herstellink van de beheerder is een nieuw wachtwoord gekozen voor uw account voor de {NAAM}. "
        "De tweede factor staat daardoor uit. Zet hem op uw account weer aan.",
    )


NOTICE = """\
Dag {naam},

{wat}

Was u dit niet? Laat het dan meteen weten aan de beheerder van de landkaart.

{adres}
"""


def send_link(
    account: Account, token: str, server: Mailserver, texts: Texts | None = None, *, door_beheer: bool = False
) -> Outcome:
    """Mail an account its link; return what came of it, with the reason when it did not leave.

    `texts`: subject and text, when they are not the usual ones; `door_beheer`: a beheerder made it, and not whoever forgot
    his password.
    """
    reset = RESET_BY_BEHEER if door_beheer else RESET
    texts = texts or (reset if account.can_sign_in else invitation(account))
    values = {
        "link": toegangslink(server.adres, token),
        "duur": HERSTEL_DUUR if account.heeft_wachtwoord else UITNODIGING_DUUR,
    }
    values |= {"aanmelding": provider.naam, "inloggen": PlainPage.INLOGGEN} if (provider := oidc()) else {}
    return send(account, texts, values, server)


def send_notice(account: Account, notice: Notice, server: Mailserver) -> Outcome:
    """Mail an account what became of its way in; return what came of that."""
    onderwerp, wat = notice.value
    return send(account, (onderwerp, NOTICE), {"wat": wat}, server)


def invitation(account: Account) -> Texts:
    """Return the mail to who has no way in yet; it names the organisation's own sign-in to who may use it."""
    if oidc() is None or not account.koppelbaar:
        return INVITATION
    head, link, end = INVITATION[1].partition("{link}\n")
    return INVITATION[0], head + link + BY_ORGANISATION + end


def send(account: Account, texts: Texts, values: dict[str, str], server: Mailserver) -> Outcome:
    """Mail these texts, filled in, to the owner of an account; return what came of it."""
    if not account.can_get_mail:
        return BerichtStatus.OVERGESLAGEN, PRACTICE if account.demo else UNFIT
    message = written(account, texts, values, server)
    if message is None:
        return BerichtStatus.MISLUKT, UNFIT
    with server:
        try:
            server.open()
        except GeenVerbinding as error:
            return BerichtStatus.MISLUKT, as_reason(error)
        return server.deliver(message)


def written(account: Account, texts: Texts, values: dict[str, str], server: Mailserver) -> EmailMessage | None:
    """Return the mail; None where none can be made of it."""
    filled = texts[1].format(**{"naam": account.naam, "adres": server.adres, **values})
    try:
        return mail(account, texts[0], filled, afzender=server.smtp.afzender, adres=server.adres)
    except ValueError:
        return None


def send_over(account: Account, token: str, server: Mailserver) -> Outcome:
    """Send an invitation over a connection that is open, as one of many; return what came of it."""
    message = written(account, invitation(account), invitation_values(token, server.adres), server)
    return (BerichtStatus.MISLUKT, UNFIT) if message is None else server.deliver(message)


def invitation_values(token: str, adres: str) -> dict[str, str]:
    """Return what is filled in into an invitation; `adres`: where the landkaart is found."""
    provider = oidc()
    named = {"aanmelding": provider.naam, "inloggen": PlainPage.INLOGGEN.value} if provider else {}
    return {"link": toegangslink(adres, token), "adres": adres} | named


def invitation_text(account: Account, token: str, adres: str) -> Texts:
    """Return subject and text of an invitation, filled in, to take along."""
    onderwerp, tekst = invitation(account)
    return onderwerp, tekst.format(naam=account.naam, **invitation_values(token, adres))


def as_reason(error: GeenVerbinding) -> str:
    """Return its sentence as the other reasons are: without a capital, and without the stop at the end."""
    text = str(error).removesuffix(".")
    return text[0].lower() + text[1:]
