"""Findings as JSON, for other programs."""

from collections.abc import Iterable

from govdisclosure.finding import Finding, Operand
from govdisclosure.source import Span
from govdisclosure.writers import json_syntax
from govdisclosure.writers.json_syntax import Json

_INDENT = 2


def findings_json(findings: Iterable[tuple[str, Finding]], language: str) -> str:
    """Findings with the files that they are about, as a JSON list.

    Args:
        findings: the name of the file and the finding.
        language: that of the messages, ``zh`` or ``en``.
    """
    return json_syntax.write([_row(finding, file, language) for file, finding in findings], _INDENT) + "\n"


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
        "fingerprint": finding.fingerprint,
        "subject": finding.subject,
        "span": _place(finding.span),
        "culprits": list(finding.culprits),
        "operands": [_operand(operand) for operand in finding.operands],
    }


def _operand(operand: Operand) -> dict[str, Json]:
    return {
        "address": operand.address,
        "value": operand.value,
        "state": operand.state,
        "span": _place(operand.span),
        "owner": operand.owner,
    }


def _place(span: Span | None) -> Json:
    return None if span is None else list(span)
