"""What the sheet of a werkplein says, as its template takes it; every figure by the functions that the page asks."""

from typing import Any

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import local_date
from landkaart.domein.leren import STEPS, Voorbeeld, nearest_at_100, voorbeelden, weak_mijlpalen
from landkaart.domein.werkpleinblad import BladGegevens
from landkaart.programma.namen import AKO, NAMEN, WERKPLEIN, WERKPLEINEN
from landkaart.rapport import dutch, tables, werkplein
from landkaart.rapport.explanation import RECONSTRUCTION, freshness
from landkaart.rapport.leren import afspraken_table, counts_text

# Of who can be learnt from: so many mijlpalen, the weakest first, and so many werkpleinen on each, the nearest first.
MIJLPALEN, NEAREST = 6, 2
# Of the tertalen before: as many as fit beside the names of the mijlpalen.
TERTALEN = 6
GROUPS = (werkplein.LAND, werkplein.REGIO, werkplein.GELIJKEN)
# The letter beside a sign: its own where the names of the bands begin differently.
FIRST = [band.label[0].upper() for band in Band]
LETTERS = FIRST if len(set(FIRST)) == len(FIRST) else [str(band + 1) for band in Band]
LEGENDA = f"{', '.join(f'{band.sign} {LETTERS[band]}: {band.label} ({band.range})' for band in Band)}."


def blad_data(found: BladGegevens) -> dict[str, Any]:
    """Return all of it as JSON has it."""
    day, own = local_date(found.nu), found.beeld.werkpleinen[found.code]
    tertaal = found.beeld.tertaal
    return {
        **NAMEN,
        "naam": found.naam,
        "tertaal": str(tertaal),
        "ondertitel": f"Regio {own.arbeidsmarktregio}, {own.provincie}. De landkaart van {tertaal} ({tertaal.periode}).",
        "merk": "" if found.beeld.gesloten else f"Voorlopig: {freshness(found.beeld)}",
        "datum": [day.year, day.month, day.day],
        "zinnen": sentences(found),
        "kern": key_figures(found),
        "tertalen": [score_row(row) for row in werkplein.history_table(found.punten).to_dict("records")],
        "strip": strip(found),
        "rang": [ranked(found, group) for group in GROUPS],
        "leren": learning(found),
        "afspraken": agreed(found),
        "toelichtingen": words(found),
        "let_op": RECONSTRUCTION if found.beeld.reconstructie else "",
    }


def sentences(found: BladGegevens) -> list[str]:
    """Say where it stands, what changed, among whom, and what the AKO judged."""
    beeld, code, now = found.beeld, found.code, found.punt
    place, sharing = werkplein.place_text(beeld.stand, code)
    shared = f", gedeeld met {dutch.counted(sharing, f'ander {WERKPLEIN}', f'andere {WERKPLEINEN}')}" if sharing else ""
    changed = werkplein.change_text(werkplein.change_of(beeld, code))
    score = f"{dutch.percent(now.score)} ({now.band.label})"
    first = f"{found.naam} staat in {beeld.tertaal} op {score}, {changed}: plaats {place}{shared} ({freshness(beeld)})."
    judged = beeld.indicaties.get(code)
    said = f"{AKO}-indicatie: {judged.label}. Dit is het oordeel van het {AKO}, naast de score." if judged else ""
    return [text for text in (first, werkplein.carried_text(now).strip("*"), said) if text]


def key_figures(found: BladGegevens) -> list[dict[str, str]]:
    """Return its score and its place among all, in its region and among its equals."""
    change = werkplein.change_of(found.beeld, found.code)
    noot = f"{dutch.change(change)} {dutch.points_since(change)}" if change is not None else ""
    first = {"kop": "Score", "waarde": dutch.percent(found.punt.score), "noot": noot}
    return [first, *(placed(found, group) for group in GROUPS)]


def placed(found: BladGegevens, group: str) -> dict[str, str]:
    """Return its place in a group, and whether it shares that."""
    heads = {werkplein.LAND: "In Nederland", werkplein.REGIO: "In de eigen regio", werkplein.GELIJKEN: "Onder gelijken"}
    place, sharing = werkplein.place_text(werkplein.stand_of_group(found.beeld, found.code, group), found.code)
    return {"kop": heads[group], "waarde": place, "noot": "gedeelde plaats" if sharing else ""}


def score_row(row: dict[Any, Any]) -> list[str]:
    """Return a line of the scores: tertaal, score, band, the national average, and where it was submitted."""
    return [row["tertaal"], f"{row['score']}%", row["band"], f"{row['landelijk']}%", row["staat_op"]]


def strip(found: BladGegevens) -> dict[str, Any]:
    """Return the 14 mijlpalen over the tertalen, oldest first; a star where it was carried over."""
    punten = found.punten[-TERTALEN:]
    rows = [
        {"fase": mijlpaal.fase, "titel": mijlpaal.titel, "banden": [cell(punt.banden[mijlpaal.code]) for punt in punten]}
        for mijlpaal in catalogus().mijlpalen
    ]
    return {"koppen": [f"{punt.tertaal}{'' if punt.is_own else '*'}" for punt in punten], "rijen": rows, "legenda": LEGENDA}


def cell(band: Band) -> dict[str, str]:
    return {"teken": band.sign, "letter": LETTERS[band], "kleur": band.colour, "tekstkleur": band.text_colour}


def ranked(found: BladGegevens, group: str) -> dict[str, Any]:
    """Return the lines of a ranking that tell enough."""
    codes, table = werkplein.rank_table(found.beeld, found.code, group)
    named = werkplein.group_names(found.beeld.werkpleinen[found.code])[group]
    rows = zip(codes, tables.cells(table["plaats"]), tables.cells(table["score"]), strict=True)
    return {
        "titel": named,
        "rijen": [
            {"plaats": str(place), "naam": found.beeld.namen[code], "score": f"{score}%", "eigen": code == found.code}
            for code, place, score in rows
        ],
    }


def learning(found: BladGegevens) -> list[list[str]]:
    """Return of its weakest mijlpalen: its name, the band, and the nearest to learn from."""
    beeld, own = found.beeld, found.beeld.stand.bands_of(found.code)
    weak = weak_mijlpalen(beeld.stand, found.code)[:MIJLPALEN]
    return [[catalogus()[mijlpaal].titel, own[mijlpaal].signed, teachers(found, mijlpaal)] for mijlpaal in weak]


def teachers(found: BladGegevens, mijlpaal: str) -> str:
    """Name the nearest that came from below to 100%; who is there and near, where nobody came."""
    beeld = found.beeld
    near = voorbeelden(beeld.stands, found.code, mijlpaal, beeld.werkpleinen, STEPS)[:NEAREST]
    near = near or nearest_at_100(beeld.stand, found.code, mijlpaal, beeld.werkpleinen, NEAREST)
    return "; ".join(teacher(found, each) for each in near) or dutch.DASH


def teacher(found: BladGegevens, each: Voorbeeld) -> str:
    came = f", was {each.was.label} in {each.was_op}" if each.was is not None else ""
    return f"{found.beeld.namen[each.code]} ({each.ring.label}, {round(each.km)} km{came})"


def agreed(found: BladGegevens) -> dict[str, Any] | None:
    """Return the afspraken with how many are open and late; None for who may not see them."""
    if found.afspraken is None:
        return None
    day = local_date(found.nu)
    table = afspraken_table(found.afspraken, dict(found.beeld.namen), day)[["status", "wanneer", "wat", "wie"]]
    empty = "Er zijn nog geen afspraken vastgelegd."
    rows: list[list[str]] = table.to_numpy().tolist()
    return {"zin": f"{counts_text(found.afspraken, day)}." if rows else empty, "rijen": rows}


def words(found: BladGegevens) -> dict[str, Any]:
    """Return its toelichtingen in the order of the catalogus, and when and by whom they were submitted."""
    last, van = found.indiening, found.punt.van
    if last is None:
        return {"zin": "Van deze indiening is niets bewaard.", "rijen": []}
    when = f"Ingediend in {van}, versie {last.versie}, op {dutch.day(last.ingediend_op)} door {last.by_whom}."
    said = [
        [mijlpaal.titel, last.banden[mijlpaal.code].signed, last.toelichtingen[mijlpaal.code]]
        for mijlpaal in catalogus().mijlpalen
        if mijlpaal.code in last.toelichtingen
    ]
    return {"zin": when if said else f"{when} Daarbij staan geen toelichtingen.", "rijen": said}
