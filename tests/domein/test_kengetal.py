from decimal import Decimal

import pytest

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.kengetal import KengetalGewijzigd, read_waarde, rounded
from landkaart.domein.kengetal_indeling import OVERIGE, indeling
from tests.steps.kengetallen import kengetal, kengetallen_2009


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("154972", "154972"),
        ("154.972", "154972"),  # Printed with a dot for thousands: the same figure.
        ("4.061.845", "4061845"),
        ("-196.942", "-196942"),
        ("−10", "-10"),
        ("6,8", "6,8"),
        ("6.8", "6,8"),  # As a spreadsheet has it.
        ("4,0", "4,0"),  # A decimal that was printed stays.
        ("1.234,5", "1234,5"),
        ("102%", "102"),
        (" 0 ", "0"),
        ("n.b.", "n.b."),
        ("NB", "n.b."),
        ("n. b.", "n.b."),
        ("voldoende", "voldoende"),
    ],
)
def test_a_figure_is_kept_as_one_number_however_it_was_printed(text, kept):
    assert read_waarde(text) == kept


@pytest.mark.parametrize("text", ["", "   ", "1.23.456", "12 personen", "3-4", "1,2,3", "x" * 61, "a\nb"])
def test_what_is_no_figure_is_refused(text):
    with pytest.raises(OngeldigeInvoer):
        read_waarde(text)


def test_not_available_is_no_number_and_neither_is_a_text():
    found = [kengetal("0"), kengetal("n.b."), kengetal("voldoende", eenheid="tekst"), kengetal("4,0")]

    assert [each.getal for each in found] == [Decimal(0), None, None, Decimal("4.0")]
    assert [each.is_niet_beschikbaar for each in found] == [False, True, False, False]


def test_a_text_as_a_figure_says_so_by_its_unit():
    assert kengetal("toename", eenheid="tekst").checked().waarde == "toename"
    with pytest.raises(OngeldigeInvoer, match="‘toename’ is geen getal"):
        kengetal("toename").checked()


@pytest.mark.parametrize("name", ["tabel", "indicator", "periode", "soort", "eenheid"])
def test_what_tells_a_figure_apart_may_not_be_empty(name):
    with pytest.raises(OngeldigeInvoer, match="^Vul een "):
        kengetal(**{name: " "}).checked()


def test_what_is_typed_is_trimmed_and_of_nobody_is_of_all():
    found = kengetal(" 154.972 ", indicator="  Banen\n in de   zorg ", uitsplitsing="").checked()

    assert (found.waarde, found.indicator, found.uitsplitsing) == ("154972", "Banen in de zorg", "totaal")


@pytest.mark.parametrize(("number", "decimals", "shown"), [("34.5", 0, "35"), ("-37.5", 0, "-38"), ("92.307", 1, "92.3")])
def test_a_percentage_is_rounded_half_up_away_from_zero(number, decimals, shown):
    assert str(rounded(Decimal(number), decimals)) == shown


def test_every_table_of_2009_has_a_title_and_every_title_is_of_one():
    assert set(indeling().koppen) == {each.tabel for each in kengetallen_2009()}
    assert len(kengetallen_2009()) == 353


def test_a_table_that_nobody_knew_of_is_called_by_its_code_and_comes_last():
    assert indeling().in_order(["nieuw", "47.1", "bvg", "nieuw"]) == ["bvg", "47.1", "nieuw"]
    kop = indeling().kop("werk-en-inkomen")
    assert (kop.titel, kop.hoofdstuk) == ("Werk en inkomen", OVERIGE)


def test_who_comes_second_reads_that_nothing_was_saved():
    assert "Er is niets opgeslagen" in str(KengetalGewijzigd())
