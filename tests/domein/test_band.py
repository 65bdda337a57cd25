import pytest

from landkaart.domein.band import Band
from tests.steps.contrast import contrast


@pytest.mark.parametrize(
    ("score", "band"),
    [(0, Band.NIET), (32.99, Band.NIET),
     (33, Band.IN_ONTWIKKELING), (65.99, Band.IN_ONTWIKKELING),
     (66, Band.GEDEELTELIJK), (99.6, Band.GEDEELTELIJK),
     (100, Band.VOLLEDIG)],
)  # fmt: skip
def test_a_mean_falls_in_the_band_whose_lower_edge_it_has_reached(score, band):
    assert Band.of(score) is band


def test_an_answer_counts_for_the_lower_edge_of_its_band():
    assert [band.edge for band in Band] == [0, 33, 66, 100]


def test_the_bands_are_written_and_named_as_in_the_report():
    assert [(band.code, band.label, band.range) for band in Band] == [
        ("niet", "Niet", "0-32%"),
        ("in_ontwikkeling", "In ontwikkeling", "33-65%"),
        ("gedeeltelijk", "Gedeeltelijk", "66-99%"),
        ("volledig", "Volledig", "100%"),
    ]


def test_a_band_is_read_back_from_its_code():
    assert [Band.parse(band.code) for band in Band] == list(Band)


@pytest.mark.parametrize("code", ["", "Niet", "NIET", "niet ", "in ontwikkeling", "3", "None"])
def test_another_word_is_no_band(code):
    with pytest.raises(KeyError):
        Band.parse(code)


def test_each_band_has_a_sign_and_a_colour_of_its_own():
    assert len({band.sign for band in Band}) == 4
    assert [band.colour for band in Band] == ["#c2410c", "#ffb843", "#4d9cd0", "#035544"]


@pytest.mark.parametrize("band", Band)
def test_what_stands_on_the_colour_of_a_band_is_readable(band):
    assert contrast(band.colour, band.text_colour) >= 4.5
