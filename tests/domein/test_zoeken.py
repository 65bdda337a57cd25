import pytest

from db.engine import read_session
from db.queries.tertaalbeeld import tertaalbeeld
from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import midnight
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.stand import TOTAAL
from landkaart.domein.vergelijking import Richting
from landkaart.domein.zoeken import Hoe, Voorwaarde, Zoekvraag, possible_voorwaarden, read_zoekvraag
from tests.steps.factories import TERTAAL, beeld, row_with, stand, uitvraag

JAARPLAN, TEAMS = "ketenjaarplan", "integrale-teams"
REGIONS = {"provincie": ["Drenthe", "Fryslân"], "arbeidsmarktregio": ["Twente"]}


def voorwaarden(*texts: str) -> tuple[Voorwaarde, ...]:
    return tuple(map(Voorwaarde.parse, texts))


def of_jaarplan(**bands: int):
    """By code its band on the ketenjaarplan; the other mijlpalen are at Niet."""
    return beeld(stand({code: row_with("0", ketenjaarplan=band) for code, band in bands.items()}))


FOUR = {"a": 0, "b": 1, "c": 2, "d": 3}


@pytest.mark.parametrize(
    ("text", "found"),
    [("gedeeltelijk", ["c"]), ("minstens-gedeeltelijk", ["c", "d"]), ("hoogstens-gedeeltelijk", ["a", "b", "c"]),
     ("hoogstens-niet", ["a"]), ("minstens-volledig", ["d"])],
)  # fmt: skip
def test_a_band_is_asked_for_itself_or_as_an_edge_that_belongs_to_it(text, found):
    assert Zoekvraag(voorwaarden(f"ketenjaarplan:{text}")).found(of_jaarplan(**FOUR)) == found


def test_all_conditions_must_hold_or_any_of_them():
    found = beeld(
        stand(both=row_with("0", ketenjaarplan=3, integrale_teams=3), one=row_with("0", integrale_teams=3), no="0")
    )
    asked = voorwaarden("ketenjaarplan:volledig", "integrale-teams:volledig")

    assert Zoekvraag(asked).found(found) == ["both"]
    assert Zoekvraag(asked, alle=False).found(found) == ["both", "one"]


def test_a_fase_and_the_total_are_judged_by_their_own_mean():
    # One of the six answers of this fase at Volledig: a mean of 16.67.
    realiseren = row_with("0", **{"mt_portefeuilleverdeling": 3})
    found = beeld(stand(assen=realiseren, breda="3"))

    assert Zoekvraag(voorwaarden("realiseren:niet")).found(found) == ["assen"]
    assert Zoekvraag(voorwaarden("totaal:volledig")).found(found) == ["breda"]


def test_who_has_no_stand_is_in_no_band_but_can_be_found_by_what_else_is_known():
    found = beeld(stand(assen="0"), uitvraag=uitvraag(), ingediend_op={"delft": None})

    assert Zoekvraag(voorwaarden("totaal:hoogstens-volledig")).found(found) == ["assen"]
    assert Zoekvraag(actualiteit=Actualiteit.NOOIT).found(found) == ["delft"]


def test_what_is_asked_beside_the_bands_must_hold_too_whether_all_or_any_of_them_must():
    found = beeld(
        stand(assen="3", breda="3", delft="0"),
        {TERTAAL.before(): stand(assen="0", breda="3")},
        uitvraag=uitvraag(),
        ingediend_op={"breda": midnight(uitvraag().opent.date().replace(year=2008))},
        indicaties={"assen": Indicatie.DIT_JAAR},
    )
    any_of = {"voorwaarden": voorwaarden("totaal:volledig", "totaal:niet"), "alle": False}

    assert Zoekvraag(**any_of).found(found) == ["assen", "breda", "delft"]
    assert Zoekvraag(**any_of, indicatie=Indicatie.DIT_JAAR).found(found) == ["assen"]
    assert Zoekvraag(**any_of, richting=Richting.GELIJK).found(found) == ["breda"]
    assert Zoekvraag(**any_of, richting=Richting.NIEUW).found(found) == ["delft"]
    assert Zoekvraag(**any_of, actualiteit=Actualiteit.VEROUDERD).found(found) == ["breda"]


def test_a_condition_reads_as_it_is_written():
    asked = Voorwaarde("Betrokkenheid creëren", Hoe.MINSTENS, Band.IN_ONTWIKKELING)

    assert str(asked) == "betrokkenheid-creeren:minstens-in_ontwikkeling"
    assert Voorwaarde.parse(str(asked)) == asked


@pytest.mark.parametrize("hoe", Hoe)
@pytest.mark.parametrize("band", Band)
def test_every_condition_comes_back_from_its_address(hoe, band):
    rows = [TOTAAL, *(fase.naam for fase in catalogus().fasen), *catalogus().codes]

    for row in rows:
        assert Voorwaarde.parse(str(Voorwaarde(row, hoe, band))) == Voorwaarde(row, hoe, band)


def test_what_there_is_to_choose_from_asks_each_thing_once():
    options = possible_voorwaarden()

    assert len(options) == len({str(each) for each in options}) == 21 * 8
    groups = [tuple(each.holds(of_jaarplan(**FOUR).stand)) for each in options if each.rij == JAARPLAN]
    assert len(set(groups)) == 8
    assert (True,) * 4 not in groups


def test_a_question_comes_back_from_its_address():
    vraag = Zoekvraag(
        voorwaarden("ketenjaarplan:volledig", "totaal:minstens-gedeeltelijk"),
        alle=False,
        provincie="Fryslân",
        arbeidsmarktregio="Twente",
        actualiteit=Actualiteit.EERDER,
        indicatie=Indicatie.NIET,
        richting=Richting.ACHTERUIT,
    )
    address = {}
    for name, text in vraag.asked:
        address.setdefault(name, []).append(text)

    assert read_zoekvraag(address, REGIONS) == (vraag, [])
    assert list(address) == ["w", "hoe", "provincie", "arbeidsmarktregio", "actualiteit", "indicatie", "richting"]


def test_what_cannot_be_is_passed_over_and_named():
    address = {
        "w": ["ketenjaarplan:volledig", "ketenjaarplan", "nergens:niet", "totaal:meer-niet", "totaal:rood", ""],
        "hoe": ["geen"],
        "provincie": ["Atlantis"],
        "richting": ["vooruit"],
        "tertaal": ["2009-2"],
    }

    vraag, bad = read_zoekvraag(address, REGIONS)

    assert vraag == Zoekvraag(voorwaarden("ketenjaarplan:volledig"), richting=Richting.VOORUIT)
    assert bad == [
        "w=ketenjaarplan",
        "w=nergens:niet",
        "w=totaal:meer-niet",
        "w=totaal:rood",
        "w=",
        "hoe=geen",
        "provincie=Atlantis",
    ]


def test_a_condition_that_is_there_twice_is_asked_once():
    vraag, bad = read_zoekvraag({"w": ["totaal:niet", "totaal:niet"]}, REGIONS)

    assert (vraag, bad) == (Zoekvraag(voorwaarden("totaal:niet")), [])


def test_nothing_asked_is_an_empty_question():
    assert Zoekvraag().is_empty
    assert Zoekvraag(alle=False).is_empty
    assert not Zoekvraag(provincie="Drenthe").is_empty


def test_28_werkpleinen_stand_at_100_on_the_three_mijlpalen_that_the_report_names(landkaart_2009):
    asked = voorwaarden(
        "marktbewerkingsplan:volledig", "dienstverleningsconcept-werkgevers:volledig", "aanspreekpunt-werkgevers:volledig"
    )
    with read_session() as session:
        found = Zoekvraag(asked).found(tertaalbeeld(session=session, tertaal=TERTAAL))

    assert len(found) == 28
