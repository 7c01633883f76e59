"""Findings as JSON, for other programs, and as a baseline: the list of what is known already."""

from collections.abc import Iterable

from govdisclosure.errors import DamagedData
from govdisclosure.finding import Finding
from govdisclosure.writers import json_syntax
from govdisclosure.writers.json_syntax import WHOLE, Json

_INDENT = 2
_FINGERPRINT = "fingerprint"


def findings_json(findings: Iterable[tuple[str, Finding]], language: str) -> str:
    """Findings with the files that they are about, as a JSON list.

    Args:
        findings: the name of the file and the finding.
        language: that of the messages, ``zh`` or ``en``.
    """
    return json_syntax.write([_row(finding, file, language) for file, finding in findings], _INDENT) + "\n"


def fingerprints(text: str) -> frozenset[str]:
    """The fingerprints of a list that `findings_json` wrote: a baseline.

    Raises:
        DamagedData: if it is no such list.
    """
    data = json_syntax.read(text)
    if not isinstance(data, list):
        raise DamagedData(WHOLE, "a list of findings is expected")
    found = []
    for number, row in enumerate(data):
        fingerprint = row.get(_FINGERPRINT) if isinstance(row, dict) else None
        if not isinstance(fingerprint, str):
            path = f"{number}.{_FINGERPRINT}"
            raise DamagedData(path, "text is expected")
        found.append(fingerprint)
    return frozenset(found)


def _row(finding: Finding, file: str, language: str) -> dict[str, Json]:
    return {
        "file": file,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "verdict": finding.verdict,
        "cells": list(finding.cells),
        "stated": finding.stated,
        "expected": finding.expected,
        "message": finding.message.in_language(language),
        _FINGERPRINT: finding.fingerprint,
        "subject": finding.subject,
        "span": None if finding.span is None else list(finding.span),
        "culprits": list(finding.culprits),
        "operands": [
            {"address": operand.address, "value": operand.value, "state": operand.state} for operand in finding.operands
        ],
    }
