"""Coverage: which sentences a citation reaches, and how far it has to reach."""

import re
from collections.abc import Sequence
from dataclasses import replace

from articles.manuscript import Block, Citation, Cover, Sentence
from articles.text.claims import needs_own_source

# Openings by which a sentence leans on the one before it. "The" alone does not: most sentences open with it.
_LEANS_BACK = re.compile(
    r"(?:(?:this|these|that|those|it|its|they|their|them|he|his|she|her|such|both|either|neither|all of (?:this|these)"
    r"|the (?:same|latter|former|two|authors|researchers|team|findings?|results?|effects?|study|trial|survey|report))\b"
    r"|(?:also|moreover|furthermore|in addition|similarly|likewise|here|there|then|in turn|as a result"
    r"|for (?:example|instance)),? )",
    re.IGNORECASE,
)


def covered(
    sentences: Sequence[Sentence],
    blocks: Sequence[Block],
    citations: Sequence[Citation],
    header_rows: frozenset[int] = frozenset(),
) -> tuple[Sentence, ...]:
    """Return the sentences, each with all the ways in which a citation reaches it, nearest first.

    Style guides agree on the nearest way only (AMA, APA: a marker covers its sentence; Chicago: a table's source
    stands at the table); the wider ways are reported so that a policy, or a person, can decide.
    """
    cited = {citation.sentence for citation in citations if citation.sentence is not None}
    ways = _Ways(sentences, blocks, cited, _cited_groups(citations, blocks, header_rows))
    return tuple(replace(sentence, covers=ways.of(sentence)) for sentence in sentences)


def _cited_groups(citations: Sequence[Citation], blocks: Sequence[Block], header_rows: frozenset[int]) -> set[int]:
    """Return the tables and figures whose caption or header row carries a citation."""
    titles = {"caption", "figcaption"}
    cited = [blocks[citation.block] for citation in citations]
    return {
        block.group
        for block in cited
        if block.group is not None and (block.name in titles or block.index in header_rows)
    }


class _Ways:
    """The ways to a sentence, asked one sentence at a time over indices built once."""

    def __init__(
        self, sentences: Sequence[Sentence], blocks: Sequence[Block], cited: set[int], cited_groups: set[int]
    ) -> None:
        self.blocks = blocks
        self.cited = cited
        self.cited_groups = cited_groups
        self.in_block: dict[int, list[Sentence]] = {}
        for sentence in sentences:
            self.in_block.setdefault(sentence.place.block, []).append(sentence)
        self.cited_blocks = {sentences[index].place.block for index in cited}

    def of(self, sentence: Sentence) -> tuple[Cover, ...]:
        checks = {
            Cover.SENTENCE: sentence.index in self.cited,
            Cover.LIST: self.by_item(sentence) or self.by_lead_in(self.blocks[sentence.place.block]),
            Cover.TABLE: self.by_caption(self.blocks[sentence.place.block]),
            Cover.INFERRED: self.by_neighbour(sentence),
            Cover.PARAGRAPH: self.in_block[sentence.place.block][-1].index in self.cited,
        }
        return tuple(way for way, reaches in checks.items() if reaches)

    def by_item(self, sentence: Sentence) -> bool:
        """Whether the list item that holds the sentence carries a citation anywhere."""
        return self.blocks[sentence.place.block].name == "li" and sentence.place.block in self.cited_blocks

    def by_lead_in(self, block: Block) -> bool:
        """Whether the sentence that introduces the list, ending in a colon, is cited; a list inside a list asks its
        own first."""
        lead_in = block.lead_in
        while lead_in is not None:
            introduces = self.blocks[lead_in]
            last = self.in_block.get(lead_in, [])[-1:]
            if introduces.text.endswith(":") and last and last[0].index in self.cited:
                return True
            lead_in = introduces.lead_in if introduces.text.endswith(":") else None
        return False

    def by_caption(self, block: Block) -> bool:
        return block.group in self.cited_groups and block.name in {"tr", "img", "caption", "figcaption"}

    def by_neighbour(self, sentence: Sentence) -> bool:
        """Whether the next sentence is cited, or the one before while this one leans on it. A figure or quotation
        needs its own."""
        if needs_own_source(sentence.reasons):
            return False
        siblings = self.in_block[sentence.place.block]
        position = sentence.index - siblings[0].index
        if position + 1 < len(siblings) and siblings[position + 1].index in self.cited:
            return True
        return position > 0 and siblings[position - 1].index in self.cited and bool(_LEANS_BACK.match(sentence.folded))
