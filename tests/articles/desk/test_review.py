"""The review: claim by claim."""

import pytest
from django.urls import reverse

from articles import ledger
from articles.models import Ruling, Waiver
from tests.articles.desk.test_access import signed_in
from tests.articles.sayings import FIRST, LEANS, PLAIN, SECOND, cite, claim, written
from tests.factories import approved, fresh, person, published, saved, source, submitted

pytestmark = pytest.mark.django_db


def sheet(article):
    """What a fact-checker has to decide, and what else there is: each as status and sentence."""
    answer = signed_in(person("Fact-checker")).get(reverse("desk:review", args=[article.pk]))
    found = answer.context["sheet"]
    return [[(card.status[0], card.text) for card in cards if card.reasons] for cards in (found.to_decide, found.rest)]


def test_what_needs_a_decision_stands_first():
    article = written(f"<p>{FIRST}{cite(source().key)} {LEANS} {SECOND} {PLAIN}</p>")
    assert sheet(article) == [
        [("Probably its neighbour’s source", LEANS), ("Needs a source", SECOND)],
        [("Cited", FIRST)],
    ]


def test_a_claim_shows_its_source_and_why_it_is_one():
    work = source("A trial of tea")
    marker = cite(work.key).replace(" data-ref", ' data-locator="p. 4" data-ref')
    article = written(f"<p>{FIRST}{marker}</p>")
    page = signed_in(article.owner).get(reverse("desk:review", args=[article.pk])).content.decode()
    assert "Contains a figure." in page
    assert "A trial of tea" in page
    assert reverse("library:source", args=[work.key]) in page
    assert ", p. 4" in page


def test_a_request_stands_with_its_claim_until_it_is_decided():
    article, checker = written(f"<p>{FIRST}</p>"), person("Fact-checker")
    asked = ledger.ask_waiver(claim(article, FIRST), article.owner, Waiver.Reason.OWN_EXPERIENCE, "I drank it.")
    client, address = signed_in(checker), reverse("desk:review", args=[article.pk])
    assert reverse("desk:decide-waiver", args=[asked.pk]) in client.get(address).content.decode()
    ledger.decide_waiver(asked, checker, granted=True)
    assert sheet(article) == [[], [("Waived", FIRST)]]
    assert "I drank it." in client.get(address).content.decode()


def test_a_request_on_what_the_check_does_not_ask_about_is_shown_too():
    article = written("<p>Tea is popular in many places.</p>")
    [any_claim] = [each for each in article.claims.all() if each.text.startswith("Tea is")]
    ledger.ask_waiver(any_claim, article.owner, Waiver.Reason.COMMON_KNOWLEDGE)
    found = signed_in(person("Fact-checker")).get(reverse("desk:review", args=[article.pk])).context["sheet"]
    assert any_claim.text in [card.text for card in found.to_decide]


def test_a_ruling_takes_a_sentence_out_of_what_is_to_decide():
    article = written(f"<p>{FIRST}</p>")
    ledger.rule(claim(article, FIRST), Ruling.Kind.NOT_A_CLAIM, person("Editor"))
    assert sheet(article) == [[], [("Not a claim", FIRST)]]


def test_what_changed_since_the_last_approval_stands_beside():
    article = approved()
    assert signed_in(person("Editor")).get(reverse("desk:review", args=[article.pk])).context["before"] is None
    saved(article, article.head.body.replace("10%", "11%"))
    answer = signed_in(person("Editor")).get(reverse("desk:review", args=[article.pk]))
    assert answer.context["before"].number == 1
    assert [row.what for row in answer.context["rows"]] == ["changed"]


def test_the_decision_is_on_the_revision_that_was_shown():
    article, checker = submitted(), person("Fact-checker")
    page = signed_in(checker).get(reverse("desk:review", args=[article.pk])).content.decode()
    assert f'<input type="hidden" name="seen" value="{article.head_id}">' in page
    assert f'formaction="{reverse("desk:step", args=[article.pk, "approve"])}"' in page


def test_who_wrote_it_is_told_that_another_has_to_review_it():
    article, checker = submitted(), person("Fact-checker")
    saved(article, article.head.body.replace("10%", "11%"), checker)
    submitted(fresh(article))
    page = signed_in(checker).get(reverse("desk:review", args=[article.pk])).content.decode()
    assert "You wrote, submitted or signed this text: another person has to review it." in page


def test_a_longer_text_takes_no_more_queries(django_assert_max_num_queries):
    article = published()
    body = "".join(f"<p>Tea lowers blood pressure by {number}%.{cite(source().key)}</p>" for number in range(20))
    saved(article, body)
    client = signed_in(person("Fact-checker"))
    with django_assert_max_num_queries(40):
        assert client.get(reverse("desk:review", args=[article.pk])).status_code == 200
