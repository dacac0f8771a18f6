"""Lines in, JSON lines out."""

import json
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from django.core.management.base import CommandError

from references.management.lines import json_line, read_lines, write_utf8


def test_lines_lose_their_ends_and_nothing_else():
    assert list(read_lines(BytesIO(b"  Tea \r\n\nCups\x0c\r\r\nLast"))) == ["  Tea ", "", "Cups\x0c\r", "Last"]


def test_a_byte_order_mark_is_no_part_of_the_first_line():
    assert list(read_lines(BytesIO(b"\xef\xbb\xbfTea\n\xef\xbb\xbfCups"))) == ["Tea", "\ufeffCups"]


def test_the_first_line_that_is_no_utf8_is_refused_by_its_byte():
    lines = read_lines(BytesIO(b"Tea.\nRain \xe9.\n"))
    assert next(lines) == "Tea."
    with pytest.raises(CommandError, match="Line 2 is not UTF-8, at byte 11 of the input") as refusal:
        next(lines)
    assert refusal.value.returncode == 2


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85", "\n"])
def test_a_value_is_one_line_for_every_reader(end):
    written = json_line({"text": f"é{end}茶"})
    assert len(written.splitlines()) == 1
    assert json.loads(written) == {"text": f"é{end}茶"}
    assert "é" in written


def test_what_is_no_character_is_printed_with_a_backslash():
    printed = BytesIO()
    stream = TextIOWrapper(printed, encoding="ascii")
    write_utf8(stream, StringIO())
    stream.write("é\udcff\n")
    stream.flush()
    assert printed.getvalue() == "é\\udcff\n".encode()
