"""What is deleted or replaced: nothing that proves anything is, whatever the verb."""

import pytest
from django.db import connection, models
from django.db.models import UniqueConstraint

from articles import guards, ledger
from articles.models import Article, Claim, Ruling, Waiver
from references.models import Bibliography, Source
from tests import factories
from tests.articles.gate import worlds
from tests.articles.gate.ways import APPEND_ONLY, DELETES, KEPT, Row, altered, insert, let_through, update

pytestmark = pytest.mark.django_db
TABLES = (*APPEND_ONLY, *KEPT)


@pytest.mark.parametrize("model", TABLES)
def test_nothing_is_deleted(model):
    assert let_through(DELETES, worlds.row_of(model, worlds.corrected())) == []


def test_a_draft_that_nobody_read_is_not_deleted_either():
    assert let_through(DELETES, factories.draft()) == []


def uniques(model: type[models.Model]) -> int:
    """How many things of a row, beside its id, only one may have."""
    fields = [field for field in model._meta.concrete_fields if field.unique and not field.primary_key]
    return len(fields) + sum(isinstance(constraint, UniqueConstraint) for constraint in model._meta.constraints)


def test_the_guards_against_replacing_know_all_that_only_one_row_may_have():
    known = {table: len(same) for table, same in (guards._APPEND_ONLY | guards._KEPT).items()}
    assert known == {model._meta.db_table: uniques(model) for model in TABLES}


@pytest.fixture
def sqlite():
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has no OR REPLACE")


def twin(row: Row, **changes: object) -> Row:
    """A new row that has what only one may have, and an id of its own."""
    return altered(row, {"id": None, "pk": None, **changes})


def twins(article: Article) -> dict[str, Row]:
    claim, source = worlds.row_of(Claim, article), worlds.row_of(Source, article)
    fresh = {
        "bibliography": Bibliography.objects.create(),
        "state": "draft",
        "public": "never",
        "head": None,
        "edition": None,
    }
    asked = ledger.ask_waiver(claim, article.owner, Waiver.Reason.COMMON_KNOWLEDGE)
    return {
        "an article’s address": twin(article, **fresh),
        "an article’s bibliography": twin(article, **fresh | {"slug": "new", "bibliography": article.bibliography}),
        "a source’s key": twin(source, doi=""),
        "a source’s DOI": twin(source, key="new"),
        "a claim’s text": twin(claim),
        "an open request": twin(asked, note="Again."),
        "a standing ruling": twin(worlds.row_of(Ruling, article)),
        "a revision’s number": twin(article.head),
        "an edition’s number": twin(article.edition),
        "a step’s number": twin(article.steps.first()),
    }


def test_no_row_is_ousted_by_a_new_one(sqlite):
    rows = twins(worlds.corrected())
    assert {
        what: let_through({"or replace": lambda row: insert(row, "INSERT OR REPLACE")}, row)
        for what, row in rows.items()
    } == {what: [] for what in rows}


def test_no_row_is_ousted_by_the_change_of_another(sqlite):
    mine, other = worlds.corrected(), worlds.corrected()
    source, ousted = worlds.row_of(Source, mine), worlds.row_of(Source, other)
    attempts = [
        (mine, {"slug": other.slug}),
        (mine, {"bibliography": other.bibliography}),
        (source, {"doi": ousted.doi}),
        (source, {"id": ousted.pk}),
        (mine, {"id": other.pk}),
    ]
    ways = {"or replace": lambda row, changes: update(row, changes, "UPDATE OR REPLACE")}
    assert [let_through(ways, row, changes) for row, changes in attempts] == [[] for _ in attempts]
