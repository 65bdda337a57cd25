"""What stands in the report beside the landkaart."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from db.models.base import tertaal_check

# What tells a kengetal from the others of its tertaal.
KENMERK = ("tabel", "onderdeel", "indicator", "uitsplitsing", "periode", "soort")


class Kengetal(SQLModel, table=True):
    """A figure as its source prints it: `waarde` is a number with a decimal comma, "n.b." or a text, and never empty."""

    __table_args__ = (
        UniqueConstraint("tertaal", *KENMERK, name="uq_kengetal_kenmerk"),
        tertaal_check("kengetal"),
        *(
            CheckConstraint(f"length({name}) BETWEEN 1 AND 200", name=f"ck_kengetal_{name}")
            for name in ("tabel", "indicator", "uitsplitsing", "periode", "soort", "eenheid")
        ),
        CheckConstraint("length(waarde) BETWEEN 1 AND 60", name="ck_kengetal_waarde"),
    )

    id: int | None = Field(default=None, primary_key=True)
    tertaal: str = Field(max_length=6)
    tabel: str
    onderdeel: str
    indicator: str
    uitsplitsing: str
    periode: str
    soort: str
    waarde: str
    eenheid: str
    noot: str
    bron: str
