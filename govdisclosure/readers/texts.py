"""Text -> lines and grids: tables by bars, by tabs, one row a line; everything else stays lines."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count, groupby, pairwise

from attrs import evolve

from govdisclosure.grid import Cell, Document, Grid, Line
from govdisclosure.passage import visible
from govdisclosure.readers.extent import refuse_long, refuse_many, up_to_most_lines
from govdisclosure.readers.markup import without_markup
from govdisclosure.readers.records import (
    BARS,
    Record,
    begins_with_bar,
    columns_of_rule,
    ends_with_bar,
    record,
    tabs_between,
    with_weak_separators,
)
from govdisclosure.source import Decoding, Media, Source, Span

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_CONTROL = {code: " " for code in range(0x20) if chr(code) not in "\t\n\r\f\v"}
# Possessive: a hundred dashes before a letter could be parted in more ways than there is time for.
_UNDERLINE = re.compile(r"(?:\s*+[\-=_─━]{4,}+)++\s*+")


def read_text(text: str, decoding: Decoding) -> Document:
    """Read plain text, Markdown included."""
    source = Source(without_markup(text).translate(_CONTROL), Media.TEXT, decoding)
    refuse_long(source.text)
    tabs = tabs_between(source.text)
    rows = with_weak_separators([record(line, tabs) for line in _lines(source.text)])
    blocks = tuple(_blocks(rows, source.text))
    refuse_many(blocks)
    return Document(source, blocks)


def with_grids(lines: Sequence[Line], text: str) -> list[Line | Grid]:
    """Lines of a page with those that are rows of bars or tabs as grids: text that was put on the page as it was."""
    rows = [record(line) for line in lines]
    parted = [row for row in rows if row.separator and not row.line.furniture]
    numbered = sum(any(_FIGURE.fullmatch(visible(text[cell.start : cell.end])) for cell in row.cells) for row in parted)
    return _blocks(rows, text) if numbered >= _ENOUGH_ROWS else list(lines)


_FIGURE = re.compile(r"[+\-]?\d[\d,.]*|零")


def _blocks(rows: Sequence[Record], text: str) -> list[Line | Grid]:
    groups = [tuple(group) for _, group in groupby(_joined(rows, text), key=lambda row: row.separator)]
    tables = [bool(block[0].separator) and _is_grid(block, text) for block in groups]
    drawn = iter(_with_outer_cells([block for block, is_table in zip(groups, tables, strict=True) if is_table]))
    numbers = count()
    blocks: list[Line | Grid] = []
    for block, is_table in zip(groups, tables, strict=True):
        if is_table:
            rules = [row for row in block if not row.cells]
            blocks.append(_grid(next(drawn), rules, text, next(numbers)))
        elif block[0].separator == "|" or any(map(_is_too_wide, block)):
            blocks += _cells_as_lines(block, text)
        else:
            blocks += [row.line for row in block]
    if any(isinstance(block, Grid) and _keeps_blanks(block.cells) for block in blocks):
        blocks = [evolve(block, in_place=True) if isinstance(block, Grid) else block for block in blocks]
    return blocks


_OPEN_QUOTE = re.compile(r'(?:.*[\t,;])?"[^"]*')
_MOST_LINES = 20  # of one row
_CLOSED_QUOTE = re.compile(r'[^"]*"(?:[\t,;].*)?')


def _lines(text: str) -> Iterator[Line]:
    matches = up_to_most_lines(found for found in _LINE.finditer(text) if not found[0].isspace())
    number = 0
    while number < len(matches):
        end = _quote_end(matches, number)
        start, stop = matches[number].start(), matches[end].end()
        if not _UNDERLINE.fullmatch(text[start:stop]):
            yield Line(text[start:stop], Span(start, stop))
        number = end + 1


def _quote_end(matches: Sequence[re.Match[str]], number: int) -> int:
    """The line on which a row ends whose cells, between quotation marks, go over lines; the same if none does."""
    quotes = matches[number][0].count('"')
    if quotes % 2 == 0 or not _OPEN_QUOTE.fullmatch(matches[number][0]):
        return number
    for end in range(number + 1, min(number + _MOST_LINES, len(matches))):
        text = matches[end][0]
        if '"' in text and not _CLOSED_QUOTE.fullmatch(text):
            return number
        quotes += text.count('"')
        if quotes % 2 == 0:
            return end
    return number


def _joined(rows: Sequence[Record], text: str) -> Iterator[Record]:
    """The rows, those put together that were broken inside a cell: where rows end with a bar, such a line does not."""
    barred = [row for row in rows if row.separator == "|" and row.cells]
    ended = [len(row.cells) for row in barred if ends_with_bar(row)]
    open_ended = [len(row.cells) for row in barred if not ends_with_bar(row)]
    in_turn = _open_and_close_in_turn(barred)
    framed = in_turn or sum(map(begins_with_bar, barred)) >= len(barred) * _MOST
    enough = max(_ENOUGH_ROWS, 0 if in_turn else len(barred) * _MOST)
    if len(ended) < enough or max(open_ended, default=0) > max(ended):
        yield from rows
        return
    widest = max(ended)
    number = 0
    while number < len(rows):
        end = _row_end(rows, number, framed=framed)
        if not in_turn and sum(len(row.cells) - 1 for row in rows[number : end + 1]) >= widest:
            end = number  # two rows, of which the first has no bar behind it
        span = Span(rows[number].line.span.start, rows[end].line.span.end)
        yield rows[number] if end == number else record(Line(text[span.start : span.end], span))
        number = end + 1


def _open_and_close_in_turn(barred: Sequence[Record]) -> bool:
    """Whether a bar before a row and one behind it frame nearly every row, be it on one line or on several."""
    is_open = False
    faults = 0
    for row in barred:
        faults += begins_with_bar(row) == is_open
        is_open = not ends_with_bar(row)
    return faults <= len(barred) * _FEW


_FEW = 0.1  # of the rows
_ENOUGH_ROWS = 3
_MOST = 0.6  # of the rows
_MOST_BREAKS = 40  # within one row
_WIDEST = 80  # cells of a row
_FEW_CELLS = 2  # with more, and one of them full, a row is that of a sheet, filled up
_SHORT = 8  # characters: more than half a label


def _row_end(rows: Sequence[Record], number: int, *, framed: bool) -> int:
    """The line that a row ends on which begins on a line; the same, if it is whole or its end is not found."""
    row = rows[number]
    if not row.cells:
        return number
    is_half_label = not framed and not row.separator and len(row.line.text.strip()) <= _SHORT
    if (row.separator != "|" or ends_with_bar(row) or (framed and not begins_with_bar(row))) and not is_half_label:
        return number
    for end in range(number + 1, min(number + _MOST_BREAKS, len(rows))):
        following = rows[end]
        if (
            not following.cells
            or (framed and begins_with_bar(following))
            or (following.separator != "|" and not framed and not is_half_label)
        ):
            return number
        if ends_with_bar(following):
            return end if not is_half_label or _is_broken(rows[number : end + 1]) else number
        if is_half_label and following.separator != "|":
            return number
    return number


def _is_broken(rows: Sequence[Record]) -> bool:
    """Whether the first line of what may be a row is half a label: no line is empty between it and the next."""
    return rows[0].line.span.end + 1 >= rows[1].line.span.start


def _is_too_wide(row: Record) -> bool:
    """Whether what stands on one line is a whole table, or a whole page."""
    return len(row.cells) > _WIDEST


def _is_grid(rows: Sequence[Record], text: str) -> bool:
    """Whether each line is a row: rows with a cell a line have hardly a line with two cells."""
    if any(map(_is_too_wide, rows)):
        return False
    full = [sum(text[cell.start : cell.end] != "" for cell in row.cells) > 1 for row in rows]
    counted = [is_full or 0 < len(row.cells) <= _FEW_CELLS for is_full, row in zip(full, rows, strict=True)]
    return sum(full) * 4 >= sum(counted) > 0


def _grid(kept: Sequence[Record], rules: Sequence[Record], text: str, number: int) -> Grid:
    """The rows as a grid; a short one among whole rows ends with it.

    Converters leave out the cells that labels of groups cover, before the label of the row.
    """
    in_place = bool(rules) or kept[0].separator != "|"
    width = _width(kept, rules)
    is_whole = in_place and all(map(ends_with_bar, kept))
    cells: list[Cell] = []
    for height, row in enumerate(kept):
        pieces = [text[span.start : span.end] for span in row.cells]
        first = max(width - len(pieces), 0) if is_whole and len(pieces) > 1 else 0
        cells += (Cell(*cell, height, column) for column, cell in enumerate(zip(pieces, row.cells, strict=True), first))
    return Grid(tuple(cells), len(kept), max((len(row.cells) for row in kept), default=0), number, in_place=in_place)


def _width(rows: Sequence[Record], rules: Sequence[Record]) -> int:
    """How many cells the widest rows have; the one row that has more than the rule, or one more, has too many."""
    widest, further = ([*sorted((len(row.cells) for row in rows), reverse=True), 0, 0])[:2]
    ruled = max(map(columns_of_rule, rules), default=0)
    if widest > further and further in {ruled, widest - 1} and (ruled or len(rows) > _ENOUGH_ROWS):
        return further
    return widest


def _with_outer_cells(tables: Sequence[Sequence[Record]]) -> list[list[Record]]:
    """The rows of tables with empty cells beside bars at their ends, if these frame nothing: with them, rows are alike.

    A tab at the end of every row of a table stands behind its last cell.
    """
    kept = [_without_last_tab([row for row in rows if row.cells]) for rows in tables]
    if sum(map(len, kept)) <= _ENOUGH_ROWS:
        return kept
    first = [[_with_first(row) if begins_with_bar(row) else row for row in rows] for rows in kept]
    last, both = (
        [[_with_last(row) if ends_with_bar(row) else row for row in rows] for rows in some] for some in (kept, first)
    )
    return max(kept, last, first, both, key=lambda some: sum(map(_most_as_wide, some)))


def _most_as_wide(rows: Sequence[Record]) -> int:
    return max(Counter(len(row.cells) for row in rows).values())


def _without_last_tab(rows: list[Record]) -> list[Record]:
    is_closed = all(row.separator == "\t" and row.line.text.endswith("\t") for row in rows)
    return [evolve(row, cells=row.cells[:-1]) for row in rows] if is_closed else rows


def _with_first(row: Record) -> Record:
    start = row.cells[0].start
    return evolve(row, cells=(Span(start, start), *row.cells))


def _with_last(row: Record) -> Record:
    end = row.cells[-1].end
    return evolve(row, cells=(*row.cells, Span(end, end)))


def _keeps_blanks(cells: Sequence[Cell]) -> bool:
    """Whether an empty cell stands before a full one in some row: then the text keeps empty cells where they were."""
    rows: dict[int, list[bool]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(bool(cell.text))
    return any(not left and right for row in rows.values() for left, right in pairwise(row))


def _cells_as_lines(rows: Sequence[Record], text: str) -> Iterator[Line]:
    """Cells that stand one a line, between bars, or all on one line."""
    start = rows[0].line.span.start
    block = text[start : rows[-1].line.span.end].translate(BARS)
    for piece in block.split(rows[0].separator):
        inner = piece.strip()
        left = start + (len(piece) - len(piece.lstrip()) if inner else 0)
        yield Line(inner, Span(left, left + len(inner)), cell=True)
        start += len(piece) + 1
