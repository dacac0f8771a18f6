"""What each migrate does besides: triggers are lifted before it and laid after it, and the roles are made."""

from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Warning
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from articles import guards, roles, triggers


def before_migrate(using: str, plan: Iterable[Any], **kwargs: Any) -> None:
    """Lift the triggers where a migration is about to run: a table made anew would lose them, or trip over them."""
    if list(plan):
        triggers.lift(connections[using])


def after_migrate(using: str, sender: AppConfig, **kwargs: Any) -> None:
    """Lay the triggers and the roles, once all tables are there."""
    if _has_tables(connections[using]):
        triggers.lay(connections[using])
        roles.lay(using)


def check_triggers(databases: Iterable[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """The system check `check --database default`: a warning where a database does not keep all guards.

    Not an error, which would keep `migrate`, the remedy, from running; `--fail-level WARNING` makes it one. A database
    without our tables has nothing to keep.
    """
    return [
        Warning(
            f"The database “{alias}” does not keep these guards: {' '.join(missing)}",
            hint="Run `manage.py migrate`, then `manage.py verifyeditions`.",
            id="articles.W001",
        )
        for alias in databases or ()
        if _has_tables(connections[alias]) and (missing := triggers.missing(connections[alias]))
    ]


def _has_tables(connection: BaseDatabaseWrapper) -> bool:
    return {guard.table for guard in guards.GUARDS} <= set(connection.introspection.table_names())
