"""Accounts and contacten out of files: all or nothing, once, by the rules of the screen; on both kinds of database."""

import json
from datetime import date

import pytest
from sqlmodel import select

from db import models
from db.actions.aanleveringen import import_aanlevering, reference_faults
from db.actions.accounts import disable
from db.actions.contacten import set_contact
from db.actions.import_admission import admission_faults
from db.engine import read_session
from db.queries.accounts import accounts, by_adres
from db.queries.clock import clock
from db.queries.werkpleinen import contact
from landkaart.domein.rollen import Rol
from landkaart.domein.werkplein import Contact
from landkaart.invoer.aanlevering import read_paths
from landkaart.invoer.faults import Geweigerd
from tests.steps import files
from tests.steps.accounts import make_account, open_session, who_has
from tests.steps.perform import perform
from tests.steps.small_landkaart import everything, keep, make_werkplein

pytestmark = pytest.mark.usefixtures("small_landkaart")
LEADS = "adres,naam,organisatie,rol,werkpleinen,coordinator"
JAN = "jan@uwv.nl,Jan,UWV,werkplein,assen"


@pytest.fixture
def bring(tmp_path):
    """`bring("accounts", row, row, by=…)`: a delivery of one file comes in; what came of it."""

    def take(name: str, *rows: str, header: str = files.ACCOUNTS, by=None):
        text = files.contacten(*rows) if name == "contacten" else files.accounts(*rows, header=header)
        delivery = read_paths([files.write(tmp_path, f"{name}.csv", text)])
        assert delivery.faults == ()
        return perform(import_aanlevering, by, aanlevering=delivery)[name]

    return take


@pytest.fixture
def faults(tmp_path):
    """Of rows of accounts: what the database has against them."""

    def find(*rows: str, header: str = files.ACCOUNTS) -> list[str]:
        delivery = read_paths([files.write(tmp_path, "accounts.csv", files.accounts(*rows, header=header))])
        with read_session() as session:
            found = reference_faults(session=session, aanlevering=delivery)
            now = clock(session=session).now()
            found += admission_faults(session=session, aanlevering=delivery, now=now)
        return [f"{fault.kolom}: {fault.reden}" for fault in (*delivery.faults, *found)]

    return find


def found(adres: str):
    with read_session() as session:
        return by_adres(session=session, adres=adres)


def last_line() -> models.Logregel:
    with read_session() as session:
        wanted = select(models.Logregel).where(models.Logregel.handeling.in_(["account", "contact"]))
        return session.exec(wanted.order_by(models.Logregel.id.desc())).first()


def test_new_accounts_come_in_with_their_werkpleinen_and_no_way_in(bring):
    came = bring("accounts", JAN, "ako@ako.nl,Ans,,ako,", '"piet@assen.nl",Piet,Assen,werkplein,"assen,breda"')

    assert ([row.naam for row in came.nieuw], came.gelijk) == (["jan@uwv.nl", "ako@ako.nl", "piet@assen.nl"], 0)
    piet = found("piet@assen.nl")
    assert (piet.naam, piet.organisatie, piet.rol, piet.werkpleinen) == ("Piet", "Assen", Rol.WERKPLEIN, ("assen", "breda"))
    assert (piet.can_sign_in, piet.koppelbaar, piet.coordinator_van) == (False, False, ())
    assert found("ako@ako.nl").rol is Rol.AKO


def test_each_account_has_its_line_in_the_log(bring):
    bring("accounts", JAN)

    line = last_line()
    assert (line.weg, line.oud, json.loads(line.nieuw)["werkpleinen"]) == ("import", None, ["assen"])


def test_the_second_time_changes_nothing(bring):
    rows = (JAN + ",ja", "piet@uwv.nl,Piet,UWV,lezer,,")
    bring("accounts", *rows, header=LEADS)
    before = everything()

    again = bring("accounts", *rows, header=LEADS)

    assert (again.changed, again.gelijk) == (0, 2)
    assert everything() == before


def test_who_is_not_in_the_file_stays_as_he_is(bring):
    with read_session() as session:
        before = accounts(session=session)

    bring("accounts", JAN)

    with read_session() as session:
        assert [each for each in accounts(session=session) if each.adres != "jan@uwv.nl"] == before


def test_a_change_says_from_what_to_what_and_an_empty_organisatie_leaves_what_there_is(bring):
    bring("accounts", JAN)

    came = bring("accounts", "jan@uwv.nl,Jan Jansen,,werkplein,breda")

    assert [row.naam for row in came.gewijzigd] == ["jan@uwv.nl"]
    oud, nieuw = json.loads(last_line().oud), json.loads(last_line().nieuw)
    assert (oud["naam"], oud["werkpleinen"]) == ("Jan", ["assen"])
    assert (nieuw["naam"], nieuw["werkpleinen"], nieuw["organisatie"]) == ("Jan Jansen", ["breda"], "UWV")


@pytest.mark.parametrize(
    ("cell", "leads"), [("ja", ("assen", "breda")), ("breda", ("breda",)), ("nee", ()), ("", ("assen",))]
)
def test_of_which_he_is_coordinator_changes_only_when_it_is_said(bring, cell, leads):
    bring("accounts", 'jan@uwv.nl,Jan,,werkplein,"assen,breda",assen', header=LEADS)

    bring("accounts", f'jan@uwv.nl,Jan,,werkplein,"assen,breda",{cell}', header=LEADS)

    assert found("jan@uwv.nl").coordinator_van == leads


@pytest.mark.parametrize(
    ("row", "goes_on"),
    [("Anders,UWV,werkplein,assen", True), ("Jan,,werkplein,breda", False), ("Jan,,lezer,", False)],
    ids=["name", "werkpleinen", "role"],
)
def test_another_role_or_other_werkpleinen_end_the_sessions(bring, row, goes_on):
    cookie = open_session(make_account("werkplein", ["assen"], "Jan", adres="jan@uwv.nl"))

    bring("accounts", f"jan@uwv.nl,{row}")

    assert (who_has(cookie) is not None) is goes_on


def test_who_was_disabled_stays_so(bring):
    perform(disable, account_id=make_account("lezer", naam="Jan", adres="jan@uwv.nl"))

    bring("accounts", "jan@uwv.nl,Jan Jansen,,lezer,")

    assert (found("jan@uwv.nl").naam, found("jan@uwv.nl").uitgezet_op is None) == ("Jan Jansen", False)


def test_a_werkplein_that_is_not_there_is_named_with_all_else(faults):
    assert faults('jan@uwv.nl,Jan,,werkplein,"assen,asten"', "piet,Piet,,werkplein,bredda") == [
        "adres: ‘piet’ is geen e-mailadres. Schrijf één adres als naam@organisatie.nl.",
        "werkpleinen: ‘asten’ is geen bekend werkplein. Is assen bedoeld?",
        "werkpleinen: ‘bredda’ is geen bekend werkplein. Is breda bedoeld?",
    ]


def test_nobody_is_put_on_a_werkplein_that_closes_but_who_has_it_keeps_it(faults, bring):
    bring("accounts", JAN)
    keep(make_werkplein("urk", actief_tot=date(2010, 1, 1)))
    make_account("werkplein", ["urk"], "Piet", adres="piet@uwv.nl")

    assert faults('jan@uwv.nl,Jan,UWV,werkplein,"assen,urk"', "piet@uwv.nl,Pieter,,werkplein,urk") == [
        "werkpleinen: Urk sluit of is gesloten: daar komt niemand meer bij."
    ]


def test_the_last_beheerder_who_can_sign_in_stays_beheerder(faults):
    make_account("beheer", naam="Bea", adres="bea@ako.nl", wachtwoord="een lang wachtwoord")
    make_account("beheer", naam="Bo", adres="bo@ako.nl")

    last = "rol: Dit is de laatste beheerder. Zorg eerst dat een andere beheerder kan aanmelden."
    assert faults("bea@ako.nl,Bea,,lezer,") == [last]
    assert faults("bo@ako.nl,Bo,,lezer,", "bea@ako.nl,Bea,,beheer,") == []
    assert faults("bea@ako.nl,Bea,,lezer,", "nieuw@ako.nl,Nieuw,,beheer,") == [last]


def test_what_is_refused_changes_nothing(bring):
    make_account("beheer", naam="Bea", adres="bea@ako.nl", wachtwoord="een lang wachtwoord")
    before = everything()

    with pytest.raises(Geweigerd, match="laatste beheerder"):
        bring("accounts", JAN, "bea@ako.nl,Bea,,lezer,")

    assert everything() == before


def test_a_contact_comes_in_changes_and_stays_shared_as_it_was(bring):
    perform(set_contact, werkplein="breda", naam="Bo", adres="bo@breda.nl", gedeeld=True)

    came = bring("contacten", "assen,Jo,jo@assen.nl,", "breda,Bo de Boer,bo@breda.nl,")

    assert ([row.naam for row in came.nieuw], [row.naam for row in came.gewijzigd]) == (["Assen"], ["Breda"])
    with read_session() as session:
        assert contact(session=session, code="assen") == Contact("Jo", "jo@assen.nl", False)
        assert contact(session=session, code="breda") == Contact("Bo de Boer", "bo@breda.nl", True)
    assert json.loads(last_line().oud)["naam"] == "Bo"


def test_contacten_too_change_nothing_the_second_time(bring):
    bring("contacten", "assen,Jo,jo@assen.nl,ja")
    before = everything()

    assert bring("contacten", "assen,Jo,jo@assen.nl,ja").gelijk == 1
    assert everything() == before
