"""That the AKO fills in on behalf of a werkplein, and which versions came of it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from db.models.base import one_of, tertaal_check
from db.utc import UtcDateTime

WIE_LENGTH = 120


class Namens(SQLModel, table=True):
    """Who of the werkplein gave the answers (`wie`), how they came, and who of the AKO fills them in; one runs at a time."""

    __table_args__ = (
        tertaal_check("namens"),
        CheckConstraint(f"length(wie) BETWEEN 1 AND {WIE_LENGTH}", name="ck_namens_wie"),
        one_of("hoe", ("telefoon", "papier", "brief", "bezoek", "mail", "werkmap"), "ck_namens_hoe"),
        Index("ix_namens_werkplein", "werkplein_id", "tertaal"),
    )

    id: int | None = Field(default=None, primary_key=True)
    werkplein_id: int = Field(foreign_key="werkplein.id")
    tertaal: str = Field(max_length=6)
    wie: str
    hoe: str
    door: str
    begonnen_op: datetime = Field(sa_type=UtcDateTime)
    beeindigd_door: str | None = None
    beeindigd_op: datetime | None = Field(default=None, sa_type=UtcDateTime)


class IndieningNamens(SQLModel, table=True):
    """That a version was submitted on behalf of its werkplein."""

    __tablename__ = "indiening_namens"

    indiening_id: int = Field(foreign_key="indiening.id", primary_key=True)
    namens_id: int = Field(foreign_key="namens.id")
