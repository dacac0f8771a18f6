"""The command `publishscheduled`: what it prints and its exit codes."""

import json

from articles import workflow
from articles.models import Contributor
from tests.articles.management.running import Done, run
from tests.articles.test_tasks import due
from tests.cms.project import manage
from tests.factories import fresh, scheduled


def test_nothing_due_is_nothing_said(db):
    scheduled()
    assert run("publishscheduled") == Done(0, "", "")
    assert json.loads(run("publishscheduled", format="json").out) == []


def test_what_went_out_is_told(db):
    article = due()
    done = run("publishscheduled", format="json")
    assert (done.code, json.loads(done.out)) == (0, [{"article": article.slug, "step": "publish", "note": ""}])
    assert run("publishscheduled") == Done(0, "", "")


def test_what_is_held_is_told_with_the_reason_and_exit_code_1(db):
    good, article = due(), due()
    Contributor.objects.filter(bylines__article=article).update(bio="Somebody else entirely.")
    done = run("publishscheduled")
    assert done.code == 1
    assert [line.split()[:2] for line in done.out.splitlines()] == [
        ["article", "step"],
        [good.slug, "publish"],
        [article.slug, "hold"],
    ]
    assert "The approval no longer holds." in done.out
    assert run("publishscheduled") == Done(0, "", "")


def test_what_could_not_be_published_is_told_with_exit_code_3_and_stays_scheduled(db, monkeypatch):
    article = due()

    def fail(article, now):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(workflow, "publish_due", fail)
    done = run("publishscheduled", format="json")
    assert done.code == 3
    assert json.loads(done.out) == [
        {"article": article.slug, "step": "failed", "note": "RuntimeError: the disk is full"}
    ]
    assert fresh(article).state == "scheduled"


def test_help_and_bad_usage():
    assert "every minute" in " ".join(manage("publishscheduled", "--help").stdout.split())
    assert manage("publishscheduled", "--format", "yaml").returncode == 2
    assert manage("publishscheduled", "now").returncode == 2
