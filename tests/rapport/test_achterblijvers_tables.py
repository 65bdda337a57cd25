from datetime import UTC, datetime

from landkaart.domein.achterblijvers import STANDAARD, Regel
from landkaart.domein.achterblijverslijst import VastgesteldeLijst, achterblijverslijst_of
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import achterblijvers_tables as tables
from landkaart.rapport.tables import achterblijvers
from tests.steps.factories import beeld, stand

UNDER_50 = Regel(50, 0, False)
FOUND = beeld(
    stand(zwolle="0", assen="1", breda="2"),
    {Tertaal(2009, 1): stand(zwolle="0", assen="2", breda="1")},
    namen={"zwolle": "Zwolle", "assen": "Assen", "breda": "Breda"},
    indicaties={"zwolle": Indicatie.NIET},
)


def test_the_lowest_score_stands_first_with_how_long_and_why():
    assert tables.list_table(FOUND, achterblijverslijst_of(FOUND, UNDER_50, {})).to_numpy().tolist() == [
        ["zwolle", "Zwolle", 0, "2e keer op rij", "haalt het niet", "De score is 0%, lager dan 50%."],
        ["assen", "Assen", 33, "nieuw", "–", "De score is 33%, lager dan 50%."],
    ]


def test_who_left_is_named_with_what_changed():
    assert tables.left_table(FOUND, achterblijverslijst_of(FOUND, UNDER_50, {})).to_numpy().tolist() == [
        ["breda", "Breda", "De score ging van 33% naar 66%."]
    ]


def test_the_file_has_the_rule_in_it_and_stands_by_naam():
    table = tables.file_table(FOUND, achterblijverslijst_of(FOUND, UNDER_50, {}))

    assert list(table["code"]) == ["assen", "zwolle"]
    assert table.iloc[1].to_dict() == {
        "code": "zwolle",
        "naam": "Zwolle",
        "score": 0,
        "redenen": "De score is 0%, lager dan 50%.",
        "op_rij": 2,
        "nieuw": "nee",
        "ako_indicatie": "niet",
        "regel": UNDER_50.zin,
    }


def test_a_fixed_list_says_when_by_whom_and_what_was_read_then():
    fixed = VastgesteldeLijst(
        UNDER_50, {"breda": "De score is 33%, lager dan 50%."}, "Jan", datetime(2009, 9, 30, 23, tzinfo=UTC)
    )

    assert tables.fixed_file_table(FOUND, fixed).fillna("").to_dict("records") == [
        {
            "code": "breda",
            "naam": "Breda",
            "redenen": "De score is 33%, lager dan 50%.",
            "ako_indicatie": "",
            "regel": UNDER_50.zin,
            "vastgesteld_op": "2009-10-01",
            "door": "Jan",
        }
    ]
    assert list(tables.fixed_table(FOUND, fixed)["Waarom"]) == ["De score is 33%, lager dan 50%."]


def test_in_2009_32_lag_and_all_19_that_the_ako_gave_up_are_among_them(beeld_2009):
    found = achterblijverslijst_of(beeld_2009, STANDAARD, {})
    given_up = {code for code, indicatie in beeld_2009.indicaties.items() if indicatie is Indicatie.NIET}

    assert len(found.redenen) == 32
    assert len(given_up) == 19
    assert given_up <= set(found.redenen)


def test_the_usual_rule_lists_who_stands_in_the_files(beeld_2009):
    in_file = achterblijvers(beeld_2009)

    table = tables.file_table(beeld_2009, achterblijverslijst_of(beeld_2009, STANDAARD, {}))

    same = ["code", "naam", "score", "redenen", "ako_indicatie"]
    assert table[same].astype(str).to_numpy().tolist() == in_file[same].astype(str).to_numpy().tolist()
