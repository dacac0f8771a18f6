"""Lines in, JSON lines out: how a command that filters standard input reads and writes."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management.base import CommandError

UNREADABLE = 2
# What JSON leaves as it is and many readers take for the end of a line.
_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\u2028\u2029\x85"}


def read_lines(source: Iterable[bytes]) -> Iterator[str]:
    """Yield the lines of UTF-8 without their ends, each as soon as it is there; a byte order mark is no part of them.

    Raises CommandError, with exit code 2, at the first line that is not UTF-8: it says which byte of the input.
    """
    position = 0
    for number, line in enumerate(source, start=1):
        try:
            text = line.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8")
        except UnicodeDecodeError as error:
            byte = position + error.start + 1
            message = f"Line {number} is not UTF-8, at byte {byte} of the input."
            raise CommandError(message, returncode=UNREADABLE) from error
        yield text.removeprefix("\ufeff") if number == 1 else text
        position += len(line)


def json_line(value: Any) -> str:
    """Return `value` as JSON that no reader takes for more than one line; letters stay as they are."""
    return json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS)


def write_utf8(*streams: Any) -> None:
    """Print UTF-8 whatever the locale says; what is no character, as in some file names, is printed with
    backslashes.
    """
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
