"""Two revisions compared for the eye."""

import pytest

from articles import drafting
from articles.desk.differing import differences
from articles.drafting import Draft
from tests.articles.sayings import FIRST, PLAIN, REWORDED, SECOND, cite, written
from tests.factories import fresh, saved, source

pytestmark = pytest.mark.django_db


def rows(before, after):
    """The rows of a text that was changed, each as what it is about and its words, marked."""
    article = written(before)
    first = article.head
    return _marked(differences(article, first, saved(article, after)))


def _marked(found):
    marks = {"kept": "{}", "added": "+{}", "removed": "-{}"}
    return [(row.what, " ".join(marks[run.kept].format(run.text) for run in row.words)) for row in found]


def test_a_reworded_sentence_shows_its_words():
    assert rows(f"<p>{FIRST}</p>", f"<p>{REWORDED}</p>") == [
        ("changed", "Green tea lowers blood pressure by -10%. +30%.")
    ]


def test_what_came_and_went_is_named():
    assert rows(f"<p>{FIRST} {PLAIN}</p>", f"<p>{PLAIN} {SECOND}</p>") == [
        ("gone", f"-{FIRST}"),
        ("unchanged", PLAIN),
        ("new", f"+{SECOND}"),
    ]


def test_a_long_unchanged_run_is_folded_but_for_its_ends():
    same = " ".join(f"Cup {number} is warm." for number in range(6))
    found = rows(f"<p>{FIRST} {same}</p>", f"<p>{REWORDED} {same}</p>")
    assert [what for what, _ in found] == ["changed", "unchanged", "unchanged", "unchanged"]
    assert found[1:] == [("unchanged", "Cup 0 is warm."), ("unchanged", ""), ("unchanged", "Cup 5 is warm.")]


def test_another_source_or_locator_is_a_change_of_the_citation():
    one, two = source(), source()
    article = written(f"<p>{FIRST}{cite(one.key)}</p>")
    first = article.head
    second = saved(article, f"<p>{FIRST}{cite(two.key)}</p>")
    placed = cite(two.key).replace(" data-ref", ' data-locator="p. 4" data-ref')
    third = saved(fresh(article), f"<p>{FIRST}{placed}</p>")
    [row] = differences(article, first, second)
    assert (row.what, len(row.cited_before), len(row.cited_after)) == ("citation changed", 1, 1)
    [row] = differences(article, second, third)
    assert (row.cited_before, row.cited_after) == (row.cited_before, (f"{row.cited_before[0]} p. 4",))


def test_title_standfirst_headings_and_images_are_compared_too():
    article = written('<h2>Tea</h2><p>What do you drink?</p><img src="/media/a.png" alt="A cup">')
    first = article.head
    body = '<h2>Tea and milk</h2><p>What do you drink?</p><img src="/media/a.png" alt="A pot">'
    second = drafting.save(article, Draft("On milk", body, "A hot drink."), article.owner, first.pk)
    assert {what for what, _ in _marked(differences(article, first, second))} >= {
        "Title",
        "Standfirst",
        "Heading",
        "Image",
    }


def test_the_same_text_has_no_rows():
    article = written(f"<p>{FIRST}</p>")
    assert differences(article, article.head, article.head) == []
