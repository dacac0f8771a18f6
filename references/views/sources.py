"""The library: its sources as a list, and each on a page of its own."""

from urllib.parse import quote

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from references import identifiers
from references.csl import SourceData
from references.entry import plain
from references.forms import FacetsForm, kind_name
from references.models import ReferenceSource, Source
from references.permissions import REFUSALS, may, signed_in

A_PAGE = 50
# What a page of one source shows of its work, in this order.
_FIELDS = {
    "container_title": "In",
    "volume": "Volume",
    "issue": "Issue",
    "page": "Pages",
    "edition": "Edition",
    "publisher": "Publisher",
    "publisher_place": "Place",
    "language": "Language",
    "note": "Note",
}


@require_safe
@signed_in
def index(request: HttpRequest) -> HttpResponse:
    """The library as a list, with search and facets."""
    form = FacetsForm(request.GET)
    page = Paginator(form.sources(), A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "library/list.html",
        {
            "form": form,
            "page": page,
            "rows": _rows(page),
            "asked": {name: value for name, value in request.GET.items() if name != "page" and value},
            "add_refused": "" if may(request.user, "add_source") else REFUSALS["add_source"],
        },
    )


def _rows(page: Page) -> list[dict[str, object]]:
    """Return what the list shows of each source on a page: one query for the uses of all."""
    sources = list(page)
    counts = ReferenceSource.objects.filter(source__in=sources).values_list("source")
    uses = dict(counts.annotate(Count("reference__bibliography", distinct=True)))
    return [
        {"source": source, "work": (work := source.work), "kind": kind_name(work.type), "uses": uses.get(source.pk, 0)}
        for source in sources
    ]


@require_safe
@signed_in
def show(request: HttpRequest, key: str) -> HttpResponse:
    """One source: as it is printed, what is known of it, and where it is cited. A merged one leads to its successor."""
    source = standing(key)
    if source.key != key:
        messages.info(request, f"{key} was merged into {source.key}: this is the one that stands.")
        return redirect("library:source", source.key)
    work = source.work
    return render(
        request,
        "library/source.html",
        {
            "source": source,
            "work": work,
            "kind": kind_name(work.type),
            "entry": plain(work),
            "fields": [(label, getattr(work, name)) for name, label in _FIELDS.items() if getattr(work, name)],
            "identifiers": identifiers_of(work),
            "merged": [(each, plain(each.work)) for each in source.merged.all()],
            "change_refused": "" if may(request.user, "change_source") else REFUSALS["change_source"],
        },
    )


def standing(key: str) -> Source:
    """Return the source that a key stands for, a merged one's successor; raise Http404 where there is none."""
    sources: QuerySet[Source] = Source.objects.select_related("added_by")
    source = sources.by_key([key]).get(key)  # type: ignore[attr-defined]  # the queryset is Source's own
    if source is None:
        raise Http404(f"There is no source {key}.")
    return source


def identifiers_of(work: SourceData) -> list[tuple[str, str, str]]:
    """Return a work's identifiers: name, value, and the address that it leads to, "" where it leads nowhere."""
    doi, pmid, pmcid = identifiers.doi(work.doi), identifiers.pmid(work.pmid), identifiers.pmcid(work.pmcid)
    address = identifiers.url(work.url)
    told = [
        ("DOI", work.doi, doi and f"https://doi.org/{quote(doi, safe='/:;().,-_')}"),
        ("PubMed", work.pmid, pmid and f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"),
        ("PubMed Central", work.pmcid, pmcid and f"https://pmc.ncbi.nlm.nih.gov/articles/{pmcid}/"),
        ("ISBN", work.isbn, ""),
        ("ISSN", work.issn, ""),
        ("Web address", work.url, address),
    ]
    return [each for each in told if each[1]]
