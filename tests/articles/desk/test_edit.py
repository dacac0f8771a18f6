"""The edit page: a text is shown, saved, refused and kept, with and without a session."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from articles import drafting
from articles.drafting import Draft
from articles.models import Topic, WorkingCopy
from tests.articles.desk.edit_forms import form_of, sent
from tests.factories import cited, contributor, draft, fresh, person, source

pytestmark = pytest.mark.django_db
LINE = "<p>Ducks swim.</p>"


@pytest.fixture
def article():
    return draft()


@pytest.fixture
def writer(article, client):
    client.force_login(article.owner)
    return client


def address(article):
    return reverse("desk:article", args=[article.pk])


def test_the_page_shows_the_text_and_the_report_on_it(writer, article):
    drafting.save(article, Draft("On ducks", "<p>Ducks sleep 12 hours a day.</p>"), article.owner, article.head_id)
    page = writer.get(address(article)).content.decode()
    assert "&lt;p&gt;Ducks sleep 12 hours a day.&lt;/p&gt;" in page
    assert "Needs a source" in page


def test_saving_writes_the_next_revision(writer, article):
    answer = writer.post(address(article), form_of(article, title="On ducks", body=LINE), follow=True)
    head = fresh(article).head
    assert (head.number, head.title, head.body) == (2, "On ducks", LINE)
    assert "Saved as Revision 2." in answer.content.decode()


def test_saving_what_is_there_already_writes_no_revision(writer, article):
    writer.post(address(article), form_of(article))
    assert fresh(article).head_id == article.head_id


def test_saving_again_keeps_the_contributors(writer, article):
    form = form_of(article, bylines=[(contributor().pk, "author", 1), (contributor().pk, "editor", 2)])
    for _ in range(2):
        writer.post(address(article), form)
        assert article.bylines.count() == 2


def test_line_ends_that_a_browser_sends_are_no_change(writer, article):
    drafting.save(article, Draft("On ducks", "<pre>one\ntwo</pre>"), article.owner, article.head_id)
    article = fresh(article)
    writer.post(address(article), form_of(article, body="<pre>one\r\ntwo</pre>"))
    assert fresh(article).head_id == article.head_id


def test_topics_and_contributors_are_saved_in_their_order(writer, article):
    topic = Topic.objects.create(name="Birds", path="birds")
    first, second = contributor(), contributor()
    bylines = [(first.pk, "author", 2), (second.pk, "reviewer", 1)]
    writer.post(address(article), form_of(article, topics=[topic.pk], bylines=bylines))
    assert list(article.topics.all()) == [topic]
    signed = [(each.contributor, each.role) for each in article.bylines.all()]
    assert signed == [(second, "reviewer"), (first, "author")]


def test_a_title_that_is_missing_is_asked_for_with_the_text_kept(writer, article):
    answer = writer.post(address(article), form_of(article, title="", body="<p>Long work.</p>"))
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Title: This field is required." in page
    assert "&lt;p&gt;Long work.&lt;/p&gt;" in page
    assert fresh(article).head_id == article.head_id


def test_a_text_that_is_too_large_is_refused_with_the_text_kept(writer, article):
    deep = "<ul><li>" * 150 + "Deep work." + "</li></ul>" * 150
    answer = writer.post(address(article), form_of(article, body=deep))
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Nothing is saved yet" in page
    assert "Deep work." in page


def test_a_text_of_two_megabytes_is_answered_with_a_reason(writer, article):
    answer = writer.post(address(article), form_of(article, body="<p>" + "Ä " * 1_100_000 + "</p>"))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_stale_save_shows_both_texts_and_loses_neither(writer, article):
    form = form_of(article, title="Mine", body="<p>Mine.</p>")
    editor = person("Editor", "ben")
    drafting.save(article, Draft("Theirs", "<p>Theirs.</p>"), editor, article.head_id)
    answer = writer.post(address(article), form)
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "ben saved Revision 2 while you were writing." in page
    assert "<p>Mine.</p>" in page
    assert "<p>Theirs.</p>" in page
    assert fresh(article).head.title == "Theirs"


def test_going_on_with_ones_own_text_saves_it_over_the_other(writer, article):
    form = form_of(article, title="Mine", body="<p>Mine.</p>")
    drafting.save(article, Draft("Theirs", "<p>Theirs.</p>"), person("Editor"), article.head_id)
    writer.post(address(article), form)
    page = writer.post(address(article), form | {"act": "continue", "seen": fresh(article).head_id})
    writer.post(address(article), sent(page))
    head = fresh(article).head
    assert (head.number, head.title, head.body) == (3, "Mine", "<p>Mine.</p>")


def test_nobody_goes_on_over_a_text_that_they_have_not_seen(writer, article):
    form = form_of(article, title="Mine", body="<p>Mine.</p>")
    editor, seen = person("Editor"), article.head_id
    drafting.save(article, Draft("Theirs", "<p>Theirs.</p>"), editor, seen)
    writer.post(address(article), form)
    seen = fresh(article).head_id
    drafting.save(article, Draft("Newer", "<p>Newer.</p>"), editor, seen)
    page = writer.post(address(article), form | {"act": "continue", "seen": seen}).content.decode()
    assert "saved Revision 3 while you were writing." in page
    assert "<p>Mine.</p>" in page


def test_what_was_refused_is_checked_as_it_was_typed(writer, article):
    page = writer.post(address(article), form_of(article, title="", body="<p>Ducks sleep 12 hours a day.</p>"))
    assert "Ducks sleep 12 hours a day.</blockquote>" in page.content.decode()


def test_taking_the_other_text_throws_ones_own_away(writer, article):
    form = form_of(article, title="Mine")
    drafting.save(article, Draft("Theirs", LINE), person("Editor"), article.head_id)
    writer.post(address(article), form)
    page = writer.post(address(article), {"act": "discard"}, follow=True).content.decode()
    assert "Theirs" in page
    assert not WorkingCopy.objects.filter(article=article).exists()


def test_what_was_kept_is_offered_on_return(writer, article):
    drafting.keep(article, Draft("Half a", "<p>Half a sent</p>"), article.owner, article.head_id)
    page = writer.get(address(article)).content.decode()
    assert "you had typed and not saved" in page
    assert "Half a sent" in page


def test_whoever_may_not_write_reads_and_is_told_why(article, client):
    reader = person("Contributor")
    article.bylines.create(contributor=contributor(reader), role="reviewer")
    client.force_login(reader)
    page = client.get(address(article)).content.decode()
    assert "You may read this text, not change it" in page
    answer = client.post(address(article), form_of(article, title="Not mine"))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert fresh(article).head_id == article.head_id


def test_what_is_sent_after_the_session_ended_is_there_after_signing_in(writer, article):
    form = sent(writer.get(address(article))) | {"title": "Written late"}
    late = Client()
    answer = late.post(address(article), form)
    assert answer["Location"].startswith(reverse("account_login"))
    late.force_login(article.owner)
    page = late.get(address(article)).content.decode()
    assert "Written late" in page
    assert "you had typed and not saved" in page


def test_a_stranger_leaves_nothing_behind(article):
    stranger = Client()
    stranger.post(address(article), form_of(article, title="Spam") | {"page": "made:up"})
    assert "typed" not in stranger.session


def test_what_one_person_sent_is_never_shown_to_another(writer, article):
    form = sent(writer.get(address(article))) | {"title": "Written late"}
    late = Client()
    late.post(address(article), form)
    late.force_login(person("Editor"))
    assert "Written late" not in late.get(address(article)).content.decode()


def test_a_longer_text_takes_no_more_queries(writer, article, django_assert_max_num_queries):
    body = "".join(cited(source().key, f"Tea lowers the pulse by {number}%.") for number in range(12))
    drafting.save(article, Draft("On tea", body), article.owner, article.head_id)
    for _ in range(6):
        article.bylines.create(contributor=contributor(), role="author")
    with django_assert_max_num_queries(40):
        assert writer.get(address(article)).status_code == 200


def test_only_this_page_lets_the_editor_write_its_own_scripts(writer, article):
    policy = writer.get(address(article))["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-inline'" in policy
    elsewhere = writer.get(reverse("desk:history", args=[article.pk]))["Content-Security-Policy"]
    assert "unsafe-inline" not in elsewhere
