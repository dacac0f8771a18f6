"""Checked texts for these tests, made without a file."""

from articles.checks import DEFAULT, Finding, Severity, review
from articles.checks.report import Report
from articles.importers import Imported
from articles.management.citecheck.checked import Checked
from articles.text import parse
from references.csl import SourceData

SOURCE = """Rain And Snow

Rain lowers blood pressure. Rain is wet*1, they say. Rain lowers blood pressure.

1 Rain: A Life, 2020
"""
MARKUP = (
    "<p>Rain lowers blood pressure. Rain is wet"
    '<cite class="cit" data-ref="rain2020">*1</cite>, they say. Rain lowers blood pressure.</p>'
)


def imported(markup: str = MARKUP, source: str = SOURCE, title: str = "Rain And Snow") -> Imported:
    """A text as an importer gives it, with one reference."""
    works = [SourceData(key="rain2020", title="Rain: A Life")] if "rain2020" in markup else []
    return Imported(parse(markup, works, title=title), markup, source)


def checked(file: str = "rain.txt", markup: str = MARKUP, source: str = SOURCE) -> Checked:
    """A text with the real report on it."""
    text = imported(markup, source)
    return Checked(file, text, review(text.manuscript))


def remarked(*messages: str, file: str = "rain.txt", severity: Severity = Severity.BLOCK, excerpt: str = "") -> Checked:
    """A text with a finding of each message, about the text as a whole."""
    findings = tuple(Finding("C001", severity, message, excerpt) for message in messages)
    text = imported()
    return Checked(file, text, Report(findings, review(text.manuscript).standings, DEFAULT, "engine"))
