"""The referee of the prognose and of zoeken: plain loops and exact fractions. It shares no code with `landkaart/`."""

from fractions import Fraction
from math import ceil

from tests.recount.naief import mean


def number_of(tertaal):
    year, third = tertaal.split("-")
    return 3 * int(year) + int(third)


def tertaal_of(number):
    return f"{(number - 1) // 3}-{(number - 1) % 3 + 1}"


def quartile(numbers, part):
    """The value at a quarter (part 1), half (2) or three quarters (3) of the way along the sorted numbers."""
    ordered = sorted(numbers)
    place = Fraction(part * (len(ordered) - 1), 4)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def slopes(history, tertaal):
    """`history`: exact scores by tertaal, where there is a stand. Of every two in the last six tertalen; None if few."""
    known = [(number_of(each), score) for each, score in history.items() if 0 <= number_of(tertaal) - number_of(each) < 6]
    if len(known) < 3:
        return None
    found = []
    for first, before in known:
        for second, after in known:
            if first < second:
                found.append((after - before) / (second - first))
    return [quartile(found, part) for part in (1, 2, 3)]


def steps_to_100(score, slope):
    if score == 100:
        return 0
    if slope is None or slope <= 0:
        return None
    steps = ceil((100 - score) / slope)
    return steps if steps <= 30 else None


def within_0_and_100(score):
    return max(Fraction(0), min(Fraction(100), score))


def prognose(history, tertaal):
    """A dict per werkplein: score, laag, helling, hoog (exact), laatst, bereikt, vroegst (in tertalen), verwachting."""
    score = history[tertaal]
    laag, helling, hoog = slopes(history, tertaal) or (None, None, None)
    laatst, bereikt, vroegst = (steps_to_100(score, slope) for slope in (laag, helling, hoog))
    verwachting = "bereikt"
    if score == 100:
        verwachting = "groen"
    elif helling is None:
        verwachting = "te_weinig_gegevens"
    elif bereikt is None:
        verwachting = "niet"
    return {"score": score, "laag": laag, "helling": helling, "hoog": hoog, "laatst": laatst, "bereikt": bereikt,
            "vroegst": vroegst, "verwachting": verwachting}  # fmt: skip


def proef(histories, tertalen, vooruit):
    """Mean distance between foretold and come: by the pace, by no change, by the last step again; and over how many."""
    by_pace, by_none, by_step = [], [], []
    for history in histories.values():
        for tertaal in tertalen:
            before, target = (tertaal_of(number_of(tertaal) + steps) for steps in (-1, vooruit))
            known = [tertaal in history, before in history, target in history]
            found = slopes(history, tertaal) if all(known) else None
            if found is None:
                continue
            now, came = history[tertaal], history[target]
            by_pace.append(abs(within_0_and_100(now + vooruit * found[1]) - came))
            by_none.append(abs(now - came))
            by_step.append(abs(within_0_and_100(now + vooruit * (now - history[before])) - came))
    return len(by_pace), mean(by_pace), mean(by_none), mean(by_step)
