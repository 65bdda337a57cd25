"""A form that was filled in elsewhere, beside what stands here now: what would change, and what was changed meanwhile."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from landkaart.domein.band import Band
from landkaart.domein.formulier import Onderdeel
from landkaart.domein.vraagvorm import JaNee

# Beside the four bands: as it was last time.
ONGEWIJZIGD = "Ongewijzigd"

Waarde = Band | JaNee | str | None


@dataclass(frozen=True)
class Ingevuld:
    """One part of a form as a workbook has it, `basis` being the version that it was made from; it was changed there.

    `bevestigt`: "Ongewijzigd" was chosen, so that `waarde` says nothing.
    """

    deel: Onderdeel
    waarde: Waarde
    basis: datetime | None
    bevestigt: bool = False


@dataclass(frozen=True)
class Voorstel:
    """What a part of the form would become. `versie`: of what stands there now; `intussen`: not what the workbook had."""

    deel: Onderdeel
    oud: Waarde
    nieuw: Waarde
    versie: datetime | None
    intussen: bool
    bevestigt: bool


def compare(
    parts: Iterable[Ingevuld], now: Mapping[Onderdeel, tuple[Waarde, datetime | None]], before: Mapping[str, Band]
) -> list[Voorstel]:
    """Return what would change, without what already is so; `before`: last time's bands, which "Ongewijzigd" is about."""
    found = []
    for part in parts:
        oud, versie = now[part.deel]
        nieuw = before.get(part.deel[1]) if part.bevestigt else part.waarde
        # Nothing and an empty text are the same; NIET is a band, not nothing.
        if (None if nieuw == "" else nieuw) != (None if oud == "" else oud):
            confirms = part.bevestigt and oud is None
            found.append(Voorstel(part.deel, oud, nieuw, versie, part.basis != versie, confirms))
    return found


def digest(proposed: Iterable[Voorstel]) -> str:
    """Return the mark of a proposal, the same for the same one: whoever agrees says to which."""
    return hashlib.sha256(repr([plain(each) for each in proposed]).encode()).hexdigest()[:32]


def plain(each: Voorstel) -> tuple[Any, ...]:
    return (each.deel, str(each.oud), str(each.nieuw), each.versie and each.versie.isoformat(), each.bevestigt)


def mark(text: str) -> str:
    """Return what tells whether a text was changed, without keeping it twice."""
    return hashlib.sha256(text.encode()).hexdigest()[:16] if text else ""
