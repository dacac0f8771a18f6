"""Triggers: the guards are laid on a database, lifted from it, and compared with what it has."""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from articles.guards import GUARDS, Guard

PREFIX = "stet_"


class Trigger(NamedTuple):
    """A trigger: its table, and its definition as the database's own catalogue gives it back."""

    table: str
    definition: str


def lay(connection: BaseDatabaseWrapper) -> None:
    """Have a database keep exactly the guards: all or none, and nothing is touched where it keeps them already."""
    if _laid(connection) == {
        _name(guard, connection.vendor): _wanted(guard, connection.vendor) for guard in _guards(connection)
    }:
        return
    with transaction.atomic(using=connection.alias):
        lift(connection)
        with connection.cursor() as cursor:
            for statement in _statements(connection):
                cursor.execute(statement)


def lift(connection: BaseDatabaseWrapper) -> None:
    """Drop each trigger of ours, disabled ones too, and its function, so that a migration may change the tables."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for statement in lifting(connection):
            cursor.execute(statement)


def lifting(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the statements that lift() executes."""
    on = ' ON "{table}"' if connection.vendor == "postgresql" else ""
    triggers = [
        f'DROP TRIGGER "{name}"' + on.format(table=trigger.table) for name, trigger in _laid(connection).items()
    ]
    return triggers + [f'DROP FUNCTION "{name}"()' for name in _functions(connection)]


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the guards that a database does not keep, as "articles_step INSERT: Nobody approves their own words.".

    Their trigger is not there, is another, or is disabled. [] when all are kept.
    """
    laid, vendor = _laid(connection), connection.vendor
    return [str(guard) for guard in _guards(connection) if laid.get(_name(guard, vendor)) != _wanted(guard, vendor)]


def _guards(connection: BaseDatabaseWrapper) -> list[Guard]:
    return [guard for guard in GUARDS if guard.only in ("", connection.vendor)]


def _name(guard: Guard, vendor: str) -> str:
    """The trigger's name; it ends in a hash of what it does, so that an earlier version's is never taken for it."""
    text = f"{_create('NAME', guard, vendor)}\n{_body(guard)}"
    return f"{PREFIX}{guard.table}_{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def _wanted(guard: Guard, vendor: str) -> Trigger:
    definition = _create(_name(guard, vendor), guard, vendor)
    return Trigger(guard.table, f"{definition}\n{_body(guard)}" if vendor == "postgresql" else definition)


def _create(name: str, guard: Guard, vendor: str) -> str:
    if vendor == "sqlite":
        when = f" WHEN {guard.when}" if guard.when else ""
        refuse = f"BEGIN SELECT RAISE(ABORT, '{guard.says}'); END"
        return f"CREATE TRIGGER {name} BEFORE {guard.event} ON {guard.table} FOR EACH ROW{when} {refuse}"
    each = "STATEMENT" if guard.event == "TRUNCATE" else "ROW"
    return f"CREATE TRIGGER {name} BEFORE {guard.event} ON {guard.table} FOR EACH {each} EXECUTE FUNCTION {name}()"


def _body(guard: Guard) -> str:
    """The body of PostgreSQL's function; check_violation becomes an IntegrityError, as SQLite's ABORT does."""
    refuse = f"RAISE EXCEPTION USING MESSAGE = '{guard.says}', ERRCODE = 'check_violation';"
    back = "RETURN OLD;" if guard.event == "DELETE" else "RETURN NEW;"
    return f"BEGIN IF {guard.when} THEN {refuse} END IF; {back} END" if guard.when else f"BEGIN {refuse} END"


def _statements(connection: BaseDatabaseWrapper) -> Iterator[str]:
    """Yield the statements that lay all guards; "%" stands for itself, for they are executed without parameters."""
    # Temporary tables come last: else one named like ours could stand in for it before a function's eyes.
    path = _rows(connection, _PATH)[0][0] if connection.vendor == "postgresql" else ""
    for guard in _guards(connection):
        name = _name(guard, connection.vendor)
        if path:
            yield (
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SET search_path = {path}"
                f" AS $stet${_body(guard)}$stet$"
            )
        yield _create(name, guard, connection.vendor)


_PATH = "SELECT quote_ident(current_schema()) || ', pg_temp'"
# A trigger that is disabled, or whose function sees other tables, is given back as no definition: it guards nothing.
_CATALOGUE = {
    "sqlite": "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'stet%'",
    "postgresql": f"""
        SELECT t.tgname, c.relname,
            CASE WHEN t.tgenabled IN ('O', 'A') AND p.proconfig = ARRAY['search_path=' || ({_PATH})]
            THEN pg_get_triggerdef(t.oid, true) || chr(10) || p.prosrc ELSE '' END
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
        WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace AND t.tgname LIKE 'stet%'""",  # noqa: S608
}
_FUNCTIONS = """
    SELECT proname FROM pg_proc WHERE pronamespace = current_schema()::regnamespace AND proname LIKE 'stet%'
        AND prorettype = 'trigger'::regtype"""


def _laid(connection: BaseDatabaseWrapper) -> dict[str, Trigger]:
    """Return the triggers of ours that a database has."""
    found = {
        name: Trigger(table, definition) for name, table, definition in _rows(connection, _CATALOGUE[connection.vendor])
    }
    return {name: trigger for name, trigger in found.items() if name.startswith(PREFIX)}


def _functions(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the functions of ours that a PostgreSQL has, those included whose trigger is gone."""
    found = _rows(connection, _FUNCTIONS) if connection.vendor == "postgresql" else []
    return [name for (name,) in found if name.startswith(PREFIX)]


def _rows(connection: BaseDatabaseWrapper, query: str) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())
