"""A document's blocks -> the lines of the forms, and what is left as prose."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise

from attrs import evolve, frozen

from govdisclosure.editions import tables_named
from govdisclosure.filling.context import line_order, widths_of
from govdisclosure.filling.from_grids.continued import with_whole_cells
from govdisclosure.filling.from_grids.grids import read_grid
from govdisclosure.filling.from_grids.halves import whole
from govdisclosure.filling.from_text.gaps import with_empty_cells
from govdisclosure.filling.from_text.ordering import ordered
from govdisclosure.filling.from_text.phrases import TextLine, broken, text_line
from govdisclosure.filling.from_text.streams import read_lines
from govdisclosure.filling.rows import Item, Position, Row, Trust, is_words, probe
from govdisclosure.form import slots
from govdisclosure.grid import Cell, Document, Grid, Line
from govdisclosure.source import Source, Span
from govdisclosure.states import State
from govdisclosure.vocabulary import Role, lookup, segment


@frozen
class Contents:
    """The lines of the forms in a document, and the lines of text that no table takes."""

    rows: tuple[Row, ...]
    prose: tuple[Line, ...]


def contents(document: Document) -> Contents:
    """Part a document into tables and prose."""
    position = Position()
    rows: list[Row] = []
    prose: list[Line] = []
    text: list[TextLine] = []
    strays = 0
    for is_grid, group in groupby(document.blocks, key=lambda block: isinstance(block, Grid)):
        blocks = tuple(group)
        if is_grid:
            for grid in whole([block for block in blocks if isinstance(block, Grid)]):
                found = read_grid(grid if grid.marked else with_whole_cells(grid), position)
                rows += found
                prose += _prose_rows(grid) if found or _is_of_a_form(grid) else _as_lines(grid, document.source)
        else:
            lines = [text_line(piece) for block in blocks if isinstance(block, Line) for piece in broken(block)]
            found, claimed = read_lines(lines, position, document.source.text)
            rows += found
            prose += [line.line for line in lines if line not in claimed]
            strays += sum(len(line.tokens) for line in lines if line.is_numbers and line not in claimed)
            text += lines
    rows = _without_bare_labels(_under_captions(rows), has_strays=strays >= _ENOUGH_STRAYS)
    rows = _without_lists_beside_tables(rows)
    if _has_no_repetitions(text):
        rows = [
            evolve(row, trust=Trust.NUMBERS if _is_complete(row, previous, following) else Trust.NOTHING)
            for previous, row, following in zip([None, *rows[:-1]], rows, [*rows[1:], None], strict=True)
        ]
    return Contents(ordered(with_empty_cells(rows, document.source.text)), tuple(prose))


_CONTESTED = "review_and_litigation"
_ENOUGH_STRAYS = 3  # numbers


def _without_bare_labels(rows: Sequence[Row], *, has_strays: bool) -> list[Row]:
    """The rows without those that are labels and nothing else where their numbers may stand elsewhere.

    So they may amid a table that has numbers, where lines are nothing but numbers and no table's, and where numbers of
    the table are misread or stand by words that are no label, as scanned tables give them. The labels of table four are
    heads; the line of its numbers may be lost.
    """
    filled = {row.table for row in rows if row.numbers or has_strays} | {_CONTESTED}
    damaged = {
        row.table for row in rows if has_strays or (row.foreign and row.numbers) or any(map(_is_misread, row.items))
    }
    return [
        row
        for row in rows
        if not (row.trust is Trust.LABELS and row.table in filled)
        and not (row.on_screen and not row.items and row.table in damaged)
    ]


def _without_lists_beside_tables(rows: Sequence[Row]) -> list[Row]:
    """The rows without those of lines of text that name each head, where a table has the lines: they are prose."""
    tabled = {(row.table, row.line) for row in rows if row.numbers and not _is_list(row)}
    return [row for row in rows if (row.table, row.line) not in tabled or not _is_list(row)]


def _is_list(row: Row) -> bool:
    return row.on_screen and bool(row.items) and all(item.attribute for item in row.items)


def _is_misread(item: Item) -> bool:
    return probe(item.text).state is State.UNREADABLE


def _under_captions(rows: Sequence[Row]) -> list[Row]:
    """The rows with each group of table four that is a grid of its own under the label that stands above it.

    Only where label and grid alternate: labels that stand together are the head of one grid.
    """
    contested = [row for row in rows if row.table == _CONTESTED]
    labels, grids = contested[::2], contested[1::2]
    apart = len(labels) == len(grids) and all(row.line and not row.items for row in labels)
    if not (apart and all(row.line is None and row.items and not row.on_screen for row in grids)):
        return list(rows)
    named = {
        id(grid): evolve(grid, line=label.line, label=label.label) for label, grid in zip(labels, grids, strict=True)
    }
    return [named.get(id(row), row) for row in rows if not any(row is label for label in labels)]


_ENOUGH_LINES = 25
_MOST_ROWS = 0.2  # of the lines of a table; with more, a line is a row, and no two rows are alike


def _has_no_repetitions(lines: Sequence[TextLine]) -> bool:
    """Whether every repeated line of a text was deleted: its tables are without all numbers that occur twice.

    The forms print some words many times. A text with a cell a line that has the labels, and no line twice, has lost
    what was repeated.
    """
    tabular = [line for line in lines if not line.line.cell and (line.is_tabular or line.is_numbers)]
    if len(tabular) < _ENOUGH_LINES or len({line.line.text.strip() for line in tabular}) < len(tabular):
        return False
    rows = sum(any(token.item for token in line.tokens) and not line.is_numbers for line in tabular)
    captions = sum(any(term.role is Role.BLOCK for piece in line.pieces for term in piece.found) for line in tabular)
    return rows < len(tabular) * _MOST_ROWS and captions > 1


def _is_complete(row: Row, previous: Row | None, following: Row | None) -> bool:
    """Whether a line has a number for each cell right behind it, and no label was deleted before the next line.

    A number that was deleted from it would have to be made up for by one of a line whose label was deleted.
    """
    if row.line is None or len(row.numbers) != max(widths_of(row.table, row.line)):
        return False
    if (previous and previous.span.end > row.span.start) or row.items[0].span.start == row.span.start:
        return False
    if following is not None and following.table == row.table:
        return following.span.start >= row.span.end and (row.line, following.line) in _neighbours(row.table)
    return row.line == line_order(row.table)[-1]


@cache
def _neighbours(table: str) -> frozenset[tuple[str, str]]:
    """The lines of a table's forms, each with the next in print."""
    lines = ([slot.path.rpartition(".")[0] for slot in slots(form)] for form in tables_named(table))
    return frozenset(pair for form in lines for pair in pairwise(dict.fromkeys(form)))


def _is_of_a_form(grid: Grid) -> bool:
    """Whether a grid without lines of the forms is the head of one of their tables."""
    words = (lookup(cell.text)[:1] for cell in grid.cells if is_words(cell.text))
    return sum(term.role is not Role.TITLE for found in words for term in found) > 1


_SHORTEST_HEADING = 5  # characters: 一、总体情况 and the like; what stands alone in a row and is shorter is a remark


def _prose_rows(grid: Grid) -> Iterator[Line]:
    """The text of rows that hold one cell of prose or the heading of a section: a report written into one table."""
    for cells in grid.rows():
        full = [cell for cell in cells if cell.text.strip()]
        if len(full) != 1 or not is_words(full[0].text):
            continue
        (cell,) = full
        found = lookup(cell.text)[:1]
        is_known = bool(found) or all(piece.found or piece.is_fragment for piece in segment(cell.text))
        if any(term.role is Role.TITLE for term in found) or (not is_known and len(cell.text) >= _SHORTEST_HEADING):
            yield from _lines_of(cell)


def _lines_of(cell: Cell) -> Iterator[Line]:
    start = cell.span.start
    for text in cell.text.split("\n"):
        yield Line(text, Span(start, start + len(text)))
        start += len(text) + 1


def _as_lines(grid: Grid, source: Source) -> Iterator[Line]:
    for cells in grid.rows():
        if any(any(map(str.isalnum, cell.text)) for cell in cells):
            span = Span.around(cell.span for cell in cells)
            if span.start < span.end:
                yield Line(source.at(span), span)
