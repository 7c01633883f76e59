"""Rows of bars whose cells go on in the rows below: |2.其他法律 | 0 | over |禁止公开 | |."""

from collections.abc import Mapping, Sequence

from attrs import evolve

from govdisclosure.filling.rows import is_words
from govdisclosure.grid import Cell, Grid
from govdisclosure.vocabulary import lookup

_MOST_LINES = 8  # of one label
_LONGEST_REST = 30  # characters on one line of a column

_Cells = Sequence[Cell]


def with_whole_cells(grid: Grid) -> Grid:
    """A grid of text with rows that only complete the cells of those above put into these.

    Programs that keep the width of columns (antiword) break cells over lines without saying where a row ends.
    """
    rows = [grid.row(number) for number in range(grid.height)]
    may_go_on = [_begins_as_rest(row) for row in rows]
    if not any(may_go_on):
        return grid
    widths = _widths(grid)
    kept: list[_Cells] = []
    number = 0
    while number < len(rows):
        goes_on = any(may_go_on[number + 1 : number + 2])
        count = _count(rows[number : number + _MOST_LINES], widths) if goes_on else 1
        kept.append(_joined(rows[number : number + count]) if count > 1 else rows[number])
        number += count
    if len(kept) == len(rows):
        return grid
    cells = (evolve(cell, row=row) for row, own in enumerate(kept) for cell in own)
    return evolve(grid, cells=tuple(cells), height=len(kept))


def _begins_as_rest(row: _Cells) -> bool:
    """Whether the first words or numbers of a row are not those of a row of a form: a look that costs little."""
    first = next((cell.text for cell in row if cell.text), "")
    return 0 < len(first) <= _LONGEST_REST and not lookup(first)


def _widths(grid: Grid) -> dict[int, int]:
    """How many characters the longest number of each column has."""
    widths: dict[int, int] = {}
    for cell in grid.cells:
        if not is_words(cell.text):
            widths[cell.column] = max(widths.get(cell.column, 0), len(cell.text))
    return widths


def _count(rows: Sequence[_Cells], widths: Mapping[int, int]) -> int:
    """How many rows make up the first."""
    count = 1
    for number, row in enumerate(rows[1:], start=2):
        words, figures = _filled(row)
        if not (words or figures) or any(lookup(cell.text) for cell in words):
            break
        is_row = 2 * len(figures) > sum(bool(cell.text.strip()) for cell in rows[0])
        if is_row or not all(_breaks_off(rows[0], cell, widths) for cell in figures):
            break
        if all(lookup(text) for text in _continued(rows[:number], words=True).values()):
            count = number
    return count


def _filled(row: _Cells) -> tuple[list[Cell], list[Cell]]:
    """The cells of a row that hold words, and those that hold anything else."""
    filled = [cell for cell in row if cell.text.strip()]
    return [cell for cell in filled if is_words(cell.text)], [cell for cell in filled if not is_words(cell.text)]


def _breaks_off(first: _Cells, cell: Cell, widths: Mapping[int, int]) -> bool:
    """Whether the number of a row above a cell takes the whole width of its column."""
    above = _at(first, cell.column)
    return bool(above) and not is_words(above) and len(above) == widths[cell.column] >= _NARROWEST


_NARROWEST = 4  # characters of a column; no number breaks in a wider one that is shorter


def _continued(rows: Sequence[_Cells], *, words: bool) -> dict[int, str]:
    """The cells that go on below the first row, by column: words in one, numbers on several lines."""
    texts: dict[int, str] = {}
    for cell in (cell for row in rows[1:] for cell in row if cell.text.strip()):
        first = _at(rows[0], cell.column)
        if is_words(cell.text) is words:
            between = "" if words else "\n"
            texts[cell.column] = texts.get(cell.column, first) + between + cell.text.strip() if first else ""
    return texts


def _at(row: _Cells, column: int) -> str:
    return next((cell.text.strip() for cell in row if cell.column == column), "")


def _joined(rows: Sequence[_Cells]) -> _Cells:
    texts = _continued(rows, words=True) | _continued(rows, words=False)
    return [evolve(cell, text=texts.get(cell.column, cell.text)) for cell in rows[0]]
