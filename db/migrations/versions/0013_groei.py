"""In which tertalen anything was submitted is found in an index, instead of by reading every version."""

from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_index("ix_indiening_tertaal", "indiening", ["tertaal"])
