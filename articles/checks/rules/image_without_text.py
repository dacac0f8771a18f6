"""A001: every image has an alternative text."""

from collections.abc import Iterator

from articles.checks.case import Case, Remark
from articles.checks.registry import rule
from articles.checks.report import Severity
from articles.manuscript import Place


@rule("A001", Severity.WARN)
def image_without_text(case: Case) -> Iterator[Remark]:
    """Say what the image shows. Only one that carries no meaning does without (WCAG 2.2, criterion 1.1.1)."""
    for image in case.manuscript.images:
        if not (image.alt or "").strip():
            message = "This image has no alternative text. Say what it shows, unless it is mere decoration."
            yield Remark(message, image.src, Place(image.block, 0, 0))
