"""The form of Harderwijk in 2009-3, as somebody fills it in."""

from db.engine import read_session
from db.queries.invullingen import invulling
from landkaart.domein.tertaal import Tertaal
from pages.invullen.form import SEGMENTS
from tests.steps.drive import field

NOW = Tertaal(2009, 3)
ANALYSE, PLAN = "arbeidsmarktanalyse", "ketenjaarplan"


def key(kind, mijlpaal):
    return f"{kind}-harderwijk-{NOW}-{mijlpaal}"


def kept():
    with read_session() as session:
        return invulling(session=session, werkplein="harderwijk", tertaal=NOW)


def choose(at, mijlpaal, band):
    return field(at, key("band", mijlpaal)).set_value(SEGMENTS[band]).run()
