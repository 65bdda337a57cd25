"""The referee on who moved and how averages went: a naive recount beside `naief`, with the same inputs, as plain loops."""

from tests.recount.naief import band_of, mean, richting, score_on, total_score


def went(stand, stand_vorig, wanted):
    """Codes of the werkpleinen of the newer stand that went one way on their total."""
    found = []
    for code in stand:
        before = total_score(stand_vorig[code]) if code in stand_vorig else None
        if richting(before, total_score(stand[code])) == wanted:
            found.append(code)
    return sorted(found)


def moved(stand, stand_vorig, mijlpalen, wanted):
    """The same on some mijlpalen, of those that are in both."""
    found = []
    for code in stand:
        if code in stand_vorig:
            before, now = score_on(stand_vorig[code], mijlpalen), score_on(stand[code], mijlpalen)
            if richting(before, now) == wanted:
                found.append(code)
    return sorted(found)


def crossed(stand, stand_vorig, mijlpalen):
    """dict (van, naar) -> codes; a band is 0..3, van is "nieuw" without an older stand, naar "verdwenen" without a newer."""
    found = {}
    for code in sorted({*stand, *stand_vorig}):
        van = band_of(score_on(stand_vorig[code], mijlpalen)) if code in stand_vorig else "nieuw"
        naar = band_of(score_on(stand[code], mijlpalen)) if code in stand else "verdwenen"
        found.setdefault((van, naar), []).append(code)
    return found


def always(stands):
    """Codes of those that are in every stand that is not empty."""
    filled = [stand for stand in stands if stand]
    codes = []
    for code in filled[0] if filled else []:
        if all(code in stand for stand in filled):
            codes.append(code)
    return sorted(codes)


def averages(stands, codes=None):
    """Per stand how many werkpleinen and their exact mean (None for nobody)."""
    rows = []
    for stand in stands:
        scores = [total_score(stand[code]) for code in stand if codes is None or code in codes]
        rows.append((len(scores), mean(scores)))
    return rows


def distance(stand, codes):
    """Mean and number of a group, mean and number of all others."""
    inside = [total_score(stand[code]) for code in stand if code in codes]
    outside = [total_score(stand[code]) for code in stand if code not in codes]
    return mean(inside), len(inside), mean(outside), len(outside)
