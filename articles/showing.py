"""What readers are shown of an edition: its content, but for the people whose data were erased since."""

import json
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast, Concat

from articles.models import Contributor, Edition

# What stays of a byline: which role it was, and that somebody had it.
_WITHHELD = ("credentials", "affiliation", "bio", "disclosure", "orcid", "photo", "photo_alt", "photo_credit")


def erased() -> QuerySet[Contributor]:
    """Return the contributors whose data were erased: articles/erasure.py leaves rows of this form."""
    # Not by LIKE: SQLite makes its plan anew at each use of one whose pattern it is told only then.
    withheld_slug = Concat(Value("withheld-"), Cast("pk", CharField()))
    return Contributor.objects.filter(active=False, slug=withheld_slug)


def shown(edition: Edition) -> dict[str, Any]:
    """Return the content of an edition as readers may see it; one query, for the people erased since."""
    return withheld(edition.content, {row.pk: row.name for row in erased()})


def withheld(content: str, names: dict[int, str]) -> dict[str, Any]:
    """Return a canonical content's data with the bylines of the contributors in `names` under that name alone."""
    data: dict[str, Any] = json.loads(content)
    data["bylines"] = [_byline(byline, names) for byline in data["bylines"]]
    return data


def _byline(byline: dict[str, Any], names: dict[int, str]) -> dict[str, Any]:
    if (pk := byline["contributor"]) not in names:
        return byline
    return byline | {"name": names[pk], "slug": ""} | dict.fromkeys(_WITHHELD, "")
