"""The magazine's articles: the file of each, whose it is, and how far it has come."""

from dataclasses import dataclass

from articles.management.demo.acts import Act, ask, grant, rewrite, rule, step
from articles.models import Ruling, Waiver

SAME, NONE = Ruling.Kind.SAME_SOURCE, Ruling.Kind.NOT_A_CLAIM
EXPERIENCE = Waiver.Reason.OWN_EXPERIENCE


@dataclass(frozen=True, slots=True)
class Remark:
    """A reader's comment: what they said, and who let it through where somebody has."""

    name: str
    text: str
    published_by: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """An article to bring in: the address it gets, its file, its owner, what is said and done about it, in order."""

    slug: str
    file: str
    owner: str
    standfirst: str = ""
    acts: tuple[Act, ...] = ()
    remarks: tuple[Remark, ...] = ()


def published(owner: str, *settling: Act) -> tuple[Act, ...]:
    """Return the way of an article from its owner to the readers; `settling` is what is settled before it is sent."""
    return *settling, step("submit", owner), step("approve", "checker"), step("publish", "publisher")


# The newest of what is published stands first on the site: the order here is the order of publishing.
PIECES = (
    Piece(
        "where-to-swim-in-the-aske",
        "swim.md",
        "writer",
        "A bend in the river, and how to get there.",
        (
            *published("writer"),
            step(
                "withdraw",
                "publisher",
                "This article led readers across a private garden to a bathing place. We should have asked the owners, "
                "who asked us to take it down.",
            ),
        ),
    ),
    Piece(
        "a-sundial-at-kirkmoor",
        "sundial.md",
        "writer",
        "A slate, a nail, and nine generations of early dinners.",
        (
            *published("writer"),
            step(
                "retract",
                "publisher",
                "The building accounts that we cited are a copy of 1790, and the year 1580 is not in the original. "
                "Nothing supports the age that we gave.",
            ),
        ),
    ),
    Piece(
        "thursday-at-the-village-oven",
        "oven.html",
        "editor",
        "One fire, forty keys, and a queue with opinions.",
        published("editor"),
        (Remark("Ottilie", "Our village has one too, and the quarrel about sweeping is the same.", "editor"),),
    ),
    Piece(
        "the-last-chain-ferry-on-the-aske",
        "ferry.md",
        "writer",
        "It is slow, it is loud, and it is a third paid for by a tin.",
        (
            *published("writer"),
            rewrite("212 metres", "221 metres", "editor"),
            step("submit", "editor"),
            step("approve", "checker"),
            step("correct", "publisher", "The crossing is 221 metres wide, not 212. We had turned two digits round."),
        ),
        (
            Remark("R. Ugland", "The width was 221 when I measured it. I am glad that it is again.", "editor"),
            Remark("Passenger", "What became of the bicycle that fell in last June?"),
        ),
    ),
    Piece(
        "how-to-read-a-laid-hedge",
        "hedges.md",
        "writer",
        "What the lean of a stem can tell you on a Sunday walk.",
        published(
            "writer",
            rule("A laid hedge has stems", SAME, "writer"),
            rule("A hedge with stakes that", SAME, "writer"),
        ),
    ),
    Piece(
        "under-the-bells-of-marrowby",
        "bells.md",
        "editor",
        "Seven bells that were never tuned, and the people who like them so.",
        (
            ask("Eight people ring here", "editor", EXPERIENCE, "I am one of the eight."),
            grant("Eight people ring here", "checker"),
            *published("editor"),
        ),
        (
            Remark("Clapper", "You forgot to say that Gleaner is the loudest of them.", "publisher"),
            Remark("A. Founder", "Thirty-one cents! I would tune it for nothing."),
        ),
    ),
    Piece("how-a-starter-teaches-the-dough-to-rise", "demonstration.txt", "writer"),
    Piece(
        "you-do-not-own-it-you-wind-it",
        "winder.html",
        "editor",
        "A conversation on the stairs of a clock tower.",
        (
            ask("A motor would wear out", "editor", EXPERIENCE, "She has replaced the great wheel twice."),
            ask("A dry pivot whistles", "editor", EXPERIENCE, "She has wound the clock for twenty-six years."),
            step("submit", "editor"),
        ),
    ),
    Piece(
        "rope-tar-and-patience",
        "rope.md",
        "writer",
        "Three hundred metres, walked backwards.",
        (
            step("submit", "writer"),
            step(
                "request_changes",
                "checker",
                "The visitors’ page of the ropewalk does not give the year in which it closed. Please find a source "
                "that does, or leave the year out.",
            ),
        ),
    ),
    Piece(
        "a-field-guide-to-gate-latches",
        "latches.md",
        "writer",
        "Three ways to close a gate, and one that everybody uses.",
        (
            rule("A drop bar is older", SAME, "writer"),
            rule("There is no literature", NONE, "editor"),
            step("submit", "writer"),
            step("approve", "checker"),
        ),
    ),
    Piece(
        "lamps-along-the-towpath",
        "lamps.md",
        "editor",
        "A walk with the last lamplighter on the Aske.",
        (step("submit", "editor"), step("approve", "checker"), step("schedule", "publisher", days=21)),
    ),
    Piece("notes-for-a-winter-almanac", "almanac.md", "editor", "", (step("archive", "editor"),)),
    Piece("what-the-weathercock-sees", "weathercock.md", "writer", "On a fish that knows the weather."),
)
