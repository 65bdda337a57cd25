"""Who responded: each werkplein in exactly one class, and the classes add up."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.herinnering import HerinnerGroep
from landkaart.domein.respons import Ingediend, Klasse, Respons, ResponsKeuze, Stap
from tests.steps.factories import reactie, uitvraag


def klasse_of(*, ingediend=False, bevestigd=False, akkoorden=0, **facts):
    """The class by these facts; whatever is left out did not happen."""
    nothing = {"gekomen": False, "beoordeeld": 0, "vrijstelling": None}
    return Klasse.of(**nothing | facts, ingediend=Ingediend(bevestigd, akkoorden) if ingediend else None)


@pytest.mark.parametrize(
    ("facts", "klasse"),
    [({}, Klasse.NIET_GEKOMEN),
     ({"gekomen": True}, Klasse.GEKOMEN),
     ({"gekomen": True, "beoordeeld": 1}, Klasse.DEELS),
     ({"gekomen": True, "beoordeeld": 13}, Klasse.DEELS),
     ({"gekomen": True, "beoordeeld": 14}, Klasse.INGEVULD),
     ({"gekomen": True, "beoordeeld": 14, "ingediend": True}, Klasse.INGEDIEND),
     ({"gekomen": True, "beoordeeld": 13, "ingediend": True}, Klasse.INGEDIEND),  # An answer was cleared afterwards.
     ({"gekomen": True, "beoordeeld": 14, "ingediend": True, "bevestigd": True}, Klasse.BEVESTIGD),
     ({"gekomen": True, "beoordeeld": 14, "ingediend": True, "bevestigd": True, "akkoorden": 1}, Klasse.EEN_AKKOORD),
     ({"gekomen": True, "beoordeeld": 14, "ingediend": True, "akkoorden": 2}, Klasse.TWEE_AKKOORDEN),
     ({"gekomen": True, "beoordeeld": 14, "ingediend": True, "akkoorden": 3}, Klasse.TWEE_AKKOORDEN),
     ({"vrijstelling": "vrijgesteld"}, Klasse.VRIJGESTELD),
     ({"vrijstelling": "geen_wijziging"}, Klasse.GEEN_WIJZIGING),
     ({"gekomen": True, "beoordeeld": 14, "vrijstelling": "vrijgesteld"}, Klasse.VRIJGESTELD),
     ({"gekomen": True, "beoordeeld": 14, "ingediend": True, "vrijstelling": "vrijgesteld"}, Klasse.INGEDIEND)],
)  # fmt: skip
def test_the_class_of_a_werkplein(facts, klasse):
    assert klasse_of(**facts) is klasse


def test_whatever_the_facts_who_looked_never_counts_as_one_that_never_came():
    for gekomen, beoordeeld, ingediend, bevestigd, akkoorden, vrijstelling in product(
        (False, True), range(15), (False, True), (False, True), range(4), (None, "vrijgesteld", "geen_wijziging")
    ):
        facts = {"gekomen": gekomen or beoordeeld > 0, "beoordeeld": beoordeeld, "ingediend": ingediend}
        facts |= {"bevestigd": bevestigd, "akkoorden": akkoorden, "vrijstelling": vrijstelling}
        klasse = klasse_of(**facts)

        assert (klasse.stap is Stap.BINNEN) is ingediend
        assert (klasse.stap is Stap.HOEFT_NIET) is (vrijstelling is not None and not ingediend)
        if facts["gekomen"] or ingediend:
            assert klasse is not Klasse.NIET_GEKOMEN


def test_every_class_belongs_to_one_step_and_every_step_has_a_class():
    assert [klasse for stap in Stap for klasse in stap.klassen] == list(Klasse)
    assert all(stap.klassen and stap.label for stap in Stap)


def test_the_counts_name_every_class_and_add_up():
    found = Respons(uitvraag(), (reactie(Klasse.DEELS), reactie(Klasse.GEKOMEN), reactie(Klasse.BEVESTIGD)))

    assert found.n == 3
    assert found.per_stap == {
        Stap.NIET_GEKOMEN: 0,
        Stap.BEZIG: 2,
        Stap.INGEVULD: 0,
        Stap.BINNEN: 1,
        Stap.HOEFT_NIET: 0,
    }
    assert sum(found.per_klasse.values()) == sum(found.per_actualiteit.values()) == 3


def test_between_two_moments_the_same_werkpleinen_may_answer():
    opent, sluit = uitvraag().opent, uitvraag().sluit
    uitstel, just = sluit + timedelta(7), timedelta(seconds=1)
    found = Respons(uitvraag(), (reactie(), reactie(uitstel=uitstel)))

    assert found.since(opent - just) is None
    for moment in (opent, sluit, uitstel):
        assert found.since(moment) == found.since(moment + just) == moment
        assert found.since(moment - just) != moment
    for now in (opent, sluit - just, sluit, uitstel - just, uitstel):
        may = [HerinnerGroep.NIET_BEGONNEN.takes(each, found.uitvraag, now) for each in found.reacties]
        assert may == [HerinnerGroep.NIET_BEGONNEN.takes(each, found.uitvraag, found.since(now)) for each in found.reacties]


@pytest.mark.parametrize(
    ("found", "sentence"),
    [(reactie(Klasse.DEELS, beoordeeld=9), "9 van 14 beoordeeld"),
     (reactie(Klasse.BEVESTIGD, bevestigd=True), "ingediend, alles ongewijzigd bevestigd"),
     (reactie(Klasse.EEN_AKKOORD, akkoorden=1, bevestigd=True), "ingediend, akkoord van één, alles bevestigd"),
     (reactie(Klasse.EEN_AKKOORD, akkoorden=1), "ingediend, akkoord van één"),
     (reactie(Klasse.TWEE_AKKOORDEN, akkoorden=2, bevestigd=True), "ingediend, akkoord van twee of meer, alles bevestigd"),
     (reactie(Klasse.TWEE_AKKOORDEN, akkoorden=2), "ingediend, akkoord van twee of meer"),
     (reactie(Klasse.VRIJGESTELD, bevestigd=True), "vrijgesteld"),
     (reactie(Klasse.INGEVULD, laatst=datetime(2009, 8, 1, tzinfo=UTC)), "alles ingevuld, niet ingediend")],
)  # fmt: skip
def test_a_class_as_a_sentence(found, sentence):
    assert found.zin == sentence


GELDERLAND = {"provincie": "Gelderland", "arbeidsmarktregio": "Achterhoek"}
ONE = reactie(Klasse.DEELS, actualiteit=Actualiteit.EERDER, **GELDERLAND)
# Each differs from ONE in a single thing that can be asked for.
OTHERS = {
    "klasse": reactie(Klasse.INGEVULD, actualiteit=Actualiteit.EERDER, **GELDERLAND),
    "actualiteit": reactie(Klasse.DEELS, actualiteit=Actualiteit.VEROUDERD, **GELDERLAND),
    "provincie": reactie(Klasse.DEELS, actualiteit=Actualiteit.EERDER, **GELDERLAND | {"provincie": "Overijssel"}),
    "arbeidsmarktregio": reactie(
        Klasse.DEELS, actualiteit=Actualiteit.EERDER, **GELDERLAND | {"arbeidsmarktregio": "Twente"}
    ),
}
ASKED = {"klasse": "deels", "actualiteit": "eerder", **GELDERLAND}


@pytest.mark.parametrize("name", ASKED)
def test_each_part_of_a_choice_leaves_out_who_differs_in_it_and_nobody_else(name):
    keuze = ResponsKeuze(**{name: ASKED[name]})

    assert keuze.takes(ONE)
    assert [other for other, found in OTHERS.items() if not keuze.takes(found)] == [name]


def test_a_whole_choice_takes_who_fits_in_everything_and_an_empty_one_takes_all():
    everybody = Respons(uitvraag(), (ONE, *OTHERS.values()))

    assert everybody.among(ResponsKeuze(**ASKED)) == [ONE]
    assert everybody.among(ResponsKeuze()) == list(everybody.reacties)


def test_a_step_takes_every_class_in_it():
    assert ResponsKeuze("bezig").takes(ONE)
    assert ResponsKeuze("bezig").takes(reactie(Klasse.GEKOMEN))
    assert not ResponsKeuze("bezig").takes(OTHERS["klasse"])


def test_a_choice_reads_the_address_it_wrote_and_what_is_empty_asks_nothing():
    assert ResponsKeuze.read(ResponsKeuze(**ASKED).asked) == ResponsKeuze(**ASKED)
    assert ResponsKeuze.read({"klasse": "", "provincie": "", "anders": "x"}) == ResponsKeuze()
    assert ResponsKeuze().asked == {}


@pytest.mark.parametrize("asked", [{"klasse": "half"}, {"actualiteit": "ooit"}])
def test_a_class_that_does_not_exist_is_refused(asked):
    with pytest.raises(OngeldigeInvoer, match="Deze groep bestaat niet in de respons. Kies haar opnieuw."):
        ResponsKeuze.read(asked)


def test_the_regions_to_choose_from_are_those_that_there_are_by_name():
    assert Respons(uitvraag(), (OTHERS["provincie"], OTHERS["arbeidsmarktregio"], ONE)).regions == {
        "provincie": ["Gelderland", "Overijssel"],
        "arbeidsmarktregio": ["Achterhoek", "Twente"],
    }
