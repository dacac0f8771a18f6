"""The check beside the editor: what it says of a text that nobody has saved, and where."""

from http import HTTPStatus

import pytest
from django.urls import reverse

from articles import drafting, ledger
from articles.drafting import Draft
from articles.models import Claim, WorkingCopy
from references.models import Numbering
from tests.factories import cited, draft, fresh, person, source

pytestmark = pytest.mark.django_db
BARE = "Ducks sleep 12 hours a day."


@pytest.fixture
def article():
    return draft()


@pytest.fixture
def asked(article, client):
    client.force_login(article.owner)

    def ask(html, name="check", **said):
        said = {"html": html, "body": html, "seq": 7} | said
        return client.post(reverse(f"desk:{name}", args=[article.pk]), said, content_type="application/json")

    return ask


def statuses(answer):
    return {claim["text"]: claim["status"] for claim in answer.json()["claims"]}


def test_the_answer_names_its_question(asked):
    assert asked("<p>Ducks swim.</p>").json()["seq"] == 7


def test_a_claim_without_a_source_is_to_fix(asked):
    answer = asked(f"<p>{BARE}</p>")
    assert statuses(answer) == {BARE: "uncited"}
    gate = answer.json()["gate"]
    assert [(each["code"], each["claim_keys"]) for each in gate["blockers"]] == [("C001", ["m1"])]
    assert not gate["ok"]


def test_a_cited_claim_is_cited_and_nothing_blocks(asked):
    answer = asked(cited(source().key))
    assert list(statuses(answer).values()) == ["cited"]
    assert answer.json()["gate"]["ok"]


def test_places_are_counted_as_browsers_count(asked):
    answer = asked(f"<p>A duck \U0001f986 quacks. {BARE}</p>").json()
    claim = next(each for each in answer["claims"] if each["text"] == BARE)
    text = answer["blocks"][claim["block"]]["text"].encode("utf-16-le")
    assert text[claim["start"] * 2 : claim["end"] * 2].decode("utf-16-le") == BARE


def test_blocks_that_the_editor_does_not_show_as_text_are_not_counted(asked):
    answer = asked(f'<p><img src="/a.png" alt="A duck."></p><p>{BARE}</p>').json()
    assert [block["text"] for block in answer["blocks"]] == [BARE]
    assert [claim["block"] for claim in answer["claims"] if claim["text"] == BARE] == [0]


def test_markers_are_numbered_by_first_use_and_runs_are_closed(asked):
    keys = [source().key for _ in range(3)]
    text = "".join(cited(key) for key in (keys[0], " ".join(keys), keys[1]))
    assert asked(text).json()["numbers"] == {keys[0]: "1", " ".join(keys): "1–3", keys[1]: "2"}


def test_per_note_each_cluster_has_one_number(article, asked):
    type(article.bibliography).objects.update(numbering=Numbering.PER_NOTE)
    one, two = source().key, source().key
    assert asked(cited(one) + cited(f"{one} {two}")).json()["numbers"] == {one: "1", f"{one} {two}": "2"}


def test_a_marker_without_a_source_has_no_number(asked):
    assert asked(cited("nobody1900")).json()["numbers"] == {"nobody1900": "?"}


def test_the_picker_is_told_what_the_text_cites(asked):
    found = source("A trial of ducks")
    assert [(each["key"], each["title"]) for each in asked(cited(found.key)).json()["sources"]] == [
        (found.key, "A trial of ducks")
    ]


def test_a_saved_claim_may_be_waived_and_one_that_is_not_saved_is_to_be_saved_first(article, asked):
    assert "Save the text to ask for a waiver" in asked(f"<p>{BARE}</p>").json()["panel"]
    drafting.save(article, Draft("On ducks", f"<p>{BARE}</p>"), article.owner, article.head_id)
    claim = Claim.objects.get(article=article, text=BARE)
    panel = asked(f"<p>{BARE}</p>").json()["panel"]
    assert reverse("desk:ask-waiver", args=[claim.pk]) in panel
    assert "Not a claim" not in panel


def test_a_waiver_that_is_asked_for_is_enough_to_go_on(article, asked):
    drafting.save(article, Draft("On ducks", f"<p>{BARE}</p>"), article.owner, article.head_id)
    ledger.ask_waiver(Claim.objects.get(article=article, text=BARE), article.owner, "common knowledge")
    answer = asked(f"<p>{BARE}</p>")
    assert statuses(answer) == {BARE: "waived"}
    assert answer.json()["gate"]["ok"]


def test_what_a_person_types_as_title_is_checked_with_the_text(asked):
    panel = asked("<p>Ducks swim.</p>", title="Ducks cure cancer in 80% of people").json()["panel"]
    assert "This title makes a claim." in panel


def test_checking_writes_nothing(article, asked):
    asked("<p>Ducks swim.</p>")
    assert fresh(article).head_id == article.head_id
    assert not WorkingCopy.objects.exists()


def test_a_text_that_is_too_large_is_said_to_be(asked):
    answer = asked("<ul><li>" * 150)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert answer.json()["error"]


def test_hostile_text_comes_back_as_text(asked):
    panel = asked(f"<p>{BARE[:-1]} &lt;script&gt;alert(1)&lt;/script&gt;.</p>").json()["panel"]
    assert "<script" not in panel


def test_what_is_typed_is_kept(article, asked):
    answer = asked("<p>Half a sent</p>", "keep", title="On", seen=article.head_id)
    assert answer.json()["newer"] == ""
    copy = WorkingCopy.objects.get(article=article, person=article.owner)
    assert (copy.title, copy.body, copy.based_on) == ("On", "<p>Half a sent</p>", article.head)


def test_keeping_says_who_saved_meanwhile(article, asked):
    seen = article.head_id
    drafting.save(article, Draft("Theirs", "<p>Ducks.</p>"), person("Editor", "ben"), seen)
    assert asked("<p>Mine</p>", "keep", seen=seen).json()["newer"] == "ben saved Revision 2 meanwhile."


def test_nothing_is_kept_for_who_may_not_write(article, client):
    reader = person("Admin")
    client.force_login(reader)
    answer = client.post(reverse("desk:keep", args=[article.pk]), {"body": "x"}, content_type="application/json")
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not WorkingCopy.objects.exists()


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"seen": {}, "html": 3, "title": null}'])
def test_what_is_no_sense_breaks_nothing(article, client, body):
    client.force_login(article.owner)
    for name in ("check", "keep"):
        answer = client.post(reverse(f"desk:{name}", args=[article.pk]), body, content_type="application/json")
        assert answer.status_code in {HTTPStatus.OK, HTTPStatus.UNPROCESSABLE_ENTITY}
