"""A password that somebody chooses, twice typed."""

from landkaart.domein.credentials import require_strong
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.web.sign_in.password_hash import make_hash


def new_password(nieuw: str, nogmaals: str, naam: str, adres: str) -> str:
    """Return its hash, which is all that is kept.

    Raises OngeldigeInvoer when it is easy to guess (`naam`, `adres`: whose it is), or was typed otherwise the second time.
    """
    require_strong(nieuw, naam, adres)
    if nieuw != nogmaals:
        raise OngeldigeInvoer("De twee wachtwoorden zijn niet gelijk. Typ ze nog een keer.")
    return make_hash(nieuw)
