"""Invitations: who was invited to come in, by a mail or by a letter, and what came of it."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from db.models.base import one_of
from db.utc import UtcDateTime


class Uitnodigingsronde(SQLModel, table=True):
    """Many who were invited in one go. `sleutel` belongs to the act: the same act twice is one ronde."""

    __table_args__ = (UniqueConstraint("sleutel", name="uq_uitnodigingsronde_sleutel"),)

    id: int | None = Field(default=None, primary_key=True)
    sleutel: str
    als_bestand: bool
    door: str
    gemaakt_op: datetime = Field(sa_type=UtcDateTime)


class Uitnodiging(SQLModel, table=True):
    """One invitation of a ronde, to one account, at the address that it had then; its statuses are those of a Bericht.

    `link_id`: the link in it, once that was made. `verzegeld`: what that link is, sealed (`db.sealing`), only where it was
    handed out as a file; of a mail it is known nowhere but in the mail.
    """

    __table_args__ = (
        UniqueConstraint("ronde_id", "account_id", name="uq_uitnodiging_ronde_account"),
        one_of("status", ("wacht", "bezig", "verzonden", "mislukt", "onzeker", "overgeslagen"), "ck_uitnodiging_status"),
        Index("ix_uitnodiging_account", "account_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    ronde_id: int = Field(foreign_key="uitnodigingsronde.id")
    account_id: int = Field(foreign_key="account.id")
    adres: str = Field(max_length=254)
    status: str
    melding: str | None = None
    gewijzigd_op: datetime = Field(sa_type=UtcDateTime)
    link_id: int | None = None
    verzegeld: str | None = None
