"""Queries and rows whose columns mypy is not told: which they are stands in the query, not in its type."""

from typing import Any

from sqlalchemy import Row, Select

AnyRow = Row[*tuple[Any, ...]]
AnySelect = Select[*tuple[Any, ...]]
