"""Begin: what each role has to do now, by when, and the way to it."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from db import models
from db.actions.indicaties import give_indicatie
from db.actions.lijsten import fix_lijst
from db.actions.navragen import answer_navraag, ask_navraag
from db.actions.uitvragen import make_uitvraag
from db.actions.vraag_antwoorden import save_vraag_antwoord
from db.actions.vragen import add_vraag
from db.engine import read_session, write_session
from db.queries.navragen import navragen
from landkaart.domein.achterblijvers import Regel
from landkaart.domein.band import Band
from landkaart.domein.clock import system_now
from landkaart.domein.indicatie import Indicatie, NieuwOordeel
from landkaart.domein.invulling import Veld
from landkaart.domein.planning import Planning
from landkaart.domein.rechten import operator
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.vraagvorm import JaNee
from landkaart.web.serving import health
from tests.house.rights_matrix import DATES
from tests.steps.accounts import make_account, make_invited, open_session, who_has
from tests.steps.drive import page_links, texts, visit
from tests.steps.perform import perform
from tests.steps.small_landkaart import submit_all
from tests.steps.uitstel import give_late, who_did_not_submit

NU = Tertaal(2009, 3)
HARDERWIJK = {"rol": "werkplein", "werkpleinen": ["harderwijk"]}


@pytest.fixture(autouse=True)
def healthy(monkeypatch):
    """What is wrong with this machine is not what these tests are about; returns what there is to say."""
    said: list[str] = []
    monkeypatch.setattr(health.CHECKUP, "look", lambda: said)
    return said


def test_it_is_the_first_page_of_everybody(landkaart_2009):
    for rol in ("lezer", "ako", "beheer", "werkplein"):
        at = visit("begin", rol=rol, werkpleinen=["assen"] if rol == "werkplein" else [])

        assert not at.exception
        assert [title.value for title in at.title] == ["Begin"]
        assert "In 2009-2 staan 125 werkpleinen gemiddeld op **67%**, 2 punten meer dan in 2009-1." in texts(at)


def test_a_link_of_before_still_leads_to_the_national_page(landkaart_2009):
    at = visit("begin", tertaal="2009-1")

    assert [title.value for title in at.title] == ["Landelijk beeld"]
    assert at.query_params["tertaal"] == "2009-1"


# A werkplein


def test_a_werkplein_finds_its_form_and_until_when(landkaart_2009):
    at = visit("begin", **HARDERWIJK)

    assert "is open tot 31 december 2009 om 24:00 uur: **nog 31 dagen**." in texts(at)
    assert "**Harderwijk**, 2009-3: 0 van 14 beoordeeld;" in texts(at)
    assert page_links(at)["Invullen"] == "invullen?werkplein=harderwijk&ronde=2009-3"


def test_who_fills_in_for_no_werkplein_reads_whom_to_ask(landkaart_2009):
    said = "U vult nog voor geen werkplein in. Vraag een coördinator van uw werkplein"

    assert said in texts(visit("begin", rol="werkplein", werkpleinen=[]))
    assert said not in texts(visit("begin", **HARDERWIJK)) + texts(visit("begin", rol="lezer"))


def test_what_it_did_is_said_and_the_button_with_it(landkaart_2009):
    submit_all(Band.GEDEELTELIJK, werkplein="harderwijk", tertaal=NU, by=operator())

    at = visit("begin", **HARDERWIJK)

    assert "Nog eens bekijken" in page_links(at)


def test_a_question_without_an_answer_is_to_be_done_until_it_is_answered(landkaart_2009):
    perform(add_vraag, tertaal=NU, tekst="Lukt het?")
    assert "**Harderwijk**: 1 extra vraag is nog niet beantwoord: Lukt het?" in texts(visit("begin", **HARDERWIJK))

    perform(save_vraag_antwoord, veld=Veld("harderwijk", NU, "lukt-het"), antwoord=JaNee.JA)

    assert "extra vraag" not in texts(visit("begin", **HARDERWIJK))


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-1, "had klaar moeten zijn op 30 november 2009"),
        (0, "voor 1 december 2009"),
        (14, "voor 15 december 2009"),
        (15, None),
    ],
)
def test_an_afspraak_is_to_be_done_when_it_is_late_or_near(landkaart_2009, days, said):
    day = date(2009, 12, 1) + timedelta(days)
    with write_session() as session:
        number = session.exec(select(models.Werkplein.id).where(models.Werkplein.code == "harderwijk")).one()
        moments = {"gemaakt_op": system_now(), "gewijzigd_op": system_now()}
        what = {"wat": "Kijken in Zwolle.", "wie": "Jo", "wanneer": day, "door": "Jo"}
        session.add(models.Afspraak(werkplein_id=number, **what, **moments))

    shown = texts(visit("begin", **HARDERWIJK)).replace("\\", "")

    assert (f"**Harderwijk**, afspraak ({said}): Kijken in Zwolle." in shown) == (said is not None)
    assert ("Kijken in Zwolle" in shown) == (said is not None)


def test_a_navraag_is_of_the_werkplein_until_it_answers_and_then_of_the_ako(landkaart_2009):
    perform(ask_navraag, werkplein="harderwijk", tertaal=NU, mijlpaal="ketenjaarplan", tekst="Waaruit blijkt dat?")
    asked = "**Harderwijk**, navraag van het AKO over Ketenjaarplan vastgesteld: Waaruit blijkt dat?"
    assert asked in texts(visit("begin", **HARDERWIJK))
    assert page_links(visit("begin", **HARDERWIJK))["Beantwoorden"] == "invullen?werkplein=harderwijk"
    assert asked not in texts(visit("begin", rol="werkplein", werkpleinen=["assen"]))
    assert "navraag" not in texts(visit("begin", rol="ako"))

    with read_session() as session:
        [navraag] = navragen(session=session)
    perform(answer_navraag, navraag=navraag, tekst="Uit het plan.")

    assert "navraag" not in texts(visit("begin", **HARDERWIJK))
    assert "**1 navraag is beantwoord** over 2009-3" in texts(visit("begin", rol="ako"))


# AKO


def test_the_ako_finds_the_respons_the_post_the_list_and_what_is_to_be_planned(landkaart_2009):
    at = visit("begin", rol="ako")

    said = texts(at)
    assert "**Respons op 2009-3.** **0 van 127 werkpleinen** ingediend; 127 zijn nog niet begonnen." in said
    assert "Vanzelf gaat er over deze uitvraag **geen e-mail** uit." in said
    assert "De lijst van achterblijvers van **2009-2** is nog niet vastgesteld." in said
    assert "Er is nog geen volgende uitvraag gepland." in said
    assert page_links(at) | {
        "Wie nog niet": "respons?uitvraag=2009-3",
        "Lijst bekijken": "achterblijvers?tertaal=2009-2",
    } == page_links(at)


def test_what_leaves_by_itself_is_said_with_when_and_whom_post_does_not_reach(landkaart_2009):
    with write_session() as session:
        words = {"onderwerp": "Landkaart {tertaal}", "tekst": "Zie {link}"}
        session.add(models.GeplandePost(tertaal="2009-3", soort="herinnering", aan=True, **words))
        session.add(models.Onbestelbaar(adres="weg@elders.nl", reden="Onbekend.", bron="hand", sinds=system_now()))

    said = texts(visit("begin", rol="ako")).replace("\\", "")

    assert "**Herinnering** (15 december 2009, 09:00): Gaat vanzelf weg, nu aan 1 adres" in said
    assert "geen e-mail" not in said
    assert "Op **1 adres** komt post niet aan: weg@elders.nl." in said


def test_an_opening_that_is_off_is_said_for_nobody_was_told(landkaart_2009):
    with write_session() as session:
        words = {"onderwerp": "Landkaart {tertaal}", "tekst": "Zie {link}"}
        session.add(models.GeplandePost(tertaal="2009-3", soort="herinnering", aan=True, **words))

    at = visit("begin", rol="ako")

    assert "**Openingsmail**: staat uit en ging niet weg." in texts(at)
    assert page_links(at)["Alsnog versturen"] == "uitvraag?uitvraag=2009-3&deel=Post"


def test_after_a_closing_it_says_who_can_still_answer_and_what_the_tables_do_not_count(landkaart_2009):
    one, other = who_did_not_submit(Tertaal(2009, 2))[:2]
    for each in (one, other):
        give_late(each.code, Tertaal(2009, 2))
    both = f"**2009-2**: 2 werkpleinen hebben uitstel en kunnen nog indienen: {one.naam}"
    assert both in texts(visit("begin", rol="ako")).replace("\\", "")
    assert "nu anders dan in de tabellen" not in texts(visit("begin", rol="ako"))

    submit_all(Band.NIET, werkplein=one.code, tertaal=Tertaal(2009, 2), by=operator())

    at = visit("begin", rol="ako")
    assert f"**2009-2**: 1 werkplein heeft uitstel en kan nog indienen: {other.naam}" in texts(at).replace("\\", "")
    assert "**1 werkplein staat** nu anders dan in de tabellen van 2009-2: een nieuwe editie telt dat mee." in texts(at)
    assert page_links(at)["Nieuwe editie"] == "uitvraag?uitvraag=2009-2"


def test_what_is_done_is_no_longer_to_be_done(landkaart_2009):
    perform(fix_lijst, tertaal=Tertaal(2009, 2), regel=Regel(0, 0, False), seen=[], seen_fixed=None)
    perform(make_uitvraag, tertaal=Tertaal(2010, 1), planning=Planning(*DATES), vragen_aan=None)

    said = texts(visit("begin", rol="ako"))

    assert "lijst van achterblijvers" not in said
    assert "volgende uitvraag" not in said


def test_who_has_no_oordeel_yet_is_counted(landkaart_2009):
    with write_session() as session:
        session.execute(models.AkoIndicatie.__table__.delete())
    assert "**125 van 125 werkpleinen** hebben over 2009-2 nog geen oordeel van het AKO." in texts(visit("begin", rol="ako"))

    oordeel = NieuwOordeel(Indicatie.DIT_JAAR, "")
    perform(give_indicatie, werkplein="assen", tertaal=Tertaal(2009, 2), oordeel=oordeel)

    assert "**124 van 125 werkpleinen**" in texts(visit("begin", rol="ako"))


def test_the_answers_to_a_question_are_counted(landkaart_2009):
    perform(add_vraag, tertaal=NU, tekst="Lukt het?")
    assert "Lukt het?" not in texts(visit("begin", rol="ako"))
    perform(save_vraag_antwoord, veld=Veld("harderwijk", NU, "lukt-het"), antwoord=JaNee.JA)

    assert "**1 van 127 werkpleinen** beantwoordden de vraag: Lukt het?" in texts(visit("begin", rol="ako"))


# Beheer


def beheerder() -> int:
    """The session of one who has a password."""
    return who_has(open_session(make_account("beheer", wachtwoord="een lang wachtwoord"))).sessie_id


def test_a_beheerder_finds_who_did_not_come_in(landkaart_2009):
    late, new = make_invited("ako", naam="Ada Laat"), make_invited("ako", naam="Bo Nieuw")
    make_invited("lezer", naam="Cas Nooit")
    with write_session() as session:
        for account, days in ((late, -1), (new, 6)):
            until = system_now() + timedelta(days)
            values = {"soort": "uitnodiging", "token_hash": str(account), "verloopt_op": until}
            session.add(models.Toegangslink(account_id=account, **values))

    at = visit("begin", sessie=beheerder())

    assert "**1 account is nog niet uitgenodigd**: Cas Nooit." in texts(at)
    assert "**1 uitnodiging is verlopen** zonder dat iemand erop inging: " in texts(at)
    assert "Ada Laat" in texts(at)
    assert "Bo Nieuw" in texts(at)
    assert page_links(at)["Opnieuw uitnodigen"] == "beheer?toegang=verlopen"


def test_what_is_wrong_with_the_server_is_said_and_that_there_are_no_backups(landkaart_2009, healthy):
    healthy.append("De laatste reservekopie is van 2009-11-01 02:00 UTC.")

    said = texts(visit("begin", rol="beheer")).replace("\\", "")

    assert "De laatste reservekopie is van 2009-11-01 02:00 UTC." in said
    assert "Er worden geen reservekopieën gemaakt." in said


def test_with_backups_and_nobody_to_wait_for_there_is_nothing_to_do(landkaart_2009, monkeypatch, tmp_path):
    monkeypatch.setenv("LANDKAART_RESERVEKOPIE", str(tmp_path))

    assert "Er is nu niets te doen" in texts(visit("begin", sessie=beheerder()))
