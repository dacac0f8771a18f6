"""How well likeness finds the same works among labelled records: python benchmarks/references/likeness.py FOLDER."""

import argparse
import csv
import re
import sys
import time
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from rapidfuzz import fuzz, process, utils

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from references import identifiers  # noqa: E402
from references.csl import Date, Name, SourceData  # noqa: E402
from references.likeness import likeness, same_work  # noqa: E402

# Pairs whose titles are less alike than this are never compared.
CANDIDATE = 75


def main() -> None:
    options = arguments()
    for folder in sorted(path for path in options.data.iterdir() if path.is_dir()):
        sources = dict(records(folder / "records_pre_merged.csv"))
        meant = set(pairs(folder / "merged_record_ids.csv"))
        start = time.perf_counter()
        told = {pair for pair in candidates(sources) if same_work(*(sources[key] for key in sorted(pair)))}
        report(folder.name, len(sources), told, meant, time.perf_counter() - start)
        if options.errors:
            print_errors(sources, told, meant)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "data", type=Path, help="a folder of folders with records_pre_merged.csv and merged_record_ids.csv"
    )
    parser.add_argument("--errors", action="store_true", help="list the pairs that are judged wrongly")
    return parser.parse_args()


def records(path: Path) -> Iterator[tuple[str, SourceData]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["ID"], source(row)


def source(row: dict[str, str]) -> SourceData:
    year = re.search(r"\d{4}", row["year"])
    return SourceData(
        title=row["title"],
        authors=tuple(Name(family=name.split(",")[0]) for name in row["author"].split(" and ") if name.strip()),
        issued=Date(int(year[0])) if year else None,
        container_title=row.get("journal") or row.get("booktitle") or "",
        volume=row["volume"],
        page=row["pages"],
        doi=identifiers.doi(row.get("doi") or ""),
    )


def pairs(path: Path) -> Iterator[frozenset[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield from map(frozenset, combinations(row["merged_ids"].split(";"), 2))


def candidates(sources: dict[str, SourceData]) -> Iterator[frozenset[str]]:
    titles = {key: utils.default_process(source.title) for key, source in sources.items()}
    for key, title in list(titles.items()):
        del titles[key]
        for _, _, other in process.extract(
            title, titles, scorer=fuzz.token_sort_ratio, score_cutoff=CANDIDATE, limit=None
        ):
            yield frozenset((key, other))


def report(name: str, size: int, told: set[frozenset[str]], meant: set[frozenset[str]], seconds: float) -> None:
    right = len(told & meant)
    precision, recall = right / max(1, len(told)), right / max(1, len(meant))
    print(
        f"{name:15} {size} records, {len(meant)} pairs: "
        f"precision {precision:.3f}  recall {recall:.3f}  ({seconds:.1f} s)"
    )


def print_errors(sources: dict[str, SourceData], told: set[frozenset[str]], meant: set[frozenset[str]]) -> None:
    for kind, wrong in (("made up", told - meant), ("missed", meant - told)):
        for pair in sorted(map(sorted, wrong)):
            one, other = (sources[key] for key in pair)
            print(f"{kind} {likeness(one, other):.2f}\n    {line(one)}\n    {line(other)}")


def line(source: SourceData) -> str:
    names = ", ".join(name.family for name in source.authors[:3])
    fields = (source.title, names, source.year, source.container_title, source.volume, source.page, source.doi)
    return " | ".join(map(str, fields))


if __name__ == "__main__":
    main()
