"""The triggers are there after each migrate and each flush, and one that is missing, changed or disabled is noticed."""

import io
from typing import ClassVar

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import connection, migrations, models
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState

from articles import guards, laying, roles, triggers
from articles.models import Step
from tests import factories

GUARD = "articles_step INSERT: Nobody approves their own words."


def names_of(says: str) -> dict[str, str]:
    """The trigger, and its table, of each guard that says this."""
    found = [guard for guard in guards.GUARDS if str(guard) == says and guard.only in ("", connection.vendor)]
    return {triggers._name(guard, connection.vendor): guard.table for guard in found}


def execute(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def drop(name: str, table: str) -> None:
    execute(f"DROP TRIGGER {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))


def functions() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_proc WHERE proname LIKE 'stet%'")
        return cursor.fetchone()[0]


@pytest.fixture
def postgresql(db):
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL has this")


def test_every_guard_is_kept_after_migrate(db):
    assert triggers.missing(connection) == []
    assert len({triggers._name(guard, connection.vendor) for guard in guards.GUARDS}) == len(guards.GUARDS)


def test_laying_twice_changes_nothing(db, django_assert_max_num_queries):
    before = triggers._laid(connection)
    with django_assert_max_num_queries(2):
        triggers.lay(connection)
    assert triggers._laid(connection) == before


def test_a_missing_trigger_is_noticed_and_laid_again(db):
    ((name, table),) = names_of(GUARD).items()
    drop(name, table)
    assert triggers.missing(connection) == [GUARD]
    triggers.lay(connection)
    assert triggers.missing(connection) == []


def test_a_trigger_of_the_same_name_that_does_something_else_is_noticed_and_laid_again(db):
    ((name, table),) = names_of(GUARD).items()
    if connection.vendor == "postgresql":
        execute(f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'")
    else:
        drop(name, table)
        execute(f"CREATE TRIGGER {name} BEFORE INSERT ON {table} WHEN 0 BEGIN SELECT RAISE(ABORT, 'never'); END")
    assert triggers.missing(connection) == [GUARD]
    triggers.lay(connection)
    assert triggers.missing(connection) == []


@pytest.mark.parametrize("how", ["DISABLE TRIGGER", "ENABLE REPLICA TRIGGER"])
def test_a_disabled_trigger_is_noticed_and_laid_again(postgresql, how):
    ((name, table),) = names_of(GUARD).items()
    execute(f"ALTER TABLE {table} {how} {name}")
    assert triggers.missing(connection) == [GUARD]
    triggers.lay(connection)
    assert triggers.missing(connection) == []


def test_a_lift_leaves_neither_disabled_triggers_nor_functions(postgresql):
    ((name, table),) = names_of(GUARD).items()
    execute(f"ALTER TABLE {table} DISABLE TRIGGER {name}")
    execute("CREATE FUNCTION stet_of_an_earlier_version() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'")
    triggers.lift(connection)
    assert (triggers._laid(connection), functions()) == ({}, 0)


def test_a_trigger_of_an_earlier_version_goes(db):
    if connection.vendor == "postgresql":
        body = "CREATE FUNCTION stet_old() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'"
        execute(body, "CREATE TRIGGER stet_old BEFORE INSERT ON articles_step FOR EACH ROW EXECUTE FUNCTION stet_old()")
    else:
        execute("CREATE TRIGGER stet_old BEFORE INSERT ON articles_step BEGIN SELECT 1; END")
    triggers.lay(connection)
    assert "stet_old" not in triggers._laid(connection)
    if connection.vendor == "postgresql":
        assert functions() == len(triggers._laid(connection))


def test_the_system_check_of_a_database_names_what_it_does_not_keep(db):
    ((name, table),) = names_of(GUARD).items()
    call_command("check", databases=["default"], fail_level="WARNING", stderr=io.StringIO())
    drop(name, table)
    with pytest.raises(CommandError, match="Nobody approves their own words"):
        call_command("check", databases=["default"], fail_level="WARNING", stderr=io.StringIO())


def test_a_database_without_tables_has_nothing_to_keep(db, monkeypatch):
    monkeypatch.setattr(connection.introspection, "table_names", lambda *_: [])
    assert laying.check_triggers(["default"]) == []


class _Widened(migrations.Migration):
    """A later migration that SQLite can only do by making the table of steps anew."""

    operations: ClassVar = [
        migrations.AlterField("step", "note", models.TextField(blank=True, default="")),
        migrations.AlterField("step", "name", models.CharField(max_length=30)),
    ]


@pytest.mark.django_db(transaction=True)
def test_a_migration_that_makes_a_table_anew_loses_no_trigger_and_no_row():
    factories.approved()
    before = list(Step.objects.values_list())
    migration = _Widened("9999_widened", "articles")
    undo = Step._meta.get_field("name").clone()
    try:
        with connection.schema_editor() as editor:
            laying.before_migrate("default", [(migration, False)])
            assert triggers._laid(connection) == {}
            migration.apply(_state(), editor)
        laying.after_migrate("default", sender=None)
        assert triggers.missing(connection) == []
        assert list(Step.objects.values_list()) == before
    finally:
        _narrow_again(undo)


def _state() -> ProjectState:
    return MigrationExecutor(connection).loader.project_state()


def _narrow_again(field: models.Field) -> None:
    triggers.lift(connection)
    state = _Widened("9999_widened", "articles").mutate_state(_state())
    with connection.schema_editor() as editor:
        migrations.AlterField("step", "name", field).database_forwards("articles", editor, state, _state())
    triggers.lay(connection)


def test_nothing_is_lifted_where_no_migration_is_about_to_run(db):
    laying.before_migrate("default", [])
    assert triggers.missing(connection) == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", ["first", "second"])
def test_a_flush_empties_the_tables_and_leaves_triggers_and_roles(turn):
    assert Step.objects.count() == 0, turn
    assert triggers.missing(connection) == []
    assert set(Group.objects.values_list("name", flat=True)) == set(roles.ROLES)
    assert all(group.permissions.exists() for group in Group.objects.all())
    factories.published()
