"""What stands in the report beside the landkaart."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from db.models.base import TOELICHTING_LENGTH, one_of, tertaal_check
from db.utc import UtcDateTime

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


class PlanAfspraak(SQLModel, table=True):
    """An afspraak of the Plan van Aanpak; how it stands is in `plan_stand`."""

    __tablename__ = "plan_afspraak"
    __table_args__ = (
        UniqueConstraint("nummer", name="uq_plan_afspraak_nummer"),
        CheckConstraint("length(nummer) BETWEEN 1 AND 12", name="ck_plan_afspraak_nummer"),
        CheckConstraint("length(thema) BETWEEN 1 AND 120", name="ck_plan_afspraak_thema"),
        CheckConstraint(f"length(wat) BETWEEN 1 AND {TOELICHTING_LENGTH}", name="ck_plan_afspraak_wat"),
        CheckConstraint("length(wie) BETWEEN 1 AND 120", name="ck_plan_afspraak_wie"),
    )

    id: int | None = Field(default=None, primary_key=True)
    nummer: str
    thema: str
    wat: str
    wie: str
    wanneer_plan: str


class PlanStand(SQLModel, table=True):
    """How such an afspraak stood on a day (`op`). A new one is added; none is changed or taken away."""

    __tablename__ = "plan_stand"
    __table_args__ = (
        one_of("status", ("loopt", "gereed", "te laat", "vervallen"), "ck_plan_stand_status"),
        CheckConstraint(f"length(tekst) <= {TOELICHTING_LENGTH}", name="ck_plan_stand_tekst"),
        Index("ix_plan_stand_afspraak", "afspraak_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    afspraak_id: int = Field(foreign_key="plan_afspraak.id")
    status: str
    wanneer: str
    uiterlijk: date | None = None
    tekst: str
    op: date
    door: str
    gemaakt_op: datetime = Field(sa_type=UtcDateTime)
