"""Who was invited and never came in."""

from datetime import timedelta

import pytest

from db import models
from db.engine import read_session, write_session
from db.queries.never_in import never_in
from landkaart.domein.clock import system_now
from tests.steps.accounts import make_account, make_invited

pytestmark = pytest.mark.usefixtures("database")
NOW = system_now()
DAY = timedelta(days=1)


def link(account_id: int, until, **columns) -> None:
    with write_session() as session:
        values = {"soort": "uitnodiging", "token_hash": f"{account_id}{until}", "verloopt_op": until, **columns}
        session.add(models.Toegangslink(account_id=account_id, **values))


def found() -> list[tuple]:
    with read_session() as session:
        return [(each.naam, each.verloopt_op, each.is_over(NOW)) for each in never_in(session=session)]


def test_who_has_a_link_that_works_who_has_one_that_ran_out_and_who_has_none():
    link(make_invited("ako", naam="B"), NOW + DAY)
    link(make_invited("ako", naam="A"), NOW)
    make_invited("lezer", naam="C")

    assert found() == [("A", NOW, True), ("B", NOW + DAY, False), ("C", None, False)]


def test_of_more_links_the_last_counts():
    account = make_invited("ako", naam="A")
    link(account, NOW - DAY)
    link(account, NOW + DAY)

    assert found() == [("A", NOW + DAY, False)]


def test_who_has_a_way_in_or_may_not_come_in_is_not_waited_for():
    make_account("ako", wachtwoord="een lang wachtwoord")
    make_account("ako", onderwerp="https://uitgever.nl|1")
    make_account("ako", uitgezet_op=NOW)
    make_account("ako", gewist_op=NOW)
    make_account("ako", demo=True)
    link(make_account("beheer"), NOW + DAY, gebruikt_op=NOW)

    assert found() == []
