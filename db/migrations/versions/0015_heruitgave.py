"""A later edition of a tertaal that closed, with what came in late; the first one stays as it is."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "heruitgave",
        sa.Column("momentopname_id", sa.Integer(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("gedaan_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(reden) BETWEEN 1 AND 500", name="ck_heruitgave_reden"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_heruitgave_account_id"),
        sa.ForeignKeyConstraint(["momentopname_id"], ["momentopname.id"], name="fk_heruitgave_momentopname_id"),
        sa.PrimaryKeyConstraint("momentopname_id", name="pk_heruitgave"),
    )
    protect("heruitgave")


def protect(table: str) -> None:
    """What was published is never changed and never deleted, not by this program either."""
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
