"""The project as a program: its commands run in a process of their own, in a bare environment."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GOOD_KEY = "zq8-Kv3_nTx1Lw7bRj5mHc9dYf2gPs6aEu4oXi0tNkBvMrQwZyLh"
NOT_COPIED = shutil.ignore_patterns(
    ".venv", ".git", ".env", ".*_cache", ".hypothesis", "__pycache__", "*.sqlite3*", "tests"
)


def manage(*arguments: str, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run manage.py with these variables and no others, and no .env."""
    return run([sys.executable, "manage.py", *arguments], root, **environment)


def python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line of Python in the project's folder, in the same bare environment."""
    return run([sys.executable, "-c", code], ROOT, **environment)


def run(command: list[str], root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder with PATH, these variables and no others."""
    bare = {"PATH": os.environ["PATH"], "ENV_FILE": ""} | environment
    return subprocess.run(command, cwd=root, env=bare, capture_output=True, text=True, timeout=120, check=False)


def copy(to: Path) -> Path:
    """A copy of the tree as a checkout has it: no environment, no data, no caches."""
    return Path(shutil.copytree(ROOT, to / "stet", ignore=NOT_COPIED))
