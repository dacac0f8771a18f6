"""What a supervisor is told."""

import pytest
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from articles import triggers


def test_process_answers_without_a_database(client):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_whole_site_is_ready(client):
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.django_db
def test_database_without_its_guards_is_not_ready(client):
    triggers.lift(connection)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert b"does not keep" in answer.content
    assert b"manage.py migrate" in answer.content


@pytest.mark.django_db
def test_waiting_migration_is_not_ready(client):
    MigrationExecutor(connection).recorder.record_unapplied("articles", "0001_initial")
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (503, b"Migrations are waiting: run manage.py migrate.\n")


def test_database_that_does_not_answer_is_not_ready(client, monkeypatch):
    def refuse(*args):
        raise DatabaseError

    monkeypatch.setattr("cms.views.health.MigrationExecutor", refuse)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (503, b"The database does not answer.\n")
