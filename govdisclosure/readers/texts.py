"""Text -> lines and grids: tables by bars, by tabs, one row a line; everything else stays lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from attrs import evolve, frozen

from govdisclosure.grid import Cell, Document, Grid, Line
from govdisclosure.source import Decoding, Media, Source, Span

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]*")
_CONTROL = {code: " " for code in range(0x20) if chr(code) not in "\t\n\r\f\v"}
# | - | - | and | -- | -- | may be the one row of table four; no row of a form is written |-|-| or | --- |.
_RULE = re.compile(r"(?=.*(?:---|:-|-:|\|--?\|))[\s|:\-—+=]*")
_BARS = str.maketrans("｜│┃┆┊", "|||||")


@frozen
class _Row:
    """A line with its cells, where it has a separator."""

    line: Line
    cells: tuple[Span, ...]
    separator: str


def read_text(text: str, decoding: Decoding) -> Document:
    """Read plain text, Markdown included."""
    source = Source(text.translate(_CONTROL), Media.TEXT, decoding)
    rows = [_row(line) for line in _lines(source.text)]
    blocks: list[Line | Grid] = []
    grids = 0
    for separator, group in groupby(_joined(rows, source.text), key=lambda row: row.separator):
        block = tuple(group)
        if separator and _is_grid(block, source.text):
            blocks.append(_grid(block, source.text, grids))
            grids += 1
        elif separator == "|":
            blocks += _cells_as_lines(block, source.text)
        else:
            blocks += [row.line for row in block]
    if any(isinstance(block, Grid) and _keeps_blanks(block.cells) for block in blocks):
        blocks = [evolve(block, in_place=True) if isinstance(block, Grid) else block for block in blocks]
    return Document(source, tuple(blocks))


def _lines(text: str) -> Iterator[Line]:
    for match in _LINE.finditer(text):
        if match[0].strip():
            yield Line(match[0], Span(*match.span()))


def _row(line: Line) -> _Row:
    bare = line.text.translate(_BARS)
    for separator in "|\t":
        if separator in bare.strip(" \t" if separator == "|" else " "):
            return _Row(line, tuple(_split(bare, line.span.start, separator)), separator)
    return _Row(line, (line.span,), "")


def _split(text: str, offset: int, separator: str) -> Iterator[Span]:
    """The cells of a line; bars at its ends frame it and part nothing."""
    start, end = 0, len(text)
    if separator == "|":
        start = len(text) - len(text.lstrip())
        start += text.startswith("|", start)
        end = len(text.rstrip())
        end = max(start, end - text.endswith("|", 0, end))
    for piece in text[start:end].split(separator):
        inner = piece.strip()
        left = start + (len(piece) - len(piece.lstrip()) if inner else 0)
        yield Span(offset + left, offset + left + len(inner))
        start += len(piece) + 1


def _joined(rows: Sequence[_Row], text: str) -> Iterator[_Row]:
    """The rows, those put together that were broken inside a cell: where rows end with a bar, such a line does not."""
    barred = [row for row in rows if row.separator == "|"]
    if sum(map(_ends, barred)) < max(_ENOUGH_ROWS, len(barred) * _MOST):
        yield from rows
        return
    framed = sum(map(_begins, barred)) >= len(barred) * _MOST
    number = 0
    while number < len(rows):
        end = _row_end(rows, number, framed=framed)
        span = Span(rows[number].line.span.start, rows[end].line.span.end)
        yield rows[number] if end == number else _row(Line(text[span.start : span.end], span))
        number = end + 1


_ENOUGH_ROWS = 3
_MOST = 0.6  # of the rows
_MOST_BREAKS = 8  # within one row
_SHORT = 8  # characters: more than half a label


def _row_end(rows: Sequence[_Row], number: int, *, framed: bool) -> int:
    """The line that a row ends on which begins on a line; the same, if it is whole or its end is not found."""
    row = rows[number]
    is_half_label = not framed and not row.separator and len(row.line.text.strip()) <= _SHORT
    if (row.separator != "|" or _ends(row) or (framed and not _begins(row))) and not is_half_label:
        return number
    for end in range(number + 1, min(number + _MOST_BREAKS, len(rows))):
        following = rows[end]
        if (framed and _begins(following)) or (following.separator != "|" and not framed and not is_half_label):
            return number
        if _ends(following):
            return end if not is_half_label or _is_broken(rows[number : end + 1]) else number
        if is_half_label and following.separator != "|":
            return number
    return number


def _is_broken(rows: Sequence[_Row]) -> bool:
    """Whether the first line of what may be a row is half a label: no line is empty between it and the next."""
    return rows[0].line.span.end + 1 >= rows[1].line.span.start


def _begins(row: _Row) -> bool:
    return row.separator == "|" and row.line.text.lstrip().startswith(("|", "｜"))


def _ends(row: _Row) -> bool:
    return row.line.text.rstrip().endswith(("|", "｜"))


def _is_grid(rows: Sequence[_Row], text: str) -> bool:
    """Whether each line is a row: rows with a cell a line have hardly a line with two cells."""
    full = sum(sum(text[cell.start : cell.end] != "" for cell in row.cells) > 1 for row in rows)
    return full * 4 >= len(rows)


def _grid(rows: Sequence[_Row], text: str, number: int) -> Grid:
    cells: list[Cell] = []
    height = 0
    ruled = False
    for row in rows:
        if row.separator == "|" and _RULE.fullmatch(row.line.text.translate(_BARS)):
            ruled = True
            continue
        for column, span in enumerate(row.cells):
            cells.append(Cell(text[span.start : span.end], span, height, column))
        height += 1
    width = max((cell.column + 1 for cell in cells), default=0)
    return Grid(tuple(cells), height, width, number, in_place=ruled or rows[0].separator == "\t")


def _keeps_blanks(cells: Sequence[Cell]) -> bool:
    """Whether an empty cell stands before a full one in some row: then the text keeps empty cells where they were."""
    rows: dict[int, list[bool]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(bool(cell.text))
    return any(not left and right for row in rows.values() for left, right in pairwise(row))


def _cells_as_lines(rows: Sequence[_Row], text: str) -> Iterator[Line]:
    """Cells that stand one a line, between bars."""
    start = rows[0].line.span.start
    block = text[start : rows[-1].line.span.end].translate(_BARS)
    for piece in block.split("|"):
        inner = piece.strip()
        left = start + (len(piece) - len(piece.lstrip()) if inner else 0)
        yield Line(inner, Span(left, left + len(inner)), cell=True)
        start += len(piece) + 1
