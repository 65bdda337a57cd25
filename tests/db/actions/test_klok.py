"""A wrong clock does nothing that cannot be undone: nothing is frozen for good, sent, thrown away, or left to last."""

from datetime import date, timedelta

import pytest
from sqlalchemy import update
from sqlmodel import select

from db import models
from db.actions.invullingen import save_answer
from db.actions.klok import confirm_clock
from db.actions.mailings import start_mailing
from db.actions.momentopnamen import freeze, take_back
from db.actions.werkpleinen import rename_werkplein
from db.engine import read_session, write_session
from db.freezing import freeze_what_closed
from db.queries.accounts import is_slowed_down
from db.queries.clock import clock_record
from db.queries.momentopnamen import edities, frozen_tertalen
from db.queries.prognoses import prognoses
from db.queries.tertaalbeeld import tertaalbeeld
from db.queries.uitvragen import is_counted
from landkaart.domein.band import Band
from landkaart.domein.clock import system_now
from landkaart.domein.clock_trust import LASTS, KlokOnzeker, Uptime
from landkaart.domein.fouten import Gesloten, OngeldigeInvoer
from landkaart.domein.herinnering import HerinnerGroep
from landkaart.domein.rechten import klok
from tests.steps.clocks import live, see_clock
from tests.steps.momentopnamen import beeld, scores
from tests.steps.perform import perform
from tests.steps.small_landkaart import DURING, NU, SLUIT, VISIE, act, log, submit_all

pytestmark = pytest.mark.usefixtures("small_landkaart")
SECOND, HOUR, MONTH = timedelta(seconds=1), timedelta(hours=1), timedelta(31)
AHEAD = {"an hour": HOUR, "a month": MONTH}


@pytest.fixture
def nearly_closed(set_clock):
    """Half an hour before the closing, Assen has submitted."""
    set_clock(SLUIT - HOUR / 2)
    submit_all(Band.NIET)


def frozen() -> list:
    with read_session() as session:
        return list(frozen_tertalen(session=session))


def doubt():
    with read_session() as session:
        return clock_record(session=session).doubt()


def freeze_while_ahead(jump_clock) -> None:
    """By a clock that ran half an hour ahead, which is believed; then it is put right."""
    jump_clock(SLUIT)
    freeze_what_closed()
    assert frozen() == [NU]
    jump_clock(SLUIT - HOUR / 4)


# What is frozen


@pytest.mark.parametrize("ahead", AHEAD.values(), ids=AHEAD)
def test_a_visit_with_a_clock_that_jumped_ahead_freezes_nothing_and_all_goes_on_when_it_is_right(
    nearly_closed, jump_clock, ahead
):
    jump_clock(SLUIT - HOUR / 2 + ahead + SECOND)
    see_clock()
    for _ in range(3):
        assert freeze_what_closed() is False
    assert frozen() == []
    assert beeld().momentopname is None

    jump_clock(SLUIT - HOUR / 4)
    see_clock()
    submit_all(Band.VOLLEDIG)

    assert doubt() is None
    jump_clock(SLUIT)
    freeze_what_closed()
    assert scores() == {"assen": 100}


@pytest.mark.parametrize("ahead", AHEAD.values(), ids=AHEAD)
def test_a_clock_that_fell_back_freezes_nothing_until_somebody_did_something(nearly_closed, jump_clock, ahead):
    dates = {"opent": SLUIT - 3 * MONTH, "herinnering": SLUIT - 2 * MONTH - HOUR, "sluit": SLUIT - 2 * MONTH}
    with write_session() as session:
        session.execute(update(models.Uitvraag).values(actueel_vanaf=dates["opent"], **dates))
    jump_clock(SLUIT - HOUR / 2 - ahead)
    see_clock()

    assert doubt().loopt_achter
    assert freeze_what_closed() is False
    with pytest.raises(KlokOnzeker):
        perform(freeze, by=klok())


def test_a_server_that_was_off_for_a_weekend_freezes_by_itself_after_a_day(nearly_closed, jump_clock):
    jump_clock(SLUIT + timedelta(3))
    see_clock()
    live(jump_clock, LASTS - HOUR)
    assert freeze_what_closed() is False

    live(jump_clock, HOUR)

    assert freeze_what_closed() is True
    assert frozen() == [NU]


def test_a_server_that_was_off_while_its_machine_ran_on_freezes_at_once(nearly_closed, jump_clock, monkeypatch):
    for room in ("db.actions.klok", "db.queries.clock"):
        monkeypatch.setattr(f"{room}.machine_uptime", lambda: Uptime("deze start", system_now().timestamp()))
    see_clock()

    jump_clock(SLUIT + timedelta(3))
    assert doubt() is None
    see_clock()
    freeze_what_closed()

    assert (doubt(), frozen()) == (None, [NU])


def test_a_beheerder_or_the_operator_ends_the_doubt_and_the_log_says_so(nearly_closed, jump_clock):
    jump_clock(SLUIT + timedelta(3))
    assert freeze_what_closed() is False

    perform(confirm_clock)

    assert freeze_what_closed() is True
    assert log("door", "weg", "handeling")[-2:] == [
        ("opdrachtregel", "opdrachtregel", "klok"),
        ("klok", "klok", "momentopname"),
    ]


def test_what_would_change_what_stood_at_a_closing_waits_as_well(nearly_closed, jump_clock):
    jump_clock(SLUIT + timedelta(3))

    with pytest.raises(KlokOnzeker, match="Laat het AKO of de beheerder de klok controleren"):
        perform(rename_werkplein, code="assen", naam="Zwolle", vanaf=date(2009, 8, 1))

    perform(confirm_clock)
    perform(rename_werkplein, code="assen", naam="Zwolle", vanaf=date(2009, 8, 1))
    assert beeld().namen["assen"] == "Assen"


# Taking back


def test_what_was_frozen_too_early_is_taken_back_and_frozen_again_at_the_closing(nearly_closed, jump_clock):
    freeze_while_ahead(jump_clock)
    was = beeld()

    perform(take_back, tertaal=NU, reden="De klok liep voor.")
    assert (frozen(), beeld().momentopname) == ([], None)
    submit_all(Band.VOLLEDIG)
    jump_clock(SLUIT)
    freeze_what_closed()

    assert scores() == {"assen": 100}
    with read_session() as session:
        kept = tertaalbeeld(session=session, tertaal=NU, editie=1)
        first, second = edities(session=session)
    assert kept.stands[NU].scores().to_dict() == was.stands[NU].scores().to_dict() == {"assen": 0}
    assert (kept.momentopname, kept.namen, kept.ingediend_op) == (was.momentopname, was.namen, was.ingediend_op)
    assert (first.nummer, first.genomen_op, first.teruggenomen.reden) == (1, SLUIT, "De klok liep voor.")
    assert (second.nummer, second.genomen_op, second.teruggenomen) == (2, SLUIT, None)
    assert [line for (line,) in log("handeling") if line in ("momentopname", "terugname")] == [
        "momentopname",
        "terugname",
        "momentopname",
    ]


def test_what_was_expected_of_a_werkplein_is_counted_anew(nearly_closed, jump_clock):
    freeze_while_ahead(jump_clock)
    perform(take_back, tertaal=NU, reden="De klok liep voor.")

    with read_session() as session:
        assert prognoses(session=session, tertaal=NU) == {}


def test_while_it_is_frozen_nothing_comes_in_that_would_count_nowhere(nearly_closed, jump_clock):
    freeze_while_ahead(jump_clock)
    with pytest.raises(Gesloten, match=r"^De uitvraag van 2009-2 is gesloten en vastgesteld\. Er is niets opgeslagen\.$"):
        act(save_answer, mijlpaal=VISIE, band=Band.VOLLEDIG)

    perform(take_back, tertaal=NU, reden="De klok liep voor.")
    act(save_answer, mijlpaal=VISIE, band=Band.VOLLEDIG)


@pytest.mark.parametrize(
    ("moment", "fits"), [(SLUIT - SECOND, True), (SLUIT, False)], ids=["a second before", "at the closing"]
)
def test_it_is_taken_back_until_the_closing_has_passed(nearly_closed, jump_clock, moment, fits):
    freeze_while_ahead(jump_clock)
    jump_clock(moment)

    if fits:
        perform(take_back, tertaal=NU, reden="De klok liep voor.")
        return
    with pytest.raises(OngeldigeInvoer, match=r"^De sluiting van 2009-2 is voorbij: wat toen is vastgesteld, blijft\.$"):
        perform(take_back, tertaal=NU, reden="De klok liep voor.")


def test_it_wants_a_reason_and_something_to_take_back(nearly_closed, jump_clock):
    with pytest.raises(OngeldigeInvoer, match="2009-2 is niet vastgesteld"):
        perform(take_back, tertaal=NU, reden="De klok liep voor.")
    freeze_while_ahead(jump_clock)
    with pytest.raises(OngeldigeInvoer, match="Schrijf in het kort waarom"):
        perform(take_back, tertaal=NU, reden=" ")


def test_the_closing_can_be_moved_again_afterwards(nearly_closed, jump_clock):
    freeze_while_ahead(jump_clock)
    with read_session() as session:
        assert is_counted(session=session, tertaal=NU, now=system_now())
    perform(take_back, tertaal=NU, reden="De klok liep voor.")
    with read_session() as session:
        assert not is_counted(session=session, tertaal=NU, now=system_now())


# What else cannot be undone, or would last


def test_a_timer_sends_nothing_while_the_clock_is_not_believed(jump_clock, set_clock):
    what = {"tertaal": NU, "groep": HerinnerGroep.NIET_BEGONNEN, "onderwerp": "Landkaart", "tekst": "{link}"}
    jump_clock(DURING + timedelta(3))
    see_clock()

    with pytest.raises(KlokOnzeker):
        perform(start_mailing, sleutel="1", nogmaals=False, **what)

    set_clock(DURING + timedelta(3))
    assert perform(start_mailing, sleutel="1", nogmaals=False, **what)


def test_what_began_ahead_of_the_clock_does_not_last_until_it_is_there_again(jump_clock):
    jump_clock(DURING + MONTH)
    see_clock()
    ahead = system_now()
    with write_session() as session:
        session.add(models.Sessie(id=9500, account_id=9001, token_hash="a", begonnen_op=ahead, actief_op=ahead))
        session.add(models.Toegangslink(id=9500, account_id=9001, soort="herstel", token_hash="a", verloopt_op=ahead + HOUR))
        session.add_all(models.Poging(adres="9001@voorbeeld.nl", herkomst="1", moment=ahead) for _ in range(5))
        session.execute(
            update(models.Account).where(models.Account.id == 9001).values(totp_stap=int(ahead.timestamp()) // 30)
        )

    jump_clock(DURING)
    see_clock()

    with read_session() as session:
        assert session.get(models.Sessie, 9500).beeindigd_op == DURING
        assert session.get(models.Toegangslink, 9500).gebruikt_op == DURING
        assert not is_slowed_down(session=session, adres="9001@voorbeeld.nl", herkomst="1", now=DURING)
        # A code that was used before the clock ran ahead stays used.
        assert session.get(models.Account, 9001).totp_stap == int(DURING.timestamp()) // 30


def test_what_lasts_by_right_lasts_when_the_clock_is_put_right_by_seconds(jump_clock):
    see_clock()
    now = system_now()
    with write_session() as session:
        session.add(models.Sessie(id=9500, account_id=9001, token_hash="a", begonnen_op=now, actief_op=now))
        session.add(models.Toegangslink(id=9500, account_id=9001, soort="herstel", token_hash="a", verloopt_op=now + HOUR))

    jump_clock(now - 2 * SECOND)
    see_clock()

    with read_session() as session:
        assert session.get(models.Sessie, 9500).beeindigd_op is None
        assert session.exec(select(models.Toegangslink)).one().gebruikt_op is None
