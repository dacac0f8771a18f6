"""The formats that are plain lines, and the array."""

import json

import pytest

from articles.checks import Severity
from articles.management.citecheck.formats import FORMATS
from tests.articles.management.citecheck.texts import checked, remarked


def printed(name: str, *files) -> str:
    return "".join(FORMATS[name](files))


def test_text_has_one_line_a_finding_with_its_place_code_and_message():
    lines = printed("text", checked()).splitlines()
    told = "This claim has no citation. Cite a source, or recast it as your own view."
    assert f"rain.txt:3:54 C001 {told} “Rain lowers blood pressure.”" in lines
    assert len(lines) == len(checked().report.findings)


@pytest.mark.parametrize(
    ("excerpt", "shown"),
    [
        ("", "Look."),
        ("Rain\n is wet.", "Look. “Rain is wet.”"),
        ("word " * 11 + "ending", "Look. “word word word word word word word word word word word…”"),
        ("x" * 60, f"Look. “{'x' * 60}”"),
        ("x" * 61, f"Look. “{'x' * 59}…”"),
        ("Look", "Look."),
    ],
)
def test_message_ends_with_the_first_words_that_it_is_about_unless_it_names_them(excerpt, shown):
    assert printed("text", remarked("Look.", excerpt=excerpt)).partition(" C001 ")[2] == f"{shown}\n"


def test_control_characters_in_a_file_name_are_written_out():
    line = printed("text", remarked("Look.", file="a\nb\u2028c\x1b.txt"))
    assert line == "a\\nb\\u2028c\\x1b.txt:1:1 C001 Look.\n"


def test_message_with_line_breaks_stays_on_its_line():
    assert printed("text", remarked("One.\n Two.\r\n")) == "rain.txt:1:1 C001 One. Two.\n"


@pytest.mark.parametrize(("name", "nothing"), [("text", ""), ("json", "[]\n"), ("github", "")])
def test_no_files_are_no_findings(name, nothing):
    assert printed(name) == nothing


def test_json_is_an_array_of_one_object_a_file():
    files = json.loads(printed("json", checked("a.txt"), checked("b.txt")))
    assert [file["file"] for file in files] == ["a.txt", "b.txt"]


def test_json_leaves_letters_as_they_are():
    assert '"Café — 雨"' in printed("json", checked("Café — 雨"))


@pytest.mark.parametrize("name", list(FORMATS))
def test_same_text_is_printed_the_same(name):
    assert printed(name, checked()) == printed(name, checked())


@pytest.mark.parametrize(
    ("severity", "command"), [(Severity.BLOCK, "error"), (Severity.WARN, "warning"), (Severity.NOTE, "notice")]
)
def test_github_command_says_how_bad_it_is(severity, command):
    line = printed("github", remarked("Look.", severity=severity))
    assert line == f"::{command} file=rain.txt,line=1,col=1,title=C001::Look.\n"


def test_github_command_cannot_be_broken_out_of():
    line = printed("github", remarked("100%\r\n::error::no, really: yes", file="a,b:c%\n.txt"))
    assert line == ("::error file=a%2Cb%3Ac%25%0A.txt,line=1,col=1,title=C001::100%25%0D%0A::error::no, really: yes\n")
