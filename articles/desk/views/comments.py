"""Readers' comments: those that wait first, published or rejected by a person."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, Value, When
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from articles import discussing, roles
from articles.desk.access import DeskRequest, desk_page
from articles.models import Comment
from articles.roles import Refused

PER_PAGE = 30
_HELD_FIRST = Case(When(state=Comment.State.HELD, then=Value(0)), default=Value(1), output_field=IntegerField())


@desk_page
def index(request: DeskRequest) -> HttpResponse:
    """List the comments on all articles, those that wait first, the longest waiting on top."""
    state = request.GET.get("state", "")
    found = Comment.objects.select_related("article__head", "parent", "decided_by").defer("article__head__body")
    if state in Comment.State.values:
        found = found.filter(state=state)
    page = Paginator(found.order_by(_HELD_FIRST, "created", "pk"), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "state": state,
        "states": Comment.State.choices,
        "moderates": roles.may(request.user, "moderate comments"),
    }
    return render(request, "desk/comments.html", context)


@require_POST
@desk_page
def decide(request: DeskRequest, pk: int) -> HttpResponse:
    """Publish a comment or reject it."""
    comment = get_object_or_404(Comment.objects.select_related("parent"), pk=pk)
    publish = request.POST.get("answer") == "publish"
    try:
        discussing.decide(comment, request.user, publish=publish)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"The comment by {comment.name} is {'published' if publish else 'rejected'}.")
    return redirect("desk:comments")
