"""Findings in SARIF 2.1.0, the format in which code hosts and editors take the results of checkers."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from urllib.parse import quote

import regex
from attrs import frozen

from govdisclosure.catalogue import Header
from govdisclosure.finding import Finding, Message, Severity
from govdisclosure.source import Media, Source, Span
from govdisclosure.writers import json_syntax
from govdisclosure.writers.json_syntax import Json
from govdisclosure.writers.rules_text import rule_text

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_INDENT = 2
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
#: What ends a line in the eyes of the standard.
_NEWLINE = regex.compile(r"\r\n|\r|\n")


@frozen(kw_only=True)
class Run:
    """What a run of the checker was given, and what it found."""

    #: The version of the checker.
    version: str
    #: The rules that were applied, with the sums that they check, and an example.
    rules: Sequence[tuple[Header, tuple[str, ...], Message]]
    #: The name of the file, and what was found there; an empty name where it is about no file in particular.
    found: Sequence[tuple[str, Finding]]
    #: What was read of each file that could be used, by its name.
    sources: Mapping[str, Source]
    #: The name of each other file, and why it could not be used.
    unusable: Sequence[tuple[str, str]] = ()


def sarif(run: Run, language: str) -> str:
    """A run as a SARIF log.

    Args:
        run: what was given and found. What is known and left alone is not in it: hosts show all that they are told.
        language: that of the messages, ``zh`` or ``en``.
    """
    places = {file: _Places(file, source) for file, source in run.sources.items()}
    order = {header.code: number for number, (header, *_) in enumerate(run.rules)}
    rules: Json = [_rule(*rule, language) for rule in run.rules]
    results: Json = [
        _result(finding, places.get(file) or _Places(file), order.get(finding.code), language)
        for file, finding in run.found
    ]
    log: Json = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "govdisclosure", "version": run.version, "rules": rules}},
                "language": _LANGUAGES[language],
                "columnKind": "unicodeCodePoints",
                "invocations": [_invocation(run.unusable)],
                "artifacts": _artifacts(run),
                "results": results,
            }
        ],
    }
    return json_syntax.write(log, _INDENT) + "\n"


def _rule(header: Header, formulas: tuple[str, ...], example: Message, language: str) -> Json:
    return {
        "id": header.code,
        "name": header.name,
        "shortDescription": {"text": header.statement.in_language(language)},
        "help": {"text": rule_text(header, formulas, example, language)},
        "defaultConfiguration": {"level": _level(header.severity)},
    }


def _invocation(unusable: Sequence[tuple[str, str]]) -> Json:
    """How the run went. A file that could not be used is told of; the others were checked all the same."""
    notices: Json = [
        {"level": "error", "message": {"text": reason}, "locations": [{"physicalLocation": _artifact(file)}]}
        for file, reason in unusable
    ]
    return {"executionSuccessful": not unusable, "toolExecutionNotifications": notices}


def _artifacts(run: Run) -> Json:
    uris = dict.fromkeys(_uri(file) for file in (*run.sources, *(file for file, _ in run.unusable)))
    return [{"location": {"uri": uri}, "roles": ["analysisTarget"]} for uri in uris]


def _artifact(file: str) -> dict[str, Json]:
    return {"artifactLocation": {"uri": _uri(file)}}


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="surrogateescape")


class _Places:
    """Places in a file. The spans of a page are of its visible text and not of the file: it has no regions."""

    def __init__(self, file: str, source: Source | None = None) -> None:
        """Find the lines of a text."""
        self.file = file
        self.has_regions = source is not None and source.media is Media.TEXT
        text = source.text if source is not None and self.has_regions else ""
        self._starts = [0, *(match.end() for match in _NEWLINE.finditer(text))]

    def region(self, span: Span) -> Json:
        """A span as lines and columns, both from 1; the last column is the one behind the last character."""
        first, last = self._line(span.start), self._line(max(span.start, span.end - 1))
        return {
            "startLine": first,
            "startColumn": span.start - self._starts[first - 1] + 1,
            "endLine": last,
            "endColumn": span.end - self._starts[last - 1] + 1,
        }

    def _line(self, place: int) -> int:
        return bisect_right(self._starts, place)


def _result(finding: Finding, places: _Places, rule: int | None, language: str) -> Json:
    location: dict[str, Json] = {}
    if places.file:
        physical = _artifact(places.file)
        if places.has_regions and finding.span is not None:
            physical["region"] = places.region(finding.span)
        location["physicalLocation"] = physical
    if finding.cells:
        location["logicalLocations"] = [{"fullyQualifiedName": address} for address in dict.fromkeys(finding.cells)]
    return {
        "ruleId": finding.code,
        **({"ruleIndex": rule} if rule is not None else {}),
        "level": _level(finding.severity),
        "message": {"text": finding.message.in_language(language)},
        "locations": [location] if location else [],
        "partialFingerprints": {"govdisclosure/v1": finding.fingerprint},
        "properties": {
            "verdict": finding.verdict.value,
            "stated": finding.stated,
            "expected": finding.expected,
            "culprits": list(finding.culprits),
        },
    }


def _level(severity: Severity) -> str:
    return severity.value  # SARIF has the same three words: error, warning, note
