"""What was done."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from db.utc import UtcDateTime


class Logregel(SQLModel, table=True):
    """Who changed what, when, from what to what. Written in the transaction of the change; triggers keep it as it is.

    `oud` and `nieuw` are JSON: of one answer, or of a whole invulling by mijlpaal.
    """

    __table_args__ = (
        Index("ix_logregel_handeling", "handeling", "id"),
        Index("ix_logregel_werkplein", "werkplein_id", "tertaal"),
    )

    id: int | None = Field(default=None, primary_key=True)
    moment: datetime = Field(sa_type=UtcDateTime)
    door: str
    account_id: int | None = Field(default=None, foreign_key="account.id")
    weg: str
    handeling: str
    werkplein_id: int | None = Field(default=None, foreign_key="werkplein.id")
    tertaal: str | None = None
    mijlpaal: str | None = None
    oud: str | None = None
    nieuw: str | None = None
