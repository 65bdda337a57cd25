"""How many connections may be open: of strangers so many for each address, and of all together as many as there are files.

Who comes when it is full is let in when somebody can make place: a stranger who is being waited for, the longest first. So
whoever keeps a thousand connections open without saying anything closes his own, and nobody else's.
"""

from typing import Any, Protocol

from landkaart.web.serving.proxies import counted_as, is_believed, read_address

EACH = 100
# Until the start has read how many files may be open.
IN_ALL = 800


class Connection(Protocol):
    """What is asked of a connection here."""

    client: tuple[str, int] | None
    # All that are open, websockets too.
    connections: set[Any]

    @property
    def is_waiting(self) -> bool: ...

    def give_up(self) -> None: ...


class Doors:
    """Who is inside, strangers by their address in the order in which they came."""

    def __init__(self, each: int = EACH, in_all: int = IN_ALL):
        self.each, self.in_all = each, in_all
        self.strangers: dict[str, dict[Connection, None]] = {}

    def enter(self, connection: Connection) -> bool:
        """Let a stranger in; False when there is no place for him."""
        host = connection.client[0] if connection.client else "?"
        mine = self.strangers.get(counted_as(host), {})
        if len(mine) >= self.each and not is_proxy(host) and not make_place(mine):
            return False
        if len(connection.connections) > self.in_all and not make_place(max(self.strangers.values(), key=len, default={})):
            return False
        mine[connection] = None
        self.strangers[counted_as(host)] = mine
        return True

    def recognise(self, connection: Connection) -> None:
        """Count him no longer among the strangers."""
        self.leave(connection)

    def leave(self, connection: Connection) -> None:
        host = counted_as(connection.client[0] if connection.client else "?")
        mine = self.strangers.get(host, {})
        mine.pop(connection, None)
        if not mine:
            self.strangers.pop(host, None)


def make_place(among: dict[Connection, None]) -> bool:
    """Close the one that is waited for longest; False when all of them are being answered."""
    found = next((each for each in among if each.is_waiting), None)
    if found is None:
        return False
    del among[found]
    found.give_up()
    return True


def is_proxy(host: str) -> bool:
    """Say whether this is one of our own proxies, behind which everybody comes from the same address."""
    found = read_address(host)
    return found is not None and is_believed(found)


DOORS = Doors()
