"""An oordeel says of which tertaal it was taken over."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("ako_indicatie", sa.Column("overgenomen_uit", sa.String(length=6), nullable=True))
