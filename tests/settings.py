"""The site's settings as tests see them: a developer's .env has no say, and the database is a fresh one."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# tests.postgres sets both; every other run is on SQLite, whatever DATABASE_URL the shell has.
if os.environ.get("STET_TEST_DATABASE") != "postgresql":
    os.environ["DATABASE_URL"] = ""
# DEBUG is read only for the cookies and redirects that need HTTPS: pytest-django itself turns it off.
os.environ |= {"ENV_FILE": "", "DEBUG": "on", "SECRET_KEY": "only-for-tests-" * 5}
os.environ.pop("ALLOWED_HOSTS", None)

from cms.settings import *  # noqa: F403
from cms.settings import DATABASES

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, for an in-memory database has no WAL; in a folder of this run, for two runs may go on at once.
    folder = tempfile.mkdtemp(prefix="stet-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    DATABASES["default"]["TEST"] = {"NAME": str(Path(folder) / "test.sqlite3")}
