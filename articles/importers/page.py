"""The page around an article: which element holds the article, and what in and around it belongs to the page."""

import re
from collections.abc import Container, Iterator

from selectolax.lexbor import LexborNode

from articles.importers.draft import HEADINGS, Draft, line_of, text_of
from articles.importers.imported import Loss

# What may hold the article, the likeliest first.
_ARTICLES = ("article", "main", '[role="main"]')
_ELEMENTS = (
    'nav, form, button, select, dialog, svg, object, iframe, noscript, [role="navigation"], [role="search"], '
    '[role="button"], [role="dialog"], a.button, a.btn, #masthead, #colophon, #header, #footer'
)
# What page makers call such parts. "post-share-buttons" and "comments" are; "tag-cookies", a subject, and
# "no-sidebar", a way to lay a page out, are not.
_PARTS = re.compile(
    r"(?!(?:no|has|with|without|tag|category|is|post_tag)[-_])(?:[a-z0-9]+[-_]+)*"
    r"(?:shar(?:e|ing)|sharedaddy|social|likes?|ufi|related(?:posts)?|comments?[-_]?(?:list|area|section)|comments|respond"
    r"|newsletter|subscri(?:be|ption)|signup|sidebar|cookies?|cookieconsent|consent|gdpr|pagination|skip|noprint"
    r"|editsection|catlinks|printfooter|toc|site[-_]header|site[-_]footer|post[-_]navigation|read[-_]more)"
    r"(?:[-_]+(?:area|section|wrap|wrapper|container|box|bar|banner|notice|links?|buttons?|icons?|widget|form"
    r"|posts?|articles?|stories|enabled|block|navigation|list|inner|popup|modal|cta|signup))*"
)
_NAMED = frozenset(
    "share sharing social related related-posts comments comment-list respond newsletter subscribe sidebar toc "
    "pagination cookie-notice cookie-banner catlinks".split()
)
# Where these stand beside the article they speak of its author, and are kept.
_ABOUT_AUTHOR = ".author-box, .author-bio, .about-author, .post-author, .entry-author, .bio"
# Of a text shorter than this, half is nothing to go by: in characters.
_LEAST = 160
_WHY = "It belongs to the web page, not to the article; it was dropped."


def drop_furniture(draft: Draft) -> None:
    """Drop what says by its element, class or name that it belongs to the page; each piece with text is a loss."""
    parts = {node.mem_id: node for node in _furniture(draft.body)}
    articles = draft.body.css(", ".join(_ARTICLES))
    most = max(len(text_of(draft.body)) / 2, _LEAST)
    for node in [node for node in parts.values() if not _is_inside(node, parts.keys())]:
        # Whatever holds the title, or most of the text where no other element is the article, is no furniture.
        elsewhere = any(not _is_inside(article, {node.mem_id}) for article in articles)
        if node.css_first("h1, main") is None and (elsewhere or len(text_of(node)) <= most):
            _drop(draft, node)


def drop_page_ends(draft: Draft) -> None:
    """Drop a page's own header and footer, where they are not the article's."""
    for child in list(draft.body.iter()):
        if child.tag == "footer" or (child.tag == "header" and child.css_first("h1") is None):
            _drop(draft, child)


def choose_article(draft: Draft) -> None:
    """Drop all that stands around the article, but a heading of the first level if there is none in it."""
    article = _article(draft.body)
    if article is None:
        return
    has_heading = article.css_first("h1") is not None
    node = article
    while node.mem_id != draft.body.mem_id and node.parent is not None:
        for other in _siblings(node):
            heading = other.css_first("h1") if other.tag != "-text" and not has_heading else None
            if heading is not None:
                draft.title = text_of(heading)
            if other.tag == "-text" or not other.css_matches(_ABOUT_AUTHOR):
                _drop(draft, other)
        node = node.parent


def _article(body: LexborNode) -> LexborNode | None:
    """Return the element that holds the article: of several of a kind the one with the title, else with most text."""
    for selector in _ARTICLES:
        found = body.css(selector)
        if found:
            return max(found, key=lambda node: (node.css_first("h1") is not None, len(text_of(node))))
    return None


def _furniture(body: LexborNode) -> Iterator[LexborNode]:
    yield from body.css(_ELEMENTS)
    for node in body.css("[class], [id]"):
        classes = (node.attributes.get("class") or "").lower().split()
        if node.tag in HEADINGS or node.tag in {"article", "main", "body"}:
            continue
        if any(_PARTS.fullmatch(name) for name in classes) or (node.attributes.get("id") or "").lower() in _NAMED:
            yield node


def _siblings(node: LexborNode) -> list[LexborNode]:
    siblings: list[LexborNode] = []
    for step in ("prev", "next"):
        other = getattr(node, step)
        while other is not None:
            siblings.append(other)
            other = getattr(other, step)
    return siblings


def _is_inside(node: LexborNode, identities: Container[int]) -> bool:
    """Whether one of the elements with these identities holds the node."""
    holder = node.parent
    while holder is not None and holder.mem_id not in identities:
        holder = holder.parent
    return holder is not None


def _drop(draft: Draft, node: LexborNode) -> None:
    """Take a node out, with a loss if there is text in it."""
    text = text_of(node) if node.tag != "-text" else " ".join((node.text_content or "").split())
    if text:
        draft.losses.append(Loss(line_of(node), text, _WHY))
    node.decompose()
