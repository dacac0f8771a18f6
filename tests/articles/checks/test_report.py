"""The report and its JSON."""

import json

from articles.checks import DEFAULT, Finding, Report, RulingKind, Severity, review
from articles.manuscript import Outcome, Place
from articles.text.claims import ENGINE
from tests.articles.checks.texts import CLAIM, FIGURE, LEANING, OPINION, STRICT, cite, ruled, text

FULL = text(
    f"<p>{FIGURE}{cite('cha2020')} {LEANING}</p><p>{OPINION} {FIGURE[:-1]}!</p><p>It does this{cite('hu2016')}:</p>"
    f"<ul><li>{CLAIM}</li></ul><p>Coffee kills 3 people a day.</p><p>Cocoa causes headaches in 4% of adults.</p>"
)
RULINGS = (
    ruled(RulingKind.WAIVER, "Coffee kills 3 people a day."),
    ruled(RulingKind.NOT_A_CLAIM, "Cocoa causes headaches in 4% of adults."),
)


def finding(severity: Severity) -> Finding:
    return Finding("X001", severity, "Look.")


def test_only_a_blocking_finding_blocks():
    assert not Report((), (), DEFAULT, ENGINE).blocks
    assert not Report((finding(Severity.WARN), finding(Severity.NOTE)), (), DEFAULT, ENGINE).blocks
    assert Report((finding(Severity.WARN), finding(Severity.BLOCK)), (), DEFAULT, ENGINE).blocks


def test_every_claim_is_counted_under_one_head():
    claims = review(FULL, DEFAULT, RULINGS).counts["claims"]
    assert claims == {
        "all": 6,
        "flagged": 1,
        "sentence": 1,
        "list": 1,
        "table": 0,
        "inferred": 1,
        "paragraph": 0,
        "not a claim": 1,
        "waiver": 1,
    }


def test_inferred_claim_that_blocks_counts_as_flagged():
    claims = review(FULL, STRICT, RULINGS).counts["claims"]
    assert (claims["flagged"], claims["inferred"]) == (2, 0)


def test_confirmed_claim_counts_as_what_covers_it():
    confirmed = review(FULL, STRICT, (*RULINGS, ruled(RulingKind.SAME_SOURCE, LEANING)))
    assert confirmed.counts["claims"]["inferred"] == 1


def test_sentence_that_needs_no_source_is_no_claim_whatever_covers_it():
    assert review(text(f"<p>{OPINION}{cite('cha2020')}</p>")).counts["claims"]["all"] == 0


def test_findings_are_counted_by_severity():
    report = review(FULL, DEFAULT, RULINGS)
    assert report.counts["findings"] == {"block": 1, "warn": 1, "note": 0}


def test_json_says_all_that_the_report_holds():
    report = review(FULL, DEFAULT, RULINGS)
    told = json.loads(report.to_json())
    assert told["engine"] == ENGINE
    assert told["policy"] == {"sensitivity": "standard", "coverage": "sentence"}
    assert told["counts"] == report.counts
    assert [found["code"] for found in told["findings"]] == [found.code for found in report.findings]
    assert [standing["flagged"] for standing in told["standings"]] == [s.flagged for s in report.standings]
    assert told["standings"][-1]["ruling"] == "not a claim"
    assert told["standings"][0]["outcome"] == Outcome.NEEDS


def test_json_is_canonical():
    report = Report(
        (Finding("X001", Severity.WARN, "“Look.”", "naïve", Place(1, 2, 3), reference=4),), (), DEFAULT, ENGINE
    )
    assert report.to_json() == (
        '{"counts":{"claims":{"all":0,"flagged":0,"inferred":0,"list":0,"not a claim":0,"paragraph":0,"sentence":0,'
        '"table":0,"waiver":0},"findings":{"block":0,"note":0,"warn":1}},"engine":"' + ENGINE + '","findings":[{'
        '"code":"X001","excerpt":"na\\u00efve","message":"\\u201cLook.\\u201d","place":{"block":1,"end":3,"start":2},'
        '"reference":4,"sentence":null,"severity":"warn"}],"policy":{"coverage":"sentence","sensitivity":"standard"},'
        '"standings":[]}'
    )
