"""A question on top of the 14, for one uitvraag: answered in its own vorm, and a toelichting where one is wanted."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.typed_text import clean
from landkaart.domein.vraagvorm import JA_OF_NEE, Antwoordwaarde, Vorm

LONGEST = 500
CODE_LENGTH = 40
# Stands for the moment of an answer that came from a file, which says not when it was given.
INGELEZEN = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Vraag:
    """`code` names it within its tertaal, in files and in the log."""

    code: str
    tekst: str
    vorm: Vorm = JA_OF_NEE


@dataclass(frozen=True)
class VraagAntwoord:
    """`opgeslagen_op` in UTC; None for what came from a file."""

    antwoord: Antwoordwaarde
    toelichting: str | None = None
    opgeslagen_op: datetime | None = None

    @property
    def version(self) -> datetime:
        """Return the mark of what was on a screen: another one for every answer, one for all that came from files."""
        return self.opgeslagen_op or INGELEZEN


def require_vraag(text: str | None) -> str:
    """Return it as one paragraph.

    Raises OngeldigeInvoer when there is none.
    """
    found = " ".join(clean(text or "", LONGEST).split())
    if not found:
        raise OngeldigeInvoer("Schrijf de vraag op.")
    return found


def require_other_tekst(tekst: str, asked: Collection[str]) -> None:
    """Judge that a question is not among those `asked` already in its tertaal.

    Raises OngeldigeInvoer.
    """
    if tekst in asked:
        raise OngeldigeInvoer("Deze vraag staat er al.")


def require_no_answers(given: int) -> None:
    """Judge that nobody answered: the answers are answers to that text.

    Raises OngeldigeInvoer.
    """
    if given:
        raise OngeldigeInvoer(
            "Op deze vraag is al geantwoord. Zij blijft daarom zoals zij is; stel zo nodig een nieuwe vraag."
        )


def code_for(tekst: str, taken: Collection[str]) -> str:
    """Make a code of the first words: "Zijn er gezamenlijke doelen?" becomes zijn-er-gezamenlijke-doelen.

    A number makes it unique among those `taken`.
    """
    plain = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode().lower()
    words = re.findall("[a-z0-9]+", plain)
    while len("-".join(words)) > CODE_LENGTH and len(words) > 1:
        words.pop()
    code = "-".join(words)[:CODE_LENGTH] or "vraag"
    candidates = (code, *(f"{code}-{number}" for number in range(2, len(taken) + 3)))
    return next(candidate for candidate in candidates if candidate not in taken)
