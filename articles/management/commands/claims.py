"""The command `claims`: which sentences on standard input need a source, and why."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from articles.manuscript import Outcome
from articles.text.claims import Sensitivity, assess, outcome
from references.management.lines import json_line, read_lines, write_utf8


class Command(BaseCommand):
    help = (
        "Reads sentences, one a line, from standard input; prints one JSON object a line, in order, blank lines too: "
        "text, claim, outcome, score, reasons. Needs no database."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--sensitivity",
            choices=[sensitivity.value for sensitivity in Sensitivity],
            default=Sensitivity.STANDARD.value,
            help="how readily a source is asked for (standard)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        sensitivity = Sensitivity(options["sensitivity"])
        write_utf8(self.stdout, self.stderr)
        for line in read_lines(sys.stdin.buffer):
            self.stdout.write(_judged(line, sensitivity))


def _judged(line: str, sensitivity: Sensitivity) -> str:
    verdict = assess(line)
    asked = outcome(verdict.score, sensitivity)
    judged = {
        "text": line,
        "claim": asked == Outcome.NEEDS,
        "outcome": asked.value,
        "score": verdict.score,
        "reasons": verdict.reasons,
    }
    return json_line(judged)
