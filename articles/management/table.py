"""What the commands print: a table for people, JSON for programs."""

import json
from collections.abc import Sequence
from typing import Any


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


def _cell(value: Any) -> str:
    """A list is shown by its length; control characters are shown, not obeyed by the terminal."""
    if isinstance(value, list):
        return str(len(value))
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in " ".join(str(value).split()))
