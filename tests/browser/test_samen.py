"""Two people at one form, over a network that hangs: nothing is lost, nothing is undone, nothing unseen is submitted."""

import time
from contextlib import contextmanager
from threading import Timer

import pytest
from playwright.sync_api import Page, expect
from pysqlite3 import dbapi2
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from db.act import begin_act
from db.actions import invullingen
from db.engine import read_session
from db.queries.invullingen import indieningen, invulling
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.invulling import Veld
from landkaart.domein.tertaal import Tertaal
from tests.steps.accounts import sign_in_as
from tests.steps.visits import control, ready, until

pytestmark = pytest.mark.browser
CODES = catalogus().codes
FIRST, SECOND, LAST = CODES[0], CODES[4], CODES[-1]
NOW = Tertaal(2009, 3)
# Seconds without a word from the server.
QUIET = 0.5


def says_that_it_rests(message):
    """Whether the server says that it has finished what it was asked."""
    said = ForwardMsg.FromString(message)
    return said.WhichOneof("type") == "session_status_changed" and not said.session_status_changed.script_is_running


class Wire:
    """Between a page and its server: what goes up or comes down waits while it is held."""

    def __init__(self, page):
        self.waiting = {"up": None, "down": None}
        self.said = {"up": 0.0, "down": 0.0}
        self.is_finished = False
        page.route_web_socket("**/_stcore/stream*", self.attach)

    def attach(self, socket):
        server = socket.connect_to_server()
        self.ends = {"up": server, "down": socket}
        socket.on_message(lambda message: self.pass_on("up", message))
        server.on_message(lambda message: self.pass_on("down", message))

    def pass_on(self, way, message):
        self.said[way] = time.monotonic()
        self.is_finished = way == "down" and says_that_it_rests(message)
        held = self.waiting[way]
        self.ends[way].send(message) if held is None else held.append(message)

    def is_answered(self):
        """The last word was the server's: it has finished what it was asked, and begins nothing new."""
        return self.is_finished and time.monotonic() > self.said["down"] + QUIET

    def hold(self, way):
        self.waiting[way] = []

    def release(self, way):
        held, self.waiting[way] = self.waiting[way], None
        for message in held:
            self.ends[way].send(message)


def to_the_country(page):
    page.get_by_test_id("stTopNavSection").first.click()
    page.locator("a[data-testid=stTopNavDropdownLink]").first.click()


@pytest.fixture
def wired(open_page):
    """`wired("almelo")`: the form of a werkplein, and the wire to it."""

    def visit(werkplein):
        wires = []
        page = open_page(f"/invullen?werkplein={werkplein}", prepare=lambda page: wires.append(Wire(page)))
        control(page, werkplein, LAST).wait_for()
        ready(page)
        return page, wires[0]

    return visit


def choose(page, werkplein, mijlpaal, label):
    control(page, werkplein, mijlpaal).get_by_role("radio", name=label).click()
    # As quick as somebody clicks, no quicker.
    page.wait_for_timeout(100)


def kept(werkplein):
    with read_session() as session:
        return invulling(session=session, werkplein=werkplein, tertaal=NOW)


def versions(werkplein):
    with read_session() as session:
        return indieningen(session=session, werkplein=werkplein, tertaal=NOW)


@contextmanager
def answered(page, wire):
    """The server does what it is asked here, and has no more to say afterwards."""
    wire.is_finished = False
    yield
    until(page, wire.is_answered)


@pytest.fixture
def colleague(data):
    """`colleague("almelo", {mijlpaal: band})` fills in from elsewhere."""

    def answer(werkplein, banden):
        by = sign_in_as("werkplein", [werkplein], "Collega")
        with begin_act(by) as act:
            for mijlpaal, band in banden.items():
                invullingen.save_answer(act, veld=Veld(werkplein, NOW, mijlpaal), band=band)

    return answer


@pytest.fixture
def unheard(wired, colleague):
    """`unheard("hoorn")`: a colleague changed LAST, after a choice here the server has drawn it, this browser has it not."""

    def visit(werkplein):
        colleague(werkplein, dict.fromkeys(CODES, Band.VOLLEDIG))
        page, wire = wired(werkplein)
        colleague(werkplein, {LAST: Band.NIET})
        wire.hold("down")
        with answered(page, wire):
            choose(page, werkplein, FIRST, "Gedeeltelijk")
        return page, wire

    return visit


def test_what_a_colleague_changed_is_not_undone_by_a_click_elsewhere(unheard):
    page, wire = unheard("almelo")

    # With its click the browser sends what it shows.
    with answered(page, wire):
        choose(page, "almelo", SECOND, "Gedeeltelijk")
    wire.release("down")
    ready(page)

    assert kept("almelo").banden == dict.fromkeys(CODES, Band.VOLLEDIG) | {
        FIRST: Band.GEDEELTELIJK,
        SECOND: Band.GEDEELTELIJK,
        LAST: Band.NIET,
    }
    expect(control(page, "almelo", LAST).get_by_role("radio", name="Niet")).to_be_checked()


def test_what_came_in_from_elsewhere_is_said(wired, colleague):
    page, _ = wired("emmen")
    colleague("emmen", {LAST: Band.NIET})

    choose(page, "emmen", FIRST, "Gedeeltelijk")

    page.get_by_text(f"Intussen elders gewijzigd: {catalogus()[LAST].titel}").wait_for()


def test_a_click_on_indienen_submits_nothing_that_was_not_on_the_screen(unheard):
    page, wire = unheard("alkmaar")

    with answered(page, wire):
        page.get_by_role("button", name="Indienen").click()
    wire.release("down")
    ready(page)

    assert versions("alkmaar") == []
    page.get_by_role("button", name="Indienen").click()
    page.get_by_text("Versie 1 is ingediend").wait_for()
    assert versions("alkmaar")[0].banden[LAST] is Band.NIET


def test_a_quick_click_after_confirming_all_takes_nothing_back(wired, data):
    page, wire = wired("heerenveen")

    wire.hold("down")
    with answered(page, wire):
        page.get_by_role("button", name="Overige 14 ongewijzigd bevestigen").click()
    with answered(page, wire):
        choose(page, "heerenveen", FIRST, "Niet")
    wire.release("down")
    ready(page)

    assert len(kept("heerenveen").antwoorden) == 14


def test_what_was_chosen_while_the_network_hung_is_saved_when_it_is_back(wired, data):
    page, wire = wired("sneek")

    wire.hold("up")
    for mijlpaal in CODES[:3]:
        choose(page, "sneek", mijlpaal, "Volledig")
    wire.release("up")

    until(page, lambda: len(kept("sneek").banden) == 3)
    assert kept("sneek").banden == dict.fromkeys(CODES[:3], Band.VOLLEDIG)
    expect(page.get_by_text("bijgewerkt, opgeslagen")).to_have_count(3)


@pytest.mark.parametrize(("werkplein", "leave"), [("bladel", Page.reload), ("breda", to_the_country)])
def test_what_was_chosen_while_another_writes_is_saved_also_for_who_left_the_page(wired, data, server, werkplein, leave):
    page, _ = wired(werkplein)
    other = dbapi2.connect(server.database, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    Timer(2, lambda: other.execute("ROLLBACK")).start()

    for mijlpaal in CODES[:3]:
        choose(page, werkplein, mijlpaal, "Volledig")
    leave(page)

    until(page, lambda: len(kept(werkplein).banden) == 3)
    assert kept(werkplein).banden == dict.fromkeys(CODES[:3], Band.VOLLEDIG)
