import pytest

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.vraagvorm import JA_OF_NEE, JaNee, Vorm, VraagSoort, code_of, require_vorm

GETAL = Vorm(VraagSoort.GETAL, "klanten")
KEUZE = Vorm(VraagSoort.KEUZE, keuzes=("Geen", "Een deel", "Ja, alles"))
TEKST = Vorm(VraagSoort.TEKST)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("12", "12"), ("12,5", "12.5"), ("12.5", "12.5"), ("1.200", "1200"), ("1.234.567,89", "1234567.89"), ("-3", "-3"),
     ("012", "12"), ("100", "100"), ("0", "0"), ("-0", "0"), ("1 200", "1200"), ("0,0000", "0"), ("12.0000", "12")],
)  # fmt: skip
def test_a_number_is_read_as_it_is_written_in_dutch(typed, kept):
    assert GETAL.read(typed) == kept
    assert GETAL.read(GETAL.typed(kept)) == kept


@pytest.mark.parametrize("typed", ["", "twaalf", "12 klanten", "1.20.00", "12,", ",5", "1e5", "NaN", "--1"])
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(OngeldigeInvoer, match="Vul een getal in, zoals 12 of 12,5, zonder eenheid erachter."):
        GETAL.read(typed)


@pytest.mark.parametrize("typed", ["12,12345", "-0.00001", "1" * 13, "1" * 13 + ",5"])
def test_of_a_number_with_too_many_digits_it_is_said_how_many_fit(typed):
    with pytest.raises(OngeldigeInvoer, match="te veel cijfers: er passen er 12 voor de komma en 4 erachter"):
        GETAL.read(typed)


def test_a_keuze_is_one_of_the_list_in_any_letters():
    assert KEUZE.read(" een DEEL ") == "Een deel"
    with pytest.raises(OngeldigeInvoer, match="Kies een van: Geen, Een deel, Ja, alles."):
        KEUZE.read("Veel")


def test_ja_and_nee_are_read_in_any_letters_and_nothing_else_is():
    assert [JA_OF_NEE.read(given) for given in ("ja", " Nee", JaNee.JA)] == [JaNee.JA, JaNee.NEE, JaNee.JA]
    for given in ("misschien", "", 1, True, None):
        with pytest.raises(OngeldigeInvoer, match="Kies ja of nee."):
            JA_OF_NEE.read(given)


def test_a_text_is_taken_as_it_is_up_to_4000_signs():
    assert TEKST.read("  Twee\nregels. ") == "Twee\nregels."
    with pytest.raises(OngeldigeInvoer, match="4001 tekens"):
        TEKST.read("x" * 4001)


@pytest.mark.parametrize("vorm", [GETAL, KEUZE, TEKST])
def test_what_is_no_text_is_no_answer(vorm):
    with pytest.raises(OngeldigeInvoer, match="geen antwoord op deze vraag"):
        vorm.read(12)


def test_a_reader_sees_a_number_with_its_unit():
    assert [GETAL.shown("12.5"), KEUZE.shown("Geen"), TEKST.shown("Zo."), JA_OF_NEE.shown(JaNee.NEE)] == [
        "12,5 klanten", "Geen", "Zo.", "Nee",
    ]  # fmt: skip
    assert [code_of(JA_OF_NEE.kept("ja")), TEKST.kept("ja")] == ["ja", "ja"]


def test_only_a_text_takes_no_toelichting():
    assert [vorm.takes_toelichting for vorm in (JA_OF_NEE, GETAL, KEUZE, TEKST)] == [True, True, True, False]


def test_what_does_not_go_with_its_soort_is_left_out():
    everything = {"eenheid": " klanten ", "keuzes": (" Geen ", "", "Alles")}

    assert require_vorm(Vorm(VraagSoort.JA_NEE, **everything)) == JA_OF_NEE
    assert require_vorm(Vorm(VraagSoort.GETAL, **everything)) == GETAL
    assert require_vorm(Vorm(VraagSoort.KEUZE, **everything)) == Vorm(VraagSoort.KEUZE, keuzes=("Geen", "Alles"))


@pytest.mark.parametrize(
    ("keuzes", "sentence"),
    [
        (("Geen",), "Geef 2 tot 12 mogelijkheden om uit te kiezen, elk op een regel."),
        (tuple(map(str, range(13))), "Geef 2 tot 12 mogelijkheden"),
        (("Geen", "geen"), "Een mogelijkheid staat er twee keer. Haal er een weg."),
        (("Geen", "Een|deel"), "Het teken | scheidt mogelijkheden in bestanden."),
        (("Geen", "x" * 121), "De tekst is te lang: 121 tekens. Er passen er 120."),
    ],
)
def test_a_list_that_nobody_could_choose_from_is_refused(keuzes, sentence):
    with pytest.raises(OngeldigeInvoer) as error:
        require_vorm(Vorm(VraagSoort.KEUZE, keuzes=keuzes))

    assert sentence in str(error.value)
