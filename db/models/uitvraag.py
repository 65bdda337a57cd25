"""What belongs to a survey round: who got more time, who need not answer, and what was counted when it closed."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from db.models.base import REDEN_LENGTH, one_of, tertaal_check
from db.utc import UtcDateTime


class Uitstel(SQLModel, table=True):
    """More time for one werkplein: `tot` is the first moment that is too late for it."""

    __table_args__ = (
        UniqueConstraint("werkplein_id", "tertaal", name="uq_uitstel_werkplein_tertaal"),
        tertaal_check("uitstel"),
        CheckConstraint(f"length(reden) BETWEEN 1 AND {REDEN_LENGTH}", name="ck_uitstel_reden"),
    )

    id: int | None = Field(default=None, primary_key=True)
    werkplein_id: int = Field(foreign_key="werkplein.id")
    tertaal: str = Field(max_length=6)
    tot: datetime = Field(sa_type=UtcDateTime)
    reden: str
    door: str
    gegeven_op: datetime = Field(sa_type=UtcDateTime)


class Vrijstelling(SQLModel, table=True):
    """A werkplein that need not answer in one uitvraag, or that let the AKO know that nothing changed."""

    __table_args__ = (
        UniqueConstraint("werkplein_id", "tertaal", name="uq_vrijstelling_werkplein_tertaal"),
        tertaal_check("vrijstelling"),
        one_of("soort", ("vrijgesteld", "geen_wijziging"), "ck_vrijstelling_soort"),
        CheckConstraint(f"length(reden) BETWEEN 1 AND {REDEN_LENGTH}", name="ck_vrijstelling_reden"),
    )

    id: int | None = Field(default=None, primary_key=True)
    werkplein_id: int = Field(foreign_key="werkplein.id")
    tertaal: str = Field(max_length=6)
    soort: str
    reden: str
    door: str
    gegeven_op: datetime = Field(sa_type=UtcDateTime)


class Momentopname(SQLModel, table=True):
    """What a tertaal was counted from when it closed, with the dates that it was judged by (empty without an uitvraag).

    Never changed and never deleted: triggers see to it. One that was taken back has a Terugname, and the next one of its
    tertaal is another `editie`.
    """

    __table_args__ = (
        UniqueConstraint("tertaal", "editie", name="uq_momentopname_tertaal_editie"),
        tertaal_check("momentopname"),
    )

    id: int | None = Field(default=None, primary_key=True)
    tertaal: str = Field(max_length=6)
    editie: int = 1
    genomen_op: datetime = Field(sa_type=UtcDateTime)
    opent: datetime | None = Field(default=None, sa_type=UtcDateTime)
    herinnering: datetime | None = Field(default=None, sa_type=UtcDateTime)
    sluit: datetime | None = Field(default=None, sa_type=UtcDateTime)
    actueel_vanaf: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Terugname(SQLModel, table=True):
    """That a momentopname, which was taken before the closing, does not hold: who said so, and why. Never changed either."""

    __table_args__ = (CheckConstraint(f"length(reden) BETWEEN 1 AND {REDEN_LENGTH}", name="ck_terugname_reden"),)

    momentopname_id: int = Field(foreign_key="momentopname.id", primary_key=True)
    reden: str
    account_id: int | None = Field(default=None, foreign_key="account.id")
    gedaan_op: datetime = Field(sa_type=UtcDateTime)


class Heruitgave(SQLModel, table=True):
    """That a momentopname is a later edition, with what came in after the closing: who made it, and why. Never changed."""

    __table_args__ = (CheckConstraint(f"length(reden) BETWEEN 1 AND {REDEN_LENGTH}", name="ck_heruitgave_reden"),)

    momentopname_id: int = Field(foreign_key="momentopname.id", primary_key=True)
    reden: str
    account_id: int | None = Field(default=None, foreign_key="account.id")
    gedaan_op: datetime = Field(sa_type=UtcDateTime)


class MomentopnameStand(SQLModel, table=True):
    """Which version a werkplein stood on, in the tertaal of the momentopname or in one before it that its tables show.

    `naam` is what it was called then. No `indiening_id`: it was open, and had never submitted.
    """

    __tablename__ = "momentopname_stand"
    __table_args__ = ({"sqlite_with_rowid": False},)

    momentopname_id: int = Field(foreign_key="momentopname.id", primary_key=True)
    tertaal: str = Field(max_length=6, primary_key=True)
    werkplein_id: int = Field(foreign_key="werkplein.id", primary_key=True)
    naam: str
    indiening_id: int | None = Field(default=None, foreign_key="indiening.id")
