"""A file takes as much reading when it is the tenth as when it is the first: what it does not name is left alone.

Of SQLite's own count of what it does: a hundred instructions at a time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import event

from db.engine import engines
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.records import AntwoordRecord, IndicatieRecord, VraagRecord
from landkaart.settings import database_url
from tests.steps.acts_files import bring_in
from tests.steps.factories import invulling_record, uitvraag_record, werkplein_record
from tests.steps.small_landkaart import everything

CODES = [f"w{number}" for number in range(60)]
TERTALEN = [Tertaal(2009, 1).before(steps) for steps in reversed(range(10))]


@pytest.fixture(autouse=True)
def sqlite(database):
    if not database_url().startswith("sqlite"):
        pytest.skip("PostgreSQL does not count what it does")


@contextmanager
def steps() -> Iterator[list[int]]:
    found, writer = [0], engines(database_url())[1]

    def step() -> int:
        found[0] += 1
        return 0

    def begin(connection, *rest):
        connection.set_progress_handler(step, 100)

    event.listen(writer, "checkout", begin)
    yield found
    event.remove(writer, "checkout", begin)


def file_of(tertaal: Tertaal) -> Aanlevering:
    """Of every werkplein: an invulling, a judgement and an answer."""
    opens, closes = tertaal.began, date(tertaal.ended.year, tertaal.ended.month, 1)
    return Aanlevering(
        werkpleinen=tuple(map(werkplein_record, CODES)),
        uitvragen=(uitvraag_record(tertaal, opent=opens, sluit=closes),),
        invullingen=tuple(invulling_record(code, tertaal, "2") for code in CODES),
        vragen=(VraagRecord("lukt", tertaal, "Lukt het?", None, None, None, "vragen.csv", 2),),
        antwoorden=tuple(AntwoordRecord(code, tertaal, "lukt", "ja", None, "antwoorden.csv", 2) for code in CODES),
        indicaties=tuple(IndicatieRecord(code, tertaal, "dit_jaar", "ako_indicatie.csv", 2) for code in CODES),
    )


def test_the_tenth_file_takes_as_much_reading_as_the_second():
    took = []
    for tertaal in TERTALEN:
        with steps() as found:
            bring_in(file_of(tertaal))
        took.append(found[0])

    kept = everything()
    assert [len(kept[name]) for name in ("indiening", "ako_indicatie", "vraag_antwoord")] == [600, 600, 600]
    # What is still looked through of the others: whether anything in them was filled in here.
    assert took[9] < 1.35 * took[1]
