"""The people who write and review, each on a page of their own."""

from django.db.models import Exists, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles.models import Contributor
from articles.reader import listing, shell
from articles.reader.people import person
from articles.showing import erased

MOST_REVIEWED = 20


@require_safe
def contributors(request: HttpRequest) -> HttpResponse:
    """Whoever wrote or reviewed an article that readers see."""
    people = [person(vars(each)) for each in _known()]
    return shell.page(request, "reader/contributors.html", {"people": people})


@require_safe
def contributor(request: HttpRequest, slug: str) -> HttpResponse:
    """One of them: who they are, what they wrote, what they reviewed. Nobody is here for drafts alone."""
    who = get_object_or_404(_known(), slug=slug)
    found = listing.cards(listing.written_by(who), before := request.GET.get("before", ""))
    reviewed = listing.shown(listing.reviewed_by(who).order_by("-edition_id"))[:MOST_REVIEWED]
    context = {
        "who": person(vars(who)),
        "found": found,
        "reviewed": [] if before else listing.carded(list(reviewed)),
        "is_first": not before,
    }
    return shell.page(request, "reader/contributor.html", context)


def _known() -> QuerySet[Contributor]:
    pk = Cast(OuterRef("pk"), TextField())
    credited = Concat(Value('"contributor":'), pk, Value(',"credentials"'), output_field=TextField())
    wrote = shell.readable().filter(bylines__contributor=OuterRef("pk"), edition__content__contains=credited)
    reviewed = shell.readable().filter(edition__approval__by=OuterRef("user"))
    return Contributor.objects.filter(Q(Exists(wrote)) | Q(Exists(reviewed))).exclude(pk__in=erased()).order_by("name")
