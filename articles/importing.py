"""Importing: what an importer read of a file becomes a draft, with its sources in the library, its people and topic."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.text import slugify

from articles import drafting, topics
from articles.drafting import Draft
from articles.importers import Imported, Loss
from articles.manuscript import Person
from articles.models import Article, Byline, Contributor, Revision
from articles.text.citations import key_without_reference
from articles.text.page import clusters, rekeyed
from references import bibliography, library
from references.models import Source

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,2}")
_SAID = ("bio", "disclosure", "credentials", "affiliation")


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article that was imported: how many references its file had, different sources, citations, and citations of
    which each source is known. `losses` are the file's own and those of its arrival, in the file's order.
    """

    article: Article
    revision: Revision
    references: int
    sources: int
    citations: int
    linked: int
    losses: tuple[Loss, ...]


@transaction.atomic
def bring_in(imported: Imported, by: AbstractBaseUser, file: str = "") -> Arrival:
    """Write a file that was read as a new draft: all of it, or nothing where anything raises.

    Each work of its references is taken from the library or added to it, and the markers name it from then on; a text
    without a title is named after its file. Raises Refused where `by` may not write, and TextTooLarge.
    """
    manuscript = imported.manuscript
    keys = _library_keys(imported, by)
    markup = rekeyed(imported.markup, keys | _foreign(imported.markup, keys))
    language = manuscript.language if _LANGUAGE.fullmatch(manuscript.language) else "en"
    draft = Draft(manuscript.title or PurePath(file).stem, markup, manuscript.standfirst, language)
    topic = topics.plant(manuscript.topics)
    article = drafting.start(draft, by, [topic] if topic else [], Revision.Kind.IMPORT)
    cited = clusters(markup)
    losses = [*imported.losses, *_sign(article, imported), *_uncited(imported)]
    sources = Source.objects.by_key(key for cluster in cited for key in cluster)
    bibliography.number(article.bibliography, cited, sources, _labels(imported, keys))
    return Arrival(
        article=article,
        revision=article.revisions.get(),
        references=len(manuscript.references),
        sources=len(set(keys.values())),
        citations=len(cited),
        linked=sum(bool(cluster) and all(key in sources for key in cluster) for cluster in cited),
        losses=tuple(sorted(losses, key=lambda loss: loss.line)),
    )


def _library_keys(imported: Imported, by: AbstractBaseUser) -> dict[str, str]:
    """Return the library's key for each key that the file's own references have."""
    works = [work for reference in imported.manuscript.references for work in reference.sources]
    return {work.key: source.key for work, source in zip(works, library.add(works, by), strict=True)}


def _foreign(markup: str, keys: dict[str, str]) -> dict[str, str]:
    """Return what stands for keys that the file names and has no reference for: the library may know them by chance,
    and a marker must not come to cite a work that the file never mentions.
    """
    named = {key for cluster in clusters(markup) for key in cluster}
    prefix = key_without_reference(0).removesuffix("0")
    return {key: key_without_reference(0) for key in named - keys.keys() if not key.startswith(prefix)}


def _uncited(imported: Imported) -> Iterator[Loss]:
    """Yield the references of the file that nothing in it cites: an article lists what it cites, and nothing else."""
    cited = {key for citation in imported.manuscript.citations for key in citation.keys}
    for reference in imported.manuscript.references:
        if not cited & {work.key for work in reference.sources}:
            what = "; ".join(work.title or work.key for work in reference.sources)
            why = f"Nothing cites reference {reference.number}: the library has it now, the article does not list it."
            yield Loss(_line_of(reference.sources[0].title if reference.sources else "", imported.source), what, why)


def _labels(imported: Imported, keys: dict[str, str]) -> dict[str, str]:
    """Return the labels under which each source was printed: one work under three numbers keeps all three."""
    labels: dict[str, list[str]] = {}
    for reference in imported.manuscript.references:
        for work in reference.sources:
            labels.setdefault(keys[work.key], []).append(reference.original_label or str(reference.number))
    return {key: ", ".join(dict.fromkeys(found)) for key, found in labels.items()}


def _sign(article: Article, imported: Imported) -> Iterator[Loss]:
    """Credit the people, and yield what the file says of them that is not taken over.

    One of the same name is taken for the same and stays as they are: their bio and disclosure are theirs to change,
    not a file's.
    """
    for position, person in enumerate(imported.manuscript.people):
        name = _fitting("name", person.name)
        contributor = Contributor.objects.filter(name__iexact=name, active=True).order_by("pk").first()
        if contributor is None:
            contributor = _introduce(name, person)
        role = person.role if person.role in Byline.Role.values else Byline.Role.AUTHOR
        Byline.objects.get_or_create(
            article=article, contributor=contributor, role=role, defaults={"position": position}
        )
        for field in ("name", *_SAID):
            said = getattr(person, field)
            if said and said.casefold() != getattr(contributor, field).casefold():
                why = f"The {field} of {contributor.name} on this site differs and stays as it is."
                yield Loss(_line_of(person.name, imported.source), said, why)


def _introduce(name: str, person: Person) -> Contributor:
    stem = slugify(name)[:190] or "contributor"
    taken = set(Contributor.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    slug = next(
        slug for count in range(1, len(taken) + 2) if (slug := stem if count == 1 else f"{stem}-{count}") not in taken
    )
    said = {field: _fitting(field, getattr(person, field)) for field in _SAID}
    return Contributor.objects.create(name=name, slug=slug, **said)


def _fitting(field: str, text: str) -> str:
    """Return as much of a text as a contributor's field holds."""
    return text[: getattr(Contributor._meta.get_field(field), "max_length", None)]


def _line_of(words: str, source: str) -> int:
    """Return the line on which some words first stand in the file's text; 1 where they stand there in another form."""
    return source[: max(source.find(words), 0)].count("\n") + 1
