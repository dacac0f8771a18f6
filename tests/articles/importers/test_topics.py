"""Breadcrumbs become topics."""

import pytest

from articles.importers.topics import breadcrumb
from tests.articles.importers.reading import html, lost, plain, shape


@pytest.mark.parametrize("line", ["A / B", "A > B", "A › B", "A » B", "A → B", "A>B"])
def test_a_breadcrumb_names_topics(line):
    assert breadcrumb(line) == ("A", "B")


@pytest.mark.parametrize("line", ["Tea", "Tea and/or coffee", "He said a / b is fine.", "A / " + "long " * 9, "A /"])
def test_other_lines_are_no_breadcrumb(line):
    assert breadcrumb(line) == ()


def test_the_way_home_is_no_topic_and_is_named_as_dropped():
    imported = plain("Home > Drinks > Tea\n\nWhy Tea Calms\n\nIt does.")
    assert imported.manuscript.topics == ("Drinks", "Tea")
    assert lost(imported) == [(1, "Home")]


def test_the_article_itself_is_no_topic():
    assert plain("Drinks > Why Tea Calms\n\nWhy Tea Calms\n\nIt does.").manuscript.topics == ("Drinks",)


def test_a_breadcrumb_may_stand_on_lines_of_its_own():
    manuscript = plain("Home\n\nDrinks\n\nWhy tea calms\n\nBy Jane Doe\n\nIt does.").manuscript
    assert (manuscript.title, manuscript.topics) == ("Why tea calms", ("Drinks",))


def test_home_alone_above_the_title_is_dropped_with_a_loss():
    imported = plain("Home\n\nWhy tea calms\n\nIt does.")
    assert (imported.manuscript.title, imported.manuscript.topics) == ("Why tea calms", ())
    assert lost(imported) == [(1, "Home")]


def test_an_element_that_calls_itself_a_breadcrumb_is_one_wherever_it_stands():
    page = "<h1>Why Tea Calms</h1><p>It does.</p><ul class=Breadcrumbs><li>Drinks</li><li>Tea</li></ul>"
    imported = html(page)
    assert imported.manuscript.topics == ("Drinks", "Tea")
    assert shape(imported) == [("p", "It does.")]


def test_a_slash_further_down_is_text():
    imported = plain("A Title\n\nOne.\n\nTwo.\n\nThree.\n\nTea / Coffee\n\nFour.")
    assert imported.manuscript.topics == ()
    assert ("h2", "Tea / Coffee") in shape(imported)
