"""The desk's lists of articles: filtered, with what a row shows, in a bounded number of queries."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles import approval, roles
from articles.models import Article, Public, State, Topic, Waiver

LONGEST = 8  # rows in one of the dashboard's lists


def rows(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Return the articles with what a row shows: head, owner, topics, and how many waivers await an answer."""
    asked = Waiver.objects.filter(granted=None, claim__last_seen=OuterRef("head")).order_by().values("claim__article")
    count = asked.annotate(count=Count("pk")).values("count")
    return (
        articles.select_related("head", "owner")
        .defer("head__body")
        .prefetch_related("topics")
        .annotate(asked_count=Coalesce(Subquery(count), 0))
    )


def chosen(articles: QuerySet[Article], wanted: Mapping[str, Any]) -> QuerySet[Article]:
    """Return those that a filter asks for, the newest change first; every word must stand in title or standfirst."""
    for word in (wanted.get("q") or "").split():
        articles = articles.filter(Q(head__title__icontains=word) | Q(head__standfirst__icontains=word))
    if topic := wanted.get("topic"):
        articles = articles.filter(pk__in=Article.objects.filter(topics__in=Topic.objects.under(topic)).values("pk"))
    exact = {name: wanted[name] for name in ("state", "public", "owner") if wanted.get(name)}
    return articles.filter(**exact).order_by("-changed", "-pk")


def counts(articles: QuerySet[Article]) -> list[tuple[str, str, int]]:
    """Return each state that is on its way: its key, its name, how many articles are there."""
    found = dict(articles.order_by().values_list("state").annotate(count=Count("pk")))
    return [(state.value, str(state.label), found.get(state.value, 0)) for state in State if state != State.ARCHIVED]


def to_review(person: AbstractBaseUser) -> QuerySet[Article]:
    """Return what waits for a person's review, the longest waiting first: nothing that is partly their own words."""
    if not roles.may(person, "review"):
        return Article.objects.none()
    return approval.of_others(Article.objects.filter(state=State.IN_REVIEW), person.pk).order_by("changed")


def to_publish(person: AbstractBaseUser) -> QuerySet[Article]:
    """Return what is approved and waits for a publisher."""
    if not roles.may(person, "publish"):
        return Article.objects.none()
    return Article.objects.filter(state=State.APPROVED).order_by("changed")


def own(person: AbstractBaseUser, state: State) -> QuerySet[Article]:
    """Return a person's own articles in a state, the newest change first."""
    return Article.objects.filter(owner=person.pk, state=state).order_by("-changed")


def open_waivers(person: AbstractBaseUser) -> QuerySet[Waiver]:
    """Return the requests that await an answer, on claims that still stand, of articles that a person may read."""
    return (
        Waiver.objects.filter(granted=None, claim__last_seen=F("claim__article__head"))
        .filter(claim__article__in=roles.readable(person))
        .select_related("claim__article__head", "asked_by")
        .order_by("asked")
    )


def lapsed(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Return live articles whose edition holds a claim under a waiver that has ended since it was published."""
    published = F("claim__article__edition__revision__number")
    ended = Waiver.objects.filter(
        granted=True,
        expires__lte=timezone.now(),
        claim__article__edition__created__lt=F("expires"),
        claim__first_seen__number__lte=published,
        claim__last_seen__number__gte=published,
    )
    return articles.filter(public=Public.LIVE, pk__in=ended.values("claim__article")).order_by("changed")
