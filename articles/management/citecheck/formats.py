"""The formats of `citecheck`. Each takes the checked files one by one and yields what to print."""

import json
import re
from collections.abc import Callable, Iterable, Iterator

from articles.checks.report import Finding, Severity
from articles.management.citecheck.checked import Checked
from articles.management.citecheck.record import record
from articles.management.citecheck.sarif import log

_LONGEST_EXCERPT = 60
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_COMMANDS = {Severity.BLOCK: "error", Severity.WARN: "warning", Severity.NOTE: "notice"}
_IN_MESSAGE = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_IN_PROPERTY = _IN_MESSAGE | {ord(":"): "%3A", ord(","): "%2C"}


def text(files: Iterable[Checked]) -> Iterator[str]:
    """Yield `file:line:column code message` for each finding; the message ends with the words that it is about."""
    for checked in files:
        for finding, position in checked.placed:
            message = " ".join(f"{finding.message} {_quoted(finding)}".split())
            yield f"{_on_one_line(checked.file)}:{position.line}:{position.column} {finding.code} {message}\n"


def _quoted(finding: Finding) -> str:
    """Return the first words that a finding is about, between quotation marks; "" where its message names them."""
    words = " ".join(finding.excerpt.split())
    return f"“{_shortened(words)}”" if words and words not in finding.message else ""


def _shortened(words: str) -> str:
    """Return words cut to the longest that is shown, after a whole word where one ends not far before."""
    if len(words) <= _LONGEST_EXCERPT:
        return words
    cut = words[: _LONGEST_EXCERPT - 1]
    at = cut.rfind(" ")
    return f"{cut[:at] if at > _LONGEST_EXCERPT // 2 else cut}…"


def _on_one_line(file: str) -> str:
    """Return a file's name as it stands at the head of a line: a control character in it is written as in Python."""
    return _CONTROL.sub(lambda match: ascii(match.group())[1:-1], file)


def json_array(files: Iterable[Checked]) -> Iterator[str]:
    """Yield a JSON array, one object a file."""
    before = "[\n"
    for checked in files:
        yield before + json.dumps(record(checked), ensure_ascii=False, indent=1)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def sarif(files: Iterable[Checked]) -> Iterator[str]:
    """Yield one SARIF 2.1.0 log with one run."""
    yield json.dumps(log(files), ensure_ascii=False, indent=1) + "\n"


def github(files: Iterable[Checked]) -> Iterator[str]:
    """Yield a workflow command of GitHub Actions for each finding, escaped as GitHub's own toolkit does."""
    for checked in files:
        for finding, position in checked.placed:
            values = {"file": checked.file, "line": position.line, "col": position.column, "title": finding.code}
            properties = ",".join(f"{name}={str(value).translate(_IN_PROPERTY)}" for name, value in values.items())
            message = finding.message.translate(_IN_MESSAGE)
            yield f"::{_COMMANDS[finding.severity]} {properties}::{message}\n"


FORMATS: dict[str, Callable[[Iterable[Checked]], Iterator[str]]] = {
    "text": text,
    "json": json_array,
    "sarif": sarif,
    "github": github,
}
