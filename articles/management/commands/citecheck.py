"""The command `citecheck`: which claims in a file carry no citation, and what else is wrong with it."""

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from articles.checks.policy import Coverage, Policy
from articles.importers.imported import Unreadable
from articles.management.citecheck.checked import Checked, check
from articles.management.citecheck.formats import FORMATS
from articles.text.claims import Sensitivity
from articles.text.sanitize import TextTooLarge
from references.management.lines import UNREADABLE, write_utf8

BLOCKED = 1


class Command(BaseCommand):
    help = (
        "Checks files (plain text, Markdown, HTML) and prints file:line:column code message for each finding. Needs no "
        "database and sends nothing anywhere. Exit code 1 when something blocks, 2 when a file could not be read (the "
        "others are still checked), else 0."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="a file to check (.txt, .md, .html)")
        parser.add_argument("--format", choices=list(FORMATS), default="text", help="how to print it (text)")
        parser.add_argument(
            "--sensitivity",
            choices=[sensitivity.value for sensitivity in Sensitivity],
            default=Sensitivity.STANDARD.value,
            help="how readily a source is asked for (standard)",
        )
        parser.add_argument(
            "--coverage",
            choices=[coverage.value for coverage in Coverage],
            default=Coverage.SENTENCE.value,
            help="how far a citation at a paragraph's end reaches (sentence)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if "-" in options["files"]:
            raise CommandError("Standard input has no name to tell its format by: name a file.", returncode=UNREADABLE)
        write_utf8(self.stdout, self.stderr)
        self._exit_code = 0
        policy = Policy(Sensitivity(options["sensitivity"]), Coverage(options["coverage"]))
        for printed in FORMATS[options["format"]](self._checked(options["files"], policy)):
            with tqdm.external_write_mode(file=sys.stdout):
                self.stdout.write(printed, ending="")
        if self._exit_code:
            sys.exit(self._exit_code)

    def _checked(self, files: Sequence[str], policy: Policy) -> Iterator[Checked]:
        """Yield the files that can be read, checked; say of each other one why not."""
        for file in tqdm(files, unit="file", leave=False, disable=None if len(files) > 1 else True):
            try:
                checked = check(file, policy)
            except (Unreadable, TextTooLarge) as refusal:
                with tqdm.external_write_mode(file=sys.stderr):
                    self.stderr.write(f"{file}: {refusal}")
                self._exit_code = UNREADABLE
            else:
                self._exit_code = max(self._exit_code, BLOCKED if checked.report.blocks else 0)
                yield checked
