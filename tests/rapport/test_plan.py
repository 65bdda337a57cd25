from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import pytest

from db.actions.demo import FOLDER
from landkaart.domein.plan import PlanAfspraak, PlanStand, PlanStatus
from landkaart.invoer.aanlevering import read_paths
from landkaart.rapport.csv_texts import csv_text
from landkaart.rapport.plan import counts_sentence, plan_file, plan_sentences, plan_table, standen_table

CLOSING, NOW = date(2009, 8, 31), datetime(2009, 12, 1, tzinfo=UTC)


@cache
def plan_2009() -> tuple[PlanAfspraak, ...]:
    """The 18 of 2009, from their file."""
    records = read_paths([FOLDER / "afspraken.csv"]).plan
    return tuple(PlanAfspraak(each.inhoud, (PlanStand(each.stand(CLOSING), "ako", NOW),)) for each in records)


def test_a_row_says_what_who_by_when_and_how_it_stands():
    row = plan_table(plan_2009(), CLOSING).iloc[5]

    assert row.to_list() == [
        "I.6",
        "Werkconferentie over duurzame re-integratie",
        "SZW",
        "begin 2009",
        "2009",
        "Verschoven naar het 1e kwartaal 2010 in verband met nieuw onderzoek",
        "Te laat",
    ]


def test_the_sentences_say_how_many_what_is_late_and_what_is_due():
    assert plan_sentences(plan_2009(), CLOSING) == [
        "Van de 18 afspraken onder 5 thema's zijn er 11 gereed, lopen er 6 en is er 1 te laat.",
        "Te laat of over tijd op 31 augustus 2009: I.2 (Het Ankermodel aanpassen aan selectiviteit en vraaggerichtheid, "
        "eind 2008) en I.6 (Werkconferentie over duurzame re-integratie, 2009).",
        "Klaar binnen vier maanden na 31 augustus 2009: I.1 (Re-integratie alleen inzetten na een goede diagnose; "
        "werkcoaches daarop sturen en hen daarbij helpen, 2009), II.1 (Ongeveer 100 LWI's met volledig integrale "
        "dienstverlening, LWI's per 2009; volledig integraal per 2010) en II.2 (Betere regionale arbeidsmarktinformatie, "
        "eind 2009).",
    ]


def test_of_one_it_says_so_and_of_none_nothing():
    one = plan_2009()[2]

    assert counts_sentence([one]) == "Van de 1 afspraak onder 1 thema is er 1 gereed."
    assert plan_sentences([], CLOSING) == []


def test_a_running_one_whose_day_is_over_says_so_beside_its_status():
    statuses = plan_table(plan_2009(), CLOSING)["Status"]

    assert [statuses[1], statuses[0], statuses[5]] == ["Loopt, over tijd", "Loopt", "Te laat"]


def test_the_history_has_the_newest_on_top():
    kept = plan_2009()[0]
    later = replace(kept.stand, status=PlanStatus.GEREED, tekst="", op=date(2009, 12, 1))
    found = PlanAfspraak(kept.inhoud, (*kept.standen, PlanStand(later, "een ander", NOW)))

    table = standen_table(found)

    assert table["Op"].to_list() == ["1 december 2009", "31 augustus 2009"]
    assert table["Door"].to_list() == ["een ander", "ako"]
    assert table["Stand van zaken"].isna().to_list() == [True, False]
    assert found.on(CLOSING) == kept, "the report of a tertaal has it as it stood then"


def test_what_goes_out_as_csv_comes_in_again(tmp_path):
    file = tmp_path / "afspraken.csv"
    file.write_text(csv_text(plan_file(plan_2009())), encoding="utf-8")

    read = read_paths([file])

    assert read.faults == ()
    assert [(each.inhoud, each.stand(CLOSING)) for each in read.plan] == [(each.inhoud, each.stand) for each in plan_2009()]


@pytest.mark.parametrize("status", ["klaar", "te Laat!", ""])
def test_a_status_is_one_of_four_however_it_is_written(tmp_path, status):
    file = tmp_path / "afspraken.csv"
    head = "nummer,thema,afspraak,wie,wanneer_plan,wanneer_stand,stand_van_zaken,status"
    file.write_text(f"{head}\nI,Thema,Wat.,UWV,,,,{status}\n", encoding="utf-8")

    read = read_paths([file])

    if status == "te Laat!":
        assert read.plan[0].status is PlanStatus.TE_LAAT
    else:
        assert [fault.kolom for fault in read.faults] == ["status"]
