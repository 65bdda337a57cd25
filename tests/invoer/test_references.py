import pytest

from landkaart.invoer.aanlevering import read_paths
from landkaart.invoer.references import check_references
from tests.steps.files import SCORES, WERKPLEIN, as_csv, scores, werkpleinen, write

ANTWOORDEN = "werkplein,tertaal,vraag,antwoord,toelichting\nassen,2009-2,hoe,ja,\nede,2009-1,hoe,nee,\n"


def references(folder, known_werkpleinen=(), known_vragen=()) -> list[str]:
    found = check_references(read_paths([folder]), werkpleinen=set(known_werkpleinen), vragen=set(known_vragen))
    return [str(fault) for fault in found]


def test_an_unknown_werkplein_is_named_once_per_invulling_and_row(tmp_path):
    write(tmp_path, "scores.csv", as_csv(SCORES, [*scores("assen"), *scores("ede")]))
    write(tmp_path, "ako_indicatie.csv", "werkplein,tertaal,indicatie\nede,2009-2,niet\n")

    assert references(tmp_path, known_werkpleinen=["assen"]) == [
        "ako_indicatie.csv, regel 2, kolom werkplein: ‘ede’ is geen bekend werkplein.",
        "scores.csv, regel 16, kolom werkplein: ‘ede’ is geen bekend werkplein.",
    ]


def test_a_werkplein_may_come_with_the_same_delivery_or_be_known_already(tmp_path):
    write(tmp_path, "werkpleinen.csv", werkpleinen(WERKPLEIN))
    write(tmp_path, "scores.csv", as_csv(SCORES, [*scores("assen"), *scores("ede")]))

    assert references(tmp_path, known_werkpleinen=["ede"]) == []


def test_a_vraag_is_known_by_tertaal_and_code(tmp_path):
    write(tmp_path, "vragen.csv", "code,tertaal,tekst\nhoe,2009-2,Hoe?\n")
    write(tmp_path, "antwoorden.csv", ANTWOORDEN)

    known = ["assen", "ede"]
    assert references(tmp_path, known) == ["antwoorden.csv, regel 3, kolom vraag: ‘hoe’ is geen vraag van 2009-1."]
    assert references(tmp_path, known, [("2009-1", "hoe")]) == []


def test_nothing_refers_to_nothing_while_what_it_refers_to_is_wrong(tmp_path):
    write(tmp_path, "werkpleinen.csv", werkpleinen(WERKPLEIN.replace("52.9925", "99")))
    write(tmp_path, "vragen.csv", "code,tertaal,tekst\n")
    write(tmp_path, "antwoorden.csv", ANTWOORDEN)

    assert references(tmp_path) == []


@pytest.mark.parametrize(("rows", "kept"), [(9_999, 9_999), (10_000, 10_000), (10_001, 10_000)])
def test_no_more_than_ten_thousand_faults_are_kept_the_first_by_file_and_line(tmp_path, rows, kept):
    lines = "".join(f"w{number},2009-2,hoe,ja,\n" for number in range(rows))
    write(tmp_path, "antwoorden.csv", f"werkplein,tertaal,vraag,antwoord,toelichting\n{lines}")

    found = references(tmp_path, known_vragen=[("2009-2", "hoe")])

    assert len(found) == kept
    assert found[-1].startswith(f"antwoorden.csv, regel {kept + 1},")
