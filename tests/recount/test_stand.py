"""The counting alone, on stands made without a database, beside a naive recount."""

from hypothesis import given, settings
from hypothesis import strategies as st

from landkaart.domein.clock import midnight
from landkaart.domein.tertaal import Tertaal
from tests.recount.hertelling import compare_achterblijvers, compare_tables_2_and_3, compare_two_stands
from tests.recount.standen import DAYS, UITVRAGEN, answers, stood, submitted
from tests.steps.factories import beeld, stand, uitvraag

# Of each werkplein: its bands now, a tertaal earlier and two tertalen earlier (None: no stand yet), and its last day.
countries = st.lists(
    st.tuples(answers, st.none() | answers, st.none() | answers, st.sampled_from(DAYS), st.booleans()), max_size=12
)


@settings(max_examples=300, deadline=None)
@given(countries)
def test_every_figure_of_a_stand_is_what_a_naive_recount_finds(country):
    now, before, two_before = (
        {f"w{number}": each[place] for number, each in enumerate(country) if each[place]} for place in range(3)
    )
    days = {f"w{number}": each[3] for number, each in enumerate(country)}
    chosen = [f"w{number}" for number, each in enumerate(country) if each[4]]
    found = beeld(
        stand(now),
        {Tertaal(2009, 1): stand(before), Tertaal(2008, 3): stand(two_before)},
        uitvraag=uitvraag(),
        ingediend_op={code: midnight(day) for code, day in days.items()},
    )

    compare_tables_2_and_3(found.stand, stood(now))
    compare_tables_2_and_3(found.stand.among(chosen), stood({code: now[code] for code in chosen}))
    compare_two_stands(found, stood(now), stood(before), {code: code for code in now})
    werkpleinen = [{"code": code, "naam": code, "actief_van": None, "actief_tot": None} for code in now]
    invullingen = [submitted(code, "2008-3", DAYS[-1], bands) for code, bands in two_before.items()]
    invullingen += [submitted(code, "2009-2", days[code], bands) for code, bands in now.items()]
    compare_achterblijvers(found, werkpleinen, invullingen, UITVRAGEN)
