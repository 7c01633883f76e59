"""Tables that a page prints in two halves: the labels in one grid, their numbers in another beside it."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from govdisclosure.filling.rows import is_words
from govdisclosure.grid import Cell, Grid
from govdisclosure.vocabulary import Role, lookup

_ENOUGH_LABELS = 3


def whole(grids: Sequence[Grid]) -> Iterator[Grid]:
    """The grids in order, each two halves put together.

    Halves are told by their rows: as many of the one as of the other, lines of the forms in the first alone, and beside
    each of them nothing but numbers, marks and blanks.
    """
    waiting = list(grids)
    while waiting:
        grid = waiting.pop(0)
        if waiting and _are_halves(grid, waiting[0]):
            yield _joined(grid, waiting.pop(0))
        else:
            yield grid


def _are_halves(left: Grid, right: Grid) -> bool:
    if left.height != right.height or left.height < _ENOUGH_LABELS:
        return False
    if not all(is_words(cell.text) or not cell.text.strip() for cell in left.cells):
        return False
    labelled = [_names_a_line(cells) for cells in left.rows()]
    return sum(labelled) >= _ENOUGH_LABELS and all(
        bool(cells) and not any(is_words(cell.text) for cell in cells)
        if is_labelled
        else all(is_words(cell.text) or not cell.text.strip() for cell in cells)
        for is_labelled, cells in zip(labelled, right.rows(), strict=True)
    )


def _names_a_line(cells: Sequence[Cell]) -> bool:
    return any(term.role is Role.LINE for cell in cells for term in lookup(cell.text))


def _joined(left: Grid, right: Grid) -> Grid:
    moved = (evolve(cell, column=cell.column + left.width) for cell in right.cells)
    cells = sorted((*left.cells, *moved), key=lambda cell: (cell.row, cell.column))
    return evolve(right, cells=tuple(cells), width=left.width + right.width)
