"""Who may come in, who is in, and by which link."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, false
from sqlmodel import Field, SQLModel

from db.models.base import one_of
from db.utc import UtcDateTime


class Account(SQLModel, table=True):
    """Somebody who may come in. `adres` is his mail address, in small letters; no password until he chose one.

    `totp_geheim` is sealed (`db.sealing`); `totp_stap`: the step of the last code that was used, whatever for. It rises.
    `onderwerp`: the issuer and the subject by which the organisation's own sign-in knows him, since `gekoppeld_op`;
    `koppelbaar`: invited for that, and never in by another way. Once it is erased (`gewist_op`) nothing in it is anybody's:
    what he did points at its number.
    """

    __table_args__ = (
        UniqueConstraint("adres", name="uq_account_adres"),
        UniqueConstraint("onderwerp", name="uq_account_onderwerp"),
        one_of("rol", ("werkplein", "ako", "beheer", "lezer"), "ck_account_rol"),
        CheckConstraint("length(naam) BETWEEN 1 AND 120", name="ck_account_naam"),
        CheckConstraint("adres = lower(adres) AND length(adres) BETWEEN 3 AND 254", name="ck_account_adres"),
    )

    id: int | None = Field(default=None, primary_key=True)
    adres: str = Field(max_length=254)
    naam: str = Field(max_length=120)
    organisatie: str = ""
    rol: str
    wachtwoord: str | None = None
    totp_geheim: str | None = None
    totp_stap: int | None = None
    onderwerp: str | None = None
    gekoppeld_op: datetime | None = Field(default=None, sa_type=UtcDateTime)
    koppelbaar: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    uitgezet_op: datetime | None = Field(default=None, sa_type=UtcDateTime)
    demo: bool = False
    gewist_op: datetime | None = Field(default=None, sa_type=UtcDateTime)


class AccountWerkplein(SQLModel, table=True):
    """Whose werkplein it is: a person can hold more than one, a werkplein more than one person.

    `coordinator`: he lets colleagues of that werkplein in, and takes them out.
    """

    __tablename__ = "account_werkplein"

    account_id: int = Field(foreign_key="account.id", primary_key=True)
    werkplein_id: int = Field(foreign_key="werkplein.id", primary_key=True)
    coordinator: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class Sessie(SQLModel, table=True):
    """Somebody who is in. The token itself is only in his cookie; moments are of the real clock."""

    __table_args__ = (UniqueConstraint("token_hash", name="uq_sessie_token"), Index("ix_sessie_account", "account_id"))

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id")
    token_hash: str
    begonnen_op: datetime = Field(sa_type=UtcDateTime)
    actief_op: datetime = Field(sa_type=UtcDateTime)
    beeindigd_op: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Toegangslink(SQLModel, table=True):
    """A link that lets somebody in once: an invitation, a reset, or the first start.

    `factor_uit`: whoever uses it has no second factor any more, because a beheerder looked at who asked.
    """

    __table_args__ = (
        UniqueConstraint("token_hash", name="uq_toegangslink_token"),
        one_of("soort", ("uitnodiging", "herstel", "eerste_start"), "ck_toegangslink_soort"),
    )

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id")
    soort: str
    token_hash: str
    verloopt_op: datetime = Field(sa_type=UtcDateTime)
    gebruikt_op: datetime | None = Field(default=None, sa_type=UtcDateTime)
    factor_uit: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class Noodcode(SQLModel, table=True):
    """One of the codes with which somebody comes in once without his telephone; only its hash is kept."""

    __table_args__ = (UniqueConstraint("account_id", "code_hash", name="uq_noodcode_account_code"),)

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id")
    code_hash: str
    gebruikt_op: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Apitoken(SQLModel, table=True):
    """What a program brings to read in the name of an account, until its owner withdraws it; only its hash is kept.

    Moments are of the real clock.
    """

    __table_args__ = (
        UniqueConstraint("token_hash", name="uq_apitoken_token"),
        CheckConstraint("length(naam) BETWEEN 1 AND 80", name="ck_apitoken_naam"),
        Index("ix_apitoken_account", "account_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id")
    naam: str
    token_hash: str
    gemaakt_op: datetime = Field(sa_type=UtcDateTime)
    verloopt_op: datetime = Field(sa_type=UtcDateTime)
    ingetrokken_op: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Terugkeer(SQLModel, table=True):
    """A way back from the organisation's own sign-in that was used: nobody takes it twice, at whichever program he comes."""

    state_hash: str = Field(primary_key=True)
    moment: datetime = Field(sa_type=UtcDateTime)


class Poging(SQLModel, table=True):
    """A try to prove who one is, per address of the account and of the machine; counted before it is judged."""

    __table_args__ = (Index("ix_poging_adres", "adres", "moment"), Index("ix_poging_herkomst", "herkomst", "moment"))

    id: int | None = Field(default=None, primary_key=True)
    adres: str
    herkomst: str
    moment: datetime = Field(sa_type=UtcDateTime)
