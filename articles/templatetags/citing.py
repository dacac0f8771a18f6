"""Template tag: the articles in which a source is cited."""

from typing import Any

from django import template
from django.template import RequestContext

from articles import roles
from articles.citing import live_citing, texts_citing
from references.models import Source

register = template.Library()

MOST = 50


@register.inclusion_tag("library/_where_cited.html", takes_context=True)
def where_cited(context: RequestContext, source: Source) -> dict[str, Any]:
    """Show which articles cite a source: the texts that the person may read, how many others, and the live ones."""
    texts = texts_citing(source)
    readable = roles.readable(context["request"].user).filter(pk__in=texts.values("pk"))
    live = live_citing(source.key).select_related("article", "revision").only("article__slug", "revision__title")
    return {
        "texts": readable.select_related("head").only("slug", "state", "changed", "head__title")[:MOST],
        "hidden": texts.count() - readable.count(),
        "live": live[:MOST],
    }
