"""Crediting: what an article is filed under and who signs it are set here."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles import roles
from articles.models import Article, Byline, Topic


@dataclass(frozen=True, slots=True)
class Credit:
    """A contributor, by id, and what they did."""

    contributor: int
    role: str


@transaction.atomic
def credit(article: Article, topics: Iterable[Topic], credits: Iterable[Credit], by: AbstractBaseUser) -> None:
    """File an article under exactly these topics and sign it with exactly these bylines, in their order.

    What readers would see changes with it, so an approval no longer holds. Raises Refused where `by` may not write.
    """
    article = Article.objects.locked(article.pk)
    roles.require(by, "write", article)
    article.topics.set(topics)
    wanted = {(each.contributor, each.role): position for position, each in enumerate(dict.fromkeys(credits))}
    for byline in article.bylines.all():
        position = wanted.pop((byline.contributor_id, byline.role), None)
        if position is None:
            byline.delete()
        elif position != byline.position:
            Byline.objects.filter(pk=byline.pk).update(position=position)
    Byline.objects.bulk_create(
        Byline(article=article, contributor_id=contributor, role=role, position=position)
        for (contributor, role), position in wanted.items()
    )
