"""The rules as text: one line each, or all of one."""

from collections.abc import Iterable

from govdisclosure.catalogue import Header
from govdisclosure.finding import Message
from govdisclosure.writers.columns import aligned
from govdisclosure.writers.phrases import SEVERITIES


def rules_text(headers: Iterable[Header], language: str) -> str:
    """Code, severity, name and statement of each rule, in columns."""
    lines = aligned(
        (
            header.code,
            SEVERITIES[header.severity].in_language(language),
            header.name,
            header.statement.in_language(language),
        )
        for header in headers
    )
    return "\n".join(lines) + "\n"


def rule_text(header: Header, formulas: tuple[str, ...], example: Message, language: str) -> str:
    """All that is said of a rule: name, severity, statement, formulas, message, example, source, editions.

    Args:
        header: what is said of its code.
        formulas: the sums that it checks, in the form's own words.
        example: what it says of a document that breaks it.
        language: ``zh`` or ``en``.
    """
    fields = (
        (Message("名称", "name"), header.name),
        (Message("级别", "severity"), SEVERITIES[header.severity].in_language(language)),
        (Message("要求", "rule"), header.statement.in_language(language)),
        *((Message("公式", "formula"), formula) for formula in formulas),
        (Message("提示语", "message"), header.message.in_language(language)),
        (Message("示例", "example"), example.in_language(language)),
        (Message("依据", "source"), header.source),
        (Message("适用版本", "editions"), ", ".join(header.editions)),
        (Message("始于", "since"), header.since),
    )
    lines = aligned((name.in_language(language), text) for name, text in fields if text)
    return "\n".join((header.code, *(f"  {line}" for line in lines))) + "\n"
