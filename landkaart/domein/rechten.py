"""Who may do what. `mag` answers, `eis` raises; every function that writes calls `eis` itself."""

from dataclasses import dataclass
from enum import Enum

from landkaart.domein.fouten import NietToegestaan


class Recht(Enum):
    """The value is what a person reads when it is refused: "U mag ... niet"."""

    INVULLEN = "de landkaart van dit werkplein invullen"
    GEGEVENS_LADEN = "gegevens inlezen"


class Weg(Enum):
    """The way a change came in, as the log keeps it."""

    FORMULIER = "formulier"
    OPDRACHTREGEL = "opdrachtregel"


@dataclass(frozen=True)
class Gebruiker:
    """Somebody at work: `werkpleinen` (codes) are his own. Whoever has a shell on the server is the operator."""

    naam: str
    weg: Weg
    werkpleinen: frozenset[str] = frozenset()
    operator: bool = False


def operator() -> Gebruiker:
    return Gebruiker("opdrachtregel", Weg.OPDRACHTREGEL, operator=True)


def mag(by: Gebruiker, recht: Recht, werkplein: str | None = None) -> bool:
    if by.operator:
        return True
    return recht is Recht.INVULLEN and werkplein in by.werkpleinen


def eis(by: Gebruiker, recht: Recht, werkplein: str | None = None) -> None:
    """Raises NietToegestaan."""
    if not mag(by, recht, werkplein):
        raise NietToegestaan(f"U mag {recht.value} niet. Er is niets opgeslagen.")
