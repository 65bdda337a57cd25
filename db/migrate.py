"""Bringing a database to the shape this program knows, in one transaction, at the start."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from db.programma import require_own
from landkaart.domein.fouten import OngeldigBestand

FOLDER = Path(__file__).parent / "migrations"


def migrate(engine: Engine, folder: Path = FOLDER) -> None:
    """Take all steps or none.

    Raises OngeldigBestand for a database that a newer program has shaped, or that belongs to another programme.
    """
    config = Config()
    config.set_main_option("script_location", str(folder))
    with engine.begin() as connection:
        if not is_current(connection, config):
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    with engine.connect() as connection:
        require_own(connection)


def needs_steps(engine: Engine) -> bool:
    """Tell whether `migrate` would change this database.

    Raises OngeldigBestand for one that a newer program has shaped.
    """
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.connect() as connection:
        return not is_current(connection, config)


def is_current(connection: Connection, config: Config) -> bool:
    """Tell whether no step is left to take.

    Raises OngeldigBestand for a step that this program does not know.
    """
    scripts = steps(config.get_main_option("script_location"))
    found = MigrationContext.configure(connection).get_current_revision()
    if found is not None and found not in {script.revision for script in scripts.walk_revisions()}:
        raise OngeldigBestand(
            f"De database is van een nieuwere versie van de landkaart (stap {found}). Werk het programma bij."
        )
    return found == scripts.get_current_head()


@cache
def steps(folder: str) -> ScriptDirectory:
    """Read the steps in a folder; they do not change while the program runs."""
    return ScriptDirectory(folder)
