"""Pasted reference strings, style by style."""

import pytest

from references.formats import raw
from tests.references.formats.raw.styles import STYLES


def told(text: str) -> dict[str, object]:
    """What the one work in a text says, as short as CSL-JSON allows."""
    (work,) = raw.parse(text)
    item = work.to_csl()
    people = {
        role: [" ".join(filter(None, (n.get("family"), n.get("given"), n.get("literal")))) for n in item[role]]
        for role in ("author", "editor")
        if role in item
    }
    days = {day: item[day]["date-parts"][0] for day in ("issued", "accessed") if day in item}
    return item | people | days


@pytest.mark.parametrize("style", STYLES)
def test_a_reference_is_read_in_the_style_that_it_is_written_in(style):
    text, item = STYLES[style]
    assert told(text) == item


@pytest.mark.parametrize("number", ["3. ", "[3] ", "(3) ", "3 ", "*3 ", "[12]. ", "• ", " "])
@pytest.mark.parametrize("style", ["APA", "Vancouver", "Chicago note, a book", "a talk", "a page by nobody"])
def test_a_number_before_the_reference_changes_nothing(style, number):
    text, _ = STYLES[style]
    assert raw.parse(number + text) == raw.parse(text)
