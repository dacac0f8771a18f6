"""An article's history: its timeline, two revisions compared, an earlier one restored."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from articles import drafting
from articles.desk.access import DeskRequest, desk_page, readable
from articles.desk.differing import differences
from articles.desk.timeline import timeline
from articles.models import Article, Revision
from articles.roles import Refused

PER_PAGE = 50


@desk_page
def index(request: DeskRequest, pk: int) -> HttpResponse:
    """Show what was saved and what steps were taken, in one list."""
    article = readable(request, pk)
    page = Paginator(timeline(article), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/history.html", {"article": article, "page": page})


@desk_page
def compare(request: DeskRequest, pk: int) -> HttpResponse:
    """Show two revisions, named by their numbers in `from` and `to`, side by side; the head and the one before it
    where none are named.
    """
    article = readable(request, pk)
    if article.head is None:
        raise Http404("This article has no text yet.")
    after = _named(article, request.GET.get("to"), article.head.number)
    before = _named(article, request.GET.get("from"), max(after.number - 1, 1))
    if before.number > after.number:
        before, after = after, before
    context = {"article": article, "before": before, "after": after, "rows": differences(article, before, after)}
    return render(request, "desk/compare.html", context)


def _named(article: Article, number: str | None, default: int) -> Revision:
    if number and not number.isdecimal():
        raise Http404(f"There is no revision “{number}”.")
    revisions = article.revisions.select_related("author")
    return get_object_or_404(revisions, number=int(number) if number else default)


@require_POST
@desk_page
def restore(request: DeskRequest, pk: int, number: int) -> HttpResponse:
    """Make an earlier text the head again, as a new revision."""
    article = readable(request, pk)
    revision = get_object_or_404(article.revisions, number=number)
    seen = request.POST.get("seen", "")
    try:
        head = drafting.restore(article, revision, request.user, int(seen) if seen.isdecimal() else 0)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:history", pk)
    messages.success(request, f"{head} has the text of revision {number}. Nothing was taken out of the history.")
    return redirect("desk:article", pk)
