"""Rows of another table as one JSON value of a query: what a page needs comes with one question to the database."""

from datetime import UTC, datetime
from typing import Any

from django.db.models import JSONField, QuerySet, Subquery
from django.db.models.functions import JSONObject


class Rows(Subquery):
    """A queryset's rows, in its order, as a JSON array of objects with the named fields; None where there is none.

    JSON knows no dates: moment() makes one of what the database wrote.
    """

    template = "(SELECT NULLIF(JSON_GROUP_ARRAY(JSON(found.told)), '[]') FROM (%(subquery)s) AS found)"

    def __init__(self, queryset: QuerySet, *names: str, **fields: Any) -> None:
        told = JSONObject(**{name: name for name in names}, **fields)
        super().__init__(queryset.values(told=told), output_field=JSONField())

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "(SELECT JSONB_AGG(found.told) FROM (%(subquery)s) AS found)"
        return self.as_sql(compiler, connection, template=template, **context)


def moment(told: str | datetime) -> datetime:
    """Return the moment that a database tells of: SQLite does so in words and without a zone, which is UTC."""
    when = datetime.fromisoformat(told) if isinstance(told, str) else told
    return when if when.tzinfo else when.replace(tzinfo=UTC)
