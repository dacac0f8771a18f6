"""What one publication costs: CPU of advance("publish") on 2,000 words with 25 sources, and what it goes into.

    .venv/bin/python benchmarks/publishing/publish.py [--profile]
    .venv/bin/python -m tests.postgres .venv/bin/python benchmarks/publishing/publish.py

In a fresh database, which is deleted afterwards. The CPU of PostgreSQL's own processes is not counted; the time in all
has it.
"""

import cProfile
import os
import pstats
import statistics
import sys
import time
from contextlib import nullcontext
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

import django

django.setup()

from django.db import connection  # noqa: E402
from django.utils.html import strip_tags  # noqa: E402

from articles import workflow  # noqa: E402
from articles.models import Article  # noqa: E402
from tests import factories  # noqa: E402

SOURCES, WORDS, RUNS = 25, 2000, 15
CLAIM = "Green tea lowered systolic blood pressure by {} mm Hg in a trial of adults who drank three cups a day."
FILLER = "What would you tell a neighbour who wants to plant a first bush at number {} of this very street?"


def body(turn: int) -> str:
    """A text of about 2,000 words in which each of 25 sources is cited twice; no sentence comes twice in a run."""
    keys = [factories.source().key for _ in range(SOURCES)]
    cited = [factories.cited(key, CLAIM.format(turn * 100 + number)) for number, key in enumerate(keys * 2, start=1)]
    left = (WORDS - len(cited) * len(CLAIM.split())) // len(FILLER.split())
    asked = [FILLER.format(turn * 100 + number) for number in range(left)]
    return "".join(cited) + "".join(f"<p>{' '.join(asked[at : at + 4])}</p>" for at in range(0, left, 4))


def articles() -> list[tuple[Article, object]]:
    """Approved articles, and who publishes each."""
    made = [factories.draft(body=body(turn)) for turn in range(RUNS)]
    return [(factories.approved(article), factories.person("Publisher")) for article in made]


def measured(article: Article, by: object, profile: cProfile.Profile | None) -> tuple[float, float]:
    """Publish; return the seconds of CPU and the seconds in all."""
    started, cpu = time.perf_counter(), time.process_time()
    with profile or nullcontext():
        workflow.advance(article, "publish", by=by, seen=article.head_id)
    return time.process_time() - cpu, time.perf_counter() - started


def main() -> None:
    name = connection.creation.create_test_db(verbosity=0)
    profile = cProfile.Profile() if "--profile" in sys.argv else None
    try:
        ready = articles()
        figures = [measured(article, by, profile) for article, by in ready]
        cpu, elapsed = (statistics.median(times) * 1000 for times in zip(*figures, strict=True))
        words = len(strip_tags(ready[0][0].head.body.replace("<p>", " ")).split())
        print(
            f"{connection.vendor}: {cpu:.0f} ms of CPU, {elapsed:.0f} ms in all",
            f"(medians of {RUNS}; {words} words, {SOURCES} sources)",
        )
        if profile:
            pstats.Stats(profile).sort_stats("cumulative").print_stats(r"articles|references|backends/utils", 30)
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


if __name__ == "__main__":
    main()
