"""The mails about another address: to the new one with a link, to the old one so that nobody loses his account unseen."""

from landkaart.domein.account import Account
from landkaart.domein.herinnering import BerichtStatus
from landkaart.post.mailserver import UNFIT, GeenVerbinding, Mailserver, Outcome
from landkaart.post.message import mail
from landkaart.post.toegang import as_reason

# Subject and text.
NEW = (
    "Uw nieuwe e-mailadres voor de SUWI-landkaart",
    """\
Dag {naam},

De beheerder van de SUWI-landkaart heeft uw e-mailadres gewijzigd in dit adres. Met deze link kiest u een wachtwoord;
daarna kunt u weer aanmelden:

{link}

De link werkt één keer en is 7 dagen geldig. Is hij verlopen? Vraag de beheerder om een nieuwe.
""",
)
OLD = (
    "Uw e-mailadres voor de SUWI-landkaart is gewijzigd",
    """\
Dag {naam},

De beheerder van de SUWI-landkaart heeft het e-mailadres van uw account gewijzigd. Op dit adres krijgt u geen e-mail van de
landkaart meer, en met dit adres kunt u niet meer aanmelden. U bent overal afgemeld.

Klopt dit niet? Neem dan meteen contact op met de beheerder.
""",
)


def tell_old_address(account: Account, server: Mailserver) -> Outcome:
    """Mail the address that an account had; `account`: as it was. Return what came of it."""
    if not account.can_get_mail:
        return BerichtStatus.OVERGESLAGEN, UNFIT
    onderwerp, tekst = OLD
    try:
        message = mail(
            account, onderwerp, tekst.format(naam=account.naam), afzender=server.smtp.afzender, adres=server.adres
        )
    except ValueError:
        return BerichtStatus.MISLUKT, UNFIT
    with server:
        try:
            server.open()
        except GeenVerbinding as error:
            return BerichtStatus.MISLUKT, as_reason(error)
        return server.deliver(message)
