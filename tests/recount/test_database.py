"""The whole way from records to tables, through a real database, beside a naive recount."""

from collections.abc import Iterator
from contextlib import contextmanager

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from db.act import Act
from db.actions.aanleveringen import import_aanlevering
from db.engine import engines
from db.queries.achterblijvers import outdated
from db.queries.tertaalbeeld import tertaalbeeld
from db.queries.tertaalbeeld import tertalen as known_tertalen
from landkaart.domein.achterblijvers import Regel
from landkaart.domein.clock import system_now
from landkaart.domein.rechten import operator
from landkaart.domein.tertaal import Tertaal
from landkaart.settings import database_url
from tests.recount.hertelling import compare_lijst
from tests.recount.landen import TERTALEN, Land, deliveries, landen
from tests.recount.tellingen import SUPPRESSED, compare

regels = st.builds(Regel, st.sampled_from([0, 33, 50, 66, 100]), st.integers(0, 6), st.booleans())


@settings(max_examples=60, deadline=None, suppress_health_check=SUPPRESSED)
@given(land=landen(), choice=st.sampled_from(TERTALEN), regel=regels)
def test_every_figure_of_a_country_is_what_a_naive_recount_finds(database, land, choice, regel):
    with kept(land) as session:
        assert [str(tertaal) for tertaal in known_tertalen(session=session)] == land.tertalen
        if land.tertalen == list(TERTALEN):
            compare_lists(session, land, choice, regel)
        for tertaal in {choice, TERTALEN[-1]}:
            compare(session, land, tertaal)


@contextmanager
def kept(land: Land) -> Iterator[Session]:
    """The country in the database, read back as if by somebody else; gone afterwards."""
    with Session(engines(database_url())[1]) as session:
        act = Act(session, operator(), system_now())
        for delivery in deliveries(land):
            import_aanlevering(act, aanlevering=delivery)
        session.expunge_all()
        yield session
        session.rollback()


def compare_lists(session: Session, land: Land, tertaal: str, regel: Regel) -> None:
    beeld = tertaalbeeld(session=session, tertaal=Tertaal.parse(tertaal))
    verouderd = outdated(session=session, tertalen=beeld.geschiedenis[:-1])
    compare_lijst(beeld, regel, verouderd, land.werkpleinen, land.invullingen, land.uitvragen)
