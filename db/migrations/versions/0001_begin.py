"""The first shape: werkpleinen, uitvragen, answers, submitted versions, extra questions, AKO-indicaties and the log."""

import sqlalchemy as sa
from alembic import op

from db.checks import BAND, TERTAAL

revision = "0001"
down_revision = None

MOMENT = sa.DateTime(timezone=True)
APPLICATION_ID = 0x53555749


def upgrade() -> None:
    create_tables()
    protect_the_log()


def protect_the_log() -> None:
    """A log line is never changed and never deleted, not by this program either."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        for act in ("UPDATE", "DELETE"):
            refusal = "BEGIN SELECT RAISE(ABORT, 'logregel: alleen toevoegen'); END"
            op.execute(f"CREATE TRIGGER tr_logregel_{act.lower()} BEFORE {act} ON logregel {refusal}")
    else:
        body = "BEGIN RAISE EXCEPTION 'logregel: alleen toevoegen'; END"
        op.execute(f"CREATE FUNCTION refuse_logregel() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$")
        op.execute(
            "CREATE TRIGGER tr_logregel BEFORE UPDATE OR DELETE OR TRUNCATE ON logregel "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_logregel()"
        )


def create_tables() -> None:
    op.create_table(
        "instelling",
        sa.Column("sleutel", sa.String(), nullable=False),
        sa.Column("waarde", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("sleutel", name="pk_instelling"),
    )
    op.create_table(
        "uitvraag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("opent", MOMENT, nullable=False),
        sa.Column("herinnering", MOMENT, nullable=False),
        sa.Column("sluit", MOMENT, nullable=False),
        sa.Column("actueel_vanaf", MOMENT, nullable=False),
        sa.CheckConstraint(TERTAAL, name="ck_uitvraag_tertaal"),
        sa.CheckConstraint("actueel_vanaf <= opent", name="ck_uitvraag_actueel_vanaf"),
        sa.CheckConstraint("opent < herinnering AND herinnering < sluit", name="ck_uitvraag_volgorde"),
        sa.PrimaryKeyConstraint("id", name="pk_uitvraag"),
        sa.UniqueConstraint("tertaal", name="uq_uitvraag_tertaal"),
    )
    op.create_table(
        "vraag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.CheckConstraint(TERTAAL, name="ck_vraag_tertaal"),
        sa.PrimaryKeyConstraint("id", name="pk_vraag"),
        sa.UniqueConstraint("tertaal", "code", name="uq_vraag_tertaal_code"),
    )
    op.create_table(
        "werkplein",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("naam", sa.String(length=120), nullable=False),
        sa.Column("plaats", sa.String(), nullable=False),
        sa.Column("gemeente", sa.String(), nullable=False),
        sa.Column("provincie", sa.String(), nullable=False),
        sa.Column("arbeidsmarktregio", sa.String(), nullable=False),
        sa.Column("breedtegraad", sa.Float(), nullable=False),
        sa.Column("lengtegraad", sa.Float(), nullable=False),
        sa.Column("kaart_breedtegraad", sa.Float(), nullable=True),
        sa.Column("kaart_lengtegraad", sa.Float(), nullable=True),
        sa.Column("actief_van", sa.Date(), nullable=True),
        sa.Column("actief_tot", sa.Date(), nullable=True),
        sa.Column("bron", sa.String(), nullable=True),
        sa.CheckConstraint("actief_van < actief_tot", name="ck_werkplein_actief"),
        sa.CheckConstraint("length(naam) BETWEEN 1 AND 120", name="ck_werkplein_naam"),
        sa.PrimaryKeyConstraint("id", name="pk_werkplein"),
        sa.UniqueConstraint("code", name="uq_werkplein_code"),
    )
    op.create_table(
        "ako_indicatie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("werkplein_id", sa.Integer(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("indicatie", sa.String(), nullable=False),
        sa.Column("notitie", sa.String(), nullable=True),
        sa.CheckConstraint("indicatie IN ('dit_jaar', 'volgend_jaar', 'niet', 'sluit')", name="ck_ako_indicatie_indicatie"),
        sa.CheckConstraint(TERTAAL, name="ck_ako_indicatie_tertaal"),
        sa.ForeignKeyConstraint(["werkplein_id"], ["werkplein.id"], name="fk_ako_indicatie_werkplein_id"),
        sa.PrimaryKeyConstraint("id", name="pk_ako_indicatie"),
        sa.UniqueConstraint("werkplein_id", "tertaal", name="uq_ako_indicatie_werkplein_tertaal"),
    )
    op.create_table(
        "invulling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("werkplein_id", sa.Integer(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.CheckConstraint(TERTAAL, name="ck_invulling_tertaal"),
        sa.ForeignKeyConstraint(["werkplein_id"], ["werkplein.id"], name="fk_invulling_werkplein_id"),
        sa.PrimaryKeyConstraint("id", name="pk_invulling"),
        sa.UniqueConstraint("werkplein_id", "tertaal", name="uq_invulling_werkplein_tertaal"),
    )
    op.create_table(
        "logregel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("moment", MOMENT, nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("weg", sa.String(), nullable=False),
        sa.Column("handeling", sa.String(), nullable=False),
        sa.Column("werkplein_id", sa.Integer(), nullable=True),
        sa.Column("tertaal", sa.String(), nullable=True),
        sa.Column("mijlpaal", sa.String(), nullable=True),
        sa.Column("oud", sa.String(), nullable=True),
        sa.Column("nieuw", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["werkplein_id"], ["werkplein.id"], name="fk_logregel_werkplein_id"),
        sa.PrimaryKeyConstraint("id", name="pk_logregel"),
    )
    op.create_index("ix_logregel_handeling", "logregel", ["handeling", "id"], unique=False)
    op.create_index("ix_logregel_werkplein", "logregel", ["werkplein_id", "tertaal"], unique=False)
    op.create_table(
        "vraag_antwoord",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("werkplein_id", sa.Integer(), nullable=False),
        sa.Column("vraag_id", sa.Integer(), nullable=False),
        sa.Column("antwoord", sa.String(), nullable=False),
        sa.Column("toelichting", sa.String(), nullable=True),
        sa.CheckConstraint("antwoord IN ('ja', 'nee')", name="ck_vraag_antwoord_antwoord"),
        sa.ForeignKeyConstraint(["vraag_id"], ["vraag.id"], name="fk_vraag_antwoord_vraag_id"),
        sa.ForeignKeyConstraint(["werkplein_id"], ["werkplein.id"], name="fk_vraag_antwoord_werkplein_id"),
        sa.PrimaryKeyConstraint("id", name="pk_vraag_antwoord"),
        sa.UniqueConstraint("werkplein_id", "vraag_id", name="uq_vraag_antwoord_werkplein_vraag"),
    )
    op.create_table(
        "antwoord",
        sa.Column("invulling_id", sa.Integer(), nullable=False),
        sa.Column("mijlpaal", sa.String(length=60), nullable=False),
        sa.Column("band", sa.Integer(), nullable=False),
        sa.Column("wijze", sa.String(), nullable=False),
        sa.Column("opgeslagen_op", MOMENT, nullable=False),
        sa.CheckConstraint("wijze IN ('bijgewerkt', 'bevestigd', 'ingelezen')", name="ck_antwoord_wijze"),
        sa.CheckConstraint(BAND, name="ck_antwoord_band"),
        sa.ForeignKeyConstraint(["invulling_id"], ["invulling.id"], name="fk_antwoord_invulling_id"),
        sa.PrimaryKeyConstraint("invulling_id", "mijlpaal", name="pk_antwoord"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "indiening",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("werkplein_id", sa.Integer(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("ingediend_op", MOMENT, nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("reconstructie", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["werkplein_id", "tertaal"],
            ["invulling.werkplein_id", "invulling.tertaal"],
            name="fk_indiening_werkplein_id_tertaal",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_indiening"),
        sa.UniqueConstraint("werkplein_id", "tertaal", "versie", name="uq_indiening_versie"),
    )
    op.create_table(
        "toelichting",
        sa.Column("invulling_id", sa.Integer(), nullable=False),
        sa.Column("mijlpaal", sa.String(length=60), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("opgeslagen_op", MOMENT, nullable=False),
        sa.CheckConstraint("length(tekst) BETWEEN 1 AND 4000", name="ck_toelichting_tekst"),
        sa.ForeignKeyConstraint(["invulling_id"], ["invulling.id"], name="fk_toelichting_invulling_id"),
        sa.PrimaryKeyConstraint("invulling_id", "mijlpaal", name="pk_toelichting"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "indiening_antwoord",
        sa.Column("indiening_id", sa.Integer(), nullable=False),
        sa.Column("mijlpaal", sa.String(length=60), nullable=False),
        sa.Column("band", sa.Integer(), nullable=False),
        sa.Column("wijze", sa.String(), nullable=False),
        sa.Column("toelichting", sa.String(), nullable=True),
        sa.CheckConstraint("wijze IN ('bijgewerkt', 'bevestigd', 'ingelezen')", name="ck_indiening_antwoord_wijze"),
        sa.CheckConstraint(BAND, name="ck_indiening_antwoord_band"),
        sa.ForeignKeyConstraint(["indiening_id"], ["indiening.id"], name="fk_indiening_antwoord_indiening_id"),
        sa.PrimaryKeyConstraint("indiening_id", "mijlpaal", name="pk_indiening_antwoord"),
        sqlite_with_rowid=False,
    )
