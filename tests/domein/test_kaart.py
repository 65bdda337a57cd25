import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import midnight
from landkaart.domein.kaart import KaartKeuze, soort_by_code
from landkaart.domein.stand import TOTAAL, Stand
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.uitvraag import Uitvraag
from landkaart.domein.vergelijking import Richting
from landkaart.domein.werkplein import Werkplein
from tests.recount.naief import band_of, score_on

NU, VORIG = Tertaal(2009, 2), Tertaal(2009, 1)
MOMENTS = [midnight(pd.Timestamp(day).date()) for day in ("2009-07-15", "2009-08-15", "2009-09-01", "2009-04-01")]
CODES = list(catalogus().codes)
REALISEREN = [mijlpaal.code for mijlpaal in catalogus().mijlpalen if mijlpaal.fase == "Realiseren"]


def place(code: str, provincie: str, regio: str) -> Werkplein:
    return Werkplein(code, code.capitalize(), "", "", provincie, regio, None, None, None, 52.0, 5.0)


def stand_of(bands: dict[str, list[int]]) -> Stand:
    data = np.array(list(bands.values()), "int8").reshape(-1, len(CODES))
    return Stand(pd.DataFrame(data, pd.Index(list(bands), dtype="str"), CODES))


def beeld_of(now: dict, before: dict, places: list[Werkplein], moments: dict) -> Tertaalbeeld:
    return Tertaalbeeld(
        tertaal=NU,
        uitvraag=Uitvraag(NU, *MOMENTS),
        geschiedenis=(VORIG, NU),
        stands={NU: stand_of(now), VORIG: stand_of(before)},
        namen={each.code: each.naam for each in places},
        ingediend_op=moments,
        indicaties={},
        werkpleinen={each.code: each for each in places},
    )


@pytest.fixture
def beeld() -> Tertaalbeeld:
    """Assen rose to green, Breda fell, Ede is new, Urk is open and never submitted; Delft closed."""
    recent, old = MOMENTS[0], midnight(pd.Timestamp("2008-01-01").date())
    return beeld_of(
        {"assen": [3] * 14, "breda": [1] * 14, "ede": [2] * 14},
        {"assen": [2] * 14, "breda": [2] + [1] * 13},
        [
            place("assen", "Drenthe", "Drenthe"),
            place("breda", "Noord-Brabant", "West-Brabant"),
            place("delft", "Zuid-Holland", "Haaglanden"),
            place("ede", "Gelderland", "FoodValley"),
            place("urk", "Flevoland", "Flevoland"),
        ],
        {"assen": recent, "breda": old, "ede": recent, "urk": None},
    )


def test_everybody_who_is_open_is_on_the_map_also_who_never_submitted(beeld):
    assert soort_by_code(beeld, KaartKeuze()) == {
        "assen": Band.VOLLEDIG,
        "breda": Band.IN_ONTWIKKELING,
        "ede": Band.GEDEELTELIJK,
        "urk": None,
    }


def test_which_way_each_went_and_who_is_new_is_never_equal(beeld):
    assert soort_by_code(beeld, KaartKeuze(verandering=True)) == {
        "assen": Richting.VOORUIT,
        "breda": Richting.ACHTERUIT,
        "ede": Richting.NIEUW,
        "urk": None,
    }


def test_on_one_mijlpaal_breda_stayed_where_it_was(beeld):
    assert soort_by_code(beeld, KaartKeuze(rij="integrale-teams", verandering=True))["breda"] is Richting.GELIJK


@pytest.mark.parametrize(
    ("part", "codes"),
    [
        ({"provincie": "Drenthe"}, ["assen"]),
        ({"arbeidsmarktregio": "West-Brabant"}, ["breda"]),
        ({"band": Band.GEDEELTELIJK}, ["ede"]),
        ({"actualiteit": Actualiteit.DEZE_UITVRAAG}, ["assen", "ede"]),
        ({"actualiteit": Actualiteit.NOOIT}, ["urk"]),
        ({"actualiteit": Actualiteit.DEZE_UITVRAAG, "band": Band.VOLLEDIG}, ["assen"]),
        ({"provincie": "Drenthe", "band": Band.NIET}, []),
        ({"provincie": "Atlantis"}, []),
    ],
)
def test_a_part_is_who_fits_all_that_was_asked(beeld, part, codes):
    assert list(soort_by_code(beeld, KaartKeuze(**part))) == codes


def test_a_part_by_band_stays_the_same_when_the_change_is_drawn(beeld):
    assert soort_by_code(beeld, KaartKeuze(verandering=True, band=Band.VOLLEDIG)) == {"assen": Richting.VOORUIT}


@pytest.mark.parametrize(
    "keuze",
    [
        KaartKeuze(),
        KaartKeuze("Betrokkenheid creëren", True, provincie="Fryslân"),
        KaartKeuze("ketenjaarplan", band=Band.NIET, actualiteit=Actualiteit.NOOIT, arbeidsmarktregio="'t Gooi"),
    ],
)
def test_a_link_asks_the_same(keuze):
    assert KaartKeuze.read(keuze.asked) == keuze


@pytest.mark.parametrize("asked", [{"rij": "x"}, {"toon": "x"}, {"band": "x"}, {"actualiteit": "x"}])
def test_what_cannot_be_asked_is_no_choice(asked):
    with pytest.raises(KeyError):
        KaartKeuze.read(asked)


bands = st.lists(st.integers(0, 3), min_size=14, max_size=14)


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(bands, st.none() | bands, st.booleans()), min_size=1))
def test_a_naive_recount_draws_the_same(werkpleinen):
    places = [place(code, "Noord" if north else "Zuid", "") for code, (_, _, north) in sorted(werkpleinen.items())]
    now = {code: found[0] for code, found in sorted(werkpleinen.items())}
    before = {code: found[1] for code, found in sorted(werkpleinen.items()) if found[1] is not None}
    beeld = beeld_of(now, before, places, dict.fromkeys(now))

    for rij, mijlpalen in ((TOTAAL, CODES), ("Realiseren", REALISEREN), ("ketenjaarplan", ["ketenjaarplan"])):
        scores = {code: score_of(each, mijlpalen) for code, each in now.items()}
        drawn = {code: Band(band_of(score)) for code, score in scores.items()}
        moves = {code: move(score_of(before[code], mijlpalen), scores[code]) for code in now if code in before}
        moves |= {code: Richting.NIEUW for code in now if code not in before}
        north = [code for code in now if werkpleinen[code][2]]

        assert soort_by_code(beeld, KaartKeuze(rij)) == drawn
        assert soort_by_code(beeld, KaartKeuze(rij, True)) == moves
        assert soort_by_code(beeld, KaartKeuze(rij, provincie="Noord")) == {code: drawn[code] for code in north}


def score_of(answers: list[int], mijlpalen: list[str]):
    return score_on({"banden": dict(zip(CODES, answers, strict=True))}, mijlpalen)


def move(was, now) -> Richting:
    return Richting.VOORUIT if now > was else Richting.ACHTERUIT if now < was else Richting.GELIJK
