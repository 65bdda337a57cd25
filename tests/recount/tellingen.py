"""Every table of a country that is in a database, beside what the referee counts from the same country."""

from hypothesis import HealthCheck
from sqlmodel import Session

from db.queries.tertaalbeeld import tertaalbeeld
from db.queries.werkpleinen import regions
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import tables
from tests.recount import naief
from tests.recount.hertelling import (
    compare_achterblijvers,
    compare_actualiteit,
    compare_tables_2_and_3,
    compare_two_stands,
    rows,
)
from tests.recount.landen import REGIONS, Land

# The examples of a test share one database: each rolls back what it wrote.
SUPPRESSED = [HealthCheck.function_scoped_fixture]


def compare(session: Session, land: Land, tertaal: str) -> None:
    beeld = tertaalbeeld(session=session, tertaal=Tertaal.parse(tertaal))
    data = (land.werkpleinen, land.invullingen, land.uitvragen)
    stood = naief.stand(tertaal, *data)
    before = naief.stand(naief.tertaal_before(tertaal), *data)

    compare_tables_2_and_3(beeld.stand, stood)
    history = [known for known in land.tertalen if known < tertaal] + [tertaal]
    assert rows(tables.table4(beeld)) == naief.tabel4(history, *data)
    compare_two_stands(beeld, stood, before, land.namen)
    if tertaal in land.uitvragen:
        compare_actualiteit(beeld, *data)
        compare_achterblijvers(beeld, *data)

    found = regions(session=session, column="arbeidsmarktregio")
    for region in REGIONS:
        there = naief.by_region(stood, land.region_of, region)
        compare_tables_2_and_3(beeld.stand.among(found.get(region, [])), there)
