"""What a supervisor asks: does the process answer, may it be given readers?"""

from collections.abc import Iterator

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from articles import triggers


@never_cache
def alive(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """The database answers, is up to date and keeps every guard; else 503, and one line for each reason."""
    reasons = list(_reasons())
    return HttpResponse("\n".join(reasons or ["ok"]) + "\n", content_type="text/plain", status=503 if reasons else 200)


def _reasons() -> Iterator[str]:
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            yield "Migrations are waiting: run manage.py migrate."
        elif missing := triggers.missing(connection):
            yield f"The database does not keep {len(missing)} of its guards: run manage.py migrate."
    except DatabaseError:
        yield "The database does not answer."
