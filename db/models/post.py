"""Mail: what leaves by itself, what was to be sent to whom, what came of it, and where mail does not arrive."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from db.models.base import REDEN_LENGTH, one_of, tertaal_check
from db.utc import UtcDateTime

SOORTEN = ("opening", "herinnering", "dringend", "bevestiging")
GROEPEN = ("niet_begonnen", "deels", "niet_ingediend", "verouderd", *SOORTEN)


class Mailing(SQLModel, table=True):
    """One mail to one group. `sleutel` belongs to the act of sending: the same act twice is one mailing."""

    __table_args__ = (
        UniqueConstraint("sleutel", name="uq_mailing_sleutel"),
        tertaal_check("mailing"),
        one_of("groep", GROEPEN, "ck_mailing_groep"),
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
    """One mail to one address. It is `bezig` before it leaves; what broke off is `onzeker`, and not sent again.

    `over`: which version of which werkplein a bevestiging is about, for an address gets one of each; else empty.
    """

    __table_args__ = (
        UniqueConstraint("mailing_id", "adres", "over", name="uq_bericht_mailing_adres_over"),
        one_of("status", ("wacht", "bezig", "verzonden", "mislukt", "onzeker", "overgeslagen"), "ck_bericht_status"),
    )

    id: int | None = Field(default=None, primary_key=True)
    mailing_id: int = Field(foreign_key="mailing.id")
    adres: str = Field(max_length=254)
    naam: str
    over: str = Field(default="", sa_column_kwargs={"server_default": ""})
    status: str
    melding: str | None = None
    gewijzigd_op: datetime = Field(sa_type=UtcDateTime)


class BerichtWerkplein(SQLModel, table=True):
    """Which werkpleinen a mail is about: somebody may hold more than one."""

    __tablename__ = "bericht_werkplein"

    bericht_id: int = Field(foreign_key="bericht.id", primary_key=True)
    werkplein_id: int = Field(foreign_key="werkplein.id", primary_key=True)


class GeplandePost(SQLModel, table=True):
    """A mail that an uitvraag sends by itself, once. Without `moment` it follows the dates of the uitvraag.

    It left (`mailing_id`), or never will (`vervallen`: why), or neither yet; a bevestiging has one for each of its texts.
    """

    __tablename__ = "geplande_post"
    __table_args__ = (
        UniqueConstraint("tertaal", "soort", name="uq_geplande_post_tertaal_soort"),
        UniqueConstraint("mailing_id", name="uq_geplande_post_mailing"),
        tertaal_check("geplande_post"),
        one_of("soort", SOORTEN, "ck_geplande_post_soort"),
        CheckConstraint("mailing_id IS NULL OR vervallen IS NULL", name="ck_geplande_post_uitkomst"),
    )

    id: int | None = Field(default=None, primary_key=True)
    tertaal: str = Field(max_length=6)
    soort: str
    onderwerp: str
    tekst: str
    aan: bool
    moment: datetime | None = Field(default=None, sa_type=UtcDateTime)
    mailing_id: int | None = Field(default=None, foreign_key="mailing.id")
    vervallen: str | None = None


class Onbestelbaar(SQLModel, table=True):
    """An address where mail does not arrive: nothing is sent there until the mark is taken off.

    `bron`: mail came back (`retour`), or somebody said so (`hand`).
    """

    __table_args__ = (
        one_of("bron", ("retour", "hand"), "ck_onbestelbaar_bron"),
        CheckConstraint(f"length(reden) BETWEEN 1 AND {REDEN_LENGTH}", name="ck_onbestelbaar_reden"),
    )

    adres: str = Field(primary_key=True, max_length=254)
    reden: str
    bron: str
    sinds: datetime = Field(sa_type=UtcDateTime)
