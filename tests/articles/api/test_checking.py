"""Checking a text over the API."""

import json

import pytest
from django.core.cache import cache

from articles.api import checking
from tests.articles.management.running import run

TEXT = "# On tea\n\nBy Ada Ng\n\nTea lowers blood pressure by 10%.\n"
KINDS = {"text/plain": "text.txt", "text/markdown": "text.md", "text/html": "text.html"}


@pytest.fixture(autouse=True)
def _fresh_counts():
    cache.clear()


def post(client, text: str | bytes, kind: str = "text/markdown", query: str = ""):
    return client.post(f"/api/check{query}", text, content_type=kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_answer_is_what_citecheck_prints_of_the_same_file(client, tmp_path, monkeypatch, kind):
    text = "<h1>On tea</h1><p>Tea lowers blood pressure by 10%.</p>" if kind == "text/html" else TEXT
    (tmp_path / KINDS[kind]).write_text(text)
    monkeypatch.chdir(tmp_path)
    response = post(client, text, kind)
    assert response.status_code == 200
    assert [response.json()] == json.loads(run("citecheck", KINDS[kind], "--format", "json").out)


def test_a_text_is_checked_without_the_database(client):
    """pytest-django refuses any query here: the test does not ask for the database."""
    found = post(client, TEXT).json()["findings"]
    assert [each["code"] for each in found if each["severity"] == "block"] == ["C001"]


def test_sensitivity_and_coverage_are_the_askers(client):
    text = "By Ada Ng\n\nTea lowers blood pressure by 10%. It cools in 5 minutes.[^1]\n\n[^1]: Cha, H. (2020). Tea.\n"
    narrow, wide = (post(client, text, query=f"?coverage={each}").json() for each in ("sentence", "paragraph"))
    assert [sum(each["flagged"] for each in answer["sentences"]) for answer in (narrow, wide)] == [1, 0]
    assert post(client, text, query="?sensitivity=fierce").status_code == 422


@pytest.mark.parametrize("kind", ["application/json", "application/x-www-form-urlencoded", "image/png"])
def test_a_kind_that_is_no_text_is_refused_with_those_that_are(client, kind):
    response = post(client, TEXT, kind)
    assert response.status_code == 415
    assert "text/markdown" in response.json()["detail"]


def test_a_text_over_the_limit_is_refused_before_it_is_read(client):
    response = post(client, "x" * (checking.MOST_BYTES + 1), "text/plain")
    assert (response.status_code, "256 KB" in response.json()["detail"]) == (413, True)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0", b"<p>" + b"<b>" * 2_000])
def test_what_cannot_be_read_is_refused_with_a_sentence(client, data):
    response = post(client, data, "text/html")
    assert response.status_code == 422
    assert response.json()["detail"].endswith(".")


def test_one_asker_may_not_keep_the_machine_busy(client):
    answers = [post(client, "Tea.", "text/plain").status_code for _ in range(21)]
    assert answers == [200] * 20 + [429]
    assert client.post("/api/check", "Tea.", content_type="text/plain", REMOTE_ADDR="192.0.2.7").status_code == 200


def test_a_made_up_forwarding_header_buys_no_second_helping(client):
    def ask(number: int) -> int:
        forged = {"HTTP_X_FORWARDED_FOR": f"192.0.2.{number}"}
        return client.post("/api/check", "Tea.", content_type="text/plain", **forged).status_code

    assert [ask(number) for number in range(21)][-1] == 429
