"""The registry: one rule, one file, one test file, one section in docs/rules.md."""

import pkgutil
import re
from importlib import import_module

import pytest

from articles.checks import registry
from articles.checks import rules as package
from articles.checks.case import Case
from articles.checks.policy import DEFAULT
from articles.checks.registry import Rule, all_rules, rule
from articles.checks.report import Severity
from articles.manuscript import Manuscript
from tests.articles.checks.texts import STRICT
from tests.cms.project import ROOT

MODULES = [module.name for module in pkgutil.iter_modules(package.__path__)]
DOCS = (ROOT / "docs" / "rules.md").read_text()
CODES = [found.code for found in all_rules()]


def sections(page: str) -> dict[str, str]:
    """The page's sections on rules, by code."""
    parts = re.split(r"^## (?=[A-Z]\d{3}:)", page, flags=re.MULTILINE)[1:]
    return {part[:4]: part for part in parts}


def test_every_file_holds_exactly_one_rule():
    homes = [found.judge.__module__ for found in all_rules()]
    assert sorted(homes) == [f"{package.__name__}.{module}" for module in sorted(MODULES)]


@pytest.mark.parametrize("module", MODULES)
def test_every_rule_has_a_test_file_of_its_name(module):
    assert (ROOT / "tests/articles/checks/rules" / f"test_{module}.py").is_file()


@pytest.mark.parametrize("found", all_rules(), ids=CODES)
def test_every_rules_file_opens_with_its_code_and_is_named_after_its_function(found):
    module = import_module(found.judge.__module__)
    assert module.__doc__.startswith(f"{found.code}: ")
    assert module.__name__.endswith(f".{found.judge.__name__}")
    assert found.judge.__doc__


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("part", ["**What**", "**Why**", "**What to do**", "**Example**"])
def test_every_rule_has_a_section_that_says_what_why_and_what_to_do(code, part):
    assert part in sections(DOCS)[code]


def test_no_section_describes_a_rule_that_is_gone():
    assert list(sections(DOCS)) == re.findall(r"^\| ([A-Z]\d{3}) \|", DOCS, re.MULTILINE)
    assert set(sections(DOCS)) == set(CODES)


@pytest.mark.parametrize("found", all_rules(), ids=CODES)
def test_the_page_gives_each_severity(found):
    assert re.search(rf"^\| {found.code} \| [^|]+ \| {found.severity} \| {found.strict} \|$", DOCS, re.MULTILINE)


def test_missing_section_is_noticed():
    assert "C001" not in sections(DOCS.replace("## C001:", "## "))


def test_rules_come_by_code():
    assert sorted(CODES) == CODES
    assert len(set(CODES)) == len(MODULES)


def test_code_that_is_taken_is_refused(monkeypatch):
    monkeypatch.setattr(registry, "_REGISTERED", {})
    rule("X001", Severity.NOTE)(lambda case: ())
    with pytest.raises(ValueError, match=r"Two rules have the code X001\."):
        rule("X001", Severity.NOTE)(lambda case: ())


def test_rule_that_raises_hands_its_exception_up():
    def broken(case: Case) -> list:
        raise KeyError("lost")

    case = Case(Manuscript(), (), DEFAULT, {})
    with pytest.raises(KeyError, match="lost"):
        list(Rule("X001", Severity.NOTE, Severity.NOTE, broken).findings(case))


def test_severity_is_the_policys():
    def one(case: Case) -> list:
        return [registry.Remark("Look.")]

    judged = Rule("X001", Severity.WARN, Severity.BLOCK, one)
    for policy, severity in ((DEFAULT, Severity.WARN), (STRICT, Severity.BLOCK)):
        (finding,) = judged.findings(Case(Manuscript(), (), policy, {}))
        assert (finding.code, finding.severity) == ("X001", severity)
