"""SARIF 2.1.0 (OASIS): the log that code-scanning services read."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from articles.checks.registry import Rule, all_rules
from articles.checks.report import Finding, Severity
from articles.management.citecheck.checked import Checked
from articles.management.citecheck.places import Position
from articles.text.claims import ENGINE

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.BLOCK: "error", Severity.WARN: "warning", Severity.NOTE: "note"}


def log(files: Iterable[Checked]) -> dict[str, Any]:
    """Return one log with one run: all rules, and each finding of each file as a result."""
    driver = {"name": "Stet", "version": ENGINE, "rules": [_rule(rule) for rule in all_rules()]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [result for checked in files for result in _results(checked)],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    """Return a rule as it describes itself: its module says what should be, its function what to do."""
    what = (sys.modules[rule.judge.__module__].__doc__ or "").partition(": ")[2]
    return {
        "id": rule.code,
        "name": rule.judge.__name__.title().replace("_", ""),
        "shortDescription": {"text": what[:1].upper() + what[1:]},
        "help": {"text": rule.judge.__doc__ or ""},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _results(checked: Checked) -> Iterator[dict[str, Any]]:
    codes = [rule.code for rule in all_rules()]
    uri = _uri(checked.file)
    seen: Counter[str] = Counter()
    for finding, position in checked.placed:
        fingerprint = _fingerprint(finding)
        seen[fingerprint] += 1
        yield {
            "ruleId": finding.code,
            "ruleIndex": codes.index(finding.code),
            "level": _LEVELS[finding.severity],
            "message": {"text": finding.message},
            "locations": [_location(uri, position)],
            "partialFingerprints": {"stetFinding/v1": f"{fingerprint}:{seen[fingerprint]}"},
        }


def _location(uri: str, position: Position) -> dict[str, Any]:
    region = {"startLine": position.line, "startColumn": position.column}
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _uri(file: str) -> str:
    """Return a file's URI: relative to the working folder where the file lies below it, else absolute."""
    path = Path(file)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


def _fingerprint(finding: Finding) -> str:
    """Return what tells a finding from others wherever its words move to in the file."""
    return sha256(f"{finding.code}\n{finding.excerpt}".encode()).hexdigest()[:16]
