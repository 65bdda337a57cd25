"""What a werkplein submitted while the uitvraag still runs, beside where it stood: preliminary until it closes."""

from collections.abc import Sequence

import pandas as pd

from landkaart.domein.band import HOOGSTE, Band
from landkaart.domein.catalogus import N_MIJLPALEN, catalogus
from landkaart.domein.formulier import Formulier
from landkaart.domein.invulling import Indiening, score
from landkaart.domein.rounding import whole_percent
from landkaart.domein.vergelijking import Richting
from landkaart.programma.namen import WERKPLEIN
from landkaart.rapport import dutch
from landkaart.rapport.formulier import closes

# Who moved on more mijlpalen than this finds the others in the table.
NAMED = 3


def title(form: Formulier) -> str:
    """Say that it is preliminary, and until when."""
    return f"Voorlopig: {form.ronde.tertaal}, {closes(form.ronde)}"


def change_of(form: Formulier, last: Indiening) -> int | None:
    """Return the change since it submitted before, between the two shown figures; None when it never had."""
    now, before = whole_percent(score(last.banden)), whole_percent(form.score_before)
    return None if now is None or before is None else now - before


def band_text(exact: float | None) -> str:
    """Write the band of a score behind its label; nothing without a score."""
    return "" if exact is None else f": {Band.of(exact).signed}"


def directions(form: Formulier, last: Indiening) -> dict[str, Richting]:
    """Return which way every mijlpaal went since it submitted before, by code."""
    stood = form.before.banden if form.before else {}
    return {code: direction(stood.get(code), band) for code, band in last.banden.items()}


def direction(before: Band | None, now: Band) -> Richting:
    return Richting.NIEUW if before is None else Richting.between(before, now)


def moved_text(form: Formulier, last: Indiening) -> str:
    """Say on which mijlpalen it is elsewhere than it was."""
    if form.before is None:
        return f"Dit is de eerste keer dat dit {WERKPLEIN} indient: er is niets om mee te vergelijken."
    found = directions(form, last)
    ways = (Richting.VOORUIT, Richting.ACHTERUIT)
    said = [
        way_text(way, codes) for way in ways if (codes := [code for code in catalogus().codes if found.get(code) is way])
    ]
    return " ".join(said) or f"Op alle mijlpalen staat er hetzelfde als in {form.before_tertaal}."


def way_text(way: Richting, codes: Sequence[str]) -> str:
    """Name the first of them; the table has them all."""
    names = [catalogus()[code].titel for code in codes]
    if len(names) > NAMED:
        names = [*names[:NAMED], f"nog {len(names) - NAMED}"]
    return f"{way.label.capitalize()} op {dutch.counted(len(codes), 'mijlpaal', 'mijlpalen')}: {dutch.enumeration(names)}."


def below_text(last: Indiening) -> str:
    """Say on how many mijlpalen it is not at 100% with that."""
    weak = [code for code in catalogus().codes if last.banden[code] < HOOGSTE]
    if not weak:
        return f"Daarmee staat het op alle {N_MIJLPALEN} mijlpalen op 100%."
    return f"Daarmee staat het nog op {dutch.counted(len(weak), 'mijlpaal', 'mijlpalen')} onder de 100%."


def mijlpalen_table(form: Formulier, last: Indiening) -> pd.DataFrame:
    """Give Mijlpaal, and its band as submitted beside what it was; two columns, which fit on a phone."""
    found = directions(form, last)
    rows = [
        (mijlpaal.titel, f"{last.banden[mijlpaal.code].signed}{since(form, mijlpaal.code, found[mijlpaal.code])}")
        for mijlpaal in catalogus().mijlpalen
        if mijlpaal.code in last.banden
    ]
    return pd.DataFrame(rows, columns=["Mijlpaal", f"{form.ronde.tertaal}, voorlopig"], dtype="str")


def since(form: Formulier, code: str, way: Richting) -> str:
    if form.before is None or code not in form.before.banden:
        return ""
    if way is Richting.GELIJK:
        return f" (als in {form.before_tertaal})"
    return f" ({way.value}, in {form.before_tertaal} {form.before.banden[code].signed})"
