"""The two counts side by side: what the program shows, and what the referee counts."""

import pandas as pd

from landkaart.domein.achterblijvers import Regel
from landkaart.domein.achterblijverslijst import Verouderd, achterblijverslijst_of
from landkaart.domein.catalogus import catalogus
from landkaart.domein.stand import Stand
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import tables
from tests.recount import naief

FASEN = [(fase.naam, [mijlpaal.code for mijlpaal in fase.mijlpalen]) for fase in catalogus().fasen]
TITELS = {mijlpaal.code: mijlpaal.titel for mijlpaal in catalogus().mijlpalen}
# By what each reason is known in its sentence.
REASONS = {"onder_50": "lager dan ", "geen_groei": "groeide niet in ", "verouderd": "is verouderd"}


def rows(table: pd.DataFrame) -> list[dict]:
    """A dict per row; what is missing is None."""
    return [{column: None if pd.isna(value) else value for column, value in row.items()} for row in table.to_dict("records")]


def by_code(table: pd.DataFrame) -> list[dict]:
    return sorted(rows(table), key=lambda row: row["code"])


def compare_tables_2_and_3(found: Stand, stood: dict) -> None:
    assert rows(tables.table2(found)) == naief.tabel2(stood, FASEN)
    assert rows(tables.table3(found)) == naief.tabel3(stood, FASEN, TITELS)


def compare_two_stands(beeld: Tertaalbeeld, stood: dict, before: dict, namen: dict[str, str]) -> None:
    assert by_code(tables.vergelijking(beeld)) == naief.vergelijking(stood, before, namen)
    assert by_code(tables.groen(beeld)) == naief.groen(stood, namen)
    assert by_code(tables.bijna_groen(beeld)) == naief.bijna_groen(stood, namen)

    drijfveren = {row.pop("mijlpaal"): row for row in rows(tables.drijfveren(beeld))}
    assert drijfveren == {TITELS[code]: row for code, row in naief.drijfveren(stood, before, FASEN).items()}

    overgangen = rows(tables.overgangen(beeld))
    assert [row.pop("van") for row in overgangen] == naief.BAND_CODES
    assert [[row[band] for band in naief.BAND_CODES] for row in overgangen] == naief.overgangen(stood, before)


def compare_achterblijvers(beeld: Tertaalbeeld, werkpleinen: list, invullingen: list, uitvragen: dict) -> None:
    listed = {row["code"]: row["redenen"] for row in rows(tables.achterblijvers(beeld))}
    assert known(listed) == naief.achterblijvers(str(beeld.tertaal), werkpleinen, invullingen, uitvragen)


def known(listed: dict[str, str]) -> dict[str, set[str]]:
    """The reasons that stand in each text."""
    return {code: {reason for reason, words in REASONS.items() if words in text} for code, text in listed.items()}


def compare_lijst(beeld: Tertaalbeeld, regel: Regel, verouderd: Verouderd, *data) -> None:
    """`data`: as the referee takes it. Of a country of which every tertaal is known."""
    found = achterblijverslijst_of(beeld, regel, verouderd)
    rule = (regel.limiet, regel.tertalen, regel.verouderd)
    lists = [naief.achterblijvers(str(tertaal), *data, rule) for tertaal in beeld.geschiedenis]

    assert known(found.redenen) == lists[-1]
    assert found.op_rij == {code: naief.op_rij(code, lists) for code in lists[-1]}
    before = lists[-2] if len(lists) > 1 else None
    assert sorted(found.nieuw) == sorted(code for code in lists[-1] if before is not None and code not in before)
    assert sorted(found.weg) == sorted(code for code in before or () if code not in lists[-1])


def compare_actualiteit(beeld: Tertaalbeeld, werkpleinen: list, invullingen: list, uitvragen: dict) -> None:
    counted = naief.actualiteit(str(beeld.tertaal), werkpleinen, invullingen, uitvragen)
    counted = [row | {"ingevuld_op": row["ingevuld_op"] and row["ingevuld_op"].isoformat()} for row in counted]
    assert by_code(tables.actualiteit(beeld)) == sorted(counted, key=lambda row: row["code"])
