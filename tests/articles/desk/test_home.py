"""The dashboard."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import ledger
from articles.models import Waiver
from tests.articles.desk.test_access import signed_in
from tests.articles.sayings import FIRST, claim, written
from tests.factories import advanced, approved, draft, fresh, person, published, saved, scheduled, submitted

pytestmark = pytest.mark.django_db


def sections(user):
    """What the dashboard lists for somebody: the titles of its lists with the articles in each."""
    answer = signed_in(user).get(reverse("desk:home"))
    return {section.title: [article.pk for article in section.shown] for section in answer.context["sections"]}


def test_a_checker_finds_what_waits_for_review():
    waits = submitted()
    draft()
    assert sections(person("Fact-checker")) == {"Waiting for your review": [waits.pk]}


def test_a_checker_does_not_find_their_own_words_there():
    checker = person("Fact-checker")
    article = submitted()
    own = draft()
    saved(own, own.head.body.replace("10%", "11%"), checker)
    submitted(fresh(own))
    assert sections(checker) == {"Waiting for your review": [article.pk]}


def test_a_publisher_finds_what_is_approved():
    article = approved()
    assert sections(person("Publisher")) == {"Approved, to publish": [article.pk]}


def test_a_writer_finds_their_drafts_and_what_came_back():
    writer = person("Contributor")
    mine, back = draft(writer), advanced(submitted(draft(writer)), "request_changes", person("Fact-checker"), "More.")
    draft()
    assert sections(writer) == {"Changes asked of you": [back.pk], "Your drafts": [mine.pk]}


def test_who_decides_finds_the_waivers_and_who_asks_does_not():
    article = written(f"<p>{FIRST}</p>")
    asked = ledger.ask_waiver(claim(article, FIRST), article.owner, Waiver.Reason.OWN_EXPERIENCE)
    decider = signed_in(person("Fact-checker")).get(reverse("desk:home"))
    assert list(decider.context["waivers"]) == [asked]
    assert list(signed_in(article.owner).get(reverse("desk:home")).context["waivers"]) == []


def test_a_waiver_that_ended_after_publication_calls_for_attention():
    article = written(f"<p>{FIRST}</p>")
    asked = ledger.ask_waiver(claim(article, FIRST), article.owner, Waiver.Reason.OWN_EXPERIENCE)
    ledger.decide_waiver(asked, person("Fact-checker"), granted=True)
    published(article)
    editor = signed_in(person("Editor"))
    assert list(editor.get(reverse("desk:home")).context["lapsed"]) == []
    ledger.end_waiver(asked, person("Fact-checker"))
    assert list(editor.get(reverse("desk:home")).context["lapsed"]) == [article]


def test_what_goes_out_stands_in_the_order_of_its_time():
    later = scheduled(at=timezone.now() + timedelta(days=3))
    sooner = scheduled(at=timezone.now() + timedelta(days=1))
    answer = signed_in(person("Editor")).get(reverse("desk:home"))
    assert list(answer.context["going_out"]) == [sooner, later]


def test_counts_lead_to_the_list_that_they_count():
    draft(), draft(), submitted()
    client = signed_in(person("Editor"))
    for state, _, count in client.get(reverse("desk:home")).context["counts"]:
        listed = client.get(reverse("desk:articles"), {"state": state})
        assert listed.context["page"].paginator.count == count
    assert [count for *_, count in client.get(reverse("desk:home")).context["counts"]][:2] == [2, 1]


def test_more_articles_take_no_more_queries(django_assert_max_num_queries):
    checker = person("Fact-checker")
    client = signed_in(checker)
    for _ in range(9):
        draft(checker)
        submitted()
    with django_assert_max_num_queries(24):
        answer = client.get(reverse("desk:home"))
    assert [section.more for section in answer.context["sections"]] == [True, True]
