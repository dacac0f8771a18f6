"""import-linter holds the floors: each kind of breach is caught, by the contract that forbids it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cms.project import ROOT

LINT = Path(sys.executable).with_name("lint-imports")
HOUSE = "references never hears of articles, and nobody imports cms"
ARTICLES = "articles: each floor imports only downward"
REFERENCES = "references: each floor imports only downward"
LINE = "no Django below the line"

BREACHES = {
    "Django in the text": ("articles/text", "from django.conf import settings", [LINE]),
    "Django in the checks": ("articles/checks", "import django.db.models", [LINE]),
    "Django in the formats": ("references/formats", "import django", [LINE]),
    "references importing articles": ("references", "import articles.manuscript", [HOUSE]),
    "text importing checks": ("articles/text", "from articles import checks", [ARTICLES]),
    "formats importing likeness": ("references/formats", "import references.likeness", [REFERENCES]),
    "articles importing cms": ("articles", "import cms.urls", [HOUSE]),
    "importers importing cms": ("articles/importers", "from cms import start", [HOUSE, LINE]),
    "an import inside a function": ("articles/text", "def late():\n    from articles import checks\n", [ARTICLES]),
    "an import for types only": (
        "articles/text",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import articles.checks\n",
        [ARTICLES],
    ),
}


@pytest.fixture
def house(tmp_path):
    """A copy of the packages and their contracts."""
    for package in ("cms", "articles", "references"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def broken_contracts(root: Path) -> set[str]:
    """The names of the contracts that lint-imports finds broken under a root."""
    command = [LINT, "--no-cache", "--no-logo"]
    linted = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=120, check=False)
    broken = {line.removesuffix(" BROKEN") for line in linted.stdout.splitlines() if line.endswith(" BROKEN")}
    assert bool(broken) == bool(linted.returncode), linted.stdout + linted.stderr
    return broken


def test_the_house_as_it_stands_breaks_no_contract(house):
    assert broken_contracts(house) == set()


@pytest.mark.parametrize("breach", BREACHES)
def test_a_breach_breaks_the_contract_that_forbids_it(house, breach):
    folder, code, contracts = BREACHES[breach]
    (house / folder / "breach.py").write_text(code)
    assert broken_contracts(house) == set(contracts)
