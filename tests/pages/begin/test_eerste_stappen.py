"""From nothing to a first uitvraag: what Begin says is done, and who does what is left."""

from datetime import timedelta

from db import models
from db.engine import write_session
from landkaart.domein.clock import system_now
from landkaart.invoer.aanlevering import Aanlevering
from tests.steps.accounts import make_account, make_invited, open_session, who_has
from tests.steps.acts_files import bring_in
from tests.steps.drive import page_links, texts, visit
from tests.steps.factories import werkplein_record

PASSWORD = {"wachtwoord": "een lang wachtwoord"}


def steps(at) -> list[bool]:
    """Of each of the first steps, whether it is done."""
    found = [each.value for each in at.markdown if each.value.startswith(":material/")]
    return [value.startswith(":material/check_circle:") for value in found]


def test_an_empty_landkaart_leads_to_its_first_uitvraag(database):
    at = visit("begin", rol="beheer")
    assert steps(at) == [False, False, False, False, False]
    assert page_links(at) == {"Upload": "upload", "Uitnodigen": "beheer"}
    assert "Plan de eerste uitvraag: wanneer opent en sluit zij, en wat wordt er gevraagd? Dat doet het AKO." in texts(at)

    make_account("ako", **PASSWORD)
    assert steps(visit("begin", rol="beheer")) == [False, False, True, False, False]
    at = visit("begin", rol="ako")
    assert steps(at) == [False, True, False, False]
    assert page_links(at) == {"Upload": "upload", "Uitvraag plannen": "uitvraag"}
    assert "uit een bestand `accounts`, een enkeling bij Beheer. Dat doet de beheerder." in texts(at)


def test_an_account_of_the_ako_without_a_link_that_works_is_still_to_be_invited(database):
    ako = make_invited("ako")
    at = visit("begin", rol="beheer")
    assert steps(at)[2] is False
    assert "1 account is er al, nog zonder uitnodiging die werkt." in texts(at)

    with write_session() as session:
        link = {"soort": "uitnodiging", "token_hash": "hash", "verloopt_op": system_now() + timedelta(1)}
        session.add(models.Toegangslink(account_id=ako, **link))

    at = visit("begin", rol="beheer")
    assert steps(at)[2] is True
    assert "zonder uitnodiging" not in texts(at)


def test_the_first_beheerder_gives_his_own_address_and_a_password(database):
    adres = {"adres": "beheer@landkaart.invalid"}
    first = who_has(open_session(make_account("beheer", **PASSWORD, **adres))).sessie_id
    assert steps(visit("begin", sessie=first))[0] is False

    assert steps(visit("begin", sessie=who_has(open_session(make_account("beheer", **PASSWORD))).sessie_id))[0] is True


def test_each_step_that_is_taken_is_done_and_after_the_last_the_uitvraag_is_shown(database):
    bring_in(Aanlevering(werkpleinen=(werkplein_record("assen"), werkplein_record("delft"))))
    make_account("ako", **PASSWORD)
    make_account("werkplein", ["assen"])
    assert steps(visit("begin", rol="ako")) == [True, True, False, False]
    assert "1 van 2 heeft er een." in texts(visit("begin", rol="ako"))

    make_account("werkplein", ["delft"])
    assert steps(visit("begin", rol="ako")) == [True, True, True, False]


def test_who_only_looks_reads_that_there_is_nothing_yet(database):
    at = visit("begin")

    assert steps(at) == []
    assert "Er is nog geen tertaal gesloten" in texts(at)
