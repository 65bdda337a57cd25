"""What nearly every page asks of the landkaart: the tertaalbeeld that it shows, which tertalen there are, the names."""

from collections.abc import Mapping, Sequence
from datetime import date

from db.engine import read_session
from db.queries import tertaalbeeld as queries
from db.queries.werkpleinen import active, names
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from pages.shared.cache import another_tertaal_moves, figures_change, kept, surroundings_change
from pages.shared.kept_stands import KeptStands


@kept(until=figures_change, most=30, saying="De cijfers worden geteld…")
def tertaalbeeld(tertaal: Tertaal, editie: int | None = None) -> Tertaalbeeld:
    """Return all that is known about a tertaal, counted once for everybody. `editie`: one after that of the closing."""
    with read_session() as session:
        return queries.tertaalbeeld(session=session, tertaal=tertaal, editie=editie, source=KeptStands())


@kept(until=another_tertaal_moves, most=8)
def tertalen() -> Sequence[Tertaal]:
    """Return every tertaal that had an uitvraag or a submission, oldest first."""
    with read_session() as session:
        return queries.tertalen(session=session)


@kept(until=surroundings_change, most=8)
def namen() -> Mapping[str, str]:
    """Return naam by code of every werkplein, in alphabetical order."""
    with read_session() as session:
        return names(session=session)


@kept(until=surroundings_change, most=8)
def open_namen(day: date) -> Mapping[str, str]:
    """Return the same of those that are open on a day."""
    with read_session() as session:
        found = set(active(session=session, on=day))
    return {code: naam for code, naam in namen().items() if code in found}
