"""The logboek as a table: in Dutch for the screen, in codes for the file."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

import pandas as pd

from landkaart.domein.band import Band
from landkaart.domein.clock import iso_moment
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.logboek import LogboekRegel, changes
from landkaart.rapport import dutch
from landkaart.rapport.row_names import mijlpaal_title

SCREEN = ("moment", "werkplein", "tertaal", "mijlpaal", "handeling", "oud", "nieuw", "door", "weg")
FILE = ("moment", "werkplein", "naam", "tertaal", "mijlpaal", "handeling", "oud", "nieuw", "door", "weg")
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}\S*\+[0-9]{2}:[0-9]{2}")
# Fields of a record that have a column of their own.
ELSEWHERE = ("werkplein_id", "tertaal")
# Fields that say when an uitvraag or an uitstel closes: the first moment that is too late.
CLOSINGS = ("sluit", "tot")


def screen_table(regels: Iterable[LogboekRegel]) -> pd.DataFrame:
    """Give a row per change, with the columns of SCREEN."""
    return pd.DataFrame(map(screen_row, regels), columns=list(SCREEN), dtype="str")


def file_table(regels: Iterable[LogboekRegel]) -> pd.DataFrame:
    """Give a row per change, with the columns of FILE."""
    return pd.DataFrame(map(file_row, regels), columns=list(FILE), dtype="str")


def screen_row(regel: LogboekRegel) -> tuple[str | None, ...]:
    """Write one change in Dutch, in the order of SCREEN."""
    oud, nieuw = old_and_new_texts(regel, lambda band: band.signed)
    place = (regel.naam, regel.tertaal, mijlpaal_title(regel.mijlpaal), regel.handeling.label)
    return (dutch.day_and_hour(regel.moment), *place, oud, nieuw, regel.door, regel.weg.value)


def file_row(regel: LogboekRegel) -> tuple[str | None, ...]:
    """Write one change in the order of FILE: moments to the second, bands and mijlpalen as in the files that come in."""
    oud, nieuw = old_and_new_texts(regel, lambda band: band.code)
    place = (regel.werkplein, regel.naam, regel.tertaal, regel.mijlpaal, regel.handeling.value)
    return (iso_moment(regel.moment), *place, oud, nieuw, regel.door, regel.weg.value)


def old_and_new_texts(regel: LogboekRegel, band_text: Callable[[Band], str]) -> tuple[str | None, str | None]:
    """Write what was and what is, as texts; of a record only the fields that differ."""
    if not isinstance(regel.oud, Mapping) and not isinstance(regel.nieuw, Mapping):
        oud, nieuw = (band_text(value) if isinstance(value, Band) else value for value in (regel.oud, regel.nieuw))
        return oud, nieuw
    changed = {name: pair for name, pair in changes(regel.oud, regel.nieuw).items() if name not in ELSEWHERE}
    old = {name: pair[0] for name, pair in changed.items()} if regel.oud else {}
    new = {name: pair[1] for name, pair in changed.items()} if regel.nieuw else {}
    return record_text(old), record_text(new)


def record_text(record: dict[str, object]) -> str | None:
    """Write the fields of a record one after the other; nothing when it has none."""
    return "; ".join(f"{name.replace('_', ' ')}: {field_text(name, value)}" for name, value in record.items()) or None


def field_text(name: str, value: object) -> str:
    """Write a field of a record as a Dutch reader expects it."""
    if value is None or value == "" or value == []:
        return dutch.DASH
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, str) and MOMENT.fullmatch(value):
        moment = datetime.fromisoformat(value)
        return dutch.closing(moment) if name in CLOSINGS else dutch.day_and_hour(moment)
    if name == "indicatie":
        return Indicatie.labels().get(str(value), str(value))
    return str(value)
