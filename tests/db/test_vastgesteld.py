"""What was published about a tertaal stays as it was published, byte for byte, whatever happens afterwards."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlmodel import Session

from db.act import Act
from db.actions.aanleveringen import import_aanlevering
from db.actions.demo import FOLDER, load_demo
from db.actions.momentopnamen import freeze
from db.actions.werkpleinen import add_werkplein, close_werkplein, merge_werkplein, rename_werkplein
from db.engine import engines, read_session
from db.queries.tertaalbeeld import tertaalbeeld
from landkaart.domein.band import Band
from landkaart.domein.clock import system_now
from landkaart.domein.rechten import operator
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.invoer.aanlevering import Aanlevering, read_paths
from landkaart.rapport.files import files_of, zip_name, zip_of
from landkaart.settings import database_url
from tests.recount.landen import TERTALEN, Land, deliveries, landen
from tests.recount.tellingen import compare
from tests.steps.factories import GEMAAKT
from tests.steps.perform import perform

GOLDEN = Path(__file__).parent.parent / "rapport-2009-2"
DAY = timedelta(1)
CLOSED = ("2008-1", "2008-2", "2008-3", "2009-1", "2009-2")


def beeld(text: str) -> Tertaalbeeld:
    with read_session() as session:
        return tertaalbeeld(session=session, tertaal=Tertaal.parse(text))


def export(text: str) -> dict[str, bytes]:
    found = beeld(text)
    return {**dict(files_of(found, GEMAAKT)), zip_name(found): zip_of(found, GEMAAKT)}


def changed_delivery() -> Aanlevering:
    """Of 2009: every invulling of the last two tertalen with other bands, and every uitvraag a day later."""
    read = read_paths([FOLDER])
    scores = (
        replace(each, banden={code: Band((band + 1) % 4) for code, band in each.banden.items()})
        for each in read.invullingen
        if str(each.tertaal) in CLOSED[-2:]
    )
    rounds = (
        replace(each, sluit=each.sluit + DAY, opent=each.opent + DAY)
        for each in read.uitvragen
        if str(each.tertaal) in CLOSED
    )
    return Aanlevering(uitvragen=tuple(rounds), invullingen=tuple(scores))


@pytest.fixture
def frozen_2009(database) -> None:
    perform(load_demo)


def test_every_file_of_2009_is_the_same_a_year_later_whatever_happened_to_the_record(frozen_2009, set_clock):
    published = {text: export(text) for text in CLOSED}

    assert perform(import_aanlevering, aanlevering=changed_delivery(), na_sluiting=True)["scores"].changed == 227
    perform(rename_werkplein, code="assen", naam="Zwarte Meer", vanaf=date(2009, 5, 1))
    perform(close_werkplein, code="leiden", tot=date(2009, 6, 1))
    perform(merge_werkplein, code="tiel", into="venlo", tot=date(2009, 6, 1))
    places = dict.fromkeys(("naam", "plaats", "gemeente", "provincie", "arbeidsmarktregio"), "Urk")
    perform(add_werkplein, code="urk", breedtegraad=52.7, lengtegraad=5.6, actief_van=date(2009, 1, 1), **places)
    set_clock(system_now() + timedelta(365))

    assert {text: export(text) for text in CLOSED} == published
    for path in GOLDEN.iterdir():
        assert published["2009-2"][path.name] == path.read_bytes()


def test_the_page_then_names_who_moved_on(frozen_2009):
    perform(close_werkplein, code="leiden", tot=date(2009, 6, 1))
    perform(rename_werkplein, code="assen", naam="Zwarte Meer", vanaf=date(2009, 5, 1))

    assert beeld("2009-2").gewijzigd == ("leiden",)
    assert beeld("2009-1").gewijzigd == ()
    assert beeld("2009-3").gewijzigd == ()


# Countries by chance share one database: each rolls back what it wrote.
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(land=landen())
def test_what_was_frozen_is_what_a_naive_recount_finds_also_after_everything_moved(database, land: Land):
    with Session(engines(database_url())[1]) as session:
        act = Act(session, operator(), system_now())
        for delivery in deliveries(land):
            import_aanlevering(act, aanlevering=delivery)
        frozen = freeze(act.by_clock())
        move_everything(land, act)
        session.expunge_all()
        for tertaal in frozen:
            compare(session, land, str(tertaal))
        session.rollback()


def move_everything(land: Land, act: Act) -> None:
    """Every version gets another band, and then each werkplein another name, and it closes unless it did."""
    first, second = deliveries(land)
    days = {each.code: each.actief_van or date(2008, 1, 1) for each in first.werkpleinen}
    gone = (
        replace(each, naam=f"Ander {each.naam}", actief_tot=each.actief_tot or days[each.code] + DAY)
        for each in first.werkpleinen
    )
    other = (
        replace(each, banden={code: Band(3 - band) for code, band in each.banden.items()}) for each in second.invullingen
    )
    import_aanlevering(act, aanlevering=Aanlevering(invullingen=tuple(other)), na_sluiting=True)
    import_aanlevering(act, aanlevering=Aanlevering(tuple(gone)), na_sluiting=True)


def test_the_tertalen_by_chance_are_all_in_the_past():
    assert Tertaal.parse(TERTALEN[-1]).ended < date(2011, 1, 1)
