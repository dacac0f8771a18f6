"""An article's history."""

import pytest
from django.urls import reverse

from articles.models import Revision
from tests.articles.desk.test_access import signed_in
from tests.factories import draft, fresh, person, published, saved, submitted

pytestmark = pytest.mark.django_db


def history(article, **wanted):
    return signed_in(article.owner).get(reverse("desk:history", args=[article.pk]), wanted).context["page"]


def test_revisions_and_steps_stand_in_one_list_the_newest_first():
    article = published()
    saved(article, article.head.body.replace("10%", "11%"))
    assert [entry.what for entry in history(fresh(article))] == [
        "Revision 2 saved",
        "Taken back to draft",
        "Published",
        "Approved",
        "Sent for review",
        "Revision 1 saved",
    ]


def test_the_step_that_made_an_edition_names_it():
    assert [entry.edition for entry in history(published())] == [1, None, None, None]


def test_a_long_history_comes_in_pages_and_bounded_queries(django_assert_max_num_queries):
    article = draft()
    for number in range(51):
        saved(article, f"{article.head.body}<p>And {number} more.</p>")
    client = signed_in(article.owner)
    with django_assert_max_num_queries(12):
        page = client.get(reverse("desk:history", args=[article.pk])).context["page"]
    assert (len(page), page.paginator.num_pages) == (50, 2)


def test_two_revisions_are_compared_whatever_their_order():
    article = draft()
    saved(article, article.head.body.replace("10%", "11%"))
    client, address = signed_in(article.owner), reverse("desk:compare", args=[article.pk])
    wanted = ({"from": 1, "to": 2}, {"from": 2, "to": 1}, {})
    pages = [client.get(address, each).content.decode() for each in wanted]
    for page in pages:
        assert '<del><span class="visually-hidden">removed:</span> 10%.</del>' in page
        assert '<ins><span class="visually-hidden">added:</span> 11%.</ins>' in page


@pytest.mark.parametrize("number", ["9", "x", "²"])
def test_a_revision_that_is_none_is_not_found(number):
    article = draft()
    answer = signed_in(article.owner).get(reverse("desk:compare", args=[article.pk]), {"from": number})
    assert answer.status_code == 404


def restore(article, number, seen, by):
    address = reverse("desk:restore", args=[article.pk, number])
    return signed_in(by).post(address, {"seen": seen}, follow=True).content.decode()


def test_restoring_makes_a_new_revision():
    article = draft()
    saved(article, article.head.body.replace("10%", "11%"))
    page = restore(article, 1, fresh(article).head_id, article.owner)
    assert "Revision 3 has the text of revision 1." in page
    head = fresh(article).head
    assert (head.number, head.kind, head.body) == (3, Revision.Kind.RESTORE, article.head.body)


def test_restoring_over_what_somebody_else_saved_is_refused():
    article = draft()
    read = saved(article, article.head.body.replace("10%", "11%"))
    saved(article, article.head.body.replace("10%", "12%"), person("Editor"))
    assert "saved Revision 3 meanwhile" in restore(article, 1, read.pk, article.owner)
    assert fresh(article).head.number == 3


def test_who_may_only_read_does_not_restore():
    article = submitted()
    saved(article, article.head.body.replace("10%", "11%"))
    page = restore(article, 1, fresh(article).head_id, person("Admin"))
    assert "You may not write here." in page
    assert fresh(article).head.number == 2
