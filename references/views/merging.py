"""Merging two sources that are one work."""

from django.contrib import messages
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from references import library
from references.entry import plain
from references.forms import SourceForm, kind_name
from references.models import Source
from references.permissions import required
from references.views.sources import standing

_OFFERED = 10


@require_http_methods(["GET", "HEAD", "POST"])
@required("change_source")
def merge(request: HttpRequest, key: str) -> HttpResponse:
    """Choose the source that is to stand for this one, see what that concerns, and merge."""
    source = standing(key)
    if source.key != key:
        return redirect("library:source", source.key)
    asked = request.POST.get("into") or request.GET.get("into", "")
    into = Source.objects.by_key([asked]).get(asked) if asked else None
    if request.method == "POST" and into:
        return _merge(request, source, into)
    return render(request, "library/merge.html", _preview(source, into) if into else _offers(request, source))


def _merge(request: HttpRequest, source: Source, into: Source) -> HttpResponse:
    try:
        library.merge(source, into)
    except ValueError as refusal:
        messages.error(request, str(refusal))
        return redirect("library:merge", source.key)
    messages.success(request, f"{source.key} is merged into {into.key}. Its key leads there from now on.")
    return redirect("library:source", into.key)


def _preview(source: Source, into: Source) -> dict[str, object]:
    """Return the two side by side, and in which fields they differ."""
    mine, theirs = SourceForm(work=source.work), SourceForm(work=into.work)
    rows = [(field.label, _said(field), _said(theirs[field.name])) for field in mine]
    return {
        "source": source,
        "entry": plain(source.work),
        "into": into,
        "into_entry": plain(into.work),
        "rows": [(label, old, new, old != new) for label, old, new in rows if old or new],
    }


def _said(field: BoundField) -> str:
    """Return what a field of a work says, in words."""
    return kind_name(field.initial) if field.name == "kind" else field.initial


def _offers(request: HttpRequest, source: Source) -> dict[str, object]:
    """Return the sources that a person may choose from: those searched for, else those whose title begins alike."""
    asked = request.GET.get("q", "").strip()
    others = Source.objects.standing().exclude(pk=source.pk)
    found = others.search(asked) if asked else others.filter(title_stem=source.title_stem).exclude(title_stem="")
    offers = [(each, plain(each.work)) for each in found.order_by("-pk")[:_OFFERED]]
    return {"source": source, "entry": plain(source.work), "q": asked, "offers": offers}
