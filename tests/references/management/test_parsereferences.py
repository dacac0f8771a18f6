"""The command `parsereferences`, through the front door: bytes in, bytes out."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


def run(written: bytes, *options: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "manage.py", "parsereferences", *options],
        input=written,
        capture_output=True,
        cwd=ROOT,
        check=False,
        timeout=60,
        env={**os.environ, "DATABASE_URL": "sqlite:////nowhere/at/all.sqlite3"},
    )


def parsed(written: bytes) -> list[list[dict]]:
    done = run(written)
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


ONE = "Orr, L., et al., Roots heal the leaves. Sci Fen, 2016. 6: p. 32993."
TWO = "Roe, J., et al., Roots grow in the rain. J Fen Med, 2015. 13: p. 49."


def test_each_line_gives_its_works_in_order_and_a_blank_line_none():
    lines = parsed(f"1 {ONE}\n\n{ONE} : {TWO}\n".encode())
    assert [[item["title"] for item in line] for line in lines] == [
        ["Roots heal the leaves"],
        [],
        ["Roots heal the leaves", "Roots grow in the rain"],
    ]


def test_an_item_is_csl_json():
    assert parsed(TWO.encode()) == [
        [
            {
                "type": "article-journal",
                "title": "Roots grow in the rain",
                "container-title": "J Fen Med",
                "volume": "13",
                "page": "49",
                "author": [{"family": "Roe", "given": "J."}],
                "issued": {"date-parts": [[2015]]},
            }
        ]
    ]


def test_no_input_is_no_output():
    assert parsed(b"") == []


@pytest.mark.parametrize("separator", ["\u2028", "\x85"])
def test_what_some_readers_take_for_a_line_end_stays_inside_its_line(separator):
    assert len(parsed(f"?{separator}!\n".encode())) == 1


def test_letters_are_written_as_they_are():
    assert "Pérez".encode() in run("Pérez, J. (2019). Raíces. Fenia, 1, 2-3.\n".encode()).stdout


@pytest.mark.parametrize(("written", "line", "byte"), [(b"\xff\n", 1, 1), (b"Tea.\nRain \xe9.\n", 2, 11)])
def test_what_is_not_utf8_is_refused_in_a_sentence(written, line, byte):
    done = run(written)
    assert done.returncode == 2
    assert f"Line {line} is not UTF-8, at byte {byte} of the input." in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_the_lines_before_what_is_not_utf8_are_parsed():
    assert json.loads(run(f"{ONE}\n".encode() + b"\xff\n").stdout)[0]["title"] == "Roots heal the leaves"


def test_an_argument_is_bad_usage():
    assert run(b"", "file.txt").returncode == 2


def test_help_says_what_the_command_does():
    done = run(b"", "--help")
    assert done.returncode == 0
    assert b"standard input" in done.stdout
