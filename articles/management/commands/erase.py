"""The command `erase`: a person's data are anonymised on request."""

from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles import erasure
from articles.models import Contributor
from articles.roles import Refused


class Command(BaseCommand):
    help = (
        "Anonymises a person on request: account, name, bio, disclosure and photo are replaced for good, and "
        "the log of each article concerned says so. Only the content that proves an edition's hash keeps "
        "them, and no page shows it. Exit code 1 when refused, 2 when there is no such person."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        whom = parser.add_mutually_exclusive_group(required=True)
        whom.add_argument("--user", help="the account's user name")
        whom.add_argument("--contributor", help="the contributor's slug")
        parser.add_argument("--by", required=True, help="the user name of the admin who answers for it")

    def handle(self, *args: Any, **options: Any) -> None:
        by = _account(options["by"])
        user = _account(options["user"]) if options["user"] is not None else None
        contributor = _contributor(options["contributor"]) if options["contributor"] is not None else None
        try:
            articles = erasure.erase(by, user=user, contributor=contributor)
        except Refused as refusal:
            raise CommandError(str(refusal), returncode=1) from refusal
        self.stdout.write(f"Erased. Articles whose log says so: {len(articles)}.")


def _account(name: str) -> User:
    user = User.objects.filter(username=name).first()
    if user is None:
        raise CommandError(f"There is no account “{name}”.", returncode=2)
    return user


def _contributor(slug: str) -> Contributor:
    contributor = Contributor.objects.filter(slug=slug).first()
    if contributor is None:
        raise CommandError(f"There is no contributor “{slug}”.", returncode=2)
    return contributor
