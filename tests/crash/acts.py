"""What the processes do, each as a function of ids; they say in a word how it went."""

from datetime import datetime

import django

django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.db import transaction  # noqa: E402

from articles import drafting, workflow  # noqa: E402
from articles.drafting import Draft, Stale  # noqa: E402
from articles.models import Article, Contributor  # noqa: E402
from articles.roles import Refused  # noqa: E402


def publish(article: int, by: int, seen: int) -> str:
    try:
        workflow.advance(Article(pk=article), "publish", by=User.objects.get(pk=by), seen=seen)
    except Refused as refusal:
        return f"refused: {refusal}"
    return "published"


def publish_due(article: int, now: datetime) -> str:
    step = workflow.publish_due(Article(pk=article), now)
    return step.name if step else "not due"


def save(article: int, by: int, seen: int, title: str, body: str) -> str:
    try:
        drafting.save(Article(pk=article), Draft(title, body), User.objects.get(pk=by), seen)
    except Stale:
        return "kept"
    return "saved"


def change_bio(contributor: int, bio: str) -> str:
    with transaction.atomic():
        Contributor.objects.filter(pk=contributor).update(bio=bio)
    return "changed"
