"""What the commands print: a table for people, JSON for programs."""

import json
from collections.abc import Sequence
from typing import Any

from django.core.management.base import OutputWrapper


def printed(rows: Sequence[dict[str, Any]], form: str) -> str:
    """Return rows, which share their keys, as text columns under a heading, or as an indented JSON array. No rows:
    "" or [].
    """
    if form == "json":
        return json.dumps(rows, ensure_ascii=False, indent=1)
    if not rows:
        return ""
    cells = [list(rows[0]), *([_cell(value) for value in row.values()] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells
    )


def write_utf8(*streams: OutputWrapper) -> None:
    """Print UTF-8 whatever the locale says; a file name that is no UTF-8 is printed with backslashes."""
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _cell(value: Any) -> str:
    """A list is shown by its length; control characters are shown, not obeyed by the terminal."""
    if isinstance(value, list):
        return str(len(value))
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in " ".join(str(value).split()))
