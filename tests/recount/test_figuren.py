"""The figures of Ontwikkeling and Alle werkpleinen as readers see them, on countries by chance, beside a naive recount."""

from itertools import chain

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.figuur_by_name import FIGUREN
from landkaart.rapport.row_names import row_titles
from tests.recount import naief, naief_ontwikkeling
from tests.recount.hertelling import FASEN, TITELS, rows
from tests.recount.standen import ROWS, answers, stood
from tests.steps.factories import CODES, beeld, stand

MET = Tertaal(2009, 1)
# Of each werkplein its bands then and now, None where it has no stand.
countries = st.lists(st.tuples(st.none() | answers, st.none() | answers), min_size=1, max_size=10)


def made(country: list[tuple]):
    """The beeld, and both stands as the referee takes them."""
    then, now = ({f"w{number}": each[place] for number, each in enumerate(country) if each[place]} for place in (0, 1))
    names = {f"w{number}": f"Plein {number}" for number in range(len(country))}
    return beeld(stand(now), {MET: stand(then)}, namen=names), stood(now), stood(then)


def marks(spec: dict, field: str) -> list[dict]:
    return [each for each in chain.from_iterable(spec["datasets"].values()) if field in each]


@settings(max_examples=25, deadline=None)
@given(countries)
def test_the_histogram_counts_everybody_who_moved_once(country):
    found, now, then = made(country)
    figuur = FIGUREN["beweging"](found, {})
    moved = [row for row in naief.vergelijking(now, then, found.namen) if row["richting"] in ("vooruit", "achteruit")]

    assert sum(bar["aantal"] for bar in marks(figuur.spec, "namen")) == len(moved)
    for bar in marks(figuur.spec, "namen"):
        here = {row["naam"] for row in moved if row["richting"] == bar["richting"]}
        assert set(bar["namen"].split(" en nog ")[0].split(", ")) <= here
    table = [row for row in rows(figuur.tabel) if row["richting"] != "verdwenen"]
    assert sorted(table, key=lambda row: row["code"]) == naief.vergelijking(now, then, found.namen)
    gone = {row["code"]: row["score_vorig"] for row in rows(figuur.tabel) if row["richting"] == "verdwenen"}
    assert gone == {code: naief.shown(naief.total_score(then[code])) for code in then if code not in now}


@settings(max_examples=25, deadline=None)
@given(countries, st.sampled_from(["", "vooruit", "achteruit"]))
def test_the_drijfveren_of_a_group_are_counted_within_it(country, onder):
    found, now, then = made(country)
    figuur = FIGUREN["drijfveren"](found, {"onder": onder})
    group = naief_ontwikkeling.went(now, then, onder) if onder else list(now)
    expected = naief.drijfveren({code: now[code] for code in group}, then, FASEN)

    table = {row["mijlpaal"]: row for row in rows(figuur.tabel)}
    for code, row in expected.items():
        assert {name: table[TITELS[code]][name] for name in row} == row
    ends = {(bar["rij"], bar["richting"]): bar["aantal"] for bar in marks(figuur.spec, "soort")}
    assert ends == {
        (code, way): row[column]
        for code, row in expected.items()
        for way, column in (("vooruit", "gestegen"), ("achteruit", "gedaald"))
        if row[column]
    }


@settings(max_examples=25, deadline=None)
@given(countries, st.sampled_from(list(ROWS)))
def test_every_cell_of_the_overgangen_is_counted(country, rij):
    found, now, then = made(country)
    crossed = naief_ontwikkeling.crossed(now, then, ROWS[rij])
    numbers = {code: place for place, code in enumerate(naief.BAND_CODES)} | {"nieuw": "nieuw", "verdwenen": "verdwenen"}
    figuur = FIGUREN["overgangen"](found, {"rij": rij})

    cells = {(numbers[cell["van"]], numbers[cell["naar"]]): cell["aantal"] for cell in marks(figuur.spec, "kolom")}
    assert {pair: count for pair, count in cells.items() if count} == {pair: len(codes) for pair, codes in crossed.items()}
    assert row_titles()[rij] in figuur.titel


@settings(max_examples=25, deadline=None)
@given(countries, st.sampled_from(["band", "verandering"]), st.sampled_from(["score", "laagste", "daling", "groei", "naam"]))
def test_every_cell_of_the_heatmap_is_what_was_answered(country, toon, volgorde):
    found, now, then = made(country)
    if not now:
        return
    figuur = FIGUREN["heatmap"](found, {"toon": toon, "volgorde": volgorde})
    shown = {(cell["code"], cell["mijlpaal"]): cell["teken"] for cell in marks(figuur.spec, "teken")}

    assert list(figuur.tabel["code"]) == in_order(now, then, found.namen, volgorde)
    for code in now:
        for mijlpaal in CODES:
            band = now[code]["banden"][mijlpaal]
            before = then[code]["banden"][mijlpaal] if code in then else None
            way = "+" if before is None else "↑" if band > before else "↓" if band < before else "="
            assert shown[code, TITELS[mijlpaal]] == ("▼■●◆"[band] if toon == "band" else way)


def in_order(now: dict, then: dict, namen: dict, volgorde: str) -> list[str]:
    changes = {row["code"]: row["verschil"] or 0 for row in naief.vergelijking(now, then, namen)}
    key = {
        "score": lambda code: -naief.total_score(now[code]),
        "laagste": lambda code: naief.total_score(now[code]),
        "daling": lambda code: changes[code],
        "groei": lambda code: -changes[code],
        "naam": lambda code: 0,
    }[volgorde]
    return sorted(now, key=lambda code: (key(code), namen[code]))


@settings(max_examples=25, deadline=None)
@given(countries)
def test_both_lines_of_table_4_are_counted(country):
    found, now, then = made(country)
    table = FIGUREN["steeds"](found, {}).tabel
    same = naief_ontwikkeling.always([then, now])

    for name, codes in (("alle", None), ("dezelfde", same)):
        expected = naief_ontwikkeling.averages([then, now], codes)
        assert table[f"n_{name}"].to_list() == [n for n, _ in expected]
        shown = [None if pd.isna(mean) else mean for mean in table[f"gemiddelde_{name}"]]
        assert shown == [naief.shown(mean) for _, mean in expected]
