"""Approvals: who may give one, and whether one still holds for what readers would see now."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.content import Content, differences
from articles.models import Article, Byline, Edition, Revision, Step
from articles.roles import Refused


def writers(article: Article) -> set[int]:
    """Return the people whose own words the head is: who wrote a revision since the last edition, who submitted it,
    and who has a byline and an account.
    """
    after = article.edition.revision.number if article.edition else 0
    people = _wrote_and_submitted(article, after)
    return people | set(article.bylines.exclude(contributor__user=None).values_list("contributor__user", flat=True))


def of_others(articles: QuerySet[Article], person_id: int) -> QuerySet[Article]:
    """Return the articles of whose heads a person is none of the writers(), in one query."""
    after = Coalesce(OuterRef("edition__revision__number"), 0)
    wrote = Revision.objects.filter(article=OuterRef("pk"), author=person_id, number__gt=after)
    signed = Byline.objects.filter(article=OuterRef("pk"), contributor__user=person_id)
    submits = Step.objects.filter(article=OuterRef("pk"), name=Step.Name.SUBMIT).order_by("-number")
    return articles.annotate(_submitter=Subquery(submits.values("by")[:1])).filter(
        ~Exists(wrote), ~Exists(signed), ~Q(_submitter=person_id) | Q(_submitter=None)
    )


def writers_of(edition: Edition) -> set[int]:
    """Return whose own words an edition holds, as far as the logs tell: its bylines are those of today and may have
    changed.
    """
    earlier = Edition.objects.filter(article=edition.article_id, number__lt=edition.number).order_by("-number").first()
    return _wrote_and_submitted(edition.article, earlier.revision.number if earlier else 0, edition)


def _wrote_and_submitted(article: Article, after: int, edition: Edition | None = None) -> set[int]:
    """Return who wrote a revision with a number above `after` and who submitted last, up to an edition where one is
    named.
    """
    revisions = Revision.objects.filter(article=article, number__gt=after)
    submits = Step.objects.filter(article=article, name=Step.Name.SUBMIT)
    if edition:
        revisions = revisions.filter(number__lte=edition.revision.number)
        submits = submits.filter(number__lt=edition.approval.number)
    people = set(revisions.values_list("author", flat=True))
    return people | set(submits.order_by("-number").values_list("by", flat=True)[:1])


def refuse_own_words(article: Article, person_id: int) -> None:
    """Raise Refused where a person would review what is partly their own."""
    if person_id in writers(article):
        raise Refused("You wrote, submitted or signed this text: another person has to review it.")


def standing(article: Article, revision: Revision, seen: Content) -> Step:
    """Return the approval that holds for a revision and its content. Raises Refused, naming what changed since,
    where none does.
    """
    approval = (
        Step.objects.filter(article=article, name=Step.Name.APPROVE, revision=revision)
        .select_related("report")
        .order_by("-number")
        .first()
    )
    if approval is None or approval.report is None:
        raise Refused("Nobody has approved this revision. Ask a fact-checker to review it.")
    if approval.content_hash != seen.hash:
        changed = ", ".join(differences(approval.report.content, seen.canonical))
        raise Refused(
            f"The approval no longer holds. Since it was given, this changed: {changed}. Ask for a new review."
        )
    if approval.by_id in writers(article):
        # An account that was tied to a byline since: readers see no difference, but the rule does.
        raise Refused(
            "The approval no longer holds: who gave it has a byline on this text now. Ask for another review."
        )
    return approval
