"""What is changed by hand: rows that never change, and those that change only as the workflow's steps say."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import models
from django.utils import timezone

from articles import ledger
from articles.models import Article, Claim, Public, Ruling, State, Waiver
from references.models import Source
from tests import factories
from tests.articles.gate import forged, worlds
from tests.articles.gate.ways import APPEND_ONLY, KEPT, RIGHTFUL_UPDATES, UPDATES, Row, let_through
from tests.factories import approved, draft, fresh, published, scheduled, submitted

pytestmark = pytest.mark.django_db

FIELDS = [
    (model, field.name) for model in APPEND_ONLY for field in model._meta.concrete_fields if not field.primary_key
]


def other(row: Row, name: str) -> Any:
    """Another value for a field of a row, one that no constraint but a guard refuses."""
    field, value = row._meta.get_field(name), getattr(row, name)
    if isinstance(field, models.ForeignKey):
        return field.related_model.objects.exclude(pk=value.pk if value else None).first()
    if field.choices:
        return next(choice for choice, _ in field.choices if choice != value)
    if isinstance(value, bool):
        return not value
    if isinstance(value, datetime):
        return value - timedelta(days=1)
    return value + 7 if isinstance(value, int) else f"x{value}"[: field.max_length]


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=[f"{model.__name__}.{name}" for model, name in FIELDS])
def test_no_field_of_an_append_only_row_ever_changes(model, name):
    worlds.corrected()
    row = worlds.row_of(model, worlds.corrected())
    assert let_through(UPDATES, row, {name: other(row, name)}) == []


@pytest.mark.parametrize("model", [*APPEND_ONLY, *KEPT])
def test_no_row_gets_another_id(model):
    row = worlds.row_of(model, worlds.corrected())
    # Whoever saves a row with another id writes a new one: these two alone change it.
    ways = {name: UPDATES[name] for name in ("update", "SQL")}
    assert let_through(ways, row, {"id": row.pk + 1000}) == []


def in_state(state: State) -> dict[str, Any]:
    return {"state": state, "publish_at": timezone.now() if state == State.SCHEDULED else None}


ON_THEIR_WAY = {
    State.DRAFT: draft,
    State.IN_REVIEW: submitted,
    State.APPROVED: approved,
    State.SCHEDULED: scheduled,
    State.PUBLISHED: published,
}
STATES = [(make, state) for true, make in ON_THEIR_WAY.items() for state in State if state != true]


@pytest.mark.parametrize(("make", "state"), STATES)
def test_no_state_is_set_by_hand(make, state):
    assert let_through(UPDATES, make(), in_state(state)) == []


def withdrawn(step: str = "withdraw") -> Article:
    return factories.advanced(published(), step, factories.person("Publisher"), "It rests on a forged trial.")


def retracted() -> Article:
    return withdrawn("retract")


SHOWN = {
    Public.NEVER: approved,
    Public.LIVE: published,
    Public.WITHDRAWN: withdrawn,
    Public.RETRACTED: retracted,
}
SIGHTS = [(make, public) for true, make in SHOWN.items() for public in Public if public != true]


@pytest.mark.parametrize(("make", "public"), SIGHTS)
def test_what_readers_see_is_not_set_by_hand(make, public):
    article = make()
    edition = None if public == Public.NEVER else article.edition or published().edition
    assert let_through(UPDATES, article, {"public": public, "edition": edition}) == []


def test_a_retraction_is_for_good_even_when_a_step_publishes_what_follows():
    article = retracted()
    factories.saved(article, factories.cited(factories.source().key, "Tea prevents stroke."))
    article = approved(fresh(article))
    forged.publish_step(article).save(force_insert=True)
    shown = {"state": State.PUBLISHED, "edition": article.editions.first()}
    assert let_through(UPDATES, article, shown) == RIGHTFUL_UPDATES
    assert let_through(UPDATES, article, shown | {"public": Public.LIVE}) == []


@pytest.mark.parametrize("whose", ["older", "another’s", "none"])
def test_the_head_is_not_pointed_elsewhere(whose):
    article, stranger = worlds.corrected(), worlds.corrected()
    head = {"older": article.head.based_on, "another’s": stranger.head.based_on, "none": None}[whose]
    assert let_through(UPDATES, article, {"head": head}) == []


@pytest.mark.parametrize("whose", ["older", "another’s", "none"])
def test_the_edition_is_not_pointed_elsewhere(whose):
    article, stranger = worlds.corrected(), worlds.corrected()
    first, strangers = article.editions.get(number=1), stranger.editions.get(number=1)
    edition = {"older": first, "another’s": strangers, "none": None}[whose]
    assert let_through(UPDATES, article, {"edition": edition}) == []


def test_an_edition_is_not_shown_before_the_step_that_publishes_it():
    article = published()
    factories.saved(article, factories.cited(factories.source().key, "Tea prevents stroke."))
    article = approved(fresh(article))
    made = forged.edition(article)
    made.save(force_insert=True)
    assert let_through(UPDATES, article, {"edition": made}) == []


def test_what_may_change_of_an_article_changes():
    assert let_through(UPDATES, worlds.corrected(), {"slug": "on-green-tea"}) == RIGHTFUL_UPDATES


IDENTITIES = [
    (Source, "key"),
    (Claim, "article"),
    (Claim, "text"),
    (Claim, "folded_hash"),
    (Waiver, "claim"),
    (Waiver, "reason"),
    (Waiver, "asked_by"),
    (Ruling, "claim"),
    (Ruling, "kind"),
    (Ruling, "by"),
]


@pytest.mark.parametrize(("model", "name"), IDENTITIES, ids=[f"{model.__name__}.{name}" for model, name in IDENTITIES])
def test_what_a_row_stands_for_never_changes(model, name):
    worlds.corrected()
    row = worlds.row_of(model, worlds.corrected())
    assert let_through(UPDATES, row, {name: other(row, name)}) == []


LATER = timezone.now() + timedelta(days=9)


@pytest.mark.parametrize("changes", [{"granted": False}, {"granted": None, "decided_by": None}, {"decided": LATER}])
def test_a_decided_waiver_never_changes(changes):
    assert let_through(UPDATES, worlds.row_of(Waiver, worlds.corrected()), changes) == []


def test_a_decided_waiver_may_end_sooner_but_never_later():
    waiver = worlds.row_of(Waiver, worlds.corrected())
    Waiver.objects.filter(pk=waiver.pk).update(expires=LATER)
    waiver.refresh_from_db()
    assert let_through(UPDATES, waiver, {"expires": LATER + timedelta(days=1)}) == []
    assert let_through(UPDATES, waiver, {"expires": None}) == []


def test_nobody_grants_their_own_waiver():
    article = draft(body="<p>Tea lowers blood pressure by 10%.</p>")
    asked = ledger.ask_waiver(article.claims.get(text__startswith="Tea"), article.owner, Waiver.Reason.COMMON_KNOWLEDGE)
    decision = {"granted": True, "decided": timezone.now()}
    assert let_through(UPDATES, asked, decision | {"decided_by": article.owner}) == []
    assert let_through(UPDATES, asked, decision | {"decided_by": None}) == []
    assert "update" in let_through(UPDATES, asked, decision | {"decided_by": factories.person("Fact-checker")})


def test_a_revoked_ruling_does_not_come_back():
    ruling = worlds.row_of(Ruling, worlds.corrected())
    ledger.revoke(ruling, ruling.by)
    ruling.refresh_from_db()
    assert let_through(UPDATES, ruling, {"revoked": None, "revoked_by": None}) == []
