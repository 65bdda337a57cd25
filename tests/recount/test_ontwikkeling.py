"""Who moved, who crossed and how averages went, on stands made by chance, beside a naive recount."""

from math import isnan

from hypothesis import given, settings
from hypothesis import strategies as st

from landkaart.domein.band import Band
from landkaart.domein.gemiddelden import averages, distance, with_stand_throughout
from landkaart.domein.overgangen import FROM, NIEUW, TO, VERDWENEN, Overgangen
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.vergelijking import Richting, Vergelijking
from tests.recount import naief_ontwikkeling as naief
from tests.recount.standen import ROWS, answers, stood
from tests.steps.factories import row, stand

TERTALEN = [Tertaal(2009, 2).before(steps) for steps in (3, 2, 1, 0)]

# Of each werkplein its bands in four tertalen, None where it has no stand: late joiners, gaps, closings, nobody at all.
histories = st.lists(st.tuples(*[st.none() | answers] * 4), max_size=10)
SMALL_STEPS = st.tuples(answers, st.integers(0, 13), st.integers(0, 3))


@settings(max_examples=200, deadline=None)
@given(histories, st.sampled_from(list(ROWS)))
def test_every_name_behind_a_movement_is_what_a_naive_recount_finds(histories, row):
    before, now = bands_of(histories, 2), bands_of(histories, 3)
    compare_movements(before, now, row)


@settings(max_examples=100, deadline=None)
@given(st.lists(SMALL_STEPS, max_size=12), st.sampled_from(list(ROWS)))
def test_also_where_only_one_answer_changed(changes, row_label):
    before = {f"w{number}": "".join(map(str, row(text))) for number, (text, _, _) in enumerate(changes)}
    now = {
        f"w{number}": before[f"w{number}"][:place] + str(band) + before[f"w{number}"][place + 1 :]
        for number, (_, place, band) in enumerate(changes)
    }
    compare_movements(before, now, row_label)


@settings(max_examples=200, deadline=None)
@given(histories, st.lists(st.booleans(), min_size=10, max_size=10))
def test_every_average_over_the_tertalen_is_what_a_naive_recount_finds(histories, chosen):
    texts = [bands_of(histories, place) for place in range(4)]
    stands = dict(zip(TERTALEN, map(stand, texts), strict=True))
    naive = [stood(text) for text in texts]
    group = [f"w{number}" for number, is_in in enumerate(chosen) if is_in]

    assert sorted(with_stand_throughout(stands)) == naief.always(naive)
    for codes in (None, group, naief.always(naive)):
        found = averages(stands, codes).itertuples(index=False, name=None)
        compare_rows(found, naief.averages(naive, codes))
    found = distance(stands, dict.fromkeys(TERTALEN, group)).itertuples(index=False, name=None)
    compare_rows(found, [naief.distance(each, group) for each in naive])


def bands_of(histories: list[tuple], place: int) -> dict[str, str]:
    return {f"w{number}": each[place] for number, each in enumerate(histories) if each[place]}


def compare_movements(before: dict[str, str], now: dict[str, str], row: str) -> None:
    found = Vergelijking(stand(before), stand(now))
    was, is_now = stood(before), stood(now)

    assert sorted(found.verdwenen) == sorted(set(before) - set(now))
    for richting in Richting:
        assert sorted(found.who_went(richting)) == naief.went(is_now, was, richting.value)
        if richting is not Richting.NIEUW:
            assert sorted(found.who_moved(row, richting)) == naief.moved(is_now, was, ROWS[row], richting.value)
    compare_crossings(Overgangen(found, row), naief.crossed(is_now, was, ROWS[row]))


def compare_crossings(found: Overgangen, naive: dict) -> None:
    numbers = {band.code: int(band) for band in Band} | {NIEUW: NIEUW, VERDWENEN: VERDWENEN}
    counts = found.counts()
    for van in FROM:
        for naar in TO:
            expected = naive.get((numbers[van], numbers[naar]), [])
            assert sorted(found.who(van, naar)) == expected
            assert counts.loc[van, naar] == len(expected)
    both = {pair: len(codes) for pair, codes in naive.items() if NIEUW not in pair and VERDWENEN not in pair}
    ups = sum(number for (van, naar), number in both.items() if naar > van)
    downs = sum(number for (van, naar), number in both.items() if naar < van)
    assert found.steps() == (ups, sum(both.values()) - ups - downs, downs)


def compare_rows(found, naive) -> None:
    """Exact fractions beside the nearest float of them; None beside NaN."""
    plain = [tuple(None if isinstance(value, float) and isnan(value) else value for value in row) for row in found]
    assert plain == [tuple(None if value is None else float(value) for value in row) for row in naive]
