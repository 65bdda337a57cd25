"""Which addresses an account can have, and which of them get mail."""

import pytest

from landkaart.domein.account import Account, require_address
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.rollen import Rol


def account(adres="jan@gemeente.nl", demo=False):
    return Account(1, adres, "Jan", "", Rol.LEZER, (), True, False, None, demo)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("jan@gemeente.nl", "jan@gemeente.nl"),
     ("Jan.de-Boer+werk@Werk.Gemeente.NL", "jan.de-boer+werk@werk.gemeente.nl"),
     ("a" * 242 + "@gemeente.nl", "a" * 242 + "@gemeente.nl")],
)  # fmt: skip
def test_an_address_is_kept_in_small_letters(typed, kept):
    assert require_address(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["", "jan", "jan@", "@gemeente.nl", "jan@gemeente", "jan@gemeente.n", "jan @gemeente.nl", "jan@a@gemeente.nl",
     "jan@-gemeente.nl", "jan,piet@gemeente.nl", "jan@gemeente.nl\n", "<jan@gemeente.nl>", "a" * 243 + "@gemeente.nl",
     "jan\x1b[2j@gemeente.nl", "jan\x9b@gemeente.nl", "jan\u202e@gemeente.nl", "jan\u200b@gemeente.nl",
     "jan\u2028@gemeente.nl"],
)  # fmt: skip
def test_what_is_no_address_is_refused_in_a_sentence(typed):
    with pytest.raises(
        OngeldigeInvoer, match="Dit is geen e-mailadres. Schrijf het als naam@organisatie.nl, zonder spaties."
    ):
        require_address(typed)


@pytest.mark.parametrize(
    ("found", "gets"),
    [(account(), True), (account(demo=True), False), (account("beheer@landkaart.invalid"), False)],
    ids=["a person", "for practice", "of the first start"],
)
def test_an_account_for_practice_or_without_a_real_address_gets_no_mail(found, gets):
    assert found.can_get_mail is gets
