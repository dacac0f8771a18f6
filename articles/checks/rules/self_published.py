"""R004: a source that its own author published is looked at twice."""

from collections.abc import Iterator

import re2

from articles.checks.case import Case, Remark
from articles.checks.registry import rule
from articles.checks.report import Severity
from references.csl import SourceData

# What title pages and catalogues say, and the imprints that those firms give to authors who publish with them.
_SAYS_SO = re2.compile(
    r"(?i)\bself[- ]?publi(?:shed|cation)\b|\b(?:privately|independently) (?:circulated|printed|published)\b"
    r"|\b(?:printed|published) (?:by|for) the authors?\b|\bauthor['’]s (?:own )?edition\b|\bvanity press\b"
    r"|\b(?:Selbst|Eigen)verlag\b|[àa] compte d['’]auteur\b|\bLulu(?:\.com| Press)"
    r"|\b(?:CreateSpace|Kindle Direct Publishing|Smashwords|AuthorHouse|iUniverse|Xlibris|BookBaby)\b"
)


@rule("R004", Severity.WARN)
def self_published(case: Case) -> Iterator[Remark]:
    """Look for an independent source, or say in the text who is speaking."""
    for reference in case.manuscript.references:
        for source in reference.sources:
            if _is_self_published(source):
                message = (
                    f"A source in reference {reference.number} is self-published. Look for an independent one too."
                )
                yield Remark(message, source.title, reference=reference.number)


def _is_self_published(source: SourceData) -> bool:
    """Whether a source says so of itself, or names one of its authors, a person, as its publisher."""
    says_so = any(_SAYS_SO.search(text) for text in (source.publisher, source.container_title, source.note))
    people = {str(name).casefold() for name in source.authors if name.family}
    return says_so or source.publisher.strip().casefold() in people
