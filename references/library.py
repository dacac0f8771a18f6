"""The library: sources are added, merged and refreshed here, the only writer of Source."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, count, islice
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.db.models import F
from django.db.models.functions import Now

from references import identifiers
from references.csl import KEY_PATTERN, SourceData, citation_key
from references.likeness import likeness, same_work
from references.models import Source, folded, title_stem

_IDENTIFIERS = {"DOI": identifiers.doi, "PMID": identifiers.pmid, "ISBN": identifiers.isbn}
# What a marker is given whose number stands for no reference: a source of that key would give it one.
_RESERVED = re.compile(r"no-reference-.*")
# What PostgreSQL refuses in a text: NUL and lone surrogates; the other control characters show nothing.
_UNSTORABLE = {code: None for code in [*range(0x20), 0x7F] if chr(code) not in "\t\n\r"}
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOST_TRIES = 5


class Outdated(ValueError):
    """The source was changed since it was read; the message is a sentence that says what to do."""


@transaction.atomic
def add(works: Iterable[SourceData], by: AbstractBaseUser | None = None) -> list[Source]:
    """Return the source in the library for each work, in order; a work that is not there yet is added.

    A work's own key is kept where it is a key and free; else it gets one from its author and year. The same work twice
    in `works` is one source.
    """
    return [existing(work) or _create(work, by) for work in map(_storable, works)]


def existing(work: SourceData) -> Source | None:
    """Return the standing source that is the same work: by an identifier, else the likest of those with the title's
    stem.
    """
    standing = Source.objects.standing()
    # One query for each: SQLite answers "this or that" by reading every source that stands.
    for field in ("doi", "pmid"):
        if (value := _columns(work)[field]) and (found := standing.filter(**{field: value}).first()):
            return found
    stem = title_stem(work.title)
    candidates = standing.filter(title_stem=stem).order_by("pk") if stem else []
    same = [source for source in candidates if same_work(source.work, work)]
    return max(same, key=lambda source: likeness(source.work, work), default=None)


def _create(work: SourceData, by: AbstractBaseUser | None) -> Source:
    for _ in range(_MOST_TRIES):
        try:
            with transaction.atomic():
                return Source.objects.create(key=_free_key(work), added_by_id=by.pk if by else None, **_columns(work))
        except IntegrityError:
            # Somebody added the same work, or took the key, meanwhile.
            if found := existing(work):
                return found
    raise RuntimeError(f"No key was free for “{work.title}” in {_MOST_TRIES} tries.")


def _free_key(work: SourceData) -> str:
    """Return a key that no source has: few queries by whole keys, each for four times as many, for a prefix is not
    indexed everywhere.
    """
    keys, size = _keys(work), 2
    while True:
        batch = list(islice(keys, size))
        taken = set(Source.objects.filter(key__in=batch).values_list("key", flat=True))
        if free := next((key for key in batch if key not in taken), None):
            return free
        size *= 4


def _keys(work: SourceData) -> Iterator[str]:
    """Yield the keys that a work may have, the best first, without end."""
    own = [work.key] if re.fullmatch(KEY_PATTERN, work.key) and not _RESERVED.fullmatch(work.key) else []
    stem = citation_key(work)
    return chain(own, [stem], (f"{stem}-{number}" for number in count(2)))


@transaction.atomic
def refresh(source: Source, work: SourceData) -> Source:
    """Give a source what is now known of its work; its version grows where that is something new.

    Raises ValueError where another source has the work's DOI or PMID: the two are to be merged; and where the source
    is no longer the version that the caller has read.
    """
    fresh = _columns(_storable(work))
    if fresh["data"] == source.data:
        return source
    try:
        with transaction.atomic():
            read = Source.objects.filter(pk=source.pk, version=source.version)
            if not read.update(version=F("version") + 1, changed=Now(), **fresh):
                raise Outdated(f"Somebody else changed {source.key} meanwhile. Compare, and save again.")
    except IntegrityError as error:
        raise ValueError(f"Another source has the identifier of {source.key} already. Merge the two.") from error
    source.refresh_from_db()
    return source


@transaction.atomic
def merge(source: Source, into: Source) -> None:
    """Let `source` point to `into` from now on, for good: its key stays and redirects.

    Raises ValueError for a source that was merged before, and for a ring of merges.
    """
    # Merges wait for each other at the library's first source: two at once could make a ring that neither sees.
    Source.objects.select_for_update().order_by("pk").first()
    source = Source.objects.select_related("merged_into").get(pk=source.pk)
    into = Source.objects.by_key([into.key])[into.key]
    if source.merged_into:
        raise ValueError(f"{source.key} is merged into {source.merged_into.key} already.")
    if into.pk == source.pk:
        raise ValueError(f"{source.key} cannot be merged into itself.")
    Source.objects.filter(pk=source.pk).update(merged_into=into, changed=Now())


def _storable(work: SourceData) -> SourceData:
    """Return a work as it is stored: texts that both databases take, identifiers in their normal form where they
    have one.
    """
    item = _texts(work.to_csl())
    item |= {name: normal(item[name]) or item[name] for name, normal in _IDENTIFIERS.items() if name in item}
    return SourceData.from_csl(item)


def _texts(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value.translate(_UNSTORABLE))
    if isinstance(value, dict):
        return {_texts(name): _texts(each) for name, each in value.items()}
    return [_texts(each) for each in value] if isinstance(value, list) else value


def _columns(work: SourceData) -> dict[str, Any]:
    """Return what a source's row says of a work. An identifier that is none stays in `data` alone: nobody can search
    by it.
    """
    item = work.to_csl()
    item.pop("id", None)
    return {
        "data": item,
        "title": work.title,
        "title_stem": title_stem(work.title),
        "words": _words(work),
        "year": work.year if work.year and abs(work.year) < 10_000 else None,
        "doi": identifiers.doi(work.doi)[:255],
        "pmid": identifiers.pmid(work.pmid),
        "isbn": identifiers.isbn(work.isbn),
    }


def _words(work: SourceData) -> str:
    """Return what a search for the work looks through, each word with a space before it."""
    names = [f"{name.literal} {name.given} {name.particle} {name.family}" for name in work.authors + work.editors]
    told = (work.title, *names, work.container_title, work.publisher, str(work.year or ""), work.note)
    return f" {folded(' '.join(told))}"
