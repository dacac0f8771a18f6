"""The commands `verifyeditions` and `recheck`: what they print and their exit codes."""

import json

from django.db import connection

from articles import triggers
from articles.models import Edition, SitePolicy
from tests.articles.management.running import Done, run
from tests.cms.project import manage
from tests.factories import cited, draft, published, source


def test_a_clean_site_has_nothing_to_say(db):
    published()
    published()
    for command in ("verifyeditions", "recheck"):
        assert run(command) == Done(0, "", "")
        assert json.loads(run(command, format="json").out) == []


def test_an_edition_that_was_tampered_with_is_named_and_each_missing_guard_too(db):
    published()
    article = published()
    triggers.lift(connection)
    Edition.objects.filter(article=article).update(html="<p>Tea cures all.</p>")
    done = run("verifyeditions", format="json")
    rows = json.loads(done.out)
    assert done.code == 1
    assert {"article": article.slug, "edition": 1, "fault": "Its page does not show its content."} in rows
    assert [row for row in rows if row["article"]] == rows[-1:]
    missing = [row["fault"] for row in rows if not row["article"]]
    assert "No trigger keeps this: articles_step INSERT: Nobody approves their own words." in missing
    assert len(missing) == len(triggers.missing(connection))


def test_faults_are_printed_as_a_table(db):
    article = published()
    triggers.lift(connection)
    Edition.objects.filter(article=article).update(html="")
    triggers.lay(connection)
    done = run("verifyeditions")
    assert done.code == 1
    heading, line = done.out.splitlines()
    assert heading.split() == ["article", "edition", "fault"]
    assert line.split(maxsplit=2) == [article.slug, "1", "Its page does not show its content."]


def test_recheck_names_what_a_stricter_policy_blocks_and_touches_nothing(db):
    article = published(draft(body=f"{cited(source().key)}<p>The cell makes collagen.</p>"))
    SitePolicy.objects.update_or_create(pk=1, defaults={"sensitivity": "strict"})
    done = run("recheck", format="json")
    assert done.code == 1
    (row,) = json.loads(done.out)
    assert (row["article"], row["code"], row["text"]) == (article.slug, "C001", "The cell makes collagen.")
    assert article.slug in run("recheck").out
    assert run("verifyeditions") == Done(0, "", "")


def test_recheck_leaves_what_readers_do_not_see_alone(db):
    draft(body="<p>Nine in ten cats die of cancer.</p>")
    assert run("recheck") == Done(0, "", "")


def test_help_and_bad_usage():
    for command in ("verifyeditions", "recheck"):
        assert "Exit code 1" in " ".join(manage(command, "--help").stdout.split())
        assert manage(command, "--format", "yaml").returncode == 2
