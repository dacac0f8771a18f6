"""What an article's page costs: its CPU, with 2,000 words and 25 references, beside an empty view's in one process.

    .venv/bin/python benchmarks/reader/article.py
    .venv/bin/python -m tests.postgres .venv/bin/python benchmarks/reader/article.py

Requests go through the WSGI application with all its middleware, in turns; a socket would add the same to each. In a
fresh database, which is deleted afterwards. The CPU of PostgreSQL's own processes is not counted.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

import django

django.setup()

from django.core.cache import cache  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.test import RequestFactory  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.urls import clear_url_caches, path  # noqa: E402

from benchmarks.publishing.publish import body  # noqa: E402
from cms import urls  # noqa: E402
from tests import factories  # noqa: E402

ROUNDS, TURNS = 9, 20


def empty(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def caller(address: str, **headers: str) -> Callable[[], tuple[str, dict[str, str]]]:
    """Return a function that asks the application for an address and returns the answer's status and headers."""
    application = WSGIHandler()
    environment = RequestFactory().get(address, **headers).environ

    def call() -> tuple[str, dict[str, str]]:
        said: list[tuple[str, dict[str, str]]] = []
        answer = application(dict(environment), lambda status, told, *_: said.append((status, dict(told))))
        b"".join(answer)
        answer.close()
        return said[0]

    return call


def cost(call: Callable[[], object], before: Callable[[], object]) -> float:
    """Return the CPU of one call in microseconds."""
    spent = 0.0
    for _ in range(TURNS):
        before()
        started = time.process_time()
        call()
        spent += time.process_time() - started
    return spent / TURNS * 1e6


def main() -> None:
    article = factories.published(factories.draft(body=body(0)))
    address = f"/articles/{article.slug}/"
    page = caller(address)
    status, headers = page()
    assert status == "200 OK", status
    validated = caller(address, HTTP_IF_NONE_MATCH=headers["ETag"])
    assert validated()[0] == "304 Not Modified"
    ways = {
        "an empty view": (caller("/empty/"), lambda: None),
        "the page, kept": (page, lambda: None),
        "the page, made anew": (page, cache.clear),
        "not modified": (validated, lambda: None),
    }
    costs: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            costs[name].append(cost(*way))
    medians = {name: statistics.median(each) for name, each in costs.items()}
    for name, median in medians.items():
        ratio = median / medians["an empty view"]
        print(f"{name:22} {median:7.0f} microseconds of CPU, {ratio:5.1f} times the empty view")


if __name__ == "__main__":
    setup_test_environment()
    urls.urlpatterns.insert(0, path("empty/", empty))
    clear_url_caches()
    name = connection.creation.create_test_db(verbosity=0)
    connection.settings_dict["CONN_MAX_AGE"] = 60  # as where DEBUG is off
    try:
        main()
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
