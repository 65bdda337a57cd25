"""What is kept of a password, and what counts as the same one."""

import unicodedata
from types import SimpleNamespace

from tests.steps.accounts import make_account
from tests.steps.visitors import ADRES, sign_in


def test_an_unknown_user_costs_the_same_work_as_a_wrong_password(strong_hashes, visitor, account, monkeypatch):
    verified = []
    hasher = SimpleNamespace(verify=lambda given, kept: verified.append(kept))
    monkeypatch.setattr("landkaart.web.sign_in.password_hash.HASHER", hasher)

    for adres in (ADRES, "niemand@gemeente.nl"):
        sign_in(visitor, adres=adres, wachtwoord="een ander wachtwoord")

    known, unknown = verified
    assert known.split("$")[:4] == unknown.split("$")[:4] == ["", "argon2id", "v=19", "m=19456,t=2,p=1"]


def test_the_same_letters_written_in_another_way_are_the_same_password(visitor):
    composed, loose = (unicodedata.normalize(form, "één zoë naïef façade") for form in ("NFC", "NFD"))
    make_account("lezer", adres="nfc@gemeente.nl", wachtwoord=composed)
    make_account("lezer", adres="nfd@gemeente.nl", wachtwoord=loose)

    assert composed != loose
    assert sign_in(visitor, adres="nfc@gemeente.nl", wachtwoord=loose).status_code == 303
    assert sign_in(visitor, adres="nfd@gemeente.nl", wachtwoord=composed).status_code == 303


def test_the_longest_password_counts_to_its_last_letter_however_it_is_written(visitor):
    longest = "é" * 1023 + "x"
    make_account("lezer", adres=ADRES, wachtwoord=longest)

    assert sign_in(visitor, wachtwoord=longest[:-1] + "y").status_code == 403
    assert sign_in(visitor, wachtwoord=longest + "x").status_code == 403
    assert sign_in(visitor, wachtwoord=unicodedata.normalize("NFD", longest)).status_code == 303
