"""Stored markup to the reader's page: markers become numbered links, and each reference links back to its uses."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

ADVERTISEMENT = "Advertisement"
_SCROLL = '<div class="scroll" role="group" aria-label="Table" tabindex="0"></div>'


@dataclass(frozen=True, slots=True)
class Entry:
    """A reference as it is printed: the keys that it holds, a short name for screen readers, and its text as safe
    HTML.
    """

    keys: tuple[str, ...]
    name: str
    html: str


def rekeyed(html: str, keys: Mapping[str, str]) -> str:
    """Return stored markup in which each citation names what `keys` gives for its own keys; a key that is not there
    stays.
    """

    def rename(cite: LexborNode) -> None:
        named = (cite.attributes["data-ref"] or "").split()
        cite.attrs["data-ref"] = " ".join(keys.get(key, key) for key in named)

    return _each_citation(html, rename) if keys else html


def clusters(html: str) -> list[tuple[str, ...]]:
    """Return the keys that each citation in stored markup names, in the text's order."""
    return [tuple((cite.attributes["data-ref"] or "").split()) for cite in LexborHTMLParser(html).css("cite[data-ref]")]


def rendered(html: str, entries: Sequence[Entry], numbers_of: Callable[[Sequence[str]], Sequence[int]]) -> str:
    """Return the reader's HTML of cleaned stored markup, and after it the list of references where there is one.

    A heading gets an anchor `section-N`, an advertisement its label, a table a box that it may scroll in.

    A marker becomes `<sup class="cite">` with a link `#ref-N` and an anchor `cite-N-K`, for the K-th use of reference
    N, for each number; the reference links back to each. A marker that names no entry is left out: the gate lets no
    such text through.
    """
    uses = _Uses(entries)

    def mark(cite: LexborNode) -> None:
        keys = (cite.attributes["data-ref"] or "").split()
        if numbers := sorted(numbers_of(keys)):
            cite.inner_html = uses.marker(numbers, _locators(cite, keys))
            cite.unwrap()
        else:
            cite.decompose()

    return _each_citation(html, mark, _furnish) + uses.references()


def _furnish(body: LexborNode) -> None:
    """Add what a page needs and no stored text has; bare() takes it away again."""
    for number, heading in enumerate(body.css("h2, h3, h4"), start=1):
        heading.attrs["id"] = f"section-{number}"
    for promotion in reversed(body.css("aside.promo")):
        promotion.inner_html = f'<p class="label">{ADVERTISEMENT}</p>{promotion.inner_html or ""}'
    for table in reversed(body.css("table")):
        box = LexborHTMLParser(_SCROLL).css_first("div")
        if box is not None and (box := _put_before(table, box)):
            box.inner_html = table.html or ""
            table.decompose()


def _put_before(node: LexborNode, new: LexborNode) -> LexborNode | None:
    node.insert_before(new)
    return node.prev


def bare(html: str) -> str:
    """Return what readers get of a text, or its stored markup, without all that rendered() makes: the two are equal."""
    body = LexborHTMLParser(html).body
    if body is None:
        return ""
    for node in body.css("cite[data-ref], sup.cite, section.references, aside.promo > p.label"):
        node.decompose()
    for heading in body.css("h2[id], h3[id], h4[id]"):
        del heading.attrs["id"]
    body.unwrap_tags(["div"])
    return body.inner_html or ""


def _locators(cite: LexborNode, keys: Sequence[str]) -> dict[str, str]:
    """Return each key's locator; a key that stands twice, as when one of its works was merged into the other, has
    both.
    """
    found: dict[str, list[str]] = {}
    for key, locator in zip(keys, (cite.attributes.get("data-locator") or "").split("|"), strict=False):
        found.setdefault(key, []).extend(filter(None, [locator.strip()]))
    return {key: "; ".join(dict.fromkeys(locators)) for key, locators in found.items()}


def runs_of(numbers: Sequence[int]) -> list[list[int]]:
    """Return ascending numbers in runs: 4, 6, 7, 8 give [4], [6, 7, 8]. Two in a row stay two: 6,7 is as short as
    6–7.
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [piece for run in runs for piece in ([run] if len(run) > 2 else [[number] for number in run])]


def _each_citation(
    html: str, act: Callable[[LexborNode], None], finish: Callable[[LexborNode], None] | None = None
) -> str:
    """Return cleaned stored markup after `act` on each of its citations and `finish` on the whole. The tree is edited,
    never the text.
    """
    body = LexborHTMLParser(html).body
    if body is None:
        return html
    _part(body)
    for cite in body.css("cite[data-ref]"):
        act(cite)
    if finish:
        finish(body)
    return body.inner_html or ""


def _part(body: LexborNode) -> None:
    """Set citations that stand inside another right after it: each is a marker of its own, as the manuscript has it."""
    for inner in reversed(body.css("cite[data-ref] cite[data-ref]")):
        outermost, holder = inner, inner.parent
        while holder is not None:
            outermost = holder if holder.tag == "cite" and "data-ref" in holder.attributes else outermost
            holder = holder.parent
        outermost.insert_after(inner)
        inner.decompose()


@dataclass
class _Uses:
    """Where each reference is cited, with what locator, as the markers are made."""

    entries: Sequence[Entry]
    places: dict[int, list[str]] = field(default_factory=dict)

    def marker(self, numbers: Sequence[int], locators: Mapping[str, str]) -> str:
        shown = ",".join(self.run(run, locators) for run in runs_of(numbers))
        return f'<sup class="cite">{shown}</sup>'

    def run(self, run: Sequence[int], locators: Mapping[str, str]) -> str:
        """Return the first and the last number of a run as links; those between are anchors only."""
        links = [self.link(number, locators) for number in run]
        if len(links) == 1:
            return links[0]
        between = "".join(f'<span id="cite-{number}-{len(self.places[number])}"></span>' for number in run[1:-1])
        return f"{links[0]}{between}–{links[-1]}"

    def link(self, number: int, locators: Mapping[str, str]) -> str:
        entry = self.entries[number - 1]
        locator = "; ".join(locators[key] for key in entry.keys if locators.get(key))
        places = self.places.setdefault(number, [])
        places.append(locator)
        label = escape(", ".join(filter(None, (f"Reference {number}", entry.name, locator))))
        return f'<a id="cite-{number}-{len(places)}" href="#ref-{number}" aria-label="{label}">{number}</a>'

    def references(self) -> str:
        items = "".join(self.reference(number, entry) for number, entry in enumerate(self.entries, start=1))
        title = '<h2 id="references">References</h2>'
        section = f'<section class="references" aria-labelledby="references">{title}<ol>{items}</ol></section>'
        return section if items else ""

    def reference(self, number: int, entry: Entry) -> str:
        places = self.places.get(number, [])
        links = " ".join(
            f'<a href="#cite-{number}-{use}" aria-label="Back to use {use} of reference {number}">{_letters(use)}</a>'
            + (f" ({escape(locator)})" if locator else "")
            for use, locator in enumerate(places, start=1)
        )
        cited = f' <span class="backlinks">Cited at {links}</span>' if links else ""
        return f'<li id="ref-{number}">{entry.html}{cited}</li>'


def _letters(use: int) -> str:
    """Return a, b, ... z, aa, ab, ... for 1, 2, ..."""
    letters = ""
    while use:
        use, letter = divmod(use - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters
