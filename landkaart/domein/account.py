"""An account as the beheerder sees it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.koppeling import Koppeling
from landkaart.domein.rollen import Rol
from landkaart.domein.typed_text import clean, is_one_line
from landkaart.programma.namen import WERKPLEIN

# Not with a sign in front that a spreadsheet takes for a formula, or a program for one of its switches.
ADDRESS = re.compile(r"(?![-+=])[^@\s\x00-\x1f\x7f<>,;:\"()\[\]\\]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z0-9-]{2,}")

# The end of an address that is none: that of the beheerder of the first start, until he gives his own.
NO_MAILBOX = ".invalid"
LAST_BEHEERDER = "Dit is de laatste beheerder. Zorg eerst dat een andere beheerder kan aanmelden."


@dataclass(frozen=True)
class Account:
    """`werkpleinen` are codes, `coordinator_van` some of them; `heeft_wachtwoord` is false until an invitation was taken up.

    `koppeling`: who he is to the organisation's own sign-in; `koppelbaar`: it may become so by his address, once;
    `noodcodes`: how many are left.
    """

    id: int
    adres: str
    naam: str
    organisatie: str
    rol: Rol
    werkpleinen: tuple[str, ...]
    heeft_wachtwoord: bool
    heeft_totp: bool
    uitgezet_op: datetime | None
    demo: bool
    koppeling: Koppeling | None = None
    koppelbaar: bool = False
    noodcodes: int = 0
    coordinator_van: tuple[str, ...] = ()

    @property
    def can_sign_in(self) -> bool:
        """Say whether somebody has a way in of his own, and need not be invited any more."""
        return self.heeft_wachtwoord or self.koppeling is not None

    @property
    def can_get_mail(self) -> bool:
        """Say whether mail reaches somebody: not for practice, nor for the first beheerder, whose address is none."""
        return not self.demo and not self.adres.endswith(NO_MAILBOX)


@dataclass(frozen=True)
class Profiel:
    """What a beheerder fills in about somebody, and can change later."""

    naam: str
    organisatie: str
    rol: Rol
    werkpleinen: Sequence[str] = ()  # Codes; only the role werkplein has any.
    coordinator_van: Sequence[str] = ()  # Of which of them he lets colleagues in, and takes them out.


def require_name(naam: str) -> str:
    """Return the name of a person, trimmed.

    Raises OngeldigeInvoer.
    """
    found = clean(naam, 120)
    if not is_one_line(found):
        raise OngeldigeInvoer("Vul een naam in, op één regel.")
    return found


def require_werkpleinen(rol: Rol, codes: Sequence[str]) -> None:
    """Judge that the role werkplein has a werkplein, and no other role one.

    Raises OngeldigeInvoer.
    """
    if bool(codes) != (rol is Rol.WERKPLEIN):
        raise OngeldigeInvoer(
            f"Kies minstens één {WERKPLEIN}."
            if rol is Rol.WERKPLEIN
            else f"De rol {rol.label} heeft geen eigen {WERKPLEIN}."
        )


def require_address(text: str) -> str:
    """Return it in small letters, so that Jan@ and jan@ are one.

    Raises OngeldigeInvoer.
    """
    # What cannot be seen would come into the log, and from there on somebody's screen.
    if not ADDRESS.fullmatch(text.lower()) or len(text) > 254 or not text.isprintable():
        raise OngeldigeInvoer("Dit is geen e-mailadres. Schrijf het als naam@organisatie.nl, zonder spaties.")
    return text.lower()
