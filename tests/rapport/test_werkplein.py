"""One werkplein in words, tables and pictures."""

from dataclasses import replace
from datetime import date

import pytest

from landkaart.domein.geschiedenis import geschiedenis
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import werkplein
from landkaart.rapport.werkplein_figuur import mijlpalen_figuur, score_figuur
from tests.steps.factories import beeld, row_with, stand
from tests.steps.neighbours import werkplein_at

VORIG, NU = Tertaal(2009, 1), Tertaal(2009, 2)
NOW = stand(assen="3", breda=row_with("3", ketenjaarplan=0), emmen=row_with("3", ketenjaarplan=0), goes="1")
BEFORE = stand(assen="3", breda="2", emmen="3")
WHERE = {
    "assen": werkplein_at("assen"),
    "breda": werkplein_at("breda", "Brabant", "Brabant"),
    "emmen": werkplein_at("emmen", "Zuid", "Drenthe"),
    "goes": werkplein_at("goes", "Zeeland", "Zeeland"),
}
BEELD = replace(beeld(NOW, {VORIG: BEFORE}), werkpleinen=WHERE)


def test_a_place_says_of_how_many_and_with_how_many_others_it_is_shared():
    assert werkplein.place_text(NOW, "assen") == ("1 van 4", 0)
    assert werkplein.place_text(NOW, "emmen") == ("2 van 4", 1)
    assert werkplein.place_sentence(NOW, "emmen") == "plaats **2 van 4**, gedeeld met 1 ander werkplein"
    assert werkplein.place_sentence(NOW, "goes") == "plaats **4 van 4**"


@pytest.mark.parametrize(
    ("group", "members"),
    [
        ("land", ["assen", "breda", "emmen", "goes"]),
        ("arbeidsmarktregio", ["emmen"]),
        ("provincie", ["assen", "emmen"]),
        ("gelijken", ["assen", "breda", "emmen", "goes"]),
    ],
)
def test_a_werkplein_is_placed_among_the_country_its_regions_and_its_equals(group, members):
    assert list(werkplein.stand_of_group(BEELD, "emmen", group).bands.index) == members


def test_a_ranking_has_places_shown_scores_and_changes_and_names_the_werkplein_itself():
    codes, table = werkplein.rank_table(BEELD, "emmen", "land")

    assert codes == ["assen", "breda", "emmen", "goes"]
    assert table.to_numpy().tolist() == [
        [1, "assen", 100, "0"],
        [2, "breda", 92, "+26"],
        [2, "emmen (dit werkplein)", 92, "−8"],
        [4, "goes", 33, "–"],
    ]


def test_a_ranking_on_a_fase_counts_only_that_fase():
    _, table = werkplein.rank_table(BEELD, "emmen", "land", "Ketenjaarplan maken")

    assert table[["plaats", "score"]].to_numpy().tolist() == [[1, 100], [2, 33], [3, 0], [3, 0]]
    assert table["naam"].iloc[1] == "goes"


def test_a_change_is_said_in_words():
    found = {code: werkplein.change_text(werkplein.change_of(BEELD, code)) for code in NOW.bands.index}

    assert found == {
        "assen": "even hoog als vorig tertaal",
        "breda": "26 punten hoger dan vorig tertaal",
        "emmen": "8 punten lager dan vorig tertaal",
        "goes": "het eerste tertaal waarin het een stand heeft",
    }
    assert werkplein.change_text(1) == "1 punt hoger dan vorig tertaal"


def test_the_life_of_a_werkplein_is_told_and_what_is_usual_is_not():
    closed = replace(
        WHERE["goes"], actief_tot=date(2010, 1, 1), opgegaan_in="breda", vroeger=(("Oosterschelde", date(2009, 3, 1)),)
    )

    assert werkplein.state_text(WHERE["goes"], {}) == []
    assert werkplein.state_text(closed, {"breda": "Breda"}) == [
        "Het heette tot 1 maart 2009 Oosterschelde.",
        "Het is gesloten met ingang van 1 januari 2010 en opgegaan in Breda.",
    ]


@pytest.fixture
def punten():
    """Emmen submitted in 2009-1 only, so that in 2009-2 it stands on that."""
    return geschiedenis({VORIG: BEFORE, NU: stand(emmen="3", assen="0")}, [VORIG, NU], "emmen", [VORIG])


def test_what_was_carried_over_is_said_and_drawn_open(punten):
    figuur = mijlpalen_figuur("Emmen", punten)

    cells = [row for rows in figuur.spec["datasets"].values() for row in rows if row.get("tertaal") == "2009-2"]
    assert {(row["staat"], row["vulling"]) for row in cells} == {("2009-1", "#ffffff")}
    assert len(cells) == 14
    assert "datum.value == '2009-2' ? ['2009-2', '(2009-1)']" in str(figuur.spec)
    assert list(figuur.tabel.columns) == ["fase", "mijlpaal", "2009-2 (nog 2009-1)", "2009-1"]
    assert werkplein.carried_text(punten[1]) == "**Niet ingediend in 2009-2: het staat nog op 2009-1.**"
    assert werkplein.carried_text(punten[0]) == ""


def test_the_score_figure_has_the_same_figures_in_its_table(punten):
    figuur = score_figuur("Emmen", punten)

    assert figuur.titel == "Score van Emmen, 2009-1 t/m 2009-2, naast het landelijk gemiddelde"
    assert figuur.tabel.to_numpy().tolist() == [
        ["2009-2", "2009-1", 100, "◆ Volledig", 50],
        ["2009-1", "2009-1", 100, "◆ Volledig", 88],
    ]


def test_of_many_tertalen_the_last_eight_are_drawn_and_the_table_has_all():
    tertalen = [NU.before(steps) for steps in reversed(range(9))]
    known = {tertaal: stand(assen="3") for tertaal in tertalen}
    figuur = mijlpalen_figuur("Assen", geschiedenis(known, tertalen, "assen", tertalen))

    drawn = {row["tertaal"] for rows in figuur.spec["datasets"].values() for row in rows if "tertaal" in row}
    assert drawn == set(map(str, tertalen[1:]))
    assert figuur.titel == f"De 14 mijlpalen van Assen, {tertalen[1]} t/m 2009-2"
    assert len(figuur.tabel.columns) == 2 + 9
