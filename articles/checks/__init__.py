"""Checks: a manuscript to a report."""

from collections.abc import Iterable

from articles.checks.case import Case
from articles.checks.policy import DEFAULT, Coverage, Policy, Ruling, RulingKind, by_sentence
from articles.checks.registry import all_rules
from articles.checks.report import Finding, Report, Severity, Standing
from articles.checks.standings import standings
from articles.manuscript import Manuscript
from articles.text.claims import ENGINE

__all__ = [
    "DEFAULT",
    "Coverage",
    "Finding",
    "Policy",
    "Report",
    "Ruling",
    "RulingKind",
    "Severity",
    "Standing",
    "review",
]


def review(manuscript: Manuscript, policy: Policy = DEFAULT, rulings: Iterable[Ruling] = ()) -> Report:
    """Return the report on a manuscript. The same manuscript, policy and rulings give the same report, byte for byte.

    Findings come in the text's order: first those on the text as a whole, then by place, then by reference. If a rule
    raises, so does this: no report is better than half of one.
    """
    ruled = by_sentence(rulings)
    standing = standings(manuscript, policy, ruled)
    case = Case(manuscript, standing, policy, ruled)
    findings = [finding for rule in all_rules() for finding in rule.findings(case)]
    return Report(tuple(sorted(findings, key=_order)), standing, policy, ENGINE)


def _order(finding: Finding) -> tuple[int, int, int, int]:
    """Return where a finding stands in the text; rules by code, and each rule's own order, settle what is left."""
    place = finding.place
    return (finding.reference or 0, *((place.block, place.start, place.end) if place else (-1, -1, -1)))
