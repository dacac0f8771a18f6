"""A file that was read and checked, with the place of each finding in the file's own text."""

from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from articles.checks import review
from articles.checks.policy import Policy
from articles.checks.report import Finding, Report
from articles.importers import read
from articles.importers.imported import Imported
from articles.management.citecheck.places import Position, positions
from articles.management.opening import opened


@dataclass(frozen=True)
class Checked:
    """A file, named as its user named it, what was read of it, and what the checks say."""

    file: str
    imported: Imported
    report: Report

    @cached_property
    def placed(self) -> list[tuple[Finding, Position]]:
        """The findings in the order in which the file has their places; of one place, in the report's order."""
        found = positions(self.imported.source, self.imported.manuscript, self.report.findings)
        return sorted(zip(self.report.findings, found, strict=True), key=itemgetter(1))


def check(file: str, policy: Policy) -> Checked:
    """Read and check one file. Raises Unreadable, with a sentence for its user, and TextTooLarge."""
    imported = read(opened(file), file)
    return Checked(file, imported, review(imported.manuscript, policy))
