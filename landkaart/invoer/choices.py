"""Columns in which a cell is one of a few: by its code or, as people write it, by its name."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from typing import TypeVar

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.rollen import Rol
from landkaart.domein.vraagvorm import VraagSoort
from landkaart.invoer.faults import quote

Value = TypeVar("Value")

RANGE = re.compile(r"([0-9]{1,3}) ?%? ?[-–—] ?([0-9]{1,3}) ?%?|(100) ?%")
PERCENT = re.compile(r"[0-9]{1,3}(?:[.,][0-9]+)? ?%")
FRACTION = re.compile(r"0[.,]([0-9]{1,16})")
BAND_LABELS = ", ".join(f"{band.label} ({band.range})" for band in Band)


class NietBekend(OngeldigeInvoer):
    """What a file says is none of the values there are; `near` finds the one that may be meant, which takes time."""

    def __init__(self, reden: str, text: str, names: Iterable[str]):
        super().__init__(reden)
        self.text, self.names = text, names

    def near(self) -> str:
        """Return the question that helps on, with a blank before it; nothing when no name is near."""
        return hint(self.text, self.names)


def hint(text: str, names: Iterable[str]) -> str:
    found = nearest(text, names)
    return f" Is {found} bedoeld?" if found else ""


def nearest(text: str, names: Iterable[str]) -> str | None:
    """Find the name that a text is nearest to; spaces, capitals, accents and hyphens do not count."""
    by_letters = {squeeze(name): name for name in names}
    found = get_close_matches(squeeze(text[:60]), by_letters, n=1, cutoff=0.75)
    return by_letters[found[0]] if found else None


def squeeze(text: str) -> str:
    """Return its letters and digits, without capitals and accents: by these a name is known however it is written."""
    plain = text if text.isascii() else unicodedata.normalize("NFD", text)
    return "".join(sign for sign in plain.casefold() if sign.isalnum())


def band(text: str) -> Band:
    """Read a band: its code, its label ("In ontwikkeling"), its range as the report prints it ("33-65%"), or both.

    A per cent within a range is none: an answer is a band, and never a mean.

    Raises OngeldigeInvoer.
    """
    found = bands().get(squeeze(text)) if any(map(str.isalpha, text)) else ranges().get(plain_range(text))
    if found is None:
        raise NietBekend(f"{no_band(text)} Kies uit {BAND_LABELS}.", text, [each.label for each in Band])
    return found


def plain_range(text: str) -> str:
    """Return a range without the signs that do not matter: "33 – 65 %" is "33-65", and "100 %" is "100"."""
    found = RANGE.fullmatch(text)
    return "-".join(part for part in found.groups() if part) if found else text + "?"


def no_band(text: str) -> str:
    """Say why it is none; of a part of one, which per cent it is."""
    part = FRACTION.fullmatch(text)
    if part:
        # Decimals as they are written: 0.07 is 7%, and 0.675 is 67,5%.
        whole, rest = part[1].ljust(2, "0")[:2].lstrip("0") or "0", part[1][2:].rstrip("0")
        return f"{quote(text)} is {whole}{',' if rest else ''}{rest}%, en dat is geen band."
    return f"{quote(text)} is {'een percentage en ' if PERCENT.fullmatch(text) else ''}geen band."


@cache
def bands() -> dict[str, Band]:
    """Return every band by the letters of its code, of its label, and of label and range together."""
    found: dict[str, Band] = {}
    for each in Band:
        found |= dict.fromkeys(map(squeeze, (each.code, each.label, each.label + each.range, each.range + each.label)), each)
    return found


@cache
def ranges() -> dict[str, Band]:
    return {each.range.removesuffix("%"): each for each in Band}


def mijlpaal(text: str) -> str:
    """Read a mijlpaal: its code, or its titel as the report prints it.

    Raises OngeldigeInvoer.
    """
    codes = catalogus().codes
    return one_of(text, mijlpalen(), "mijlpaal", codes)


@cache
def mijlpalen() -> dict[str, str]:
    found = {squeeze(each.titel): each.code for each in catalogus().mijlpalen}
    return found | {squeeze(code): code for code in catalogus().codes}


def soort(text: str) -> VraagSoort:
    """Read how a vraag is answered: its code, or what readers see ("Een getal").

    Raises OngeldigeInvoer.
    """
    words = {squeeze(word): each for each in VraagSoort for word in (each.value, each.label)}
    return one_of(text, words, "soort", list(VraagSoort.by_code()))


def indicatie(text: str) -> str:
    """Read an indicatie of the AKO: its code, or what readers see ("haalt het dit jaar").

    Raises OngeldigeInvoer.
    """
    return one_of(text, indicaties(), "indicatie", list(Indicatie.by_code()))


@cache
def indicaties() -> dict[str, str]:
    return {squeeze(word): each.value for each in Indicatie for word in (each.value, each.label)}


def rol(text: str) -> Rol:
    """Read a role: its code or its label, in any letters.

    Raises OngeldigeInvoer.
    """
    known = {squeeze(word): each for each in Rol for word in (each.value, each.label)}
    return one_of(text, known, "rol", [each.value for each in Rol])


def ja_nee(text: str) -> bool:
    """Read whether something is so: ja or nee.

    Raises OngeldigeInvoer.
    """
    return one_of(text, {"ja": True, "nee": False}, "ja of nee", ["ja", "nee"])


def one_of(text: str, known: Mapping[str, Value], noun: str, names: Iterable[str]) -> Value:
    """Return what goes by the letters of this text.

    Raises OngeldigeInvoer with what there is to choose from: `names`.
    """
    found = known.get(squeeze(text))
    if found is None:
        raise NietBekend(f"{quote(text)} is geen {noun}. Kies uit {', '.join(names)}.", text, names)
    return found
