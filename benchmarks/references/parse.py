"""How well pasted reference strings are read, field by field: python benchmarks/references/parse.py FILE.jsonl..."""

import argparse
import hashlib
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from references.csl import SourceData  # noqa: E402
from references.formats import raw  # noqa: E402

FIELDS = {
    "author": ("author",),
    "year": ("date",),
    "title": ("title",),
    "container": ("journal", "container-title"),
    "volume": ("volume",),
    "pages": ("pages",),
    "publisher": ("publisher",),
    "place": ("location",),
    "doi": ("doi", "url"),
}
JOINTS = set("and und et al y e others ed eds dir".split())


def main() -> None:
    options = arguments()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in sampled(options.files, options.every, options.half):
        text = " ".join(row["tokens"])
        works = raw.parse(text)
        counts["one work"]["right" if len(works) == 1 else "wrong"] += 1
        told, meant = said(works[0]), labelled(row)
        for field in FIELDS:
            counts[field][verdict(told[field], meant[field])] += 1
            if options.errors == field and told[field] != meant[field]:
                print(f"{text}\n    read:     {told[field]}\n    labelled: {meant[field]}")
    report(counts)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+", help="token-labelled reference strings, as AnyStyle has them")
    parser.add_argument("--every", type=int, default=3, help="take about one string of so many (3)")
    parser.add_argument("--half", choices=["develop", "judge"], default="judge")
    parser.add_argument(
        "--errors", choices=FIELDS, help="list what is wrong in a field (of the development half, please)"
    )
    return parser.parse_args()


def sampled(files: list[Path], every: int, half: str) -> Iterator[dict[str, list[str]]]:
    """Yield every so many-th row of a half, both chosen by the string's SHA-1 and never by order or chance."""
    for path in files:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            digest = int(hashlib.sha1(" ".join(row["tokens"]).encode(), usedforsecurity=False).hexdigest(), 16)
            if digest % 2 == (half == "judge") and digest // 2 % every == 0:
                yield row


def words(text: str) -> tuple[str, ...]:
    """The words of a text without case, marks or punctuation."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return tuple(re.findall(r"\w+", "".join(letter for letter in plain if not unicodedata.combining(letter))))


def numbers(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+", text))


def years(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"(?<!\d)1[4-9]\d\d(?!\d)|(?<!\d)20\d\d(?!\d)", text))[:1]


def people(text: str) -> tuple[str, ...]:
    """The words of names in alphabetical order: an order of names has no place in a label."""
    return tuple(sorted(word for word in words(text) if word not in JOINTS))


def container(text: str) -> tuple[str, ...]:
    """The words of a container's name; the labels count the "In" before it, which is none of it."""
    found = words(text)
    return found[1:] if found[:1] == ("in",) else found


def said(work: SourceData) -> dict[str, tuple[str, ...]]:
    return {
        "author": people(" ".join(map(str, work.authors))),
        "year": (str(work.year),) if work.year else (),
        "title": words(work.title),
        "container": container(work.container_title),
        "volume": numbers(f"{work.volume} {work.issue}"),
        "pages": numbers(work.page),
        "publisher": words(work.publisher),
        "place": words(work.publisher_place),
        "doi": words(work.doi),
    }


def labelled(row: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    texts = {
        field: " ".join(token for token, label in zip(row["tokens"], row["labels"], strict=True) if label in labels)
        for field, labels in FIELDS.items()
    }
    read = {"author": people, "year": years, "volume": numbers, "pages": numbers, "container": container}
    doi = re.search(r"10\.\d{4}\S+", texts["doi"])
    texts["doi"] = doi[0] if doi else ""
    return {field: read.get(field, words)(text) for field, text in texts.items()}


def verdict(told: tuple[str, ...], meant: tuple[str, ...]) -> str:
    if told == meant:
        return "right" if meant else "rightly empty"
    return "wrong" if told and meant else "missed" if meant else "made up"


def report(counts: dict[str, Counter[str]]) -> None:
    """Print each field's precision, recall and F1 (exact field), and those of all fields together."""
    total: Counter[str] = Counter()
    for field, count in counts.items():
        if field in FIELDS:
            total += count
        print_line(field, count)
    print_line("all fields", total)


def print_line(field: str, count: Counter[str]) -> None:
    right = count["right"]
    precision = right / max(1, right + count["wrong"] + count["made up"])
    recall = right / max(1, right + count["wrong"] + count["missed"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{field:12} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  {dict(count)}")


if __name__ == "__main__":
    main()
