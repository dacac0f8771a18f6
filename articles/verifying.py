"""Verifying: what each edition was published on is computed anew, and whatever does not hold is named."""

import json
from collections.abc import Iterator

from articles import approval, checks, ledger
from articles.checks.policy import Coverage, Policy
from articles.content import hash_of, manuscript_of
from articles.models import Article, Edition, Public, SitePolicy, Step, Topic
from articles.text.claims import ENGINE, Sensitivity
from articles.text.page import bare


def faults(edition: Edition) -> Iterator[str]:
    """Yield, as sentences, what does not hold of an edition: its hash, its page, its report computed anew, its
    approval, its log.

    Of the page the body is compared: how references are printed may change from one release to the next. A report of
    another engine cannot be computed anew as it was; where today's blocks, a person has to look.
    """
    if hash_of(edition.content) != edition.content_hash:
        yield "Its content is not the one that its hash was made from."
    try:
        if bare(edition.html) != bare(json.loads(edition.content)["body"]):
            yield "Its page does not show its content."
        yield from _faults_of_report(edition)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        # Whoever forges a content need not keep to its form. What is no content is a finding, never a crash.
        yield f"Its content or its report cannot be read: {type(error).__name__}: {error}"
    yield from _faults_of_approval(edition)
    if edition.article.public == Public.NEVER:
        yield "Its article says that it was never published."


def _faults_of_report(edition: Edition) -> Iterator[str]:
    stored = edition.report
    if (stored.content_hash, stored.revision_id) != (edition.content_hash, edition.revision_id):
        yield "Its report is on another content."
    said = json.loads(stored.body)
    if not stored.clean or any(finding["severity"] == checks.Severity.BLOCK for finding in said["findings"]):
        yield "Its report is not clean."
    policy = Policy(Sensitivity(said["policy"]["sensitivity"]), Coverage(said["policy"]["coverage"]))
    rulings = ledger.rulings(edition.article, edition.revision, at=stored.created)
    anew = checks.review(manuscript_of(json.loads(edition.content)), policy, rulings)
    if stored.engine != ENGINE:
        if anew.blocks:
            yield f"Its report is by another engine, {stored.engine}; the one of today blocks this content."
    elif anew.blocks:
        yield "Computed anew, its report blocks: the stored one is not what the rules say of this content."
    elif anew.to_json() != stored.body:
        yield "Computed anew, its report differs from the stored one."


def _faults_of_approval(edition: Edition) -> Iterator[str]:
    step = edition.approval
    exact = (step.name, step.article_id, step.revision_id, step.content_hash)
    if exact != (Step.Name.APPROVE, edition.article_id, edition.revision_id, edition.content_hash):
        yield "Its approval is not of exactly this content."
    if step.by_id in approval.writers_of(edition):
        yield "Its approval was given by somebody whose own words it holds."
    published = Step.objects.filter(
        article=edition.article_id,
        name__in=[Step.Name.PUBLISH, Step.Name.CORRECT],
        revision=edition.revision_id,
        content_hash=edition.content_hash,
        number__gt=step.number,
    )
    if not published.exists():
        yield "No step of its article’s log published it."


def blocking_today(article: Article) -> list[checks.Finding]:
    """Return what blocks in the edition that readers see of a live article, under today's policy, rulings and
    detector.
    """
    edition = article.edition
    if edition is None:
        return []
    data = json.loads(edition.content)
    sensitivities = Topic.objects.filter(path__in=[topic["path"] for topic in data["topics"]]).values_list(
        "sensitivity", flat=True
    )
    policy = SitePolicy.current().raised(list(sensitivities))
    report = checks.review(manuscript_of(data), policy, ledger.rulings(article, edition.revision))
    return [finding for finding in report.findings if finding.severity is checks.Severity.BLOCK]
