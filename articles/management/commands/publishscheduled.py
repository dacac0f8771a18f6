"""The command `publishscheduled`: articles whose time has come go out, or are held."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from articles import tasks
from articles.management.table import printed
from articles.models import Step

FAILED = "failed"
CODES = {str(Step.Name.HOLD): 1, FAILED: 3}


class Command(BaseCommand):
    help = (
        "Publishes each scheduled article whose time has come. The gate is asked again: what no longer "
        "passes is held, its people are told, and its old edition stays live. Exit code 1 when something was "
        "held, 3 when one could not be published for a reason nobody foresaw; the others still go out. Run "
        "it every minute."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--format", choices=["text", "json"], default="text", help="how to print what happened (text)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        rows = [_row(outcome) for outcome in tasks.publish_all_due()]
        if answer := printed(rows, options["format"]):
            self.stdout.write(answer)
        if exit_code := max((CODES.get(row["step"], 0) for row in rows), default=0):
            sys.exit(exit_code)


def _row(outcome: tasks.Outcome) -> dict[str, str]:
    if outcome.step is None:
        return {
            "article": outcome.article.slug,
            "step": FAILED,
            "note": f"{type(outcome.fault).__name__}: {outcome.fault}",
        }
    return {"article": outcome.article.slug, "step": str(outcome.step.name), "note": outcome.step.note}
