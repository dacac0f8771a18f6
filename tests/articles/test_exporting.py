"""Exporting: the value that exporters get is the edition as readers are shown it."""

import pytest

from articles import exporting
from articles.models import Article
from references import library
from references.csl import SourceData
from references.models import Numbering
from tests.factories import advanced, cited, contributor, draft, fresh, person, published, saved, source

ADDRESS = {"address": "https://leaf.example/articles/on-tea/", "home": "https://leaf.example/", "magazine": "Leaf"}


def exported(article: Article):
    return exporting.published(article.edition, **ADDRESS)


def test_the_numbers_are_those_of_the_page(db):
    first, second = source("First trial"), source("Second trial")
    body = cited(first.key) + cited(f"{second.key} {first.key}", claim="It warms hands by 2 degrees.")
    found = exported(published(draft(body=body)))
    assert [[work.title for work in works] for works in found.references] == [["First trial"], ["Second trial"]]
    assert found.numbers == {(first.key,): (1,), (second.key, first.key): (1, 2)}


def test_a_note_has_one_number_where_the_policy_says_so(db):
    first, second = source("First trial"), source("Second trial")
    article = draft(body=cited(f"{first.key} {second.key}"))
    article.bibliography.numbering = Numbering.PER_NOTE
    article.bibliography.save()
    found = exported(published(fresh(article)))
    assert [[work.title for work in works] for works in found.references] == [["First trial", "Second trial"]]


def test_a_source_stays_as_it_was_published(db):
    kept = source("First trial")
    article = published(draft(body=cited(kept.key)))
    library.refresh(kept, SourceData(key=kept.key, title="Another title"))
    assert [work.title for work in exported(article).sources] == ["First trial"]


def test_the_days_are_those_of_the_first_edition_and_of_this_one(db):
    article = published()
    saved(article, article.head.body.replace("10%", "11%"))
    for step, role in [("submit", ""), ("approve", "Fact-checker"), ("correct", "Publisher")]:
        by = person(role) if role else article.owner
        article = advanced(fresh(article), step, by, "It said 10%." if step == "correct" else "")
    found = exported(article)
    assert (found.number, [notice.text for notice in found.notices]) == (2, ["It said 10%."])
    assert found.first_day == article.editions.get(number=1).created.date()


@pytest.mark.parametrize(
    ("bio", "markup"),
    [
        ("Drinks tea & milk.\n\nOften.", "<p>Drinks tea &amp; milk.</p><p>Often.</p>"),
        ("<p>Drinks <em>tea</em>.</p><script>x</script>", "<p>Drinks <em>tea</em>.</p>"),
        ("", ""),
    ],
)
def test_a_bio_is_markup_however_it_was_written(db, bio, markup):
    article = draft()
    article.bylines.update(contributor=contributor(bio=bio))
    assert exported(published(fresh(article))).credits[0].bio == markup
