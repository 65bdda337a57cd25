"""Mail: what was to be sent to whom, and what came of it."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from db.models.base import one_of, tertaal_check
from db.utc import UtcDateTime


class Mailing(SQLModel, table=True):
    """One reminder to one group. `sleutel` belongs to the act of sending: the same act twice is one mailing."""

    __table_args__ = (
        UniqueConstraint("sleutel", name="uq_mailing_sleutel"),
        tertaal_check("mailing"),
        one_of("groep", ("niet_begonnen", "deels", "niet_ingediend", "verouderd"), "ck_mailing_groep"),
    )

    id: int | None = Field(default=None, primary_key=True)
    sleutel: str
    tertaal: str = Field(max_length=6)
    groep: str
    onderwerp: str
    tekst: str
    door: str
    gemaakt_op: datetime = Field(sa_type=UtcDateTime)


class Bericht(SQLModel, table=True):
    """One mail to one address. It is `bezig` before it leaves; what broke off is `onzeker`, and not sent again."""

    __table_args__ = (
        UniqueConstraint("mailing_id", "adres", name="uq_bericht_mailing_adres"),
        one_of("status", ("wacht", "bezig", "verzonden", "mislukt", "onzeker", "overgeslagen"), "ck_bericht_status"),
    )

    id: int | None = Field(default=None, primary_key=True)
    mailing_id: int = Field(foreign_key="mailing.id")
    adres: str = Field(max_length=254)
    naam: str
    status: str
    melding: str | None = None
    gewijzigd_op: datetime = Field(sa_type=UtcDateTime)


class BerichtWerkplein(SQLModel, table=True):
    """Which werkpleinen a mail is about: somebody may hold more than one."""

    __tablename__ = "bericht_werkplein"

    bericht_id: int = Field(foreign_key="bericht.id", primary_key=True)
    werkplein_id: int = Field(foreign_key="werkplein.id", primary_key=True)
