"""Two years of a landkaart: what is past its term goes, what is not stays, and it says what went."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from db import models
from db.actions import accounts as acts
from db.actions.apitokens import make_apitoken, withdraw_apitoken
from db.actions.bewaartermijnen import carry_out_terms
from db.actions.contacten import set_contact
from db.actions.invullingen import save_answer
from db.actions.klok import keep_signs
from db.actions.koppelingen import bind, unbind
from db.actions.mailings import hand_out, start_mailing
from db.actions.namens import begin_namens
from db.actions.navragen import answer_navraag_namens, ask_navraag
from db.actions.sessies import BY_OIDC, note_request, start_session, use_link
from db.engine import read_session, write_session
from db.queries.accounts import by_adres
from db.queries.namens import namens
from db.queries.navragen import navragen
from landkaart.domein.account import Profiel
from landkaart.domein.apitoken import LASTS
from landkaart.domein.band import Band
from landkaart.domein.bewaartermijnen import Termijnen
from landkaart.domein.clock import system_now
from landkaart.domein.clock_trust import KlokOnzeker, Signs
from landkaart.domein.herinnering import HerinnerGroep
from landkaart.domein.namens import FORGOTTEN, Opgave, Opgavewijze
from landkaart.domein.navraag import Navraag
from landkaart.domein.rechten import Weg, klok
from landkaart.domein.rollen import Rol
from tests.steps.accounts import fail, open_session, who_has
from tests.steps.perform import perform
from tests.steps.small_landkaart import AKO, DURING, NU, VISIE, act, everything, keep_person, log

pytestmark = pytest.mark.usefixtures("small_landkaart")
DAY, SECOND = timedelta(1), timedelta(seconds=1)
TERMS = {term: term.value.na for term in Termijnen}


def person(number: int, rol: Rol = Rol.LEZER) -> str:
    return perform(acts.invite, adres=f"iemand-{number}@gemeente.nl", profiel=Profiel(f"Iemand {number}", "UWV", rol))


def take_up(token: str) -> int:
    with write_session() as session:
        return use_link(session=session, token=token, wachtwoord_hash="geheim", now=system_now()).account.id


def month(number: int) -> None:
    """Somebody comes who signs in and mistypes, somebody is invited who never comes, somebody leaves; a mail, a contact."""
    here = take_up(person(3 * number))
    person(3 * number + 1)
    gone = take_up(person(3 * number + 2))
    perform(acts.disable, account_id=gone)
    open_session(here)
    with write_session() as session:
        fail(session, adres=f"iemand-{number}@gemeente.nl", herkomst="10.0.0.1")
        note_request(session=session, adres="onbekend@elders.nl", herkomst="10.0.0.1")
    contact = {"naam": f"Contact {number}", "adres": f"contact-{number}@gemeente.nl", "gedeeld": False}
    perform(set_contact, werkplein="breda", **contact)


@pytest.fixture
def two_years(set_clock) -> datetime:
    """24 months until now; a mailing in the first of them."""
    words = {"tertaal": NU, "groep": HerinnerGroep.NIET_BEGONNEN, "onderwerp": "Landkaart", "tekst": "{link}"}
    mailing = perform(start_mailing, sleutel="1", nogmaals=True, **words)
    perform(hand_out, mailing_id=mailing)
    for number in range(24):
        set_clock(DURING + number * 30 * DAY)
        month(number)
    set_clock(DURING + 24 * 30 * DAY)
    return system_now()


def test_of_two_years_what_is_past_its_term_goes_and_it_says_what(two_years):
    done = perform(carry_out_terms, by=klok())

    # One a month, 30 days apart: 21 invitations ran out (7 days) more than 90 days ago, 12 left more than 365 and 11
    # contacts changed more than 400 days ago. Two links a month were used; those of who is erased go with him.
    assert {term.name: number for term, number in done.items()} == {
        "UITNODIGINGEN": 21,
        "ACCOUNTS": 12,
        "SESSIES": 24,
        "LINKS": 36,
        "TOKENS": 0,
        "POGINGEN": 1,
        "POST": 2,
        "CONTACTEN": 11,
        "NAMENS": 0,
    }
    [(door, weg, handeling)] = log("door", "weg", "handeling")[-1:]
    assert (door, weg, handeling) == ("klok", "klok", "opruimen")
    with read_session() as session:
        kept = Counter(row.gewist_op is not None for row in session.exec(select(models.Account)).all())
        adressen = session.exec(select(models.Bericht.adres)).all()
    assert kept == {True: 21 + 12, False: 72 + 2 - 33}
    assert all(adres.endswith("@gewist.invalid") for adres in adressen)


def test_a_second_time_nothing_is_left_to_do(two_years):
    perform(carry_out_terms, by=klok())
    before = everything()

    assert sum(perform(carry_out_terms, by=klok()).values()) == 0
    assert everything() == before


def test_nobody_stands_longer_in_the_log_than_his_term(two_years):
    perform(carry_out_terms, by=klok())

    said = "".join(text for line in log("oud", "nieuw") for text in line if text)
    for number in range(24):
        age = timedelta((24 - number) * 30)
        assert (f"iemand-{3 * number}@gemeente.nl" in said) is True
        assert (f"iemand-{3 * number + 1}@gemeente.nl" in said) is (age <= TERMS[Termijnen.UITNODIGINGEN] + 7 * DAY)
        assert (f"iemand-{3 * number + 2}@gemeente.nl" in said) is (age <= TERMS[Termijnen.ACCOUNTS])
    # A contact stands there until the line of who came after him is past its term as well.
    assert "contact-9@gemeente.nl" not in said
    assert "contact-23@gemeente.nl" in said


@pytest.mark.parametrize(("late", "there"), [(timedelta(), 1), (SECOND, 0)], ids=["the last moment", "a second later"])
@pytest.mark.parametrize("withdrawn", [True, False])
def test_a_token_for_programs_goes_a_week_after_it_was_withdrawn_or_ran_out(set_clock, late, there, withdrawn):
    by = who_has(open_session(take_up(person(1)))).gebruiker
    perform(make_apitoken, by=by, naam="rekenblad")
    if withdrawn:
        perform(withdraw_apitoken, by=by, naam="rekenblad")

    set_clock(system_now() + (timedelta() if withdrawn else LASTS) + TERMS[Termijnen.TOKENS] + late)

    assert perform(carry_out_terms)[Termijnen.TOKENS] == 1 - there
    assert left(models.Apitoken) == there


def left(model: type) -> int:
    with read_session() as session:
        return len(session.exec(select(model)).all())


@pytest.mark.parametrize(("late", "there"), [(timedelta(), 1), (SECOND, 0)], ids=["the last moment", "a second later"])
def test_a_failure_is_kept_a_day(set_clock, late, there):
    with write_session() as session:
        fail(session, adres="wie@elders.nl", herkomst="10.0.0.1")

    set_clock(DURING + TERMS[Termijnen.POGINGEN] + late)
    perform(carry_out_terms)

    assert left(models.Poging) == there


@pytest.mark.parametrize(("late", "off"), [(timedelta(), False), (SECOND, True)], ids=["the last moment", "a second later"])
def test_who_was_switched_off_is_erased_after_a_year(set_clock, late, off):
    perform(acts.disable, account_id=9001)

    set_clock(DURING + TERMS[Termijnen.ACCOUNTS] + late)
    perform(carry_out_terms)

    with read_session() as session:
        assert (session.get(models.Account, 9001).gewist_op is not None) is off


def test_an_invitation_that_was_made_anew_counts_from_there(set_clock):
    token = person(1)
    set_clock(DURING + 80 * DAY)
    with read_session() as session:
        number = session.exec(select(models.Toegangslink.account_id)).one()
    assert token
    perform(acts.reset, account_id=number)

    set_clock(DURING + 100 * DAY)
    assert perform(carry_out_terms)[Termijnen.UITNODIGINGEN] == 0
    set_clock(DURING + 180 * DAY)
    assert perform(carry_out_terms)[Termijnen.UITNODIGINGEN] == 1


def test_who_was_in_once_is_never_called_unused_whatever_way_in_was_taken_away_since(set_clock):
    """A binding that was undone, another address; beside them somebody who never came."""
    person(1)
    with write_session() as session:
        bound = by_adres(session=session, adres="iemand-1@gemeente.nl").id
        bind(session=session, account_id=bound, onderwerp="https://aanmelden.nl|i-1", now=DURING)
        start_session(session=session, account_id=bound, manier=BY_OIDC, now=DURING)
    moved = take_up(person(2))
    open_session(moved)
    person(3)

    set_clock(DURING + 100 * DAY)
    perform(unbind, account_id=bound)
    perform(acts.change_address, account_id=moved, adres="ander@gemeente.nl")
    assert perform(carry_out_terms)[Termijnen.UITNODIGINGEN] == 1
    set_clock(DURING + 300 * DAY)
    assert perform(carry_out_terms)[Termijnen.UITNODIGINGEN] == 0
    with read_session() as session:
        assert [session.get(models.Account, number).gewist_op for number in (bound, moved)] == [None, None]


def test_who_gave_answers_to_the_ako_is_forgotten_in_time_and_that_it_was_on_behalf_stays(set_clock):
    keep_person(AKO, Rol.AKO)
    set_clock(DURING)
    given = {"wie": "Mies van Overveen", "hoe": Opgavewijze.PAPIER}
    act(begin_namens, by=AKO, **given)
    act(save_answer, mijlpaal=VISIE, band=Band.NIET, by=replace(AKO, weg=Weg.NAMENS))

    for later, wie in ((TERMS[Termijnen.NAMENS], "Mies van Overveen"), (TERMS[Termijnen.NAMENS] + SECOND, FORGOTTEN)):
        set_clock(DURING + later)
        perform(carry_out_terms)
        with read_session() as session:
            assert [each.opgave for each in namens(session=session)] == [Opgave(wie, Opgavewijze.PAPIER)]
    assert "Overveen" not in "".join(text for line in log("oud", "nieuw") for text in line if text)
    assert perform(carry_out_terms)[Termijnen.NAMENS] == 0


def test_who_answered_a_navraag_by_telephone_is_forgotten_in_time_too(set_clock):
    keep_person(AKO, Rol.AKO)
    set_clock(DURING)
    act(ask_navraag, by=AKO, mijlpaal=VISIE, tekst="Hoezo?")
    said = {"tekst": "Uit het jaarplan.", "wie": "Mies van Overveen", "hoe": Opgavewijze.TELEFOON}
    perform(answer_navraag_namens, AKO, navraag=the_navraag(), **said)

    for later, wie in ((TERMS[Termijnen.NAMENS], "Mies van Overveen"), (TERMS[Termijnen.NAMENS] + SECOND, FORGOTTEN)):
        set_clock(DURING + later)
        perform(carry_out_terms)
        assert the_navraag().opgave == Opgave(wie, Opgavewijze.TELEFOON)
    assert "Overveen" not in "".join(text for line in log("oud", "nieuw") for text in line if text)


def the_navraag() -> Navraag:
    with read_session() as session:
        [found] = navragen(session=session)
    return found


def test_who_never_signs_out_leaves_no_session_behind(set_clock):
    number = take_up(person(1))
    open_session(number)

    set_clock(DURING + TERMS[Termijnen.SESSIES] + timedelta(hours=1))
    perform(carry_out_terms)

    with read_session() as session:
        assert session.exec(select(models.Sessie).where(models.Sessie.account_id == number)).all() == []


def test_nothing_is_thrown_away_while_the_clock_is_not_believed(two_years, jump_clock):
    with write_session() as session:
        keep_signs(session, Signs(DURING))
    before = everything()

    with pytest.raises(KlokOnzeker):
        perform(carry_out_terms, by=klok())

    assert everything() == before
