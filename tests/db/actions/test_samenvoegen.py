"""A werkplein that goes up in another one."""

import json

import pytest

from db.engine import read_session
from db.queries.accounts import account
from db.queries.stands import stand
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.tertaal import Tertaal
from tests.steps.accounts import make_account
from tests.steps.werkpleinen import NEW_YEAR, close, everything, kept, lines, merge


def test_a_merged_werkplein_closes_and_says_into_what(beheer):
    merge(beheer)

    assert (kept("harderwijk").actief_tot, kept("harderwijk").opgegaan_in) == (NEW_YEAR, "barneveld")
    assert kept("barneveld").actief_tot is None


def test_after_a_merger_history_stays_under_both_names(beheer):
    def bands():
        with read_session() as session:
            return stand(session=session, tertaal=Tertaal(2009, 2)).bands.loc[["barneveld", "harderwijk"]]

    before = bands()
    merge(beheer)

    assert bands().equals(before)


def test_accounts_of_the_merged_one_get_the_other_as_well(beheer):
    both = make_account("werkplein", ["harderwijk", "barneveld"], naam="van allebei")
    one = make_account("werkplein", ["harderwijk"], naam="van Harderwijk")
    elsewhere = make_account("werkplein", ["assen"], naam="van Assen")

    merge(beheer)

    with read_session() as session:
        own = {number: account(session=session, account_id=number).werkpleinen for number in (both, one, elsewhere)}
    assert own == {both: ("barneveld", "harderwijk"), one: ("barneveld", "harderwijk"), elsewhere: ("assen",)}
    nieuw = json.loads(lines("harderwijk")[-1].nieuw)
    assert nieuw == {
        "code": "harderwijk",
        "actief_tot": "2010-01-01",
        "opgegaan_in": "barneveld",
        "accounts_erbij": ["Demo Werkplein", "van Harderwijk"],
    }


def test_a_merger_leaves_one_log_line(beheer):
    before = everything()[-1]

    merge(beheer)

    assert everything()[-1] == before + 1


@pytest.mark.parametrize(
    ("code", "into", "tot", "sentence"),
    [
        ("harderwijk", "harderwijk", NEW_YEAR, "Een werkplein kan niet in zichzelf opgaan."),
        ("harderwijk", "tiel", NEW_YEAR, "Tiel is zelf gesloten."),
        ("tiel", "harderwijk", NEW_YEAR, "Tiel is al gesloten"),
        ("harderwijk", "nergens", NEW_YEAR, "Dit werkplein bestaat niet."),
        ("nergens", "harderwijk", NEW_YEAR, "Dit werkplein bestaat niet."),
        ("harderwijk", None, NEW_YEAR, "Kies het werkplein waar het in opgaat."),
        ("harderwijk", "barneveld", None, "Kies een dag."),
    ],
)
def test_a_merger_that_cannot_be_is_refused_and_nothing_changes(beheer, code, into, tot, sentence):
    close(beheer, "tiel")
    before = everything()

    with pytest.raises(OngeldigeInvoer, match=sentence):
        merge(beheer, code, into, tot)

    assert everything() == before
