"""The magazine's front page."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.reader import listing, shell


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The newest articles; ?before= an edition's number in the site leads on to older ones."""
    found = listing.cards(Article.objects.live(), before := request.GET.get("before", ""))
    return shell.page(request, "reader/home.html", {"found": found, "is_first": not before})
