"""Alembic's door: runs the steps on the connection, and in the transaction, that db.migrate hands over."""

from alembic import context
from sqlmodel import SQLModel

from db import models  # noqa: F401

context.configure(connection=context.config.attributes["connection"], target_metadata=SQLModel.metadata)
context.run_migrations()
