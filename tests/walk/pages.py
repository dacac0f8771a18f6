"""The demonstration's pages, of each kind at least one, by who opens them; collected from its database."""

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.urls import reverse

from articles import roles
from articles.desk.ways import ways
from articles.models import Article, Claim, Contributor, Edition, Public, State, Topic
from references.models import Source

LISTS = ("home", "articles", "new", "import", "waivers", "comments")
READER = ("home", "contributors", "search", "corrections", "about", "account_login", "account_reset_password")


def of_readers() -> Iterator[str]:
    yield from map(reverse, READER)
    yield from (f"{reverse('search')}?q=oven", f"{reverse('search')}?q=zebra", "/no/such/page/")
    filed = Topic.objects.filter(articles__public=Public.LIVE).distinct()[:2]
    yield from (reverse("topic", args=[topic.path]) for topic in filed)
    heard = Contributor.objects.filter(bylines__article__public=Public.LIVE).distinct()[:2]
    yield from (reverse("contributor", args=[contributor.slug]) for contributor in heard)
    for article in Article.objects.exclude(public=Public.NEVER):
        yield reverse("article", args=[article.slug])
    yield reverse("comment", args=[Article.objects.filter(public=Public.LIVE)[0].slug])
    first = Edition.objects.filter(article__edition__number=2, number=1).select_related("article")[0]
    yield reverse("edition", args=[first.article.slug, 1])


def of_the_writer(user: User) -> Iterator[str]:
    """The lists of the desk, and each of their own texts in the editor that is in another state."""
    yield from (reverse(f"desk:{name}") for name in LISTS)
    yield from (reverse("desk:article", args=[article.pk]) for article in _one_of_each_state(user))
    claim = Claim.objects.filter(article__owner=user, article__state=State.DRAFT, waivers=None)[0]
    yield reverse("desk:ask-waiver", args=[claim.pk])


def of_the_checker(user: User) -> Iterator[str]:
    """What is decided on, and each article in another state as it is reviewed."""
    yield from (reverse(f"desk:{name}") for name in ("home", "waivers", "comments"))
    for article in _one_of_each_state(user):
        yield from (reverse(f"desk:{name}", args=[article.pk]) for name in ("review", "preview"))


def of_the_publisher(user: User) -> Iterator[str]:
    """Each article's history, and each step that the publisher may take next."""
    yield reverse("desk:home")
    for article in _one_of_each_state(user):
        yield from (reverse(f"desk:{name}", args=[article.pk]) for name in ("history", "compare"))
        steps = [way.step for way in ways(article, user) if not way.refusal]
        yield from (reverse("desk:step", args=[article.pk, step]) for step in steps)


def of_the_editor() -> Iterator[str]:
    """The library, and a source of each kind in it."""
    yield from (reverse("library:list"), reverse("library:add"))
    kinds = {source.work.type: source for source in Source.objects.order_by("-pk")}
    for source in kinds.values():
        yield reverse("library:source", args=[source.key])
    yield from (reverse(f"library:{name}", args=[source.key]) for name in ("edit", "merge"))


def _one_of_each_state(user: User) -> list[Article]:
    articles = roles.readable(user).select_related("head__author", "owner", "edition__revision")
    return list({(article.state, article.public): article for article in articles}.values())
