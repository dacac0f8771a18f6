"""What stands in a step's way: the report's findings and the approval, as lines with a mark each."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from articles import approval, gate, workflow
from articles.checks import Finding, Severity
from articles.content import Content, content
from articles.models import Article, Revision, Step
from articles.roles import Refused

_NAMED = 3  # excerpts in one line


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at. `mark` is "bad" where it blocks, "warn" where it only asks to be looked at, or
    "ok".
    """

    mark: str
    text: str
    excerpts: tuple[str, ...] = ()
    more: int = 0


def checklist(article: Article, step: str) -> list[Line]:
    """Return what the gate would say of a step now, what blocks first; nothing for a step that passes no gate."""
    gated = workflow.TRANSITIONS[step].gated
    head = article.head
    if head is None or not (gated or step == Step.Name.SUBMIT):
        return []
    seen = content(article, head)
    report = gate.report(article, head, seen, asked_too=step == Step.Name.SUBMIT)
    lines = [*_found(report.findings), *_images(seen)]
    if gated and step != Step.Name.APPROVE:
        lines.append(_approval(article, head, seen))
    return sorted(lines, key=lambda line: ("bad", "warn", "ok").index(line.mark))


def _found(findings: tuple[Finding, ...]) -> Iterator[Line]:
    said: defaultdict[tuple[Severity, str], list[str]] = defaultdict(list)
    for finding in findings:
        if finding.severity is not Severity.NOTE:
            said[finding.severity, finding.message].append(finding.excerpt)
    for (severity, message), excerpts in said.items():
        named = tuple(filter(None, excerpts))[:_NAMED]
        blocks = severity is Severity.BLOCK
        text = message if blocks else f"{message} This does not block."
        yield Line("bad" if blocks else "warn", text, named, len(excerpts) - max(len(named), 1))
    if not any(severity is Severity.BLOCK for severity, _ in said):
        yield Line("ok", "Nothing is left to fix: every claim has a source or a waiver.")


def _images(seen: Content) -> Iterator[Line]:
    images = seen.manuscript.images
    if images and all(image.alt is not None for image in images):
        yield Line("ok", "All images have an alternative text.")


def _approval(article: Article, head: Revision, seen: Content) -> Line:
    try:
        approved = approval.standing(article, head, seen)
    except Refused as refusal:
        return Line("bad", str(refusal))
    by = approved.by.get_username() if approved.by else "nobody"
    return Line("ok", f"Approved by {by}, {str(head).lower()} (the current one).")
