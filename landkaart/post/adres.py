"""The mails about another address: to the new one with a link, to the old one so that nobody loses his account unseen."""

from landkaart.domein.account import Account
from landkaart.domein.toegangslink import UITNODIGING_DUUR
from landkaart.post.mailserver import Mailserver, Outcome
from landkaart.post.toegang import send
from landkaart.programma.namen import NAAM

# Subject and text.
NEW = (
    f"Uw nieuwe e-mailadres voor de {NAAM}",
    f"""\
Dag {{naam}},

De beheerder van de {NAAM} heeft uw e-mailadres gewijzigd in dit adres. Met deze link kiest u een wachtwoord;
daarna kunt u weer aanmelden:

{{link}}

De link werkt één keer en is {UITNODIGING_DUUR} geldig. Is hij verlopen? Vraag de beheerder om een nieuwe.
""",
)
OLD = (
    f"Uw e-mailadres voor de {NAAM} is gewijzigd",
    f"""\
Dag {{naam}},

De beheerder van de {NAAM} heeft het e-mailadres van uw account gewijzigd. Op dit adres krijgt u geen e-mail van de
landkaart meer, en met dit adres kunt u niet meer aanmelden. U bent overal afgemeld.

Klopt dit niet? Neem dan meteen contact op met de beheerder.
""",
)


def tell_old_address(account: Account, server: Mailserver) -> Outcome:
    """Mail the address that an account had; `account`: as it was. Return what came of it."""
    return send(account, OLD, {}, server)
