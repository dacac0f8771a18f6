"""Verifying: what an edition was not rightly published on is found, even where the database's guards were away."""

import json

import pytest
from django.db import connection
from django.utils import timezone

from articles import ledger, triggers, verifying
from articles.content import canonical, hash_of
from articles.models import Article, Claim, Edition, Ruling, SitePolicy, Step, StoredReport, Topic
from tests.factories import advanced, cited, draft, fresh, person, published, source

UNCITED = "Nine in ten cats die of cancer."


def waived():
    """A published article with a claim that stands on a waiver."""
    article = draft(body=f"{cited(source().key)}<p>{UNCITED}</p>")
    waiver = ledger.ask_waiver(Claim.objects.get(text=UNCITED), article.owner, "common knowledge")
    advanced(article, "submit", article.owner)
    checker = person("Fact-checker")
    ledger.decide_waiver(waiver, checker, granted=True)
    return published_from(advanced(article, "approve", checker))


def published_from(article):
    return advanced(article, "publish", person("Publisher"))


@pytest.fixture
def edition(db):
    """An edition that was rightly published; then somebody takes the guards of the database away."""
    article = published()
    triggers.lift(connection)
    return article.edition


def faults(edition):
    return list(verifying.faults(Edition.objects.get(pk=edition.pk)))


def forge(row, **values):
    type(row).objects.filter(pk=row.pk).update(**values)


def test_what_was_rightly_published_has_no_fault(edition):
    assert faults(edition) == []


def test_a_waiver_counts_as_it_stood_when_the_report_was_made(db):
    article = waived()
    waiver = Claim.objects.get(text=UNCITED).waivers.get()
    forge(waiver, expires=timezone.now())
    assert faults(article.edition) == []
    triggers.lift(connection)
    forge(waiver, decided=timezone.now())
    assert "Computed anew, its report blocks" in faults(article.edition)[0]


def test_a_ruling_made_afterwards_does_not_mend_a_forged_report(edition):
    forge_uncited(edition)
    claim = Claim.objects.create(
        article=edition.article,
        folded_hash="0" * 64,
        text=UNCITED,
        first_seen=edition.revision,
        last_seen=edition.revision,
    )
    Ruling.objects.create(claim=claim, kind="not a claim", by=person("Editor"), created=timezone.now())
    assert "Computed anew, its report blocks: the stored one is not what the rules say of this content." in faults(
        edition
    )


def forge_uncited(edition, engine=None):
    """Rewrite an edition, its report and its log around a claim without a source, so that hashes and links all fit."""
    data = json.loads(edition.content)
    data["body"] += f"<p>{UNCITED}</p>"
    content = canonical(data)
    forge(edition, content=content, content_hash=hash_of(content), html=data["body"])
    forge(edition.report, content=content, content_hash=hash_of(content), **({"engine": engine} if engine else {}))
    Step.objects.filter(article=edition.article).exclude(content_hash="").update(content_hash=hash_of(content))


def test_a_forged_report_is_found_by_computing_it_anew(edition):
    forge_uncited(edition)
    assert faults(edition) == [
        "Computed anew, its report blocks: the stored one is not what the rules say of this content."
    ]


def test_a_forged_report_does_not_hide_behind_another_engine(edition):
    forge_uncited(edition, engine="claims-0")
    assert faults(edition) == ["Its report is by another engine, claims-0; the one of today blocks this content."]


def test_an_older_engine_that_today_s_agrees_with_is_no_fault(edition):
    forge(edition.report, engine="claims-0")
    assert faults(edition) == []


def test_a_report_whose_findings_were_touched_is_found(edition):
    forge(edition.report, body=edition.report.body.replace('"findings":[', '"findings":[ '))
    assert faults(edition) == ["Computed anew, its report differs from the stored one."]


def test_a_report_on_something_else_or_not_clean_is_found(edition):
    forge(edition.report, content_hash="0" * 64, clean=False)
    assert faults(edition) == ["Its report is on another content.", "Its report is not clean."]


def test_a_forged_content_is_found(edition):
    forge(edition, content=edition.content.replace("10%", "90%"))
    assert "Its content is not the one that its hash was made from." in faults(edition)


@pytest.mark.parametrize("content", ["", "{}", "[]", "not json", '{"body": 3}', '{"body": "", "sources": 1}'])
def test_a_content_that_is_none_is_a_fault_and_no_crash(edition, content):
    forge(edition, content=content)
    found = faults(edition)
    assert found[0] == "Its content is not the one that its hash was made from."
    assert any("cannot be read" in fault for fault in found)


@pytest.mark.parametrize("body", ["", "{}", "[]", "no json"])
def test_a_report_that_is_none_is_a_fault_and_no_crash(edition, body):
    forge(edition.report, body=body)
    assert any("cannot be read" in fault for fault in faults(edition))


@pytest.mark.parametrize(
    ("was", "forged"), [("10%", "90%"), ("<p>", "<p><script>alert(1)</script>"), ("</p>", "</p><p>And more.</p>")]
)
def test_a_page_that_shows_something_else_is_found(edition, was, forged):
    forge(edition, html=edition.html.replace(was, forged, 1))
    assert faults(edition) == ["Its page does not show its content."]


def test_an_approval_of_something_else_is_found(edition):
    forge(edition.approval, content_hash="0" * 64)
    assert faults(edition) == ["Its approval is not of exactly this content."]


def test_an_approval_of_one_s_own_words_is_found(edition):
    forge(edition.approval, by=edition.revision.author)
    assert faults(edition) == ["Its approval was given by somebody whose own words it holds."]


def test_an_edition_that_no_step_published_is_found(edition):
    Step.objects.filter(article=edition.article, name="publish").update(content_hash="0" * 64)
    assert faults(edition) == ["No step of its article’s log published it."]


def test_an_article_that_denies_its_edition_is_found(edition):
    Article.objects.filter(pk=edition.article_id).update(public="never", edition=None)
    assert faults(edition) == ["Its article says that it was never published."]


def test_a_byline_added_later_does_not_taint_an_earlier_approval(edition):
    contributor = edition.article.bylines.get().contributor
    forge(contributor, user=edition.approval.by)
    assert faults(edition) == []


def blocking(article):
    return [finding.excerpt for finding in verifying.blocking_today(fresh(article))]


def test_what_passes_today_blocks_nothing(db):
    assert blocking(published()) == blocking(waived()) == []


def test_a_policy_made_strict_is_felt_by_what_is_live(db):
    article = published(draft(body=f"{cited(source().key)}<p>The cell makes collagen.</p>"))
    assert blocking(article) == []
    SitePolicy.objects.update_or_create(pk=1, defaults={"sensitivity": "strict"})
    assert blocking(article) == ["The cell makes collagen."]


def test_a_topic_made_strict_is_felt_by_what_is_live(db):
    article = draft(body=f"{cited(source().key)}<p>The cell makes collagen.</p>")
    topic = Topic.objects.create(name="Health", path="health")
    article.topics.set([topic])
    article = published(article)
    Topic.objects.update(sensitivity="strict")
    assert blocking(article) == ["The cell makes collagen."]


def test_a_waiver_that_ended_and_a_ruling_taken_back_are_felt_by_what_is_live(db):
    article = waived()
    Claim.objects.get(text=UNCITED).waivers.update(expires=timezone.now())
    assert blocking(article) == [UNCITED]
    editor = person("Editor")
    ruling = ledger.rule(Claim.objects.get(text=UNCITED), "not a claim", editor)
    assert blocking(article) == []
    ledger.revoke(ruling, editor)
    assert blocking(article) == [UNCITED]


def test_a_report_bears_the_moment_whose_rulings_it_counted(db):
    """The database's own clock stands still in a transaction: by it, a waiver granted meanwhile would come too late."""
    waived()
    decided = Claim.objects.get(text=UNCITED).waivers.get().decided
    assert all(report.created >= decided for report in StoredReport.objects.all())
