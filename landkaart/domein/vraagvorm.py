"""How a vraag is answered: ja or nee, a number with its unit, one of a list, or a text; and what an answer to it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.labelled import Labelled
from landkaart.domein.typed_text import clean

LONGEST_ANSWER, LONGEST_KEUZE, LONGEST_EENHEID, MOST_KEUZES = 4000, 120, 40, 12
# Between the choices of a list where they stand in one cell.
BETWEEN = "|"
# 1.200 is twelve hundred, 1.5 one and a half: points between groups of three are no decimals.
GROUPED = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]{1,4})?")
NUMBER = re.compile(r"-?[0-9]{1,12}([.,][0-9]{1,4})?")
TOO_LONG = re.compile(r"-?[0-9]+([.,][0-9]+)?")


class JaNee(Labelled):
    JA = "ja"
    NEE = "nee"


class VraagSoort(Labelled):
    """The value stands in files and in the database."""

    JA_NEE = "ja_nee", "Ja of nee"
    GETAL = "getal", "Een getal"
    KEUZE = "keuze", "Eén uit een lijst"
    TEKST = "tekst", "Een tekst"


# As it is kept: of a getal plain digits with a point ("12.5"), of a keuze the choice itself.
Antwoordwaarde = JaNee | str


@dataclass(frozen=True)
class Vorm:
    """`eenheid` goes with a getal, `keuzes` with a keuze; elsewhere both are empty."""

    soort: VraagSoort = VraagSoort.JA_NEE
    eenheid: str = ""
    keuzes: tuple[str, ...] = ()

    def read(self, given: object) -> Antwoordwaarde:
        """Read an answer as somebody gives it, or as it is kept.

        Raises OngeldigeInvoer for what is none.
        """
        if self.soort is VraagSoort.JA_NEE:
            return given if isinstance(given, JaNee) else ja_nee(given)
        if not isinstance(given, str):
            raise OngeldigeInvoer("Dit is geen antwoord op deze vraag. Ververs de pagina en antwoord opnieuw.")
        text = clean(given, LONGEST_ANSWER)
        if self.soort is VraagSoort.GETAL:
            return number(text)
        return self.keuze(text) if self.soort is VraagSoort.KEUZE else text

    def keuze(self, text: str) -> str:
        found = {each.casefold(): each for each in self.keuzes}.get(text.casefold())
        if found is None:
            raise OngeldigeInvoer(f"Kies een van: {', '.join(self.keuzes)}.")
        return found

    def kept(self, text: str) -> Antwoordwaarde:
        """Return the answer that was kept as this text."""
        return JaNee(text) if self.soort is VraagSoort.JA_NEE else text

    def typed(self, antwoord: Antwoordwaarde) -> str:
        """Write it as somebody would type it: what `read` reads back."""
        return code_of(antwoord).replace(".", ",") if self.soort is VraagSoort.GETAL else code_of(antwoord)

    def shown(self, antwoord: Antwoordwaarde) -> str:
        """Write it for a reader, a number with its unit."""
        if isinstance(antwoord, JaNee):
            return antwoord.label
        return f"{self.typed(antwoord)} {self.eenheid}".strip() if self.soort is VraagSoort.GETAL else antwoord

    @property
    def takes_toelichting(self) -> bool:
        """Say whether something can be added to an answer: a text says it all itself."""
        return self.soort is not VraagSoort.TEKST


JA_OF_NEE = Vorm()


def code_of(antwoord: Antwoordwaarde) -> str:
    """Return what is kept, and stands in files."""
    return antwoord.value if isinstance(antwoord, JaNee) else antwoord


def ja_nee(given: object) -> JaNee:
    found = JaNee.by_code().get(given.strip().casefold()) if isinstance(given, str) else None
    if found is None:
        raise OngeldigeInvoer("Kies ja of nee.")
    return found


def number(text: str) -> str:
    """Read a number as it is written in Dutch, or in a file; return plain digits: "1.200,50" becomes "1200.5".

    Raises OngeldigeInvoer.
    """
    plain = text.replace(" ", "")
    if GROUPED.fullmatch(plain):
        plain = plain.replace(".", "")
    elif not NUMBER.fullmatch(plain):
        if TOO_LONG.fullmatch(plain):
            raise OngeldigeInvoer("Dit getal heeft te veel cijfers: er passen er 12 voor de komma en 4 erachter.")
        raise OngeldigeInvoer("Vul een getal in, zoals 12 of 12,5, zonder eenheid erachter.")
    found = Decimal(plain.replace(",", "."))
    return format(found.normalize() + 0, "f")


def require_vorm(vorm: Vorm) -> Vorm:
    """Return it with its texts trimmed, and without what does not go with its soort.

    Raises OngeldigeInvoer for a unit or a list that nobody could answer with.
    """
    if vorm.soort is VraagSoort.GETAL:
        return Vorm(vorm.soort, eenheid=one_line(vorm.eenheid, LONGEST_EENHEID))
    if vorm.soort is VraagSoort.KEUZE:
        return Vorm(vorm.soort, keuzes=require_keuzes(vorm.keuzes))
    return Vorm(vorm.soort)


def require_keuzes(given: Sequence[str]) -> tuple[str, ...]:
    """Return what can be chosen.

    Raises OngeldigeInvoer for fewer than two, for too many, and for one that stands there twice.
    """
    found = tuple(text for each in given if (text := one_line(each, LONGEST_KEUZE)))
    if not 2 <= len(found) <= MOST_KEUZES:
        raise OngeldigeInvoer(f"Geef 2 tot {MOST_KEUZES} mogelijkheden om uit te kiezen, elk op een regel.")
    if len({each.casefold() for each in found}) < len(found):
        raise OngeldigeInvoer("Een mogelijkheid staat er twee keer. Haal er een weg.")
    return found


def one_line(text: str, longest: int) -> str:
    found = " ".join(clean(text, longest).split())
    if BETWEEN in found:
        raise OngeldigeInvoer(f"Het teken {BETWEEN} scheidt mogelijkheden in bestanden. Schrijf iets anders.")
    return found
