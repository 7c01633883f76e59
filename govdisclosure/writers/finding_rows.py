"""Findings as plain data, for other programs."""

from govdisclosure.finding import Finding
from govdisclosure.writers.json_syntax import Json


def finding_row(finding: Finding, file: str, language: str) -> dict[str, Json]:
    """A finding as an object.

    Args:
        finding: the finding.
        file: the file as the caller names it.
        language: that of the message, ``zh`` or ``en``.
    """
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
        "span": None if finding.span is None else list(finding.span),
        "culprits": list(finding.culprits),
        "operands": [
            {"address": operand.address, "value": operand.value, "state": operand.state} for operand in finding.operands
        ],
    }
