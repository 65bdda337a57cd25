"""Who is erased is gone from every place, the file itself included; what he did stays, under a number."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlalchemy.exc import DBAPIError
from sqlmodel import select

from db import models
from db.actions import accounts as acts
from db.actions.afspraken import make_afspraak
from db.actions.akkoorden import give_akkoord
from db.actions.contacten import set_contact
from db.actions.indicaties import give_indicatie
from db.actions.indieningen import submit
from db.actions.mailings import claim, settle, start_mailing
from db.actions.sessies import note_request, use_link
from db.actions.tweede_factor import give_noodcodes
from db.actions.uitzonderingen import give_uitstel
from db.actions.werkpleinen import merge_werkplein
from db.engine import close, read_session, write_session
from db.queries.accounts import account, accounts, by_adres, by_link
from landkaart.domein.account import Profiel
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import NietAangemeld, OngeldigeInvoer
from landkaart.domein.herinnering import BerichtStatus, HerinnerGroep
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.rechten import Gebruiker
from landkaart.domein.rollen import Rol
from landkaart.settings import database_url
from tests.steps.accounts import fail, make_account, open_session, who_has
from tests.steps.perform import perform
from tests.steps.small_landkaart import BREDA, DURING, NU, act, answer_all, everything, log

ADRES, OUD = "mies.van.overveen@gemeente.nl", "m.overveen-oud@gemeente.nl"
NAAM, EERDER = "Mies van Overveen-Qvist", "Mies Qvist"
WHEN = datetime.fromisoformat("2009-09-08T12:00")
MAIL = {"tertaal": NU, "groep": HerinnerGroep.NIET_BEGONNEN, "onderwerp": "Landkaart", "tekst": "{link}", "sleutel": "1"}


def invited(naam: str, adres: str, rol: Rol = Rol.WERKPLEIN, werkpleinen=("assen",)) -> int:
    token = perform(acts.invite, adres=adres, profiel=Profiel(naam, "UWV", rol, werkpleinen))
    with write_session() as session:
        return use_link(session=session, token=token, wachtwoord_hash="geheim", now=system_now()).account.id


def signed_in(account_id: int) -> Gebruiker:
    return who_has(open_session(account_id)).gebruiker


@pytest.fixture
def mies(small_landkaart) -> int:
    """A manager who did everything there is to do, had another name and another address, and was mailed."""
    number = invited(EERDER, OUD)
    by = signed_in(number)
    answer_all(by=by)
    act(submit, by=by)
    act(give_akkoord, versie=1, by=by)
    perform(make_afspraak, by=by, werkplein="assen", wat="Kijken in Breda.", wie=EERDER, wanneer=date(2009, 10, 1))
    perform(acts.change, account_id=number, profiel=Profiel(NAAM, "UWV", Rol.WERKPLEIN, ("assen", "breda")))
    token = perform(acts.change_address, account_id=number, adres=ADRES)
    with write_session() as session:
        use_link(session=session, token=token, wachtwoord_hash="geheim", now=system_now())
        fail(session, adres=ADRES, herkomst="10.0.0.1")
        note_request(session=session, adres=OUD, herkomst="10.0.0.1")
    refuse_mail(perform(start_mailing, nogmaals=False, **MAIL))
    for gedeeld in (False, True):
        perform(set_contact, by=signed_in(number), werkplein="breda", naam=NAAM, adres=ADRES, gedeeld=gedeeld)
    perform(merge_werkplein, code="assen", into="breda", tot=date(2031, 1, 1))
    return number


def refuse_mail(mailing: int) -> None:
    """The mail server answered with the address that it did not know, in letters of its own."""
    said = f"de mailserver weigert: 550 5.1.1 <{ADRES.upper()}>: Recipient {ADRES} unknown"
    while brief := perform(claim, mailing_id=mailing):
        refused = brief.ontvanger.adres == ADRES
        status, melding = (BerichtStatus.MISLUKT, said) if refused else (BerichtStatus.VERZONDEN, None)
        perform(settle, bericht_id=brief.bericht_id, status=status, melding=melding)


def mentions(*words: str) -> dict[str, list]:
    """Rows by table in which one of these stands, whatever the column."""
    found = {name: [row for row in rows if any(word in repr(row) for word in words)] for name, rows in everything().items()}
    return {name: rows for name, rows in found.items() if rows}


def test_what_is_looked_for_is_there_before(mies):
    there = mentions(ADRES, OUD, NAAM, EERDER)

    assert set(there) == {"account", "logregel", "indiening", "afspraak", "bericht", "werkplein", "poging"}


def test_nothing_of_who_was_erased_stands_anywhere(mies):
    perform(acts.erase, account_id=mies)

    assert mentions(ADRES, ADRES.upper(), OUD, NAAM, EERDER, "Qvist", "overveen") == {}
    with read_session() as session:
        for model in (models.Sessie, models.Toegangslink, models.AccountWerkplein):
            assert session.exec(select(model).where(model.account_id == mies)).all() == []
        assert account(session=session, account_id=mies) is None
        assert mies not in [each.id for each in accounts(session=session)]


def test_nor_in_the_file_itself(mies, database):
    if database != "sqlite":
        pytest.skip("PostgreSQL keeps its own files")
    perform(acts.erase, account_id=mies)
    close(database_url())

    content = Path(database_url().removeprefix("sqlite:///")).read_bytes()
    assert b"Breda" in content
    for word in (ADRES, OUD, NAAM, EERDER):
        assert word.encode() not in content


def test_nor_any_way_in_that_he_had(small_landkaart):
    bound = {"onderwerp": "https://aanmelden.nl|j-1", "gekoppeld_op": DURING, "koppelbaar": True}
    number = make_account("lezer", totp="A" * 32, totp_stap=5, **bound)
    with write_session() as session:
        give_noodcodes(session, number)

    perform(acts.erase, account_id=number)

    with read_session() as session:
        row = session.get(models.Account, number)
        assert session.exec(select(models.Noodcode)).all() == []
    assert (row.totp_geheim, row.totp_stap, row.onderwerp, row.gekoppeld_op, row.koppelbaar) == (None,) * 4 + (False,)


def test_what_was_done_stays_under_a_number(mies):
    before = [line for line in log("handeling", "account_id", "moment", "tertaal", "weg") if line[1] == mies]

    perform(acts.erase, account_id=mies)

    assert [line for line in log("handeling", "account_id", "moment", "tertaal", "weg") if line[1] == mies] == before
    assert {door for door, number in log("door", "account_id") if number == mies} == {f"account {mies}"}
    with read_session() as session:
        assert session.exec(select(models.Indiening.door)).one() == f"account {mies}"
        assert session.exec(select(models.Akkoord.account_id)).one() == mies
        assert session.exec(select(models.Afspraak.door, models.Afspraak.wie)).one() == (f"account {mies}",) * 2
        assert session.get(models.Account, mies).naam == f"account {mies}"
    door, oud, nieuw = log("door", "oud", "nieuw")[-1]
    assert (door, oud) == ("opdrachtregel", None)
    assert json.loads(nieuw) == {"account": mies, "gewist": True, "was_contact_van": ["breda"]}


def test_nothing_else_changes_a_line_of_the_log_afterwards(mies):
    perform(acts.erase, account_id=mies)

    with read_session() as session:
        assert session.get(models.Instelling, "logboek_wissen") is None
    with pytest.raises(DBAPIError, match="alleen toevoegen"), write_session() as session:
        session.execute(update(models.Logregel).values(door="een ander"))


def test_who_has_the_same_name_keeps_it(mies, set_clock):
    """By her own name in the log and in what she did; by her address in what was changed."""
    set_clock(DURING + timedelta(hours=1))
    other = invited(NAAM, "andere.mies@gemeente.nl", Rol.AKO, ())
    by = signed_in(other)
    perform(give_uitstel, by=by, werkplein="breda", tertaal=NU, tot=WHEN, reden="Ziekte.")
    perform(give_indicatie, by=by, werkplein="breda", tertaal=NU, indicatie=Indicatie.DIT_JAAR, notitie="")

    perform(acts.erase, account_id=mies)

    assert set(mentions(NAAM)) == {"account", "logregel", "uitstel", "ako_indicatie"}
    assert {number for door, number in log("door", "account_id") if door == NAAM} == {other}
    with read_session() as session:
        assert account(session=session, account_id=other).naam == NAAM


def test_the_last_beheerder_cannot_be_erased(small_landkaart):
    only = make_account("beheer", wachtwoord="een lang wachtwoord")

    with pytest.raises(OngeldigeInvoer, match="laatste beheerder"):
        perform(acts.erase, account_id=only)


def test_who_was_erased_is_out_at_once_and_cannot_be_erased_or_let_in_again(mies):
    by = signed_in(mies)
    perform(acts.erase, account_id=mies)

    with pytest.raises(NietAangemeld):
        act(submit, by=by)
    for again in (acts.erase, acts.enable, acts.reset):
        with pytest.raises(OngeldigeInvoer, match="bestaat niet meer"):
            perform(again, account_id=mies)


def test_the_address_of_who_was_erased_can_be_invited_anew(mies):
    perform(acts.erase, account_id=mies)

    assert invited(NAAM, ADRES) != mies


# Another address


def test_another_address_ends_all_that_hung_on_the_old_one(small_landkaart):
    number = invited("Jan", "jan@gemeente.nl")
    by = signed_in(number)

    token = perform(acts.change_address, account_id=number, adres=" Jan@UWV.nl ")

    with read_session() as session:
        found = account(session=session, account_id=number)
    assert (found.adres, found.heeft_wachtwoord) == ("jan@uwv.nl", False)
    with pytest.raises(NietAangemeld):
        act(submit, by=by)
    oud, nieuw = map(json.loads, log("oud", "nieuw")[-1])
    assert (oud["adres"], nieuw["adres"]) == ("jan@gemeente.nl", "jan@uwv.nl")
    with write_session() as session:
        assert use_link(session=session, token=token, wachtwoord_hash="nieuw", now=system_now()).account.id == number


def test_with_another_address_a_binding_ends_and_a_second_factor_stays(small_landkaart):
    bound = {"onderwerp": "https://aanmelden.nl|j-1", "gekoppeld_op": DURING}
    number = make_account("lezer", totp="A" * 32, **bound)
    with write_session() as session:
        give_noodcodes(session, number)

    token = perform(acts.change_address, account_id=number, adres="jan@uwv.nl")

    with read_session() as session:
        found = account(session=session, account_id=number)
        link = by_link(session=session, token=token, now=system_now())
    assert (found.koppeling, found.koppelbaar, found.heeft_totp, found.noodcodes) == (None, False, True, 10)
    assert (link.soort, link.factor_uit) == ("uitnodiging", False)


def test_who_was_invited_at_a_wrong_address_is_not_bound_by_the_right_one(small_landkaart):
    """He chooses a password by the link; a new invitation lets him be bound."""
    perform(acts.invite, adres="fout@gemeente.nl", profiel=Profiel("Jan", "UWV", Rol.LEZER, ()))
    with read_session() as session:
        number = by_adres(session=session, adres="fout@gemeente.nl").id

    perform(acts.change_address, account_id=number, adres="jan@uwv.nl")
    with read_session() as session:
        assert account(session=session, account_id=number).koppelbaar is False
    perform(acts.reset, account_id=number)
    with read_session() as session:
        assert account(session=session, account_id=number).koppelbaar is True


@pytest.mark.parametrize("way_in", [{"wachtwoord": "een lang wachtwoord"}, {"onderwerp": "https://aanmelden.nl|b-1"}])
def test_the_last_beheerder_keeps_his_address_whatever_he_comes_in_by(small_landkaart, way_in):
    only = make_account("beheer", **way_in)

    with pytest.raises(OngeldigeInvoer, match="laatste beheerder"):
        perform(acts.change_address, account_id=only, adres="ander@gemeente.nl")


@pytest.mark.parametrize(
    ("adres", "sentence"),
    [
        ("geen adres", "geen e-mailadres"),
        ("9002@voorbeeld.nl", "al een account"),
        ("9001@voorbeeld.nl", "heeft het account al"),
    ],
)
def test_an_address_that_cannot_be_is_refused(small_landkaart, adres, sentence):
    before = everything()

    with pytest.raises(OngeldigeInvoer, match=sentence):
        perform(acts.change_address, account_id=9001, adres=adres)

    assert everything() == before


def test_the_last_beheerder_keeps_his_way_in(small_landkaart):
    only = make_account("beheer", wachtwoord="een lang wachtwoord")

    with pytest.raises(OngeldigeInvoer, match="laatste beheerder"):
        perform(acts.change_address, account_id=only, adres="anders@gemeente.nl")


def test_who_is_off_gets_no_other_address(small_landkaart):
    perform(acts.disable, account_id=BREDA.account_id)

    with pytest.raises(OngeldigeInvoer, match="staat uit"):
        perform(acts.change_address, account_id=BREDA.account_id, adres="anders@gemeente.nl")
