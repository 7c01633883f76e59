"""The findings about a report as text that a person reads."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from attrs import frozen

from govdisclosure.catalogue import cell_name
from govdisclosure.editions import TABLES, slot_at
from govdisclosure.errors import UnknownAddress
from govdisclosure.finding import Finding, Message, Operand, Severity, Verdict
from govdisclosure.identities import Axis, Identity, identities
from govdisclosure.parsed import Parsed
from govdisclosure.reading import Number
from govdisclosure.report import Report
from govdisclosure.source import Source, Span
from govdisclosure.states import State
from govdisclosure.writers.columns import shortened
from govdisclosure.writers.phrases import SEVERITIES, STATES, VERDICTS
from govdisclosure.writers.table_rows import rows

_Key = TypeVar("_Key")

#: Up to so many operands of a finding that is no sum are shown one by one; more are counted.
_SHOWN = 8
#: The places of a quotation from the source.
_QUOTED = 60
_MARGIN = "  "
_INDENT = " " * 10


@frozen
class Examined:
    """A report and what was found in it."""

    #: The file as the caller names it.
    file: str
    subject: Parsed | Report
    findings: tuple[Finding, ...]


def check_text(examined: Examined, language: str) -> str:
    """A head line, the findings by severity, and a line that sums up.

    Args:
        examined: the report and its findings.
        language: ``zh`` or ``en``.
    """
    source = examined.subject.source if isinstance(examined.subject, Parsed) else None
    lines = [_head(examined)]
    for severity in Severity:
        for finding in examined.findings:
            if finding.severity is severity:
                lines += _finding(finding, source, language)
    lines.append(_MARGIN + _sums(examined, language))
    return "\n".join(lines) + "\n"


def series_text(found: Sequence[tuple[str, Finding]], language: str) -> str:
    """The findings between several reports; an empty text where there are none.

    Args:
        found: the name of the file and the finding.
        language: ``zh`` or ``en``.
    """
    if not found:
        return ""
    lines = [Message("各年度之间", "between the years").in_language(language)]
    for file, finding in found:
        lines += _finding(finding, None, language)
        lines.append(_INDENT + "  ".join(part for part in (file, finding.subject) if part))
    return "\n".join(lines) + "\n"


def _head(examined: Examined) -> str:
    report = examined.subject.report if isinstance(examined.subject, Parsed) else examined.subject
    return "  ".join(part for part in (examined.file, report.subject or report.title) if part)


def _finding(finding: Finding, source: Source | None, language: str) -> Iterator[str]:
    weight = SEVERITIES[finding.severity].in_language(language)
    doubt = "" if finding.verdict is Verdict.SOURCE else f" [{VERDICTS[finding.verdict].in_language(language)}]"
    yield f"{_MARGIN}{finding.code}  {weight}  {finding.message.in_language(language)}{doubt}"
    for line in _figures(finding, language):
        yield _INDENT + line
    if source is not None and finding.span is not None:
        yield _INDENT + _place(source, finding.span, language)


def _place(source: Source, span: Span, language: str) -> str:
    """The line of the source that a finding starts in, from 1, and its words."""
    number = source.text.count("\n", 0, span.start) + 1
    start = source.text.rfind("\n", 0, span.start) + 1
    end = source.text.find("\n", span.start)
    words = shortened(source.text[start : end if end >= 0 else None], _QUOTED)
    return Message(f"第{number}行：{words}", f"line {number}: {words}").in_language(language)


def _figures(finding: Finding, language: str) -> Iterator[str]:
    """The numbers that a finding is about: of an identity both sums, of any other finding its operands."""
    identity = _identity(finding.code, finding.cells)
    by_address = {operand.address: operand for operand in finding.operands}
    if identity is not None and by_address.keys() >= set(identity.cells):
        for side in (identity.left, identity.right):
            yield _sum([by_address[address] for address in side], identity.axis, language)
        return
    shown = finding.operands if len(finding.operands) <= _SHOWN else ()
    for operand in shown:
        yield f"{_name(operand.address).in_language(language)}  {_figure(operand, language)}"
    if finding.operands and not shown:
        yield _counted(finding.operands, language)


@lru_cache
def _identity(code: str, cells: tuple[str, ...]) -> Identity | None:
    found = (one for table in TABLES for one in identities(table) if one.code == code and one.cells == cells)
    return next(found, None)


def _name(address: str) -> Message:
    """What to call an operand: a cell by its labels, a figure of the prose by what it counts."""
    try:
        return cell_name(slot_at(address))
    except UnknownAddress:
        return Message(address, address)


def _sum(side: list[Operand], axis: Axis, language: str) -> str:
    """A side of an identity: its terms with their labels, zeros and cells without a number only counted."""
    rest = [one for one in side if not one.value]
    telling = side if len(rest) <= 1 else [one for one in side if one.value]
    terms = [f"{_label(one.address, axis, language)} {_figure(one, language)}" for one in telling]
    if len(side) == 1:
        return terms[0]
    if telling is not side:
        terms.append(_counted(rest, language))
    numbers = [one.value for one in side if one.value is not None]
    relation = "=" if len(numbers) == len(side) else "≥"
    return f"{' + '.join(terms)} {relation} {_plain(sum(numbers))}"


def _label(address: str, axis: Axis, language: str) -> str:
    slot = slot_at(address)
    if language != "zh":
        return address
    return slot.column.label if axis is Axis.LINE else slot.row[-1].label


def _figure(operand: Operand, language: str) -> str:
    """A number as it is, or the state of a cell that has none; a number that was not read as it stands says so.

    >>> _figure(Operand("requests.received.total", None, State.BLANK), "en")
    '(blank)'
    >>> _figure(Operand("requests.received.total", 0, State.STATED), "en")
    '0'
    """
    state = STATES[operand.state].in_language(language)
    mark = f"（{state}）" if language == "zh" else f"({state})"
    if operand.value is None:
        return mark
    return _plain(operand.value) + ("" if operand.state is State.STATED else mark)


def _plain(value: Number) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _counted(operands: Iterable[Operand], language: str) -> str:
    """Operands that are alike, counted: ``0 ×3, (blank) ×12``."""
    counts = Counter(_figure(one, language) for one in operands)
    return ("、" if language == "zh" else ", ").join(f"{what} ×{count}" for what, count in counts.items())


def _sums(examined: Examined, language: str) -> str:
    """The cells by state, the identities, the findings by severity."""
    states = Counter(row.state for row in rows(examined.subject))
    severities = Counter(finding.severity for finding in examined.findings)
    in_chinese = (
        f"单元格{states.total()}个：" + _tally(states, STATES, "zh"),
        "发现：" + (_tally(severities, SEVERITIES, "zh") or "无"),
    )
    in_english = (
        f"{states.total()} cells: " + _tally(states, STATES, "en"),
        "findings: " + (_tally(severities, SEVERITIES, "en") or "none"),
    )
    return Message("；".join(in_chinese), "; ".join(in_english)).in_language(language)


def _tally(counts: Counter[_Key], names: Mapping[_Key, Message], language: str) -> str:
    """Counts by name, in the order of the names."""
    shown = [(name.in_language(language), counts[key]) for key, name in names.items() if counts[key]]
    if language == "zh":
        return "、".join(f"{name}{count}" for name, count in shown)
    return ", ".join(f"{count} {name}" for name, count in shown)
