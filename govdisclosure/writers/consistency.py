"""What the parts of a parsed report say of each other: readings, figures and leftovers of the text and the numbers.

Each part may be sound by itself and still not be of this report: two files mixed up, or a number edited in one place.
"""

from collections.abc import Iterator

from govdisclosure.editions import slot_at
from govdisclosure.errors import UnknownAddress
from govdisclosure.parsed import Parsed
from govdisclosure.reading import Number, Reading
from govdisclosure.report import Report
from govdisclosure.source import Source, Span
from govdisclosure.states import Kind
from govdisclosure.writers.faults import FaultError


def contradiction(parsed: Parsed) -> FaultError | None:
    """The first thing that a parsed report says against itself; None where nothing does."""
    return next(_contradictions(parsed), None)


def _contradictions(parsed: Parsed) -> Iterator[FaultError]:
    for reading in parsed.readings:
        for key, problem in _of_reading(reading, parsed.report, parsed.source):
            yield FaultError(("readings", reading.address, key), problem)
    for name, parts in (
        ("facts", [(fact.span, fact.raw) for fact in parsed.facts]),
        ("leftovers", [(leftover.span, leftover.text) for leftover in parsed.leftovers]),
        ("findings", [(finding.span, None) for finding in parsed.findings]),
    ):
        for place, (span, text) in enumerate(parts):
            if problem := _of_span(span, text, parsed.source):
                yield FaultError((name, place, "span"), problem)
    for place, finding in enumerate(parsed.findings):
        for number, operand in enumerate(finding.operands):
            if problem := _of_span(operand.span, None, parsed.source):
                yield FaultError(("findings", place, "operands", number, "span"), problem)


def _of_reading(reading: Reading, report: Report, source: Source) -> Iterator[tuple[str, str]]:
    """The field that is wrong, and what is wrong with it."""
    if (reading.value is not None) != reading.state.has_number:
        expected = "a number" if reading.state.has_number else "no number"
        yield "value", f"{expected} goes with the state {reading.state.value}"
    if slot_at(reading.address).kind is not Kind.AMOUNT:
        if not isinstance(reading.value, int | None):
            yield "value", "a whole number is expected"
        if not all(isinstance(candidate.value, int | None) for candidate in reading.candidates):
            yield "candidates", "whole numbers are expected"
    if problem := _of_span(reading.span, reading.raw, source):
        yield "span", problem
    if reading.span is not None and reading.raw is None:
        yield "raw", "the text of the span is expected"
    if _value(report, reading.address) != reading.value:
        yield "value", "the report has another number in this cell"


def _of_span(span: Span | None, text: str | None, source: Source) -> str:
    """What is wrong with a span; an empty string where nothing is."""
    if span is None:
        return ""
    if not 0 <= span.start <= span.end <= len(source.text):
        return "it lies outside the text"
    return "another text stands there" if text is not None and source.at(span) != text else ""


def _value(report: Report, address: str) -> Number | None:
    try:
        return report.value(address)
    except UnknownAddress:
        return None
