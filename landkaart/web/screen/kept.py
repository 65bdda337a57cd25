"""What each open page shows at this moment. It lives as long as the visit that keeps it, and goes with it."""

import re
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from weakref import WeakValueDictionary

from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.readers_table import ShownTable

# As Streamlit makes the name of a class of the key of an element.
NO_CLASS = re.compile(r"[^a-zA-Z0-9_-]")


@dataclass(eq=False)
class Blad:
    """An open page: a tab of a browser, of one session of an account."""

    sessie_id: int
    merk: str = field(default_factory=lambda: secrets.token_urlsafe(16))  # Which one, in an address.
    tables: dict[str, ShownTable] = field(default_factory=dict)  # By the class of their element.
    keuzes: dict[str, str] = field(default_factory=dict)  # What was chosen, in words, by what it is about.
    tertaal: Tertaal | None = None  # Whose figures it shows.
    editie: int | None = None  # Of those that were fixed, as in `db.queries.momentopname`; None: the one of the closing.
    vast: bool = True  # Whether a closing fixes what it shows; without a tertaal it does not.
    gelezen: datetime | None = None  # How far the record was read; None: what stands there follows it by itself.
    rijen: tuple[int, int | None] = (0, None)  # How many rows choices left, and of how many; None: nobody asked.
    regel: str = ""
    levend: str = ""  # What of it goes on after a closing, as `rapport.herkomst` has it; empty: nothing does.

    def begin(self, gelezen: datetime | None = None) -> None:
        """Begin anew, as the page does: what stood there is gone."""
        self.tables, self.keuzes, self.tertaal, self.editie = {}, {}, None, None
        self.vast, self.gelezen, self.regel, self.levend = True, gelezen, "", ""
        self.rijen = (0, None)

    def keep(self, key: str, table: ShownTable) -> None:
        self.tables[class_of(key)] = table


# By their mark; only who keeps a blad keeps it here.
BLADEN: WeakValueDictionary[str, Blad] = WeakValueDictionary()


def new_blad(sessie_id: int) -> Blad:
    """Return one for a page that is opened, empty."""
    blad = Blad(sessie_id)
    BLADEN[blad.merk] = blad
    return blad


def blad_of(merk: str, sessie_id: int) -> Blad:
    """Return what stands on a page of this session.

    Raises KeyError for one that is not there, or of somebody else.
    """
    blad = BLADEN[merk]
    if blad.sessie_id != sessie_id:
        raise KeyError(merk)
    return blad


def class_of(key: str) -> str:
    """Return the name of the class that Streamlit gives an element with this key, without what stands before all of them."""
    return NO_CLASS.sub("-", key.strip())
