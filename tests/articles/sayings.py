"""Sentences about tea whose standing is known, and articles made of them."""

from articles import drafting
from articles.drafting import Draft
from articles.models import Article, Claim
from tests.factories import fresh, person

FIRST = "Green tea lowers blood pressure by 10%."
REWORDED = "Green tea lowers blood pressure by 30%."
SECOND = "Nine in ten tea drinkers live past eighty."
PLAIN = "What do you drink?"
# Needs a source, but no figure of its own: it may have its neighbour's.
LEANS = "It causes fewer strokes in older adults."


def written(body: str) -> Article:
    """An article with this text, by a contributor of its own, without a byline."""
    return fresh(drafting.start(Draft("On tea", body), person("Contributor")))


def claim(article: Article, text: str) -> Claim:
    """An article's claim by its text."""
    return Claim.objects.get(article=article, text=text)


def cite(key: str) -> str:
    """A marker that names a source."""
    return f'<cite class="cit" data-ref="{key}">{key}</cite>'
