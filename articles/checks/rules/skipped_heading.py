"""A002: headings go down one level at a time."""

from collections.abc import Iterator

from articles.checks.case import Case, Remark
from articles.checks.registry import rule
from articles.checks.report import Severity
from articles.manuscript import Place


@rule("A002", Severity.WARN)
def skipped_heading(case: Case) -> Iterator[Remark]:
    """Use the level below the heading above: the title is the first level (WCAG 2.2, technique G141)."""
    above = 1
    for block in case.manuscript.blocks:
        if block.is_heading:
            level = int(block.name[1])
            if level > above + 1:
                message = f"This heading skips from level {above} to level {level}. Make it level {above + 1}."
                yield Remark(message, block.text, Place(block.index, 0, len(block.text)))
            above = level
