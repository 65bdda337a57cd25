"""The AKO's judgements over countries by chance, beside a naive recount."""

from hypothesis import given, settings
from hypothesis import strategies as st

from landkaart.domein.indicatie import Indicatie
from landkaart.domein.oordelen import per_klasse, tegenspraken, without_stand
from landkaart.domein.tertaal import Tertaal
from tests.recount import naief
from tests.recount.standen import answers, stood
from tests.steps.factories import beeld, stand

# Of each werkplein: its bands now and a tertaal earlier (None: no stand), and what the AKO gave it.
countries = st.lists(
    st.tuples(st.none() | answers, st.none() | answers, st.none() | st.sampled_from(Indicatie)), max_size=12
)


@settings(max_examples=300, deadline=None)
@given(countries)
def test_every_judgement_falls_where_a_naive_recount_puts_it(country):
    now, before = ({f"w{number}": each[place] for number, each in enumerate(country) if each[place]} for place in (0, 1))
    given_to = {f"w{number}": each[2] for number, each in enumerate(country) if each[2]}
    found = beeld(stand(now), {Tertaal(2009, 1): stand(before)}, indicaties=given_to)
    plain = {code: indicatie.value for code, indicatie in given_to.items()}

    klassen = {klasse and klasse.value: set(codes) for klasse, codes in per_klasse(found).items()}
    assert klassen == naief.klassen(now, plain)
    assert sum(map(len, klassen.values())) == found.stand.n
    assert set(without_stand(found)) == set(given_to) - set(now)
    assert set(tegenspraken(found)) == naief.tegenspraken(stood(now), stood(before), plain)
