"""A command run in this process, with what it printed and its exit code."""

from io import StringIO
from typing import Any, NamedTuple

from django.core.management import CommandError, call_command


class Done(NamedTuple):
    code: int
    out: str
    err: str


def run(command: str, *arguments: Any, **options: Any) -> Done:
    """Run a command as manage.py does; a refusal's sentence is in `err`."""
    out, err = StringIO(), StringIO()
    code, sentence = 0, ""
    try:
        call_command(command, *map(str, arguments), stdout=out, stderr=err, no_color=True, **options)
    except SystemExit as leaving:
        code = leaving.code
    except CommandError as refusal:
        code, sentence = refusal.returncode, str(refusal)
    return Done(code, out.getvalue(), err.getvalue() + sentence)
