"""What is one of a few may be written by its code, and as people write it; nothing else is guessed."""

import pytest

from landkaart.domein.band import Band
from landkaart.domein.fouten import Fout
from landkaart.domein.vraagvorm import VraagSoort
from landkaart.invoer.choices import NietBekend, band, indicatie, mijlpaal, nearest, soort

CHOICE = "Kies uit Niet (0-32%), In ontwikkeling (33-65%), Gedeeltelijk (66-99%), Volledig (100%)."


def reason(parse, text: str) -> str:
    with pytest.raises(Fout) as caught:
        parse(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("niet", Band.NIET), ("in_ontwikkeling", Band.IN_ONTWIKKELING), ("In ontwikkeling", Band.IN_ONTWIKKELING),
        ("in-ontwikkeling", Band.IN_ONTWIKKELING), ("GEDEELTELIJK", Band.GEDEELTELIJK), ("Volledig", Band.VOLLEDIG),
        ("◆ Volledig", Band.VOLLEDIG), ("0-32%", Band.NIET), ("33-65%", Band.IN_ONTWIKKELING),
        ("33-65", Band.IN_ONTWIKKELING),
        ("33 – 65 %", Band.IN_ONTWIKKELING), ("33%-65%", Band.IN_ONTWIKKELING), ("66-99%", Band.GEDEELTELIJK),
        ("100%", Band.VOLLEDIG), ("100 %", Band.VOLLEDIG), ("Niet (0-32%)", Band.NIET),
        ("66-99% Gedeeltelijk", Band.GEDEELTELIJK),
    ],
)  # fmt: skip
def test_a_band_is_given_by_code_label_or_range(text, expected):
    assert band(text) is expected


@pytest.mark.parametrize("text", ["half", "66", "100", "1", "3", "33-66%", "0-100%", "67-99%", "Nıet", "niet volledig", "-"])
def test_no_other_text_is_a_band(text):
    assert reason(band, text) == f"‘{text}’ is geen band. {CHOICE}"


@pytest.mark.parametrize("text", ["67%", "0%", "33%", "66,5 %", "99%"])
def test_a_per_cent_is_no_band(text):
    assert reason(band, text) == f"‘{text}’ is een percentage en geen band. {CHOICE}"


@pytest.mark.parametrize(
    ("text", "shown"), [("0.67", "67%"), ("0,67", "67%"), ("0.675", "67,5%"), ("0.5", "50%"), ("0.07", "7%"), ("0.0", "0%")]
)
def test_a_part_of_one_is_a_per_cent_and_no_band(text, shown):
    assert reason(band, text) == f"‘{text}’ is {shown}, en dat is geen band. {CHOICE}"


def test_a_soort_is_known_by_its_code_and_by_what_readers_see():
    assert [soort(text) for text in ("getal", "Een getal", "ja_nee", "eén uit een lijst")] == [
        VraagSoort.GETAL, VraagSoort.GETAL, VraagSoort.JA_NEE, VraagSoort.KEUZE,
    ]  # fmt: skip
    assert reason(soort, "cijfer") == "‘cijfer’ is geen soort. Kies uit ja_nee, getal, keuze, tekst."


@pytest.mark.parametrize("text", ["volgend_jaar", "haalt het volgend jaar", "Haalt het volgend jaar", "Volgend jaar"])
def test_an_indicatie_is_one_of_four_by_code_or_label(text):
    assert indicatie(text) == "volgend_jaar"


def test_another_indicatie_is_none():
    assert reason(indicatie, "ooit") == "‘ooit’ is geen indicatie. Kies uit dit_jaar, volgend_jaar, niet, sluit."


@pytest.mark.parametrize(
    "text", ["mt-portefeuilleverdeling", "LWI-MT portefeuille verdeling", "lwi-mt portefeuille verdeling"]
)
def test_a_mijlpaal_is_one_of_the_catalogue_by_code_or_titel(text):
    assert mijlpaal(text) == "mt-portefeuilleverdeling"


def test_another_mijlpaal_names_what_there_is_and_the_one_that_may_be_meant():
    with pytest.raises(NietBekend) as caught:
        mijlpaal("ketenplan")

    assert str(caught.value).startswith("‘ketenplan’ is geen mijlpaal. Kies uit ketenpartijen-betrokken, ")
    assert caught.value.near() == " Is ketenjaarplan bedoeld?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gooinoord", "gooi-noord"),
        ("GOOI NOORD", "gooi-noord"),
        ("sudwest", "súdwest"),
        ("leeuwaarden", "leeuwarden"),
        ("xyz", None),
    ],
)
def test_the_nearest_name_does_not_look_at_hyphens_capitals_and_accents(text, expected):
    assert nearest(text, ["gooi-noord", "súdwest", "leeuwarden", "assen"]) == expected
