"""What a password must be, and what is kept of a token."""

import pytest

from landkaart.domein.credentials import common_passwords, new_token, normalised, require_strong, token_hash
from landkaart.domein.fouten import OngeldigeInvoer

LENGTH = "Kies een wachtwoord van 12 tot 1024 tekens, bijvoorbeeld een paar woorden."
EASY = "Dit wachtwoord is te makkelijk te raden. Kies een paar woorden die niet bij elkaar horen."


def test_a_token_is_long_never_the_same_and_kept_as_something_else():
    one, other = new_token(), new_token()

    assert len(one) == 43
    assert one != other
    assert token_hash(one) == token_hash(one) != token_hash(other)
    assert len(token_hash(one)) == 64
    assert token_hash("\ud800")  # A cookie can hold half a character; it is looked up like any other.


def test_the_same_keys_give_the_same_password_on_every_machine():
    assert normalised("re\u0301gen in de herfst ") == "r\u00e9gen in de herfst "


@pytest.mark.parametrize("wachtwoord", ["regen zaag 12", "regenzaag 12", "abcdabcdabcd", "x y" * 341 + "z"])
def test_a_few_words_are_enough_from_12_to_1024_signs(wachtwoord):
    assert require_strong(wachtwoord, "Jan", "jan@gemeente.nl") is None


@pytest.mark.parametrize(
    ("wachtwoord", "sentence"),
    [("regenzaag 1", LENGTH),
     ("x y" * 341 + "zz", LENGTH),
     ("abcabcabcabc", EASY),  # Three different signs.
     ("wachtwoord123", EASY),
     ("Wachtwoord123", EASY),
     (" wachtwoord123 ", EASY),
     ("Jan van der Berg", EASY),
     ("jan@gemeente.nl", EASY)],
)  # fmt: skip
def test_what_is_too_short_too_long_or_easily_guessed_is_refused(wachtwoord, sentence):
    with pytest.raises(OngeldigeInvoer) as refusal:
        require_strong(wachtwoord, "Jan van der Berg", "Jan@gemeente.nl")

    assert str(refusal.value) == sentence


def test_a_password_that_holds_a_name_among_other_words_is_none_of_these():
    assert require_strong("Jan van der Berg zaagt", "Jan van der Berg", "jan@gemeente.nl") is None


def test_the_list_of_known_passwords_holds_neither_its_own_remarks_nor_nothing():
    assert "wachtwoord123" in common_passwords()
    assert [each for each in common_passwords() if not each or each.startswith("#")] == []
