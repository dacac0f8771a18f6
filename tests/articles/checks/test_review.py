"""The review: all rules over one text, the same each time."""

import os
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.checks import DEFAULT, Coverage, Policy, Report, RulingKind, Severity, registry, review
from articles.checks.registry import Rule
from articles.manuscript import Manuscript, Person
from articles.text.claims import Sensitivity
from tests.articles.checks.texts import CHA, CLAIM, FIGURE, HU, LEANING, OPINION, STRICT, cite, flagged, ruled, text
from tests.cms.project import ROOT

FAULTY = text(
    f"<h2>{FIGURE}</h2><h4>Why</h4><p>{FIGURE} Tea is old.*3 {CLAIM}{cite('ng1999')}</p><p>{CLAIM} {LEANING}"
    f'{cite("cha2020")}</p><aside class="promo"><p>{FIGURE}</p></aside><figure><img src="cup.png"></figure>',
    sources=(replace(CHA, authors=(), publisher="Self-published"), HU),
    people=(Person("Ola Brandt"), Person("Asa Lind")),
)
POLICIES = [Policy(sensitivity, coverage) for sensitivity in Sensitivity for coverage in Coverage]
PIECES = st.sampled_from(
    [FIGURE, CLAIM, LEANING, OPINION, cite("cha2020"), cite("no-reference-9"), cite("hu2016", "ng1999"), "*3", "Why?"]
)
TEXTS = st.lists(st.tuples(st.sampled_from(["p", "li", "h3"]), st.lists(PIECES, max_size=5)), max_size=5)

RULINGS = st.lists(st.builds(ruled, st.sampled_from(RulingKind), st.sampled_from([FIGURE, CLAIM, LEANING])), max_size=3)

PRINT = "from tests.articles.checks.test_review import FAULTY, review; print(review(FAULTY).to_json())"


def built(paragraphs: list[tuple[str, list[str]]]) -> Manuscript:
    return text("".join(f"<{name}>{' '.join(pieces)}</{name}>" for name, pieces in paragraphs))


def blocking_claims(report: Report) -> list[int | None]:
    codes = {"C001", "C002", "C005"}
    return [f.sentence for f in report.findings if f.code in codes and f.severity is Severity.BLOCK]


def test_empty_manuscript_has_a_report():
    report = review(Manuscript())
    assert [finding.code for finding in report.findings] == ["P001"]
    assert not report.blocks


def test_opinion_and_well_cited_text_pass():
    assert review(text(f"<p>{OPINION} {FIGURE}{cite('cha2020')} {CLAIM}{cite('hu2016')}</p>")).findings == ()


def test_findings_come_in_the_texts_order():
    assert [finding.code for finding in review(FAULTY).findings] == [
        "P002",
        "P002",
        "C006",
        "A002",
        "C001",
        "C004",
        "C001",
        "C003",
        "C002",
        "C005",
        "A001",
        "R003",
        "R004",
        "R001",
    ]


@given(TEXTS)
def test_same_text_gives_the_same_report_under_every_policy(paragraphs):
    for policy in POLICIES:
        report = review(built(paragraphs), policy)
        assert report == review(built(paragraphs), policy)
        assert report.to_json() == review(built(paragraphs), policy).to_json()


@pytest.mark.parametrize("finding", review(FAULTY).findings, ids=lambda finding: finding.code)
def test_message_says_what_to_do_in_an_editors_words(finding):
    assert finding.message[0].isupper() or finding.message[0] == "*"
    assert finding.message.endswith(".")
    assert not re.search(r"error|violat|score|invalid|fail", finding.message, re.IGNORECASE)


@given(TEXTS, RULINGS)
def test_each_flagged_claim_has_exactly_one_finding_that_blocks(paragraphs, rulings):
    for policy in POLICIES:
        report = review(built(paragraphs), policy, rulings)
        assert sorted(blocking_claims(report)) == [s.sentence for s in report.standings if s.flagged]


@given(TEXTS)
def test_stricter_policy_flags_no_fewer_claims(paragraphs):
    manuscript = built(paragraphs)
    lenient, standard, strict = (
        set(flagged(manuscript, review(manuscript, Policy(sensitivity))))
        for sensitivity in (Sensitivity.LENIENT, Sensitivity.STANDARD, Sensitivity.STRICT)
    )
    assert lenient <= standard <= strict


def test_order_of_rulings_changes_nothing():
    rulings = [ruled(kind, sentence) for kind in RulingKind for sentence in (FIGURE, CLAIM)]
    assert review(FAULTY, STRICT, rulings).to_json() == review(FAULTY, STRICT, rulings[::-1]).to_json()


def test_rulings_may_come_from_a_generator():
    assert review(FAULTY, DEFAULT, (ruled(RulingKind.WAIVER, FIGURE) for _ in range(1))).blocks


def test_report_does_not_depend_on_the_hash_seed():
    reports = [
        subprocess.run(
            [sys.executable, "-c", PRINT],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert reports[0] == reports[1] == review(FAULTY).to_json() + "\n"


def test_no_report_comes_of_a_rule_that_raises(monkeypatch):
    def broken(case):
        raise RuntimeError("This rule is broken.")

    broken_rule = Rule("X001", Severity.NOTE, Severity.NOTE, broken)
    monkeypatch.setitem(registry._REGISTERED, "X001", broken_rule)
    registry.all_rules.cache_clear()
    with pytest.raises(RuntimeError, match="broken"):
        review(text(f"<p>{OPINION}</p>"))
    monkeypatch.undo()
    registry.all_rules.cache_clear()
