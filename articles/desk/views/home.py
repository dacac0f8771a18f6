"""The dashboard: what waits for me, by who must act."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from articles import roles
from articles.desk import lists
from articles.desk.access import DeskRequest, desk_page
from articles.models import Article, State


@dataclass
class Section:
    """A list of work: what it holds, what its button says and opens, and the query of the list with all of it."""

    title: str
    articles: QuerySet[Article]
    query: str
    button: str = "Open"
    opens: str = "desk:article"
    said: str = ""

    @cached_property
    def rows(self) -> list[Article]:
        """The first of its articles, and one more where there are more than are shown."""
        return list(lists.rows(self.articles)[: lists.LONGEST + 1])

    @property
    def shown(self) -> list[Article]:
        return self.rows[: lists.LONGEST]

    @property
    def more(self) -> bool:
        return len(self.rows) > lists.LONGEST


@desk_page
def index(request: DeskRequest) -> HttpResponse:
    """Show the lists of work, each cut short with a link to all of it."""
    person, readable = request.user, roles.readable(request.user)
    sections = _sections(request)
    decides = roles.may(person, "review")
    going_out = readable.filter(state=State.SCHEDULED).select_related("head").order_by("publish_at")
    context = {
        "counts": lists.counts(readable),
        "sections": [section for section in sections if section.shown],
        "waivers": lists.open_waivers(person).exclude(asked_by=person.pk)[: lists.LONGEST] if decides else [],
        "lapsed": lists.lapsed(readable).select_related("head")[: lists.LONGEST],
        "going_out": going_out[: lists.LONGEST],
    }
    return render(request, "desk/home.html", context)


def _sections(request: DeskRequest) -> list[Section]:
    """Return the lists in the order of their urgency: others wait for the first."""
    person, mine = request.user, f"owner={request.user.get_username()}"
    asked, draft = State.CHANGES_REQUESTED, State.DRAFT
    return [
        Section(
            "Waiting for your review", lists.to_review(person), f"state={State.IN_REVIEW}", "Review", "desk:review",
            "to review",
        ),
        Section("Approved, to publish", lists.to_publish(person), f"state={State.APPROVED}", said="to publish"),
        Section("Changes asked of you", lists.own(person, asked), f"state={asked}&{mine}", said="to change"),
        Section("Your drafts", lists.own(person, draft), f"state={draft}&{mine}"),
    ]  # fmt: skip
