"""The respons to an uitvraag, counted once for everybody."""

from db.engine import read_session
from db.queries.respons import respons as read_respons
from landkaart.domein.respons import Respons
from landkaart.domein.tertaal import Tertaal
from pages.shared.cache import anything_changes, kept


@kept(until=anything_changes, most=10, saying="De respons wordt geteld…")
def respons(tertaal: Tertaal) -> Respons:
    """Return how far each werkplein is in the uitvraag of this tertaal.

    Raises KeyError when it has none.
    """
    with read_session() as session:
        found = read_respons(session=session, tertaal=tertaal)
    if found is None:
        raise KeyError(str(tertaal))
    return found
