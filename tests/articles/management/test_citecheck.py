"""The command `citecheck`, in process: exit codes, files that cannot be read, the formats it is asked for."""

import json
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest
from django.core.management import CommandError, call_command

GOOD = "Rain\n\nBy Ada Byron\n\nI like rain.\n\nDisclosure: Ada Byron owns an umbrella.\n"
BAD = "Rain\n\nRain lowers blood pressure by 12 per cent.\n"


class Done(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def citecheck(tmp_path, monkeypatch):
    """The command, run in a folder of its own that holds a good and a bad text."""
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text(GOOD, encoding="utf-8")
    Path("bad.txt").write_text(BAD, encoding="utf-8")

    def run(*files: str, **options: str) -> Done:
        out, err = StringIO(), StringIO()
        try:
            call_command("citecheck", *files, stdout=out, stderr=err, no_color=True, **options)
        except SystemExit as leaving:
            return Done(leaving.code, out.getvalue(), err.getvalue())
        return Done(0, out.getvalue(), err.getvalue())

    return run


def test_text_with_nothing_to_say_against_it_prints_nothing(citecheck):
    assert citecheck("good.txt") == Done(0, "", "")


def test_uncited_claim_blocks_with_its_place(citecheck):
    done = citecheck("bad.txt")
    assert done.code == 1
    assert "bad.txt:3:1 C001 This claim has no citation." in done.out
    assert done.err == ""


def test_warning_alone_does_not_block(citecheck):
    Path("nobody.txt").write_text("Rain\n\nI like rain.\n", encoding="utf-8")
    done = citecheck("nobody.txt")
    assert (done.code, done.out.split()[:2]) == (0, ["nobody.txt:1:1", "P001"])


def test_files_are_checked_in_the_order_in_which_they_are_named(citecheck):
    found = json.loads(citecheck("bad.txt", "good.txt", "bad.txt", format="json").out)
    assert [file["file"] for file in found] == ["bad.txt", "good.txt", "bad.txt"]


def test_same_text_is_printed_the_same_byte_for_byte(citecheck):
    for name in ("text", "json", "sarif", "github"):
        assert citecheck("bad.txt", format=name) == citecheck("bad.txt", format=name)


def test_stricter_sensitivity_asks_for_more(citecheck):
    Path("maybe.txt").write_text("Cells\n\nThe cell makes collagen.\n", encoding="utf-8")
    codes = [citecheck("maybe.txt", sensitivity=name).code for name in ("strict", "standard", "lenient")]
    assert codes == [1, 0, 0]


def test_wider_coverage_lets_a_paragraph_stand_on_its_last_citation(citecheck):
    text = "Rain lowers blood pressure. I like that. Snow raises it [1]."
    reference = "1. Byron, A. Rain and Snow. London: Murray, 1840."
    Path("paragraph.txt").write_text(f"Rain\n\n{text}\n\nReferences\n\n{reference}\n", encoding="utf-8")
    found = [
        json.loads(citecheck("paragraph.txt", format="json", coverage=name).out)[0]["sentences"][0]["covered_by"]
        for name in ("sentence", "paragraph")
    ]
    assert found == [None, "paragraph"]


def test_marker_without_its_reference_is_a_finding(citecheck):
    Path("nowhere.txt").write_text("Rain\n\nRain is wet.*99\n", encoding="utf-8")
    done = citecheck("nowhere.txt", format="json")
    found = json.loads(done.out)[0]
    assert done.code == 1
    assert {"C003", "C004"} & {finding["code"] for finding in found["findings"]}


UNREADABLE = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "empty"),
    "binary.txt": (bytes(range(256)) * 8, "binary"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(64), "image"),
    "latin.txt": (b"Rain \xff is wet.", "Byte 6"),
    "long.txt": (b"Rain is wet. " * 800_000, "10,400,000 bytes"),
    "deep.html": (b"<div>" * 10_000 + b"Rain is wet." + b"</div>" * 10_000, "deep"),
}


@pytest.mark.parametrize("name", list(UNREADABLE))
def test_file_that_cannot_be_read_gets_its_own_sentence_and_the_others_are_checked(citecheck, name):
    data, sentence = UNREADABLE[name]
    Path(name).write_bytes(data)
    done = citecheck(name, "bad.txt", format="json")
    assert done.code == 2
    assert [file["file"] for file in json.loads(done.out)] == ["bad.txt"]
    (line,) = done.err.splitlines()
    assert line.startswith(f"{name}: ")
    assert sentence in line
    assert line.endswith(".")


def test_nul_bytes_in_a_text_are_dropped_and_told(citecheck):
    Path("nul.txt").write_bytes(GOOD.encode().replace(b"rain.", b"ra\0in. " + b"I like snow. " * 40))
    (found,) = json.loads(citecheck("nul.txt", format="json").out)
    assert found["sentences"][0]["text"] == "I like rain."
    assert any(loss["line"] == 5 for loss in found["losses"])


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("missing.txt", "There is no such file."), (".", "This is a folder: name the files in it.")],
)
def test_what_is_no_file_gets_its_own_sentence(citecheck, name, sentence):
    assert citecheck(name, "good.txt") == Done(2, "", f"{name}: {sentence}\n")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PermissionError(13, "Permission denied"), "You have no permission to read this file."),
        (OSError(5, "Input/output error"), "The file could not be read: Input/output error."),
        (OSError(40, "Too many levels of symbolic links"), "could not be read: Too many levels of symbolic links."),
    ],
)
def test_file_that_the_system_refuses_gets_its_own_sentence(citecheck, monkeypatch, error, sentence):
    def refuse(*args, **options):
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    done = citecheck("good.txt")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("good.txt: ")
    assert sentence in done.err


def test_endless_file_is_not_read_to_its_end(citecheck):
    assert citecheck("/dev/zero") == Done(2, "", "/dev/zero: The file is larger than 64 MB. Is it a text?\n")


def test_no_readable_file_is_an_empty_array(citecheck):
    assert citecheck("missing.txt", format="json").out == "[]\n"


def test_unreadable_beats_blocked_in_either_order(citecheck):
    assert citecheck("missing.txt", "bad.txt").code == citecheck("bad.txt", "missing.txt").code == 2


def test_standard_input_is_refused_in_a_sentence(citecheck):
    with pytest.raises(CommandError, match="name a file") as refusal:
        citecheck("good.txt", "-")
    assert refusal.value.returncode == 2


@pytest.mark.parametrize("options", [{"format": "yaml"}, {"sensitivity": "severe"}, {"coverage": "book"}])
def test_unknown_choice_is_refused(citecheck, options):
    name, value = next(iter(options.items()))
    with pytest.raises(CommandError, match="invalid choice"):
        citecheck("good.txt", f"--{name}={value}")


def test_no_file_is_refused(citecheck):
    with pytest.raises(CommandError, match="FILE"):
        citecheck()
