"""The command `verifyeditions`: each edition still has its hash, its approval and a clean report."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection
from tqdm import tqdm

from articles import triggers, verifying
from articles.management.table import printed
from articles.models import Edition


class Command(BaseCommand):
    help = (
        "Proves that each edition still has its hash, an approval of exactly its content by another person, "
        "and a report that comes out clean when it is computed anew; and that the database keeps every "
        "guard. Exit code 1 when something does not hold."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--format", choices=["text", "json"], default="text", help="how to print what does not hold (text)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        rows = [
            {"article": "", "edition": 0, "fault": f"No trigger keeps this: {guard}"}
            for guard in triggers.missing(connection)
        ]
        editions = Edition.objects.select_related("article", "revision", "report", "approval").order_by("pk")
        for edition in tqdm(editions.iterator(200), total=editions.count(), unit="edition", leave=False, disable=None):
            slug = edition.article.slug
            rows += [
                {"article": slug, "edition": edition.number, "fault": fault} for fault in verifying.faults(edition)
            ]
        if answer := printed(rows, options["format"]):
            self.stdout.write(answer)
        if rows:
            sys.exit(1)
