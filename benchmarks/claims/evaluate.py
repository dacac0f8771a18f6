"""How well the claim detector judges labelled sentences: python benchmarks/claims/evaluate.py DATA."""

import argparse
import csv
import gzip
import hashlib
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from articles.text.claims import Sensitivity, assess, outcome  # noqa: E402

LABELS = {"yes": "needs", "borderline": "maybe", "no": "none"}
ORIGINS = {"sci": "open-access papers", "MedQuAD": "consumer health", "enwiki": "encyclopaedia"}


class Row(NamedTuple):
    """A labelled sentence, its score and its genre."""

    label: str
    score: float
    sentence: str
    genre: str


def main() -> None:
    options = arguments()
    rows = list(labelled(options.data, options.half))
    report("hand-labelled", [row for row in rows if row.genre in ORIGINS.values()])
    report("own sentences of other genres", [row for row in rows if row.genre not in ORIGINS.values()])
    by_genre(rows)
    report_cited(options.data / "sci_dev.tsv.gz")
    if options.errors:
        print_errors(rows)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with need_dev_*.tsv and sci_dev.tsv.gz")
    parser.add_argument("--half", choices=["develop", "judge"], default="judge")
    parser.add_argument("--errors", action="store_true", help="list the wrong ones (of the development half, please)")
    return parser.parse_args()


def half_of(sentence: str) -> str:
    """Return the half that a sentence falls into: by its SHA-1, so that it never depends on order or chance."""
    return "judge" if int(hashlib.sha1(sentence.encode(), usedforsecurity=False).hexdigest(), 16) % 2 else "develop"


def labelled(data: Path, half: str) -> Iterator[Row]:
    for path in (*sorted(data.glob("need_dev_*.tsv")), HERE / "own.tsv"):
        for record in table(path.read_text(encoding="utf-8").splitlines()):
            sentence = record["sentence"]
            if half_of(sentence) == half:
                genre = record.get("genre") or ORIGINS[record["source"].split(":")[0]]
                yield Row(record["label"], assess(sentence).score, sentence, genre)


def table(lines: Iterable[str]) -> Iterator[dict[str, str]]:
    return csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def report(title: str, rows: Sequence[Row]) -> None:
    counts = {label: sum(row.label == label for row in rows) for label in LABELS}
    print(f"\n{title}: {len(rows)} sentences, " + ", ".join(f"{count} {label}" for label, count in counts.items()))
    for wanted in ({"yes"}, {"yes", "borderline"}):
        pairs = [(row.score, row.label in wanted) for row in rows]
        print(f"  AP of {' + '.join(sorted(wanted, reverse=True))}: {precision(pairs)}")
    print("  sensitivity  yes flagged  borderline flagged  no flagged  no needs or maybe  macro-F1")
    for sensitivity in Sensitivity:
        said = [(row.label, outcome(row.score, sensitivity).value) for row in rows]
        flagged = [rate(said, label, "needs") for label in LABELS]
        print(
            f"  {sensitivity:<11}  {flagged[0]:>11}  {flagged[1]:>18}  {flagged[2]:>10}  "
            f"{rate(said, 'no', 'needs', 'maybe'):>17}  {macro_f1(said):.3f}"
        )


def rate(said: Sequence[tuple[str, str]], label: str, *outcomes: str) -> str:
    of_label = [given for truth, given in said if truth == label]
    return f"{sum(given in outcomes for given in of_label)}/{len(of_label)}"


def by_genre(rows: Iterable[Row]) -> None:
    genres: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        genres[row.genre].append(row)
    print("\ngenre               AP of yes  yes flagged  borderline flagged  no flagged (standard)")
    for genre, found in sorted(genres.items()):
        said = [(row.label, outcome(row.score).value) for row in found]
        ranked = average_precision([(row.score, row.label == "yes") for row in found])
        flagged = [rate(said, label, "needs") for label in LABELS]
        print(f"{genre:<18}  {ranked:>9.3f}  {flagged[0]:>11}  {flagged[1]:>18}  {flagged[2]:>10}")


def report_cited(path: Path) -> None:
    """Weak labels: whether the published sentence carried a citation. Uncited is not the same as needing none."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        rows = [
            (record["coverage"], record["cited"] == "1", assess(record["sentence"]).score) for record in table(lines)
        ]
    pairs = [(score, cited) for _, cited, score in rows]
    print(f"\npublished papers: {len(rows)} sentences, AP of cited: {precision(pairs)}")
    for coverage in ("self", "next", "later", "earlier", "none"):
        scores = [score for where, _, score in rows if where == coverage]
        flagged = sum(outcome(score) == "needs" for score in scores) / len(scores)
        print(f"  nearest marker: {coverage:<8} {len(scores):>6} sentences, flagged at standard {flagged:.3f}")


def precision(pairs: Sequence[tuple[float, bool]]) -> str:
    everything = sum(true for _, true in pairs) / len(pairs)
    return f"{average_precision(pairs):.3f} (all alike: {everything:.3f})"


def average_precision(pairs: Iterable[tuple[float, bool]]) -> float:
    """Return the mean, over the true ones, of the precision at their score; equal scores are one step."""
    seen = hits = 0
    total = 0.0
    for _, level in groupby(sorted(pairs, reverse=True), key=itemgetter(0)):
        truths = [true for _, true in level]
        seen += len(truths)
        hits += sum(truths)
        total += sum(truths) * hits / seen
    return total / hits if hits else 0.0


def macro_f1(said: Iterable[tuple[str, str]]) -> float:
    """Return the mean F1 of the three outcomes, where yes should need a source, borderline perhaps and no none."""
    pairs = [(LABELS[label], given) for label, given in said]
    return sum(f1(pairs, wanted) for wanted in LABELS.values()) / len(LABELS)


def f1(pairs: Sequence[tuple[str, str]], wanted: str) -> float:
    both = sum(truth == given == wanted for truth, given in pairs)
    either = sum((truth == wanted) + (given == wanted) for truth, given in pairs)
    return 2 * both / either if either else 0.0


def print_errors(rows: Iterable[Row]) -> None:
    for row in sorted(rows):
        if outcome(row.score) != LABELS[row.label]:
            print(f"{row.label:<10} {row.score:.2f} {row.sentence}\n{'':<15} {' '.join(assess(row.sentence).reasons)}")


if __name__ == "__main__":
    main()
