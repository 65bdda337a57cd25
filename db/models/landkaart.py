"""The landkaart itself: werkpleinen, uitvragen, answers and submitted versions, what stands beside them."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from db.models.base import MIJLPAAL_LENGTH, TOELICHTING_LENGTH, one_of, tertaal_check
from db.utc import UtcDateTime
from landkaart.domein.band import Band


class Werkplein(SQLModel, table=True):
    """A local office; `kaart_*` is where it is drawn, `actief_*` the days between which it counts (empty: always).

    `opgegaan_in_id`: the werkplein that it was merged into when it closed. `contact_*`: whom to reach there, beside those
    who have an account; other werkpleinen see it once `contact_gedeeld_op` says since when they may.
    """

    __table_args__ = (
        UniqueConstraint("code", name="uq_werkplein_code"),
        CheckConstraint("length(naam) BETWEEN 1 AND 120", name="ck_werkplein_naam"),
        CheckConstraint("actief_van < actief_tot", name="ck_werkplein_actief"),
    )

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(max_length=60)
    naam: str = Field(max_length=120)
    plaats: str
    gemeente: str
    provincie: str
    arbeidsmarktregio: str
    breedtegraad: float
    lengtegraad: float
    kaart_breedtegraad: float | None = None
    kaart_lengtegraad: float | None = None
    actief_van: date | None = None
    actief_tot: date | None = None
    bron: str | None = None
    opgegaan_in_id: int | None = Field(default=None, foreign_key="werkplein.id")
    contact_naam: str | None = None
    contact_adres: str | None = None
    contact_gedeeld_op: datetime | None = Field(default=None, sa_type=UtcDateTime)


class WerkpleinNaam(SQLModel, table=True):
    """A name that a werkplein had until a day; history stays under both."""

    __tablename__ = "werkplein_naam"
    __table_args__ = (UniqueConstraint("werkplein_id", "naam", "tot", name="uq_werkplein_naam"),)

    id: int | None = Field(default=None, primary_key=True)
    werkplein_id: int = Field(foreign_key="werkplein.id")
    naam: str
    tot: date


class Uitvraag(SQLModel, table=True):
    """One survey round; all four are moments, `sluit` is the first that is too late. `vragen_aan`: whom to ask about it."""

    __table_args__ = (
        UniqueConstraint("tertaal", name="uq_uitvraag_tertaal"),
        tertaal_check("uitvraag"),
        CheckConstraint("opent < herinnering AND herinnering < sluit", name="ck_uitvraag_volgorde"),
        CheckConstraint("actueel_vanaf <= opent", name="ck_uitvraag_actueel_vanaf"),
    )

    id: int | None = Field(default=None, primary_key=True)
    tertaal: str = Field(max_length=6)
    opent: datetime = Field(sa_type=UtcDateTime)
    herinnering: datetime = Field(sa_type=UtcDateTime)
    sluit: datetime = Field(sa_type=UtcDateTime)
    actueel_vanaf: datetime = Field(sa_type=UtcDateTime)
    vragen_aan: str | None = None


class Invulling(SQLModel, table=True):
    """What one werkplein fills in in one tertaal, while it works on it. What counts is its last Indiening."""

    __table_args__ = (
        UniqueConstraint("werkplein_id", "tertaal", name="uq_invulling_werkplein_tertaal"),
        tertaal_check("invulling"),
    )

    id: int | None = Field(default=None, primary_key=True)
    werkplein_id: int = Field(foreign_key="werkplein.id")
    tertaal: str = Field(max_length=6)


class Antwoord(SQLModel, table=True):
    """One band on one mijlpaal in one invulling. No row means not answered: there is no empty band."""

    __table_args__ = (
        one_of("band", tuple(map(int, Band)), "ck_antwoord_band"),
        one_of("wijze", ("bijgewerkt", "bevestigd", "ingelezen"), "ck_antwoord_wijze"),
        {"sqlite_with_rowid": False},
    )

    invulling_id: int = Field(foreign_key="invulling.id", primary_key=True)
    mijlpaal: str = Field(primary_key=True, max_length=MIJLPAAL_LENGTH)
    band: int
    wijze: str
    opgeslagen_op: datetime = Field(sa_type=UtcDateTime)


class Toelichting(SQLModel, table=True):
    """Beside the answer, not in it: it can be written before a band is chosen and stays when the band is cleared."""

    __table_args__ = (
        CheckConstraint(f"length(tekst) BETWEEN 1 AND {TOELICHTING_LENGTH}", name="ck_toelichting_tekst"),
        {"sqlite_with_rowid": False},
    )

    invulling_id: int = Field(foreign_key="invulling.id", primary_key=True)
    mijlpaal: str = Field(primary_key=True, max_length=MIJLPAAL_LENGTH)
    tekst: str
    opgeslagen_op: datetime = Field(sa_type=UtcDateTime)


class Indiening(SQLModel, table=True):
    """A submitted version of an invulling; never changed, each stays readable. The highest versie counts.

    `reconstructie`: the answers were worked out from published totals, and readers are told so.
    """

    __table_args__ = (
        # Also the index that finds where a werkplein stands: its latest at or before a tertaal.
        UniqueConstraint("werkplein_id", "tertaal", "versie", name="uq_indiening_versie"),
        ForeignKeyConstraint(["werkplein_id", "tertaal"], ["invulling.werkplein_id", "invulling.tertaal"]),
        # Which tertalen there are, without reading every version.
        Index("ix_indiening_tertaal", "tertaal"),
    )

    id: int | None = Field(default=None, primary_key=True)
    werkplein_id: int
    tertaal: str = Field(max_length=6)
    versie: int
    ingediend_op: datetime = Field(sa_type=UtcDateTime)
    door: str
    reconstructie: bool = False


class IndieningAntwoord(SQLModel, table=True):
    """The copy of an answer at the moment of submitting; what the country is counted from."""

    __tablename__ = "indiening_antwoord"
    __table_args__ = (
        one_of("band", tuple(map(int, Band)), "ck_indiening_antwoord_band"),
        one_of("wijze", ("bijgewerkt", "bevestigd", "ingelezen"), "ck_indiening_antwoord_wijze"),
        {"sqlite_with_rowid": False},
    )

    indiening_id: int = Field(foreign_key="indiening.id", primary_key=True)
    mijlpaal: str = Field(primary_key=True, max_length=MIJLPAAL_LENGTH)
    band: int
    wijze: str
    toelichting: str | None = None


class Vraag(SQLModel, table=True):
    """A question on top of the 14, for one uitvraag; `eenheid` of a getal, `keuzes` (a JSON list) of a keuze."""

    __table_args__ = (
        UniqueConstraint("tertaal", "code", name="uq_vraag_tertaal_code"),
        tertaal_check("vraag"),
        one_of("soort", ("ja_nee", "getal", "keuze", "tekst"), "ck_vraag_soort"),
    )

    id: int | None = Field(default=None, primary_key=True)
    tertaal: str = Field(max_length=6)
    code: str = Field(max_length=60)
    tekst: str
    soort: str = "ja_nee"
    eenheid: str | None = None
    keuzes: str | None = None


class VraagAntwoord(SQLModel, table=True):
    """What a werkplein said to such a question; it may answer without an invulling in that tertaal."""

    __tablename__ = "vraag_antwoord"
    __table_args__ = (
        UniqueConstraint("werkplein_id", "vraag_id", name="uq_vraag_antwoord_werkplein_vraag"),
        CheckConstraint(f"length(antwoord) BETWEEN 1 AND {TOELICHTING_LENGTH}", name="ck_vraag_antwoord_antwoord"),
    )

    id: int | None = Field(default=None, primary_key=True)
    werkplein_id: int = Field(foreign_key="werkplein.id")
    vraag_id: int = Field(foreign_key="vraag.id")
    antwoord: str
    toelichting: str | None = None
    opgeslagen_op: datetime | None = Field(default=None, sa_type=UtcDateTime)


class AkoIndicatie(SQLModel, table=True):
    """The AKO's own judgement of a werkplein: beside the self-score, never over it. One from a file says not by whom.

    `overgenomen_uit`: the earlier tertaal whose oordeel was taken over unchanged.
    """

    __tablename__ = "ako_indicatie"
    __table_args__ = (
        UniqueConstraint("werkplein_id", "tertaal", name="uq_ako_indicatie_werkplein_tertaal"),
        tertaal_check("ako_indicatie"),
        one_of("indicatie", ("dit_jaar", "volgend_jaar", "niet", "sluit"), "ck_ako_indicatie_indicatie"),
    )

    id: int | None = Field(default=None, primary_key=True)
    werkplein_id: int = Field(foreign_key="werkplein.id")
    tertaal: str = Field(max_length=6)
    indicatie: str
    notitie: str | None = None
    gegeven_op: datetime | None = Field(default=None, sa_type=UtcDateTime)
    door: str | None = None
    overgenomen_uit: str | None = Field(default=None, max_length=6)


class Akkoord(SQLModel, table=True):
    """Who signed a submitted version: the UWV and the municipality each for themselves."""

    __table_args__ = (UniqueConstraint("indiening_id", "account_id", name="uq_akkoord_indiening_account"),)

    id: int | None = Field(default=None, primary_key=True)
    indiening_id: int = Field(foreign_key="indiening.id")
    account_id: int = Field(foreign_key="account.id")
    gegeven_op: datetime = Field(sa_type=UtcDateTime)


class Instelling(SQLModel, table=True):
    """What belongs to this landkaart as a whole, such as the offset of its clock."""

    sleutel: str = Field(primary_key=True)
    waarde: str
