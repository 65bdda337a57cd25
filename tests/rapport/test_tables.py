from datetime import UTC, date, datetime

import pandas as pd

from landkaart.domein.clock import midnight
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.stand import empty_stand
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import tables
from tests.steps.factories import beeld, row_with, stand, uitvraag

BEFORE, TWO_BEFORE = Tertaal(2009, 1), Tertaal(2008, 3)
OUTDATED = midnight(date(2009, 3, 1))


def test_a_werkplein_stands_in_the_order_of_its_naam_and_not_of_its_code():
    namen = {"a": "Tiel", "b": "'s-Hertogenbosch", "c": "Súdwest-Fryslân", "d": "Bergen (NH.)", "e": "Bergen (L.)"}
    found = beeld(
        stand(dict.fromkeys(namen, "3")), uitvraag=uitvraag(), namen=namen, ingediend_op=dict.fromkeys(namen, OUTDATED)
    )
    in_order = ["Bergen (L.)", "Bergen (NH.)", "'s-Hertogenbosch", "Súdwest-Fryslân", "Tiel"]

    for table in (tables.vergelijking, tables.groen, tables.achterblijvers, tables.actualiteit):
        assert list(table(found)["naam"]) == in_order
        assert "".join(table(found)["code"]) == "edbca"


def test_table_2_has_the_total_above_the_6_fasen_with_counts_and_shares():
    table = tables.table2(stand(a="0", b="3", c="3"))

    assert table.iloc[0].to_dict() == {
        "fase": "Gemiddelde score (totaal)",
        "aantal_werkpleinen": 3,
        "gemiddelde": 66,
        "niet": 1,
        "niet_pct": 33,
        "in_ontwikkeling": 0,
        "in_ontwikkeling_pct": 0,
        "gedeeltelijk": 0,
        "gedeeltelijk_pct": 0,
        "volledig": 2,
        "volledig_pct": 67,
    }
    assert len(table) == 7


def test_of_nobody_a_mean_and_a_share_are_missing_and_a_count_is_0():
    for table in (tables.table2(empty_stand()), tables.table3(empty_stand())):
        assert table[["gemiddelde", "niet_pct", "volledig_pct"]].isna().to_numpy().all()
        assert set(table["niet"]) == set(table["volledig"]) == {0}


def test_table_4_lists_the_tertalen_newest_first_also_one_in_which_nobody_counts():
    found = beeld(stand(assen="33333333333332"), {BEFORE: stand(assen="2"), TWO_BEFORE: empty_stand()})

    table = tables.table4(found)

    assert list(table["tertaal"]) == ["2009-2", "2009-1", "2008-3"]
    assert list(table["periode"]) == ["mei 2009 t/m aug 2009", "jan 2009 t/m apr 2009", "sep 2008 t/m dec 2008"]
    assert table["gemiddelde"].astype(object).to_list() == [97, 66, pd.NA]


def test_the_vergelijking_shows_truncated_scores_and_leaves_the_earlier_one_of_who_is_new_empty():
    found = beeld(stand(assen=row_with("3", ketenjaarplan=2), breda="0"), {BEFORE: stand(assen="2")})

    table = tables.vergelijking(found).set_index("code")

    assert table.loc["assen"].to_list() == ["assen", 66, 97, 31, "vooruit"]
    assert table.loc["breda"].to_list() == ["breda", pd.NA, 0, pd.NA, "nieuw"]


def test_an_achterblijver_has_its_reasons_and_the_judgement_of_the_ako_beside_them():
    found = beeld(
        stand(assen="1", breda="1", ede="3"),
        uitvraag=uitvraag(),
        ingediend_op={"ede": OUTDATED},
        indicaties={"assen": Indicatie.NIET, "ede": Indicatie.SLUIT},
    )

    table = tables.achterblijvers(found)

    assert list(table["score"]) == [33, 33, 100]
    assert list(table["redenen"]) == [
        "De score is 33%, lager dan 50%.",
        "De score is 33%, lager dan 50%.",
        "De laatste invulling is verouderd.",
    ]
    assert list(table["ako_indicatie"].fillna("-")) == ["niet", "-", "sluit"]


def test_the_actualiteit_lists_who_never_submitted_without_a_day():
    late = datetime(2009, 8, 31, 21, 59, 59, tzinfo=UTC)
    found = beeld(stand(assen="3"), uitvraag=uitvraag(), ingediend_op={"assen": late, "breda": None})

    table = tables.actualiteit(found).astype(object)

    assert table.iloc[0].to_list() == ["assen", "assen", "2009-08-31", "deze_uitvraag"]
    assert table.fillna("-").iloc[1].to_list() == ["breda", "breda", "-", "nooit"]


def test_the_day_of_an_answer_is_the_day_in_amsterdam():
    after_midnight = datetime(2009, 7, 31, 22, 30, tzinfo=UTC)
    found = beeld(stand(assen="3"), uitvraag=uitvraag(), ingediend_op={"assen": after_midnight})

    assert list(tables.actualiteit(found)["ingevuld_op"]) == ["2009-08-01"]


def test_the_drijfveren_are_called_by_the_titel_of_their_mijlpaal():
    found = beeld(stand(assen=row_with("1", ketenjaarplan=3)), {BEFORE: stand(assen="1")})

    table = tables.drijfveren(found).set_index("mijlpaal")

    assert table.loc["Ketenjaarplan vastgesteld"].to_dict() == {"gestegen": 1, "gedaald": 0, "verschil": 67}


def test_the_overgangen_go_from_the_band_of_a_row_to_the_band_of_a_column():
    table = tables.overgangen(beeld(stand(assen="3"), {BEFORE: stand(assen="1")})).set_index("van")

    assert table.loc["in_ontwikkeling", "volledig"] == 1
    assert table.to_numpy().sum() == 1
