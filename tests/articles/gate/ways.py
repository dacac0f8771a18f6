"""The ways by which a row may be written, changed or deleted past the writers, and which the database lets through."""

import copy
from collections.abc import Callable, Mapping
from typing import Any

from django.core import serializers
from django.db import IntegrityError, connection, models, transaction
from django.db.models import ProtectedError

from articles import guards
from articles.models import Article, Claim, Edition, Notice, Revision, Ruling, Step, StoredReport, Waiver
from references.models import Source

APPEND_ONLY = (Revision, StoredReport, Step, Edition, Notice)
KEPT = (Article, Claim, Waiver, Ruling, Source)

Row = models.Model
Way = Callable[..., Any]


def columns(row: Row) -> dict[str, Any]:
    """What stands in each column of a row; an id that is not given yet is left out."""
    fields = [field for field in row._meta.concrete_fields if field.value_from_object(row) is not None]
    return {field.column: field.get_db_prep_save(field.value_from_object(row), connection) for field in fields}


def execute(sql: str, values: Mapping[str, Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values.values()))


def insert(row: Row, verb: str = "INSERT", tail: str = "") -> None:
    """Insert a row by SQL alone."""
    values = columns(row)
    names, places = ", ".join(f'"{name}"' for name in values), ", ".join(["%s"] * len(values))
    execute(f'{verb} INTO "{row._meta.db_table}" ({names}) VALUES ({places}) {tail}', values)


def upsert(row: Row) -> None:
    news = ", ".join(f'"{name}" = excluded."{name}"' for name in columns(row) if name != "id")
    insert(row, tail=f"ON CONFLICT (id) DO UPDATE SET {news}")


def update(row: Row, changes: Mapping[str, Any], verb: str = "UPDATE") -> None:
    """Change fields of a row by SQL alone."""
    values = {row._meta.get_field(name).column: value for name, value in prepared(row, changes).items()}
    sets = ", ".join(f'"{name}" = %s' for name in values)
    execute(f'{verb} "{row._meta.db_table}" SET {sets} WHERE id = {row.pk}', values)


def prepared(row: Row, changes: Mapping[str, Any]) -> dict[str, Any]:
    changed = altered(row, changes)
    fields = [row._meta.get_field(name) for name in changes]
    return {field.name: field.get_db_prep_save(field.value_from_object(changed), connection) for field in fields}


def altered(row: Row, changes: Mapping[str, Any]) -> Row:
    """A copy of a row with other values, in memory alone."""
    changed = copy.copy(row)
    changed._state = copy.copy(row._state)
    changed._state.fields_cache = dict(row._state.fields_cache)
    for name, value in changes.items():
        setattr(changed, name, value)
    return changed


def loaded(row: Row) -> None:
    """Write a row as loaddata does."""
    fields = [field.name for field in row._meta.concrete_fields]
    for read in serializers.deserialize("json", serializers.serialize("json", [row], fields=fields)):
        read.save()


def manager(row: Row) -> models.Manager:
    return type(row)._base_manager


def bulk_update(row: Row, changes: Mapping[str, Any]) -> None:
    manager(row).bulk_update([altered(row, changes)], list(changes))


INSERTS: dict[str, Way] = {
    "save": lambda row: row.save(force_insert=True),
    "bulk_create": lambda row: manager(row).bulk_create([row]),
    "bulk_create, ignoring conflicts": lambda row: manager(row).bulk_create([row], ignore_conflicts=True),
    "raw save": lambda row: row.save_base(raw=True, force_insert=True),
    "loaddata": loaded,
    "SQL": insert,
    "SQL, in conflict nothing": lambda row: insert(row, tail="ON CONFLICT DO NOTHING"),
    "SQL, in conflict an update": upsert,
}
UPDATES: dict[str, Way] = {
    "save": lambda row, changes: altered(row, changes).save(),
    "save of these fields": lambda row, changes: altered(row, changes).save(update_fields=list(changes)),
    "update": lambda row, changes: manager(row).filter(pk=row.pk).update(**changes),
    "bulk_update": bulk_update,
    "raw save": lambda row, changes: altered(row, changes).save_base(raw=True),
    "loaddata": lambda row, changes: loaded(altered(row, changes)),
    "SQL": update,
    "SQL, in conflict an update": lambda row, changes: upsert(altered(row, changes)),
}
DELETES: dict[str, Way] = {
    "delete": lambda row: row.delete(),
    "delete of a set": lambda row: manager(row).filter(pk=row.pk).delete(),
    "delete without asking relations": lambda row: manager(row).filter(pk=row.pk)._raw_delete("default"),
    "SQL": lambda row: execute(f'DELETE FROM "{row._meta.db_table}" WHERE id = %s', {"id": row.pk}),  # noqa: S608
}
if connection.vendor == "sqlite":
    INSERTS["SQL, or replace"] = lambda row: insert(row, "INSERT OR REPLACE")
    UPDATES["SQL, or replace"] = lambda row, changes: update(row, changes, "UPDATE OR REPLACE")
    UPDATES["SQL, a new row or replace"] = lambda row, changes: insert(altered(row, changes), "INSERT OR REPLACE")

# What a guard, or a check constraint of a guarded table, says where it refuses.
REFUSALS = {guard.says for guard in guards.GUARDS} | {
    constraint.name
    for model in (*APPEND_ONLY, *KEPT)
    for constraint in model._meta.constraints
    if isinstance(constraint, models.CheckConstraint)
}
# These come as new rows, which must be rightful beginnings: they are refused even where nothing would change.
AS_NEW_ROWS = {"SQL, in conflict an update", "SQL, a new row or replace"}
RIGHTFUL_UPDATES = [name for name in UPDATES if name not in AS_NEW_ROWS]


class _Undone(Exception):
    """Takes back what the database let through, so that the next way meets the same rows; says if there was any."""


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables that are guarded."""
    return {model.__name__: list(model._base_manager.order_by("pk").values_list()) for model in (*APPEND_ONLY, *KEPT)}


def let_through(ways: Mapping[str, Way], row: Row, *rest: Any) -> list[str]:
    """The ways by which something came into the tables; whatever was done, all is as before.

    A way that is refused, but not by a guard, is in it too, with the words of that: it proves nothing of the guards.
    """
    found, before = [], everything()
    for name, way in ways.items():
        try:
            with transaction.atomic():
                way(altered(row, {}), *rest)
                raise _Undone(everything() != before)
        except _Undone as undone:
            found += [name] if undone.args[0] else []
        except ProtectedError:
            pass  # Django itself saw to it, before the database was asked
        except IntegrityError as refusal:
            if not is_of_a_guard(refusal):
                found.append(f"{name}: {refusal}")
        assert everything() == before, f"{name} left something behind"
    return found


def is_of_a_guard(refusal: IntegrityError) -> bool:
    return any(said in str(refusal) for said in REFUSALS)
