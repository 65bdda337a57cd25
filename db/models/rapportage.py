"""What the AKO decides and types of the report of a tertaal; the figures in it are computed each time."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from db.models.base import RAPPORT_TEKST_LENGTH, tertaal_check
from db.utc import UtcDateTime


class RapportOpzet(SQLModel, table=True):
    """Which chapters go in, in which order (`delen`: JSON, a list of codes). No row: as it usually is."""

    __tablename__ = "rapport_opzet"
    __table_args__ = (tertaal_check("rapport_opzet"),)

    tertaal: str = Field(primary_key=True, max_length=6)
    delen: str
    door: str
    gewijzigd_op: datetime = Field(sa_type=UtcDateTime)


class RapportTekst(SQLModel, table=True):
    """What stands at one place of a chapter, above or below its figures."""

    __tablename__ = "rapport_tekst"
    __table_args__ = (
        UniqueConstraint("tertaal", "deel", "plek", name="uq_rapport_tekst_plek"),
        tertaal_check("rapport_tekst"),
        CheckConstraint(f"length(tekst) BETWEEN 1 AND {RAPPORT_TEKST_LENGTH}", name="ck_rapport_tekst_tekst"),
        CheckConstraint("plek IN ('boven', 'onder')", name="ck_rapport_tekst_plek"),
    )

    id: int | None = Field(default=None, primary_key=True)
    tertaal: str = Field(max_length=6)
    deel: str = Field(max_length=40)
    plek: str = Field(max_length=5)
    tekst: str
    door: str
    gewijzigd_op: datetime = Field(sa_type=UtcDateTime)
