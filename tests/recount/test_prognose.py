"""Every prognose, and how right it was, beside a naive recount on random landkaarten."""

from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landkaart.domein.prognose import Prognoses
from landkaart.domein.prognose_toets import proef, terugblik
from landkaart.domein.tertaal import Tertaal
from tests.recount import naief_prognose as naief
from tests.recount.landen import EDGES
from tests.recount.naief import LOWER_EDGES
from tests.steps.factories import CODES, row, stand

TERTAAL = Tertaal(2009, 2)
# One more than the window holds, and each may be missing.
TERTALEN = [TERTAAL.before(steps) for steps in range(6, -1, -1)]

answers = st.sampled_from(EDGES) | st.text("0123", min_size=len(CODES), max_size=len(CODES))
countries = st.lists(st.tuples(*[st.none() | answers] * 6, answers), min_size=1, max_size=8)
missing = st.sets(st.sampled_from(TERTALEN[:-1]))


def stands_of(country, left_out):
    return {
        tertaal: stand({f"w{number}": each[place] for number, each in enumerate(country) if each[place]})
        for place, tertaal in enumerate(TERTALEN)
        if tertaal not in left_out
    }


def histories_of(country, left_out):
    """Exact scores by tertaal, by code."""
    return {
        f"w{number}": {str(tertaal): score(each[place]) for place, tertaal in enumerate(TERTALEN)
                       if each[place] and tertaal not in left_out}
        for number, each in enumerate(country)
    }  # fmt: skip


def score(bands):
    return Fraction(sum(LOWER_EDGES[band] for band in row(bands)), len(CODES))


def plain(value):
    return None if pd.isna(value) else value


@settings(max_examples=150, deadline=None)
@given(countries, missing)
def test_every_prognose_is_what_a_naive_recount_finds(country, left_out):
    found = Prognoses.of(stands_of(country, left_out), TERTAAL)
    counted = {code: naief.prognose(history, str(TERTAAL)) for code, history in histories_of(country, left_out).items()}

    for code, expected in counted.items():
        here = {name: plain(value) for name, value in found.per_werkplein.loc[code].items()}
        exact = {name: float(value) if isinstance(value, Fraction) else value for name, value in expected.items()}
        assert here == exact, code
    for steps in range(4):
        ends = [[each[name] is not None and each[name] <= steps for each in counted.values()]
                for name in ("laatst", "bereikt", "vroegst")]  # fmt: skip
        assert found.groen_in(TERTAAL.before(-steps)) == tuple(map(sum, ends))


@settings(max_examples=100, deadline=None)
@given(countries, missing, st.sampled_from([1, 2]))
def test_the_proof_is_what_a_naive_recount_finds(country, left_out, vooruit):
    found = proef(stands_of(country, left_out), vooruit)
    n, tempo, gelijk, stap = naief.proef(histories_of(country, left_out), list(map(str, TERTALEN)), vooruit)

    assert found.n == n
    if n:
        assert (found.tempo, found.gelijk, found.stap) == pytest.approx((tempo, gelijk, stap), abs=1e-9)


@settings(max_examples=100, deadline=None)
@given(countries, missing)
def test_looking_back_is_what_a_naive_recount_finds(country, left_out):
    then, now = str(TERTAAL.before()), str(TERTAAL)
    stands = stands_of(country, left_out - {TERTAAL.before()})
    errors, within = [], 0
    for history in histories_of(country, left_out - {TERTAAL.before()}).values():
        found = naief.slopes({each: score for each, score in history.items() if each != now}, then)
        if then in history and found is not None:
            low, told, high = (naief.within_0_and_100(history[then] + slope) for slope in found)
            errors.append(abs(told - history[now]))
            within += low <= history[now] <= high

    found = terugblik(stands, TERTAAL.before())

    assert (found.n, found.gemeten, found.binnen) == (len(errors), len(errors), within)
    if errors:
        assert found.afwijking == pytest.approx(float(sum(errors) / len(errors)), abs=1e-9)
