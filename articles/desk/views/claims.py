"""Claims: waivers asked for and decided, and rulings."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from articles import ledger, roles
from articles.desk import lists
from articles.desk.access import DeskRequest, desk_page
from articles.desk.forms import AskWaiver, DecideWaiver, Rule
from articles.models import Claim, Ruling, Waiver
from articles.roles import Refused

PER_PAGE = 30


@desk_page
def waivers(request: DeskRequest) -> HttpResponse:
    """List the requests that await an answer, the longest waiting first."""
    page = Paginator(lists.open_waivers(request.user), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "decides": roles.may(request.user, "review"), "form": DecideWaiver()}
    return render(request, "desk/waivers.html", context)


@desk_page
def ask_waiver(request: DeskRequest, pk: int) -> HttpResponse:
    """Ask that a claim may stand without a source. A refusal keeps the note typed."""
    claim = _claim(request, pk)
    form = AskWaiver(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            ledger.ask_waiver(claim, request.user, form.cleaned_data["reason"], form.cleaned_data["note"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "The waiver is asked for. Another person decides it.")
            return _back(request, claim)
    return render(request, "desk/ask_waiver.html", {"claim": claim, "form": form, "next": _next(request)})


@require_POST
@desk_page
def decide_waiver(request: DeskRequest, pk: int) -> HttpResponse:
    """Grant a waiver, with a last day where one is named, or refuse it."""
    waiver = _waiver(request, pk)
    form = DecideWaiver(request.POST)
    if not form.is_valid():
        messages.error(request, "Say whether the waiver is granted, and write the last day as year-month-day.")
        return _back(request, waiver.claim)
    granted, expires = form.cleaned_data["granted"], form.cleaned_data["expires"]
    try:
        ledger.decide_waiver(waiver, request.user, granted=granted, expires=expires if granted else None)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"The waiver is {'granted' if granted else 'refused'}.")
    return _back(request, waiver.claim)


@require_POST
@desk_page
def rule(request: DeskRequest, pk: int) -> HttpResponse:
    """Rule that a claim is none, or that its neighbour's source is its source."""
    claim = _claim(request, pk)
    form = Rule(request.POST)
    try:
        if not form.is_valid():
            raise Refused("Choose one of the rulings.")
        ledger.rule(claim, form.cleaned_data["kind"], request.user, form.cleaned_data["note"])
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"It is noted: {form.cleaned_data['kind']}.")
    return _back(request, claim)


@require_POST
@desk_page
def revoke(request: DeskRequest, pk: int) -> HttpResponse:
    """Take a ruling back."""
    rulings = Ruling.objects.select_related("claim__article")
    ruling = get_object_or_404(rulings.filter(claim__article__in=roles.readable(request.user)), pk=pk)
    try:
        ledger.revoke(ruling, request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "The ruling is taken back. It stays in the ledger as history.")
    return _back(request, ruling.claim)


@require_POST
@desk_page
def end_waiver(request: DeskRequest, pk: int) -> HttpResponse:
    """End a granted waiver now."""
    waiver = _waiver(request, pk)
    try:
        ledger.end_waiver(waiver, request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "The waiver is ended. Its claim needs a source again.")
    return _back(request, waiver.claim)


def _waiver(request: DeskRequest, pk: int) -> Waiver:
    waivers = Waiver.objects.select_related("claim").filter(claim__article__in=roles.readable(request.user))
    return get_object_or_404(waivers, pk=pk)


def _claim(request: DeskRequest, pk: int) -> Claim:
    claims = Claim.objects.select_related("article__head").filter(article__in=roles.readable(request.user))
    return get_object_or_404(claims, pk=pk)


def _next(request: DeskRequest) -> str:
    """Return the page to go back to; "" where it is not one of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else ""


def _back(request: DeskRequest, claim: Claim) -> HttpResponse:
    if wanted := _next(request):
        return redirect(wanted)
    return redirect("desk:review", claim.article_id)
