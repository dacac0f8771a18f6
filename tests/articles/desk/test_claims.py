"""Waivers and rulings at the desk."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from articles import ledger
from articles.models import Ruling, Waiver
from tests.articles.desk.test_access import signed_in
from tests.articles.sayings import FIRST, LEANS, cite, claim, written
from tests.factories import person, source

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return written(f"<p>{FIRST}</p>")


def ask(article, by=None, **said):
    address = reverse("desk:ask-waiver", args=[claim(article, FIRST).pk])
    return signed_in(by or article.owner).post(address, said)


def decide(waiver, by, **said):
    return signed_in(by).post(reverse("desk:decide-waiver", args=[waiver.pk]), said, follow=True).content.decode()


def test_a_waiver_is_asked_for_and_granted_by_another(article):
    ask(article, reason="own experience", note="I drank it.")
    checker = person("Fact-checker")
    listed = signed_in(checker).get(reverse("desk:waivers"))
    waiver = Waiver.objects.get()
    assert list(listed.context["page"]) == [waiver]
    decide(waiver, checker, granted="yes")
    waiver.refresh_from_db()
    assert (waiver.granted, waiver.decided_by, waiver.expires) == (True, checker, None)
    assert list(signed_in(checker).get(reverse("desk:waivers")).context["page"]) == []


def test_a_waiver_lasts_through_its_last_day(article):
    ask(article, reason="own experience")
    day = date.today() + timedelta(days=30)
    decide(Waiver.objects.get(), person("Fact-checker"), granted="yes", expires=day.isoformat())
    assert Waiver.objects.get().expires.date() == day


def test_a_refused_waiver_is_refused(article):
    ask(article, reason="own experience")
    decide(Waiver.objects.get(), person("Fact-checker"), granted="no")
    assert Waiver.objects.get().granted is False


def test_nobody_decides_what_they_asked_for(article):
    checker = person("Fact-checker")
    ask(article, checker, reason="own experience")
    page = decide(Waiver.objects.get(), checker, granted="yes")
    assert "You asked for this waiver: another person has to decide it." in page
    assert Waiver.objects.get().granted is None


@pytest.mark.parametrize("said", [{}, {"granted": "perhaps"}, {"granted": "yes", "expires": "soon"}])
def test_an_answer_that_is_none_decides_nothing(article, said):
    ask(article, reason="own experience")
    assert "Say whether the waiver is granted" in decide(Waiver.objects.get(), person("Fact-checker"), **said)
    assert Waiver.objects.get().granted is None


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"reason": "other", "note": "Well."}, "10 characters or more"),
        ({"reason": "because", "note": "Well."}, "valid choice"),
        ({"note": "Well."}, "required"),
    ],
)
def test_a_request_that_is_refused_keeps_the_note(article, said, reason):
    page = ask(article, **said).content.decode()
    assert reason in page
    assert "Well." in page
    assert not Waiver.objects.exists()


def test_a_second_request_is_told_of_the_first(article):
    ask(article, reason="own experience")
    page = ask(article, person("Editor"), reason="common knowledge").content.decode()
    assert "has been asked for and awaits a decision" in page


def test_an_editor_rules_that_a_sentence_is_no_claim(article):
    address = reverse("desk:rule", args=[claim(article, FIRST).pk])
    signed_in(person("Editor")).post(address, {"kind": "not a claim"})
    assert Ruling.objects.get().kind == Ruling.Kind.NOT_A_CLAIM


def test_a_writer_may_say_whose_source_it_is_but_not_that_it_is_no_claim():
    article = written(f"<p>{FIRST}{cite(source().key)} {LEANS}</p>")
    address, writer = reverse("desk:rule", args=[claim(article, LEANS).pk]), signed_in(article.owner)
    refused = writer.post(address, {"kind": "not a claim"}, follow=True).content.decode()
    assert "You may not rule here." in refused
    assert "Choose one of the rulings." in writer.post(address, {"kind": "waiver"}, follow=True).content.decode()
    writer.post(address, {"kind": "same source"})
    assert [ruling.kind for ruling in Ruling.objects.all()] == [Ruling.Kind.SAME_SOURCE]


def test_a_ruling_is_taken_back_where_it_could_have_been_made(article):
    ruling = ledger.rule(claim(article, FIRST), Ruling.Kind.NOT_A_CLAIM, person("Editor"))
    address = reverse("desk:revoke", args=[ruling.pk])
    assert "You may not rule here." in signed_in(article.owner).post(address, follow=True).content.decode()
    signed_in(person("Editor")).post(address)
    ruling.refresh_from_db()
    assert ruling.revoked_by is not None


def test_a_granted_waiver_is_ended_once(article):
    asked = ledger.ask_waiver(claim(article, FIRST), article.owner, Waiver.Reason.OWN_EXPERIENCE)
    checker = signed_in(person("Fact-checker"))
    ledger.decide_waiver(asked, person("Publisher"), granted=True)
    address = reverse("desk:end-waiver", args=[asked.pk])
    assert "The waiver is ended." in checker.post(address, follow=True).content.decode()
    assert "there is nothing to end" in checker.post(address, follow=True).content.decode()


def test_the_way_back_leads_to_our_own_pages_alone(article):
    review = reverse("desk:review", args=[article.pk])
    here = reverse("desk:waivers")
    ask(article, reason="own experience")
    address = reverse("desk:decide-waiver", args=[Waiver.objects.get().pk])
    client = signed_in(person("Fact-checker"))
    answers = [
        client.post(address, {"next": wanted}) for wanted in (here, "https://evil.example/", "//evil.example", "")
    ]
    assert [answer["Location"] for answer in answers] == [here, review, review, review]


def test_a_contributor_neither_sees_nor_touches_the_claims_of_others(article):
    stranger = signed_in(person("Contributor"))
    asked = ledger.ask_waiver(claim(article, FIRST), article.owner, Waiver.Reason.OWN_EXPERIENCE)
    assert list(stranger.get(reverse("desk:waivers")).context["page"]) == []
    ruled = ledger.rule(asked.claim, Ruling.Kind.NOT_A_CLAIM, person("Editor"))
    of_claim, of_waiver = ("ask-waiver", "rule"), ("decide-waiver", "end-waiver")
    addresses = [(name, asked.claim_id) for name in of_claim] + [(name, asked.pk) for name in of_waiver]
    for name, pk in [*addresses, ("revoke", ruled.pk)]:
        assert stranger.post(reverse(f"desk:{name}", args=[pk])).status_code == 404
