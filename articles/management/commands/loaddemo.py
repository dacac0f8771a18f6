"""The command `loaddemo`: a demonstration to try Stet with."""

from argparse import ArgumentTypeError
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from tqdm import tqdm

from articles import importing
from articles.importers import read
from articles.management.demo import magazine, people, synthetic


class Command(BaseCommand):
    help = (
        "Makes the demonstration's magazine and its users (writer, editor, checker, publisher, admin; "
        "password stet-demo) where they are missing and, with --articles, imports synthetic articles as "
        "drafts: the same ones each time. Refuses while DEBUG is off."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--articles", type=_count, default=0, metavar="N", help="how many synthetic articles to import"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "The demonstration's passwords are known to all. Set DEBUG=on, on a machine of your own.", returncode=1
            )
        with transaction.atomic():
            users = people.settle()
        came = magazine.bring_in(users)
        count = options["articles"]
        for text in tqdm(synthetic.texts(count), total=count, unit="article", leave=False, disable=None):
            importing.bring_in(read(text.encode(), "synthetic.txt"), users["writer"])
        self.stdout.write(
            f"The demonstration is there: {came} new articles of its magazine and {count} new synthetic articles. "
            f"Sign in as {', '.join(people.PEOPLE)} with the password {people.PASSWORD}."
        )


def _count(text: str) -> int:
    if not text.isdecimal():
        raise ArgumentTypeError(f"“{text}” is not a number of articles: 0, 1, 2...")
    return int(text)
