"""What the documents say of `citecheck` is what it does; the demonstration has the faults that it is there to show."""

import json
import re
from io import StringIO

import pytest
from django.core.management import call_command

from articles.management.citecheck.formats import FORMATS
from tests.cms.project import ROOT

EXAMPLE = re.compile(r"```console\n\$ \.venv/bin/python manage\.py citecheck (?P<arguments>.*)\n(?P<shown>[^`]*)```")
LEFT_OUT = "…"


def printed(*arguments: str) -> str:
    out = StringIO()
    with pytest.raises(SystemExit) as leaving:
        call_command("citecheck", *arguments, stdout=out)
    assert leaving.value.code == 1
    return out.getvalue()


@pytest.fixture
def in_the_project(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.fixture
def demonstration(in_the_project) -> dict:
    (found,) = json.loads(printed("--format", "json", "docs/demonstration.txt"))
    return found


def flagged(found: dict) -> set[str]:
    return {sentence["text"] for sentence in found["sentences"] if sentence["flagged"]}


def test_readme_shows_what_the_program_prints(in_the_project):
    (example,) = EXAMPLE.finditer((ROOT / "README.md").read_text(encoding="utf-8"))
    pieces = example["shown"].split(f"{LEFT_OUT}\n")
    pattern = "(?:.*\n)+".join(map(re.escape, pieces))
    assert len(example["shown"].splitlines()) > 5
    assert re.fullmatch(pattern, printed(*example["arguments"].split()))


def test_description_names_each_format_and_each_key(demonstration):
    described = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "citecheck.md").read_text(encoding="utf-8")))
    objects = [
        demonstration,
        *(demonstration[name][0] for name in ("references", "citations", "sentences", "findings")),
    ]
    assert set(FORMATS) <= described
    assert {key for one in objects for key in one} | {"what", "why"} <= described


def test_demonstration_has_its_title_topics_and_contributor(demonstration):
    assert demonstration["title"] == "How A Starter Teaches The Dough To Rise"
    assert demonstration["topics"] == ["Baking", "Craft Features", "Trade News"]
    assert demonstration["contributors"] == ["Marit van Oakenfold"]


def test_demonstration_has_nine_references_which_hold_thirteen_entries_of_eleven_works(demonstration):
    titles = [[source["title"] for source in reference["sources"]] for reference in demonstration["references"]]
    assert [len(works) for works in titles] == [1, 1, 1, 4, 1, 1, 1, 2, 1]
    assert titles[0] == titles[1] == titles[6] == ["Counting The Pond: Microbes In Bakery Starters"]
    assert len({title for works in titles for title in works}) == 11
    assert [citation["numbers"] for citation in demonstration["citations"]] == [[number] for number in range(1, 10)]


def test_demonstration_has_each_fault_that_it_is_there_to_show(demonstration):
    codes = {finding["code"] for finding in demonstration["findings"]}
    assert {"C001", "C005", "R002", "R004"} <= codes
    assert {
        "Bran is what makes a rye loaf sour.",
        "Sourdough never causes heartburn.",
        "Doctors therefore recommend it to patients with a weak stomach.",
    } <= flagged(demonstration)


def test_demonstration_leaves_the_page_around_the_article_out_and_says_so(demonstration):
    assert "Leave a comment" in {loss["what"] for loss in demonstration["losses"]}
    assert all("Leave a comment" not in sentence["text"] for sentence in demonstration["sentences"])


def test_demonstration_places_each_finding_on_its_own_words(demonstration):
    lines = (ROOT / "docs" / "demonstration.txt").read_text(encoding="utf-8").split("\n")
    for finding in demonstration["findings"]:
        if finding["code"] in {"C001", "C005"}:
            words = demonstration["sentences"][finding["sentence"]]["text"].split()[:3]
            assert lines[finding["line"] - 1][finding["column"] - 1 :].startswith(" ".join(words))
