"""The object that `citecheck --format json` prints of a file."""

from typing import Any

from articles.checks.report import Standing
from articles.management.citecheck.checked import Checked
from articles.manuscript import Citation, Manuscript, Outcome, Reference, Sentence
from articles.text.citations import numbers_of


def record(checked: Checked) -> dict[str, Any]:
    """Return the file as one object of plain values; docs/citecheck.md describes each key."""
    manuscript = checked.imported.manuscript
    return {
        "file": checked.file,
        "title": manuscript.title,
        "topics": list(manuscript.topics),
        "contributors": [person.name for person in manuscript.people],
        "references": [_reference(reference) for reference in manuscript.references],
        "citations": [_citation(citation, manuscript) for citation in manuscript.citations],
        "sentences": [
            _sentence(sentence, standing, manuscript)
            for sentence, standing in zip(manuscript.sentences, checked.report.standings, strict=True)
        ],
        "findings": _findings(checked),
        "losses": [{"line": loss.line, "what": loss.what, "why": loss.why} for loss in checked.imported.losses],
        "engine": checked.report.engine,
    }


def _reference(reference: Reference) -> dict[str, Any]:
    return {
        "number": reference.number,
        "original_label": reference.original_label,
        "sources": [source.to_csl() for source in reference.sources],
    }


def _citation(citation: Citation, manuscript: Manuscript) -> dict[str, Any]:
    return {"sentence": citation.sentence, "numbers": list(numbers_of(citation, manuscript.references))}


def _sentence(sentence: Sentence, standing: Standing, manuscript: Manuscript) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "block": manuscript.blocks[sentence.place.block].name,
        "outcome": standing.outcome.value,
        "claim": standing.outcome is Outcome.NEEDS,
        "score": round(sentence.score, 4),
        "reasons": [str(reason) for reason in sentence.reasons],
        "cited": standing.cited,
        "covered_by": standing.covered_by.value if standing.covered_by else None,
        "flagged": standing.flagged,
    }


def _findings(checked: Checked) -> list[dict[str, Any]]:
    return [
        {
            "code": finding.code,
            "severity": finding.severity.value,
            "message": finding.message,
            "line": position.line,
            "column": position.column,
            "sentence": finding.sentence,
        }
        for finding, position in checked.placed
    ]
