"""The command `parsereferences`: which works pasted reference strings on standard input name."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from references.formats import raw
from references.management.lines import json_line, read_lines, write_utf8


class Command(BaseCommand):
    help = (
        "Reads pasted reference strings, one a line, from standard input; prints one JSON array of CSL-JSON items "
        "a line, in order: a line may hold several works, and a blank line gives []. What cannot be told from a "
        "string is kept whole in the item's note. Needs no database."
    )
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        write_utf8(self.stdout, self.stderr)
        for line in read_lines(sys.stdin.buffer):
            self.stdout.write(json_line([work.to_csl() for work in raw.parse(line)]))
