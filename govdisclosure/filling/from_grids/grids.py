"""Grids -> lines of the forms, by the headings beside and above the numbers."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import evolve

from govdisclosure.filling.bands import with_grid_bands
from govdisclosure.filling.context import attributes_meant, widths_of
from govdisclosure.filling.from_grids.own_heads import without_own_heads
from govdisclosure.filling.from_grids.row_labels import foreign_words, line_of, parted
from govdisclosure.filling.from_grids.sheets import Sheet, is_ragged, lies_on_its_side, sheet_of
from govdisclosure.filling.from_grids.words import Word, word_of
from govdisclosure.filling.rows import (
    Head,
    Item,
    Position,
    Row,
    Trust,
    in_order_only,
    is_words,
    probe,
    without_columns,
)
from govdisclosure.grid import Cell, Grid
from govdisclosure.reading import Place
from govdisclosure.source import Span
from govdisclosure.states import State
from govdisclosure.vocabulary import Role, Term, is_fragment, lookup, segment
from govdisclosure.wording import key


def read_grid(grid: Grid, position: Position) -> tuple[Row, ...]:
    """The lines of the forms in a grid; moves the position on.

    Args:
        grid: a table of the document.
        position: how far the document has been read.
    """
    upright = grid.transposed() if lies_on_its_side(grid) else grid
    turned = upright is not grid
    sheet = sheet_of(upright, turned=turned)
    rows = [row for cells in sheet.rows for row in _read_row(cells, sheet, position)]
    rows = _without_one_more(rows, upright)
    widths = {widths_of(row.table, row.line) for row in rows if row.line}
    if turned and len(widths) == 1 and is_ragged(grid):
        rows = [evolve(row, trust=Trust.NOTHING) for row in rows]
    return with_grid_bands(_without_totals_of_others(rows))


def _without_one_more(rows: list[Row], grid: Grid) -> list[Row]:
    """The rows, no more than the order told of that which alone has a cell behind all others: a number fell in two."""
    ends = Counter(max(cell.columns.stop for cell in cells) for cells in grid.rows() if cells)
    widest = max(ends, default=0)
    if ends[widest] > 1 or not ends[widest - 1]:
        return rows
    return [in_order_only(row) if _has_one_more(row, widest) else row for row in rows]


def _has_one_more(row: Row, widest: int) -> bool:
    """Whether a row that ends at the last column has more numbers and marks than the form has cells."""
    figures = [item for item in row.numbers if not is_words(item.text)]
    is_over = row.line is not None and len(figures) > max(widths_of(row.table, row.line), default=0)
    return is_over and figures[-1].columns.stop == widest


def _without_totals_of_others(rows: Sequence[Row]) -> list[Row]:
    """The rows, 总计 and 其他 foreign where all else in the grid is: agencies with their requests, and the sum."""
    lines = [row for row in rows if row.line and not row.foreign]
    others = sum(1 for row in rows if row.foreign and row.numbers)
    if others < _ENOUGH_OTHERS or not lines or not all(map(_may_be_a_column, lines)):
        return list(rows)
    return [evolve(row, foreign=row.foreign or row.label) for row in rows]


def _may_be_a_column(row: Row) -> bool:
    return any(term.role is Role.COLUMN for term in lookup(row.label))


_ENOUGH_OTHERS = 2  # one may be a line that an agency added to a form


def _read_row(cells: Sequence[Cell], sheet: Sheet, position: Position) -> Iterable[Row]:
    cells, named = without_own_heads(cells, position)
    words = [word_of(cell) for cell in cells if is_words(cell.text)]
    _note_place(words, position)
    labels, items = parted(cells, words, position)
    line = line_of(labels, position)
    told = {probe(cell.text).state for cell in items}
    # Marks fill the fields that a head spans, where a program has parted merged cells.
    column = _column_named(labels[-1], line) if line is not None and len(items) == 1 else ""
    is_head = not column and (_is_head(words) if line is not None else _names_heads(words))
    numbered = State.STATED in told or (State.DASH in told and not is_head)
    if line is None and not numbered and not _is_empty_case_row(cells, position):
        _take_heads(words, position, sheet.grid)
        return _before_words(cells, words, None, position, sheet)
    if line is not None and (not items or (not numbered and is_head)):
        _take_heads(words, position, sheet.grid)
        return _before_words(cells, words, line, position, sheet)
    if line is None and not _is_in_a_table(words, position, sheet.grid):
        return ()
    foreign = foreign_words(labels, line, position)
    if line is not None:
        position.enter(line.table)
        if not foreign:
            position.last = line.path
    position.in_head = False
    ordered = sorted(items, key=lambda cell: cell.column)
    placed = tuple(_item(cell, sheet, named.get(cell.span, "")) for cell in ordered)
    if column:
        placed = (evolve(placed[0], attribute=placed[0].attribute or column),)
    row = _made(line, labels, placed, foreign=foreign, position=position, grid=sheet.grid)
    is_broken = any(_is_half_a_label(cell.text) for cell in items) or any(map(_has_number_behind, labels))
    return (evolve(row, trust=Trust.NOTHING) if is_broken else row,)


def _column_named(label: Word, line: Term) -> str:
    """The column that a label names behind its line, in a table of one number a row: 规章本年制发件数."""
    pieces = [piece for piece in segment(label.cell.text) if piece.found] if len(label.found) > 1 else []
    columns = attributes_meant(pieces[-1].found, line.table) if len(pieces) > 1 else frozenset()
    is_column = len(columns) == 1 and not any(term.role is Role.LINE for term in pieces[-1].found)
    return next(iter(columns)) if is_column else ""


_NUMBER_BEHIND = re.compile(r".*\s[\d.,]*\d\s*", re.DOTALL)


def _has_number_behind(label: Word) -> bool:
    """Whether a number stands in the cell of a label, or the first digits of one: 行政强制 2 before 4."""
    return _NUMBER_BEHIND.fullmatch(label.cell.text) is not None


_SHORTEST_HALF = 2  # characters; one may be a unit


def _is_half_a_label(text: str) -> bool:
    """Whether the words of a cell are a part of a label: then rows were broken amid their cells."""
    words = key(text) if len(text) >= _SHORTEST_HALF and is_words(text) else ""
    return len(words) >= _SHORTEST_HALF and is_fragment(words)


def _names_heads(words: Sequence[Word]) -> bool:
    return any(word.means(Role.COLUMN, Role.STUB, Role.BLOCK) for word in words)


def _before_words(
    cells: Sequence[Cell], words: Sequence[Word], line: Term | None, position: Position, sheet: Sheet
) -> Iterable[Row]:
    """The numbers of a row that stand before its words, as where spans are lost; which they are is not known."""
    numbers = tuple(_item(cell, sheet) for cell in cells if probe(cell.text).state is State.STATED)
    if len(numbers) < _ENOUGH_NUMBERS or position.table is None:
        return ()
    line = line if line is not None and line.table == position.table else None
    is_own = line is not None or position.table == "review_and_litigation"
    foreign = "" if is_own else " ".join(word.cell.text for word in words)
    row = _made(line, words, numbers, foreign=foreign, position=position, grid=sheet.grid)
    return (evolve(row, trust=Trust.NOTHING),)


_ENOUGH_NUMBERS = 2  # one may be an ordinal


def _note_place(words: Sequence[Word], position: Position) -> None:
    """Move on to the table that a caption or a group of lines belongs to."""
    for word in words:
        for term in word.found[:1]:
            if term.role in {Role.TITLE, Role.STUB, Role.BLOCK, Role.GROUP}:
                position.announce(term.table)
            if term.role is Role.BLOCK:
                position.heads, position.in_head = (), False


def _is_in_a_table(words: Sequence[Word], position: Position, grid: Grid) -> bool:
    """Whether numbers under no label of a line belong to a table: those of table four stand under its heads."""
    if position.table == "review_and_litigation" and position.heads_in != grid.number:
        return not words and grid.height == 1
    return position.table is not None


def _is_empty_case_row(cells: Sequence[Cell], position: Position) -> bool:
    """Whether a row of blank cells is the one row of table four, left empty."""
    contested = position.table == "review_and_litigation" and position.in_head
    return contested and len(cells) > 1 and not any(cell.text.strip() for cell in cells)


def _is_head(words: Sequence[Word]) -> bool:
    """Whether a row without numbers that names a line is a head: 其他 and 总计 are lines and columns.

    Table four names its groups above the numbers.
    """
    if any(word.found and word.found[0].role is Role.COLUMN for word in words):
        return True
    named = [word for word in words if word.means(Role.LINE, Role.GROUP)]
    return len(named) > 1 and all(word.found[0].table == "review_and_litigation" for word in named)


def _take_heads(words: Sequence[Word], position: Position, grid: Grid) -> None:
    """Take a row of words as heads if some of them are."""
    contested = [word for word in words if any(term.table == "review_and_litigation" for term in word.found[:1])]
    if not contested and not any(word.means(Role.COLUMN, Role.STUB) for word in words):
        return
    tables = [term.table for word in words for term in word.found if term.role is Role.COLUMN]
    broken = all(is_fragment(key(word.cell.text), position.table) for word in words) and position.table is not None
    usual = Counter(tables).most_common(1)[0][1] if tables else 0
    if contested or (tables and tables.count(position.table or "") < usual and not broken):
        position.enter(contested[0].found[0].table if contested else Counter(tables).most_common(1)[0][0])
    position.add_heads(tuple(_head(word, position.table) for word in words), grid.number)


def _head(word: Word, table: str | None) -> Head:
    lines = [term.path for term in word.found if term.role is Role.LINE and term.table == table]
    attributes = attributes_meant(word.found, table)
    return Head(word.cell.text, attributes, lines[0] if lines and not attributes else None, word.cell.columns)


def _item(cell: Cell, sheet: Sheet, attribute: str = "") -> Item:
    row, column = (cell.column, cell.row) if sheet.turned else (cell.row, cell.column)
    place = Place(sheet.grid.number, row, column)
    is_shared = bool(sheet.shared) and cell.span in sheet.shared
    return Item(cell.text, cell.span, place, cell.columns, is_shared, attribute)


def _heads_over(grid: Grid, position: Position) -> tuple[Head, ...]:
    """The heads that were read last; those of another grid stand over the columns of one that is as wide."""
    width = max((head.columns.stop for head in position.heads), default=0)
    if position.heads_in in {None, grid.number} or width == grid.width:
        return position.heads
    return without_columns(position.heads)


def _made(
    line: Term | None,
    labels: Sequence[Word],
    items: tuple[Item, ...],
    *,
    foreign: str,
    position: Position,
    grid: Grid,
) -> Row:
    spans = [word.cell.span for word in labels] + [item.span for item in items]
    return Row(
        position.table or "",
        line.path if line else None,
        items,
        " ".join(word.cell.text for word in labels),
        Span.around(spans),
        _heads_over(grid, position),
        Trust.CELLS if grid.in_place else Trust.NUMBERS,
        foreign,
        stray=position.announced != position.table,
        marked=grid.marked,
    )
