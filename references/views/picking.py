"""What the editor's source picker asks: sources as JSON."""

from typing import Any

from django.db.models import Case, Value, When
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from references.entry import short_name
from references.models import Source
from references.permissions import signed_in

MOST = 12


@require_GET
@signed_in
def pick(request: HttpRequest) -> JsonResponse:
    """Answer the sources that fit ?q= best: one whose key it is, one whose key begins so, then the newest."""
    asked = request.GET.get("q", "").strip()
    exact = Source.objects.by_key([asked.lower()]).values() if asked else ()
    begins = Case(When(key__startswith=asked.lower(), then=Value(0)), default=Value(1))
    found = Source.objects.standing().search(asked).order_by(begins, "-pk")[:MOST]
    return JsonResponse({"results": [told(source) for source in dict.fromkeys([*exact, *found])][:MOST]})


def told(source: Source) -> dict[str, Any]:
    """Return a source as the picker shows it; `year` is null where it is unknown."""
    work = source.work
    return {
        "key": source.key,
        "name": short_name(work),
        "title": work.title or work.note,
        "where": work.container_title or work.publisher,
        "year": work.year,
    }
