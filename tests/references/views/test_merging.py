"""Merging two sources in the browser's way: choose, look, merge."""

import pytest

from references.models import Source
from tests.factories import cited, draft, person, source


@pytest.fixture
def editor(client, db):
    client.force_login(person("Editor"))
    return client


def test_sources_whose_titles_begin_alike_are_offered(editor):
    shown, alike = source("The hedge in the middle ages"), source("The hedge in the Middle Ages: a survey")
    source("Bells")
    response = editor.get(f"/library/{shown.key}/merge/")
    assert [each.key for each, _ in response.context["offers"]] == [alike.key]


def test_others_are_found_by_a_search(editor):
    shown, other = source("The hedge"), source("Boundaries of the field")
    response = editor.get(f"/library/{shown.key}/merge/", {"q": "boundaries"})
    assert [each.key for each, _ in response.context["offers"]] == [other.key]


def test_the_preview_says_what_differs_and_which_texts_it_concerns_and_merges_nothing(editor):
    old, new = source("The hedge"), source("The hedge again")
    draft(title="On hedges", body=cited(old.key))
    response = editor.get(f"/library/{old.key}/merge/", {"into": new.key})
    differing = [label for label, _, _, differs in response.context["rows"] if differs]
    assert {"Title", "DOI"} <= set(differing)
    assert "Kind" not in differing
    assert "On hedges" in response.content.decode()
    assert not Source.objects.exclude(merged_into=None).exists()


def test_a_merge_leads_to_the_one_that_stands(editor):
    old, new = source(), source()
    response = editor.post(f"/library/{old.key}/merge/", {"into": new.key}, follow=True)
    assert response.redirect_chain == [(f"/library/{new.key}/", 302)]
    assert Source.objects.get(pk=old.pk).merged_into == new
    assert f"<code>{old.key}</code>" in response.content.decode()


def test_a_source_is_not_merged_into_itself(editor):
    shown = source()
    response = editor.post(f"/library/{shown.key}/merge/", {"into": shown.key}, follow=True)
    assert "cannot be merged into itself" in response.content.decode()
    assert Source.objects.get().merged_into is None


def test_an_unknown_successor_merges_nothing(editor):
    shown = source()
    assert editor.post(f"/library/{shown.key}/merge/", {"into": "nobody1999"}).status_code == 200
    assert Source.objects.get().merged_into is None
