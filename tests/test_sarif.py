"""SARIF 2.1.0, as far as the library writes it.

The schema below says for each object that we write what the standard's own schema says of it: the members it may have,
those it must have, and their types (OASIS, sarif-schema-2.1.0.json). Objects have no other members.
"""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, FormatChecker

from govdisclosure.checking import check, chosen
from govdisclosure.writers.sarif import sarif
from tests.balanced import written
from tests.strategies import FINDINGS

STRING = {"type": "string"}
MESSAGE = {"$ref": "#/definitions/message"}


def closed(required, **properties):
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def several(items, *, unique=False):
    return {"type": "array", "uniqueItems": unique, "items": items}


LEVEL = {"enum": ["none", "note", "warning", "error"]}
URI = STRING | {"format": "uri-reference", "pattern": r"^[!#-;=?-\[\]_a-z~]*$"}
LOCATION = closed(
    [],
    id={"type": "integer", "minimum": -1},
    physicalLocation=closed(
        [],
        artifactLocation=closed([], uri=URI, uriBaseId=STRING, index={"type": "integer"}, description=MESSAGE),
        region={"type": "object"},
        contextRegion={"type": "object"},
    ),
    logicalLocations=several(
        closed(
            [],
            name=STRING,
            index={"type": "integer"},
            fullyQualifiedName=STRING,
            decoratedName=STRING,
            parentIndex={"type": "integer"},
            kind=STRING,
        ),
        unique=True,
    ),
    message=MESSAGE,
)
RULE = closed(
    ["id"],
    id=STRING,
    guid=STRING,
    name=STRING,
    shortDescription=closed(["text"], text=STRING, markdown=STRING),
    fullDescription=closed(["text"], text=STRING, markdown=STRING),
    help=closed(["text"], text=STRING, markdown=STRING),
    helpUri=STRING | {"format": "uri"},
    messageStrings={"type": "object"},
    defaultConfiguration=closed(
        [], enabled={"type": "boolean"}, level=LEVEL, rank={"type": "number"}, parameters={"type": "object"}
    ),
    properties={"type": "object"},
)
RESULT = closed(
    ["message"],
    ruleId=STRING,
    ruleIndex={"type": "integer", "minimum": -1},
    kind={"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
    level=LEVEL,
    message=MESSAGE,
    locations=several(LOCATION),
    relatedLocations=several(LOCATION, unique=True),
    fingerprints={"type": "object", "additionalProperties": STRING},
    partialFingerprints={"type": "object", "additionalProperties": STRING},
    properties={"type": "object"},
)
SCHEMA = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "definitions": {"message": closed(["text"], text=STRING, markdown=STRING, id=STRING, arguments=several(STRING))},
    **closed(
        ["version", "runs"],
        **{"$schema": STRING | {"format": "uri"}},
        version={"enum": ["2.1.0"]},
        runs=several(
            closed(
                ["tool"],
                tool=closed(
                    ["driver"],
                    driver=closed(
                        ["name"],
                        name=STRING,
                        version=STRING,
                        semanticVersion=STRING,
                        informationUri=STRING | {"format": "uri"},
                        rules=several(RULE, unique=True),
                    ),
                ),
                results=several(RESULT),
                columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                language=STRING | {"pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
            )
        ),
    ),
}
VALIDATOR = Draft7Validator(SCHEMA, format_checker=FormatChecker())
HEADERS = [rule.header for rule in chosen()]
WRONG = written({"requests.received.natural_person": 2, "requests.received.total": 1}, agency="甲局", year=2023)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_log_is_what_the_standard_asks_for(language):
    (finding,) = check(WRONG, select=["GD303"])
    log = json.loads(sarif([("甲局/2023 年报.html", finding)], HEADERS, language))
    VALIDATOR.validate(log)
    (run,) = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [header.code for header in HEADERS]
    (result,) = run["results"]
    assert result["ruleId"] == "GD303"
    assert result["level"] == "error"
    assert result["message"] == {"text": finding.message.in_language(language)}
    (location,) = result["locations"]
    uri = "%E7%94%B2%E5%B1%80/2023%20%E5%B9%B4%E6%8A%A5.html"
    assert location["physicalLocation"] == {"artifactLocation": {"uri": uri}}
    assert [cell["fullyQualifiedName"] for cell in location["logicalLocations"]] == list(finding.cells)
    assert list(result["partialFingerprints"].values()) == [finding.fingerprint]


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"]), max_size=9), FINDINGS), max_size=3))
def test_any_findings_make_a_valid_log(found):
    VALIDATOR.validate(json.loads(sarif(found, HEADERS, "zh")))


def test_the_schema_refuses_what_is_no_sarif():
    log = json.loads(sarif([("a.html", check(WRONG, select=["GD303"])[0])], HEADERS, "zh"))
    for path, value in (
        (("version",), "2.0.0"),
        (("runs", 0, "tool", "driver", "name"), None),
        (("runs", 0, "results", 0, "level"), "fatal"),
        (("runs", 0, "results", 0, "severity"), "error"),
        (("runs", 0, "results", 0, "locations", 0, "physicalLocation", "artifactLocation", "uri"), "a b"),
    ):
        broken = json.loads(json.dumps(log))
        place = broken
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value
        assert not VALIDATOR.is_valid(broken), path
