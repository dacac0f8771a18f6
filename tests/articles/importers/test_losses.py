"""Nothing is lost silently: each word of a file is in what was read of it, or in a loss."""

import json
import re
from pathlib import Path

import pytest

from articles.importers import Imported, read
from articles.text.folding import folded

CASES = sorted(path for path in (Path(__file__).parents[2] / "cases").glob("*/*") if path.suffix != ".json")
_WORD = re.compile(r"[^\W\d_]{2,}")
_OPENING_WORDS = re.compile(
    r"(?:contribution|interview|words) by|\bby\b|von|disclosure|references|sources|notes|bibliography|literatur"
    r"|quellen|about the author|über die autorin",
    re.IGNORECASE,
)


def kept(imported: Imported) -> set[str]:
    """Each word of what was read and of the losses, the small words that only open a piece too."""
    manuscript = imported.manuscript
    texts = [manuscript.title, *manuscript.topics, *(block.text for block in manuscript.blocks)]
    for person in manuscript.people:
        texts += [person.name, person.credentials, person.affiliation, person.bio, person.disclosure]
    for reference in manuscript.references:
        texts += [reference.original_label, *(json.dumps(s.to_csl(), ensure_ascii=False) for s in reference.sources)]
    texts += [loss.what for loss in imported.losses]
    texts += [citation.label for citation in manuscript.citations]
    return {word for text in texts for word in words(text)}


def words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(folded(text))]


def visible(path: Path) -> str:
    """What a reader of the file would call its words: without markup, front matter's names, link targets and images."""
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix in {".html", ".htm"}:
        text = re.sub(r"<(script|style)\b[^>]*>.*?</\1>|<title>.*?</title>|<[^>]*>|&\w+;", " ", text, flags=re.DOTALL)
    if path.suffix == ".md":
        text = re.sub(r"<!--.*?-->|</?[a-z][^>\n]*>|\{#[^}\n]*\}|\]\([^)]*\)|```\w*", " ", text)
        text = re.sub(r"^(title|tags|authors?)( =|:)", " ", text, flags=re.MULTILINE)
    return _OPENING_WORDS.sub(" ", text)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_each_word_of_a_file_is_read_or_named_in_a_loss(path):
    imported = read(path.read_bytes(), path.name)
    assert set(words(visible(path))) - kept(imported) == set()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_each_loss_names_a_line_that_holds_its_piece(path):
    imported = read(path.read_bytes(), path.name)
    source = imported.source.split("\n")
    for loss in imported.losses:
        first = words(loss.what)[:1]
        assert not first or first[0] in " ".join(words(" ".join(source[loss.line - 1 : loss.line + 3])))
