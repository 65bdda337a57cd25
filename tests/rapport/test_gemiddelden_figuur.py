from itertools import chain

import pytest

from landkaart.domein.indicatie import Indicatie
from landkaart.domein.stand import empty_stand
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import gemiddelden_figuur, ontwikkeling_text
from landkaart.rapport.gemiddelden_figuur import AfstandGroep
from tests.steps.factories import beeld, stand

FIRST, SECOND = Tertaal(2008, 3), Tertaal(2009, 1)


def texts(spec: dict) -> list[tuple]:
    rows = chain.from_iterable(spec["datasets"].values())
    return [(each["tertaal"], each["reeks"], each["tekst"], each["onder"]) for each in rows if "reeks" in each]


def grown():
    """`late` came in the last tertaal and stands lower than the two that were always there; `gone` left after the first."""
    before = {FIRST: stand(a="0", b="1", gone="3"), SECOND: stand(a="1", b="1")}
    return beeld(stand(a="2", b="3", late="0"), before)


def test_everybody_and_always_the_same_are_two_lines():
    figuur = gemiddelden_figuur.same_werkpleinen_figuur(grown())

    assert figuur.tabel.drop(columns="periode").to_numpy().tolist() == [
        ["2008-3", 3, 44, 2, 16],
        ["2009-1", 2, 33, 2, 33],
        ["2009-2", 3, 55, 2, 83],
    ]
    assert texts(figuur.spec) == [
        ("2008-3", "Alle werkpleinen", "44%", False),
        ("2009-1", "Alle werkpleinen", "33%", False),
        ("2009-2", "Alle werkpleinen", "55%", True),
        ("2008-3", "Steeds dezelfde werkpleinen", "16%", True),
        ("2009-1", "Steeds dezelfde werkpleinen", "", False),  # The same figure is written once.
        ("2009-2", "Steeds dezelfde werkpleinen", "83%", False),
    ]


def test_the_sentence_says_how_many_are_in_the_one_only_and_what_that_does():
    assert ontwikkeling_text.same_werkpleinen_sentence(gemiddelden_figuur.same_werkpleinen_figuur(grown()).tabel) == (
        "Van de 3 werkpleinen van 2009-2 hebben er 2 in elk tertaal sinds 2008-3 een stand: die staan op 83%, en "
        "1 ander werkplein brengt het landelijk gemiddelde met 28 punten omlaag (55%)."
    )


def test_where_they_are_the_same_there_is_one_line_and_the_sentence_says_so(beeld_2009):
    figuur = gemiddelden_figuur.same_werkpleinen_figuur(beeld_2009)

    assert {reeks for _, reeks, _, _ in texts(figuur.spec)} == {"Alle werkpleinen"}
    assert ontwikkeling_text.same_werkpleinen_sentence(figuur.tabel) == (
        "Alle 125 werkpleinen hebben in elk van deze 5 tertalen een stand: de twee lijnen vallen samen."
    )


def test_when_nobody_was_always_there_the_sentence_says_so():
    figuur = gemiddelden_figuur.same_werkpleinen_figuur(beeld(stand(b="1"), {SECOND: stand(a="1")}))

    assert ontwikkeling_text.same_werkpleinen_sentence(figuur.tabel).startswith(
        "Geen enkel werkplein heeft in elk tertaal een stand"
    )
    assert figuur.tabel["gemiddelde_dezelfde"].isna().all()


def test_a_tertaal_without_any_stand_is_a_gap():
    figuur = gemiddelden_figuur.same_werkpleinen_figuur(beeld(stand(a="1"), {SECOND: empty_stand()}))

    assert texts(figuur.spec)[0] == ("2009-1", "Alle werkpleinen", "", False)


def test_the_group_of_the_ako_is_followed_back():
    judged = {"a": Indicatie.NIET, "b": Indicatie.DIT_JAAR}
    found = beeld(stand(a="1", b="3"), {SECOND: stand(a="1", b="2")}, indicaties=judged)

    table = gemiddelden_figuur.afstand_figuur(found, AfstandGroep.INDICATIE).tabel

    assert table.to_numpy().tolist() == [["2009-1", 1, 33, 1, 66, 33], ["2009-2", 1, 33, 1, 100, 67]]
    assert ontwikkeling_text.afstand_sentence(found, AfstandGroep.INDICATIE, table) == (
        "AKO-indicatie ‘haalt het niet’: 1 werkplein, gemiddeld 33%; de andere 1 staan op 100%. De afstand is **67 punten** "
        "en groeide sinds 2009-1 (toen 33)."
    )


def test_every_tertaal_can_have_its_own_list():
    # Below 50: a at first, then b.
    found = beeld(stand(a="3", b="1"), {SECOND: stand(a="1", b="2")})

    assert AfstandGroep.OPNIEUW.codes(found) == {SECOND: ["a"], Tertaal(2009, 2): ["b"]}
    assert AfstandGroep.LIJST.codes(found) == {SECOND: ["b"], Tertaal(2009, 2): ["b"]}


@pytest.mark.parametrize("groep", AfstandGroep)
def test_without_a_group_there_is_no_distance_and_the_sentence_says_so(groep):
    found = beeld(stand(a="3", b="3"))
    figuur = gemiddelden_figuur.afstand_figuur(found, groep)

    assert figuur.tabel["afstand"].isna().all()
    assert (
        ontwikkeling_text.afstand_sentence(found, groep, figuur.tabel)
        == "In 2009-2 zijn er geen twee groepen om naast elkaar te leggen."
    )


@pytest.mark.parametrize(("before", "said"), [("1", "bleef gelijk sinds"), ("0", "kromp sinds"), ("2", "groeide sinds")])
def test_the_sentence_says_what_the_distance_did(before, said):
    judged = {"a": Indicatie.NIET}
    found = beeld(stand(a="1", b="3"), {SECOND: stand(a=before, b="3")}, indicaties=judged)

    assert said in ontwikkeling_text.afstand_sentence(
        found, AfstandGroep.INDICATIE, gemiddelden_figuur.afstand_figuur(found, AfstandGroep.INDICATIE).tabel
    )


def test_the_distance_that_the_report_saw_grow_is_31_after_27(beeld_2009):
    table = gemiddelden_figuur.afstand_figuur(beeld_2009, AfstandGroep.INDICATIE).tabel

    assert table["n_groep"].to_list() == [19] * 5
    assert table["afstand"].to_list() == [25, 26, 25, 27, 31]
