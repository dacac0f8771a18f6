"""Numbering: the only writer of Bibliography and Reference."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction

from references.models import Bibliography, Numbering, Reference, ReferenceSource, Source


def numbered(clusters: Iterable[Sequence[str]], numbering: str) -> list[tuple[str, ...]]:
    """Return the entries of a bibliography in order, each the keys that it holds: entry n stands at index n - 1.

    `clusters` are the keys of each citation, in the text's order. Per source, each key gets a number at its first
    citation; per note, each cluster does, whatever its works. A key twice in one cluster counts once.
    """
    if numbering == Numbering.PER_NOTE:
        return list(dict.fromkeys(tuple(dict.fromkeys(cluster)) for cluster in clusters if cluster))
    return [(key,) for key in dict.fromkeys(key for cluster in clusters for key in cluster)]


def number_of(entries: Sequence[Sequence[str]], cluster: Sequence[str]) -> tuple[int, ...]:
    """Return the numbers of the entries that a cluster's keys stand for, ascending; its own alone where it is one
    entry.
    """
    wanted = tuple(dict.fromkeys(cluster))
    if wanted in entries:
        return (entries.index(wanted) + 1,)
    return tuple(number for number, keys in enumerate(entries, start=1) if set(keys) & set(wanted))


@transaction.atomic
def number(
    bibliography: Bibliography,
    clusters: Iterable[Sequence[str]],
    sources: Mapping[str, Source],
    labels: Mapping[str, str] | None = None,
) -> None:
    """Write the bibliography's references anew, numbered by first citation after its own policy.

    `clusters` are the keys of each citation in the text's order, `sources` the source that each key stands for (a
    merged one's successor: both keys are one work); a key without one has no entry. `labels` are the labels under
    which a key's source was printed in the file that it came from; those already known are kept.
    """
    kept = _standing_labels(_labels(bibliography) | dict(labels or {}), sources)
    standing = [[sources[key].key for key in cluster if key in sources] for cluster in clusters]
    by_key = {source.key: source for source in sources.values()}
    bibliography.references.all().delete()
    entries = numbered(standing, bibliography.numbering)
    references = Reference.objects.bulk_create(
        Reference(bibliography=bibliography, position=position, original_label=_joined(keys, kept))
        for position, keys in enumerate(entries, start=1)
    )
    ReferenceSource.objects.bulk_create(
        ReferenceSource(reference=reference, source=by_key[key], order=order)
        for reference, keys in zip(references, entries, strict=True)
        for order, key in enumerate(keys)
    )


def _labels(bibliography: Bibliography) -> dict[str, str]:
    entries = ReferenceSource.objects.filter(reference__bibliography=bibliography).exclude(reference__original_label="")
    return dict(entries.values_list("source__key", "reference__original_label"))


def _standing_labels(labels: Mapping[str, str], sources: Mapping[str, Source]) -> dict[str, str]:
    """Return the labels by the keys of the sources that stand: a merged one's label goes with its successor's."""
    found: dict[str, list[str]] = {}
    for key, label in labels.items():
        found.setdefault(sources[key].key if key in sources else key, []).append(label)
    return {key: ", ".join(dict.fromkeys(each)) for key, each in found.items()}


def _joined(keys: Iterable[str], labels: Mapping[str, str]) -> str:
    return ", ".join(dict.fromkeys(labels[key] for key in keys if key in labels))[:60]
