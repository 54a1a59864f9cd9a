"""Brings a database to the present tables by the migrations, each in the one transaction of an upgrade."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage.database import Database

FOLDER = Path(__file__).parent / "migrations"


def upgrade(database: Database, to: str = "head") -> None:
    """Upgrade in one transaction, which any fault takes back whole."""
    with database.read() as session:
        if to == "head" and _revision(session.connection()) == newest():
            return
    with database.write(foreign_keys=False) as session:
        command.upgrade(_config(session.connection()), to)


def newest() -> str | None:
    """The revision that the code expects."""
    return ScriptDirectory.from_config(_config(None)).get_current_head()


def current(database: Database) -> str | None:
    """The revision that a database has."""
    with database.read() as session:
        return _revision(session.connection())


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    return config
