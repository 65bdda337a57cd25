"""What every table shares: how constraints are named, and the checks that come back."""

from sqlalchemy import CheckConstraint
from sqlmodel import SQLModel

from db.checks import TERTAAL

SQLModel.metadata.naming_convention = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
}

MIJLPAAL_LENGTH = 60
TOELICHTING_LENGTH = 4000
REDEN_LENGTH = 500
RAPPORT_TEKST_LENGTH = 8000


def one_of(column: str, values: tuple[object, ...], name: str) -> CheckConstraint:
    """Return the check that a column holds one of these; it also refuses what SQLite would let in: 'abc', 1.5."""
    return CheckConstraint(f"{column} IN ({', '.join(map(repr, values))})", name=name)


def tertaal_check(table: str) -> CheckConstraint:
    return CheckConstraint(TERTAAL, name=f"ck_{table}_tertaal")
