"""The trust line: words that the report bears out, and no better ones."""

import json

import pytest

from articles.reader.trust import REASONS, trust

HEADS = dict.fromkeys(
    ("all", "flagged", "sentence", "list", "table", "inferred", "paragraph", "not a claim", "waiver"), 0
)


def report(**claims: int) -> str:
    named = {name.replace("_", " "): count for name, count in claims.items()}
    return json.dumps({"counts": {"claims": HEADS | named}})


@pytest.mark.parametrize(
    ("claims", "line", "short"),
    [
        ({}, "No statement in this text was found to need a source.", ""),
        ({"all": 1, "sentence": 1}, "1 of 1 claim has a source.", "1 claim sourced"),
        ({"all": 3, "sentence": 1, "list": 1, "inferred": 1}, "3 of 3 claims have a source.", "3 claims sourced"),
        ({"all": 3, "sentence": 2, "waiver": 1}, "2 of 3 claims have a source.", "2 claims sourced"),
        ({"all": 3, "sentence": 2, "not_a_claim": 1}, "2 of 2 claims have a source.", "2 claims sourced"),
        ({"all": 2, "sentence": 1, "flagged": 1}, "1 of 2 claims have a source.", "1 claim sourced"),
    ],
)
def test_the_line_counts_what_the_report_counts(claims, line, short):
    found = trust(report(**claims))
    assert (found.line, found.short) == (line, short)


def test_a_waiver_is_told_only_where_its_sentence_stands_on_the_page():
    waived = [{"text": "Tea is nice.", "reason": "other"}, {"text": "Tea was old.", "reason": "other"}]
    assert trust(report(all=1, waiver=1), waived, "So: Tea is nice. Good.").statements == (
        ("Tea is nice.", REASONS["other"]),
    )
