"""What can go wrong by somebody's doing, each with the Dutch sentence that he gets to read."""

from landkaart.programma.namen import TERTAAL


class Fout(Exception):
    """A mistake a person can mend: `str()` of it is a whole sentence for the screen. Anything else is ours."""


class OngeldigTertaal(Fout):
    def __init__(self, text: str, per_year: int) -> None:
        number = f"een nummer van 1 tot {per_year}" if per_year > 1 else "het nummer 1"
        super().__init__(f"‘{text[:40]}’ is geen {TERTAAL}. Schrijf een jaar en {number}, zoals 2009-{min(2, per_year)}.")


class NietToegestaan(Fout):
    """The right is missing; says what was refused, never what stands behind it."""


class Gesloten(Fout):
    """The uitvraag does not take answers at this moment."""


class NietCompleet(Fout):
    """Submitting before all mijlpalen have an answer."""


class OngeldigeInvoer(Fout):
    """A value that the form could not have sent."""


class OngeldigBestand(Fout):
    """A file, database or setting that this program cannot work with."""


class Beschadigd(OngeldigBestand):
    """The database itself, somewhere in its middle."""


class NietAangemeld(Fout):
    """The session ended: signed out elsewhere, too long silent, or the account was changed."""

    def __init__(self) -> None:
        super().__init__("U bent niet meer aangemeld. Meld u opnieuw aan; wat u eerder opsloeg is bewaard.")
