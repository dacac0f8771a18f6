"""What search engines are told: which pages there are, and which are none of theirs."""

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Article, Topic
from articles.reader import shell

# Pages of one person's, or of no lasting content.
CLOSED = ("/desk/", "/library/", "/admin/", "/accounts/", "/api/", "/search/", "/theme/")


class Pages(Sitemap):
    """The pages that are always there."""

    def items(self) -> list[str]:
        return ["home", "contributors", "corrections"]

    def location(self, item: str) -> str:
        return reverse(item)


class Articles(Sitemap):
    """The live articles: a retracted one stays readable, but nobody has to find it."""

    def items(self) -> QuerySet[Article, tuple[str, datetime]]:
        return Article.objects.live().order_by("-edition_id").values_list("slug", "edition__created")

    def location(self, item: tuple[str, datetime]) -> str:
        return reverse("article", args=[item[0]])

    def lastmod(self, item: tuple[str, datetime]) -> datetime:
        return item[1]


class Topics(Sitemap):
    """The topics that readers find an article in."""

    def items(self) -> QuerySet[Topic]:
        return shell.peopled(Topic.objects.order_by("path"))

    def location(self, item: Topic) -> str:
        return reverse("topic", args=[item.path])


SITEMAPS = {"pages": Pages, "articles": Articles, "topics": Topics}


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """The rules for robots (RFC 9309), and where the sitemap is."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED)]
    lines += ["", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}"]
    answer = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    answer.headers["Cache-Control"] = shell.REVALIDATED
    return answer
