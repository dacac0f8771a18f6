"""The command `claims`, through the front door: bytes in, bytes out."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


def run(written: bytes, *options: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "manage.py", "claims", *options],
        input=written,
        capture_output=True,
        cwd=ROOT,
        check=False,
        timeout=60,
        env={**os.environ, "DATABASE_URL": "sqlite:////nowhere/at/all.sqlite3"},
    )


def judged(written: bytes, *options: str) -> list[dict]:
    done = run(written, *options)
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def test_each_line_is_judged_in_order_with_no_database():
    lines = judged("Barley water lowers cholesterol.\nTea is nice.\n“Où?”\n".encode())
    assert [line["text"] for line in lines] == ["Barley water lowers cholesterol.", "Tea is nice.", "“Où?”"]
    assert [line["outcome"] for line in lines][:2] == ["needs", "none"]
    assert [line["claim"] for line in lines][:2] == [True, False]
    assert "HEALTH_EFFECT" in lines[0]["reasons"]
    assert all(list(line) == ["text", "claim", "outcome", "score", "reasons"] for line in lines)
    assert all(line["score"] == round(line["score"], 4) for line in lines)


def test_a_blank_line_is_answered_as_well():
    blank = {"text": "", "claim": False, "outcome": "none", "score": 0.0, "reasons": []}
    assert judged(b"\nTea is nice.\n\n")[::2] == [blank, blank]


def test_no_input_is_no_output():
    assert judged(b"") == []


def test_a_last_line_without_its_end_counts():
    assert [line["text"] for line in judged(b"Tea is nice.\nSo is rain.")] == ["Tea is nice.", "So is rain."]


def test_the_text_keeps_everything_but_the_line_end():
    assert [line["text"] for line in judged(b"  Tea \tis nice. \r\n")] == ["  Tea \tis nice. "]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0b"])
def test_what_some_readers_take_for_a_line_end_stays_inside_its_object(separator):
    assert [line["text"] for line in judged(f"Tea{separator}is nice.\n".encode())] == [f"Tea{separator}is nice."]


def test_letters_are_written_as_they_are():
    assert "Café — 茶".encode() in run("Café — 茶\n".encode()).stdout


def test_a_stricter_sensitivity_asks_for_more():
    sentence = b"The cell makes collagen\n"
    assert [judged(sentence, "--sensitivity", name)[0]["outcome"] for name in ("strict", "standard", "lenient")] == [
        "needs",
        "maybe",
        "maybe",
    ]


@pytest.mark.parametrize(
    ("written", "line", "byte"), [(b"\xff\n", 1, 1), (b"Tea.\nRain \xe9.\n", 2, 11), (b"Tea.\n\n\xc3", 3, 7)]
)
def test_what_is_not_utf8_is_refused_in_a_sentence(written, line, byte):
    done = run(written)
    assert done.returncode == 2
    assert f"Line {line} is not UTF-8, at byte {byte} of the input." in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_the_lines_before_what_is_not_utf8_are_judged():
    done = run(b"Tea is nice.\n\xff\n")
    assert json.loads(done.stdout)["text"] == "Tea is nice."


def test_an_unknown_sensitivity_is_bad_usage():
    assert run(b"", "--sensitivity", "severe").returncode == 2


def test_help_says_what_the_command_does():
    done = run(b"", "--help")
    assert done.returncode == 0
    assert b"standard input" in done.stdout
