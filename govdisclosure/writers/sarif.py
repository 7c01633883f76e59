"""Findings in SARIF 2.1.0, the format in which code hosts and editors take the results of checkers."""

from collections.abc import Iterable
from pathlib import PurePath
from urllib.parse import quote

from govdisclosure.catalogue import Header
from govdisclosure.finding import Finding, Severity
from govdisclosure.writers import json_syntax
from govdisclosure.writers.json_syntax import Json

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_INDENT = 2


def sarif(found: Iterable[tuple[str, Finding]], headers: Iterable[Header], language: str) -> str:
    """Findings with the files that they are about, as a SARIF log of one run.

    Args:
        found: the name of the file and the finding.
        headers: what is said of the rules that were applied.
        language: that of the messages, ``zh`` or ``en``.
    """
    run: Json = {
        "tool": {"driver": {"name": "govdisclosure", "rules": [_rule(header, language) for header in headers]}},
        "results": [_result(file, finding, language) for file, finding in found],
    }
    log: Json = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_syntax.write(log, _INDENT) + "\n"


def _rule(header: Header, language: str) -> Json:
    return {
        "id": header.code,
        "name": header.name,
        "shortDescription": {"text": header.statement.in_language(language)},
        "defaultConfiguration": {"level": _level(header.severity)},
    }


def _result(file: str, finding: Finding, language: str) -> Json:
    """A finding; the cells are logical places, for spans are of the page's visible text and not of the file."""
    return {
        "ruleId": finding.code,
        "level": _level(finding.severity),
        "message": {"text": finding.message.in_language(language)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(PurePath(file).as_posix(), errors="surrogateescape")}
                },
                "logicalLocations": [{"fullyQualifiedName": address} for address in dict.fromkeys(finding.cells)],
            }
        ],
        "partialFingerprints": {"govdisclosure/v1": finding.fingerprint},
    }


def _level(severity: Severity) -> str:
    return severity.value  # SARIF has the same three words: error, warning, note
