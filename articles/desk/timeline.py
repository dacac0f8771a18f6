"""An article's history as one list: what was saved, what steps were taken, the newest first."""

from dataclasses import dataclass
from datetime import datetime

from articles.desk.ways import WORDS
from articles.models import Article, Revision, Step

_KINDS = {"save": "saved", "submit": "saved to send for review", "restore": "restored", "import": "imported"}
_TAKEN = {
    "submit": "Sent for review",
    "request_changes": "Changes asked for",
    "approve": "Approved",
    "schedule": "Scheduled",
    "unschedule": "Taken off the schedule",
    "hold": "Held: it no longer passed the check",
    "publish": "Published",
    "correct": "Corrected",
    "withdraw": "Withdrawn",
    "retract": "Retracted",
    "archive": "Archived",
    "reopen": "Taken back to draft",
    "erase": "A person’s data were erased",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history; `revision` where a text was saved, `edition` where a step made one."""

    when: datetime
    who: str
    what: str
    icon: str
    note: str = ""
    revision: Revision | None = None
    about: str = ""
    edition: int | None = None


def timeline(article: Article) -> list[Entry]:
    """Return the history, without the texts themselves. Of two at the same moment the step came later."""
    revisions = article.revisions.select_related("author", "based_on").defer("body", "standfirst", "based_on__body")
    steps = article.steps.select_related("by", "revision").defer("revision__body", "revision__standfirst")
    editions = dict(article.editions.values_list("approval__content_hash", "number"))
    found = [(each.created, 0, each.number, _saved(each)) for each in revisions]
    found += [(each.created, 1, each.number, _taken(each, editions)) for each in steps]
    return [entry for *_, entry in sorted(found, key=lambda each: each[:3], reverse=True)]


def _saved(revision: Revision) -> Entry:
    about = f"from {str(revision.based_on).lower()}" if revision.based_on else ""
    what = f"{revision} {_KINDS[revision.kind]}"
    return Entry(revision.created, revision.author.get_username(), what, "file-text", "", revision, about)


def _taken(step: Step, editions: dict[str, int]) -> Entry:
    _, icon, _ = WORDS.get(Step.Name(step.name), ("", "triangle-alert", ""))
    who = step.by.get_username() if step.by else "the system"
    made = editions.get(step.content_hash) if step.name in {"publish", "correct"} else None
    return Entry(step.created, who, _TAKEN[step.name], icon, step.note, None, f"on {str(step.revision).lower()}", made)
