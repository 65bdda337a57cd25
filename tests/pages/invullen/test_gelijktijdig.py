"""Two people, or two windows of one person, in one invulling; and both of them sign what was submitted."""

import pytest

from db.engine import read_session
from db.queries.invullingen import akkoorden, invulling
from landkaart.domein.band import Band
from landkaart.domein.tertaal import Tertaal
from pages.invullen.form import SEGMENTS
from tests.steps.accounts import session_of
from tests.steps.drive import field, texts, visit

NOW = Tertaal(2009, 3)
ANALYSE, PLAN = "arbeidsmarktanalyse", "ketenjaarplan"


def key(kind, mijlpaal):
    return f"{kind}-harderwijk-{NOW}-{mijlpaal}"


def kept():
    with read_session() as session:
        return invulling(session=session, werkplein="harderwijk", tertaal=NOW)


def choose(at, mijlpaal, band):
    return field(at, key("band", mijlpaal)).set_value(band and SEGMENTS[band]).run()


def write(at, text):
    return field(at, key("toelichting", ANALYSE)).input(text).run()


def press(at, name, mijlpaal=ANALYSE):
    return field(at, key(name, mijlpaal)).click().run()


def question(at):
    return [warning.value for warning in at.warning]


@pytest.fixture
def two_people(landkaart_2009):
    """Both opened the form before anything was filled in."""
    names = ("iemand van het UWV", "iemand van de gemeente")
    sessions = [session_of("werkplein", ["harderwijk"], naam) for naam in names]
    return [visit("invullen", sessie=sessie, werkplein="harderwijk") for sessie in sessions]


def test_different_mijlpalen_by_both_survive_without_a_question(two_people):
    uwv, gemeente = two_people

    choose(uwv, ANALYSE, Band.VOLLEDIG)
    choose(gemeente, PLAN, Band.NIET)

    assert kept().banden == {ANALYSE: Band.VOLLEDIG, PLAN: Band.NIET}
    assert question(uwv) == question(gemeente) == []


def test_the_second_at_the_same_mijlpaal_sees_both_bands_and_both_names(two_people):
    uwv, gemeente = two_people
    choose(uwv, ANALYSE, Band.VOLLEDIG)

    choose(gemeente, ANALYSE, Band.NIET)

    [asked] = question(gemeente)
    assert "Intussen gewijzigd. Kies wat er moet staan." in asked
    there, mine = asked.split("  \n")[1:]
    assert there.startswith("Er staat nu:")
    assert "Volledig** (iemand van het UWV, " in there
    assert mine.startswith("U koos:")
    assert "Niet** (iemand van de gemeente, " in mine
    assert kept().banden == {ANALYSE: Band.VOLLEDIG}
    assert field(gemeente, key("band", ANALYSE)).value == Band.VOLLEDIG


def test_who_keeps_what_stands_there_changes_nothing(two_people):
    uwv, gemeente = two_people
    choose(uwv, ANALYSE, Band.VOLLEDIG)
    choose(gemeente, ANALYSE, Band.NIET)

    press(gemeente, "houd-band")

    assert kept().banden == {ANALYSE: Band.VOLLEDIG}
    assert question(gemeente) == []


def test_who_takes_his_own_replaces_what_stood_there(two_people):
    uwv, gemeente = two_people
    choose(uwv, ANALYSE, Band.VOLLEDIG)
    choose(gemeente, ANALYSE, Band.NIET)

    press(gemeente, "neem-band")

    assert kept().banden == {ANALYSE: Band.NIET}
    assert field(gemeente, key("band", ANALYSE)).value == Band.NIET
    assert "Intussen gewijzigd" not in texts(gemeente)


def test_who_chooses_again_with_the_question_in_sight_has_chosen(two_people):
    uwv, gemeente = two_people
    choose(uwv, ANALYSE, Band.VOLLEDIG)
    choose(gemeente, ANALYSE, Band.NIET)

    choose(gemeente, ANALYSE, Band.GEDEELTELIJK)

    assert kept().banden == {ANALYSE: Band.GEDEELTELIJK}
    assert "Intussen gewijzigd" not in texts(gemeente)


def test_what_was_changed_once_more_while_choosing_is_asked_again(two_people):
    uwv, gemeente = two_people
    choose(uwv, ANALYSE, Band.VOLLEDIG)
    choose(gemeente, ANALYSE, Band.NIET)
    choose(uwv, ANALYSE, Band.GEDEELTELIJK)

    press(gemeente, "neem-band")

    assert kept().banden == {ANALYSE: Band.GEDEELTELIJK}
    [asked] = question(gemeente)
    assert "Gedeeltelijk** (iemand van het UWV, " in asked


def test_an_answer_taken_away_meanwhile_is_nothing_and_has_a_name(two_people):
    uwv, gemeente = two_people
    choose(uwv, ANALYSE, Band.VOLLEDIG)
    gemeente.run()
    choose(uwv, ANALYSE, None)

    choose(gemeente, ANALYSE, Band.NIET)

    [asked] = question(gemeente)
    assert "Er staat nu: **niets** (iemand van het UWV, " in asked
    assert kept().banden == {}


def test_the_same_choice_by_both_asks_nothing(two_people):
    for at in two_people:
        choose(at, ANALYSE, Band.VOLLEDIG)

    assert kept().banden == {ANALYSE: Band.VOLLEDIG}
    assert question(two_people[1]) == []


def test_one_person_who_goes_on_in_his_own_window_is_never_asked(two_people):
    uwv, _ = two_people

    for band in (Band.VOLLEDIG, Band.NIET, None, Band.GEDEELTELIJK):
        choose(uwv, ANALYSE, band)

    assert kept().banden == {ANALYSE: Band.GEDEELTELIJK}
    assert question(uwv) == []


def test_two_windows_of_one_person_are_asked_and_told_that_it_was_himself(landkaart_2009):
    sessie = session_of("werkplein", ["harderwijk"], "iemand van het UWV")
    first, second = (visit("invullen", sessie=sessie, werkplein="harderwijk") for _ in range(2))
    choose(first, ANALYSE, Band.VOLLEDIG)

    choose(second, ANALYSE, Band.NIET)

    [asked] = question(second)
    assert "Volledig** (iemand van het UWV, in een ander venster, " in asked


@pytest.fixture
def two_texts(two_people):
    """Both open the field of one toelichting; the first one's text is kept, the second one's is asked about."""
    uwv, gemeente = two_people
    for at in two_people:
        press(at, "toelichten")
    write(uwv, "De analyse is [klaar].")
    write(gemeente, "Er is geen analyse.")
    return uwv, gemeente


def test_the_second_text_stays_in_its_field_beside_what_stands_there(two_texts):
    _, gemeente = two_texts

    [asked] = question(gemeente)
    assert "Er staat nu: “De analyse is \\[klaar\\]\\.” (iemand van het UWV, " in asked
    assert "Uw eigen tekst staat hierboven in het veld (iemand van de gemeente, " in asked
    assert field(gemeente, key("toelichting", ANALYSE)).value == "Er is geen analyse."
    assert kept().toelichtingen == {ANALYSE: "De analyse is [klaar]."}


def test_a_text_in_question_stays_while_its_writer_goes_on_elsewhere(two_texts):
    _, gemeente = two_texts

    choose(gemeente, PLAN, Band.NIET)

    assert field(gemeente, key("toelichting", ANALYSE)).value == "Er is geen analyse."
    assert len(question(gemeente)) == 1


def test_typing_on_is_no_answer_to_the_question(two_texts):
    _, gemeente = two_texts

    write(gemeente, "De analyse is klaar, maar niet besproken.")

    assert kept().toelichtingen == {ANALYSE: "De analyse is [klaar]."}
    assert field(gemeente, key("toelichting", ANALYSE)).value == "De analyse is klaar, maar niet besproken."
    assert len(question(gemeente)) == 1

    press(gemeente, "neem-toelichting")

    assert kept().toelichtingen == {ANALYSE: "De analyse is klaar, maar niet besproken."}
    assert question(gemeente) == []


def test_who_empties_the_field_over_another_text_is_asked_as_well(two_texts):
    _, gemeente = two_texts

    write(gemeente, "")

    assert kept().toelichtingen == {ANALYSE: "De analyse is [klaar]."}
    assert "U koos: **niets** (iemand van de gemeente, " in question(gemeente)[0]


def test_who_keeps_the_other_text_sees_it_in_the_field(two_texts):
    _, gemeente = two_texts

    press(gemeente, "houd-toelichting")

    assert field(gemeente, key("toelichting", ANALYSE)).value == "De analyse is [klaar]."
    assert question(gemeente) == []


def test_a_text_over_one_that_was_taken_away_meanwhile_stays_in_sight(two_people):
    uwv, gemeente = two_people
    press(uwv, "toelichten")
    write(uwv, "De analyse is klaar.")
    gemeente.run()
    write(uwv, "")

    write(gemeente, "De analyse is bijna klaar.")

    assert field(gemeente, key("toelichting", ANALYSE)).value == "De analyse is bijna klaar."
    assert "Er staat nu: **niets** (iemand van het UWV, " in question(gemeente)[0]


def signed():
    with read_session() as session:
        found = akkoorden(session=session, werkplein="harderwijk", tertaal=NOW)
    return {versie: [akkoord.naam for akkoord in given] for versie, given in found.items()}


@pytest.fixture
def submitted(two_people):
    uwv, gemeente = two_people
    press(uwv, "bevestig", "alle")
    press(uwv, "indienen", "alle")
    return uwv, gemeente.run()


def test_both_sign_the_submitted_version_and_see_who_did(submitted):
    uwv, gemeente = submitted
    assert "Op versie 1 heeft nog niemand akkoord gegeven." in texts(uwv)

    press(uwv, "akkoord", "1")
    press(gemeente, "akkoord", "1")

    assert signed() == {1: ["iemand van het UWV", "iemand van de gemeente"]}
    said = texts(gemeente)
    assert "Akkoord met versie 1:" in said
    assert "iemand van het UWV, 1 december 2009 om " in said
    assert "iemand van de gemeente, 1 december 2009 om " in said
    assert key("akkoord", "1") not in [button.key for button in gemeente.button]


def test_a_new_version_asks_for_akkoord_anew_and_the_old_one_still_shows_who_signed(submitted):
    uwv, _ = submitted
    press(uwv, "akkoord", "1")
    choose(uwv, ANALYSE, Band.NIET)
    press(uwv, "indienen", "alle")
    assert "Op versie 2 heeft nog niemand akkoord gegeven." in texts(uwv)

    uwv.session_state["versies-harderwijk"] = True
    uwv.run()
    uwv.selectbox(key=f"versie-harderwijk-{NOW}").select_index(1).run()

    assert "Akkoord met versie 1:" in texts(uwv)


def test_signing_a_version_that_was_overtaken_is_refused_with_the_reason(submitted):
    uwv, gemeente = submitted
    choose(uwv, ANALYSE, Band.NIET)
    press(uwv, "indienen", "alle")

    press(gemeente, "akkoord", "1")

    assert "Er is intussen versie 2 ingediend. Bekijk die versie en geef daarna akkoord." in texts(gemeente)
    assert signed() == {}
