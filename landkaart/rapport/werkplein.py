"""One werkplein: what it says and shows of itself, in a sentence, tables and pictures."""

import pandas as pd

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.plaats import places
from landkaart.domein.stand import Stand, shown
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import dutch


def score_of(beeld: Tertaalbeeld, code: str) -> float | None:
    """Exact, in per cent; None when it has no stand in this tertaal."""
    found = beeld.stand.scores()
    return float(found[code]) if code in found.index else None


def change_of(beeld: Tertaalbeeld, code: str) -> int | None:
    """Between the two shown figures, since the tertaal before; None without one of them."""
    if code not in beeld.stand.bands.index or code not in beeld.vorige.bands.index:
        return None
    return shown(beeld.stand.scores()[code]) - shown(beeld.vorige.scores()[code])


def place_text(beeld: Tertaalbeeld, code: str) -> str:
    """ "plaats 12 van 125", "gedeelde plaats 1 van 125" """
    found = places(beeld.stand)
    shared = "gedeelde plaats" if (found == found[code]).sum() > 1 else "plaats"
    return f"{shared} {dutch.count(found[code])} van {dutch.count(beeld.stand.n)}"


def change_text(points: int | None) -> str:
    """As a part of a sentence."""
    if points is None:
        return "voor het eerst"
    if points == 0:
        return "even hoog als vorig tertaal"
    return f"{dutch.people(abs(points), 'punt', 'punten')} {'hoger' if points > 0 else 'lager'} dan vorig tertaal"


def submitted_text(beeld: Tertaalbeeld, code: str) -> str:
    """When it said so; a sentence."""
    moment = beeld.ingediend_op[code]
    return f"Het diende dit in op {dutch.day(moment)}." if moment else ""


def why_none(beeld: Tertaalbeeld, code: str) -> str:
    """Why a werkplein has no stand in a tertaal, and what to do; a sentence."""
    if code in beeld.ingediend_op:
        return "Het heeft nog nooit iets ingediend. Kies een later tertaal."
    return "Het was bij de sluiting van de uitvraag niet open. Kies een ander tertaal."


def mijlpalen(beeld: Tertaalbeeld, code: str) -> pd.DataFrame:
    """Fase, Mijlpaal, and the band in this tertaal and in the one before, with its sign; text, shape (14, 4)."""
    now, before = (signs(stand, code) for stand in (beeld.stand, beeld.vorige))
    rows = [(each.fase, each.titel, now.get(each.code), before.get(each.code)) for each in catalogus().mijlpalen]
    columns = ["Fase", "Mijlpaal", str(beeld.tertaal), str(beeld.tertaal.before())]
    return pd.DataFrame(rows, columns=columns, dtype="str")


def signs(stand: Stand, code: str) -> dict[str, str]:
    """Sign and name of each band of a werkplein, by code of the mijlpaal; empty without a stand."""
    if code not in stand.bands.index:
        return {}
    return {mijlpaal: f"{Band(band).sign} {Band(band).label}" for mijlpaal, band in stand.bands.loc[code].items()}
