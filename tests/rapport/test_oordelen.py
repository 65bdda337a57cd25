from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd

from landkaart.domein.indicatie import Indicatie, Oordeel
from landkaart.domein.oordelen import per_klasse, tegenspraken
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import oordelen
from landkaart.rapport.telling_figuur import Telklasse, telling_figuur
from tests.steps.factories import TERTAAL, beeld, stand, uitvraag
from tests.steps.rapport_2009 import NOT_MAKING_IT

GIVEN = datetime(2009, 12, 1, 11, 30, tzinfo=UTC)
FOUND = beeld(
    stand(assen="3", breda="2"),
    {Tertaal(2009, 1): stand(assen="2", breda="3")},
    uitvraag=uitvraag(),
    namen={"assen": "Assen", "breda": "=Breda"},
    indicaties={"assen": Indicatie.NIET, "breda": Indicatie.DIT_JAAR},
)
OORDELEN = {"assen": Oordeel(Indicatie.NIET, "Sluit.", GIVEN, "Jan"), "breda": Oordeel(Indicatie.DIT_JAAR)}


def test_the_ako_gave_45_59_19_and_2_and_judged_all_125(beeld_2009):
    counts = oordelen.oordelen_figuur(beeld_2009).tabel

    assert dict(zip(counts["Klasse"], counts["Werkpleinen"], strict=True)) == {
        "Haalt het dit jaar": 45,
        "Haalt het volgend jaar": 59,
        "Haalt het niet": 19,
        "Sluit": 2,
        "Nog geen oordeel": 0,
    }
    assert counts["Werkpleinen"].sum() == beeld_2009.stand.n


def test_the_names_behind_the_19_are_those_of_the_report(beeld_2009):
    codes = per_klasse(beeld_2009)[Indicatie.NIET]

    assert list(oordelen.oordelen_table(beeld_2009, codes, {}, {})["Werkplein"]) == NOT_MAKING_IT


def test_in_2009_three_that_would_finish_in_the_year_fell_back(beeld_2009):
    assert set(tegenspraken(beeld_2009)) == {"west-friesland", "amsterdam-zuid-oudwest", "tilburg"}


def test_each_bar_has_its_count_and_its_share():
    figuur = telling_figuur("Titel", [Telklasse("a", "Eén", 2), Telklasse("b", "Geen", 0), Telklasse("c", "Veel", 123)])

    data = next(iter(figuur.spec["datasets"].values()))
    assert [(row["code"], row["tekst"]) for row in data] == [("a", "2 (2%)"), ("b", "0 (0%)"), ("c", "123 (98%)")]
    assert list(figuur.tabel["Aandeel"]) == ["2%", "0%", "98%"]


def test_beside_a_judgement_stands_where_the_werkplein_is_and_what_it_got_a_year_before():
    table = oordelen.oordelen_table(FOUND, ["assen"], OORDELEN, {"assen": Indicatie.DIT_JAAR})

    assert table.to_dict("records") == [
        {
            "code": "assen",
            "Werkplein": "Assen",
            "Score": 100,
            "Band": "◆ Volledig",
            "Verschil": "+34",
            "Actualiteit": "in deze uitvraag bijgewerkt",
            "Gegeven op": "1 december 2009",
            "Jaar eerder": "haalt het dit jaar",
        }
    ]


def test_one_from_a_file_says_so_and_one_that_is_not_there_is_a_dash():
    table = oordelen.oordelen_table(FOUND, ["assen", "breda"], {"breda": OORDELEN["breda"]}, {})

    assert dict(zip(table["code"], table["Gegeven op"], strict=True)) == {"assen": "–", "breda": "uit een bestand"}


def test_the_file_has_notes_and_names_only_for_who_may_read_them():
    mine, nobodys = (oordelen.file_table(FOUND, OORDELEN, codes).set_index("code") for codes in (["assen"], []))

    assert mine.drop(columns="overgenomen_uit").loc["assen"].to_dict() == {
        "naam": "Assen",
        "score": 100,
        "ako_indicatie": "niet",
        "notitie": "Sluit.",
        "gegeven_op": "2009-12-01T12:30:00+01:00",
        "door": "Jan",
        "tegenspraak": "Het AKO verwacht: haalt het niet. De score is al 100%.",
    }
    assert pd.isna(nobodys.loc["assen", ["notitie", "door"]]).all()
    assert nobodys.loc["assen", "ako_indicatie"] == "niet"


def test_a_country_of_nobody_has_bars_of_0():
    found = oordelen.oordelen_figuur(beeld(stand()))

    assert found.titel == f"Wat het AKO verwacht van 0 werkpleinen, {TERTAAL}"
    assert set(found.tabel["Werkpleinen"]) == {0}
    assert set(found.tabel["Aandeel"]) == {"–"}


def test_an_oordeel_that_was_taken_over_says_of_which_tertaal_on_the_screen_and_in_the_file():
    given = {"assen": replace(OORDELEN["assen"], overgenomen_uit=Tertaal(2009, 1)), "breda": OORDELEN["breda"]}

    shown = oordelen.oordelen_table(FOUND, ["assen"], given, {})
    file = oordelen.file_table(FOUND, given, []).set_index("code")["overgenomen_uit"]

    assert list(shown["Gegeven op"]) == ["1 december 2009 (overgenomen uit 2009-1)"]
    assert file.dropna().to_dict() == {"assen": "2009-1"}
