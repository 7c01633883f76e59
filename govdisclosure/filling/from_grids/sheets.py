"""Grids set upright, with the cells that rows share put into each of them."""

from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from govdisclosure.filling.from_grids.stacked import stack_of
from govdisclosure.filling.rows import is_words, probe
from govdisclosure.grid import Cell, Grid
from govdisclosure.source import Span
from govdisclosure.vocabulary import Role, lookup


def is_ragged(grid: Grid) -> bool:
    """Whether rows with numbers end at several columns: where lines are columns, some then stand below other labels."""
    numbered = [cells for cells in grid.rows() if any(probe(cell.text).value is not None for cell in cells)]
    return len({max(cell.columns.stop for cell in cells) for cells in numbered}) > 1


@frozen
class Sheet:
    """A grid set upright, with the cells that rows share put into each of them."""

    grid: Grid
    turned: bool
    rows: tuple[tuple[Cell, ...], ...]
    #: The places in the text of cells that several rows share.
    shared: frozenset[Span]


def sheet_of(grid: Grid, *, turned: bool) -> Sheet:
    """Put cells that several rows share into each row that lacks them, and part rows that stand in one."""
    own = [(cells, sum(not is_words(cell.text) for cell in cells)) for cells in grid.rows()]
    usual = max(
        Counter(count for _, count in own if count).items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0)
    )
    above = [_from_above(cells, grid) if len(cells) > 0 and count < usual[0] else () for cells, count in own]
    shared = {cell.span for cells in above for cell in cells}
    rows: list[tuple[Cell, ...]] = []
    for (cells, _), more in zip(own, above, strict=True):
        stack = stack_of(cells)
        rows += [(*cells, *more)] if stack is None else stack.rows
        shared |= {cell.span for cell in stack.undivided} if stack is not None else set()
    return Sheet(grid, turned, tuple(rows), frozenset(shared))


def _from_above(cells: Sequence[Cell], grid: Grid) -> tuple[Cell, ...]:
    """The cells of rows above, other than labels, that were merged with cells of a row."""
    row = cells[0].row
    taken = {column for cell in cells for column in cell.columns}
    return tuple(
        cell
        for cell in grid.merged
        if cell.row < row in cell.rows and not is_words(cell.text) and taken.isdisjoint(cell.columns)
    )


def lies_on_its_side(grid: Grid) -> bool:
    """Whether the lines of the forms are the columns of the grid."""
    lines: list[Cell] = []
    columns: list[Cell] = []
    for cell in grid.cells:
        found = lookup(cell.text) if is_words(cell.text) else ()
        if found and found[0].role is Role.COLUMN:
            columns.append(cell)
        elif found and found[0].role is Role.LINE and found[0].table != "review_and_litigation":
            # （六）其他处理 may be the group of the line that stands beside it
            lines += [] if any(term.role is Role.GROUP for term in found) else [cell]
    if len(lines) > 1:
        return len({cell.column for cell in lines}) > len({cell.row for cell in lines})
    return len(columns) > 1 and len({cell.row for cell in columns}) > len({cell.column for cell in columns})
