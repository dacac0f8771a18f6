"""Addresses of references that are linked and not printed."""

import pytest

from tests.articles.importers.reading import html, markdown

TITLE = '<a href="https://example.org/tea">The price of tea</a>'


def source(imported):
    return imported.manuscript.references[0].sources[0]


def test_the_link_of_a_footnote_is_its_source_s_address():
    assert source(
        markdown("Tea calms.[^1]\n\n[^1]: Quill, I. [The price of tea](https://example.org/tea). 2019.")
    ).url == ("https://example.org/tea")


@pytest.mark.parametrize(
    "page",
    [
        "<p>Tea calms [1].</p><h2>Sources</h2><ol><li>Quill, I. (2019). {}.</ol>",
        '<p>Tea calms.<a id=m href="#n">1</a></p><p id=n><a href="#m">1</a> Quill, I. (2019). {}.</p>',
    ],
)
def test_the_link_with_the_longest_words_counts_and_a_doi_more(page):
    author = '<a href="https://example.org/ida">Ida</a>'
    assert source(html(page.format(f"{author} {TITLE}"))).url == "https://example.org/tea"
    doi = '<a href="https://doi.org/10.1000/xyz">[CrossRef]</a>'
    assert source(html(page.format(f"{TITLE} {doi}"))).doi == "10.1000/xyz"


def test_an_address_that_is_printed_is_the_only_one():
    page = f"<p>Tea calms [1].</p><h2>Sources</h2><ol><li>Quill, I. (2019). {TITLE}. https://example.org/cups</ol>"
    assert source(html(page)).url == "https://example.org/cups"


@pytest.mark.parametrize("address", ["javascript:x", "#n", "/tea", "mailto:a@example.org"])
def test_what_leads_nowhere_outside_is_no_address(address):
    page = f'<p>Tea calms [1].</p><h2>Sources</h2><ol><li>Quill, I. (2019). <a href="{address}">Tea</a>.</ol>'
    assert source(html(page)).url == ""
