"""Search."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.reader import searching, shell


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The articles in which each of the words of ?q= stands."""
    asked = request.GET.get("q", "").strip()[: searching.LONGEST]
    words = searching.words_of(asked)
    return shell.page(request, "reader/search.html", {"asked": asked, "words": words, "found": searching.found(words)})
