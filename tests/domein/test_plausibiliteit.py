"""What stands out, by each rule, with the boundary of each."""

import pytest

from landkaart.domein.band import Band
from landkaart.domein.plausibiliteit import AT_ONCE, PAREN, ZINNEN, Ingestuurd, Twijfel, opvallend
from tests.steps.factories import CODES, row, row_with


def bands(text: str) -> dict[str, Band]:
    return dict(zip(CODES, map(Band, row(text)), strict=True))


def found(text: str, **more) -> list[tuple[Twijfel, str]]:
    return [(each.twijfel, each.waarom) for each in opvallend(Ingestuurd(bands(text), **more))]


ORDINARY = row_with("2", ketenjaarplan=1)


def test_of_an_ordinary_invulling_nothing_stands_out():
    assert found(ORDINARY, vorige=bands("1"), bevestigd=(False, True, True, True)) == []


@pytest.mark.parametrize("band", Band)
def test_all_on_one_band_stands_out_whichever_it_is(band):
    assert found(str(int(band))) == [(Twijfel.ALLES_GELIJK, f"Alle 14 op {band.label}.")]


@pytest.mark.parametrize(
    ("bevestigd", "said"),
    [
        ((True, True), None),
        ((True, True, True), "3 keer op rij alles ongewijzigd bevestigd."),
        ((True, True, True, True, False, True), "4 keer op rij alles ongewijzigd bevestigd."),
        ((False, True, True, True), None),
        ((True, True, False, True), None),
    ],
)
def test_confirming_all_of_it_three_times_in_a_row_stands_out(bevestigd, said):
    assert found(ORDINARY, bevestigd=bevestigd) == ([(Twijfel.STEEDS_BEVESTIGD, said)] if said else [])


def before(low: int) -> dict[str, Band]:
    """So many mijlpalen were not at Volledig."""
    return bands("2" * low + "3" * (14 - low))


def test_many_mijlpalen_that_all_reach_volledig_at_once_stand_out():
    many = [each for each in opvallend(Ingestuurd(bands("3"), before(AT_ONCE))) if each.twijfel is Twijfel.IN_EEN_STAP]

    assert [(each.waarom, each.mijlpalen) for each in many] == [("5 mijlpalen tegelijk naar Volledig.", CODES[:5])]


def test_a_few_do_not_nor_a_first_invulling_nor_one_that_stays_below():
    assert found("3", vorige=before(AT_ONCE - 1)) == found("3") == [(Twijfel.ALLES_GELIJK, "Alle 14 op Volledig.")]
    assert found(row_with("3", ketenjaarplan=2), vorige=before(14)) == []


@pytest.mark.parametrize("paar", PAREN)
def test_two_mijlpalen_contradict_each_other_only_at_both_ends(paar):
    def given(volledig: Band, niet: Band) -> list[Twijfel]:
        banden = bands(ORDINARY) | {paar.volledig: volledig, paar.niet: niet}
        return [each.twijfel for each in opvallend(Ingestuurd(banden)) if each.mijlpalen == tuple(paar)]

    assert given(Band.VOLLEDIG, Band.NIET) == [Twijfel.TEGENSTRIJDIG]
    assert given(Band.GEDEELTELIJK, Band.NIET) == given(Band.VOLLEDIG, Band.IN_ONTWIKKELING) == []


def test_every_rule_says_what_it_looks_at():
    assert set(ZINNEN) == set(Twijfel)
    assert "Integrale teams op Volledig en 1 aanspreekpunt werkgevers op Niet" in ZINNEN[Twijfel.TEGENSTRIJDIG]
