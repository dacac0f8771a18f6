"""The steps, as they are taken at the desk."""

from datetime import date

import pytest
from django.urls import reverse

from articles.models import Notice, Public, State
from tests.articles.desk.test_access import signed_in
from tests.articles.sayings import FIRST, written
from tests.factories import approved, draft, fresh, person, published, saved, scheduled, submitted

pytestmark = pytest.mark.django_db


def take(article, step, by, **said):
    """The answer to a step that somebody takes on what they see now."""
    return signed_in(by).post(reverse("desk:step", args=[article.pk, step]), {"seen": article.head_id} | said)


def test_the_whole_way_is_walked():
    article, checker, publisher = draft(), person("Fact-checker"), person("Publisher")
    for step, by in [("submit", article.owner), ("approve", checker), ("publish", publisher)]:
        answer = take(fresh(article), step, by)
        assert answer["Location"] == reverse("desk:article", args=[article.pk])
    assert (fresh(article).state, fresh(article).public) == (State.PUBLISHED, Public.LIVE)


def test_a_text_with_something_to_fix_is_not_sent_and_the_note_is_kept():
    article = written(f"<p>{FIRST}</p>")
    answer = take(article, "submit", article.owner, note="Please hurry.")
    assert answer.status_code == 409
    assert "1 to fix before this text may go on." in answer.content.decode()
    assert "Please hurry." in answer.content.decode()
    assert fresh(article).state == State.DRAFT


def test_the_page_says_what_stands_in_the_way_before_anybody_tries():
    article = written(f"<p>{FIRST}</p>")
    lines = signed_in(article.owner).get(reverse("desk:step", args=[article.pk, "submit"])).context["checklist"]
    assert [(line.mark, line.excerpts) for line in lines if line.mark == "bad"] == [("bad", (FIRST,))]


def test_nobody_approves_what_changed_since_they_read_it():
    article = submitted()
    read = article.head_id
    saved(article, article.head.body.replace("10%", "11%"))
    submitted(fresh(article))
    answer = take(fresh(article), "approve", person("Fact-checker"), seen=read, note="Good.")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "The text has changed since you read it" in page
    assert f'name="seen" value="{read}"' in page
    assert f"{reverse('desk:compare', args=[article.pk])}?from=1&amp;to=2" in page
    assert fresh(article).state == State.IN_REVIEW


def test_who_may_not_is_told_why():
    article = submitted()
    answer = signed_in(article.owner).get(reverse("desk:step", args=[article.pk, "approve"]))
    assert "You may not review here. Ask somebody with the role Fact-checker or Publisher." in answer.content.decode()


def test_asking_for_changes_needs_a_note():
    article, checker = submitted(), person("Fact-checker")
    assert "Say in a note why" in take(article, "request_changes", checker).content.decode()
    assert take(article, "request_changes", checker, note="Say more.").status_code == 302
    assert fresh(article).steps.latest("number").note == "Say more."


def test_a_schedule_is_in_the_zone_that_is_named():
    article, day = approved(), date(date.today().year + 1, 2, 3)
    take(article, "schedule", person("Publisher"), day=day, time="09:30", zone="Asia/Tokyo")
    assert fresh(article).publish_at.isoformat() == f"{day.isoformat()}T00:30:00+00:00"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"day": "2020-01-01", "time": "09:00", "zone": "UTC"}, "Name a time in the future"),
        ({"day": "2060-03-28", "time": "02:30", "zone": "Europe/Berlin"}, "couldn’t be interpreted"),
        ({"day": "", "time": "09:00", "zone": "UTC"}, "required"),
        ({"day": "2060-01-01", "time": "09:00", "zone": "Mars/Olympus"}, "valid choice"),
    ],
)
def test_a_time_that_is_none_is_refused(said, reason):
    article = approved()
    answer = take(article, "schedule", person("Publisher"), **said)
    assert reason in answer.content.decode().replace("&#x27;", "’").replace("couldn't", "couldn’t")
    assert fresh(article).state == State.APPROVED


def test_a_schedule_is_taken_back():
    article = scheduled()
    take(article, "unschedule", person("Publisher"))
    assert (fresh(article).state, fresh(article).publish_at) == (State.APPROVED, None)


@pytest.mark.parametrize(("step", "public"), [("withdraw", Public.WITHDRAWN), ("retract", Public.RETRACTED)])
def test_what_takes_away_from_readers_is_asked_twice(step, public):
    article, publisher = published(), person("Publisher")
    once = take(article, step, publisher, note="It was wrong.")
    assert "Tick the box to go on." in once.content.decode()
    assert "It was wrong." in once.content.decode()
    assert fresh(article).public == Public.LIVE
    take(article, step, publisher, note="It was wrong.", sure="on")
    assert fresh(article).public == public


def test_a_correction_gives_readers_the_note():
    article = published()
    saved(article, article.head.body.replace("10%", "11%"))
    article = approved(fresh(article))
    take(article, "correct", person("Publisher"), note="It is 11%, not 10%.")
    assert Notice.objects.get().text == "It is 11%, not 10%."
    assert fresh(article).edition.number == 2


def test_a_time_without_a_schedule_and_an_unknown_step_are_none():
    article = approved()
    client = signed_in(person("Publisher"))
    assert client.get(reverse("desk:step", args=[article.pk, "burn"])).status_code == 404
    assert client.post(reverse("desk:step", args=[article.pk, "publish"]), {"seen": "x"}).status_code == 200
    assert fresh(article).state == State.APPROVED


def test_an_approval_that_no_longer_holds_is_named_on_the_way_to_publishing():
    article = approved()
    article.bylines.get().contributor.bylines.update(role="editor")
    lines = signed_in(person("Publisher")).get(reverse("desk:step", args=[article.pk, "publish"])).context["checklist"]
    assert [line.mark for line in lines] == ["bad", "ok"]
    assert "The approval no longer holds." in lines[0].text


def test_a_step_page_takes_a_bounded_number_of_queries(django_assert_max_num_queries):
    article = approved()
    client = signed_in(person("Publisher"))
    with django_assert_max_num_queries(32):
        assert client.get(reverse("desk:step", args=[article.pk, "publish"])).status_code == 200
