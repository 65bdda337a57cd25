"""A momentopname can be taken back and followed by another edition; who leaves can be taken out of what is kept."""

import sqlalchemy as sa
from alembic import op

from db.checks import TERTAAL

revision = "0004"
down_revision = "0003"

MOMENT = sa.DateTime(timezone=True)
DATES = ("opent", "herinnering", "sluit", "actueel_vanaf")
# Stands in `instelling` only within the transaction that takes somebody out of the log.
MAY = "EXISTS (SELECT 1 FROM instelling WHERE sleutel = 'logboek_wissen')"
# What of a line never changes, for nobody.
FIXED = ("id", "moment", "account_id", "weg", "handeling", "werkplein_id", "tertaal", "mijlpaal")


def upgrade() -> None:
    op.add_column("account", sa.Column("gewist_op", MOMENT, nullable=True))
    if op.get_bind().dialect.name == "sqlite":
        make_momentopname_anew()
    else:
        op.add_column("momentopname", sa.Column("editie", sa.Integer(), nullable=False, server_default="1"))
        op.alter_column("momentopname", "editie", server_default=None)
        op.drop_constraint("uq_momentopname_tertaal", "momentopname")
        op.create_unique_constraint("uq_momentopname_tertaal_editie", "momentopname", ["tertaal", "editie"])
    op.create_table(
        "terugname",
        sa.Column("momentopname_id", sa.Integer(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("gedaan_op", MOMENT, nullable=False),
        sa.CheckConstraint("length(reden) BETWEEN 1 AND 500", name="ck_terugname_reden"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_terugname_account_id"),
        sa.ForeignKeyConstraint(["momentopname_id"], ["momentopname.id"], name="fk_terugname_momentopname_id"),
        sa.PrimaryKeyConstraint("momentopname_id", name="pk_terugname"),
    )
    protect("terugname")
    let_the_log_forget()


def make_momentopname_anew() -> None:
    """SQLite cannot drop a constraint: both tables are copied into new ones, the one that points at the other goes first."""
    op.create_table(
        "momentopname_nieuw",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("editie", sa.Integer(), nullable=False),
        sa.Column("genomen_op", MOMENT, nullable=False),
        *(sa.Column(name, MOMENT, nullable=True) for name in DATES),
        sa.CheckConstraint(TERTAAL, name="ck_momentopname_tertaal"),
        sa.PrimaryKeyConstraint("id", name="pk_momentopname"),
        sa.UniqueConstraint("tertaal", "editie", name="uq_momentopname_tertaal_editie"),
    )
    op.create_table(
        "momentopname_stand_nieuw",
        sa.Column("momentopname_id", sa.Integer(), nullable=False),
        sa.Column("tertaal", sa.String(length=6), nullable=False),
        sa.Column("werkplein_id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("indiening_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["indiening_id"], ["indiening.id"], name="fk_momentopname_stand_indiening_id"),
        sa.ForeignKeyConstraint(
            ["momentopname_id"], ["momentopname_nieuw.id"], name="fk_momentopname_stand_momentopname_id"
        ),
        sa.ForeignKeyConstraint(["werkplein_id"], ["werkplein.id"], name="fk_momentopname_stand_werkplein_id"),
        sa.PrimaryKeyConstraint("momentopname_id", "tertaal", "werkplein_id", name="pk_momentopname_stand"),
        sqlite_with_rowid=False,
    )
    dates = ", ".join(DATES)
    op.execute(
        f"INSERT INTO momentopname_nieuw (id, tertaal, editie, genomen_op, {dates}) "
        f"SELECT id, tertaal, 1, genomen_op, {dates} FROM momentopname"
    )
    kept = "momentopname_id, tertaal, werkplein_id, naam, indiening_id"
    op.execute(f"INSERT INTO momentopname_stand_nieuw ({kept}) SELECT {kept} FROM momentopname_stand")
    for table in ("momentopname_stand", "momentopname"):
        op.drop_table(table)
        op.rename_table(f"{table}_nieuw", table)
        protect(table)


def protect(table: str) -> None:
    """What was counted at a closing is never changed and never deleted, not by this program either."""
    said = f"{table}: alleen toevoegen"
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            refusal = f"BEGIN SELECT RAISE(ABORT, '{said}'); END"
            op.execute(f"CREATE TRIGGER tr_{table}_{act.lower()} BEFORE {act} ON {table} {refusal}")
    else:
        body = f"BEGIN RAISE EXCEPTION '{said}'; END"
        op.execute(f"CREATE FUNCTION refuse_{table}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$")
        op.execute(
            f"CREATE TRIGGER tr_{table} BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION refuse_{table}()"
        )


def let_the_log_forget() -> None:
    """A line still cannot be changed or deleted, except by the one act that takes a name or an address out of it."""
    if op.get_bind().dialect.name == "sqlite":
        other = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in FIXED)
        op.execute("DROP TRIGGER tr_logregel_update")
        op.execute(
            f"CREATE TRIGGER tr_logregel_update BEFORE UPDATE ON logregel WHEN NOT {MAY} OR {other} "
            "BEGIN SELECT RAISE(ABORT, 'logregel: alleen toevoegen'); END"
        )
        return
    other = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in FIXED)
    body = f"BEGIN IF NOT {MAY} OR {other} THEN RAISE EXCEPTION 'logregel: alleen toevoegen'; END IF; RETURN NEW; END"
    op.execute("DROP TRIGGER tr_logregel ON logregel")
    op.execute(
        "CREATE TRIGGER tr_logregel BEFORE DELETE OR TRUNCATE ON logregel "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_logregel()"
    )
    op.execute(f"CREATE FUNCTION keep_logregel() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$")
    op.execute("CREATE TRIGGER tr_logregel_update BEFORE UPDATE ON logregel FOR EACH ROW EXECUTE FUNCTION keep_logregel()")
