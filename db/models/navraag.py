"""What the AKO asks a werkplein about its answers: beside them, never in them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from db.models.base import MIJLPAAL_LENGTH, one_of, tertaal_check
from db.models.namens import WIE_LENGTH
from db.utc import UtcDateTime

NAVRAAG_LENGTH = 2000


class Navraag(SQLModel, table=True):
    """A question about one mijlpaal, or about a whole invulling (no `mijlpaal`); its answer, and that it is closed."""

    __table_args__ = (
        tertaal_check("navraag"),
        CheckConstraint(f"length(tekst) BETWEEN 1 AND {NAVRAAG_LENGTH}", name="ck_navraag_tekst"),
        CheckConstraint(f"length(antwoord) BETWEEN 1 AND {NAVRAAG_LENGTH}", name="ck_navraag_antwoord"),
        CheckConstraint("(antwoord IS NULL) = (beantwoord_op IS NULL)", name="ck_navraag_beantwoord"),
        Index("ix_navraag_werkplein", "werkplein_id", "tertaal"),
    )

    id: int | None = Field(default=None, primary_key=True)
    werkplein_id: int = Field(foreign_key="werkplein.id")
    tertaal: str = Field(max_length=6)
    mijlpaal: str | None = Field(default=None, max_length=MIJLPAAL_LENGTH)
    tekst: str
    door: str
    gesteld_op: datetime = Field(sa_type=UtcDateTime)
    antwoord: str | None = None
    beantwoord_door: str | None = None
    beantwoord_op: datetime | None = Field(default=None, sa_type=UtcDateTime)
    gesloten_door: str | None = None
    gesloten_op: datetime | None = Field(default=None, sa_type=UtcDateTime)


class NavraagOpgave(SQLModel, table=True):
    """That the AKO wrote an answer down on behalf of the werkplein: who gave it, and how it came."""

    __tablename__ = "navraag_opgave"
    __table_args__ = (
        CheckConstraint(f"length(wie) BETWEEN 1 AND {WIE_LENGTH}", name="ck_navraag_opgave_wie"),
        one_of("hoe", ("telefoon", "papier", "brief", "bezoek", "mail", "werkmap"), "ck_navraag_opgave_hoe"),
    )

    navraag_id: int = Field(foreign_key="navraag.id", primary_key=True)
    wie: str
    hoe: str
