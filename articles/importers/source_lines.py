"""Source lines: says in some HTML on which line of its file each element begins, which no parser keeps."""

import re

from articles.importers.draft import BLOCKS, LINE

_OPENING = re.compile(rf"<(?:{'|'.join(sorted(BLOCKS))})(?=[\s/>])", re.IGNORECASE)


def with_lines(html: str, first: int = 1) -> str:
    """Return `html`, whose first line is line `first` of its file, with the line of each block on it as an attribute.

    Runs before parsing and cleaning. In a comment or a quoted attribute it adds words: the parser or Draft.of drops
    them.
    """
    parts: list[str] = []
    done, line = 0, first
    for match in _OPENING.finditer(html):
        line += html.count("\n", done, match.start())
        line_before_end = html.count("\n", match.start(), match.end())
        parts += [html[done : match.end()], f" {LINE}={line}"]
        line += line_before_end
        done = match.end()
    return "".join([*parts, html[done:]])
