"""What only PostgreSQL can do to a table: truncate it, hide it, copy rows into it, put its constraints off."""

import pytest
from django.db import IntegrityError, connection, transaction

from tests import factories
from tests.articles.gate import forged, worlds
from tests.articles.gate.ways import APPEND_ONLY, INSERTS, KEPT, everything, let_through

TABLES = [model._meta.db_table for model in (*APPEND_ONLY, *KEPT)]


@pytest.fixture(autouse=True)
def _postgresql(db):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has none of this")


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("table", [*TABLES, "auth_user", "references_bibliography"])
def test_no_table_is_truncated(table):
    worlds.corrected()
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    before = everything()
    with pytest.raises(IntegrityError, match="is never deleted"), transaction.atomic():
        execute(f"TRUNCATE {table} CASCADE")
    assert everything() == before


def test_a_temporary_table_does_not_stand_in_for_the_true_one():
    article, editor = factories.draft(), factories.person("Editor")
    factories.saved(article, "<p>Hello.</p>", editor)
    forgery = forged.step(factories.submitted(factories.fresh(article)), "approve", by=editor)
    execute("CREATE TEMPORARY TABLE articles_revision (LIKE public.articles_revision)")
    with pytest.raises(IntegrityError, match="own words"), transaction.atomic():
        forgery.save(force_insert=True)


def test_deferred_constraints_do_not_defer_the_guards():
    article = factories.submitted()
    edition = forged.edition(article, approval=forged.step(article, "approve"), approval_id=10**6, report_id=10**6)
    execute("SET CONSTRAINTS ALL DEFERRED")
    assert let_through(INSERTS, edition) == []


def test_rows_that_are_copied_in_are_guarded_too(tmp_path):
    article = factories.draft()
    line = f"{article.pk},2,publish,draft,published,{article.head_id},{article.owner_id},,"
    columns = "article_id,number,name,from_state,to_state,revision_id,by_id,note,content_hash"
    file = tmp_path / "steps.csv"
    file.write_text(line)
    with (
        pytest.raises(IntegrityError),
        transaction.atomic(),
        connection.cursor() as cursor,
        file.open() as lines,
        connection.wrap_database_errors,
    ):
        cursor.copy_expert(f"COPY articles_step ({columns}) FROM STDIN CSV", lines)
