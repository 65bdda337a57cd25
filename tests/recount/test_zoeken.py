"""Every question beside a naive recount, on random werkpleinen."""

from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.band import Band
from landkaart.domein.clock import midnight
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.vergelijking import Richting
from landkaart.domein.zoeken import Hoe, Voorwaarde, Zoekvraag
from tests.recount import naief
from tests.recount.standen import ROWS, UITVRAGEN, answers
from tests.steps.factories import CODES, beeld, row, stand, uitvraag

days = st.sampled_from([date(2009, 7, 15), date(2009, 4, 1), date(2009, 3, 31)])
# Of each werkplein: its bands now and a tertaal earlier (None: no stand), its last day, its AKO-indicatie.
countries = st.lists(
    st.tuples(st.none() | answers, st.none() | answers, days, st.none() | st.sampled_from(Indicatie)), max_size=12
)
conditions = st.builds(Voorwaarde, st.sampled_from(list(ROWS)), st.sampled_from(Hoe), st.sampled_from(Band))
questions = st.builds(
    Zoekvraag,
    voorwaarden=st.lists(conditions, max_size=3).map(tuple),
    alle=st.booleans(),
    actualiteit=st.none() | st.sampled_from(Actualiteit),
    indicatie=st.none() | st.sampled_from(Indicatie),
    richting=st.none() | st.sampled_from(Richting),
)


@settings(max_examples=300, deadline=None)
@given(countries, questions)
def test_a_question_finds_whom_a_naive_recount_finds(country, vraag):
    now, before = ({f"w{n}": each[place] for n, each in enumerate(country) if each[place]} for place in (0, 1))
    submitted = {f"w{n}": midnight(each[2]) if each[0] else None for n, each in enumerate(country)}
    found = beeld(
        stand(now),
        {Tertaal(2009, 1): stand(before)},
        uitvraag=uitvraag(),
        ingediend_op=submitted,
        indicaties={f"w{n}": each[3] for n, each in enumerate(country) if each[3]},
    )

    expected = [f"w{n}" for n, each in enumerate(country) if fits(each, vraag)]

    assert sorted(vraag.found(found)) == sorted(expected)


def fits(each, vraag) -> bool:
    now, before, day, indicatie = each
    if vraag.voorwaarden:
        held = [now is not None and holds(now, voorwaarde) for voorwaarde in vraag.voorwaarden]
        if not (all(held) if vraag.alle else any(held)):
            return False
    if vraag.actualiteit:
        klasse = naief.klasse(now and {"ingevuld_op": day}, UITVRAGEN["2009-2"])
        if klasse != vraag.actualiteit.value:
            return False
    if vraag.indicatie and indicatie is not vraag.indicatie:
        return False
    if vraag.richting:
        if now is None:
            return False
        went = naief.richting(before and mean_of(before, list(CODES)), mean_of(now, list(CODES)))
        return went == vraag.richting.value
    return True


def holds(bands: str, voorwaarde: Voorwaarde) -> bool:
    band = naief.band_of(mean_of(bands, ROWS[voorwaarde.rij]))
    if voorwaarde.hoe.value == "is":
        return band == voorwaarde.band
    return band >= voorwaarde.band if voorwaarde.hoe.value == "minstens" else band <= voorwaarde.band


def mean_of(bands: str, mijlpalen: list[str]) -> Fraction:
    found = dict(zip(CODES, row(bands), strict=True))
    return naief.mean([naief.LOWER_EDGES[found[code]] for code in mijlpalen])
