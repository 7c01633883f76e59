"""Rows of a grid that were filled up at their end, where a cell had fallen out before it, or cut off there."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby

from attrs import evolve

from govdisclosure.filling.context import cells_on_forms
from govdisclosure.filling.rows import Item, Row, Trust, in_order_only, probe
from govdisclosure.filling.settling.headed import has_moved, lowest
from govdisclosure.form import Slot


def without_slipped(rows: Sequence[Row], *, is_text: bool) -> list[Row]:
    """The rows, of those that have slipped only the order of their numbers trusted.

    12 0 0 0 12 and two empty cells: the second 12 is the total. Agencies that leave totals empty do so in all rows of a
    group, but in no key line. A converter that fills up one row fills up all that have lost a cell, be it that of a
    label, so in text all with empty cells at their end are doubted; on a page it is the row of a clerk.
    """
    if not any(item.is_blank for row in rows for item in row.items):
        return list(rows)
    usual = _usual(rows)
    rows = [in_order_only(row) if _ends_early(row) or _is_begun(row, usual) else row for row in rows]
    with_total = {_group(row) for row in rows if row.numbers and _has_total(row) and not _own(row)[-1].is_blank}
    is_filled_up = is_text and any(map(_begins_early, rows))
    if not (is_filled_up or any(_has_slipped(row) and (_is_key(row) or _group(row) in with_total) for row in rows)):
        return [_without_end(row) if is_text and _is_denied(row) else row for row in rows]
    is_doubted = _ends_empty if is_text else _has_slipped
    return [_without_end(row) if is_doubted(row) else row for row in rows]


def _without_end(row: Row) -> Row:
    """A row without the cells that fill it up; the empty ones between its numbers are its own, as far as they go."""
    last = max((place for place, item in enumerate(row.items) if not item.is_blank), default=-1)
    return evolve(row, trust=Trust.NUMBERS, items=row.items[: last + 1])


def _ends_early(row: Row) -> bool:
    """Whether a row that begins with empty cells before its first head ends before the last, as lines that are trimmed.

    The cells of 规章, two empty ones, 1 and 2 are as many as the form has, but two of its own are missing.
    """
    if row.marked or row.trust is not Trust.CELLS or not row.items or not row.items[0].is_blank:
        return False
    first, last = row.items[0].columns.start, row.items[-1].columns.stop
    headed = [heads for columns in _columns(row) if len(heads := lowest(row.heads, columns)) == len(columns)]
    return bool(headed) and all(first < heads[0].columns.start and last <= heads[-1].columns.start for heads in headed)


#: A form's cells, a grid, and a column of it.
_Start = tuple[tuple[tuple[str, ...], ...], int, int]


def _start(row: Row) -> _Start:
    """The cells that the form has for a row, the grid that it stands in, and the column that its cells begin in."""
    first = row.items[0]
    return _columns(row), first.place.table if first.place else -1, first.columns.start


def _usual(rows: Sequence[Row]) -> dict[_Start, int]:
    """How many cells most rows of one kind have that begin in one column of a grid; of numbers alike, the greatest."""
    lengths: dict[_Start, Counter[int]] = {}
    for row in rows:
        if row.trust is Trust.CELLS and row.items:
            lengths.setdefault(_start(row), Counter())[len(row.items)] += 1
    return {start: max(counted, key=lambda length: (counted[length], length)) for start, counted in lengths.items()}


def _is_begun(row: Row, usual: Mapping[_Start, int]) -> bool:
    """Whether a row begins with an empty cell and ends before the others, which have more cells than the form."""
    if row.marked or row.trust is not Trust.CELLS or not row.items or not row.items[0].place:
        return False
    most = usual[_start(row)]
    return row.items[0].is_blank and len(row.items) < most and most > max(map(len, _columns(row)), default=most)


def _is_denied(row: Row) -> bool:
    """Whether sums of table four, printed as one row with empty cells at its end, do not hold where the row puts them.

    1 1 1 3 1 and so on, with two empty cells behind the last number: zeros have fallen out.
    """
    cells = next((cells for cells in _cells(row) if row.line is None and len(cells) == len(row.items)), ())
    groups = groupby(zip(cells, row.items, strict=False), key=lambda pair: pair[0].row)
    numbers = [[probe(item.text).value for _, item in group] for _, group in groups]
    return _ends_empty(row) and any(
        None not in group and 2 * (group[-1] or 0) != sum(number or 0 for number in group) for group in numbers
    )


def _has_slipped(row: Row) -> bool:
    """Whether the last number of a row is the sum of those before it, but stands before the cell of the total."""
    lacks_one = _ends_empty(row) and len(row.numbers) < min(map(len, _cells(row)), default=0)
    if not (lacks_one and _has_total(row)):
        return False
    width = min(sum(slot.row == cells[-1].row for slot in cells) for cells in _cells(row))
    numbers = [probe(item.text).value or 0 for item in _own(row)[-width:] if not item.is_blank]
    return len(numbers) > 1 and sum(numbers[:-1]) == numbers[-1] > 0


def _begins_early(row: Row) -> bool:
    """Whether a row begins where the labels stand, and has empty cells at its end instead."""
    headed = [columns for columns in _columns(row) if len(lowest(row.heads, columns)) == len(columns)]
    return _ends_empty(row) and bool(headed) and all(has_moved(row, columns) for columns in headed)


def _is_key(row: Row) -> bool:
    """Whether a row is no detail of another: those received, carried over and left, the results of a lawsuit."""
    return "." not in f"{row.line}"


def _group(row: Row) -> tuple[str, int]:
    """The rows that an office treats alike: the sums of a table, its outcomes, the reasons for them."""
    return row.table, f"{row.line}".count(".")


def _ends_empty(row: Row) -> bool:
    """Whether a row of a grid has empty cells at its end."""
    return row.trust is Trust.CELLS and bool(row.numbers) and _own(row)[-1].is_blank


def _own(row: Row) -> tuple[Item, ...]:
    """The cells of a row as far as its table is headed: a sheet is as wide as its widest table."""
    heads = [heads for columns in _columns(row) if len(heads := lowest(row.heads, columns)) == len(columns)]
    end = max((found[-1].columns.stop for found in heads), default=0)
    return tuple(item for item in row.items if item.columns.start < end) or row.items


def _has_total(row: Row) -> bool:
    return any(columns[-1] == "total" for columns in _columns(row))


def _columns(row: Row) -> tuple[tuple[str, ...], ...]:
    """The columns of a row on each form of its table."""
    return _columns_of(row.table, row.line)


@cache
def _columns_of(table: str, line: str | None) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(slot.column_name for slot in cells) for cells in cells_on_forms(table, line))


def _cells(row: Row) -> tuple[tuple[Slot, ...], ...]:
    """The cells that a row may have on each form of its table."""
    return cells_on_forms(row.table, row.line)
