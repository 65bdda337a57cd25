"""The form as a workbook: fetched, filled in elsewhere, shown beside what stands there, and saved."""

from datetime import timedelta

import pytest

from db.actions.uitzonderingen import give_uitstel
from db.actions.vragen import add_vraag
from landkaart.domein.clock import on_clock
from landkaart.web.api.routes import XLSX
from tests.steps.forms import manager
from tests.steps.perform import perform
from tests.steps.small_landkaart import CODES, DURING, NU, SLUIT, VISIE, everything, log
from tests.steps.workbooks import agree, changed, fetch, filled, offer

NOW, TEXT = "D", "E"
ROW = {code: number for number, code in enumerate(CODES, start=5)} | {"vraag": 19}
BAND = f"band/{VISIE}"


@pytest.fixture
def asked(form):
    perform(add_vraag, tertaal=NU, tekst="Lukt het?")
    return form


def test_it_has_a_row_for_each_mijlpaal_with_its_four_sentences_and_what_was_chosen(asked):
    asked.save(BAND, "gedeeltelijk")
    asked.save(f"toelichting/{VISIE}", "Bijna.")

    sheet = fetch(asked).active

    row = [cell.value for cell in sheet[ROW[VISIE]]][:9]
    assert row[:5] == ["Visie ontwikkelen", "3. Visie en doelstellingen vastgesteld", "Niet", "Gedeeltelijk", "Bijna."]
    assert all(row[5:])
    assert sheet["B19"].value == "Lukt het?"


def test_only_choices_and_texts_can_be_typed_in_and_choices_come_from_a_list(asked):
    sheet = fetch(asked).active

    unlocked = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert sheet.protection.sheet
    assert unlocked == {f"{column}{number}" for column in (NOW, TEXT) for number in range(5, 20)}
    lists = {str(each.sqref): each.formula1 for each in sheet.data_validations.dataValidation}
    assert lists["D5"] == '"Niet,In ontwikkeling,Gedeeltelijk,Volledig,Ongewijzigd"'
    assert lists["D19"] == '"Ja,Nee"'
    assert all(sheet.column_dimensions[column].hidden for column in "J")
    # On every sheet of paper the headings again.
    assert sheet.print_title_rows == "$4:$4"


def test_as_it_was_fetched_it_changes_nothing(asked):
    asked.save(BAND, "gedeeltelijk")

    answer = offer(asked, filled(asked))

    assert (answer.status_code, changed(answer)) == (200, [])
    assert answer.json()["zin"] == "Dit bestand verandert niets: alles wat erin staat, staat er al."


def test_first_it_says_what_would_change_and_saves_nothing(asked):
    asked.save(BAND, "gedeeltelijk")
    data = filled(asked, D7="volledig", E7="Af.\nEcht.", D19="Ja", E19="Daarom.")
    before = everything()

    answer = offer(asked, data)

    assert changed(answer) == [
        (BAND, "Gedeeltelijk", "Volledig"),
        (f"toelichting/{VISIE}", "", "Af.\nEcht."),
        ("antwoord/lukt-het", "", "Ja"),
        ("uitleg/lukt-het", "", "Daarom."),
    ]
    assert answer.json()["zin"] == "Er veranderen 4 onderdelen. Er is nog niets opgeslagen."
    assert everything() == before


def test_then_it_is_saved_as_the_form_saves_and_never_submitted(asked):
    data = filled(asked, D7="Volledig", E7="Af.", D19="Ja", E19="Daarom.")

    answer = agree(asked, data)

    assert (answer.status_code, answer.json()["opgeslagen"], answer.json()["ingediend"]) == (200, 4, None)
    shown = answer.json()["velden"]
    assert (shown[BAND]["waarde"], shown[BAND]["wijze"], shown[BAND]["door"]) == ("volledig", "bijgewerkt", "Anja")
    assert (shown["uitleg/lukt-het"]["waarde"], shown[f"toelichting/{VISIE}"]["waarde"]) == ("Daarom.", "Af.")
    assert [line for (line,) in log("handeling")][-4:] == ["toelichting", "antwoord", "vraagantwoord", "vraagantwoord"]
    assert changed(offer(asked, data)) == []


def test_ongewijzigd_confirms(form):
    data = filled(form, D7="Ongewijzigd")

    answer = offer(form, data)
    assert changed(answer) == [(BAND, "", "Ongewijzigd: Niet")]

    shown = agree(form, data).json()["velden"]
    assert (shown[BAND]["wijze"], shown[f"toelichting/{VISIE}"]["waarde"]) == ("bevestigd", "Nog niet.")


def test_all_as_it_was_gives_a_form_that_can_be_submitted(form):
    answer = agree(form, filled(form, **{f"D{number}": "Ongewijzigd" for number in range(5, 19)}))

    assert answer.json()["bar"]["kan_indienen"] is True


def test_what_a_colleague_changed_meanwhile_is_named_with_its_doer(form, set_clock):
    data = filled(form, D7="Volledig", D5="Niet")
    set_clock(DURING + timedelta(minutes=1))
    manager(naam="Bert").save(BAND, "gedeeltelijk")

    found = offer(form, data).json()

    assert [(each["oud"], each["intussen"]) for each in found["wijzigingen"]] == [
        ("", None),
        ("Gedeeltelijk", {"door": "Bert", "zin": "Intussen gewijzigd door Bert, 14:31."}),
    ]
    assert (
        found["zin"] == "Er veranderen 2 onderdelen. Let op: 1 is intussen ook hier gewijzigd. Er is nog niets opgeslagen."
    )


def test_what_a_colleague_took_away_meanwhile_is_named_with_its_doer(form, set_clock):
    first = form.save(BAND, "niet").json()["veld"]
    data = filled(form, D7="Volledig")
    set_clock(DURING + timedelta(minutes=1))
    manager(naam="Bert").save(BAND, None, first["versie"])

    [found] = offer(form, data).json()["wijzigingen"]

    assert (found["oud"], found["intussen"]) == ("", {"door": "Bert", "zin": "Intussen gewist door Bert, 14:31."})


def test_what_was_not_touched_in_the_workbook_does_not_undo_a_colleague(form):
    data = filled(form, D5="Niet")
    manager(naam="Bert").save(BAND, "gedeeltelijk")

    agree(form, data)

    assert form.field(BAND)["waarde"] == "gedeeltelijk"


def test_when_something_changed_after_it_was_shown_nothing_is_saved_and_it_is_shown_again(form):
    data = filled(form, D7="Volledig", D5="Niet")
    shown = offer(form, data).json()["voorstel"]
    manager(naam="Bert").save(BAND, "gedeeltelijk")
    before = everything()["antwoord"]

    late = offer(form, data, shown)

    assert (late.status_code, late.json()["code"]) == (409, "anders")
    assert changed(late)[1] == (BAND, "Gedeeltelijk", "Volledig")
    assert everything()["antwoord"] == before
    assert offer(form, data, late.json()["voorstel"]).json()["opgeslagen"] == 2


def test_an_empty_choice_leaves_what_stands_there_and_an_emptied_text_is_taken_away(form):
    form.save(BAND, "gedeeltelijk")
    form.save(f"toelichting/{VISIE}", "Bijna.")

    answer = offer(form, filled(form, D7=None, E7=None))

    assert changed(answer) == [(f"toelichting/{VISIE}", "Bijna.", "")]


def test_everything_that_is_wrong_is_named_at_once_and_nothing_is_saved(asked):
    data = filled(asked, D5="Voledig", E6="x" * 4001, D19="Misschien", E19="Daarom.", D21="hier", D7="Niet")
    before = everything()

    answer = offer(asked, data)

    assert (answer.status_code, answer.json()["zin"]) == (
        422,
        "Er kloppen 4 dingen niet in het bestand; er is niets opgeslagen. Verbeter dit en bied het opnieuw aan.",
    )
    assert answer.json()["fouten"] == [
        "Rij 5 (Alle ketenpartijen (alle gemeenten) betrokken), kolom Nu: ‘Voledig’ is geen keuze. "
        "Kies Niet, In ontwikkeling, Gedeeltelijk, Volledig, Ongewijzigd.",
        "Rij 6 (Arbeidsmarktanalyse beschikbaar), kolom Toelichting: De tekst is te lang: 4001 tekens. Er passen er 4000.",
        "Rij 19 (vraag), kolom Nu: ‘Misschien’ is geen keuze. Kies Ja, Nee.",
        "Rij 21: bij deze rij hoort geen mijlpaal. Vul alleen de gele cellen in.",
    ]
    assert everything() == before


def test_a_toelichting_at_a_vraag_without_an_answer_is_named(asked):
    assert offer(asked, filled(asked, E19="Daarom.")).json()["fouten"] == [
        "Rij 19 (vraag): antwoord eerst; daarna kunt u dat toelichten."
    ]


def test_a_formula_stays_text(form):
    agree(form, filled(form, E7="'=1+1"))
    form.save(f"toelichting/{CODES[0]}", "=1+1")

    cell = fetch(form).active["E5"]

    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_workbook_that_was_shown_in_time_is_saved_until_the_closing_and_no_longer(asked, set_clock):
    data = filled(asked, D7="Volledig")
    shown = offer(asked, data).json()["voorstel"]
    before = everything()["antwoord"]

    set_clock(SLUIT)
    answer = manager().client.post(
        f"{asked.base}/werkmap", content=data, params={"voorstel": shown}, headers={"content-type": XLSX}
    )

    assert answer.status_code == 423
    assert everything()["antwoord"] == before


def test_with_uitstel_a_workbook_is_saved_after_the_closing(asked, set_clock):
    data = filled(asked, D7="Volledig")
    perform(give_uitstel, werkplein="assen", tertaal=NU, tot=on_clock(SLUIT + timedelta(9)), reden="Ziek.")

    set_clock(SLUIT + timedelta(1))

    assert agree(manager(), data).json()["opgeslagen"] == 1
