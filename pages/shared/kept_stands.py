"""The stands of which tertaalbeelden are made, kept from one to the next: most of them did not move."""

from collections.abc import Iterator, Mapping, Sequence

from db.engine import Session, read_session
from db.queries.data_version import data_version
from db.queries.momentopnamen import Frozen, frozen_stand
from db.queries.stands import stand
from landkaart.domein.stand import Stand
from landkaart.domein.tertaal import Tertaal
from landkaart.settings import database_url
from pages.shared.cache import moved_until
from pages.shared.store import Store

# Of what lives one for each tertaal; of what was frozen those that somebody looked at.
LIVING: Store[Stand] = Store(40)
FROZEN: Store[Stand] = Store(60)


class KeptStands:
    """Reads what is not there yet or moved."""

    def living(self, session: Session, tertalen: Sequence[Tertaal]) -> Mapping[Tertaal, Stand]:
        """Return where they stand, all of one moment: that at which this session looks."""
        moves, database = moved_until(data_version(session=session).change), database_url()

        def read(tertaal: Tertaal) -> Stand:
            return LIVING.get((database, tertaal), moves.of(tertaal), lambda: stand(session=session, tertaal=tertaal))

        return {each: read(each) for each in tertalen}

    def frozen(self, session: Session, frozen: Frozen, tertalen: Sequence[Tertaal]) -> Mapping[Tertaal, Stand]:
        """Return what was frozen, which nothing moves: each is read when somebody looks at it."""
        return FrozenStands(database_url(), frozen, tertalen)


class FrozenStands(Mapping[Tertaal, Stand]):
    """The stands of one edition."""

    def __init__(self, database: str, frozen: Frozen, tertalen: Sequence[Tertaal]):
        self.database, self.edition, self.tertalen = database, frozen, tertalen

    def __getitem__(self, tertaal: Tertaal) -> Stand:
        if tertaal not in self.tertalen:
            raise KeyError(tertaal)
        # The moment tells it from one of the same number in a database that was put back.
        return FROZEN.get((self.database, self.edition.id, tertaal), self.edition.genomen_op, lambda: self.read(tertaal))

    def read(self, tertaal: Tertaal) -> Stand:
        with read_session() as session:
            return frozen_stand(session=session, frozen=self.edition, tertaal=tertaal)

    def __iter__(self) -> Iterator[Tertaal]:
        return iter(self.tertalen)

    def __len__(self) -> int:
        return len(self.tertalen)
