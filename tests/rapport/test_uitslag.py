import pandas as pd
import pytest

from landkaart.domein.uitslag import Uitslag
from landkaart.domein.vraagvorm import JaNee, Vorm, VraagSoort
from landkaart.rapport.uitslag import among, counts_table, file_table, reading_table, summary, uitslag_figuur

COLUMNS = ["vraag", "tekst", "code", "naam", "antwoord", "toelichting", "soort", "eenheid"]
NAMEN = {"a": "Zwolle", "b": "Assen", "c": "=Breda"}
UITSLAG = Uitslag("lukt", "Lukt het?", ["a", "b", "c"], {"a": JaNee.JA, "b": JaNee.NEE}, {"b": "Te druk."}, ["weg"])


def test_ja_nee_and_niet_beantwoord_add_up_to_who_was_asked():
    assert (UITSLAG.n, UITSLAG.beantwoord) == (3, 2)
    assert list(uitslag_figuur(UITSLAG).tabel["Werkpleinen"]) == [1, 1, 1]
    assert counts_table([UITSLAG]).to_dict("records") == [
        {"Vraag": "Lukt het?", "Ja": 1, "Nee": 1, "Niet beantwoord": 1, "Gevraagd": 3}
    ]


def test_the_sentence_has_all_the_numbers():
    assert summary(UITSLAG) == "2 van 3 werkpleinen antwoordden: 1 ja en 1 nee."
    alone = Uitslag("lukt", "Lukt het?", ["a"], {"a": JaNee.JA})
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
        ["lukt", "Lukt het?", "c", "=Breda", None, None, "ja_nee", None],
        ["lukt", "Lukt het?", "b", "Assen", "nee", "Te druk.", "ja_nee", None],
        ["lukt", "Lukt het?", "a", "Zwolle", "ja", None, "ja_nee", None],
    ]


def test_without_questions_there_is_a_file_with_its_columns_alone():
    assert list(file_table([], NAMEN).columns) == COLUMNS


def of(vorm, **antwoorden):
    return Uitslag("lukt", "Hoeveel?", ["a", "b", "c"], antwoorden, vorm=vorm)


def test_numbers_are_said_together_with_their_unit():
    found = of(Vorm(VraagSoort.GETAL, "klanten"), a="1200", b="0.5")

    assert summary(found) == (
        "2 van 3 werkpleinen antwoordden: samen 1.200,5 klanten, gemiddeld 600,3, de middelste 600,25, van 0,5 t/m 1.200."
    )
    assert list(found.klassen.values()) == ["0,5 klanten", "1.200 klanten", "Niet beantwoord"]
    assert list(reading_table(found, NAMEN)["Antwoord"]) == ["Niet beantwoord", "0,5 klanten", "1200 klanten"]


def test_many_numbers_are_counted_in_five_stretches():
    found = Uitslag("v", "?", list(map(str, range(8))), {str(n): str(10 * n) for n in range(8)}, vorm=Vorm(VraagSoort.GETAL))

    assert list(found.klassen.values())[:-1] == [
        "van 0 tot 14",
        "van 14 tot 28",
        "van 28 tot 42",
        "van 42 tot 56",
        "van 56 t/m 70",
    ]
    assert [len(found.who(code)) for code in found.klassen] == [2, 1, 2, 1, 2, 0]


def test_choices_are_counted_in_their_own_order_and_a_text_only_that_it_is_there():
    keuze = of(Vorm(VraagSoort.KEUZE, keuzes=("Geen", "Een deel")), a="Een deel")
    tekst = of(Vorm(VraagSoort.TEKST), b="Omdat het kan.")

    assert summary(keuze) == "1 van 3 werkpleinen antwoordde: 0 ‘Geen’ en 1 ‘Een deel’."
    assert summary(tekst) == "1 van 3 werkpleinen antwoordde."
    assert counts_table([keuze, tekst]).to_numpy().tolist() == [
        ["Hoeveel?", "Geen", 0], ["Hoeveel?", "Een deel", 1], ["Hoeveel?", "Niet beantwoord", 2],
        ["Hoeveel?", "Beantwoord", 1], ["Hoeveel?", "Niet beantwoord", 2],
    ]  # fmt: skip


def test_nobody_who_answered_has_no_number():
    assert summary(of(Vorm(VraagSoort.GETAL))) == "0 van 3 werkpleinen antwoordden."


def test_the_file_is_narrowed_by_class_and_by_words_of_the_werkplein_itself():
    tekst = of(Vorm(VraagSoort.TEKST), a="Reorganisatie.", b="Anders.")
    table = file_table([tekst], NAMEN)

    assert list(among(table, {"zoeken": "REORGANISATIE"}, [tekst])["code"]) == ["a"]
    assert list(among(table, {"antwoord": "beantwoord"}, [tekst])["code"]) == ["b", "a"]
    with pytest.raises(KeyError):
        among(table, {"antwoord": "keuze-9"}, [tekst])
