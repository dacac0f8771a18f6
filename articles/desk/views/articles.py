"""All articles, filtered; and a new one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from articles import drafting, roles
from articles.desk import lists
from articles.desk.access import DeskRequest, desk_page
from articles.desk.forms import Filters, New
from articles.drafting import Draft
from articles.roles import Refused
from articles.text.limits import TextTooLarge

PER_PAGE = 30


@desk_page
def index(request: DeskRequest) -> HttpResponse:
    """List the articles that the person may read and the filter asks for."""
    form = Filters(request.GET)
    form.full_clean()
    wanted = form.cleaned_data  # without what means nothing here, as in an old address
    found = lists.rows(lists.chosen(roles.readable(request.user), wanted))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {"form": form, "page": page, "query": query.urlencode(), "filtered": any(wanted.values())}
    return render(request, "desk/articles.html", context)


@desk_page
def new(request: DeskRequest) -> HttpResponse:
    """Ask for what a new article begins with, and begin it."""
    form = New(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            draft = Draft(form.cleaned_data["title"], language=form.cleaned_data["language"])
            article = drafting.start(draft, request.user, form.cleaned_data["topics"])
        except (Refused, TextTooLarge) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "The draft is begun. Write, and cite as you go.")
            return redirect("desk:article", article.pk)
    return render(request, "desk/new.html", {"form": form})
