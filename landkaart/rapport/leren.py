"""What there is to learn and from whom, in tables and sentences."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from landkaart.domein.afspraak import Afspraak, AfspraakStatus, in_order
from landkaart.domein.band import HOOGSTE
from landkaart.domein.catalogus import catalogus
from landkaart.domein.leren import Voorbeeld, count_voorbeelden, weak_mijlpalen
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import dutch
from landkaart.rapport.row_names import mijlpaal_title


def weak_mijlpalen_table(beeld: Tertaalbeeld, code: str, steps: int) -> pd.DataFrame:
    """Give mijlpaal (titel), band, voorbeelden, op_100 (werkpleinen) and fase, in the order of `weak_mijlpalen`."""
    own, solved = beeld.stand.bands_of(code), (beeld.stand.bands == HOOGSTE).sum()
    rows = [
        {
            "mijlpaal": catalogus()[mijlpaal].titel,
            "band": own[mijlpaal].signed,
            "voorbeelden": count_voorbeelden(beeld.stands, code, mijlpaal, steps),
            "op_100": int(solved[mijlpaal]),
            "fase": catalogus()[mijlpaal].fase,
        }
        for mijlpaal in weak_mijlpalen(beeld.stand, code)
    ]
    return pd.DataFrame(rows, columns=["mijlpaal", "band", "voorbeelden", "op_100", "fase"])


def voorbeelden_table(beeld: Tertaalbeeld, found: Sequence[Voorbeeld]) -> pd.DataFrame:
    """Give naam, waar, km, was, sinds, verschil (points per mijlpaal); what is not known is missing."""
    size = len(catalogus().codes)
    rows = [
        {
            "naam": beeld.namen[each.code],
            "waar": each.ring.label,
            "km": round(each.km),
            "was": f"{each.was.signed} in {each.was_op}" if each.was is not None else None,
            "sinds": each.bereikt_op and str(each.bereikt_op),
            "verschil": each.verschil // size,
        }
        for each in found
    ]
    return pd.DataFrame(rows, columns=["naam", "waar", "km", "was", "sinds", "verschil"])


def path_text(found: Voorbeeld) -> str:
    """Say in a sentence whence it came."""
    near = f"{found.ring.label.capitalize()}, {round(found.km)} km hiervandaan."
    if found.was is None:
        return near
    return f"{near} Stond in {found.was_op} op {found.was.signed} en kwam in {found.bereikt_op} op 100%."


def afspraken_table(afspraken: Sequence[Afspraak], namen: dict[str, str], today: date) -> pd.DataFrame:
    """Give status, wanneer, wat, wie, met and mijlpaal (the last two missing where there is none); as `in_order`."""
    rows = [
        {
            "status": status_text(each, today),
            "wanneer": dutch.day(each.wanneer),
            "wat": each.wat,
            "wie": each.wie,
            "met": each.met and namen[each.met],
            "mijlpaal": mijlpaal_title(each.mijlpaal),
        }
        for each in in_order(afspraken, today)
    ]
    return pd.DataFrame(rows, columns=["status", "wanneer", "wat", "wie", "met", "mijlpaal"], dtype="str")


def afspraken_file(afspraken: Sequence[Afspraak], namen: dict[str, str], today: date) -> pd.DataFrame:
    """Give a row per afspraak as `docs/formaten.md` has it: codes and names, ISO dates; as `in_order`."""
    rows = [
        {
            "werkplein": each.werkplein,
            "naam": namen[each.werkplein],
            "mijlpaal": each.mijlpaal,
            "wat": each.wat,
            "wie": each.wie,
            "wanneer": each.wanneer.isoformat(),
            "status": each.status.value,
            "over_tijd": "ja" if each.is_late(today) else "nee",
            "met": each.met,
            "door": each.door,
        }
        for each in in_order(afspraken, today)
    ]
    columns = ["werkplein", "naam", "mijlpaal", "wat", "wie", "wanneer", "status", "over_tijd", "met", "door"]
    return pd.DataFrame(rows, columns=columns, dtype="str")


def status_text(afspraak: Afspraak, today: date) -> str:
    """Write its status, or that it is late."""
    return "Over tijd" if afspraak.is_late(today) else afspraak.status.label


def counts_text(afspraken: Sequence[Afspraak], today: date) -> str:
    """Write "Afspraken: 2 open, 1 over tijd"; the late ones are open as well."""
    waiting = [each for each in afspraken if each.status is AfspraakStatus.OPEN]
    late = sum(each.is_late(today) for each in waiting)
    return f"Afspraken: {len(waiting)} open" + (f", {late} over tijd" if late else "")
