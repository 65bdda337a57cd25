"""Places, peers and examples to learn from, beside a naive recount, on countries by chance."""

from math import isclose

from hypothesis import given, settings
from hypothesis import strategies as st

from landkaart.domein import leren, ranglijst
from landkaart.domein.catalogus import catalogus
from landkaart.domein.tertaal import Tertaal
from tests.recount import naief_leren
from tests.recount.landen import EDGES
from tests.steps.factories import CODES, row, stand
from tests.steps.neighbours import werkplein_at

TERTALEN = ("2008-3", "2009-1", "2009-2")
answers = st.sampled_from(EDGES) | st.text("0123", min_size=len(CODES), max_size=len(CODES))
spots = st.tuples(st.sampled_from("ab"), st.sampled_from("xy"), st.floats(50.8, 53.5), st.floats(3.4, 7.2))
# Of each werkplein: its bands in the three tertalen (None: no stand yet), and where it is.
countries = st.lists(st.tuples(answers, st.none() | answers, st.none() | answers, spots), min_size=1, max_size=12)


def read(country):
    """The stands of a country as the program and as the referee take them, and where everybody is."""
    texts = {
        tertaal: {f"w{number}": each[back] for number, each in enumerate(country) if each[back]}
        for back, tertaal in enumerate(reversed(TERTALEN))
    }
    ours = {Tertaal.parse(tertaal): stand(found) for tertaal, found in texts.items()}
    plain = {
        tertaal: {code: dict(zip(CODES, row(text), strict=True)) for code, text in found.items()}
        for tertaal, found in texts.items()
    }
    where = {f"w{number}": each[3] for number, each in enumerate(country)}
    return ours, plain, where


@settings(max_examples=200, deadline=None)
@given(countries, st.integers(1, 5))
def test_every_place_and_every_peer_is_what_a_naive_recount_finds(country, count):
    ours, plain, _ = read(country)
    now, counted = ours[Tertaal(2009, 2)], plain["2009-2"]

    assert ranglijst.places(now).to_dict() == naief_leren.places(counted, CODES)
    for fase in catalogus().fasen:
        mijlpalen = [mijlpaal.code for mijlpaal in fase.mijlpalen]
        assert ranglijst.places(now, fase.naam).to_dict() == naief_leren.places(counted, mijlpalen)
    for code in counted:
        assert set(ranglijst.peers(now, code, count)) == naief_leren.peers(counted, code, count)


@settings(max_examples=200, deadline=None)
@given(countries, st.sampled_from(CODES), st.integers(1, 3))
def test_every_example_is_what_a_naive_recount_finds(country, mijlpaal, steps):
    ours, plain, where = read(country)
    here, werkpleinen = Tertaal(2009, 2), {code: werkplein_at(code, *spot) for code, spot in where.items()}

    found = leren.voorbeelden(ours, "w0", mijlpaal, werkpleinen, steps)

    told = {each.code: (each.was, str(each.was_op), str(each.bereikt_op), each.verschil) for each in found}
    counted = naief_leren.voorbeelden(plain, "2009-2", "w0", mijlpaal, steps)
    assert told == counted
    assert leren.count_voorbeelden(ours, "w0", mijlpaal, steps) == len(counted)
    assert leren.weak_mijlpalen(ours[here], "w0") == naief_leren.weak(plain["2009-2"], "w0", CODES)
    for each in found:
        assert each.ring == naief_leren.ring(where, "w0", each.code)
        assert isclose(each.km, naief_leren.kilometres(where, "w0", each.code), abs_tol=0.001)
    assert found == sorted(found, key=lambda each: (naief_leren.ring(where, "w0", each.code), each.km, each.code))
