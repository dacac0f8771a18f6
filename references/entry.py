"""A reference in plain words: what is printed of a work where no citation style has set it."""

from html import escape
from urllib.parse import quote

from references import identifiers
from references.csl import Name, SourceData

_MOST_AUTHORS = 6


def plain(work: SourceData) -> str:
    """Return one work as safe HTML: authors, title, where it stands, year, its identifier as a link. What is unknown
    is left out.

    The order is that of the numeric medical styles (NLM); it is an honest entry, not a style.
    """
    people = _people(work.authors or work.editors)
    parts = [people, escape(work.title), _container(work), escape(_date(work))]
    text = " ".join(f"{part.rstrip('.')}." for part in parts if part)
    return " ".join(filter(None, (text or escape(work.note), _link(work))))


def short_name(work: SourceData) -> str:
    """Return what a work is called in passing, as plain text: "Cha 2020"; without an author the title's first words."""
    first = next((name.family or name.literal or name.given for name in work.authors or work.editors), "")
    return " ".join(filter(None, (first or " ".join(work.title.split()[:4]), str(work.year or ""))))


def _people(names: tuple[Name, ...]) -> str:
    shown = [_name(name) for name in names]
    more = ["et al."] if len(shown) > _MOST_AUTHORS else []
    return escape(", ".join(shown[:_MOST_AUTHORS] + more))


def _name(name: Name) -> str:
    """Return a name as it is sorted: "de Leeuw Anna", "King Martin Luther Jr"."""
    parts = (name.particle, name.family, name.given, name.dropping_particle, name.suffix)
    return name.literal or " ".join(filter(None, parts))


def _date(work: SourceData) -> str:
    """Return the year, or the words that stand for it: "in press"."""
    return str(work.year or "") or (work.issued.literal if work.issued else "")


def _container(work: SourceData) -> str:
    place = f"<cite>{escape(work.container_title)}</cite>" if work.container_title else escape(work.publisher)
    volume = escape(work.volume + (f"({work.issue})" if work.issue else ""))
    pages = escape(f": {work.page}") if work.page else ""
    return " ".join(filter(None, (place, volume))) + pages


def _link(work: SourceData) -> str:
    if doi := identifiers.doi(work.doi):
        address, shown = f"https://doi.org/{quote(doi, safe='/:;().,-_')}", f"https://doi.org/{doi}"
    elif pmid := identifiers.pmid(work.pmid):
        address = shown = f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"
    else:
        address = shown = work.url if work.url.lower().startswith(("http://", "https://")) else ""
    return f'<a href="{escape(address)}">{escape(shown)}</a>' if address else ""
