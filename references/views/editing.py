"""Editing a source: what is known of its work, field by field."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from references import library
from references.entry import plain
from references.forms import SourceForm
from references.models import Source
from references.permissions import required
from references.views.sources import standing


@require_http_methods(["GET", "HEAD", "POST"])
@required("change_source")
def edit(request: HttpRequest, key: str) -> HttpResponse:
    """Show a source's fields and keep what was changed; what somebody else changed meanwhile is shown beside it."""
    source = standing(key)
    if source.key != key:
        return redirect("library:edit", source.key)
    if request.method != "POST":
        return _page(request, source, SourceForm(work=source.work))
    form = SourceForm(request.POST, work=source.work)
    if not form.is_valid():
        return _page(request, source, form)
    try:
        _keep(source, form, request.POST.get("version", ""))
    except library.Outdated as refusal:
        return _page(request, standing(key), form, str(refusal))
    except ValueError as refusal:
        form.add_error(None, str(refusal))
        return _page(request, source, form)
    messages.success(request, f"{source.key} is saved.")
    return redirect("library:source", source.key)


def _keep(source: Source, form: SourceForm, version: str) -> None:
    """Write the form's work; `version` is the one that the person had before them."""
    source.version = int(version) if version.isdecimal() else 0
    library.refresh(source, replace(form.work, key=source.key))


def _page(request: HttpRequest, source: Source, form: SourceForm, outdated: str = "") -> HttpResponse:
    context = {"source": source, "form": form, "outdated": outdated, "entry": plain(source.work)}
    return render(request, "library/edit.html", context, status=409 if outdated else 200)
