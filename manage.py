#!/usr/bin/env python
"""Stet's command line. Exit codes: 0 done, 1 found something or refused, 2 bad usage or unreadable input, 3 crashed."""

import os
import sys
import traceback

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from cms.start import refuse_unsafe_start

BAD_USAGE = 2
CRASHED = 3
READER_WENT_AWAY = 128 + 13  # what a shell reports of a program that SIGPIPE ended


def main() -> int:
    """Run the command named in sys.argv; return the exit code for what the command itself did not foresee."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")
    # A stream that was closed before the start (`>&-`) is None: what is written to it goes nowhere, and is no crash.
    sys.stdout = sys.stdout or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    sys.stderr = sys.stderr or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    try:
        if is_serving(sys.argv):
            refuse_unsafe_start()
        execute_from_command_line(sys.argv)
        sys.stdout.flush()
    except ImproperlyConfigured as refusal:
        print(f"Stet does not start: {refusal}", file=sys.stderr)
        return BAD_USAGE
    except BrokenPipeError:
        # The reader of a pipe (`| head`) has what it wanted. Python flushes once more at exit: give it somewhere to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_WENT_AWAY
    except Exception:
        # The user needs a sentence, whoever mends it the traceback: both, and a code that is not "found something".
        traceback.print_exc()
        print("Stet crashed: the command did not finish. The lines above say where it stopped.", file=sys.stderr)
        return CRASHED
    return 0


def is_serving(argv: list[str]) -> bool:
    """Is this runserver, and not a question about it? Asked here: from inside, the refusal would be a traceback."""
    return argv[1:2] == ["runserver"] and not {"-h", "--help"} & set(argv)


if __name__ == "__main__":
    sys.exit(main())
