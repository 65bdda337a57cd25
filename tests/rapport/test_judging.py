from datetime import UTC, datetime

from landkaart.domein.indicatie import Indicatie, Oordeel
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitslag import Uitslag
from landkaart.domein.vraagvorm import JaNee
from landkaart.rapport.judging import options, rows
from tests.steps.factories import beeld, stand

UITSLAG = Uitslag("lukt-het", "Lukt het?", ["assen", "breda"], {"assen": JaNee.JA})
EARLIER = {"assen": (Tertaal(2009, 1), Oordeel(Indicatie.VOLGEND_JAAR, "Traag.", datetime(2009, 5, 1, tzinfo=UTC), "Jan"))}


def test_beside_a_werkplein_stands_all_that_there_is_to_judge_by():
    found = beeld(stand(assen="3", breda="2"), {Tertaal(2009, 1): stand(assen="2")}, namen={"assen": "Assen", "breda": "Aa"})

    first, second = rows(found, [UITSLAG], EARLIER)

    assert second == {
        "code": "assen",
        "naam": "Assen",
        "score": "100%",
        "band": {"teken": "◆", "label": "Volledig", "kleur": "light-dark(#035544, #24836c)"},
        "verschil": "+34",
        "prognose": "al op 100%",
        "antwoorden": {"lukt-het": "Ja"},
        "vorige": {"oordeel": "volgend_jaar", "label": "Volgend jaar", "tertaal": "2009-1", "notitie": "Traag."},
    }
    assert (first["code"], first["verschil"], first["antwoorden"], first["vorige"]) == (
        "breda", "–", {"lukt-het": "Niet beantwoord"}, None,
    )  # fmt: skip


def test_who_is_open_and_never_submitted_can_be_judged_as_well():
    found = beeld(stand(assen="3"), ingediend_op={"urk": None})

    [_, urk] = rows(found, [], {})

    assert (urk["code"], urk["score"], urk["band"], urk["verschil"], urk["prognose"]) == ("urk", "–", None, "–", "–")


def test_in_2009_all_127_stand_below_each_other_in_the_order_of_their_names(beeld_2009):
    found = rows(beeld_2009, [], {})

    assert len(found) == 127
    assert [found[0]["naam"], found[-1]["naam"]] == ["Alkmaar", "Zwolle"]


def test_the_keys_1_to_4_are_the_indicaties_in_their_order():
    assert [each["code"] for each in options()] == ["dit_jaar", "volgend_jaar", "niet", "sluit"]
