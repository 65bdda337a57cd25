"""What may be asked of the logboek, and how a line of it is read."""

from datetime import UTC, datetime

import pytest

from landkaart.domein.band import Band
from landkaart.domein.fouten import Fout
from landkaart.domein.handeling import Handeling
from landkaart.domein.logboek import Filter, Logboek, LogboekRegel, explode
from landkaart.domein.rechten import Weg


@pytest.mark.parametrize("wrong", [{"tertaal": "2009-4"}, {"handeling": "verzonnen"}], ids=str)
def test_a_filter_that_cannot_be_is_a_sentence(wrong):
    with pytest.raises(Fout):
        Filter.read(wrong)


def test_a_filter_reads_back_from_its_own_address():
    asked = {"werkplein": "assen", "tertaal": "2009-2", "door": "A & B"}

    assert Filter.read(asked).asked == asked
    assert Filter.read({"werkplein": "", "scheiding": "puntkomma"}) == Filter()


def test_a_submission_is_a_row_for_each_mijlpaal_whose_band_changed_in_the_order_of_the_catalogue():
    before = {"ketenjaarplan": "niet", "arbeidsmarktanalyse": "volledig", "weggevallen": "niet"}
    after = {"ketenjaarplan": "volledig", "arbeidsmarktanalyse": "volledig", "ketenpartijen-betrokken": "niet"}

    assert list(explode(Handeling.INDIENING, None, before, after)) == [
        ("ketenpartijen-betrokken", None, Band.NIET),
        ("ketenjaarplan", Band.NIET, Band.VOLLEDIG),
        ("weggevallen", Band.NIET, None),  # No longer in the catalogue.
    ]


def test_a_submission_in_which_no_band_differs_is_one_row():
    same = {"ketenjaarplan": "niet"}

    assert list(explode(Handeling.INDIENING, None, same, same)) == [(None, None, None)]


@pytest.mark.parametrize("handeling", [Handeling.ANTWOORD, Handeling.BEVESTIGING])
def test_an_answer_is_read_as_a_band_and_what_is_no_band_stays_as_it_was_kept(handeling):
    assert list(explode(handeling, "visie", None, "niet")) == [("visie", None, Band.NIET)]
    assert list(explode(handeling, "visie", "ooit", "volledig")) == [("visie", "ooit", Band.VOLLEDIG)]


def test_what_is_not_about_bands_is_shown_as_it_was_kept():
    assert list(explode(Handeling.TOELICHTING, "visie", None, "niet")) == [("visie", None, "niet")]


def test_what_is_not_shown_is_counted():
    line = LogboekRegel(datetime(2009, 8, 3, tzinfo=UTC), "Jan", Weg.IMPORT, Handeling.ANTWOORD, *[None] * 6)

    assert Logboek((line, line), 5).more == 3
