"""The SARIF log: valid by the standard's schema, and of use to who reads it."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from articles.checks import Severity
from articles.checks.registry import all_rules
from articles.management.citecheck.sarif import log
from tests.articles.management.citecheck.texts import checked, remarked

SCHEMA = Path(__file__).resolve().parents[3] / "vendor/sarif-schema/2.1.0/sarif-schema-2.1.0.json"


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)


def run(*files) -> dict:
    (run,) = log(files)["runs"]
    return run


@pytest.mark.parametrize("files", [(), (checked(),), (checked("a b.txt"), checked("/tmp/ä:%.txt"))])  # noqa: S108
def test_log_is_valid_by_its_schema(validator, files):
    assert [error.message for error in validator.iter_errors(log(files))] == []


def test_schema_refuses_what_is_no_log(validator):
    broken = log([checked()])
    broken["runs"][0]["results"][0]["level"] = "block"
    assert not validator.is_valid(broken)


def test_each_rule_describes_itself():
    described = run()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in described] == [rule.code for rule in all_rules()]
    uncited = next(rule for rule in described if rule["id"] == "C001")
    assert uncited["name"] == "UncitedClaim"
    assert uncited["shortDescription"]["text"] == "Every claim carries a citation."
    assert uncited["help"]["text"].startswith("Cite a source")
    assert uncited["defaultConfiguration"]["level"] == "error"
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in described)


def test_result_points_to_its_rule_and_place():
    found = run(checked())
    (result,) = (result for result in found["results"] if result["ruleId"] == "C001")
    assert found["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "C001"
    assert found["columnKind"] == "unicodeCodePoints"
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "rain.txt"},
                "region": {"startLine": 3, "startColumn": 54},
            }
        }
    ]


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.BLOCK, "error"), (Severity.WARN, "warning"), (Severity.NOTE, "note")]
)
def test_level_is_the_severity_of_the_finding(severity, level):
    assert [result["level"] for result in run(remarked("Look.", severity=severity))["results"]] == [level]


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a b/ü%.txt", "a%20b/%C3%BC%25.txt"),
        ("./a:b?.txt", "a%3Ab%3F.txt"),
        ("../a.txt", "../a.txt"),
        ("a\udcff.txt", "a%FF.txt"),
        ("/elsewhere/a b.txt", "file:///elsewhere/a%20b.txt"),
        (str(Path.cwd() / "docs" / "a.txt"), "docs/a.txt"),
    ],
)
def test_file_is_named_by_a_uri(file, uri):
    (result,) = run(remarked("Look.", file=file))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_fingerprints_tell_equal_findings_apart_and_last_when_the_text_moves():
    def prints(source: str) -> list[str]:
        results = run(checked(source=source))["results"]
        return [result["partialFingerprints"]["stetFinding/v1"] for result in results]

    before = prints("Rain lowers blood pressure. Rain is wet*1, they say. Rain lowers blood pressure.")
    assert len(set(before)) == len(before)
    assert prints("\n\nRain lowers blood pressure.\nRain is wet*1, they say. Rain lowers blood pressure.") == before
    twice = run(remarked("Look.", "Look."))["results"]
    assert len({result["partialFingerprints"]["stetFinding/v1"] for result in twice}) == 2
