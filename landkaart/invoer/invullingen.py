"""Fourteen rows of scores make one invulling; what does not come to fourteen is named."""

from collections.abc import Iterator
from typing import Any

from landkaart.domein.catalogus import catalogus
from landkaart.invoer.faults import Fault, Findings, Loose, Part, spans
from landkaart.invoer.records import InvullingRecord
from landkaart.invoer.rows import UNREADABLE, Row
from landkaart.invoer.tables import SCORES

# More than this cannot be whole in the longest file, and come to more faults than are kept.
MAX_INVULLINGEN = 25_000
MAX_SCORES = 11_000

# Either can be UNREADABLE.
Key = tuple[Any, Any]
# One row: regel, ingevuld_op, mijlpaal, band, toelichting. What could not be read is UNREADABLE.
Score = tuple[int, Any, Any, Any, Any]


def make_invullingen(rows: Iterator[Row], found: Findings) -> tuple[InvullingRecord, ...]:
    """Return the invullingen that are whole, in the order of their first rows; what is wrong with others is a fault."""
    codes = catalogus().codes
    made = []
    for key, scores in grouped(rows).items():
        invulling = None if UNREADABLE in key else make_invulling(key, scores, codes, found)
        if invulling:
            made.append(invulling)
        else:
            keep_part(key, scores, found)
    return tuple(made)


def keep_part(key: Key, scores: list[Score], found: Findings) -> None:
    """Keep what could be read of an invulling that is not whole: which werkplein, which tertaal, and its first day."""
    werkplein, tertaal = (None if value is UNREADABLE else value for value in key)
    days = [(regel, day) for regel, day, *_ in scores if day is not UNREADABLE]
    if werkplein is not None:
        found.loose.append(Loose(found.bestand, scores[0][0], werkplein))
    regel, day = days[0] if days else (scores[0][0], None)
    found.parts.append(Part(SCORES.naam, found.bestand, regel, werkplein, tertaal, day))


def grouped(rows: Iterator[Row]) -> dict[Key, list[Score]]:
    """Return the rows by werkplein and tertaal, in the order of their first rows; they need not stand together.

    One of the two, or both, can be UNREADABLE: such rows make no invulling.
    """
    groups: dict[Key, list[Score]] = {}
    for regel, (werkplein, tertaal, *rest) in rows:
        scores = groups.setdefault((werkplein, tertaal), [])
        scores.append((regel, *rest))
        if len(groups) > MAX_INVULLINGEN or len(scores) > MAX_SCORES:
            break
    return groups


def make_invulling(key: Key, scores: list[Score], codes: tuple[str, ...], found: Findings) -> InvullingRecord | None:
    """Return the invulling of these rows; None if it is not whole, or has a cell that could not be read."""
    wrong = [*doubles(key, scores), *missing(key, scores, codes), *other_day(scores)]
    for regel, kolom, reden in wrong:
        found.add(Fault(found.bestand, regel, kolom, reden))
    if wrong or any(UNREADABLE in score for score in scores):
        return None
    by_mijlpaal = {mijlpaal: (band, toelichting) for _, _, mijlpaal, band, toelichting in scores}
    banden = {code: by_mijlpaal[code][0] for code in codes}
    toelichtingen = {code: by_mijlpaal[code][1] for code in codes if by_mijlpaal[code][1]}
    return InvullingRecord(*key, scores[0][1], banden, toelichtingen, found.bestand, scores[0][0])


def doubles(key: Key, scores: list[Score]) -> Iterator[tuple[int, str, str]]:
    """Return regel, kolom and reden of a mijlpaal that stood on an earlier line; of more of them, once for all."""
    first: dict[str, int] = {}
    again: dict[int, str] = {}
    for regel, _, mijlpaal, *_ in scores:
        if mijlpaal is not UNREADABLE and first.setdefault(mijlpaal, regel) != regel:
            again[regel] = mijlpaal
    if len(again) == 1:
        [(regel, mijlpaal)] = again.items()
        yield regel, "mijlpaal", f"‘{mijlpaal}’ van {name(key)} staat ook op regel {first[mijlpaal]}."
    elif again:
        before, after = spans(sorted({first[mijlpaal] for mijlpaal in again.values()})), spans(list(again))
        told = f"de invulling van {name(key)} staat er vaker in: op regel {before}, en nog eens op regel {after}."
        yield next(iter(again)), "mijlpaal", f"{told} Laat van elke mijlpaal één regel staan."


def missing(key: Key, scores: list[Score], codes: tuple[str, ...]) -> Iterator[tuple[int, str, str]]:
    """Return regel, kolom and reden when mijlpalen are missing.

    Not when it may be that of a row whose mijlpaal could not be read: that row has its own fault.
    """
    given = [mijlpaal for _, _, mijlpaal, *_ in scores]
    absent = [code for code in codes if code not in given]
    if len(absent) > given.count(UNREADABLE):
        number = f"{len(absent)} van de {len(codes)} mijlpalen"
        yield scores[0][0], "mijlpaal", f"de invulling van {name(key)} mist {number}: {', '.join(absent)}."


def other_day(scores: list[Score]) -> Iterator[tuple[int, str, str]]:
    """Return regel, kolom and reden of the first row with another day than those before: one fault per invulling will do."""
    days = [(day, regel) for regel, day, *_ in scores if day is not UNREADABLE]
    for day, regel in days:
        if day != days[0][0]:
            reden = f"hier staat {day}, op regel {days[0][1]} {days[0][0]}. Een invulling heeft één datum."
            yield regel, "ingevuld_op", reden
            return


def name(key: Key) -> str:
    """Return how an invulling is called in a sentence."""
    return f"{key[0]} over {key[1]}"
