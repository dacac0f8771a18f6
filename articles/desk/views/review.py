"""The review: claim by claim, with the comparison and the decision beside them."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from articles import roles
from articles.desk.access import DeskRequest, desk_page, readable
from articles.desk.differing import differences
from articles.desk.forms import DecideWaiver
from articles.desk.reviewing import last_read, sheet
from articles.desk.ways import way, whose_turn


@desk_page
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """Show the head's claims, those that need a decision first; what changed since the last review; the decision."""
    article = readable(request, pk)
    if article.head is None:
        return redirect("desk:article", pk)
    before = last_read(article)
    context = {
        "article": article,
        "sheet": sheet(article, article.head),
        "before": before,
        "rows": differences(article, before, article.head) if before else [],
        "ways": [way(article, step, request.user) for step in ("approve", "request_changes")],
        "turn": whose_turn(article),
        "form": DecideWaiver(),
        "decides": roles.may(request.user, "review"),
        "rules": roles.may(request.user, "rule") and roles.may(request.user, "write", article),
        "writes": roles.may(request.user, "write", article),
    }
    return render(request, "desk/review.html", context)
