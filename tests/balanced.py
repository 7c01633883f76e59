"""Reports whose sums all hold, drawn by Hypothesis from the declared forms and identities."""

import datetime as dt
from decimal import Decimal

from attrs import evolve
from hypothesis import strategies as st

from govdisclosure.editions import EDITIONS
from govdisclosure.form import filled, form_of, slots
from govdisclosure.identities import identities
from govdisclosure.parsed import Parsed
from govdisclosure.reading import Reading
from govdisclosure.report import Period, Report
from govdisclosure.source import DecodedBy, Decoding, Media, Source
from govdisclosure.states import Kind, State

FEW = st.integers(0, 12)
SOME = st.sampled_from((0, 0, 0, 1, 2, 7, 40)) | st.integers(0, 2_000_000)


@st.composite
def requests_numbers(draw, table, counts=FEW):
    """Numbers for table three: outcomes are drawn, totals and what was received follow."""
    numbers = {}
    for identity in identities(table):
        if identity.code == "GD302" and identity.scope != "total":
            (total,) = identity.left
            numbers |= {address: draw(counts) for address in identity.right}
            numbers[total] = sum(numbers[address] for address in identity.right)
    for identity in identities(table):
        if identity.code == "GD301" and identity.scope != "total":
            (received, carried_in), (total, carried_out) = identity.left, identity.right
            numbers[carried_out] = draw(counts)
            handled = numbers[total] + numbers[carried_out]
            numbers[carried_in] = min(handled, draw(counts))
            numbers[received] = handled - numbers[carried_in]
    return _with_totals(table, numbers)


@st.composite
def cases_numbers(draw, table, counts=FEW):
    """Numbers for table four."""
    parts = {address: draw(counts) for identity in identities(table) for address in identity.right}
    return _with_totals(table, parts)


def _with_totals(table, numbers):
    for identity in identities(table):
        if identity.code in {"GD303", "GD401"}:
            (total,) = identity.left
            numbers[total] = sum(numbers[address] for address in identity.right)
    return numbers


@st.composite
def disclosure_numbers(draw, table):
    """Numbers for table two that no rule objects to."""
    numbers = {}
    for slot in slots(table):
        low = {Kind.CHANGE: -40}.get(slot.kind, 0)
        numbers[slot.address] = draw(st.integers(low, 400))
        if slot.kind is Kind.AMOUNT:
            numbers[slot.address] = Decimal(numbers[slot.address]) / 8
    for address, value in tuple(numbers.items()):
        line, _, column = address.rpartition(".")
        if column == "in_force":
            numbers[address] += numbers[f"{line}.issued"]
        elif column == "total_disclosed":
            numbers[address] += numbers[f"{line}.newly_disclosed"]
        elif column == "total_amount" and not value:
            numbers[f"{line}.project_count"] = 0
        elif column == "total_amount":
            numbers[f"{line}.project_count"] += 1
    return numbers


@st.composite
def balanced_reports(draw, edition):
    """A complete report on the form of an edition that says nothing wrong."""
    year = int(edition) + draw(st.integers(0, 1))
    two, three, four = EDITIONS[edition]
    return Report(
        title=f"甲市人民政府{year}年政府信息公开工作年度报告",
        agency="甲市人民政府",
        year=year,
        published=dt.date(year + 1, 3, 31),
        period=Period(dt.date(year, 1, 1), dt.date(year, 12, 31)),
        proactive_disclosure=filled(two, draw(disclosure_numbers(two))),
        requests=filled(three, draw(requests_numbers(three, draw(st.sampled_from((FEW, SOME)))))),
        review_and_litigation=filled(four, draw(cases_numbers(four))),
    )


def written(numbers, edition="2021", **fields):
    """A report written by hand on the form of an edition, with these numbers and nothing else in its cells."""
    tables = {form_of(table).name: filled(table, numbers) for table in EDITIONS[edition]}
    return Report(**tables, **fields)


def with_numbers(report, changes):
    """The report with other numbers in some cells."""
    numbers = dict(report.cells()) | changes
    return evolve(report, **{form_of(type(table)).name: filled(type(table), numbers) for table in report.tables})


def parsed_from(report, readings, **fields):
    """The report as if it had been parsed: stated and blank cells, and these readings, by address."""
    cells = tuple(
        readings.get(address) or Reading(address, State.BLANK if value is None else State.STATED, value)
        for address, value in report.cells()
    )
    source = Source("", Media.TEXT, Decoding(None, None, DecodedBy.CALLER))
    report = with_numbers(report, {reading.address: reading.value for reading in cells})
    return Parsed(source, report, cells, **fields)
