"""The rules: one file each in `articles/checks/rules/`, found there and nowhere else."""

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from articles.checks import rules as package
from articles.checks.case import Case, Remark
from articles.checks.report import Finding, Severity

Judge = Callable[[Case], Iterable[Remark]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, its severity, its severity under a strict policy, and the function that judges."""

    code: str
    severity: Severity
    strict: Severity
    judge: Judge

    def findings(self, case: Case) -> Iterator[Finding]:
        """Yield what the rule finds. Whatever it raises goes up: a rule that fails must let nothing through."""
        severity = self.strict if case.policy.strict else self.severity
        for remark in self.judge(case):
            yield Finding(
                self.code, severity, remark.message, remark.excerpt, remark.place, remark.sentence, remark.reference
            )


_REGISTERED: dict[str, Rule] = {}


def rule(code: str, severity: Severity, *, strict: Severity | None = None) -> Callable[[Judge], Judge]:
    """Register a function as the rule `code`; `strict` is its severity under a strict policy where that differs.

    Raises ValueError when the code is taken.
    """

    def register(judge: Judge) -> Judge:
        if code in _REGISTERED:
            raise ValueError(f"Two rules have the code {code}.")
        _REGISTERED[code] = Rule(code, severity, strict or severity, judge)
        return judge

    return register


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return all rules by code; the first call imports them."""
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        import_module(module.name)
    return tuple(_REGISTERED[code] for code in sorted(_REGISTERED))
