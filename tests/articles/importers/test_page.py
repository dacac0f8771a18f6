"""The page around an article."""

import pytest

from tests.articles.importers.reading import html, lost, shape

TEXT = "Tea calms those who drink it slowly, and it warms the cup that it is drunk from in the morning."


@pytest.mark.parametrize(
    "furniture",
    [
        "<div class=sharedaddy>Tell it</div>",
        "<div class='post-share-buttons x'>Tell it</div>",
        "<div id=comments>Tell it</div>",
        "<section class=comments-area>Tell it</section>",
        "<div class=cookie-banner>Tell it</div>",
        "<div class='subscription-widget-wrap'>Tell it</div>",
        "<div class=jp-relatedposts>Tell it</div>",
        "<span class=mw-editsection>Tell it</span>",
        "<a class='button primary' href=/>Tell it</a>",
        "<div id=header>Tell it</div>",
        "<svg><title>Tell it</title></svg>",
    ],
)
def test_what_says_that_it_belongs_to_the_page_is_a_loss(furniture):
    imported = html(f"<h1>Cups</h1><p>{TEXT}</p>\n{furniture}")
    assert shape(imported) == [("p", TEXT)]
    assert [what for _, what in lost(imported)] == ["Tell it"]


@pytest.mark.parametrize(
    "names",
    ["no-sidebar", "related-work", "social-media", "tag-cookies", "category-newsletter", "shareholders", "toccata"],
)
def test_a_name_that_only_resembles_furniture_is_none(names):
    assert ("p", "Cups break.") in shape(html(f"<p>{TEXT}</p><div class='{names}'><p>Cups break.</p></div>"))


def test_a_heading_is_no_furniture_whatever_its_name():
    assert shape(html(f"<h2 id=comments>Comments by readers of 1850</h2><p>{TEXT}</p>"))[0][0] == "h2"


def test_what_holds_most_of_the_text_is_no_furniture():
    assert shape(html(f"<div class=subscribe><p>{TEXT} {TEXT}</p></div><p>Yes.</p>"))[1] == ("p", "Yes.")


def test_of_several_articles_the_one_with_the_title_is_read():
    imported = html(f"<article><h1>Cups</h1><p>Short.</p></article><article><p>{TEXT}</p></article>")
    assert shape(imported) == [("p", "Short.")]
    assert lost(imported) == [(1, TEXT)]


def test_comments_longer_than_the_article_are_not_taken_for_it():
    imported = html(f"<article><p>Short.</p></article><div class=comments-list><article><p>{TEXT}</p></article></div>")
    assert shape(imported) == [("p", "Short.")]
    assert lost(imported) == [(1, TEXT)]


def test_the_box_on_the_author_stays_though_it_stands_beside_the_article():
    (person,) = html(
        "<article><h1>Cups</h1><p>By Ida Quill</p><p>Tea calms.</p></article>"
        "<div class=author-bio><p>Ida Quill drinks tea.</p></div>"
    ).manuscript.people
    assert person.bio == "Ida Quill drinks tea."
