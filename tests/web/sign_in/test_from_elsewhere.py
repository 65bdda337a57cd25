"""What another site or a stranger tries at the sign-in: to sign somebody in as another, and to write into the logs."""

import logging

import pytest

from db import models
from db.actions.accounts import change, invite
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.rollen import Rol
from tests.steps.accounts import make_account
from tests.steps.perform import perform
from tests.steps.small_landkaart import everything
from tests.steps.visitors import ADRES, HERE, PASSWORD, is_in, rows, sign_in

FOREIGN = [
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"origin": "https://evil.nl"},
    {"origin": "null"},
    {"sec-fetch-site": "cross-site", "origin": HERE},
]
FORMS = {
    "/inloggen": {"adres": ADRES, "wachtwoord": PASSWORD},
    "/oidc/code": {"code": "123456"},
    "/wachtwoord-vergeten": {"adres": ADRES},
    "/toegang/abc": {"nieuw": PASSWORD, "nogmaals": PASSWORD},
    "/account/wachtwoord": {"oud": PASSWORD, "nieuw": "een ander wachtwoord", "nogmaals": "een ander wachtwoord"},
    "/account/tweede-factor": {"act": "uit", "code": "123456"},
    "/uitloggen": {},
}


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
@pytest.mark.parametrize("form", FORMS)
def test_another_site_sends_no_form_for_somebody_nor_signs_him_in_as_another(visitor, account, form, headers):
    before = everything()

    answer = visitor.post(form, data=FORMS[form], headers=headers)

    assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)
    assert everything() == before


def test_our_own_page_does(visitor, account):
    answer = visitor.post("/inloggen", data=FORMS["/inloggen"], headers={"sec-fetch-site": "same-origin", "origin": "null"})

    assert (answer.status_code, is_in(visitor)) == (303, True)


# A line end and a line that looks like ours; an escape that clears the screen; the same as one sign; a turn of direction.
EVIL = [
    "\r\nERROR alles kwijt",
    "\n2009-12-01 INFO aangemeld als beheerder",
    "\x1b[2J\x1b[31m",
    "\x9b2J",
    "\u202egnirts",
    "\u2028x",
]


def is_clean(text):
    return all(sign.isprintable() or sign in "\n\t" for sign in text)


@pytest.mark.parametrize("evil", EVIL, ids=repr)
@pytest.mark.parametrize("form", ["/inloggen", "/wachtwoord-vergeten"])
def test_what_is_typed_at_the_sign_in_reaches_no_log(visitor, account, box, caplog, capfd, evil, form):
    caplog.set_level(logging.DEBUG)

    visitor.post(form, data={"adres": f"jan{evil}@gemeente.nl", "wachtwoord": evil, "code": evil})

    ours = [record.getMessage() for record in caplog.records if record.name not in ("httpx2", "asyncio")]
    assert [line for line in ours if evil in line or not is_clean(line)] == []
    assert evil not in "".join(capfd.readouterr())
    assert rows(models.Logregel) == []


@pytest.mark.parametrize("evil", EVIL, ids=repr)
def test_no_name_and_no_address_brings_it_into_the_logboek(database, evil):
    person = {"adres": "jan@gemeente.nl", "naam": "Jan", "organisatie": "UWV", "rol": Rol.LEZER, "werkpleinen": ()}
    jan = make_account("lezer", naam="Jan")
    before = everything()

    for spoiled in ({"adres": f"jan{evil}@gemeente.nl"}, {"naam": f"Jan{evil}"}):
        with pytest.raises(OngeldigeInvoer):
            perform(invite, **person | spoiled)
    with pytest.raises(OngeldigeInvoer):
        perform(change, account_id=jan, naam=f"Jan{evil}", organisatie="", rol=Rol.LEZER, werkpleinen=())

    assert everything() == before


def test_what_the_logboek_says_of_a_sign_in_is_who_and_how_and_nothing_that_was_typed(visitor, account):
    sign_in(visitor, adres=f" {ADRES.upper()} ", next="/\x1b[2J")

    [line] = rows(models.Logregel)
    assert (line.door, line.nieuw) == ("Jan", '{"aangemeld": "wachtwoord"}')
