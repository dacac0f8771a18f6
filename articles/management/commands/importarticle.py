"""The command `importarticle`: files become drafts, each all or nothing."""

import sys
from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from tqdm import tqdm

from articles import gate, importing
from articles.content import content
from articles.importers import Unreadable, read
from articles.management.opening import opened
from articles.management.table import printed
from articles.roles import Refused
from articles.text.sanitize import TextTooLarge
from references.management.lines import write_utf8

REFUSED = 1
UNREADABLE = 2
# The account in whose name the command line imports where nobody is named. Nobody can sign in with it.
OWN_ACCOUNT = "import"


class Command(BaseCommand):
    help = (
        "Imports files (plain text, Markdown, HTML) as drafts, with their references, topics and "
        "contributors, and prints what came of each: its losses too. All of a file or nothing of it. Exit "
        "code 1 when a file was refused, 2 when one could not be read; the others are still imported."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="a file to import (.txt, .md, .html)")
        parser.add_argument("--by", help=f"the user name of whoever the drafts belong to (an account “{OWN_ACCOUNT}”)")
        parser.add_argument("--dry-run", action="store_true", help="say what would come of it, and write nothing")
        parser.add_argument("--format", choices=["text", "json"], default="text", help="how to print it (text)")

    def handle(self, *args: Any, **options: Any) -> None:
        write_utf8(self.stdout, self.stderr)
        self._exit_code = 0
        by = _account(options["by"]) if options["by"] is not None else None
        rows: list[dict[str, Any]] = []
        try:
            self._import_into(rows, options["files"], by, dry_run=options["dry_run"])
        finally:
            # Even if one file brings the command down: what became of those before it must not be lost.
            self._say(rows, options["format"])
        if self._exit_code:
            sys.exit(self._exit_code)

    def _import_into(self, rows: list[dict[str, Any]], files: Sequence[str], by: User | None, *, dry_run: bool) -> None:
        for file in tqdm(files, unit="file", leave=False, disable=None if len(files) > 1 else True):
            try:
                rows.append(_import(file, by, dry_run=dry_run))
            except (Unreadable, TextTooLarge) as refusal:
                self._refuse(file, refusal, UNREADABLE)
            except Refused as refusal:
                self._refuse(file, refusal, REFUSED)

    def _refuse(self, file: str, refusal: Exception, code: int) -> None:
        with tqdm.external_write_mode(file=sys.stderr):
            self.stderr.write(f"{file}: {refusal}")
        self._exit_code = max(self._exit_code, code)

    def _say(self, rows: Sequence[dict[str, Any]], form: str) -> None:
        if answer := printed(rows, form):
            self.stdout.write(answer)
        if form == "text":
            for row in rows:
                for loss in row["losses"]:
                    self.stdout.write(f"{row['slug']}: line {loss['line']}: {loss['why']}: {loss['what']}")


@transaction.atomic
def _import(file: str, by: User | None, *, dry_run: bool) -> dict[str, Any]:
    """Import one file and return what came of it; a dry run does the same and takes all of it back."""
    imported = read(opened(file), file)
    arrival = importing.bring_in(imported, by or _own_account(), file)
    article, head = arrival.article, arrival.revision
    report = gate.report(article, head, content(article, head))
    transaction.set_rollback(dry_run)
    return {
        "slug": article.slug,
        "title": head.title,
        "references": arrival.references,
        "sources": arrival.sources,
        "citations": arrival.citations,
        "linked": arrival.linked,
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity.value,
                "message": finding.message,
                "text": finding.excerpt,
            }
            for finding in report.findings
        ],
        "losses": [{"line": loss.line, "what": loss.what, "why": loss.why} for loss in arrival.losses],
        "file": file,
    }


def _account(name: str) -> User:
    user = User.objects.filter(username=name).first()
    if user is None:
        raise CommandError(f"There is no account “{name}”.", returncode=UNREADABLE)
    return user


def _own_account() -> User:
    user, made = User.objects.get_or_create(username=OWN_ACCOUNT)
    if made:
        user.set_unusable_password()
        user.save()
        user.groups.add(Group.objects.get(name="Contributor"))
    return user
