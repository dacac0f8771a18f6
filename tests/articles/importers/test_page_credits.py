"""Page credits: author, date and topics as pages give them."""

import pytest

from tests.articles.importers.reading import html, lost, shape

AUTHOR = "<a rel=author href=/ida>Ida Quill</a>"


def names(page: str) -> list[str]:
    return [person.name for person in html(page).manuscript.people]


@pytest.mark.parametrize(
    "line",
    [
        f"<div class=meta>2 March 2024 by {AUTHOR}</div>",
        f"<p>{AUTHOR} · 5 min read · Mar 3, 2022</p>",
        f"<p>Posted on <time>2020-01-02</time> by {AUTHOR}</p>",
        f"<div>{AUTHOR}</div>",
        f"<h4>{AUTHOR}</h4>",
    ],
)
def test_a_line_of_author_and_date_is_a_byline_and_no_text(line):
    page = f"<h1>Cups</h1>{line}<p>Tea calms.</p>"
    assert names(page) == ["Ida Quill"]
    assert shape(html(page)) == [("p", "Tea calms.")]


@pytest.mark.parametrize(
    "head",
    [
        "<meta name=author content='Ida Quill'>",
        "<meta name=citation_author content='Ida Quill'>",
        '<script type="application/ld+json">{"@type": "Article", "author": {"name": "Ida Quill"}}</script>',
        '<script type="application/ld+json">{"@graph": [{"author": [{"name": "Ida Quill"}]}]}</script>',
        '<script type="application/ld+json">[{"author": "Ida Quill"}]</script>',
    ],
)
def test_an_author_who_is_named_to_machines_only_is_the_contributor_and_a_guess(head):
    page = f"{head}<h1>Cups</h1><p>Tea calms.</p>"
    assert names(page) == ["Ida Quill"]
    assert lost(html(page)) == [(1, "Ida Quill")]


@pytest.mark.parametrize("data", ["{", "[1, null]", '{"author": {"name": 3}}', '{"author": "admin"}', "[" * 100_000])
def test_data_for_machines_that_name_nobody_are_passed_over(data):
    assert names(f'<script type="application/ld+json">{data}</script><p>Tea calms.</p>') == []


def test_a_credit_in_the_text_counts_more_than_what_machines_are_told():
    assert names("<meta name=author content='Web Team'><h1>Cups</h1><p>By Ida Quill</p><p>Tea calms.</p>") == [
        "Ida Quill"
    ]


def test_a_date_of_the_page_is_a_loss_and_one_in_the_text_is_text():
    imported = html("<h1>Cups</h1><p class=dateline>3 May 1941</p><p>3 May 1941</p><p>Tea calms.</p>")
    assert shape(imported) == [("p", "3 May 1941"), ("p", "Tea calms.")]
    assert lost(imported) == [(1, "3 May 1941")]


def test_a_table_of_dates_is_text():
    page = "<table><tr><td><time>3 May 1941</time></td><td>Rain</td></tr></table>"
    assert shape(html(page)) == [("tr", "3 May 1941 | Rain")]


def test_a_line_of_tags_gives_the_topics():
    imported = html("<p>Tea calms.</p><p>Filed under <a rel='category tag'>Food</a>, tags: <a rel=tag>Tea</a></p>")
    assert imported.manuscript.topics == ("Food", "Tea")
    assert shape(imported) == [("p", "Tea calms.")]


def test_a_tag_in_a_sentence_is_text():
    imported = html("<p>We drink <a rel=tag>tea</a> daily.</p>")
    assert imported.manuscript.topics == ()
    assert shape(imported) == [("p", "We drink tea daily.")]


def test_a_breadcrumb_counts_more_than_tags():
    page = "<nav class=breadcrumb><a>Food</a> <a>Tea</a></nav><p>Tea calms.</p><p>Tags: <a rel=tag>cups</a></p>"
    imported = html(page)
    assert "cups" not in imported.manuscript.topics
    assert (1, "Tags: cups") in lost(imported)
