"""Search over what readers see: title, standfirst and text of the newest editions, with the database's own means."""

import json
import re
from dataclasses import replace
from html import escape

from django.db.models import Case, F, IntegerField, Q, Value, When
from django.utils.safestring import SafeString, mark_safe
from selectolax.lexbor import LexborHTMLParser

from articles.models import Article
from articles.reader.listing import Card, carded, shown

MOST_WORDS = 8
LONGEST = 200
MOST_FOUND = 30
AROUND = 120


def words_of(asked: str) -> list[str]:
    """Return the words that are searched for: at most eight, each once."""
    return list(dict.fromkeys(re.findall(r"\w+", asked[:LONGEST].lower())))[:MOST_WORDS]


def found(words: list[str]) -> list[Card]:
    """Return the articles in which each of the words stands, those with them in the title first; at most thirty.

    Two queries. An article is left out where a word stands in its markup alone.
    """
    if not words:
        return []
    articles = Article.objects.live().alias(
        title=F("edition__revision__title"), standfirst=F("edition__revision__standfirst")
    )
    for word in words:
        articles = articles.filter(
            Q(title__icontains=word) | Q(standfirst__icontains=word) | Q(edition__revision__body__icontains=word)
        )
    ranked = articles.alias(rank=_all_in("title", words) * 2 + _all_in("standfirst", words))
    rows = list(shown(ranked.order_by("-rank", "-edition_id"))[:MOST_FOUND])
    excerpts = [_excerpt(json.loads(row["content"]), words) for row in rows]
    cards = carded([row for row, excerpt in zip(rows, excerpts, strict=True) if excerpt is not None])
    return [
        replace(card, excerpt=excerpt)
        for card, excerpt in zip(cards, (each for each in excerpts if each is not None), strict=True)
    ]


def _all_in(field: str, words: list[str]) -> Case:
    each = Q(*(Q(**{f"{field}__icontains": word}) for word in words))
    return Case(When(each, then=Value(1)), default=Value(0), output_field=IntegerField())


def _excerpt(content: dict[str, str], words: list[str]) -> SafeString | None:
    """Return the text around the first of the words that stands in it, all of them marked; None where one is missing
    from all that a reader sees.
    """
    body = LexborHTMLParser(content["body"])
    for cite in body.css("cite[data-ref]"):
        cite.decompose()
    text = " ".join(body.body.text(separator=" ").split()) if body.body else ""
    seen = " ".join((content["title"], content["standfirst"], text)).lower()
    if not all(word in seen for word in words):
        return None
    at = min((place for word in words if (place := text.lower().find(word)) >= 0), default=-1)
    if at < 0:
        return SafeString("")
    begin, end = max(0, at - AROUND), at + AROUND
    piece = text[begin:end]
    return marked(f"{'…' if begin else ''}{piece}{'…' if end < len(text) else ''}", words)


def marked(text: str, words: list[str]) -> SafeString:
    """Return plain text as safe HTML with each of the words in a <mark>."""
    pattern = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))), re.IGNORECASE)
    pieces, last = [], 0
    for match in pattern.finditer(text):
        pieces += [escape(text[last : match.start()]), f"<mark>{escape(match[0])}</mark>"]
        last = match.end()
    return mark_safe("".join([*pieces, escape(text[last:])]))  # noqa: S308 - escaped piece by piece
