"""What may happen next to an article: the steps that lead from where it is, and why one may not be taken."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser

from articles import workflow
from articles.models import Article, Public, Step
from articles.models.step import MOVES
from articles.roles import Refused

_NAME = Step.Name
# What a step is called on its button, its icon, and what it comes to, in the order of an article's way.
WORDS = {
    _NAME.SUBMIT: ("Send for review", "send", "A fact-checker reads it next. Nothing may be left to fix."),
    _NAME.APPROVE: ("Approve", "badge-check", "You vouch for exactly this text. A publisher publishes it next."),
    _NAME.REQUEST_CHANGES: ("Ask for changes", "message-square-warning", "The text goes back with your note."),
    _NAME.PUBLISH: ("Publish", "megaphone", "Readers see this text at once."),
    _NAME.SCHEDULE: ("Schedule", "calendar-clock", "It is checked again and published at the time that you name."),
    _NAME.CORRECT: ("Publish as a correction", "refresh-cw", "Readers see the new text and a public note."),
    _NAME.UNSCHEDULE: ("Take off the schedule", "x", "It stays approved and is not published by itself."),
    _NAME.REOPEN: ("Take back to draft", "pencil", "An approval that it has no longer holds."),
    _NAME.ARCHIVE: ("Archive", "archive", "It leaves the lists of work. It can be taken back."),
    _NAME.WITHDRAW: ("Withdraw", "eye-off", "Readers get a note in its place."),
    _NAME.RETRACT: ("Retract", "ban", "The page stays, marked as retracted, for good."),
}
TAKES_AWAY = {_NAME.WITHDRAW, _NAME.RETRACT}


@dataclass(frozen=True, slots=True)
class Way:
    """A step that leads on from an article's state. `refusal` says why this person may not take it; "" where they
    may.
    """

    step: str
    label: str
    icon: str
    about: str
    refusal: str = ""
    needs_note: bool = False

    @property
    def danger(self) -> bool:
        """Whether the step takes something away from readers."""
        return self.step in TAKES_AWAY


def ways(article: Article, person: AbstractBaseUser) -> list[Way]:
    """Return the steps that lead from where the article is, those that the person may take first."""
    found = [way(article, step, person) for step in WORDS if _leads_on(article, step)]
    return sorted(found, key=lambda each: bool(each.refusal))


def way(article: Article, step: str, person: AbstractBaseUser) -> Way:
    """Return one step as a way. Raises KeyError for an unknown one."""
    label, icon, about = WORDS[_NAME(step)]
    says = workflow.TRANSITIONS[step].says
    return Way(step, label, icon, about, _refusal(article, step, person), says)


def whose_turn(article: Article) -> str:
    """Return who may act next on an article, as a sentence."""
    turns: dict[str, str] = {
        "draft": f"It is {article.owner.get_username()}’s to write and to send for review. Then a fact-checker "
        "approves it, and a publisher publishes it.",
        "in_review": "It waits for a fact-checker who did not write it. Then a publisher publishes it.",
        "changes_requested": f"It is {article.owner.get_username()}’s to change and to send again.",
        "approved": "It waits for a publisher.",
        "scheduled": "It goes out by itself at its time, if it still passes the check.",
        "published": "Nothing waits. A new revision begins its next way.",
        "archived": "Nothing waits.",
    }
    return turns[article.state]


def _leads_on(article: Article, step: str) -> bool:
    if workflow.TRANSITIONS[step].needs_live and article.public != Public.LIVE:
        return False
    return article.state in MOVES[step][0]


def _refusal(article: Article, step: str, person: AbstractBaseUser) -> str:
    try:
        workflow.require_step(article, step, person)
    except Refused as refusal:
        return str(refusal)
    return ""
