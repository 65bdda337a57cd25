import pandas as pd

from landkaart.domein.uitslag import Gezegd, Uitslag
from landkaart.rapport.uitslag import counts_table, file_table, reading_table, summary, uitslag_figuur

JA, NEE, NIETS = Gezegd
NAMEN = {"a": "Zwolle", "b": "Assen", "c": "=Breda"}
UITSLAG = Uitslag("lukt", "Lukt het?", {"a": JA, "b": NEE, "c": NIETS}, {"b": "Te druk."}, ["weg"])


def test_ja_nee_and_niet_beantwoord_add_up_to_who_was_asked():
    assert (UITSLAG.n, UITSLAG.beantwoord) == (3, 2)
    assert list(uitslag_figuur(UITSLAG).tabel["Werkpleinen"]) == [1, 1, 1]
    assert counts_table([UITSLAG]).to_dict("records") == [
        {"Vraag": "Lukt het?", "Ja": 1, "Nee": 1, "Niet beantwoord": 1, "Gevraagd": 3}
    ]


def test_the_sentence_has_all_the_numbers():
    assert summary(UITSLAG) == "2 van 3 werkpleinen antwoordden: 1 ja en 1 nee."
    alone = Uitslag("lukt", "Lukt het?", {"a": JA}, {})
    assert summary(alone) == "1 van 1 werkplein antwoordde: 1 ja en 0 nee."


def test_everybody_who_was_asked_stands_in_the_table_to_read_by_naam():
    table = reading_table(UITSLAG, NAMEN)

    assert list(table["Werkplein"]) == ["=Breda", "Assen", "Zwolle"]
    assert list(table["Antwoord"]) == ["Niet beantwoord", "Nee", "Ja"]
    assert table["Toelichting"][1] == "Te druk."
    assert pd.isna(table["Toelichting"][0])


def test_the_file_leaves_empty_what_was_not_answered():
    rows = file_table([UITSLAG], NAMEN).astype(object).where(lambda table: table.notna(), None).to_numpy().tolist()

    assert rows == [
        ["lukt", "Lukt het?", "c", "=Breda", None, None],
        ["lukt", "Lukt het?", "b", "Assen", "nee", "Te druk."],
        ["lukt", "Lukt het?", "a", "Zwolle", "ja", None],
    ]


def test_without_questions_there_is_a_file_with_its_columns_alone():
    assert list(file_table([], NAMEN).columns) == ["vraag", "tekst", "code", "naam", "antwoord", "toelichting"]
