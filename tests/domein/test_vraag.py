from datetime import UTC, datetime

import pytest

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.vraag import INGELEZEN, VraagAntwoord, code_for, require_vraag
from landkaart.domein.vraagvorm import JaNee


@pytest.mark.parametrize(
    ("tekst", "code"),
    [("Lukt het?", "lukt-het"), ("Zijn er gezamenlijke doelen?", "zijn-er-gezamenlijke-doelen"),
     ("Werkt u één-op-één samen?", "werkt-u-een-op-een-samen"), ("???", "vraag"), ("ل", "vraag")],
)  # fmt: skip
def test_a_code_comes_from_the_first_words(tekst, code):
    assert code_for(tekst, ()) == code


def test_a_code_stops_at_a_whole_word_and_never_grows_too_long():
    assert code_for("Zal per 1 januari 2010 aan alle klanten integrale dienstverlening geboden worden?", ()) == (
        "zal-per-1-januari-2010-aan-alle-klanten"
    )
    assert code_for("a" * 90, ()) == "a" * 40


def test_a_code_that_is_taken_gets_a_number():
    assert code_for("Lukt het?", ("lukt-het",)) == "lukt-het-2"
    assert code_for("Lukt het?", ("lukt-het", "lukt-het-2")) == "lukt-het-3"


def test_a_vraag_is_one_paragraph_of_500_signs_at_most():
    assert require_vraag(" Lukt\nhet  nu? ") == "Lukt het nu?"
    assert require_vraag("a" * 500) == "a" * 500
    with pytest.raises(OngeldigeInvoer, match="De tekst is te lang: 501 tekens. Er passen er 500."):
        require_vraag("a" * 501)
    with pytest.raises(OngeldigeInvoer, match="Schrijf de vraag op."):
        require_vraag("  ")


def test_what_came_from_a_file_has_a_version_too():
    moment = datetime(2009, 8, 3, tzinfo=UTC)

    assert VraagAntwoord(JaNee.JA).version == INGELEZEN
    assert VraagAntwoord(JaNee.JA, None, moment).version == moment
