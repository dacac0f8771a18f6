"""The command `recheck`: what today's rules say of every live edition."""

import sys
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm

from articles import verifying
from articles.management.table import printed
from articles.models import Article


class Command(BaseCommand):
    help = (
        "Reviews the edition that readers see of each live article under today's policy, rules and detector, "
        "and prints what blocks. Editions are not touched. Exit code 1 when something blocks."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--format", choices=["text", "json"], default="text", help="how to print what blocks (text)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        live = Article.objects.live().select_related("edition__revision").order_by("pk")
        bar = tqdm(live.iterator(200), total=live.count(), unit="article", leave=False, disable=None)
        rows = [row for article in bar for row in _rows(article)]
        if answer := printed(rows, options["format"]):
            self.stdout.write(answer)
        if rows:
            sys.exit(1)


def _rows(article: Article) -> Iterator[dict[str, str]]:
    for finding in verifying.blocking_today(article):
        yield {"article": article.slug, "code": finding.code, "message": finding.message, "text": finding.excerpt}
