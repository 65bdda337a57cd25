"""What happens after a closing was recorded: nothing moves it, and it is taken once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from multiprocessing import get_context
from threading import Barrier

import pytest
from sqlalchemy import update

from db import models
from db.actions.werkpleinen import close_werkplein, merge_werkplein, rename_werkplein
from db.engine import read_session, write_session
from db.queries.invullingen import indieningen, submitted_tertalen
from db.queries.momentopnamen import frozen_tertalen, submitted_then, version_then
from landkaart.domein.band import Band
from landkaart.domein.rechten import operator
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.settings import database_url
from tests.steps.acts_files import bring_in
from tests.steps.factories import werkplein_record
from tests.steps.freezer import freeze_now
from tests.steps.momentopnamen import LATER, SECOND, beeld, scores, submit_late, take
from tests.steps.perform import perform
from tests.steps.small_landkaart import (
    BREDA,
    NU,
    SLUIT,
    VORIG,
    everything,
    keep,
    log,
    make_uitvraag,
    make_werkplein,
    submit_all,
    submitted_before,
)

pytestmark = pytest.mark.usefixtures("small_landkaart")


# What happens afterwards


CHANGES = {
    "renamed": lambda: perform(rename_werkplein, code="assen", naam="Zwolle", vanaf=date(2009, 8, 1)),
    "closed": lambda: perform(close_werkplein, code="assen", tot=date(2009, 8, 1)),
    "merged": lambda: perform(merge_werkplein, code="assen", into="breda", tot=date(2009, 8, 1)),
    "renamed by a file": lambda: bring_in(Aanlevering((replace(werkplein_record("assen"), naam="Zwolle"),))),
    "submitted late": lambda: submit_late(Band.VOLLEDIG),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_nothing_that_changes_afterwards_moves_it(set_clock, change):
    submit_all(Band.NIET)
    set_clock(SLUIT + SECOND)
    take()
    then = beeld()

    change()

    set_clock(LATER)
    now = beeld()
    assert now.stand.bands.equals(then.stand.bands)
    kept = ("uitvraag", "geschiedenis", "namen", "ingediend_op", "momentopname")
    assert {name: getattr(now, name) for name in kept} == {name: getattr(then, name) for name in kept}


@pytest.mark.parametrize("change", ["renamed", "closed", "merged"])
def test_a_change_of_a_werkplein_first_freezes_what_closed(set_clock, change):
    """The page stood open since before the closing: nobody came by in between."""
    submit_all(Band.NIET)
    set_clock(SLUIT + SECOND)

    CHANGES[change]()

    assert list(beeld().namen.values()) == ["Assen", "Breda"]
    assert scores() == {"assen": 0}
    assert [line for (line,) in log("handeling")][-2:] == ["momentopname", "werkplein"]


def test_it_says_who_moved_on_and_where_they_stand_by_now(set_clock):
    keep(make_werkplein("delft"), make_werkplein("ede"))
    for code in ("assen", "breda", "ede"):
        submit_all(Band.NIET, werkplein=code, by=operator())
    set_clock(SLUIT)
    take()
    assert (beeld().gewijzigd, beeld().stand_nu) == ((), None)

    submit_late(Band.VOLLEDIG, "assen")  # another version
    perform(close_werkplein, code="breda", tot=date(2009, 8, 1))  # no longer there
    submit_late(Band.GEDEELTELIJK, "delft")  # a first one

    now = beeld()
    assert now.gewijzigd == ("assen", "breda", "delft")
    assert now.stand_nu.scores().to_dict() == {"assen": 100, "delft": 66}
    assert now.stand.scores().to_dict() == {"assen": 0, "breda": 0, "ede": 0}


# At the same time


def test_two_at_the_same_moment_take_one_and_nobody_fails(set_clock):
    submit_all()
    set_clock(SLUIT)
    together = Barrier(8)

    def come_by() -> list[Tertaal]:
        together.wait()
        return take()

    with ThreadPoolExecutor(8) as pool:
        taken = [each.result() for each in [pool.submit(come_by) for _ in range(8)]]

    assert sorted(taken) == [[]] * 7 + [[NU]]
    assert len(everything()["momentopname"]) == 1


def test_two_programs_at_the_same_moment_take_one_and_neither_fails(database):
    submit_all()
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.steps.freezer"])
    programs = [context.Process(target=freeze_now, args=(database_url(),)) for _ in range(3)]
    for program in programs:
        program.start()
    for program in programs:
        program.join()

    assert [program.exitcode for program in programs] == [0] * 3
    with read_session() as session:
        assert list(frozen_tertalen(session=session)) == [NU]
    assert [line for (line,) in log("handeling")].count("momentopname") == 1


def test_an_uitvraag_that_was_moved_later_keeps_the_dates_it_closed_by(set_clock):
    submit_all()
    set_clock(SLUIT)
    take()
    with write_session() as session:
        session.execute(update(models.Uitvraag).values(sluit=LATER))
    keep(make_uitvraag(Tertaal(2009, 3), opent=LATER, herinnering=LATER + SECOND, sluit=LATER + 2 * SECOND))

    assert beeld().uitvraag.sluit == SLUIT
    assert beeld().gesloten


def test_who_submits_after_the_closing_is_still_carried_over_in_what_was_frozen(set_clock):
    """Assen stood on the tertaal before when this one was frozen; its own version came through uitstel."""
    submitted_before({})
    submit_all(werkplein="breda", by=BREDA)
    set_clock(SLUIT + SECOND)
    take()

    submit_late(Band.NIET)

    with read_session() as session:
        here = {"session": session, "werkplein": "assen"}
        assert submitted_tertalen(**here) == [NU, VORIG]
        assert submitted_then(**here, tertaal=NU) == [VORIG]
        assert submitted_then(**here, tertaal=NU.after()) == [NU, VORIG]
        assert (version_then(**here, tertaal=NU), version_then(**here, tertaal=NU.after())) == (1, None)


def test_a_later_version_of_the_same_tertaal_is_not_the_one_that_was_frozen(set_clock):
    submit_all(Band.NIET)
    set_clock(SLUIT + SECOND)
    take()

    submit_late(Band.VOLLEDIG)

    with read_session() as session:
        versions = indieningen(session=session, werkplein="assen", tertaal=NU)
        assert [each.versie for each in versions] == [2, 1]
        assert version_then(session=session, werkplein="assen", tertaal=NU) == 1
