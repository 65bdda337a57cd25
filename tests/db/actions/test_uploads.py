"""What somebody agreed to comes in, and nothing else does."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from sqlalchemy import delete, select, update

from db import models
from db.act import rehearse
from db.actions.aanleveringen import import_aanlevering
from db.actions.accounts import add_demo_accounts
from db.actions.uploads import IntussenVeranderd, take_in
from db.actions.werkpleinen import rename_werkplein
from db.engine import read_session, write_session
from landkaart.domein.band import Band
from landkaart.domein.clock import midnight
from landkaart.domein.ingelezen import Anders, Ingelezen, Rij, merk_of
from landkaart.domein.rechten import Gebruiker, operator
from landkaart.domein.rollen import Rol
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.faults import Geweigerd
from landkaart.invoer.records import AntwoordRecord, IndicatieRecord, VraagRecord
from tests.steps.acts_files import bring_in, bring_in_before, delivery
from tests.steps.factories import invulling_record, werkplein_record
from tests.steps.perform import perform
from tests.steps.small_landkaart import AKO, BEHEER, CODES, NU, VISIE, everything, keep_person, log

pytestmark = pytest.mark.usefixtures("small_landkaart")


def shown(aanlevering: Aanlevering) -> dict[str, Ingelezen]:
    """What somebody is shown of it."""
    return rehearse(operator(), partial(import_aanlevering, aanlevering=aanlevering))


def agree(aanlevering: Aanlevering, merk: str, by: Gebruiker = AKO) -> dict[str, Ingelezen]:
    return perform(take_in, by, aanlevering=aanlevering, na_sluiting=False, agreed=merk)


def test_to_show_it_changes_nothing():
    bring_in_before()
    before = everything()

    shown(delivery())

    assert everything() == before


def test_what_was_shown_is_what_comes_in():
    keep_person(BEHEER, Rol.BEHEER)
    bring_in_before()
    found = shown(delivery())

    assert agree(delivery(), merk_of(found), BEHEER) == found
    assert bring_in() == dict.fromkeys(found, 0)
    assert set(log("door", "weg")[-3:]) == {(BEHEER.naam, "import")}


def test_of_accounts_and_contacten_it_says_too_what_they_were():
    bring_in()
    account, contact = delivery().accounts[0], delivery().contacten[0]
    others = {"accounts": (replace(account, naam="Jan Jansen", coordinator=()),)}
    others |= {"contacten": (replace(contact, adres="anders@assen.nl"),)}

    found = shown(Aanlevering(**others))

    assert found["accounts"].gewijzigd == [
        Rij("jan@uwv.nl", None, (Anders("naam", "Jan", "Jan Jansen"), Anders("coordinator", ["delft"], [])))
    ]
    assert found["contacten"].gewijzigd == [Rij("Assen", None, (Anders("adres", "jo@assen.nl", "anders@assen.nl"),))]


def test_of_what_becomes_another_it_says_what_it_was():
    bring_in_before()
    perform(import_aanlevering, operator(), aanlevering=Aanlevering(indicaties=(judged("niet"),)))

    found = shown(delivery())

    [scores] = found["scores"].gewijzigd
    assert scores.anders == (
        Anders("ingevuld_op", midnight(date(2009, 8, 2)), midnight(date(2009, 8, 3))),
        *changed_answers(),
    )
    assert found["ako_indicatie"].gewijzigd == [Rij("Assen", NU, (Anders("indicatie", "niet", "dit_jaar"),))]


def judged(indicatie: str) -> IndicatieRecord:
    return IndicatieRecord("assen", NU, indicatie, "ako_indicatie.csv", 2)


def changed_answers() -> list[Anders]:
    found = []
    for code in CODES:
        found.append(Anders(code, Band.NIET, Band.GEDEELTELIJK))
        if code == VISIE:
            found.append(Anders(f"toelichting bij {code}", None, "Ingelezen."))
    return found


def test_when_what_it_would_change_became_another_nothing_comes_in():
    for each, rol in ((AKO, Rol.AKO), (BEHEER, Rol.BEHEER)):
        keep_person(each, rol)
    given = Aanlevering(werkpleinen=(werkplein_record("assen", naam="Assen Noord"),))
    merk = merk_of(shown(given))
    perform(rename_werkplein, BEHEER, code="assen", naam="Assen Zuid", vanaf=date(2009, 8, 1))
    before = everything()

    with pytest.raises(IntussenVeranderd, match=r"Er is niets ingelezen\."):
        agree(given, merk)

    assert everything() == before


def test_something_else_that_changed_meanwhile_stands_in_no_way():
    for each, rol in ((AKO, Rol.AKO), (BEHEER, Rol.BEHEER)):
        keep_person(each, rol)
    given = Aanlevering(werkpleinen=(werkplein_record("assen", naam="Assen Noord"),))
    merk = merk_of(shown(given))
    perform(rename_werkplein, BEHEER, code="breda", naam="Baronie", vanaf=date(2009, 8, 1))

    assert agree(given, merk)["werkpleinen"].changed == 1


def test_an_answer_to_a_vraag_that_is_gone_by_now_is_refused_by_file_and_line():
    keep_person(AKO, Rol.AKO)
    bring_in(Aanlevering(vragen=(VraagRecord("integraal", NU, "Lukt het?", "vragen.csv", 2),)))
    given = Aanlevering(antwoorden=(AntwoordRecord("assen", NU, "integraal", "ja", None, "antwoorden.csv", 2),))
    merk = merk_of(shown(given))
    with write_session() as session:
        session.execute(delete(models.Vraag))

    with pytest.raises(Geweigerd, match=r"^antwoorden\.csv, regel 2, kolom vraag: "):
        agree(given, merk)


def demo_accounts_that_are_on() -> int:
    with read_session() as session:
        return len(
            session.execute(select(models.Account.id).where(models.Account.demo, models.Account.uitgezet_op.is_(None))).all()
        )


@pytest.mark.parametrize("by_practice", [True, False], ids=["by a demo account", "by somebody"])
def test_what_a_demo_account_brings_in_is_practice_and_what_anybody_else_does_ends_the_demo_accounts(by_practice):
    keep_person(AKO, Rol.AKO)
    keep_person(BEHEER, Rol.BEHEER)
    bring_in(Aanlevering(werkpleinen=(werkplein_record("harderwijk"),)))
    perform(add_demo_accounts, BEHEER, wachtwoord_hash="geheim")
    on = demo_accounts_that_are_on()
    if by_practice:
        with write_session() as session:
            session.execute(update(models.Account).where(models.Account.id == AKO.account_id).values(demo=True))
    given = Aanlevering(invullingen=(invulling_record("assen", NU, "1", day=date(2009, 8, 3)),))

    agree(given, merk_of(shown(given)))

    assert on > 0
    assert demo_accounts_that_are_on() == (on + 1 if by_practice else 0)
