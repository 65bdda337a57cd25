"""The referee of places and of learning, written from what the pages promise; shares no code with `landkaart/`.

A stand is a dict werkplein code -> dict mijlpaal -> band (0..3); `where` gives each code (arbeidsmarktregio, provincie,
breedtegraad, lengtegraad). Tertalen are text.
"""

import math

from tests.recount.naief import LOWER_EDGES, tertaal_before


def total(bands, mijlpalen):
    return sum(LOWER_EDGES[bands[mijlpaal]] for mijlpaal in mijlpalen)


def places(stand, mijlpalen):
    """One more than how many stand higher."""
    found = {}
    for code, bands in stand.items():
        higher = [other for other in stand.values() if total(other, mijlpalen) > total(bands, mijlpalen)]
        found[code] = 1 + len(higher)
    return found


def peers(stand, code, count):
    def gap(other):
        return abs(total(stand[other], stand[other]) - total(stand[code], stand[code]))

    others = sorted((other for other in stand if other != code), key=gap)
    if not others:
        return set()
    last = others[:count][-1]
    return {other for other in others if gap(other) <= gap(last)}


def weak(stand, code, mijlpalen):
    found = []
    for place, mijlpaal in enumerate(mijlpalen):
        if stand[code][mijlpaal] != 3:
            solved = len([other for other in stand.values() if other[mijlpaal] == 3])
            found.append((stand[code][mijlpaal], -solved, place, mijlpaal))
    return [mijlpaal for *_, mijlpaal in sorted(found)]


def ring(where, one, other):
    if where[one][0] == where[other][0]:
        return 0
    return 1 if where[one][1] == where[other][1] else 2


def kilometres(where, one, other):
    """By the angle between two points on a ball."""

    def point(code):
        latitude, longitude = (math.radians(degrees) for degrees in where[code][2:])
        return (math.cos(latitude) * math.cos(longitude), math.cos(latitude) * math.sin(longitude), math.sin(latitude))

    chord = math.dist(point(one), point(other))
    return 2 * 6371 * math.asin(min(1, chord / 2))


def difference(bands, others):
    return sum(abs(LOWER_EDGES[bands[mijlpaal]] - LOWER_EDGES[others[mijlpaal]]) for mijlpaal in bands)


def voorbeelden(stands, tertaal, code, mijlpaal, steps):
    """By code: (band then, tertaal then, tertaal in which it first was at 100% after it, difference in points)."""
    found = {}
    for other, bands in stands[tertaal].items():
        if other == code or bands[mijlpaal] != 3:
            continue
        for back in range(steps, 0, -1):
            then = tertaal_before(tertaal, back)
            before = stands.get(then, {}).get(other)
            if before is not None and before[mijlpaal] in (0, 1):
                later = [each for each in sorted(stands) if then < each <= tertaal]
                reached = [each for each in later if stands[each].get(other, {}).get(mijlpaal) == 3]
                found[other] = (before[mijlpaal], then, reached[0], difference(stands[tertaal][code], before))
    return found
