"""Row and column spans of a page's table -> the fields of a grid, as browsers lay it out.

Source: HTML Living Standard, 4.9.12.1 Forming a table. The rectangle is never built: a span of 60 000 rows costs as
much as a span of two.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from attrs import evolve

from govdisclosure.grid import Cell
from govdisclosure.source import Span

#: Columns beyond this are no table. Browsers allow spans of 1000 columns; the widest statutory table has 15.
WIDEST: Final = 1000
#: So many wrong spans are laid out exactly; a page with more is not a page that anybody looked at.
_MOST_OVERLAPS: Final = 100
_NUMBER = re.compile(r"[ \t\n\r\f]*\+?([0-9]+)")


class PrintedCell(NamedTuple):
    """A cell with the spans that the page gives it."""

    text: str
    #: 0 stands for all rows that are left in the group.
    rowspan: int
    colspan: int
    heading: bool
    #: The depth of a heading that stands in the cell.
    depth: int | None = None


class PrintedRow(NamedTuple):
    """A row of a table: one line of the source, with a character between its cells."""

    #: The number of the row group that it stands in.
    group: int
    #: Where in the source it begins.
    start: int
    cells: Sequence[PrintedCell]


def span_of(attribute: str | None, *, lowest: int = 1) -> int:
    """The number of a span attribute as browsers read it; 1 where it is none.

    >>> [span_of(text) for text in ("2", " 2;", "2px", "-1", "0", "", "99999", None)]
    [2, 2, 2, 1, 1, 1, 65534, 1]

    Args:
        attribute: the attribute's value, or None if there is none.
        lowest: 0 for rows, where 0 has a meaning.
    """
    match = _NUMBER.match(attribute) if attribute else None
    if not match:
        return 1
    number = int(match[1][:9])
    return min(number, 65534) if number >= lowest else 1


class _Floor:
    """Which columns of the next row are taken by cells from above. Columns are the bits of an integer."""

    def __init__(self) -> None:
        self._taken = 0
        self._released: dict[int, int] = {}
        #: Columns that two cells cover: they are free only when both have ended.
        self._overlaps: list[tuple[int, int]] = []

    def next_row(self, row: int) -> int:
        self._taken &= ~self._released.pop(row, 0)
        self._overlaps = [overlap for overlap in self._overlaps if overlap[0] > row]
        taken = self._taken
        for _, columns in self._overlaps:
            taken |= columns
        return taken

    def take(self, columns: int, end: int) -> None:
        fresh = columns & ~self._taken
        self._released[end] = self._released.get(end, 0) | fresh
        if fresh != columns and len(self._overlaps) < _MOST_OVERLAPS:
            self._overlaps.append((end, columns & self._taken))
        self._taken |= columns


def _group_ends(rows: Sequence[PrintedRow]) -> list[int]:
    """For every row the number of the row after its group: no cell grows beyond it."""
    ends = [0] * len(rows)
    end = len(rows)
    for number in range(len(rows) - 1, -1, -1):
        if number + 1 < len(rows) and rows[number + 1].group != rows[number].group:
            end = number + 1
        ends[number] = end
    return ends


def _placed(rows: Sequence[PrintedRow]) -> Iterator[Cell]:
    floor = _Floor()
    for number, (row, group_end) in enumerate(zip(rows, _group_ends(rows), strict=True)):
        taken = floor.next_row(number)
        column = 0
        start = row.start
        for text, rowspan, colspan, heading, _ in row.cells:
            if taken >> column:
                free = ~taken >> column
                column += (free & -free).bit_length() - 1
            width = colspan if colspan == 1 else min(colspan, max(WIDEST - column, 1))
            height = rowspan
            if rowspan != 1:
                height = min(rowspan or group_end, group_end - number)
                floor.take(((1 << width) - 1) << column, number + height)
            after = start + len(text)
            yield Cell(text, Span(start, after), number, column, height, width, heading)
            column += width
            start = after + 1


def lay_out(rows: Sequence[PrintedRow]) -> tuple[tuple[Cell, ...], int]:
    """The cells with their fields, and the width of the table.

    Columns at the right edge in which no cell begins are left out: ``colspan="99"`` is a way to say the whole row.
    """
    cells = tuple(_placed(rows))
    width = 1 + max((cell.column for cell in cells), default=-1)
    if any(cell.column + cell.colspan > width for cell in cells):
        cells = tuple(evolve(cell, colspan=min(cell.colspan, width - cell.column)) for cell in cells)
    return cells, width
