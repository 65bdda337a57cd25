"""Files are made in turn, one account at a time; who asks for too many is told so, and the others go on."""

from threading import Event, Thread

import pytest

from landkaart.rapport import drawing
from landkaart.rapport.once import KeptBytes
from landkaart.web.serving import dear
from landkaart.web.serving.turns import Turns
from tests.steps.visitors import browser_of
from tests.steps.waiting import until

WAIT = 20
HEATMAP = "/figuur/2009-2/heatmap.png"


class Easel:
    """Where pictures are drawn, as slowly as the test wants."""

    def __init__(self):
        self.begun, self.go_on, self.drawn = Event(), Event(), []

    def draw(self, what):
        self.drawn.append(what)
        self.begun.set()
        assert self.go_on.wait(WAIT)
        return b'<svg width="1" height="1"/>'


@pytest.fixture
def easel(landkaart_2009, monkeypatch):
    found = Easel()
    monkeypatch.setattr(drawing, "draw_now", found.draw)
    monkeypatch.setattr(drawing, "KEPT", KeptBytes(10_000))
    monkeypatch.setattr(dear, "WORK", Turns("proef", threads=2, each=3, in_all=5))
    yield found
    found.go_on.set()


class Asking:
    """A request that is under way."""

    def __init__(self, visitor, path):
        self.answer = None
        self.thread = Thread(target=self.ask, args=(visitor, path))
        self.thread.start()

    def ask(self, visitor, path):
        self.answer = visitor.get(path)

    def done(self):
        self.thread.join(WAIT)
        return self.answer


def test_while_twenty_of_the_same_picture_are_drawn_for_one_the_others_are_answered_and_it_is_drawn_once(easel):
    reader, other = browser_of("lezer"), browser_of("lezer")
    asking = [Asking(reader, HEATMAP) for _ in range(20)]
    assert easel.begun.wait(WAIT)

    assert other.get("/account").status_code == 200
    assert other.get("/download/2009-2/tabel2_fasen.csv").status_code == 200
    assert other.get("/figuur/2009-2/tabel2.csv").status_code == 200

    easel.go_on.set()
    assert [each.done().status_code for each in asking] == [200] * 20
    # The chart, and the sheet around it as a picture.
    assert len(easel.drawn) == 2


def test_more_than_so_many_at_a_time_for_one_account_are_told_to_come_back_and_another_is_not(easel):
    reader = browser_of("lezer")
    asking = [Asking(reader, f"/figuur/2009-2/{name}.png") for name in ("heatmap", "landkaart", "tabel3")]
    assert easel.begun.wait(WAIT)
    until(lambda: dear.WORK.running.total() + sum(map(len, dear.WORK.queues.values())) == 3)

    refused = reader.get("/figuur/2009-2/tabel2.png")
    assert (refused.status_code, refused.text, refused.headers["retry-after"]) == (429, dear.YOURS, "10")
    assert browser_of("ako").get("/figuur/2009-2/tabel2.csv").status_code == 200

    easel.go_on.set()
    assert [each.done().status_code for each in asking] == [200] * 3


def test_when_all_queues_are_full_it_is_too_busy_for_everybody(easel, monkeypatch):
    monkeypatch.setattr(dear.WORK, "in_all", 0)

    refused = browser_of("lezer").get(HEATMAP)

    assert (refused.status_code, refused.text, refused.headers["retry-after"]) == (503, dear.ALL, "10")


def test_the_form_on_paper_waits_in_the_same_queue(easel, monkeypatch):
    monkeypatch.setattr(dear.WORK, "each", 0)
    invuller = browser_of("werkplein", ("assen",))

    assert invuller.get("/formulier/assen/2009-3.xlsx").status_code == 429
    assert invuller.get("/download/afspraken.csv?werkplein=assen").status_code == 429


def test_after_something_changed_a_file_that_is_under_way_is_no_longer_the_same(easel, landkaart_2009):
    reader, before = browser_of("lezer"), []
    before.append(Asking(reader, HEATMAP))
    assert easel.begun.wait(WAIT)
    browser_of("ako")  # A new account that signs in leaves a line in the log.
    easel.begun.clear()
    before.append(Asking(browser_of("beheer"), HEATMAP))
    until(lambda: dear.WORK.running.total() == 2)

    easel.go_on.set()
    assert [each.done().status_code for each in before] == [200, 200]
