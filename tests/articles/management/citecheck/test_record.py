"""The object of a file: its keys, in their order, and what they hold."""

from dataclasses import replace

from articles.importers import Loss
from articles.management.citecheck.record import record
from articles.manuscript import Person
from tests.articles.management.citecheck.texts import checked

KEYS = [
    *("file", "title", "topics", "contributors", "references"),
    *("citations", "sentences", "findings", "losses", "engine"),
]
SENTENCE_KEYS = ["text", "block", "outcome", "claim", "score", "reasons", "cited", "covered_by", "flagged"]


def test_keys_are_those_of_the_contract_in_its_order():
    found = record(checked())
    assert list(found) == KEYS
    assert list(found["references"][0]) == ["number", "original_label", "sources"]
    assert list(found["citations"][0]) == ["sentence", "numbers"]
    assert list(found["sentences"][0]) == SENTENCE_KEYS
    assert list(found["findings"][0]) == ["code", "severity", "message", "line", "column", "sentence"]


def test_sentence_says_how_it_stands():
    first, second, last = record(checked())["sentences"]
    assert (first["text"], first["block"]) == ("Rain lowers blood pressure.", "p")
    assert (first["outcome"], first["claim"], first["cited"]) == ("needs", True, False)
    assert (first["covered_by"], first["flagged"]) == ("inferred", False)
    assert (second["text"], second["cited"], second["covered_by"]) == ("Rain is wet, they say.", True, "sentence")
    assert (last["covered_by"], last["flagged"]) == (None, True)
    assert "HEALTH_EFFECT" in last["reasons"]


def test_score_has_four_decimals():
    text = checked()
    sentences = tuple(replace(sentence, score=1 / 3) for sentence in text.imported.manuscript.sentences)
    manuscript = replace(text.imported.manuscript, sentences=sentences)
    found = record(replace(text, imported=replace(text.imported, manuscript=manuscript)))
    assert {sentence["score"] for sentence in found["sentences"]} == {0.3333}


def test_citation_names_its_sentence_and_the_numbers_of_the_list():
    assert record(checked())["citations"] == [{"sentence": 1, "numbers": [1]}]


def test_marker_that_points_nowhere_keeps_its_number():
    markup = '<p>Rain is wet<cite class="cit" data-ref="no-reference-99">*99</cite>.</p>'
    found = record(checked(markup=markup, source="Rain is wet*99."))
    assert found["citations"] == [{"sentence": 0, "numbers": [99]}]
    assert "C003" in {finding["code"] for finding in found["findings"]}


def test_reference_holds_its_sources_as_csl():
    (reference,) = record(checked())["references"]
    assert reference["sources"] == [{"id": "rain2020", "type": "document", "title": "Rain: A Life"}]


def test_finding_points_to_its_sentence_or_to_none():
    found = {finding["code"]: finding for finding in record(checked())["findings"]}
    assert (found["C001"]["sentence"], found["C001"]["line"], found["C001"]["column"]) == (2, 3, 54)
    assert (found["P001"]["sentence"], found["P001"]["severity"]) == (None, "warn")


def test_contributors_topics_and_losses_are_told():
    text = checked()
    manuscript = replace(text.imported.manuscript, people=(Person("Ada Byron", bio="Counts."),), topics=("Water",))
    lost = replace(text.imported, manuscript=manuscript, losses=(Loss(7, "Leave a comment", "No text."),))
    found = record(replace(text, imported=lost))
    assert (found["contributors"], found["topics"]) == (["Ada Byron"], ["Water"])
    assert found["losses"] == [{"line": 7, "what": "Leave a comment", "why": "No text."}]
