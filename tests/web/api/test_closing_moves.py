"""The form is open before somebody while the AKO moves the closing: he is judged by what it is by then."""

from datetime import datetime, timedelta

import pytest

from db.actions.uitvragen import change_uitvraag
from landkaart.domein.clock import on_clock
from landkaart.domein.planning import Planning
from tests.steps.forms import manager
from tests.steps.perform import perform
from tests.steps.small_landkaart import NU, SLUIT, VISIE

DAY, SECOND = timedelta(1), timedelta(seconds=1)
DATES = [datetime.fromisoformat(f"2009-{day}") for day in ("07-15", "08-10", "04-01")]


def move(sluit: datetime) -> None:
    opent, herinnering, actueel = DATES
    planning = Planning(opent, herinnering, on_clock(sluit), actueel)
    perform(change_uitvraag, tertaal=NU, planning=planning, vragen_aan=None)


@pytest.mark.parametrize(
    ("moved", "moment", "status"),
    [
        (SLUIT + DAY, SLUIT, 200),
        (SLUIT + DAY, SLUIT + DAY, 423),
        (SLUIT - DAY, SLUIT - DAY, 423),
        (SLUIT - DAY, SLUIT - DAY - SECOND, 200),
    ],
    ids=["later, in the time it got", "later, and over", "sooner, and over", "sooner, still in time"],
)
def test_a_save_counts_by_the_closing_as_it_is_by_then(form, set_clock, moved, moment, status):
    shown = form.state()["open"]
    move(moved)
    set_clock(moment)

    answer = manager().save(f"band/{VISIE}", "niet")

    assert (shown, answer.status_code) == (True, status)
    assert manager().state()["open"] is (status == 200)
