"""The page Beheer as a beheerder uses it: invite, change, take away; werkpleinen that come, close and merge."""

import pytest

from db.actions import accounts as acts
from db.engine import read_session
from db.queries.accounts import by_link
from landkaart.domein.clock import system_now
from landkaart.domein.rollen import Rol
from tests.steps.accounts import make_account, open_session, session_of, who_has
from tests.steps.beheer import click, fill, found, invite, links, open_row
from tests.steps.drive import texts, visit
from tests.steps.perform import perform


@pytest.fixture
def page(landkaart_2009):
    return visit("beheer", rol="beheer")


@pytest.mark.parametrize("rol", ["werkplein", "ako", "lezer"])
def test_only_a_beheerder_has_this_page(landkaart_2009, rol):
    with pytest.raises(ValueError):
        visit("beheer", rol=rol, werkpleinen=["assen"] if rol == "werkplein" else [])


def test_every_account_is_shown_with_what_it_is_and_may(page):
    assert not page.exception
    said = texts(page)
    for rol in Rol:
        assert f"**Demo {rol.label}**" in said
        assert rol.zin in said
    assert "Werkpleinen: Assen, Harderwijk" in said
    assert "127 werkpleinen zijn** open" in said


def test_an_account_says_whether_it_can_come_in(landkaart_2009):
    make_account("ako", naam="Wacht nog", adres="wacht@ako.nl")
    make_account("ako", naam="Doet mee", wachtwoord="een lang wachtwoord", totp="A" * 32)
    gone = make_account("ako", naam="Is weg")
    perform(acts.disable, account_id=gone)

    said = texts(visit("beheer", rol="beheer"))

    assert "Nog geen wachtwoord  \nTweede factor uit" in said
    assert "Actief  \nTweede factor aan" in said
    assert "Uitgezet sinds 1 december 2009  \nTweede factor uit" in said


def test_an_invitation_gives_a_link_to_pass_on_and_says_what_the_database_has(page):
    invite(page)

    [token] = links(page)
    with read_session() as session:
        account, soort, _ = by_link(session=session, token=token, now=system_now())
    assert (account.adres, account.werkpleinen, soort) == ("iemand@gemeente.nl", ("assen",), "uitnodiging")
    said = texts(page)
    assert "Iemand (iemand@gemeente\\.nl), Gemeente Assen, rol Werkplein, werkpleinen Assen, nog geen wachtwoord" in said
    assert "werkt één keer en is 7 dagen geldig" in said
    assert page.get_by_key("uitnodigen-naam-1").value == ""


def test_the_link_is_shown_until_it_is_put_away_and_never_again(page):
    invite(page)

    click(page, "Ik heb de link doorgegeven")

    assert links(page) == []
    assert found("iemand@gemeente.nl")


def test_what_cannot_be_is_said_beside_the_form_and_what_was_typed_stays(page):
    invite(page, adres="geen adres")

    assert [error.value for error in page.error] == [
        "Dit is geen e-mailadres. Schrijf het als naam@organisatie.nl, zonder spaties."
    ]
    assert page.get_by_key("uitnodigen-naam-0").value == "Iemand"
    assert found("iemand@gemeente.nl") is None


def test_a_second_try_at_the_same_invitation_leaves_the_first_link_in_sight(page):
    invite(page)
    before = links(page)

    invite(page)

    assert "Er is al een account met dit e-mailadres." in texts(page)
    assert links(page) == before


def test_only_the_role_werkplein_asks_for_werkpleinen(page):
    fill(page, "uitnodigen", adres="ako@ako.nl", naam="Iemand", rol=Rol.AKO).run()

    assert [field.label for field in page.multiselect] == []
    click(page, "Uitnodigen")
    assert (found("ako@ako.nl").rol, found("ako@ako.nl").werkpleinen) == (Rol.AKO, ())


def test_an_account_changes_and_is_signed_out_by_another_role(landkaart_2009):
    them = make_account("lezer", naam="Iemand", adres="iemand@uwv.nl")
    cookie = open_session(them)
    page = open_row(visit("beheer", rol="beheer"), f"account-{them}")

    fill(page, f"account-{them}", naam="Iemand Anders", organisatie="UWV", rol=Rol.AKO)
    click(page, "Opslaan", f"account-{them}")

    account = found("iemand@uwv.nl")
    assert (account.naam, account.organisatie, account.rol) == ("Iemand Anders", "UWV", Rol.AKO)
    assert who_has(cookie) is None
    assert "Iemand Anders (iemand@uwv\\.nl), UWV, rol AKO, nog geen wachtwoord" in page.success[0].value


def test_an_account_goes_off_and_on(landkaart_2009):
    them = make_account("lezer", adres="iemand@uwv.nl", wachtwoord="een lang wachtwoord")
    page = open_row(visit("beheer", rol="beheer"), f"account-{them}")

    click(page, "Uitzetten")
    assert found("iemand@uwv.nl").uitgezet_op is not None
    assert "uitgezet sinds 1 december 2009." in page.success[0].value

    click(page, "Weer aanzetten")
    assert found("iemand@uwv.nl").uitgezet_op is None
    assert "actief." in page.success[0].value


def test_a_reset_link_is_for_an_hour(landkaart_2009):
    them = make_account("lezer", wachtwoord="een lang wachtwoord")
    page = open_row(visit("beheer", rol="beheer"), f"account-{them}")

    click(page, "Herstellink maken")

    [token] = links(page)
    with read_session() as session:
        assert by_link(session=session, token=token, now=system_now())[1] == "herstel"
    assert "werkt één keer en is 1 uur geldig" in texts(page)


def test_the_last_beheerder_cannot_take_himself_away(database):
    sessie = session_of("beheer")
    page = open_row(visit("beheer", sessie=sessie), "account-1")

    click(page, "Uitzetten")

    assert page.error[0].value == "Dit is de laatste beheerder. Zorg eerst dat een andere beheerder kan aanmelden."
    assert found("beheer-1@voorbeeld.nl").uitgezet_op is None


def test_who_was_disabled_meanwhile_changes_nothing_from_his_open_page(page):
    by = page.session_state["bezoek"].visitor
    perform(acts.disable, account_id=by.account_id)

    invite(page)

    assert found("iemand@gemeente.nl") is None
    assert [error.value for error in page.error] == [
        "U bent niet meer aangemeld. Meld u opnieuw aan; wat u eerder opsloeg is bewaard."
    ]


def test_names_are_shown_as_they_were_typed(page):
    invite(page, naam="[x](javascript:alert(1)) https://voorbeeld.nl")

    assert "\\[x\\]\\(javascript\\:alert\\(1\\)\\) https\u2060\\:" in texts(page)
