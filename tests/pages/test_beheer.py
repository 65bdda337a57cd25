"""The page Beheer as a beheerder uses it: invite, change, take away; werkpleinen that come, close and merge."""

import re
from datetime import date

import pytest

from db.actions import accounts as acts
from db.engine import read_session, write_session
from db.queries.accounts import accounts, by_link
from db.queries.clock import clock
from db.queries.werkpleinen import werkplein
from landkaart.domein.clock import system_now
from landkaart.domein.rechten import operator
from landkaart.domein.rollen import Rol
from tests.accounts import make_account, open_session, session_of, who_has
from tests.pages.drive import texts, visit

LINK = re.compile(r"http://localhost:8501/toegang/([\w-]{43})")


@pytest.fixture
def page(landkaart_2009):
    return visit("beheer.py", rol="beheer")


def named(elements, label, place=""):
    """The one with this label; `place`: the beginning of its key."""
    [found] = [element for element in elements if element.label == label and (element.key or "").startswith(place)]
    return found


def click(at, label, place=""):
    return named(at.button, label, place).click().run()


def fill(at, place, **fields):
    """By the names of the fields, in the round that the form of this place is in; `at` is not run."""
    done = at.session_state["gedaan"].get(place, 0) if "gedaan" in at.session_state else 0
    for name, value in fields.items():
        at.get_by_key(f"{place}-{name}-{done}").set_value(value)
    return at


def open_row(at, row):
    at.button(key=f"openen-{row}").click().run()
    return at


def found(adres):
    with read_session() as session:
        return next((account for account in accounts(session=session) if account.adres == adres), None)


def kept(code):
    with read_session() as session:
        return werkplein(session=session, code=code)


def links(at):
    return [LINK.fullmatch(element.value)[1] for element in at.code]


def invite(at, **other):
    person = {"adres": "Iemand@gemeente.nl", "naam": "Iemand", "organisatie": "Gemeente Assen", "werkpleinen": ["assen"]}
    fill(at, "uitnodigen", **person | other)
    return click(at, "Uitnodigen")


def open_werkpleinen(at, row=None):
    at.session_state["beheer-deel"] = "Werkpleinen"
    at.run()
    return open_row(at, row) if row else at


@pytest.mark.parametrize("rol", ["werkplein", "ako", "lezer"])
def test_only_a_beheerder_has_this_page(landkaart_2009, rol):
    with pytest.raises(ValueError):
        visit("beheer.py", rol=rol, werkpleinen=["assen"] if rol == "werkplein" else [])


def test_every_account_is_shown_with_what_it_is_and_may(page):
    assert not page.exception
    said = texts(page)
    for rol in Rol:
        assert f"**Demo {rol.label}**" in said
        assert rol.zin in said
    assert "Werkpleinen: Assen, Harderwijk" in said
    assert "127 werkpleinen** open" in said


def test_an_account_says_whether_it_can_come_in(landkaart_2009):
    make_account("ako", naam="Wacht nog", adres="wacht@ako.nl")
    make_account("ako", naam="Doet mee", wachtwoord="een lang wachtwoord", totp_geheim="A" * 32)
    gone = make_account("ako", naam="Is weg")
    with write_session() as session:
        acts.disable(session=session, account_id=gone, by=operator(), clock=clock(session=session))

    said = texts(visit("beheer.py", rol="beheer"))

    assert "Uitgenodigd, nog geen wachtwoord  \nTweede factor uit" in said
    assert "Actief  \nTweede factor aan" in said
    assert "Uitgezet sinds 1 december 2009  \nTweede factor uit" in said


def test_an_invitation_gives_a_link_to_pass_on_and_says_what_the_database_has(page):
    invite(page)

    [token] = links(page)
    with read_session() as session:
        account, soort = by_link(session=session, token=token, now=system_now())
    assert (account.adres, account.werkpleinen, soort) == ("iemand@gemeente.nl", ("assen",), "uitnodiging")
    said = texts(page)
    assert "Iemand (iemand@gemeente\\.nl), Gemeente Assen, rol Werkplein, werkpleinen Assen, uitgenodigd" in said
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
    page = open_row(visit("beheer.py", rol="beheer"), f"account-{them}")

    fill(page, f"account-{them}", naam="Iemand Anders", organisatie="UWV", rol=Rol.AKO)
    click(page, "Opslaan", f"account-{them}")

    account = found("iemand@uwv.nl")
    assert (account.naam, account.organisatie, account.rol) == ("Iemand Anders", "UWV", Rol.AKO)
    assert who_has(cookie) is None
    assert "Iemand Anders (iemand@uwv\\.nl), UWV, rol AKO, uitgenodigd" in page.success[0].value


def test_an_account_goes_off_and_on(landkaart_2009):
    them = make_account("lezer", adres="iemand@uwv.nl", wachtwoord="een lang wachtwoord")
    page = open_row(visit("beheer.py", rol="beheer"), f"account-{them}")

    click(page, "Uitzetten")
    assert found("iemand@uwv.nl").uitgezet_op is not None
    assert "uitgezet sinds 1 december 2009." in page.success[0].value

    click(page, "Weer aanzetten")
    assert found("iemand@uwv.nl").uitgezet_op is None
    assert "actief." in page.success[0].value


def test_a_reset_link_is_for_an_hour(landkaart_2009):
    them = make_account("lezer", wachtwoord="een lang wachtwoord")
    page = open_row(visit("beheer.py", rol="beheer"), f"account-{them}")

    click(page, "Herstellink maken")

    [token] = links(page)
    with read_session() as session:
        assert by_link(session=session, token=token, now=system_now())[1] == "herstel"
    assert "werkt één keer en is 1 uur geldig" in texts(page)


def test_the_last_beheerder_cannot_take_himself_away(database):
    sessie = session_of("beheer")
    page = open_row(visit("beheer.py", sessie=sessie), "account-1")

    click(page, "Uitzetten")

    assert page.error[0].value == "Dit is de laatste beheerder. Zorg eerst dat een andere beheerder kan aanmelden."
    assert found("beheer-1@voorbeeld.nl").uitgezet_op is None


def test_who_was_disabled_meanwhile_changes_nothing_from_his_open_page(page):
    by = page.session_state["wie"]
    with write_session() as session:
        acts.disable(session=session, account_id=by.account_id, by=operator(), clock=clock(session=session))

    invite(page)

    assert found("iemand@gemeente.nl") is None
    assert [error.value for error in page.error] == [
        "U bent niet meer aangemeld. Meld u opnieuw aan; wat u eerder opsloeg is bewaard."
    ]


def test_names_are_shown_as_they_were_typed(page):
    invite(page, naam="[x](javascript:alert(1)) https://voorbeeld.nl")

    assert "\\[x\\]\\(javascript\\:alert\\(1\\)\\) https\u2060\\:" in texts(page)


def test_searching_pays_no_heed_to_capitals_and_accents(page):
    open_werkpleinen(page)

    page.text_input(key="werkpleinen-zoeken").set_value("ijMÓND").run()

    assert [button.key for button in page.button if button.label == "Wijzigen"] == ["openen-werkplein-ijmond"]


def test_what_is_not_there_is_said(page):
    page.text_input(key="accounts-zoeken").set_value("nergens").run()

    assert [info.value for info in page.info] == ["Niets gevonden bij ‘nergens’."]


def test_a_werkplein_is_added(page):
    open_werkpleinen(page)
    texts_given = {"naam": "Urk", "code": "urk", "plaats": "Urk", "gemeente": "Urk"}
    chosen = {"provincie": "Flevoland", "arbeidsmarktregio": "Flevoland", "breedtegraad": 52.66, "lengtegraad": 5.6}

    fill(page, "werkplein-erbij", **texts_given, **chosen)
    click(page, "Toevoegen")

    assert (kept("urk").naam, kept("urk").provincie, kept("urk").actief_van) == ("Urk", "Flevoland", date(2009, 12, 1))
    assert "Urk (code urk), Urk. Open; Open met ingang van 1 december 2009." in page.success[0].value


def test_a_form_with_gaps_is_answered_with_a_sentence(page):
    open_werkpleinen(page)

    click(page, "Toevoegen")

    assert page.error[0].value.startswith("Een code heeft 1 tot 60 tekens")


def test_a_renamed_werkplein_shows_its_former_name_and_is_found_by_it(page):
    open_werkpleinen(page, "werkplein-assen")

    fill(page, "hernoemen-assen", naam="Noord-Drenthe")
    click(page, "Naam opslaan")

    assert kept("assen").naam == "Noord-Drenthe"
    page.text_input(key="werkpleinen-zoeken").set_value("assen").run()
    assert "**Noord\\-Drenthe**" in texts(page)
    assert ":small[Tot 1 december 2009: Assen]" in texts(page)


def test_closing_asks_for_a_tick_first(page):
    open_werkpleinen(page, "werkplein-assen")
    assert named(page.button, "Werkplein sluiten").disabled

    fill(page, "sluiten-assen", tot=date(2010, 1, 1), zeker=True).run()
    click(page, "Werkplein sluiten")

    assert kept("assen").actief_tot == date(2010, 1, 1)
    assert "Gesloten met ingang van 1 januari 2010" in page.success[0].value
    assert [button.key for button in page.button if button.label == "Werkplein sluiten"] == []


def test_a_merged_werkplein_says_into_what(page):
    open_werkpleinen(page, "werkplein-assen")

    fill(page, "samenvoegen-assen", into="barneveld", zeker=True).run()
    click(page, "Werkpleinen samenvoegen")

    assert kept("assen").opgegaan_in == "barneveld"
    assert "Gesloten met ingang van 1 december 2009; Opgegaan in Barneveld." in page.success[0].value
    assert found("werkplein@demo.nl").werkpleinen == ("assen", "barneveld", "harderwijk")


def test_without_a_choice_nothing_merges(page):
    open_werkpleinen(page, "werkplein-assen")

    fill(page, "samenvoegen-assen", zeker=True).run()
    click(page, "Werkpleinen samenvoegen")

    assert page.error[0].value == "Kies het werkplein waar het in opgaat."
    assert kept("assen").actief_tot is None
