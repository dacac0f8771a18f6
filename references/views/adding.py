"""Adding a source: a pasted reference is read into a form, and what the form says is added."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.forms import Form
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from references import library
from references.csl import SourceData
from references.entry import plain
from references.formats import raw
from references.forms import PastedForm, SourceForm
from references.models import Source
from references.permissions import required, wants_json
from references.views.picking import told


@require_http_methods(["GET", "HEAD", "POST"])
@required("add_source")
def add(request: HttpRequest) -> HttpResponse:
    """Take a pasted reference, show what was read of it, and add what the person makes of that.

    A script that asks for JSON is answered the source, or {"errors"} by field; what it pastes is added as it is read.
    """
    if wants_json(request):
        return _add_at_once(request)
    if request.method != "POST":
        return _page(request, pasted=PastedForm())
    if "pasted" in request.POST:
        return _read(request, PastedForm(request.POST))
    if "begin" in request.POST:
        return _page(request, form=SourceForm())
    line = request.POST.get("line", "")
    form = SourceForm(request.POST, work=_first(line) if line else None)
    if not form.is_valid():
        return _page(request, form=form, line=line)
    source, known = _added(form.work, request)
    (messages.info if known else messages.success)(request, _said(source, known))
    return redirect("library:source", source.key)


def _read(request: HttpRequest, pasted: PastedForm) -> HttpResponse:
    """Show what was read of a pasted reference, in a form to be put right. It may hold several works."""
    if not pasted.is_valid():
        return _page(request, pasted=pasted)
    line, *others = raw.split(raw.without_number(pasted.cleaned_data["pasted"]))
    work = _first(line)
    known = library.existing(work)
    entry = plain(known.work) if known else ""
    return _page(request, form=SourceForm(work=work), line=line, others=others, known=known, entry=entry)


def _first(line: str) -> SourceData:
    return raw.parse(line, numbered=False)[0]


def _page(request: HttpRequest, **context: object) -> HttpResponse:
    return render(request, "library/add.html", context)


def _added(work: SourceData, request: HttpRequest) -> tuple[Source, bool]:
    """Return the source in the library for a work, and whether it was there before."""
    known = library.existing(work)
    return known or library.add([work], cast(AbstractBaseUser, request.user))[0], known is not None


def _said(source: Source, known: bool) -> str:
    if known:
        return f"The library has this work already, as {source.key}: nothing was added."
    return f"Added to the library as {source.key}."


def _add_at_once(request: HttpRequest) -> JsonResponse:
    """Add what a script sends: a pasted reference, of which each work is added, or the form's fields.

    `sources` are all, in order; the first one's fields stand beside it.
    """
    works, errors = _sent(request)
    if errors:
        return JsonResponse({"errors": errors}, status=400)
    added = [_added(work, request) for work in works]
    sources = [told(source) | {"added": not known} for source, known in added]
    return JsonResponse(sources[0] | {"sources": sources}, status=200 if all(known for _, known in added) else 201)


def _sent(request: HttpRequest) -> tuple[list[SourceData], dict[str, list[str]]]:
    """Return the works that a script sends, or what is wrong, by field."""
    if "pasted" not in request.POST:
        form = SourceForm(request.POST)
        return ([form.work], {}) if form.is_valid() else ([], _told_errors(form))
    pasted = PastedForm(request.POST)
    if not pasted.is_valid():
        return [], _told_errors(pasted)
    works = list(raw.parse(pasted.cleaned_data["pasted"]))
    if not all(work.title for work in works):
        return [], {"pasted": ["No title could be told in this. Add the source by its fields."]}
    return works, {}


def _told_errors(form: Form) -> dict[str, list[str]]:
    return {field: [str(error) for error in errors] for field, errors in form.errors.items()}
