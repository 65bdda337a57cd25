"""What was said to extra questions by chance, in each vorm, beside a naive recount."""

from hypothesis import given, settings
from hypothesis import strategies as st

from landkaart.domein.uitslag import Uitslag
from landkaart.domein.vraagvorm import JA_OF_NEE, Vorm, VraagSoort
from tests.recount import naief_uitslag

KEUZES = ("Geen", "Een deel", "Alles")
numbers = st.decimals(-1000, 1000, places=2).map(lambda number: Vorm(VraagSoort.GETAL).read(str(number)))


def uitslag(answers, vorm):
    asked = {f"w{place}": answer for place, answer in enumerate(answers)}
    said = {code: vorm.kept(answer) for code, answer in asked.items() if answer is not None}
    return Uitslag("v", "Vraag?", list(asked), said, vorm=vorm)


def counts(found):
    return [len(found.who(code)) for code in found.klassen]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.none() | st.sampled_from(["ja", "nee"]), max_size=20))
def test_ja_and_nee(answers):
    assert counts(uitslag(answers, JA_OF_NEE)) == naief_uitslag.counted(answers, ["ja", "nee"])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.none() | st.sampled_from(KEUZES), max_size=20))
def test_one_of_a_list(answers):
    found = uitslag(answers, Vorm(VraagSoort.KEUZE, keuzes=KEUZES))

    assert counts(found) == naief_uitslag.counted(answers, KEUZES)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.none() | numbers, max_size=25))
def test_numbers(answers):
    found = uitslag(answers, Vorm(VraagSoort.GETAL, "klanten"))

    assert found.getallen == naief_uitslag.together(answers)
    assert counts(found) == [*naief_uitslag.in_stretches(answers), answers.count(None)]
    assert sum(counts(found)) == found.n


@settings(max_examples=50, deadline=None)
@given(st.lists(st.none() | st.just("Een tekst."), max_size=12))
def test_a_text_is_there_or_is_not(answers):
    found = uitslag(answers, Vorm(VraagSoort.TEKST))

    assert counts(found) == [len(answers) - answers.count(None), answers.count(None)]
