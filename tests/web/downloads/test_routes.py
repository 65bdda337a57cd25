"""Every name under which there is no file is a 404 with a sentence, and never Streamlit's page."""

import pytest

from tests.steps.visitors import browser_of

HUGE = "9" * 5000
NO_FILE = "Dit bestand bestaat niet. Ga terug naar de pagina waar u het zocht."
NO_REMINDER = "Dit bestand bestaat niet. Ga terug naar Herinneren."
NO_MAIL = "Er is geen e-mail meer om mee te nemen. Ga terug naar Herinneren."


@pytest.fixture
def reader(landkaart_2009):
    return browser_of("ako")


def answers(reader, path, values):
    """To each of these values in the path: the status and the sentence."""
    found = {value: reader.get(path.format(value)) for value in values}
    return {value: (answer.status_code, answer.text) for value, answer in found.items()}


def test_another_name_than_that_of_a_file_is_a_sentence(reader):
    names = ["onbekend.csv", "logboek.xlsx", "Logboek.csv", "logboek.csv ", "respons", "herinnering.zip", "9", HUGE, "%00"]

    assert answers(reader, "/download/{}", names) == dict.fromkeys(names, (404, NO_FILE))


@pytest.mark.parametrize("kind", ["zip", "csv"])
def test_what_is_no_number_of_a_reminder_is_a_sentence(reader, kind):
    numbers = ["", "x", "-1", "1.5", "1_0", "٣", "1%00", "9" * 10, str(2**31), str(2**63), HUGE]

    assert answers(reader, f"/download/herinnering-{{}}.{kind}", numbers) == dict.fromkeys(numbers, (404, NO_REMINDER))


def test_another_kind_of_file_than_a_reminder_has_is_a_sentence(reader):
    kinds = ["exe", "ZIP", "", "csv.zip"]

    assert answers(reader, "/download/herinnering-1.{}", kinds) == dict.fromkeys(kinds, (404, NO_REMINDER))


def test_a_number_under_which_there_is_no_reminder_is_a_sentence(reader):
    numbers = ["0", "7", "9" * 9]

    assert answers(reader, "/download/herinnering-{}.zip", numbers) == dict.fromkeys(numbers, (404, NO_MAIL))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/download/{}/groen.csv", 404),
        ("/download/{}/ako_indicatie.csv", 404),
        ("/figuur/{}/tabel2.png", 404),
        # Made from a form: the sentence says how a tertaal is written.
        ("/download/{}/zoeken.csv", 404),
        ("/download/respons.csv?tertaal={}", 400),
    ],
)
def test_what_is_no_tertaal_is_a_sentence(reader, path, status):
    tertalen = ["2009-4", "2009-99", f"{HUGE}-1", f"2009-{HUGE}", "٢٠٠٩-2", "x", "2009-2%00"]

    found = answers(reader, path, tertalen)

    assert {code for code, _ in found.values()} == {status}
    assert all(said.endswith(".") and "\n" not in said for _, said in found.values())
