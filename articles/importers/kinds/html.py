"""HTML: a page as it was saved, or a part of one."""

from selectolax.lexbor import LexborNode

from articles.importers import entry_lines, linked_notes, page, page_credits, topics
from articles.importers.assembly import imported
from articles.importers.decoding import decode
from articles.importers.draft import LINE, Draft, line_of, remove, text_of
from articles.importers.imported import Imported
from articles.importers.registry import importer
from articles.importers.source_lines import with_lines

_UNSEEN = "script, style, template, link, meta"
# What word processors, and pages without a heading of the first level, call their title.
_TITLES = "p.MsoTitle, p.title, .entry-title, .post-title, .article-title"
_PLACEHOLDER = "data:"
_REAL_ADDRESSES = ("data-src", "data-lazy-src", "data-original")
_PROMO = frozenset(["promo", "promotion", "advert", "advertisement", "ad", "ads", "sponsored", "sponsor"])
_KEY_POINTS = frozenset(["key-points", "keypoints", "takeaways", "key-takeaways", "summary-box"])
# A table without a head whose cell holds so many paragraphs, or a heading, lays a page out.
_LAID_OUT = 3


@importer(".html", ".htm", ".xhtml")
def html(data: bytes) -> Imported:
    """Return the article that a page holds. Raises Unreadable or TextTooLarge."""
    decoded = decode(data, markup=True)
    draft = Draft.of(with_lines(decoded.text))
    draft.losses += decoded.losses
    authors = page_credits.declared(draft)
    _read_head(draft)
    topics.read(draft)
    page.drop_furniture(draft)
    page.choose_article(draft)
    page.drop_page_ends(draft)
    _take_layout_apart(draft)
    _load_images(draft)
    _name_callouts(draft)
    linked_notes.mark(draft)
    page_credits.settle(draft, authors)
    entry_lines.part(draft)
    return imported(draft, decoded.text)


def _read_head(draft: Draft) -> None:
    """Read the language and, for want of a heading, the title; take out what a reader never sees."""
    root, title = draft.tree.root, draft.tree.css_first("title")
    draft.language = (root.attributes.get("lang") or "") if root is not None else ""
    heading = draft.body.css_first(_TITLES)
    if draft.body.css_first("h1") is not None:
        pass
    elif heading is not None and text_of(heading):
        draft.title = text_of(heading)
        remove(heading)
    elif title is not None:
        draft.title = text_of(title)
    for node in draft.body.css(_UNSEEN):
        node.decompose()


def _take_layout_apart(draft: Draft) -> None:
    """Make divisions of the cells of tables that only lay a page out, the innermost tables first."""
    cells: dict[int, list[LexborNode]] = {}
    for cell in draft.body.css("td"):
        cells.setdefault(_table_around(cell), []).append(cell)
    for table in reversed(draft.body.css("table")):
        own = cells.get(table.mem_id, [])
        if table.css_first("th, caption, thead") is None and any(map(_lays_out, own)):
            for cell in own:
                table.insert_before(_moved(draft, cell, "div"), move=True)
            table.decompose()


def _lays_out(cell: LexborNode) -> bool:
    return cell.css_first("h1, h2, h3, h4, table") is not None or len(cell.css("p, li")) >= _LAID_OUT


def _table_around(cell: LexborNode) -> int:
    """Return the identity of the table that a cell belongs to."""
    holder = cell.parent
    while holder is not None and holder.tag != "table":
        holder = holder.parent
    return holder.mem_id if holder is not None else 0


def _load_images(draft: Draft) -> None:
    """Give each image that a page loads late its own address for that of its placeholder."""
    for image in draft.body.css("img"):
        attributes = image.attributes
        late = next((address for name in _REAL_ADDRESSES if (address := attributes.get(name))), None)
        if late and (attributes.get("src") or _PLACEHOLDER).startswith(_PLACEHOLDER):
            image.attrs["src"] = late


def _name_callouts(draft: Draft) -> None:
    """Give each call-out its class; an element that is one by its class alone becomes one."""
    for node in draft.body.css("aside, div, section"):
        classes = set((node.attributes.get("class") or "").lower().split())
        name = "promo" if classes & _PROMO else "key-points" if classes & _KEY_POINTS else ""
        if node.tag == "aside":
            node.attrs["class"] = name or "note"
        elif name:
            aside = _moved(draft, node, "aside")
            aside.attrs["class"] = name
            node.insert_before(aside, move=True)
            node.decompose()


def _moved(draft: Draft, node: LexborNode, tag: str) -> LexborNode:
    """Return a new element that holds all that a node held."""
    holder = draft.tree.create_node(tag)
    holder.attrs[LINE] = str(line_of(node))
    while (child := node.first_child) is not None:
        holder.insert_child(child, move=True)
    return holder
