"""Who may come in, as what: invitations, changes, and the beheerder that cannot be lost."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from db import models
from db.actions import accounts as acts
from db.actions.sessies import use_link
from db.engine import read_session, write_session
from db.queries.accounts import account, accounts, by_link
from db.queries.sessies import by_id
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import NietAangemeld, NietToegestaan, OngeldigeInvoer
from landkaart.domein.rechten import Gebruiker
from landkaart.domein.rollen import Rol
from tests.steps.accounts import make_account, open_session, sign_in_as, who_has
from tests.steps.perform import perform

PERSON = {"naam": "Iemand", "organisatie": "Gemeente Assen", "rol": Rol.WERKPLEIN, "werkpleinen": ["assen"]}
LAST = "Dit is de laatste beheerder. Zorg eerst dat een andere beheerder kan aanmelden."


def do(act, by: Gebruiker, **what):
    return perform(act, by, **what)


def invite(by: Gebruiker, **other) -> str:
    return do(acts.invite, by, **{"adres": "iemand@gemeente.nl"} | PERSON | other)


def kept(account_id: int):
    with read_session() as session:
        return account(session=session, account_id=account_id)


def found_by(token: str, now: datetime | None = None):
    with read_session() as session:
        return by_link(session=session, token=token, now=now or system_now())


def everything() -> tuple:
    with read_session() as session:
        lines = session.exec(select(models.Logregel.id)).all()
        links = session.exec(select(models.Toegangslink.token_hash, models.Toegangslink.gebruikt_op)).all()
        sessions = session.exec(select(models.Sessie.id, models.Sessie.beeindigd_op)).all()
        return accounts(session=session), len(lines), links, sessions


def last_line() -> models.Logregel:
    with read_session() as session:
        return session.exec(select(models.Logregel).order_by(models.Logregel.id.desc())).first()


def test_an_invitation_makes_an_account_without_a_password(beheer):
    found, soort, factor_uit = found_by(invite(beheer, adres=" Iemand@Gemeente.nl "))

    assert (soort, factor_uit) == ("uitnodiging", False)
    assert (found.adres, found.naam, found.organisatie) == ("iemand@gemeente.nl", "Iemand", "Gemeente Assen")
    assert (found.rol, found.werkpleinen, found.heeft_wachtwoord) == (Rol.WERKPLEIN, ("assen",), False)


def test_an_invitation_leaves_one_log_line_without_its_secret(beheer):
    before = everything()[1]

    token = invite(beheer)

    line = last_line()
    assert everything()[1] == before + 1
    assert (line.door, line.account_id, line.oud) == (beheer.naam, beheer.account_id, None)
    assert json.loads(line.nieuw)["werkpleinen"] == ["assen"]
    assert token not in line.nieuw


@pytest.mark.parametrize(("seconds", "works"), [(-1, True), (0, False)])
def test_an_invitation_lasts_seven_days(beheer, set_clock, seconds, works):
    now = system_now()
    set_clock(now)

    token = invite(beheer)

    assert bool(found_by(token, now + timedelta(days=7, seconds=seconds))) is works


def test_an_invitation_works_once(beheer):
    token = invite(beheer)
    take_up = {"token": token, "wachtwoord_hash": "hash", "now": system_now()}
    with write_session() as session:
        used = use_link(session=session, **take_up)
    assert (used.account.heeft_wachtwoord, kept(used.account.id).heeft_wachtwoord) == (False, True)

    with write_session() as session, pytest.raises(OngeldigeInvoer, match="al gebruikt of verlopen"):
        use_link(session=session, **take_up)


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"adres": "Beheer@demo.nl"}, "Er is al een account met dit e-mailadres."),
        ({"adres": "geen adres"}, "Dit is geen e-mailadres."),
        ({"adres": "a@b.nl\r\nBcc: c@d.nl"}, "Dit is geen e-mailadres."),
        ({"naam": "  "}, "Vul een naam in, op één regel."),
        ({"naam": "a" * 121}, "De tekst is te lang: 121 tekens."),
        ({"organisatie": "a" * 121}, "De tekst is te lang: 121 tekens."),
        ({"werkpleinen": []}, "Kies minstens één werkplein."),
        ({"werkpleinen": ["assen", "nergens"]}, "Een van de gekozen werkpleinen bestaat niet."),
        ({"rol": Rol.AKO}, "De rol AKO heeft geen eigen werkplein."),
    ],
)
def test_an_invitation_that_cannot_be_is_refused_and_nothing_changes(beheer, other, sentence):
    before = everything()

    with pytest.raises(OngeldigeInvoer, match=sentence):
        invite(beheer, **other)

    assert everything() == before


@pytest.mark.parametrize(
    ("other", "goes_on"),
    [
        ({"naam": "Anders", "organisatie": "UWV"}, True),
        ({"rol": Rol.AKO, "werkpleinen": []}, False),
        ({"werkpleinen": ["assen", "harderwijk"]}, False),
        ({"werkpleinen": ["harderwijk"]}, False),
    ],
    ids=["name only", "role", "one more", "another"],
)
def test_another_role_or_other_werkpleinen_end_the_sessions(beheer, other, goes_on):
    them = sign_in_as("werkplein", ["assen"])

    do(acts.change, beheer, account_id=them.account_id, **PERSON | other)

    with read_session() as session:
        running = by_id(session=session, sessie_id=them.sessie_id, now=system_now())
    assert (running is not None) is goes_on


def test_a_change_is_logged_from_what_to_what(beheer):
    them = make_account("werkplein", ["assen"], naam="Eerst")

    do(acts.change, beheer, account_id=them, **PERSON | {"rol": Rol.LEZER, "werkpleinen": []})

    oud, nieuw = json.loads(last_line().oud), json.loads(last_line().nieuw)
    assert (oud["naam"], oud["rol"], oud["werkpleinen"]) == ("Eerst", "werkplein", ["assen"])
    assert (nieuw["naam"], nieuw["rol"], nieuw["werkpleinen"]) == ("Iemand", "lezer", [])


def test_who_is_disabled_is_out_at_once_and_can_come_back_later(beheer):
    them = make_account("ako")
    cookie = open_session(them)

    do(acts.disable, beheer, account_id=them)
    assert who_has(cookie) is None
    with pytest.raises(OngeldigeInvoer, match="Dit account is uitgezet."):
        open_session(them)

    do(acts.enable, beheer, account_id=them)
    assert who_has(cookie) is None
    assert who_has(open_session(them)).account_id == them


def test_the_link_of_who_is_disabled_does_not_work(beheer):
    token = invite(beheer)
    them = found_by(token)[0].id

    do(acts.disable, beheer, account_id=them)

    assert found_by(token) is None


@pytest.mark.parametrize(("seconds", "works"), [(-1, True), (0, False)])
def test_a_reset_link_lasts_an_hour(beheer, set_clock, seconds, works):
    them = make_account("ako", wachtwoord="een lang wachtwoord")
    now = system_now()
    set_clock(now)

    token = do(acts.reset, beheer, account_id=them)

    found = found_by(token, now + timedelta(hours=1, seconds=seconds))
    assert (found is not None and found[1] == "herstel") is works


def test_a_new_link_ends_the_one_before(beheer):
    first = invite(beheer)
    second = do(acts.reset, beheer, account_id=found_by(first)[0].id)

    assert found_by(first) is None
    assert found_by(second)[1] == "uitnodiging"


@pytest.fixture
def last(database) -> Gebruiker:
    return sign_in_as("beheer")


def refuses_to_lose(last: Gebruiker) -> None:
    before = everything()
    for act, what in ((acts.disable, {}), (acts.change, PERSON | {"rol": Rol.LEZER, "werkpleinen": []})):
        with pytest.raises(OngeldigeInvoer, match=LAST):
            do(act, last, account_id=last.account_id, **what)
    assert everything() == before


def test_the_last_beheerder_cannot_be_lost(last):
    refuses_to_lose(last)


def test_a_beheerder_who_is_disabled_does_not_count(last):
    make_account("beheer", wachtwoord="een lang wachtwoord", uitgezet_op=datetime(2009, 12, 1, tzinfo=UTC))

    refuses_to_lose(last)


def test_a_beheerder_who_was_only_invited_does_not_count(last):
    make_account("beheer")

    refuses_to_lose(last)


@pytest.mark.parametrize("way_in", [{"wachtwoord": "een lang wachtwoord"}, {"onderwerp": "iemand bij de aanbieder"}])
def test_with_another_who_can_come_in_a_beheerder_can_leave(last, way_in):
    make_account("beheer", **way_in)

    do(acts.disable, last, account_id=last.account_id)

    assert kept(last.account_id).uitgezet_op is not None


def test_the_last_beheerder_can_change_his_name(last):
    do(acts.change, last, account_id=last.account_id, **PERSON | {"rol": Rol.BEHEER, "werkpleinen": []})

    assert kept(last.account_id).naam == "Iemand"


def test_who_was_disabled_does_nothing_more_from_an_open_page(beheer):
    them = sign_in_as("beheer")
    do(acts.disable, beheer, account_id=them.account_id)
    before = everything()

    with pytest.raises(NietAangemeld):
        invite(them)

    assert everything() == before


@pytest.mark.parametrize(("rol", "own"), [("werkplein", ["assen"]), ("ako", []), ("lezer", [])])
@pytest.mark.parametrize("act", ["invite", "change", "disable", "enable", "reset"])
def test_who_is_no_beheerder_changes_nothing(landkaart_2009, rol, own, act):
    by = sign_in_as(rol, own)
    target = {"invite": {"adres": "x@y.nl"} | PERSON, "change": {"account_id": by.account_id} | PERSON}
    before = everything()

    with pytest.raises(NietToegestaan, match="U mag geen accounts beheren. Er is niets opgeslagen."):
        do(getattr(acts, act), by, **target.get(act, {"account_id": by.account_id}))

    assert everything() == before


@pytest.mark.parametrize("act", ["disable", "enable", "reset"])
def test_an_account_that_is_not_there_is_refused_in_a_sentence(beheer, act):
    with pytest.raises(OngeldigeInvoer, match="Dit account bestaat niet meer. Ververs de pagina."):
        do(getattr(acts, act), beheer, account_id=999)
