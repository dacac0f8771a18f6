"""The rules of the house that no tool knows: no signals, no file that takes anything in, none too long to read."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cms.project import ROOT

PACKAGES = ("cms", "articles", "references", "tests")
LONGEST = 300
CATCH_ALLS = {"services.py", "utils.py", "helpers.py", "signals.py"}
# AppConfig.ready() may listen to these two, to lay triggers and roles.
ALLOWED_SIGNALS = {"pre_migrate", "post_migrate"}


def breaches(root: Path) -> Iterator[str]:
    """Each breach of the rules in the packages under a root, as "path: rule"."""
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            for rule in broken_by(path):
                yield f"{path.relative_to(root)}: {rule}"


def broken_by(path: Path) -> Iterator[str]:
    """The rules that one file breaks. A migration is Django's own writing and as long as it makes it."""
    text = path.read_text()
    if path.name in CATCH_ALLS:
        yield "name the file after the act, not utils or services"
    if len(text.splitlines()) > LONGEST and path.parent.name != "migrations":
        yield f"over {LONGEST} lines"
    if set(imported_signals(ast.parse(text))) - ALLOWED_SIGNALS:
        yield "no signals"


def imported_signals(tree: ast.Module) -> Iterator[str]:
    """What a file imports from a module of signals, or the name of such a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom | ast.Import):
            names = [alias.name for alias in node.names]
            if (getattr(node, "module", None) or "").endswith(("signals", "dispatch")):
                yield from names
            yield from (name for name in names if name.endswith(("signals", "dispatch")))


def test_the_house_keeps_its_rules():
    assert list(breaches(ROOT)) == []


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        ("utils.py", "", "name the file after the act, not utils or services"),
        ("services.py", "", "name the file after the act, not utils or services"),
        ("long.py", "x = 1\n" * 301, "over 300 lines"),
        ("listens.py", "from django.dispatch import receiver\n", "no signals"),
        ("sends.py", "from django.db.models import signals\n", "no signals"),
        ("saves.py", "from django.db.models.signals import (\n    post_migrate,\n    post_save,\n)\n", "no signals"),
    ],
)
def test_a_breach_is_found(tmp_path, name, text, rule):
    (tmp_path / "cms").mkdir()
    (tmp_path / "cms" / name).write_text(text)
    assert list(breaches(tmp_path)) == [f"cms/{name}: {rule}"]


def test_what_the_rules_allow_is_no_breach(tmp_path):
    (tmp_path / "cms").mkdir()
    (tmp_path / "cms" / "apps.py").write_text("from django.db.models.signals import post_migrate\n" + "x = 1\n" * 299)
    assert list(breaches(tmp_path)) == []
