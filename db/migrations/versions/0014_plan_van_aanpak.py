"""The afspraken of the Plan van Aanpak, and how each stood from day to day."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

STATUS = "status IN ('loopt', 'gereed', 'te laat', 'vervallen')"


def upgrade() -> None:
    op.create_table(
        "plan_afspraak",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("nummer", "thema", "wat", "wie", "wanneer_plan")),
        sa.CheckConstraint("length(nummer) BETWEEN 1 AND 12", name="ck_plan_afspraak_nummer"),
        sa.CheckConstraint("length(thema) BETWEEN 1 AND 120", name="ck_plan_afspraak_thema"),
        sa.CheckConstraint("length(wat) BETWEEN 1 AND 4000", name="ck_plan_afspraak_wat"),
        sa.CheckConstraint("length(wie) BETWEEN 1 AND 120", name="ck_plan_afspraak_wie"),
        sa.PrimaryKeyConstraint("id", name="pk_plan_afspraak"),
        sa.UniqueConstraint("nummer", name="uq_plan_afspraak_nummer"),
    )
    op.create_table(
        "plan_stand",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("afspraak_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("wanneer", sa.String(), nullable=False),
        sa.Column("uiterlijk", sa.Date(), nullable=True),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("op", sa.Date(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(STATUS, name="ck_plan_stand_status"),
        sa.CheckConstraint("length(tekst) <= 4000", name="ck_plan_stand_tekst"),
        sa.ForeignKeyConstraint(["afspraak_id"], ["plan_afspraak.id"], name="fk_plan_stand_afspraak_id"),
        sa.PrimaryKeyConstraint("id", name="pk_plan_stand"),
    )
    op.create_index("ix_plan_stand_afspraak", "plan_stand", ["afspraak_id"])
