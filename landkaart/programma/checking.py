"""What the parts of a programme must be to each other; each check yields its faults, as sentences."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from landkaart.programma.inhoud import Programma

CODE = re.compile("[a-z0-9]+(?:[-_][a-z0-9]+)*")
FEWEST, MOST = 2, 8
# Each can be drawn on a map and stands in the letters of every file.
TEKENS = "▼■●◆▲◀▶✚"
# What stands for all mijlpalen, or for who came or went, in files and addresses.
TAKEN = {"totaal", "nieuw", "verdwenen", "open", "geen"}
# Of text on its ground (WCAG 2.2, 1.4.3).
READABLE = 4.5


def check_banden(found: Programma) -> Iterator[str]:
    edges = [band.vanaf for band in found.banden]
    if not FEWEST <= len(edges) <= MOST:
        yield f"Een programma heeft {FEWEST} tot {MOST} banden; hier zijn het er {len(edges)}."
    if edges != sorted(set(edges)) or edges[:1] != [0] or edges[-1:] != [100]:
        yield "De banden staan van slecht naar goed: ‘vanaf’ begint bij 0, loopt op en eindigt bij 100."
    for name in ("code", "naam", "teken", "kleur"):
        yield from twice(f"‘{name}’ van een band", (getattr(band, name) for band in found.banden))
    for band in found.banden:
        if band.teken and band.teken not in TEKENS:
            yield f"Band {band.naam}: kies als ‘teken’ een van {' '.join(TEKENS)}."
        if band.kleur and band.tekstkleur and len(band.kleur) == len(band.tekstkleur) == 7:
            ratio = contrast(band.kleur, band.tekstkleur)
            if ratio < READABLE:
                yield f"Band {band.naam}: {band.tekstkleur} is niet te lezen op {band.kleur} ({ratio:.1f} op 1)."


def check_codes(found: Programma) -> Iterator[str]:
    mijlpalen = found.mijlpalen
    if not mijlpalen:
        yield "Er is geen enkele mijlpaal."
    for code in [band.code for band in found.banden] + [each.code for each in mijlpalen]:
        if code and (not CODE.fullmatch(code) or code in TAKEN):
            yield f"‘{code}’ kan geen code zijn: gebruik kleine letters, cijfers en streepjes, en geen vast woord."
    yield from twice("‘code’ van een mijlpaal", (each.code for each in mijlpalen))
    yield from twice("‘titel’ van een mijlpaal", (each.titel for each in mijlpalen))
    yield from twice("‘naam’ van een fase", (fase.naam for fase in found.fasen))
    for fase in found.fasen:
        if fase.naam and not fase.mijlpalen:
            yield f"Fase {fase.naam} heeft geen mijlpalen."


def check_regels(found: Programma) -> Iterator[str]:
    regels, bands, codes = found.regels, [band.code for band in found.banden], [each.code for each in found.mijlpalen]
    for name in ("laag_onder", "dit_jaar_vanaf", "volgend_jaar_vanaf"):
        if asked := getattr(regels, name):
            yield from unknown(f"[regels] {name}", [asked], bands, "band")
    yield from unknown("[regels] tegenspraak", [code for pair in regels.tegenspraak for code in pair], codes, "mijlpaal")
    yield from unknown("[samen] mijlpalen", found.samen.mijlpalen, codes, "mijlpaal")


def unknown(where: str, asked: Iterable[str], known: list[str], what: str) -> Iterator[str]:
    for code in dict.fromkeys(asked):
        if code not in known:
            near = get_close_matches(code, known, 1)
            yield f"{where}: er is geen {what} ‘{code}’." + (f" Bedoelt u ‘{near[0]}’?" if near else "")


def twice(what: str, values: Iterable[str]) -> Iterator[str]:
    for value, count in Counter(values).items():
        if value and count > 1:
            yield f"{what} moet eigen zijn: ‘{value}’ staat er {count} keer."


def contrast(one: str, other: str) -> float:
    """Return how well two colours can be told apart, from 1 to 21, as WCAG 2.2 computes it."""
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
