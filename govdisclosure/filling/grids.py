"""Grids -> lines of the forms, by the headings beside and above the numbers."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from govdisclosure.filling.bands import with_grid_bands
from govdisclosure.filling.context import attributes_meant, line_meant, line_order, widths_of
from govdisclosure.filling.rows import Head, Item, Position, Row, Trust, is_words, probe, without_columns
from govdisclosure.filling.stacked import stack_of
from govdisclosure.grid import Cell, Grid
from govdisclosure.reading import Place
from govdisclosure.source import Span
from govdisclosure.states import State
from govdisclosure.vocabulary import Piece, Role, Term, is_fragment, lookup, segment
from govdisclosure.wording import key


@frozen
class _Word:
    """A cell of a row that has words in it, and what they can mean."""

    cell: Cell
    #: What the words mean; of several labels in one cell, the last first.
    found: tuple[Term, ...]
    known: bool

    def means(self, *roles: Role) -> bool:
        return any(term.role in roles for term in self.found)


def _word(cell: Cell) -> _Word:
    found = lookup(cell.text)
    if any(term.role is not Role.GROUP for term in found):
        return _Word(cell, found, known=True)
    pieces = segment(cell.text)
    if (found and len(pieces) == 1) or not all(piece.found or piece.is_fragment for piece in pieces):
        return _Word(cell, found, known=bool(found))
    return _Word(cell, tuple(_of_several(pieces)), known=True)


def _of_several(pieces: Sequence[Piece]) -> Iterator[Term]:
    """What several labels in one cell mean, the last first; only the last is that of a line: 行政诉讼（复议后起诉）."""
    is_line = False
    for piece in reversed(pieces):
        yield from (term for term in piece.found if term.role is not Role.LINE or not is_line)
        is_line = is_line or any(term.role is Role.LINE for term in piece.found)


def read_grid(grid: Grid, position: Position) -> tuple[Row, ...]:
    """The lines of the forms in a grid; moves the position on.

    Args:
        grid: a table of the document.
        position: how far the document has been read.
    """
    upright = grid.transposed() if _lies_on_its_side(grid) else grid
    turned = upright is not grid
    sheet = _sheet(upright, turned=turned)
    rows = [row for cells in sheet.rows for row in _read_row(cells, sheet, position)]
    rows = _without_one_more(rows, upright)
    widths = {widths_of(row.table, row.line) for row in rows if row.line}
    if turned and len(widths) == 1 and _is_ragged(grid):
        rows = [evolve(row, trust=Trust.NOTHING) for row in rows]
    return with_grid_bands(_without_totals_of_others(rows))


def _without_one_more(rows: list[Row], grid: Grid) -> list[Row]:
    """The rows, no more than the order told of that which alone has a cell behind all others: a number fell in two."""
    ends = Counter(max(cell.columns.stop for cell in cells) for cells in grid.rows() if cells)
    widest = max(ends, default=0)
    if ends[widest] > 1 or not ends[widest - 1]:
        return rows
    return [_in_order_only(row) if _has_one_more(row, widest) else row for row in rows]


def _in_order_only(row: Row) -> Row:
    return evolve(row, trust=Trust.NUMBERS, items=row.numbers, heads=without_columns(row.heads))


def _has_one_more(row: Row, widest: int) -> bool:
    """Whether a row that ends at the last column has more numbers and marks than the form has cells."""
    figures = [item for item in row.numbers if not is_words(item.text)]
    is_over = row.line is not None and len(figures) > max(widths_of(row.table, row.line), default=0)
    return is_over and figures[-1].columns.stop == widest


def _is_ragged(grid: Grid) -> bool:
    """Whether rows with numbers end at several columns: where lines are columns, some then stand below other labels."""
    numbered = [cells for cells in grid.rows() if any(probe(cell.text).value is not None for cell in cells)]
    return len({max(cell.columns.stop for cell in cells) for cells in numbered}) > 1


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


@frozen
class _Sheet:
    """A grid set upright, with the cells that rows share put into each of them."""

    grid: Grid
    turned: bool
    rows: tuple[tuple[Cell, ...], ...]
    #: The places in the text of cells that several rows share.
    shared: frozenset[Span]


def _sheet(grid: Grid, *, turned: bool) -> _Sheet:
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
    return _Sheet(grid, turned, tuple(rows), frozenset(shared))


def _from_above(cells: Sequence[Cell], grid: Grid) -> tuple[Cell, ...]:
    """The cells of rows above, other than labels, that were merged with cells of a row."""
    row = cells[0].row
    taken = {column for cell in cells for column in cell.columns}
    return tuple(
        cell
        for cell in grid.merged
        if cell.row < row in cell.rows and not is_words(cell.text) and taken.isdisjoint(cell.columns)
    )


def _lies_on_its_side(grid: Grid) -> bool:
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


def _read_row(cells: Sequence[Cell], sheet: _Sheet, position: Position) -> Iterable[Row]:
    cells, named = _without_own_heads(cells, position)
    words = [_word(cell) for cell in cells if is_words(cell.text)]
    _note_place(words, position)
    labels, items = _parted(cells, words, position)
    line = _line(labels, position)
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
    foreign = _foreign(labels, line, position)
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


def _column_named(label: _Word, line: Term) -> str:
    """The column that a label names behind its line, in a table of one number a row: 规章本年制发件数."""
    pieces = [piece for piece in segment(label.cell.text) if piece.found] if len(label.found) > 1 else []
    columns = attributes_meant(pieces[-1].found, line.table) if len(pieces) > 1 else frozenset()
    is_column = len(columns) == 1 and not any(term.role is Role.LINE for term in pieces[-1].found)
    return next(iter(columns)) if is_column else ""


_NUMBER_BEHIND = re.compile(r".*\s[\d.,]*\d\s*", re.DOTALL)


def _has_number_behind(label: _Word) -> bool:
    """Whether a number stands in the cell of a label, or the first digits of one: 行政强制 2 before 4."""
    return _NUMBER_BEHIND.fullmatch(label.cell.text) is not None


_SHORTEST_HALF = 2  # characters; one may be a unit


def _is_half_a_label(text: str) -> bool:
    """Whether the words of a cell are a part of a label: then rows were broken amid their cells."""
    words = key(text) if len(text) >= _SHORTEST_HALF and is_words(text) else ""
    return len(words) >= _SHORTEST_HALF and is_fragment(words)


def _names_heads(words: Sequence[_Word]) -> bool:
    return any(word.means(Role.COLUMN, Role.STUB, Role.BLOCK) for word in words)


def _before_words(
    cells: Sequence[Cell], words: Sequence[_Word], line: Term | None, position: Position, sheet: _Sheet
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

_OWN_HEAD = re.compile(r"(?P<head>[^\d:：]{2,20}?(?:[(（][^()（）\d]{1,12}[)）])?)[:：](?P<number>.{0,40})", re.DOTALL)


def _without_own_heads(cells: Sequence[Cell], position: Position) -> tuple[Sequence[Cell], Mapping[Span, str]]:
    """The cells without headings that they repeat, and the columns that these name.

    自然人：3 in one cell, or 自然人 in the cell before that of the 3.
    """
    named: dict[Span, str] = {}
    before = _heads_before(cells, position)
    if not before and not any(":" in cell.text or "：" in cell.text for cell in cells):
        return cells, named
    kept: list[Cell] = []
    for cell in cells:
        found = _OWN_HEAD.fullmatch(cell.text) if ":" in cell.text or "：" in cell.text else None
        attributes = attributes_meant(lookup(found["head"]), position.table) if found else frozenset()
        if found and len(attributes) == 1 and not is_words(found["number"]):
            start = cell.span.start + found.start("number")
            inner = evolve(cell, text=found["number"], span=Span(start, cell.span.end))
            kept.append(inner)
            named[inner.span] = next(iter(attributes))
        elif cell.span in before:
            named[before[cell.span][0]] = before[cell.span][1]
        else:
            kept.append(cell)
    return kept, named


def _heads_before(cells: Sequence[Cell], position: Position) -> Mapping[Span, tuple[Span, str]]:
    """The headings that stand one before each number of a row, each with the number's place and the column it names."""
    ordered = sorted(cells, key=lambda cell: cell.column)
    pairs: dict[Span, tuple[Span, str]] = {}
    table, last = position.table, position.last
    while len(ordered) >= _LABEL_AND_PAIR and is_words(ordered[-2].text) and not is_words(ordered[-1].text):
        number, head = ordered.pop(), ordered.pop()
        line = line_meant(lookup(ordered[-1].text), table, last)
        meant = attributes_meant(lookup(head.text), line.table if line is not None else table)
        if len(meant) != 1 or any(meant == {column} for _, column in pairs.values()):
            return {}
        pairs[head.span] = (number.span, next(iter(meant)))
    is_labelled = bool(ordered) and line_meant(lookup(ordered[-1].text), table, last) is not None
    return pairs if is_labelled else {}


_LABEL_AND_PAIR = 3  # cells


def _note_place(words: Sequence[_Word], position: Position) -> None:
    """Move on to the table that a caption or a group of lines belongs to."""
    for word in words:
        for term in word.found[:1]:
            if term.role in {Role.TITLE, Role.STUB, Role.BLOCK, Role.GROUP}:
                position.announce(term.table)
            if term.role is Role.BLOCK:
                position.heads, position.in_head = (), False


def _is_in_a_table(words: Sequence[_Word], position: Position, grid: Grid) -> bool:
    """Whether numbers under no label of a line belong to a table: those of table four stand under its heads."""
    if position.table == "review_and_litigation" and position.heads_in != grid.number:
        return not words and grid.height == 1
    return position.table is not None


def _is_empty_case_row(cells: Sequence[Cell], position: Position) -> bool:
    """Whether a row of blank cells is the one row of table four, left empty."""
    contested = position.table == "review_and_litigation" and position.in_head
    return contested and len(cells) > 1 and not any(cell.text.strip() for cell in cells)


def _parted(cells: Sequence[Cell], words: Sequence[_Word], position: Position) -> tuple[list[_Word], list[Cell]]:
    """The words that label a row, and the cells behind them.

    Words right behind the label of a line stand in a cell if, with them, the line has as many cells as the form; else
    they label a part of the line. Words behind the numbers stand in cells.
    """
    under = _first_column(position) if position.table == "review_and_litigation" else None
    if under is not None and not any(word.found for word in words) and len(cells) != _width_of_cases():
        return [word for word in words if word.cell.column < under], [cell for cell in cells if cell.column >= under]
    labelling = _labelling(words, position)
    behind = [cell for cell in cells if not labelling or cell.column > labelling[-1].cell.column]
    term = line_meant(labelling[-1].found, position.table, position.last) if labelling else None
    if term is None or len(behind) in widths_of(term.table, term.path):
        return labelling, behind
    further = [word for word in words if word.cell in behind]
    start = next((number for number, cell in enumerate(behind) if not is_words(cell.text)), len(behind))
    return labelling + [word for word in further if word.cell in behind[:start]], behind[start:]


def _width_of_cases() -> int:
    """How many cells table four has in its one row."""
    table = "review_and_litigation"
    return sum(widths_of(table, line)[0] for line in line_order(table))


def _first_column(position: Position) -> int | None:
    """The first column of the grid that stands under a heading of a column of the form."""
    return min((head.columns.start for head in position.heads if head.attributes and head.columns), default=None)


def _labelling(words: Sequence[_Word], position: Position) -> list[_Word]:
    """The words of a row as far as the last that mean a line; all of them where none do."""
    for number in range(len(words), 0, -1):
        if line_meant(words[number - 1].found, position.table, position.last) is not None:
            return list(words[:number])
    return list(words)


def _line(labels: Sequence[_Word], position: Position) -> Term | None:
    """The line that the words of a row label."""
    for word in reversed(labels):
        term = line_meant(word.found, position.table, position.last)
        if term is not None:
            return term
        if word.means(Role.COLUMN):
            return None
    return None


def _is_head(words: Sequence[_Word]) -> bool:
    """Whether a row without numbers that names a line is a head: 其他 and 总计 are lines and columns.

    Table four names its groups above the numbers.
    """
    if any(word.found and word.found[0].role is Role.COLUMN for word in words):
        return True
    named = [word for word in words if word.means(Role.LINE, Role.GROUP)]
    return len(named) > 1 and all(word.found[0].table == "review_and_litigation" for word in named)


def _foreign(labels: Sequence[_Word], line: Term | None, position: Position) -> str:
    """The words that make the row another line than the form's."""
    if line is None:
        return "" if position.table == "review_and_litigation" else " ".join(word.cell.text for word in labels)
    own = max(number for number, word in enumerate(labels) if line in word.found)
    return " ".join(word.cell.text for word in labels[own + 1 :] if not word.known and not _is_remark(word))


def _is_remark(word: _Word) -> bool:
    """Whether words behind a label say nothing of what the line is: a unit, a note in brackets."""
    text = word.cell.text.strip()
    return text[:1] in "(（[［〔" or probe(f"1{text}").state is State.STATED


def _take_heads(words: Sequence[_Word], position: Position, grid: Grid) -> None:
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


def _head(word: _Word, table: str | None) -> Head:
    lines = [term.path for term in word.found if term.role is Role.LINE and term.table == table]
    attributes = attributes_meant(word.found, table)
    return Head(word.cell.text, attributes, lines[0] if lines and not attributes else None, word.cell.columns)


def _item(cell: Cell, sheet: _Sheet, attribute: str = "") -> Item:
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
    labels: Sequence[_Word],
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
