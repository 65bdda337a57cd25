"""Accounts: who may come in, who is in, by which link; who signed; what a werkplein was called before."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    create_tables()
    # Written out: SQLite cannot add a foreign key to a column that is there already.
    for table, column, target in (("werkplein", "opgegaan_in_id", "werkplein"), ("logregel", "account_id", "account")):
        name = f"fk_{table}_{column}"
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column} INTEGER CONSTRAINT {name} REFERENCES {target} (id)")


def create_tables() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("adres", sa.String(length=254), nullable=False),
        sa.Column("naam", sa.String(length=120), nullable=False),
        sa.Column("organisatie", sa.String(), nullable=False),
        sa.Column("rol", sa.String(), nullable=False),
        sa.Column("wachtwoord", sa.String(), nullable=True),
        sa.Column("totp_geheim", sa.String(), nullable=True),
        sa.Column("totp_stap", sa.Integer(), nullable=True),
        sa.Column("onderwerp", sa.String(), nullable=True),
        sa.Column("uitgezet_op", MOMENT, nullable=True),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.CheckConstraint("rol IN ('werkplein', 'ako', 'beheer', 'lezer')", name="ck_account_rol"),
        sa.CheckConstraint("adres = lower(adres) AND length(adres) BETWEEN 3 AND 254", name="ck_account_adres"),
        sa.CheckConstraint("length(naam) BETWEEN 1 AND 120", name="ck_account_naam"),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.UniqueConstraint("adres", name="uq_account_adres"),
        sa.UniqueConstraint("onderwerp", name="uq_account_onderwerp"),
    )
    op.create_table(
        "poging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("adres", sa.String(), nullable=False),
        sa.Column("herkomst", sa.String(), nullable=False),
        sa.Column("moment", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_poging"),
    )
    op.create_index("ix_poging_adres", "poging", ["adres", "moment"], unique=False)
    op.create_index("ix_poging_herkomst", "poging", ["herkomst", "moment"], unique=False)
    op.create_table(
        "account_werkplein",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("werkplein_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_account_werkplein_account_id"),
        sa.ForeignKeyConstraint(["werkplein_id"], ["werkplein.id"], name="fk_account_werkplein_werkplein_id"),
        sa.PrimaryKeyConstraint("account_id", "werkplein_id", name="pk_account_werkplein"),
    )
    op.create_table(
        "sessie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("begonnen_op", MOMENT, nullable=False),
        sa.Column("actief_op", MOMENT, nullable=False),
        sa.Column("beeindigd_op", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_sessie_account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_sessie"),
        sa.UniqueConstraint("token_hash", name="uq_sessie_token"),
    )
    op.create_index("ix_sessie_account", "sessie", ["account_id"], unique=False)
    op.create_table(
        "toegangslink",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("verloopt_op", MOMENT, nullable=False),
        sa.Column("gebruikt_op", MOMENT, nullable=True),
        sa.CheckConstraint("soort IN ('uitnodiging', 'herstel', 'eerste_start')", name="ck_toegangslink_soort"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_toegangslink_account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_toegangslink"),
        sa.UniqueConstraint("token_hash", name="uq_toegangslink_token"),
    )
    op.create_table(
        "werkplein_naam",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("werkplein_id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["werkplein_id"], ["werkplein.id"], name="fk_werkplein_naam_werkplein_id"),
        sa.PrimaryKeyConstraint("id", name="pk_werkplein_naam"),
        sa.UniqueConstraint("werkplein_id", "naam", "tot", name="uq_werkplein_naam"),
    )
    op.create_table(
        "akkoord",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indiening_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("gegeven_op", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_akkoord_account_id"),
        sa.ForeignKeyConstraint(["indiening_id"], ["indiening.id"], name="fk_akkoord_indiening_id"),
        sa.PrimaryKeyConstraint("id", name="pk_akkoord"),
        sa.UniqueConstraint("indiening_id", "account_id", name="uq_akkoord_indiening_account"),
    )
