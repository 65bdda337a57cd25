"""What came in after a tertaal was fixed."""

from db.engine import read_session
from db.queries.heruitgaven import changed_since_last
from landkaart.domein.tertaal import Tertaal
from pages.shared.cache import anything_changes, kept


@kept(until=anything_changes, most=8)
def moved_since_last(tertaal: Tertaal) -> tuple[str, ...]:
    """Return by code who stands elsewhere now than in the last edition; the whole edition is read for it."""
    with read_session() as session:
        return changed_since_last(session=session, tertaal=tertaal)
