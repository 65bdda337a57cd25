"""The referee: a naive recount of every figure of the landkaart, written from the rules only (domein.md).

It shares no code with `landkaart/` and must not: the tests hold the two counts side by side. Slow and obvious on
purpose: plain loops over plain dicts, exact fractions inside, whole per cents only where a figure is shown.

What goes in:
- werkpleinen: list of {"code", "naam", "actief_van": date or None, "actief_tot": date or None}
- uitvragen: dict tertaal -> {"opent": date, "sluit": date, "actueel_vanaf": date}
- invullingen: list of {"werkplein", "tertaal", "ingevuld_op": date, "banden": {mijlpaal: 0..3}}; submitted ones only,
  so each has all its mijlpalen; at most one per werkplein and tertaal
- fasen: list of (fase naam, [mijlpaal codes]) in the order of the catalogue
A stand, as it goes in and comes out, is a dict werkplein code -> the invulling that werkplein stands on.
Tertalen are text such as "2009-2" and sort as text.
"""

from datetime import date
from fractions import Fraction

BAND_CODES = ["niet", "in_ontwikkeling", "gedeeltelijk", "volledig"]
LOWER_EDGES = [0, 33, 66, 100]
TOTAL_ROW = "Gemiddelde score (totaal)"
MONTHS = {1: ("jan", "apr"), 2: ("mei", "aug"), 3: ("sep", "dec")}


# The calendar
def tertaal_before(tertaal, steps=1):
    """The tertaal so many steps back: 2009-2, two steps, is 2008-3."""
    year, number = (int(part) for part in tertaal.split("-"))
    counted = 3 * year + number - 1 - steps
    return f"{counted // 3}-{counted % 3 + 1}"


def closing_day(tertaal, uitvragen):
    """The first moment that is too late; without an uitvraag, the first day after the tertaal."""
    if tertaal in uitvragen:
        return uitvragen[tertaal]["sluit"]
    year, number = (int(part) for part in tertaal.split("-"))
    return date(year + 1, 1, 1) if number == 3 else date(year, 4 * number + 1, 1)


def periode(tertaal):
    year, number = tertaal.split("-")
    first, last = MONTHS[int(number)]
    return f"{first} {year} t/m {last} {year}"


# Numbers
def shown(fraction):
    """A mean as it is printed: truncated, not rounded."""
    return None if fraction is None else int(fraction)


def share(part, whole):
    """Part of whole in whole per cents, rounded half up; of nothing there is no share."""
    return None if whole == 0 else int(Fraction(100 * part, whole) + Fraction(1, 2))


def mean(numbers):
    """The exact mean; of nothing there is no mean."""
    return Fraction(sum(numbers)) / len(numbers) if numbers else None


def band_of(fraction):
    """The band (0..3) an exact score falls in: 99.6 is not 100."""
    return len([edge for edge in (33, 66, 100) if fraction >= edge])


# One invulling
def points(invulling, mijlpaal):
    """What the answer for one mijlpaal counts for: the lower edge of its band."""
    return LOWER_EDGES[invulling["banden"][mijlpaal]]


def score_on(invulling, mijlpalen):
    """The mean over some mijlpalen: those of a fase, or a single one."""
    return mean([points(invulling, mijlpaal) for mijlpaal in mijlpalen])


def total_score(invulling):
    """The mean over all mijlpalen, not over the fasen."""
    return score_on(invulling, list(invulling["banden"]))


# The stand (rules 6 and 7)
def is_open(werkplein, day):
    """Whether a werkplein is open at the closing of an uitvraag."""
    started = werkplein["actief_van"] is None or werkplein["actief_van"] < day
    stopped = werkplein["actief_tot"] is not None and werkplein["actief_tot"] < day
    return started and not stopped


def latest_invulling(code, tertaal, invullingen):
    """The invulling of this tertaal or, failing that, of the latest before it; None if there never was one."""
    known = [each for each in invullingen if each["werkplein"] == code and each["tertaal"] <= tertaal]
    return max(known, key=lambda each: each["tertaal"], default=None)


def stand(tertaal, werkpleinen, invullingen, uitvragen):
    result = {}
    for werkplein in werkpleinen:
        invulling = latest_invulling(werkplein["code"], tertaal, invullingen)
        if invulling is not None and is_open(werkplein, closing_day(tertaal, uitvragen)):
            result[werkplein["code"]] = invulling
    return result


def by_region(stand, regio_of, regio):
    """The same stand, for the werkpleinen of one region only."""
    return {code: invulling for code, invulling in stand.items() if regio_of[code] == regio}


# The tables of the report
def margins(scores):
    """The mean of a list of scores, and how many and what share of them fall in each band."""
    row = {"gemiddelde": shown(mean(scores))}
    for band, band_code in enumerate(BAND_CODES):
        count = len([score for score in scores if band_of(score) == band])
        row[band_code] = count
        row[band_code + "_pct"] = share(count, len(scores))
    return row


def tabel2(stand, fasen):
    """The total first, then each fase; the bands come from each werkplein's own mean."""
    totals = [total_score(invulling) for invulling in stand.values()]
    rows = [{"fase": TOTAL_ROW, "aantal_werkpleinen": len(stand), **margins(totals)}]
    for fase, mijlpalen in fasen:
        scores = [score_on(invulling, mijlpalen) for invulling in stand.values()]
        rows.append({"fase": fase, "aantal_werkpleinen": len(stand), **margins(scores)})
    return rows


def tabel3(stand, fasen, titels):
    rows = []
    for fase, mijlpalen in fasen:
        for mijlpaal in mijlpalen:
            scores = [score_on(invulling, [mijlpaal]) for invulling in stand.values()]
            rows.append({"fase": fase, "mijlpaal": titels[mijlpaal], **margins(scores)})
    return rows


def tabel4(tertalen, werkpleinen, invullingen, uitvragen):
    """A row per tertaal, newest first; the tertalen come in oldest first."""
    rows = []
    for tertaal in reversed(tertalen):
        stood = stand(tertaal, werkpleinen, invullingen, uitvragen)
        gemiddelde = shown(mean([total_score(invulling) for invulling in stood.values()]))
        rows.append({"tertaal": tertaal, "periode": periode(tertaal), "gemiddelde": gemiddelde})
    return rows


# Two stands side by side
def richting(score_vorig, score):
    """Decided on the exact scores, not on the shown ones."""
    if score_vorig is None:
        return "nieuw"
    if score > score_vorig:
        return "vooruit"
    if score < score_vorig:
        return "achteruit"
    return "gelijk"


def vergelijking(stand, stand_vorig, namen):
    """A row per werkplein of the newer stand, by code; verschil is what a reader gets who subtracts."""
    rows = []
    for code in sorted(stand):
        score, score_vorig, verschil = total_score(stand[code]), None, None
        if code in stand_vorig:
            score_vorig = total_score(stand_vorig[code])
            verschil = shown(score) - shown(score_vorig)
        rows.append(
            {
                "code": code,
                "naam": namen[code],
                "score_vorig": shown(score_vorig),
                "score": shown(score),
                "verschil": verschil,
                "richting": richting(score_vorig, score),
            }
        )
    return rows


def drijfveren(stand, stand_vorig, fasen):
    """Per mijlpaal code, over the werkpleinen in both: how many rose, how many fell, and the points summed."""
    both = [code for code in stand if code in stand_vorig]
    result = {}
    for mijlpaal in [each for _, mijlpalen in fasen for each in mijlpalen]:
        changes = [points(stand[code], mijlpaal) - points(stand_vorig[code], mijlpaal) for code in both]
        gestegen, gedaald = [each for each in changes if each > 0], [each for each in changes if each < 0]
        result[mijlpaal] = {"gestegen": len(gestegen), "gedaald": len(gedaald), "verschil": sum(changes)}
    return result


def overgangen(stand, stand_vorig):
    """counts[van][naar]: how many werkpleinen went from which band to which, on their total score."""
    counts = [[0, 0, 0, 0] for _ in BAND_CODES]
    for code in stand:
        if code in stand_vorig:
            counts[band_of(total_score(stand_vorig[code]))][band_of(total_score(stand[code]))] += 1
    return counts


# Lists of werkpleinen
def rows_with_score(stand, namen, wanted):
    found = [code for code in sorted(stand) if wanted(total_score(stand[code]))]
    return [{"code": code, "naam": namen[code], "score": shown(total_score(stand[code]))} for code in found]


def groen(stand, namen):
    return rows_with_score(stand, namen, lambda score: score == 100)


def bijna_groen(stand, namen):
    return rows_with_score(stand, namen, lambda score: 90 <= score < 100)


def klasse(invulling, uitvraag):
    if invulling is None:
        return "nooit"
    if invulling["ingevuld_op"] >= uitvraag["opent"]:
        return "deze_uitvraag"
    if invulling["ingevuld_op"] >= uitvraag["actueel_vanaf"]:
        return "eerder"
    return "verouderd"


def actualiteit(tertaal, werkpleinen, invullingen, uitvragen):
    """A row per werkplein open at the closing, also those that never submitted."""
    rows = []
    for werkplein in werkpleinen:
        if not is_open(werkplein, closing_day(tertaal, uitvragen)):
            continue
        invulling = latest_invulling(werkplein["code"], tertaal, invullingen)
        rows.append(
            {
                "code": werkplein["code"],
                "naam": werkplein["naam"],
                "ingevuld_op": None if invulling is None else invulling["ingevuld_op"],
                "klasse": klasse(invulling, uitvragen[tertaal]),
            }
        )
    return rows


def achterblijvers(tertaal, werkpleinen, invullingen, uitvragen, regel=(50, 2, True)):
    """Dict code -> set of reasons, for each werkplein that has one; regel: (limiet, tertalen, verouderd)."""
    limiet, tertalen, verouderd = regel
    nu = stand(tertaal, werkpleinen, invullingen, uitvragen)
    toen = stand(tertaal_before(tertaal, tertalen), werkpleinen, invullingen, uitvragen)
    gemiddelde = mean([total_score(invulling) for invulling in nu.values()])
    result = {}
    for code, invulling in nu.items():
        score, redenen = total_score(invulling), set()
        if score < limiet:
            redenen.add("onder_50")
        if tertalen and score < gemiddelde and code in toen and score <= total_score(toen[code]):
            redenen.add("geen_groei")
        if verouderd and tertaal in uitvragen and klasse(invulling, uitvragen[tertaal]) == "verouderd":
            redenen.add("verouderd")
        if redenen:
            result[code] = redenen
    return result


def op_rij(code, lists):
    """In how many tertalen in a row a werkplein is on the list; the lists come in oldest first."""
    times = 0
    for codes in reversed(lists):
        if code not in codes:
            break
        times += 1
    return times


def klassen(stand, indicaties):
    """Who got which indicatie, of the werkpleinen with a stand; None: not judged yet."""
    result = {"dit_jaar": set(), "volgend_jaar": set(), "niet": set(), "sluit": set(), None: set()}
    for code in stand:
        result[indicaties.get(code)].add(code)
    return result


def tegenspraken(stand, stand_vorig, indicaties):
    """Whose score does not agree with what the AKO expects."""
    result = set()
    for code, indicatie in indicaties.items():
        if code not in stand:
            continue
        score = total_score(stand[code])
        fell = code in stand_vorig and score < total_score(stand_vorig[code])
        if indicatie == "dit_jaar" and (score < 66 or fell):
            result.add(code)
        if indicatie == "volgend_jaar" and (score < 33 or score == 100):
            result.add(code)
        if indicatie == "niet" and score >= 90:
            result.add(code)
    return result
