"""What is made of the figures: lists of achterblijvers, prognoses, and what werkpleinen agree to do."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from db.models.base import MIJLPAAL_LENGTH, TOELICHTING_LENGTH, one_of, tertaal_check
from db.utc import UtcDateTime


class Achterblijverslijst(SQLModel, table=True):
    """The list that the AKO fixed for a tertaal, with the rule it was made by (`regel`: JSON)."""

    __table_args__ = (
        UniqueConstraint("tertaal", name="uq_achterblijverslijst_tertaal"),
        tertaal_check("achterblijverslijst"),
    )

    id: int | None = Field(default=None, primary_key=True)
    tertaal: str = Field(max_length=6)
    regel: str
    door: str
    opgeslagen_op: datetime = Field(sa_type=UtcDateTime)


class AchterblijverslijstRegel(SQLModel, table=True):
    """A werkplein on such a list; `redenen` are the sentences that readers saw."""

    __tablename__ = "achterblijverslijst_regel"

    lijst_id: int = Field(foreign_key="achterblijverslijst.id", primary_key=True)
    werkplein_id: int = Field(foreign_key="werkplein.id", primary_key=True)
    redenen: str


class Prognose(SQLModel, table=True):
    """What was expected of a werkplein at a tertaal, kept so that later ones show how right it was.

    `helling` in points per tertaal, `volgende` the score expected of the next one; `bereikt`, `vroegst` and `laatst`: the
    tertaal in which it would reach 100%, empty when it never would.
    """

    __table_args__ = (
        UniqueConstraint("werkplein_id", "tertaal", name="uq_prognose_werkplein_tertaal"),
        tertaal_check("prognose"),
    )

    id: int | None = Field(default=None, primary_key=True)
    werkplein_id: int = Field(foreign_key="werkplein.id")
    tertaal: str = Field(max_length=6)
    score: float
    helling: float
    volgende: float
    bereikt: str | None = Field(default=None, max_length=6)
    vroegst: str | None = Field(default=None, max_length=6)
    laatst: str | None = Field(default=None, max_length=6)
    gemaakt_op: datetime = Field(sa_type=UtcDateTime)


class Afspraak(SQLModel, table=True):
    """What a werkplein agreed to do, perhaps about one mijlpaal and with another werkplein that came from where it is."""

    __table_args__ = (
        CheckConstraint(f"length(wat) BETWEEN 1 AND {TOELICHTING_LENGTH}", name="ck_afspraak_wat"),
        CheckConstraint("length(wie) BETWEEN 1 AND 120", name="ck_afspraak_wie"),
        one_of("status", ("open", "gedaan", "vervallen"), "ck_afspraak_status"),
        Index("ix_afspraak_werkplein", "werkplein_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    werkplein_id: int = Field(foreign_key="werkplein.id")
    mijlpaal: str | None = Field(default=None, max_length=MIJLPAAL_LENGTH)
    met_werkplein_id: int | None = Field(default=None, foreign_key="werkplein.id")
    wat: str
    wie: str
    wanneer: date
    status: str = "open"
    door: str
    gemaakt_op: datetime = Field(sa_type=UtcDateTime)
    gewijzigd_op: datetime = Field(sa_type=UtcDateTime)
