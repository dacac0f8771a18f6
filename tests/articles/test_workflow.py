"""The machine: each step from each state, by each role, and what each asks for."""

from contextlib import suppress

import pytest
from django.contrib.auth.models import Group, User
from django.db import transaction

from articles import checks, gate, workflow
from articles.models import Edition, Public, State, Step, StoredReport
from articles.models.step import MOVES
from articles.roles import Refused
from tests.articles.stages import live, words
from tests.factories import advanced, approved, draft, fresh, person, published, submitted

ACTORS = {"write": "Editor", "review": "Fact-checker", "publish": "Publisher"}
STEPS = list(workflow.TRANSITIONS)
PAIRS = [(state, step) for state in State for step in STEPS]
# A state from which each step may be taken, with an edition that readers see.
FROM = {step: sorted(MOVES[step][0])[0] for step in STEPS}


def take(article, step, by):
    note, at = words(step)
    return workflow.advance(article, step, by=by, seen=article.head_id, note=note, at=at)


def able(step: str) -> User:
    return person(ACTORS[workflow.TRANSITIONS[step].action])


def test_each_step_of_the_log_is_one_that_a_person_takes_or_one_that_the_system_writes():
    assert set(MOVES) - set(STEPS) == {Step.Name.HOLD, Step.Name.ERASE}


@pytest.mark.parametrize(("state", "step"), PAIRS)
def test_a_step_is_taken_exactly_from_the_states_that_have_it(db, state, step):
    froms, to = MOVES[step]
    article, by = live(state), able(step)
    before = article.steps.count()
    if state in froms:
        taken = take(article, step, by)
        assert (taken.number, taken.from_state, taken.to_state) == (before + 1, state, to or state)
        assert fresh(article).state == (to or state)
    else:
        with pytest.raises(Refused, match=f"is {State(state).label}"):
            take(article, step, by)
        assert (fresh(article).state, article.steps.count()) == (state, before)


ROLES = ("Contributor", "Editor", "Fact-checker", "Publisher", "Admin", "")
ABLE = {"write": ROLES[1:4], "review": ROLES[2:4], "publish": ROLES[3:4]}


@pytest.mark.parametrize("step", STEPS)
def test_each_step_takes_its_role_on_anothers_article(db, step):
    article = live(FROM[step])
    allowed = set()
    for role in ROLES:
        with transaction.atomic():
            with suppress(Refused):
                take(article, step, person(role))
                allowed.add(role)
            transaction.set_rollback(True)
    assert allowed == set(ABLE[workflow.TRANSITIONS[step].action])


@pytest.mark.parametrize("step", STEPS)
def test_neither_a_superuser_nor_a_closed_account_has_a_way_through(db, step):
    article = live(FROM[step])
    root, closed = User.objects.create_superuser("root"), able(step)
    closed.is_active = False
    closed.save()
    for nobody in (root, closed):
        with pytest.raises(Refused, match="You may not"):
            take(article, step, nobody)


def test_a_superuser_who_wrote_the_text_does_not_approve_it_as_a_checker(db):
    root = User.objects.create_superuser("root")
    root.groups.add(Group.objects.get(name="Publisher"))
    article = submitted(draft(by=root))
    with pytest.raises(Refused, match="another person"):
        take(article, "approve", root)


@pytest.mark.parametrize("step", STEPS)
def test_a_step_on_a_text_that_is_no_longer_the_head_is_refused(db, step):
    article = live(FROM[step])
    older = article.revisions.first().pk + 1_000
    note, at = words(step)
    with pytest.raises(Refused, match="The text has changed since you read it"):
        workflow.advance(article, step, by=able(step), seen=older, note=note, at=at)


@pytest.mark.parametrize("step", ["request_changes", "correct", "withdraw", "retract"])
def test_what_others_will_read_has_to_be_said(db, step):
    article = live(FROM[step])
    with pytest.raises(Refused, match="Say in a note why"):
        workflow.advance(article, step, by=able(step), seen=article.head_id, note=" \n ")


def test_an_unknown_step_is_refused_and_so_is_one_that_only_the_system_takes(db):
    article = live(State.SCHEDULED)
    for step in ("fly", "hold", "erase", ""):
        with pytest.raises(Refused, match="There is no step"):
            workflow.advance(article, step, by=person("Publisher"), seen=article.head_id)


@pytest.mark.parametrize("step", ["correct", "withdraw", "retract"])
def test_what_readers_never_saw_is_not_corrected_withdrawn_or_retracted(db, step):
    with pytest.raises(Refused, match="Readers do not see this article"):
        advanced(approved(), step, person("Publisher"), "Because.")


# The gate


BLOCKED = "<p>Tea lowers blood pressure by 10%.</p>"


def test_a_text_with_a_blocking_finding_is_not_submitted(db):
    with pytest.raises(Refused, match=r"1 to fix before this text may go on\. .*Tea lowers blood pressure by 10%"):
        submitted(draft(body=BLOCKED))
    assert not Step.objects.exists()


def test_the_gate_is_asked_again_at_each_step_that_goes_on(db, monkeypatch):
    article = approved()
    monkeypatch.setattr(checks, "review", _now_blocking(checks.review))
    for step in ("approve", "schedule", "publish"):
        with pytest.raises(Refused, match="to fix before"):
            take(article, step, person("Publisher"))
    assert fresh(article).state == State.APPROVED


def _now_blocking(review):
    """The rules as they are after a rule was added that blocks every text."""

    def stricter(*args):
        report = review(*args)
        found = checks.Finding("X001", checks.Severity.BLOCK, "No more tea.", "tea")
        return checks.Report((*report.findings, found), report.standings, report.policy, report.engine)

    return stricter


def test_a_rule_that_breaks_lets_nothing_through(db, monkeypatch):
    article = approved()
    monkeypatch.setattr(gate.checks, "review", lambda *args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        advanced(article, "publish", person("Publisher"))
    assert (fresh(article).state, Edition.objects.exists()) == (State.APPROVED, False)


def test_each_gated_step_names_its_content_and_keeps_its_report(db):
    article = published()
    gated = article.steps.filter(name__in=["approve", "publish"])
    assert {step.content_hash for step in gated} == {article.edition.content_hash}
    assert StoredReport.objects.filter(clean=True, content_hash=article.edition.content_hash).count() == 2
    assert all(step.report.revision == article.head for step in gated)


# What readers see


def test_publishing_shows_the_edition_and_a_new_text_leaves_it_up(db):
    article = live(State.DRAFT)
    assert (article.public, article.edition.revision.number, article.head.number) == (Public.LIVE, 1, 2)


def test_a_correction_is_a_new_edition_with_a_notice(db):
    article = advanced(live(State.APPROVED), "correct", person("Publisher"), "It is 11%, not 10%.")
    (notice,) = article.edition.notices.all()
    assert (article.edition.number, notice.kind, notice.text) == (2, "correction", "It is 11%, not 10%.")
    assert article.public == Public.LIVE


def test_a_withdrawn_article_keeps_its_note_until_it_is_published_again(db):
    publisher = person("Publisher")
    article = advanced(live(State.APPROVED), "withdraw", publisher, "Its source is in doubt.")
    assert (article.public, article.edition.notices.get().kind, article.state) == (
        Public.WITHDRAWN,
        "withdrawal",
        State.APPROVED,
    )
    assert advanced(article, "publish", publisher).public == Public.LIVE


def test_a_retraction_is_for_good(db):
    publisher = person("Publisher")
    article = advanced(live(State.APPROVED), "retract", publisher, "The trial was made up.")
    assert (article.public, article.edition.notices.get().kind) == (Public.RETRACTED, "retraction")
    for step in ("publish", "correct", "schedule"):
        with pytest.raises(Refused, match="retract"):
            take(article, step, publisher)
    assert fresh(article).edition.number == 1
