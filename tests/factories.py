"""People, sources and articles for tests, each made through the writers, as far on its way as a test asks."""

from datetime import datetime, timedelta
from itertools import count

from django.contrib.auth.models import Group, User
from django.utils import timezone

from articles import drafting, workflow
from articles.drafting import Draft
from articles.models import Article, Byline, Contributor, Revision
from references import library
from references.csl import Date, Name, SourceData
from references.models import Source

_numbers = count(1)


def person(role: str = "", name: str = "") -> User:
    """An account with a role ("Contributor", "Editor", "Fact-checker", "Publisher", "Admin"), or with none."""
    name = name or f"{role.lower() or 'nobody'}-{next(_numbers)}"
    user = User.objects.create_user(name, email=f"{name}@stet.example")
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def source(title: str = "", **fields: object) -> Source:
    """A source in the library, a work of its own unless it is named; `fields` are SourceData's."""
    number = next(_numbers)
    work = {"authors": (Name(f"Cha{number}", "H."),), "issued": Date(2020), "doi": f"10.1000/{number}"} | fields
    return library.add([SourceData(title=title or f"Trial {number} of green tea", **work)])[0]


def contributor(user: User | None = None, **fields: object) -> Contributor:
    """A contributor with a bio and a disclosure, and an account where one is named."""
    number = next(_numbers)
    said = {
        "name": f"Ada Ng {number}",
        "slug": f"ada-ng-{number}",
        "bio": "Writes on tea.",
        "disclosure": "None declared.",
    }
    return Contributor.objects.create(user=user, **said | fields)


def cited(key: str, claim: str = "Tea lowers blood pressure by 10%.") -> str:
    """A paragraph of stored markup whose one claim has a citation."""
    return f'<p>{claim}<cite class="cit" data-ref="{key}">{key}</cite></p>'


def draft(by: User | None = None, title: str = "On tea", body: str = "") -> Article:
    """An article in draft whose text passes the gate, with a byline that has no account."""
    body = body or cited(source().key)
    article = drafting.start(Draft(title, body), by or person("Contributor"))
    Byline.objects.create(article=article, contributor=contributor())
    return fresh(article)


def submitted(article: Article | None = None) -> Article:
    """An article that its owner has sent for review."""
    article = article or draft()
    return advanced(article, "submit", article.owner)


def approved(article: Article | None = None, by: User | None = None) -> Article:
    """An article that a fact-checker, who wrote nothing of it, has approved."""
    return advanced(submitted(article), "approve", by or person("Fact-checker"))


def scheduled(article: Article | None = None, at: datetime | None = None) -> Article:
    """An approved article that a publisher has scheduled, for tomorrow unless a time is named."""
    return advanced(approved(article), "schedule", person("Publisher"), at=at or timezone.now() + timedelta(days=1))


def published(article: Article | None = None) -> Article:
    """An article that a publisher has published."""
    return advanced(approved(article), "publish", person("Publisher"))


def advanced(article: Article, step: str, by: User, note: str = "", at: datetime | None = None) -> Article:
    """The article after a step that a person took on its head."""
    workflow.advance(article, step, by=by, seen=fresh(article).head_id, note=note, at=at)
    return fresh(article)


def saved(article: Article, body: str, by: User | None = None) -> Revision:
    """The revision that its owner, or another, saves next."""
    article = fresh(article)
    return drafting.save(article, Draft(article.head.title, body), by or article.owner, article.head_id)


def fresh(article: Article) -> Article:
    """The article as the database has it now."""
    return Article.objects.get(pk=article.pk)
