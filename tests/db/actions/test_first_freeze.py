"""Whatever changes a werkplein first freezes what closed: the page stood open since before the closing."""

from datetime import date, timedelta

import pytest

from db.act import Act
from db.actions import werkpleinen
from db.engine import read_session
from db.queries.tertaalbeeld import tertaalbeeld
from landkaart.domein.band import Band
from tests.steps.perform import perform
from tests.steps.small_landkaart import NU, SLUIT, keep, log, make_werkplein, submit_all

URK = dict.fromkeys(("naam", "plaats", "gemeente", "provincie", "arbeidsmarktregio"), "Urk")
URK |= {"code": "urk", "breedtegraad": 52.7, "lengtegraad": 5.6, "actief_van": None}
# Each act, what it is tried with, and who is open afterwards when the closing is looked at without having been frozen.
CHANGES = {
    "add_werkplein": (URK, ["Assen", "Breda", "Delft", "Urk"]),
    "rename_werkplein": ({"code": "assen", "naam": "Zwolle", "vanaf": date(2009, 8, 1)}, ["Zwolle", "Breda", "Delft"]),
    "close_werkplein": ({"code": "assen", "tot": date(2009, 8, 1)}, ["Breda", "Delft"]),
    "reopen_werkplein": ({"code": "ede"}, ["Assen", "Breda", "Delft", "Ede"]),
    "merge_werkplein": ({"code": "assen", "into": "breda", "tot": date(2009, 8, 1)}, ["Breda", "Delft"]),
}


@pytest.fixture(autouse=True)
def two_stand_and_one_was_closed(small_landkaart):
    keep(make_werkplein("delft"), make_werkplein("ede", actief_tot=date(2009, 8, 1)))
    submit_all(Band.NIET)


def change(name: str) -> None:
    perform(getattr(werkpleinen, name), **CHANGES[name][0])


def names() -> list[str]:
    """Of who counts at the closing."""
    with read_session() as session:
        beeld = tertaalbeeld(session=session, tertaal=NU)
    return [beeld.namen[code] for code in beeld.ingediend_op]


def test_every_act_on_werkpleinen_is_tried():
    found = {name: act for name, act in vars(werkpleinen).items() if getattr(act, "__module__", "") == werkpleinen.__name__}
    acts = {name for name, act in found.items() if Act in getattr(act, "__annotations__", {}).values()}

    assert acts == set(CHANGES), "what is new must freeze first as well: try it here"


@pytest.mark.parametrize("name", CHANGES)
def test_it_first_freezes_what_closed(set_clock, name):
    set_clock(SLUIT + timedelta(seconds=1))

    change(name)

    assert names() == ["Assen", "Breda", "Delft"]
    assert [line for (line,) in log("handeling")][-2:] == ["momentopname", "werkplein"]


@pytest.mark.parametrize("name", CHANGES)
def test_before_the_closing_the_change_counts(set_clock, name):
    set_clock(SLUIT - timedelta(seconds=1))

    change(name)

    assert names() == CHANGES[name][1]
    assert log("handeling")[-1] == ("werkplein",)
