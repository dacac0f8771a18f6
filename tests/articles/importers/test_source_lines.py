"""The lines on which elements begin, and that they leave no trace."""

from html import escape

import pytest

from articles.importers.draft import Draft
from articles.importers.source_lines import with_lines
from articles.text.limits import MAX_BYTES, TextTooLarge
from tests.articles.importers.reading import html


def pieces(page: str, first: int = 1) -> list[tuple[str, int]]:
    return [(piece.text, piece.line) for piece in Draft.of(with_lines(page, first)).pieces()]


def test_each_block_knows_its_line():
    assert pieces("<h1>One</h1>\n\n<P\nclass=x>Two</P>\n<ul>\n<li>Three</ul>") == [("One", 1), ("Two", 3), ("Three", 6)]


def test_lines_are_counted_from_where_the_part_begins():
    assert pieces("<p>One</p>\n<p>Two</p>", first=10) == [("One", 10), ("Two", 11)]


def test_elements_that_only_begin_like_a_block_are_left_alone():
    assert with_lines("<picture><param><p>x") == "<picture><param><p data-line=1>x"


@pytest.mark.parametrize("quoted", ["see <p class=x> here", "<h2 >", "a <li>"])
def test_a_tag_in_a_quoted_attribute_stays_as_it_was(quoted):
    markup = html(f'<h1>T</h1><p>Tea <a href="https://example.org" title="{quoted}">calms</a>.</p>').markup
    assert "data-line" not in markup
    assert f'title="{escape(quoted)}"' in markup


def test_the_lines_do_not_count_towards_the_limit():
    page = f"<p>{'word ' * 40_000}</p>\n" * 10
    page += "x" * (MAX_BYTES - len(page))
    assert len(with_lines(page)) > MAX_BYTES
    assert len(Draft.of(with_lines(page)).pieces()) == 10


def test_the_size_that_is_refused_is_the_texts_own():
    page = f"<p>{'x' * MAX_BYTES}</p>"
    with pytest.raises(TextTooLarge, match=f"has {len(page):,} bytes"):
        Draft.of(with_lines(page))
