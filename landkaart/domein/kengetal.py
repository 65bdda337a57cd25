"""A kengetal: one of the other figures of the report, as its source prints it, with its unit, its note and its source."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from landkaart.domein.fouten import Fout, OngeldigeInvoer
from landkaart.domein.typed_text import clean, is_one_line

# What a source says of a figure that it does not have: not 0, and not empty.
NIET_BESCHIKBAAR = "n.b."
TOTAAL = "totaal"
# The unit of what is no number: "voldoende", "toename".
TEKST = "tekst"
LONGEST_LINE, LONGEST_NOTE, LONGEST_WAARDE = 200, 500, 60

AS_NOT_AVAILABLE = re.compile(r"n\.? ?b\.?", re.IGNORECASE)
# With dots for thousands, as budgets are printed; or with a decimal comma or, as a spreadsheet has it, a decimal point.
THOUSANDS = re.compile(r"(-?[0-9]{1,3}(?:\.[0-9]{3})+)(,[0-9]{1,6})?")
NUMBER = re.compile(r"(-?[0-9]{1,15})(?:[,.]([0-9]{1,6}))?")
STARTS_AS_NUMBER = re.compile(r"[-−+]?\s*[0-9]")


class Kenmerk(NamedTuple):
    """What tells a kengetal from the others of its tertaal."""

    tabel: str  # A code: "47.1", "kpi-uitstroom".
    onderdeel: str  # Empty where the table has no parts.
    indicator: str
    uitsplitsing: str  # Of whom: "totaal", "WW".
    periode: str  # As printed: "2009 t/m aug", "ultimo 2006".
    soort: str  # "realisatie", "streefwaarde", "begroting", "verschil"…


@dataclass(frozen=True)
class Kengetal:
    """`waarde` as `read_waarde` returns it: "154972", "6,8", "n.b."."""

    tabel: str
    onderdeel: str
    indicator: str
    uitsplitsing: str
    periode: str
    soort: str
    waarde: str
    eenheid: str
    noot: str = ""
    bron: str = ""

    @property
    def kenmerk(self) -> Kenmerk:
        return Kenmerk(self.tabel, self.onderdeel, self.indicator, self.uitsplitsing, self.periode, self.soort)

    @property
    def is_niet_beschikbaar(self) -> bool:
        return self.waarde == NIET_BESCHIKBAAR

    @property
    def getal(self) -> Decimal | None:
        """Return the number, with as many decimals as were printed; None for n.b. and for a text."""
        if self.eenheid == TEKST or self.is_niet_beschikbaar:
            return None
        return Decimal(self.waarde.replace(",", "."))

    def checked(self) -> "Kengetal":
        """Return the same as it can be kept.

        Raises OngeldigeInvoer.
        """
        found = replace(
            self,
            tabel=require_text(self.tabel, "een tabel"),
            onderdeel=optional_text(self.onderdeel, LONGEST_LINE),
            indicator=require_text(self.indicator, "een indicator"),
            uitsplitsing=optional_text(self.uitsplitsing, LONGEST_LINE) or TOTAAL,
            periode=require_text(self.periode, "een periode"),
            soort=require_text(self.soort, "een soort, zoals realisatie of streefwaarde"),
            waarde=read_waarde(self.waarde),
            eenheid=require_text(self.eenheid, "een eenheid"),
            noot=optional_text(self.noot, LONGEST_NOTE),
            bron=optional_text(self.bron, LONGEST_NOTE),
        )
        require_fitting(found.waarde, found.eenheid)
        return found


class KengetalGewijzigd(Fout):
    """Somebody else changed it since it was shown."""

    def __init__(self) -> None:
        super().__init__(
            "Dit cijfer is intussen door een ander gewijzigd. Er is niets opgeslagen. Hieronder staat hoe het nu is; pas uw "
            "wijziging daarop aan."
        )


def read_waarde(text: str) -> str:
    """Return a figure as it is kept: without dots for thousands, with the decimals that were printed, "n.b.", or a text.

    Raises OngeldigeInvoer for nothing at all, and for what begins as a number and is none.
    """
    found = clean(text, LONGEST_WAARDE).replace("−", "-")
    if not is_one_line(found):
        raise OngeldigeInvoer("Vul een waarde in. Is het cijfer niet beschikbaar, schrijf dan n.b.; dat is geen 0.")
    if AS_NOT_AVAILABLE.fullmatch(found):
        return NIET_BESCHIKBAAR
    plain = found.removesuffix("%").strip()
    if many := THOUSANDS.fullmatch(plain):
        return many[1].replace(".", "") + (many[2] or "")
    if number := NUMBER.fullmatch(plain):
        return number[1] + (f",{number[2]}" if number[2] else "")
    if STARTS_AS_NUMBER.match(found):
        raise OngeldigeInvoer(f"‘{found}’ is geen getal. Schrijf het zoals 154.972, 6,8 of -10; of n.b.")
    return found


def require_fitting(waarde: str, eenheid: str) -> None:
    """Judge that what is no number says so by its unit.

    Raises OngeldigeInvoer.
    """
    is_number = waarde == NIET_BESCHIKBAAR or NUMBER.fullmatch(waarde) is not None
    if eenheid != TEKST and not is_number:
        raise OngeldigeInvoer(f"‘{waarde}’ is geen getal. Schrijf een getal of n.b., of kies de eenheid {TEKST}.")


def require_text(text: str, what: str) -> str:
    """Return a text on one line, trimmed; `what` names it for the reader: "een indicator".

    Raises OngeldigeInvoer.
    """
    found = optional_text(text, LONGEST_LINE)
    if not found:
        raise OngeldigeInvoer(f"Vul {what} in.")
    return found


def optional_text(text: str | None, longest: int) -> str:
    """Return a text on one line, trimmed; nothing for nothing.

    Raises OngeldigeInvoer.
    """
    return " ".join(clean(text or "", longest).split())


def by_kenmerk(kengetallen: Iterable[Kengetal]) -> Mapping[Kenmerk, Kengetal]:
    return {each.kenmerk: each for each in kengetallen}


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Round half up, as the sources do: 34,5 of 200 is printed as 35%."""
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def decimals_of(number: Decimal) -> int:
    """Return how many decimals were printed."""
    return max(-int(number.as_tuple().exponent), 0)
