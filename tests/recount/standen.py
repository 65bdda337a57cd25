"""Stands by chance, as the program and as the referee take them."""

from datetime import date

from hypothesis import strategies as st

from landkaart.domein.catalogus import catalogus
from landkaart.domein.stand import TOTAAL
from tests.recount.landen import EDGES
from tests.steps.factories import CODES, row

# As in `factories.uitvraag`.
UITVRAGEN = {"2009-2": {"opent": date(2009, 7, 15), "sluit": date(2009, 9, 1), "actueel_vanaf": date(2009, 4, 1)}}
DAYS = [date(2009, 7, 15), date(2009, 4, 1), date(2009, 3, 31)]
# Every row of a table, with the mijlpalen it is counted from.
ROWS = {TOTAAL: list(CODES)} | {code: [code] for code in CODES}
ROWS |= {fase.naam: [mijlpaal.code for mijlpaal in fase.mijlpalen] for fase in catalogus().fasen}

answers = st.sampled_from(EDGES) | st.text("0123", min_size=len(CODES), max_size=len(CODES))


def submitted(code: str, tertaal: str, day: date, bands: str) -> dict:
    banden = dict(zip(CODES, row(bands), strict=True))
    return {"werkplein": code, "tertaal": tertaal, "ingevuld_op": day, "banden": banden}


def stood(bands: dict[str, str]) -> dict[str, dict]:
    """A stand as the referee takes it."""
    return {code: submitted(code, "2009-2", DAYS[0], text) for code, text in bands.items()}
