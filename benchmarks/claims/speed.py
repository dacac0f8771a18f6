"""How fast the claim detector is, beside splitting the same text into sentences: python benchmarks/claims/speed.py."""

import csv
import sys
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from articles.text import sentences  # noqa: E402
from articles.text.claims import assess  # noqa: E402

ROUNDS = 20
LONG = 2_000_000


def main() -> None:
    with (HERE / "own.tsv").open(encoding="utf-8", newline="") as lines:
        texts = [record["sentence"] for record in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
    whole = " ".join(texts)
    splitting = best(lambda: sentences.split(whole)) / len(texts)
    assessing = best(lambda: [assess(text) for text in texts]) / len(texts)
    print(f"a sentence: splitting {splitting * 1e6:.0f} µs, assessing {assessing * 1e6:.0f} µs")
    print(f"assessing takes {assessing / splitting:.1f} times as long as splitting")
    for name, piece in {"one letter": "a", "words": "increase the ", "quotation marks": '" '}.items():
        long = piece * (LONG // len(piece))
        print(f"one sentence of 2 MB, {name}: {best(lambda text=long: assess(text), rounds=1):.2f} s")


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the shortest of some runs, in seconds: what the work costs when nothing disturbs it."""
    work()
    taken = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return min(taken)


if __name__ == "__main__":
    main()
