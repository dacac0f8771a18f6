"""Mail to the people of an article: enqueued in the transaction of the step that causes it, sent by the worker."""

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.db.models import Q, QuerySet
from django_tasks import task

from articles import roles
from articles.models import State, Step

# Who hears of a step, beside the article's people: those whose turn it is next, by what they may do.
_NEXT = {Step.Name.SUBMIT: "review", Step.Name.APPROVE: "publish"}
SAID = {
    Step.Name.SUBMIT: "was sent for review",
    Step.Name.REQUEST_CHANGES: "was sent back with changes to make",
    Step.Name.APPROVE: "was approved",
    Step.Name.SCHEDULE: "was scheduled",
    Step.Name.UNSCHEDULE: "was taken off the schedule",
    Step.Name.HOLD: "was not published on schedule",
    Step.Name.PUBLISH: "was published",
    Step.Name.WITHDRAW: "was withdrawn",
    Step.Name.CORRECT: "was corrected",
    Step.Name.RETRACT: "was retracted",
    Step.Name.REOPEN: "is a draft again; an approval or a schedule that it had no longer holds",
}
# From where it is news that a text was reopened: somebody was reading it, or counted on it.
_WATCHED = {State.IN_REVIEW, State.APPROVED, State.SCHEDULED}


def is_news(step: Step) -> bool:
    """Whether people are told of a step."""
    return step.name in SAID and (step.name != Step.Name.REOPEN or step.from_state in _WATCHED)


@task()
def tell(step_id: int) -> int:
    """Send one mail about a step to each person concerned but the one who took it; return to how many.

    An address that is refused keeps no other from its mail; the task fails at the end, and names how many were not
    sent.
    """
    step = Step.objects.select_related("article", "revision", "by").get(pk=step_id)
    people = list(concerned(step))
    failures = [failure for person in people if (failure := _failure(message(step, person)))]
    if failures:
        raise ExceptionGroup(f"{len(failures)} of {len(people)} mails were not sent", failures)
    return len(people)


def _failure(mail: EmailMessage) -> Exception | None:
    """Send a mail; return why it could not be sent, or None. A ValueError is Django's for a line break in an
    address.
    """
    try:
        mail.send()
    except (OSError, ValueError) as failure:
        return failure
    return None


def concerned(step: Step) -> QuerySet[User]:
    """The people with an address who hear of a step: the owner, who wrote a revision, who took a step, and whose turn
    it is. Who may not write any more hears nothing.
    """
    article = step.article_id
    people = Q(articles=article) | Q(revisions__article=article) | Q(steps__article=article)
    if action := _NEXT.get(Step.Name(step.name)):
        people |= Q(pk__in=roles.holders(action))
    able = roles.holders("write").values("pk")
    return User.objects.filter(people, pk__in=able).exclude(email="").exclude(pk=step.by_id or 0).distinct()


def message(step: Step, person: User) -> EmailMessage:
    """The mail about a step: what happened, by whom, with what words. Never the text of the article."""
    title = " ".join(step.revision.title.split()) or step.article.slug
    said = SAID[Step.Name(step.name)]
    by = f" by {step.by.get_username()}" if step.by else ""
    why = "You hear of this because you work on it or may act next."
    lines = [f"“{title}” {said}{by}.", *([step.note] if step.note else []), "", why]
    return EmailMessage(f"{title[:80]}: {said}", "\n".join(lines), settings.DEFAULT_FROM_EMAIL, [person.email])
