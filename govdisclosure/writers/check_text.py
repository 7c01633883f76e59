"""The findings about a report as text that a person reads."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

import regex
from attrs import frozen

from govdisclosure.editions import TABLES, slot_at
from govdisclosure.errors import UnknownAddress
from govdisclosure.finding import Finding, Message, Operand, Severity, Verdict
from govdisclosure.identities import Axis, Identity, identities
from govdisclosure.names import cell_name, subject_name
from govdisclosure.parsed import Parsed
from govdisclosure.reading import Number
from govdisclosure.report import Report
from govdisclosure.source import Source, Span
from govdisclosure.states import State
from govdisclosure.writers.columns import shortened
from govdisclosure.writers.phrases import SEVERITIES, STATES, VERDICTS

_Key = TypeVar("_Key")

#: So many operands of a finding that is no sum are shown one by one; more are counted.
_SHOWN = 8
#: The places of a quotation from the source, and of what stands there before the words in question.
_QUOTED = 60
_LEAD = 8
#: 1,234,567件 is a figure; 未收到政府信息公开申请 and 7件，均获维持 are more than one.
_ONE_FIGURE = regex.compile(r"(?:[^，。、；,;]|(?<=\d)[,，](?=\d)){1,10}")
_MARGIN = "  "
_INDENT = " " * 10


@frozen(kw_only=True)
class Examined:
    """A report, what was found in it, and how much of it was checked."""

    #: The file as the caller names it.
    file: str
    subject: Parsed | Report
    findings: tuple[Finding, ...]
    #: Findings that are known and left alone.
    suppressed: int = 0
    #: Cells of the forms used, by what the source said in them.
    cells: Mapping[State, int]
    #: Sums that the forms prescribe: those that hold, that fail, that an operand is missing for.
    holding: int
    broken: int
    not_assessable: int


def check_text(examined: Examined, language: str) -> str:
    """A head line, the findings by severity, and a line that sums up.

    Args:
        examined: the report and its findings.
        language: ``zh`` or ``en``.
    """
    parsed = examined.subject if isinstance(examined.subject, Parsed) else None
    lines = [_head(examined)]
    for severity in Severity:
        for finding in examined.findings:
            if finding.severity is severity:
                lines += _finding(finding, parsed, language)
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


def _finding(finding: Finding, parsed: Parsed | None, language: str) -> Iterator[str]:
    weight = SEVERITIES[finding.severity].in_language(language)
    doubt = "" if finding.verdict is Verdict.SOURCE else f" [{VERDICTS[finding.verdict].in_language(language)}]"
    yield f"{_MARGIN}{finding.code}  {weight}  {finding.message.in_language(language)}{doubt}"
    for line in _figures(finding, parsed, language):
        yield _INDENT + line
    if parsed is not None and finding.span is not None:
        yield _INDENT + _place(parsed.source, finding.span, language)


def _place(source: Source, span: Span, language: str) -> str:
    """The line of the source that a finding starts in, from 1, and its words from a little before there."""
    number = source.text.count("\n", 0, span.start) + 1
    start = source.text.rfind("\n", 0, span.start) + 1
    end = source.text.find("\n", span.start)
    line = source.text[start : end if end >= 0 else None]
    lead = span.start - start - _LEAD
    words = shortened(line, _QUOTED)
    if words.endswith("…") and lead > 0:
        words = "…" + shortened(line[lead:], _QUOTED)
    return Message(f"第{number}行：{words}", f"line {number}: {words}").in_language(language)


def _figures(finding: Finding, parsed: Parsed | None, language: str) -> Iterator[str]:
    """The numbers that a finding is about: of an identity both sums, of any other finding its operands."""
    identity = _identity(finding.code, finding.cells)
    by_address = {operand.address: operand for operand in finding.operands}
    if identity is not None and by_address.keys() >= set(identity.cells):
        for side in (identity.left, identity.right):
            yield _sum([by_address[address] for address in side], identity.axis, language)
        return
    operands = finding.operands
    telling = operands if len(operands) <= _SHOWN else tuple(one for one in operands if one.value)
    for operand in telling[:_SHOWN]:
        is_prose = _is_prose(operand, parsed)
        figure = _printed(operand, parsed) if is_prose else _figure(operand, language)
        yield f"{_name(operand, is_prose=is_prose).in_language(language)}  {figure}"
    rest = [one for one in operands if one not in telling[:_SHOWN]]
    if rest:
        yield _counted(rest, language)


def _is_prose(operand: Operand, parsed: Parsed | None) -> bool:
    """Whether an operand is a figure of the prose. One that counts a cell has the cell's address, but another place."""
    try:
        slot_at(operand.address)
    except UnknownAddress:
        return True
    return parsed is not None and not operand.owner and parsed[operand.address].span != operand.span


def _name(operand: Operand, *, is_prose: bool) -> Message:
    """What to call an operand: a cell by its labels, a figure of the prose by what it counts."""
    if is_prose:
        return Message(f"正文中的{subject_name(operand.address).zh}", f"the prose, {operand.address}")
    name = cell_name(slot_at(operand.address))
    return Message(f"{operand.owner} {name.zh}", f"{operand.owner}: {name.en}") if operand.owner else name


def _printed(operand: Operand, parsed: Parsed | None) -> str:
    """A figure of the prose as it is printed, with its unit; words that stand for a number are not quoted."""
    number = "—" if operand.value is None else _plain(operand.value)
    if parsed is None or operand.span is None:
        return number
    words = "".join(parsed.source.at(operand.span).split())
    return words if _ONE_FIGURE.fullmatch(words) else number


@lru_cache
def _identity(code: str, cells: tuple[str, ...]) -> Identity | None:
    found = (one for table in TABLES for one in identities(table) if one.code == code and one.cells == cells)
    return next(found, None)


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
    mark = f"（{state}）" if language == "zh" else f" ({state})"
    if operand.value is None:
        return mark.lstrip()
    return _plain(operand.value) + ("" if operand.state is State.STATED else mark)


def _plain(value: Number) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _counted(operands: Iterable[Operand], language: str) -> str:
    """Operands that are alike, counted: ``0 ×3, (blank) ×12``."""
    counts = Counter(_figure(one, language) for one in operands)
    return ("、" if language == "zh" else ", ").join(f"{what} ×{count}" for what, count in counts.items())


def _sums(examined: Examined, language: str) -> str:
    """The cells by state, the sums of the forms, the findings by severity."""
    severities = Counter(finding.severity for finding in examined.findings)
    cells, known = sum(examined.cells.values()), examined.suppressed
    in_chinese = (
        f"单元格{cells}个：" + _tally(examined.cells, STATES, "zh"),
        f"勾稽关系：成立{examined.holding}、不成立{examined.broken}、无法核对{examined.not_assessable}",
        "发现：" + (_tally(severities, SEVERITIES, "zh") or "无") + (f"（另有已知{known}）" if known else ""),
    )
    in_english = (
        f"{cells} cells: " + _tally(examined.cells, STATES, "en"),
        f"sums: {examined.holding} hold, {examined.broken} fail, {examined.not_assessable} not assessable",
        f"findings: {_tally(severities, SEVERITIES, 'en', plural='s') or 'none'}"
        + (f" ({known} known)" if known else ""),
    )
    return Message("；".join(in_chinese), "; ".join(in_english)).in_language(language)


def _tally(counts: Mapping[_Key, int], names: Mapping[_Key, Message], language: str, plural: str = "") -> str:
    """Counts by name, in the order of the names."""
    shown = [(name.in_language(language), counts[key]) for key, name in names.items() if counts.get(key)]
    if language == "zh":
        return "、".join(f"{name}{count}" for name, count in shown)
    return ", ".join(f"{count} {name}{plural if count > 1 else ''}" for name, count in shown)
