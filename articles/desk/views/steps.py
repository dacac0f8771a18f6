"""A step: what it comes to, what stands in its way, and taking it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from articles import workflow
from articles.desk.access import DeskRequest, desk_page, readable
from articles.desk.checklist import checklist
from articles.desk.forms import Scheduling, Taking, TakingAway
from articles.desk.ways import TAKES_AWAY, WORDS, way
from articles.mail import SAID
from articles.models import Article, Step
from articles.roles import Refused

_FORMS = {Step.Name.SCHEDULE: Scheduling} | dict.fromkeys(TAKES_AWAY, TakingAway)


@desk_page
def take(request: DeskRequest, pk: int, step: str) -> HttpResponse:
    """Show what a step needs and ask for its note; take it on POST. A refusal keeps what was typed, and the revision
    that was read.
    """
    article = readable(request, pk)
    if step not in WORDS:
        raise Http404(f"There is no step “{step}”.")
    form = _form(request, article, step)
    refusal = ""
    if form.is_valid():
        given = form.cleaned_data
        try:
            workflow.advance(article, step, by=request.user, seen=given["seen"], note=given["note"], at=form.at)
        except Refused as refused:
            refusal = str(refused)
        else:
            messages.success(request, f"“{article}” {SAID.get(Step.Name(step), 'was archived')}.")
            return redirect("desk:article", article.pk)
    return _page(request, article, step, form, refusal)


def _form(request: DeskRequest, article: Article, step: str) -> Taking:
    kind = _FORMS.get(Step.Name(step), Taking)
    seen = request.GET.get("seen", "")
    read = int(seen) if seen.isdecimal() else article.head_id
    initial = {"seen": read, "zone": timezone.get_current_timezone_name()}
    return kind(request.POST if request.method == "POST" else None, initial=initial)


def _page(request: DeskRequest, article: Article, step: str, form: Taking, refusal: str) -> HttpResponse:
    article = readable(request, article.pk)
    seen = str(form["seen"].value() or "")
    read = article.revisions.filter(pk=int(seen)).first() if seen.isdecimal() else None
    context = {
        "article": article,
        "way": way(article, step, request.user),
        "form": form,
        "refusal": refusal,
        "checklist": checklist(article, step),
        "read": read if read and read.pk != article.head_id else None,
    }
    return render(request, "desk/step.html", context, status=409 if refusal else 200)
