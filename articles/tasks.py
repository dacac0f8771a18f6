"""Work for the worker beside mail: what has to happen when nobody clicks."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone
from django_tasks import task

from articles import workflow
from articles.models import Article, Step

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an article that was due: the step that it took, or the fault that kept it where it is."""

    article: Article
    step: Step | None = None
    fault: Exception | None = None


def publish_all_due() -> Iterator[Outcome]:
    """Publish each scheduled article whose time has come, or hold it.

    Each article is a transaction of its own. One that fails for a reason nobody foresaw stays scheduled, is logged
    with its traceback and keeps no other from going out.
    """
    for article in Article.objects.due(timezone.now()):
        try:
            step = workflow.publish_due(article, timezone.now())
        except Exception as fault:
            logger.exception("%s could not be published on schedule.", article.slug)
            yield Outcome(article, fault=fault)
        else:
            if step:
                yield Outcome(article, step)


@task()
def publish_scheduled() -> int:
    """Do what `manage.py publishscheduled` does; return how many articles moved. Raises an ExceptionGroup of what
    failed, last.
    """
    outcomes = list(publish_all_due())
    if faults := [outcome.fault for outcome in outcomes if outcome.fault]:
        raise ExceptionGroup("Scheduled articles could not be published.", faults)
    return len(outcomes)
