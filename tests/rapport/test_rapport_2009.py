"""What the report publishes in words about 2009-2: each fact found again in the data."""

from collections import Counter
from datetime import date

import pandas as pd
from sqlmodel import select

from db.engine import read_session
from db.models import Vraag, VraagAntwoord
from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.band import Band
from landkaart.domein.clock import midnight
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.stand import TOTAAL
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.vergelijking import Vergelijking
from landkaart.rapport import tables
from tests.recount.naief import share
from tests.steps.rapport_2009 import ACHTERUIT, NOT_MAKING_IT


def went(beeld, richting) -> pd.DataFrame:
    table = tables.vergelijking(beeld)
    return table[table["richting"] == richting]


def drijfveren_of(beeld, richting) -> pd.DataFrame:
    """What moved the werkpleinen that went that way, and only those."""
    codes = list(went(beeld, richting)["code"])
    return Vergelijking(beeld.vorige.among(codes), beeld.stand.among(codes)).drijfveren()


def test_125_werkpleinen_count(beeld_2009):
    assert beeld_2009.stand.n == 125


def test_the_uitvraag_ran_from_mid_july_to_1_september_with_a_reminder_in_mid_august(beeld_2009):
    uitvraag = beeld_2009.uitvraag
    days = [date(2009, 7, 15), date(2009, 8, 15), date(2009, 9, 1)]

    assert [uitvraag.opent, uitvraag.herinnering, uitvraag.sluit] == list(map(midnight, days))


def test_the_country_went_from_65_to_67(beeld_2009):
    assert beeld_2009.change == 2


def test_49_went_vooruit_63_stayed_gelijk_and_13_went_achteruit(beeld_2009):
    numbers = Counter(tables.vergelijking(beeld_2009)["richting"])

    assert numbers == {"vooruit": 49, "gelijk": 63, "achteruit": 13}
    assert [share(numbers[richting], 125) for richting in ("vooruit", "gelijk", "achteruit")] == [39, 50, 10]


def test_the_13_that_fell_back_are_those_that_the_report_names(beeld_2009):
    assert list(went(beeld_2009, "achteruit")["naam"]) == ACHTERUIT


def test_their_falls_lie_between_2_and_8_and_one_is_14(beeld_2009):
    falls = sorted(-went(beeld_2009, "achteruit")["verschil"])

    assert falls[-1] == 14
    assert all(2 <= fall <= 8 for fall in falls[:-1])


def test_the_falls_sit_mainly_in_ketenjaarplan_and_marktbewerkingsplan_then_in_visie_en_doelstellingen(beeld_2009):
    # Over the 13 that fell back: in points and in numbers of werkpleinen alike.
    drijfveren = drijfveren_of(beeld_2009, "achteruit")
    largest = ["marktbewerkingsplan", "ketenjaarplan", "visie-en-doelstellingen"]

    assert list(drijfveren["verschil"].nsmallest(3).index) == largest
    assert list(drijfveren["gedaald"].nlargest(3).index) == largest


def test_the_growth_sits_in_aanspreekpunt_werkzoekenden_and_mt_portefeuilleverdeling_then_in_two_more(beeld_2009):
    # In points, over the 49 that went vooruit; over the whole country the falls of others blur the order, and by
    # numbers of werkpleinen that rose it is another one.
    largest = list(drijfveren_of(beeld_2009, "vooruit")["verschil"].nlargest(4).index)

    assert set(largest[:2]) == {"aanspreekpunt-werkzoekenden", "mt-portefeuilleverdeling"}
    assert set(largest[2:]) == {"aanspreekpunt-werkgevers", "dienstverleningsconcept-werkgevers"}


def test_10_werkpleinen_moved_up_into_66_to_99(beeld_2009):
    into = tables.overgangen(beeld_2009).set_index("van")["gedeeltelijk"]

    assert into["niet"] + into["in_ontwikkeling"] == 10


def test_four_are_groen_the_same_as_before(beeld_2009):
    assert list(tables.groen(beeld_2009)["naam"]) == ["Assen", "Enschede", "Hoogeveen", "Venlo"]
    assert beeld_2009.vorige.who(TOTAAL, Band.VOLLEDIG) == beeld_2009.groen


def test_11_more_stand_at_90_to_99(beeld_2009):
    scores = tables.bijna_groen(beeld_2009)["score"]

    assert len(scores) == 11
    assert scores.between(90, 99).all()


def test_23_stand_at_niet_on_mt_portefeuilleverdeling(beeld_2009):
    assert len(beeld_2009.stand.who("mt-portefeuilleverdeling", Band.NIET)) == 23


def test_28_stand_at_100_on_three_mijlpalen_at_once(beeld_2009):
    three = ("marktbewerkingsplan", "dienstverleningsconcept-werkgevers", "aanspreekpunt-werkgevers")
    first, second, third = (set(beeld_2009.stand.who(mijlpaal, Band.VOLLEDIG)) for mijlpaal in three)

    assert len(first & second & third) == 28


def test_90_answered_in_this_uitvraag_26_before_it_9_longer_ago_and_2_never(beeld_2009):
    classes = Counter(tables.actualiteit(beeld_2009)["klasse"])

    assert classes == {"deze_uitvraag": 90, "eerder": 26, "verouderd": 9, "nooit": 2}


def test_the_days_of_the_answers_lie_where_the_report_has_them(beeld_2009):
    days = tables.actualiteit(beeld_2009).groupby("klasse")["ingevuld_op"]

    assert "2009-07-15" <= days.min()["deze_uitvraag"] <= days.max()["deze_uitvraag"] <= "2009-08-31"
    assert "2009-04-01" <= days.min()["eerder"] <= days.max()["eerder"] <= "2009-07-14"
    assert days.max()["verouderd"] < "2009-04-01"


def test_two_of_the_9_that_are_outdated_are_to_close(beeld_2009):
    outdated = beeld_2009.in_class(Actualiteit.VEROUDERD)

    assert Counter(beeld_2009.indicaties.get(code) for code in outdated)[Indicatie.SLUIT] == 2


def test_the_ako_expects_45_to_finish_in_2009_59_in_2010_19_not_at_all_and_2_to_close(beeld_2009):
    assert Counter(indicatie.value for indicatie in beeld_2009.indicaties.values()) == {
        "dit_jaar": 45,
        "volgend_jaar": 59,
        "niet": 19,
        "sluit": 2,
    }


def test_the_19_that_will_not_make_it_are_those_that_the_report_names(beeld_2009):
    assert sorted(beeld_2009.namen[code] for code in not_making_it(beeld_2009)) == NOT_MAKING_IT


def test_the_distance_between_the_19_and_the_others_grew(beeld_2009):
    def distance(stand):
        others = set(stand.bands.index) - set(not_making_it(beeld_2009))
        return stand.among(others).average() - stand.among(not_making_it(beeld_2009)).average()

    assert distance(beeld_2009.stand) > distance(beeld_2009.vorige) > 0


def not_making_it(beeld) -> list[str]:
    return [code for code, indicatie in beeld.indicaties.items() if indicatie is Indicatie.NIET]


def test_58_answered_the_extra_question_and_28_said_yes(landkaart_2009):
    said = answers("integraal-per-2010")

    assert len(said) == 58
    assert list(said.values()).count("ja") == 28


def test_53_had_set_joint_targets_and_45_of_those_as_absolute_reductions(landkaart_2009):
    joint = {werkplein for werkplein, said in answers("gezamenlijke-doelstellingen").items() if said == "ja"}
    absolute = {werkplein for werkplein, said in answers("absolute-reductie").items() if said == "ja"}

    assert (len(joint), len(absolute & joint), len(absolute - joint)) == (53, 45, 0)


def answers(vraag: str) -> dict[int, str]:
    """What was said to an extra question of 2009-2, by werkplein."""
    query = select(VraagAntwoord.werkplein_id, VraagAntwoord.antwoord).join(Vraag)
    with read_session() as session:
        return dict(session.exec(query.where(Vraag.code == vraag, Vraag.tertaal == str(Tertaal(2009, 2)))).all())
