"""A topic: its articles and the topics below it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles.models import Article, Topic
from articles.reader import listing, shell


@require_safe
def topic(request: HttpRequest, path: str) -> HttpResponse:
    """The newest articles on a topic or below it; 404 where readers find none, for then only drafts speak of it."""
    here = get_object_or_404(shell.peopled(Topic.objects.all()), path=path)
    below = Article.objects.filter(topics__in=Topic.objects.under(here))
    found = listing.cards(shell.readable().filter(pk__in=below.values("pk")), before := request.GET.get("before", ""))
    parts = path.split("/")
    above = Topic.objects.filter(path__in=["/".join(parts[:count]) for count in range(1, len(parts))]).order_by("path")
    context = {
        "topic": here,
        "above": above,
        "children": shell.peopled(here.children.all()).order_by("name"),
        "found": found,
        "is_first": not before,
    }
    return shell.page(request, "reader/topic.html", context)
