"""What it costs to add works to a library of N sources: python benchmarks/references/library.py [--sizes 1000 50000].

On the database of DATABASE_URL, in a test database of its own that is dropped afterwards.
"""

import argparse
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import django
from django.db import connection
from django.test.utils import CaptureQueriesContext

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from references import library  # noqa: E402
from references.csl import Date, Name, SourceData, citation_key  # noqa: E402
from references.models import Source  # noqa: E402

WORDS = "effect of green tea on blood pressure in adults with mild hypertension a randomised trial review".split()
SURNAMES = [first + last for first in ("Ber", "Cha", "Hu", "Smi", "Wan") for last in ("g", "th", "ng", "son", "lund")]
BATCH = 25


def main() -> None:
    options = arguments()
    old = connection.creation.create_test_db(verbosity=0)
    try:
        works = made(random.Random(options.seed))  # noqa: S311 - nothing is secret here
        for size in options.sizes:
            grow(works, size - Source.objects.count())
            report(f"{size:>6} sources, new works", [next(works) for _ in range(options.works)])
            known = Source.objects.order_by("pk")[: options.works]
            report(f"{size:>6} sources, known works", [source.work for source in known])
    finally:
        connection.creation.destroy_test_db(old, verbosity=0)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 50_000])
    parser.add_argument("--works", type=int, default=200, help="how many works are added, 25 at a time")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def made(chance: random.Random) -> Iterator[SourceData]:
    """Yield works without end: few surnames, years and words, so that keys and titles' beginnings are often taken."""
    number = 0
    while True:
        number += 1
        yield SourceData(
            title=f"{' '.join(chance.choices(WORDS, k=9)).capitalize()} {number}",
            authors=(Name(chance.choice(SURNAMES), "A."),),
            issued=Date(chance.randint(1990, 2025)),
            doi=f"10.1000/{number}" if chance.random() < 0.7 else "",
            pmid=str(number) if chance.random() < 0.5 else "",
        )


def grow(works: Iterator[SourceData], number: int) -> None:
    """Add works past the writer, whose cost is to be measured, in rows as it makes them."""
    keys = Counter(key.split("-")[0] for key in Source.objects.values_list("key", flat=True))
    rows = []
    for work in islice(works, number):
        stem = citation_key(work)
        keys[stem] += 1
        rows.append(Source(key=stem if keys[stem] == 1 else f"{stem}-{keys[stem]}", **library._columns(work)))
    Source.objects.bulk_create(rows, batch_size=500)


def report(what: str, works: list[SourceData]) -> None:
    """Add the works and print what one costs; counting the queries costs a little too, the same at each size."""
    clock, processor = time.perf_counter(), time.process_time()
    with CaptureQueriesContext(connection) as queries:
        for at in range(0, len(works), BATCH):
            library.add(works[at : at + BATCH])
    took, spent = time.perf_counter() - clock, time.process_time() - processor
    each = [value / len(works) for value in (took * 1000, spent * 1000, len(queries))]
    print(f"{connection.vendor:<10} {what}: {each[0]:.2f} ms ({each[1]:.2f} ms CPU), {each[2]:.1f} queries a work")


if __name__ == "__main__":
    main()
