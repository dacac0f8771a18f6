"""R004: a source that its own author published is looked at twice."""

from dataclasses import replace

import pytest

from articles.checks import Severity
from references.csl import Name
from tests.articles.checks.texts import CHA, HU, findings, text


def found(**changes):
    return findings("R004", text("<p>Tea.</p>", sources=(replace(CHA, **changes), HU)))


@pytest.mark.parametrize(
    "changes",
    [
        {"publisher": "Self-published"},
        {"publisher": "self published, Truro"},
        {"publisher": "Privately printed"},
        {"publisher": "Independently published"},
        {"publisher": "Printed for the author"},
        {"publisher": "Selbstverlag"},
        {"publisher": "Edité à compte d’auteur"},
        {"publisher": "CreateSpace"},
        {"publisher": "Lulu.com"},
        {"publisher": "Mina Cha"},
        {"container_title": "Self-Published"},
        {"note": "Author's edition of fifty copies"},
    ],
    ids=lambda changes: next(iter(changes.values())),
)
def test_self_published_source_warns(changes):
    (finding,) = found(**changes)
    assert finding.severity is Severity.WARN
    assert finding.reference == 1
    assert finding.excerpt == "Kettles of the North"


@pytest.mark.parametrize(
    "changes",
    [
        {"publisher": "Gull Press"},
        {"publisher": ""},
        {"publisher": "Lulu Island Museum"},
        {"title": "Self-published books: a history"},
        {"container_title": "Self-Publishing Review"},
        {"authors": (Name(literal="Tea Board"),), "publisher": "Tea Board"},
    ],
    ids=["press", "none", "a place", "title", "a review of them", "an organisation's own report"],
)
def test_other_source_is_fine(changes):
    assert found(**changes) == []
