"""The golden cases: what `citecheck --format json` says of each document in tests/cases/ is what is expected of it.

An expectation holds what a careful editor wrote down about the document; a key that it lacks is not asked about.
"""

import json
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from articles.text.folding import folded

CASES = Path(__file__).resolve().parents[1] / "cases"
ABOUT_THE_CASE = {"about", "compare"}
DOCUMENTS = sorted(path for path in CASES.glob("*/*") if not path.name.endswith(".expected.json"))


@cache
def expected(document: Path) -> dict[str, Any]:
    return json.loads(document.with_name(f"{document.stem}.expected.json").read_text(encoding="utf-8"))


@cache
def checked(document: Path) -> tuple[dict[str, Any], int]:
    """What the command prints of a document, and its exit code."""
    printed, code = StringIO(), 0
    try:
        call_command("citecheck", str(document), format="json", stdout=printed)
    except SystemExit as leaving:
        code = leaving.code
    (found,) = json.loads(printed.getvalue())
    return found, code


def comparable(text: str, document: Path) -> str:
    """A text as it is compared: as it stands, or in its plain form where the case hides letters."""
    return folded(text) if expected(document).get("compare") == "skeleton" else text


def sentences(document: Path) -> dict[str, list[dict[str, Any]]]:
    """The sentences that were found, by their text, in order."""
    found: dict[str, list[dict[str, Any]]] = {}
    for sentence in checked(document)[0]["sentences"]:
        found.setdefault(comparable(sentence["text"], document), []).append(sentence)
    return found


def named(source: dict[str, Any]) -> str | None:
    """The first author's family name with its particle, or the organisation; None where there is no author."""
    for author in source.get("author", []):
        family = " ".join(filter(None, (author.get("non-dropping-particle"), author.get("family"))))
        return author.get("literal") or family
    return None


def year(source: dict[str, Any]) -> int | None:
    return source.get("issued", {}).get("date-parts", [[None]])[0][0]


def seen(document: Path, aspect: str) -> Any:
    """What was found of one aspect, in the shape in which it is expected."""
    found, code = checked(document)
    codes = {finding["code"] for finding in found["findings"]}
    wanted = expected(document)[aspect]
    shapes = {
        "references": lambda: [
            {
                "number": reference["number"],
                "works": len(reference["sources"]),
                "authors": [named(source) for source in reference["sources"]],
                "titles": [source.get("title") for source in reference["sources"]],
                "years": [year(source) for source in reference["sources"]],
            }
            for reference in found["references"]
        ],
        "citations": lambda: [
            {
                "sentence": None if index is None else comparable(found["sentences"][index]["text"], document),
                "numbers": citation["numbers"],
            }
            for citation in found["citations"]
            for index in [citation["sentence"]]
        ],
        "sentences": lambda: [comparable(sentence["text"], document) for sentence in found["sentences"]],
        "flagged": lambda: [text for text in wanted if any(s["flagged"] for s in sentences(document).get(text, []))],
        "not_flagged": lambda: [
            text for text in wanted if [s["flagged"] for s in sentences(document).get(text, [])] == [False]
        ],
        "covered": lambda: {
            text: [sentence["covered_by"] for sentence in sentences(document).get(text, [])] for text in wanted
        },
        "codes": lambda: [name for name in wanted if name in codes],
        "no_codes": lambda: [name for name in wanted if name not in codes],
        "blocks": lambda: code == 1,
        "losses": lambda: [piece for piece in wanted if any(piece in loss["what"] for loss in found["losses"])],
    }
    return shapes[aspect]() if aspect in shapes else found[aspect]


def asked() -> list[Any]:
    """Each case with each aspect of it that something is expected of."""
    return [
        pytest.param(document, aspect, id=f"{document.parent.name}-{document.stem}-{aspect}")
        for document in DOCUMENTS
        for aspect in expected(document)
        if aspect not in ABOUT_THE_CASE
    ]


@pytest.mark.parametrize(("document", "aspect"), asked())
def test_document_is_read_as_an_editor_reads_it(document, aspect):
    wanted = expected(document)[aspect]
    if aspect == "covered":
        wanted = {text: [cover] for text, cover in wanted.items()}
    assert seen(document, aspect) == wanted


def test_every_document_has_its_expectation_and_there_are_enough_of_them():
    assert len(DOCUMENTS) >= 12
    assert {path.name.removesuffix(".expected.json") for path in CASES.glob("*/*.expected.json")} == {
        document.stem for document in DOCUMENTS
    }
