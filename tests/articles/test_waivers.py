"""Waivers: asked for by one person, decided by another, for one text alone."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import gate, ledger
from articles.content import content
from articles.models import Ruling, SitePolicy, Waiver
from articles.roles import Refused
from tests.articles.sayings import FIRST, LEANS, REWORDED, SECOND, cite, claim, written
from tests.factories import fresh, person, saved, source

KNOWN = Waiver.Reason.COMMON_KNOWLEDGE


@pytest.fixture
def article(db):
    return written(f"<p>{FIRST}</p>")


@pytest.fixture
def checker(db):
    return person("Fact-checker")


def flagged(article, *, asked_too: bool = False) -> list[str]:
    """The sentences that keep the article's head from going on."""
    article = fresh(article)
    seen = content(article, article.head)
    report = gate.report(article, article.head, seen, asked_too=asked_too)
    return [seen.manuscript.sentences[standing.sentence].text for standing in report.standings if standing.flagged]


def asked(article, reason: str = KNOWN) -> Waiver:
    return ledger.ask_waiver(claim(article, FIRST), article.owner, reason, "Everybody knows this.")


def test_a_waiver_that_another_person_grants_lets_the_claim_stand(article, checker):
    waiver = asked(article)
    assert (flagged(article), flagged(article, asked_too=True)) == ([FIRST], [])
    ledger.decide_waiver(waiver, checker, granted=True)
    assert flagged(article) == []


def test_a_waiver_that_is_refused_lets_nothing_stand_and_another_can_be_asked_for(article, checker):
    waiver = ledger.decide_waiver(asked(article), checker, granted=False)
    assert flagged(article, asked_too=True) == [FIRST]
    with pytest.raises(Refused, match="decided already"):
        ledger.decide_waiver(waiver, checker, granted=True)
    assert asked(article) != waiver


def test_nobody_grants_what_they_asked_for(article, checker):
    waiver = ledger.ask_waiver(claim(article, FIRST), checker, KNOWN)
    with pytest.raises(Refused, match="another person has to decide"):
        ledger.decide_waiver(waiver, checker, granted=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Waiver.objects.filter(pk=waiver.pk).update(granted=True, decided_by=checker, decided=timezone.now())
    assert flagged(article) == [FIRST]


@pytest.mark.parametrize("role", ["Contributor", "Editor", "Admin", ""])
def test_who_may_not_review_decides_nothing(article, role):
    with pytest.raises(Refused, match="You may not review"):
        ledger.decide_waiver(asked(article), person(role), granted=True)


def test_who_may_not_write_here_asks_for_nothing(article):
    with pytest.raises(Refused, match="You may not write"):
        ledger.ask_waiver(claim(article, FIRST), person("Contributor"), KNOWN)


def test_there_is_one_open_request_for_a_claim(article):
    asked(article)
    with pytest.raises(Refused, match="awaits a decision"):
        asked(article)
    assert Waiver.objects.count() == 1


@pytest.mark.parametrize(
    ("reason", "note"), [("because", "I say so, at length."), ("", "x" * 20), (Waiver.Reason.OTHER, " short ")]
)
def test_a_reason_that_is_none_is_refused(article, reason, note):
    with pytest.raises(Refused):
        ledger.ask_waiver(claim(article, FIRST), article.owner, reason, note)


def test_a_waiver_ends_at_its_time(article, checker):
    now = timezone.now()
    waiver = ledger.decide_waiver(asked(article), checker, granted=True, expires=now + timedelta(days=1))
    assert flagged(article) == []
    assert ledger.rulings(article, article.head, at=now + timedelta(days=2)) == ()
    Waiver.objects.filter(pk=waiver.pk).update(expires=now)
    assert flagged(article) == [FIRST]


def test_a_waiver_cannot_end_before_it_begins(article, checker):
    with pytest.raises(Refused, match="time in the future"):
        ledger.decide_waiver(asked(article), checker, granted=True, expires=timezone.now())


def test_a_reviewer_ends_a_waiver_and_it_stays_as_history(article, checker):
    waiver = ledger.decide_waiver(asked(article), checker, granted=True)
    with pytest.raises(Refused, match="You may not review"):
        ledger.end_waiver(waiver, article.owner)
    ledger.end_waiver(waiver, person("Publisher"))
    with pytest.raises(Refused, match="nothing to end"):
        ledger.end_waiver(waiver, checker)
    assert flagged(article) == [FIRST]
    assert [each.folded for each in ledger.rulings(article, article.head, at=waiver.decided)] == [FIRST]


def test_a_waiver_never_moves_to_a_lookalike(article, checker):
    ledger.decide_waiver(asked(article), checker, granted=True)
    saved(article, f"<p>{REWORDED}</p>")
    assert flagged(article) == [REWORDED]


def test_a_waiver_stays_with_a_sentence_that_moves_and_one_that_comes_back(article, checker):
    ledger.decide_waiver(asked(article), checker, granted=True)
    saved(article, f"<p>{SECOND}</p><p>{FIRST}</p>")
    assert flagged(article) == [SECOND]
    saved(article, f"<p>{SECOND}</p>")
    saved(article, f"<ul><li>{FIRST}</li></ul>")
    assert flagged(article) == []


# What leans on a neighbour's source


@pytest.fixture
def keys(db):
    return [source().key for _ in range(2)]


def leaning(key: str, more: str = "") -> str:
    return f"<p>{SECOND}{cite(key)} {LEANS}</p>{more}"


def confirmed(article) -> bool:
    return claim(article, LEANS).rulings.filter(kind=Ruling.Kind.SAME_SOURCE, revoked_by=None).exists()


@pytest.fixture
def leant(keys):
    """An article under the strict policy in which one sentence has its neighbour's source, as a person confirmed."""
    SitePolicy.objects.create(pk=1, sensitivity="strict")
    article = written(leaning(keys[0]))
    assert flagged(article) == [LEANS]
    ledger.rule(claim(article, LEANS), Ruling.Kind.SAME_SOURCE, article.owner)
    assert flagged(article) == []
    return article


def test_a_confirmed_source_stays_while_the_neighbour_keeps_it(leant, keys):
    saved(leant, leaning(keys[0], f"<p>{FIRST}{cite(keys[1])}</p>"))
    assert confirmed(leant)
    assert flagged(leant) == []


def test_a_neighbours_other_source_is_not_the_one_that_was_confirmed(leant, keys):
    editor = person("Editor")
    saved(leant, leaning(keys[1]), by=editor)
    ruling = claim(leant, LEANS).rulings.get()
    assert (ruling.revoked_by, flagged(leant)) == (editor, [LEANS])


def test_a_sentence_that_goes_and_comes_back_is_confirmed_anew(leant, keys):
    saved(leant, f"<p>{SECOND}{cite(keys[0])}</p>")
    saved(leant, leaning(keys[0]))
    assert not confirmed(leant)


def test_a_waiver_for_a_source_in_the_same_paragraph_ends_with_that_source(db, keys, checker):
    article = written(f"<p>{FIRST} {SECOND}{cite(keys[0])}</p>")
    ledger.decide_waiver(asked(article, Waiver.Reason.SAME_PARAGRAPH), checker, granted=True)
    assert flagged(article) == []
    saved(article, f"<p>{FIRST} {SECOND}{cite(keys[1])}</p>")
    assert flagged(article) == [FIRST]


def test_a_waiver_for_another_reason_does_not_lean_on_any_source(db, keys, checker):
    article = written(f"<p>{FIRST} {SECOND}{cite(keys[0])}</p>")
    ledger.decide_waiver(asked(article), checker, granted=True)
    saved(article, f"<p>{FIRST} {SECOND}{cite(keys[1])}</p>")
    assert flagged(article) == []
