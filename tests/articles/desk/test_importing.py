"""Importing at the desk."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import Article, Contributor, Topic
from references.models import Source
from tests.articles.desk.test_access import signed_in
from tests.factories import person

TEXT = """Home > Drinks > Tea

A cup of green tea

By Ada Ng

Green tea lowers blood pressure by 10%.*1 Nine in ten tea drinkers live past eighty.

References

1. Cha H, Park J. A trial of green tea. Journal of Tea. 2020;4(2):11-19. doi:10.1000/tea.1
"""

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    return signed_in(person("Contributor"))


def test_what_was_read_is_shown_before_anything_is_written(client):
    answer = client.post(reverse("desk:import"), {"pasted": TEXT})
    page, reading = answer.content.decode(), answer.context["reading"]
    assert (reading.works, reading.citations, reading.linked) == (1, 1, 1)
    assert "A cup of green tea" in page
    assert "A trial of green tea" in page
    assert [(severity, count) for severity, _, count in reading.findings] == [("block", 1), ("warn", 1)]
    written = [Article, Source, Contributor, Topic]
    assert [model.objects.count() for model in written] == [0, 0, 0, 0]


def test_each_loss_is_shown_with_its_line(client):
    answer = client.post(reverse("desk:import"), {"pasted": TEXT + "\n2. Lee K. Milk. 2011.\n"})
    losses = answer.context["imported"].losses
    assert losses
    for loss in losses:
        assert f'<td class="number" data-label="Line">{loss.line}</td>' in answer.content.decode()


def test_a_draft_is_made_of_exactly_what_was_shown(client):
    shown = client.post(reverse("desk:import"), {"file": SimpleUploadedFile("tea.txt", TEXT.encode())})
    answer = client.post(reverse("desk:import"), {"carried": shown.context["carried"]})
    article = Article.objects.get()
    assert answer["Location"] == reverse("desk:article", args=[article.pk])
    assert article.head.title == "A cup of green tea"
    assert article.bibliography.references.count() == 1


def test_a_text_that_was_changed_on_the_way_is_refused(client):
    carried = client.post(reverse("desk:import"), {"pasted": TEXT}).context["carried"]
    for forged in ("x" + carried, carried.replace(".", ".A", 1), ""):
        answer = client.post(reverse("desk:import"), {"carried": forged}, follow=True)
        assert "Give the file once more. Nothing was written." in answer.content.decode()
    assert not Article.objects.exists()


def test_what_one_person_was_shown_another_cannot_write(client):
    carried = client.post(reverse("desk:import"), {"pasted": TEXT}).context["carried"]
    signed_in(person("Contributor")).post(reverse("desk:import"), {"carried": carried})
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({}, "Choose a file, or paste a text."),
        ({"pasted": "  \n "}, "Choose a file, or paste a text."),
        ({"pasted": "Tea. " * 400_000}, "larger than 1.5 MB"),
    ],
)
def test_bad_input_is_answered_with_a_clear_sentence(client, given, reason):
    answer = client.post(reverse("desk:import"), given)
    assert answer.status_code == 200
    assert reason in answer.content.decode()


def test_a_file_and_a_pasted_text_are_not_both_taken(client):
    given = {"pasted": TEXT, "file": SimpleUploadedFile("tea.txt", TEXT.encode())}
    assert "not both" in client.post(reverse("desk:import"), given).content.decode()


def test_a_file_that_cannot_be_read_is_named_as_such(client):
    given = {"file": SimpleUploadedFile("tea.docx", b"PK\x03\x04 no document")}
    answer = client.post(reverse("desk:import"), given)
    assert answer.status_code == 200
    assert answer.context["form"].non_field_errors()
    assert not Article.objects.exists()


def test_who_may_not_write_is_told_who_may():
    answer = signed_in(person("Admin")).get(reverse("desk:import"), follow=True)
    assert "Ask somebody with the role Contributor" in answer.content.decode()
