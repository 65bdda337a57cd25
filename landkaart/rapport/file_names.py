"""What files are called: what is in them, their tertaal, and what tells two of them apart."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from landkaart.domein.tertaal import Tertaal

# What stands behind the question mark: by name, or as pairs where a name comes more than once.
Asked = Mapping[str, str] | Sequence[tuple[str, str]]
# Of one part, and of all parts together: what every disk, zip and mail program takes.
PART, LONGEST = 60, 150
# Choices that say nothing without what they are about.
NAMED = {"met": "met", "blad": "blad", "nummer": "nummer", "editie": "editie"}


def file_name(what: str, tertaal: Tertaal | None, asked: Asked, kind: str) -> str:
    """Write "vergelijking-2009-2-met-2008-1.csv": small letters, digits, `-` and `_` alone, whatever was asked.

    `asked`: the choices as they stand in an address; `kind`: without its dot.
    """
    pairs = asked.items() if isinstance(asked, Mapping) else asked
    parts = [what, str(tertaal or ""), *(f"{NAMED.get(name, '')} {value}" for name, value in pairs)]
    return f"{'-'.join(filter(None, map(slug, parts)))[:LONGEST].rstrip('-')}.{kind}"


def slug(text: str) -> str:
    """Return it without accents, signs and capitals."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9_]+", "-", plain)[:PART].strip("-")
