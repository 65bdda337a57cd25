"""How far each account is: against a recount that looks at every row by itself, the slow and obvious way."""

from collections import Counter
from datetime import datetime, timedelta
from itertools import product

import pytest
from sqlmodel import select

from db import models
from db.actions.uitnodigen import start_uitnodigen
from db.engine import read_session, write_session
from db.queries.toegang import toegangen
from landkaart.domein.clock import system_now
from landkaart.domein.toegang import Staat
from landkaart.rapport.toegang import filters
from tests.steps.accounts import make_account, open_session
from tests.steps.perform import perform

DAY = timedelta(1)
PASSWORDS = (None, "een lang wachtwoord")
OFF = (None, datetime.fromisoformat("2009-11-01T00:00+00:00"))
# Of each link: how long it still lasts, in days, and whether it was used.
LINKS = ((), ((2, False),), ((-2, False),), ((3, True),), ((-2, False), (2, False)), ((2, True), (-1, False)))


@pytest.fixture
def crowd(landkaart_2009, set_clock) -> datetime:
    """An account of every kind, and who came in; the moment on this machine."""
    now = system_now()
    set_clock(now)
    for number, (wachtwoord, off, links) in enumerate(product(PASSWORDS, OFF, LINKS)):
        account = make_account("lezer", naam=f"Iemand {number:02d}", wachtwoord=wachtwoord, uitgezet_op=off)
        for place, (days, used) in enumerate(links):
            add_link(account, f"{number}-{place}", now + days * DAY, now if used else None)
        if number % 3 == 1 and off is None:
            open_session(account)
    return now


def add_link(account: int, token: str, until: datetime, used: datetime | None) -> None:
    with write_session() as session:
        row = {"account_id": account, "soort": "uitnodiging", "token_hash": token, "verloopt_op": until}
        session.add(models.Toegangslink(**row, gebruikt_op=used))


def found(now: datetime) -> list:
    with read_session() as session:
        return toegangen(session=session, now=now)


def naive(now: datetime) -> dict[str, Staat]:
    """Row by row, with no query that joins or counts."""
    with read_session() as session:
        accounts = session.exec(select(models.Account)).all()
        links = session.exec(select(models.Toegangslink)).all()
        lines = session.exec(select(models.Logregel)).all()
    states = {}
    for account in accounts:
        if account.gewist_op is not None:
            continue
        mine = [link for link in links if link.account_id == account.id]
        came = [line for line in lines if line.account_id == account.id and line.handeling == "aanmelding"]
        if account.uitgezet_op is not None:
            states[account.adres] = Staat.UITGEZET
        elif account.wachtwoord is not None or account.onderwerp is not None:
            states[account.adres] = Staat.IN_GEBRUIK
        elif any(link.gebruikt_op is None and link.verloopt_op > now for link in mine):
            states[account.adres] = Staat.UITGENODIGD
        elif mine or came:
            states[account.adres] = Staat.VERLOPEN
        else:
            states[account.adres] = Staat.NIEUW
    return states


def test_each_account_is_where_a_recount_finds_it(crowd):
    assert {each.account.adres: each.staat for each in found(crowd)} == naive(crowd)


def test_the_filters_count_what_a_recount_counts(crowd):
    counts = Counter(naive(crowd).values())

    shown = filters(found(crowd))

    assert shown["alle"] == f"Alle ({sum(counts.values())})"
    assert {name: shown[name] for name in Staat.by_code()} == {
        staat.value: f"{staat.label} ({counts[staat]})" for staat in Staat
    }
    assert set(counts) == set(Staat)


def test_since_when_and_when_last_are_those_of_the_log_and_the_session(crowd):
    with read_session() as session:
        lines = session.exec(select(models.Logregel).where(models.Logregel.handeling == "aanmelding")).all()

    for each in found(crowd):
        mine = [line.moment for line in lines if line.account_id == each.account.id]
        assert each.in_gebruik_sinds == min(mine, default=None)
        assert (each.laatst_gezien is None) == (not mine)


@pytest.mark.parametrize(("seconds", "works"), [(1, True), (0, False)])
def test_a_link_works_until_the_moment_that_it_runs_out(landkaart_2009, set_clock, seconds, works):
    now = system_now()
    set_clock(now)
    account = make_account("lezer", naam="Jan")
    add_link(account, "a", now + timedelta(seconds=seconds), None)

    with read_session() as session:
        [jan] = toegangen(session=session, now=now, ids=[account])

    assert (jan.link_works, jan.staat is Staat.UITGENODIGD) == (works, works)


def test_the_last_invitation_counts_and_who_is_in_or_off_is_not_invited(landkaart_2009):
    jan = make_account("lezer", naam="Jan")
    for sleutel in ("1", "2"):
        perform(start_uitnodigen, account_ids=[jan], sleutel=sleutel, als_bestand=sleutel == "2")

    with read_session() as session:
        [found_jan] = toegangen(session=session, now=system_now(), ids=[jan])

    assert (found_jan.uitnodiging.als_bestand, found_jan.uitnodiging.status.value) == (True, "verzonden")
    assert {each.is_invitable for each in found(system_now()) if each.staat in (Staat.IN_GEBRUIK, Staat.UITGEZET)} == {False}
