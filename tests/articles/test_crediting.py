"""Crediting: what an article is filed under, who signs it, and who may say so."""

import pytest

from articles.crediting import Credit, credit
from articles.models import Topic
from articles.roles import Refused
from tests.factories import advanced, approved, contributor, draft, fresh, person

pytestmark = pytest.mark.django_db


def bylines(article):
    return [(byline.contributor_id, byline.role, byline.position) for byline in article.bylines.all()]


def test_an_article_is_signed_by_exactly_those_named_in_their_order():
    article, ann, ben = draft(), contributor().pk, contributor().pk
    credit(article, [], [Credit(ann, "author"), Credit(ben, "editor")], article.owner)
    credit(article, [], [Credit(ben, "editor"), Credit(ann, "author"), Credit(ben, "author")], article.owner)
    assert bylines(article) == [(ben, "editor", 0), (ann, "author", 1), (ben, "author", 2)]


def test_a_byline_that_stays_is_the_same_row():
    article, ann = draft(), contributor().pk
    credit(article, [], [Credit(ann, "author")], article.owner)
    before = article.bylines.get().pk
    credit(article, [], [Credit(contributor().pk, "editor"), Credit(ann, "author")], article.owner)
    assert article.bylines.get(contributor=ann).pk == before


def test_who_is_named_twice_signs_once():
    article, ann = draft(), contributor().pk
    credit(article, [], [Credit(ann, "author"), Credit(ann, "author")], article.owner)
    assert bylines(article) == [(ann, "author", 0)]


def test_topics_are_exactly_those_named():
    article = draft()
    tea, rest = (Topic.objects.create(name=name, path=name) for name in ("tea", "rest"))
    credit(article, [tea], [], article.owner)
    credit(article, [rest], [], article.owner)
    assert list(article.topics.all()) == [rest]


def test_whoever_may_not_write_credits_nobody():
    article = draft()
    before = bylines(article)
    with pytest.raises(Refused, match="You may not write here"):
        credit(article, [], [], person("Contributor"))
    assert bylines(article) == before


def test_another_byline_ends_an_approval():
    article = approved()
    credit(article, [], [Credit(contributor().pk, "author")], article.owner)
    with pytest.raises(Refused, match="The approval no longer holds"):
        advanced(fresh(article), "publish", person("Publisher"))
