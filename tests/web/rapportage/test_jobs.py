"""Reports are made in turn, once for all who ask, and said to fail when they do."""

from dataclasses import replace
from threading import Event
from time import sleep

import pytest

from db.engine import read_session
from db.queries.rapportage import rapport_gegevens
from landkaart.domein.rapportage import Rapportage, RapportDeel, RapportPlek, RapportTekst
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.rapportage.maker import MakenMislukt, Maker
from landkaart.rapport.rapportage.making import MaakStap, RapportSoort
from landkaart.web.rapportage import jobs
from landkaart.web.rapportage.jobs import Jobs, mark_of
from landkaart.web.serving.turns import TeVeel

WAIT = 10
DONE = [MaakStap("klaar", 3, 3, soort, soort.value.encode()) for soort in RapportSoort]


class SlowMaker:
    """Makes when it may; counts how often it was asked."""

    def __init__(self, fails: bool = False):
        self.go_on, self.asked, self.fails = Event(), 0, fails

    def make(self, found):
        self.asked += 1
        assert self.go_on.wait(WAIT)
        if self.fails:
            raise MakenMislukt("for the test")
        yield MaakStap("Figuur 1 van 7 getekend", 1, 10)
        yield from DONE


@pytest.fixture
def gegevens(landkaart_2009):
    with read_session() as session:
        return rapport_gegevens(session=session, tertaal=Tertaal(2009, 2), adres="http://localhost")


@pytest.fixture
def maker(monkeypatch):
    made = SlowMaker()
    monkeypatch.setattr(jobs, "MAKER", made)
    yield made
    made.go_on.set()


def other(gegevens, text):
    teksten = {RapportPlek(RapportDeel.CONCLUSIES): RapportTekst(text, "Ada", gegevens.nu)}
    return replace(gegevens, rapportage=Rapportage(teksten=teksten))


def wait_for(job):
    for _ in range(1000):
        if not job.is_busy:
            return job
        sleep(0.01)
    raise AssertionError("it is still being made")


def test_the_same_report_is_made_once_for_all_who_ask(gegevens, maker):
    found = Jobs()
    one, two = found.ask(1, gegevens), found.ask(2, replace(gegevens))
    assert one is two
    assert one.wat == jobs.WAITING or one.is_busy

    maker.go_on.set()

    assert {soort: content.decode() for soort, content in wait_for(one).bestanden.items()} == {
        soort: soort.value for soort in RapportSoort
    }
    assert (maker.asked, found.find(one.merk), found.ask(3, gegevens)) == (1, one, one)


def test_who_asks_for_many_waits_and_is_told_when_it_is_too_much(gegevens, maker):
    found = Jobs()
    waiting = [found.ask(7, other(gegevens, str(number))) for number in range(jobs.EACH)]

    with pytest.raises(TeVeel):
        found.ask(7, other(gegevens, "nog een"))

    maker.go_on.set()
    assert [wait_for(job).fout for job in waiting] == [""] * jobs.EACH


def test_one_that_failed_says_so_and_can_be_asked_again(gegevens, maker):
    found, maker.fails = Jobs(), True
    maker.go_on.set()

    failed = wait_for(found.ask(1, gegevens))
    assert failed.fout == ("Het maken is niet gelukt. Probeer het opnieuw; blijft het misgaan, meld het de beheerder.")

    maker.fails = False
    assert wait_for(found.ask(1, gegevens)).fout == ""


def test_only_what_is_said_in_a_report_makes_it_another_one(gegevens):
    later = replace(gegevens, nu=gegevens.nu.replace(minute=59))
    live = replace(gegevens, editie=None)
    fewer = replace(gegevens, kengetallen=gegevens.kengetallen[1:]), replace(gegevens, plan=gegevens.plan[1:])

    assert mark_of(later) == mark_of(gegevens)
    others = (gegevens, live, replace(live, nu=later.nu), other(gegevens, "Dag."), *fewer)
    assert len({mark_of(each) for each in others}) == len(others)


def test_what_was_asked_longest_ago_is_let_go(gegevens, maker, monkeypatch):
    monkeypatch.setattr(jobs, "MOST", 1)
    found = Jobs()
    maker.go_on.set()

    first = wait_for(found.ask(1, gegevens))
    second = wait_for(found.ask(1, other(gegevens, "Dag.")))

    assert (found.find(first.merk), found.find(second.merk)) == (None, second)


def test_a_process_that_stops_is_said_and_the_next_report_begins_another(gegevens, monkeypatch):
    made = Maker()
    monkeypatch.setattr("landkaart.rapport.own_process.sys.executable", "/bin/false")
    with pytest.raises(MakenMislukt):
        list(made.make(gegevens))

    assert made.process is None
