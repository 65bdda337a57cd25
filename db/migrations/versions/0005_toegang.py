"""Access: noodcodes, who may be bound to the organisation's own sign-in, and links that take the second factor off."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

MOMENT = sa.DateTime(timezone=True)
# Invited before this step, for whatever way in there was, and never in since.
INVITED = """
UPDATE account SET koppelbaar = true
WHERE wachtwoord IS NULL AND totp_geheim IS NULL AND onderwerp IS NULL AND NOT demo AND adres NOT LIKE '%.invalid'
AND NOT EXISTS (SELECT 1 FROM sessie WHERE sessie.account_id = account.id)
AND NOT EXISTS (SELECT 1 FROM logregel WHERE logregel.account_id = account.id AND logregel.handeling = 'aanmelding')
"""


def upgrade() -> None:
    op.add_column("account", sa.Column("gekoppeld_op", MOMENT, nullable=True))
    op.add_column("account", sa.Column("koppelbaar", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("toegangslink", sa.Column("factor_uit", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "noodcode",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("gebruikt_op", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_noodcode_account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_noodcode"),
        sa.UniqueConstraint("account_id", "code_hash", name="uq_noodcode_account_code"),
    )
    op.create_table(
        "terugkeer",
        sa.Column("state_hash", sa.String(), nullable=False),
        sa.Column("moment", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("state_hash", name="pk_terugkeer"),
    )
    op.execute(INVITED)
