"""The visible text of a page while it is put together: lines, tables, and where each of them stands."""

import re
from itertools import accumulate
from typing import Final, NamedTuple

from attrs import Factory, define

from govdisclosure.grid import Grid, Line
from govdisclosure.readers.spans import WIDEST, PrintedCell, PrintedRow, lay_out
from govdisclosure.source import Span

#: Stands for a line end until white space has been collapsed; markup cannot hold it.
_BREAK: Final = "\0"
_SPACES = re.compile(r"[ \t\n\r\f]+")
_BREAKS = re.compile(r"[ \0]*\0[ \0]*")
#: Kept white space goes through the collapsing as characters that markup cannot hold either.
_KEEP = str.maketrans({"\r": None, "\n": _BREAK, " ": "\ufdd0", "\t": "\ufdd1"})
_KEPT = str.maketrans({"\ufdd0": " ", "\ufdd1": "\t"})
#: The only cell of its row that holds more than this is text which the table frames; a cell beside others needs more.
_LONG_ALONE: Final = 500
_LONG_BESIDE: Final = 2000
#: A table of so many cells is data: what wraps it is no furniture.
_DATA: Final = 6


class _RawLine(NamedTuple):
    text: str
    span: Span
    heading: int | None


class _Fitting(NamedTuple):
    """A stretch of blocks that its element calls furniture."""

    first: int
    end: int
    length: int


class _OpenCell(NamedTuple):
    rowspan: int
    colspan: int
    heading: bool


class _RawCell(NamedTuple):
    text: str
    depth: int | None
    opened: _OpenCell


@define
class _OpenTable:
    rows: list[PrintedRow] = Factory(list)
    ranks: list[int] = Factory(list)
    cells: list[_RawCell] = Factory(list)
    opened: _OpenCell | None = None
    group: int = 0
    #: 0 for rows that browsers show first, 2 for those that they show last.
    rank: int = 1
    heads: int = 0
    caption: str = ""


class VisibleText:
    """Takes the parts of a page in their order and keeps text and places in step."""

    def __init__(self) -> None:
        """Begin an empty page."""
        self._parts: list[str] = []
        self._position = 0
        self._inline: list[str] = []
        self._blocks: list[_RawLine | Grid] = []
        self._grids = 0
        self._table: _OpenTable | None = None
        self._fittings: list[_Fitting] = []
        self._pictures: list[tuple[int, str]] = []
        #: The depth of the heading that is being read.
        self.heading: int | None = None
        self._cell_heading: int | None = None

    # -- text

    def text(self, text: str) -> None:
        """Add text as it stands in the markup."""
        self._inline.append(text)

    def preformatted(self, text: str) -> None:
        """Add text whose white space is kept."""
        self._inline.append(text.translate(_KEEP))

    def line_end(self) -> None:
        """End the line, as blocks and ``br`` do; in a cell, the line of the cell."""
        if not self._inline:
            return
        if self._table is not None and self._table.opened is not None:
            self._cell_heading = self.heading or self._cell_heading
            self._inline.append(_BREAK)
        else:
            self._flush()

    def _taken(self) -> str:
        pieces, self._inline = self._inline, []
        text = pieces[0] if len(pieces) == 1 else "".join(pieces)
        text = _SPACES.sub(" ", text)
        if _BREAK in text:
            text = _BREAKS.sub("\n", text)
        return text.strip(" \n").translate(_KEPT) if "\ufdd0" in text or "\ufdd1" in text else text.strip(" \n")

    def _append(self, text: str, end: str) -> Span:
        start = self._position
        self._parts += (text, end)
        self._position = start + len(text) + len(end)
        return Span(start, start + len(text))

    def _lines(self, text: str, heading: int | None) -> None:
        for line in text.split("\n"):
            if line.strip():
                self._blocks.append(_RawLine(line, self._append(line, "\n"), heading))

    def _flush(self) -> None:
        if self._inline:
            self._lines(self._taken(), self.heading)

    # -- tables

    @property
    def in_table(self) -> bool:
        """Whether a table is being read cell by cell."""
        return self._table is not None

    @property
    def in_cell(self) -> bool:
        """Whether a cell is being read."""
        return self._table is not None and self._table.opened is not None

    def open_table(self) -> None:
        """Begin a table; there is never one within another."""
        self._flush()
        self._table = _OpenTable()

    def open_group(self, tag: str) -> None:
        """Begin ``thead``, ``tbody`` or ``tfoot``."""
        table = self._table
        if table is None:
            return
        table.group += 1
        is_first_head = tag == "thead" and table.heads == 0
        table.heads += tag == "thead"
        table.rank = 0 if is_first_head else 2 if tag == "tfoot" else 1

    def close_group(self) -> None:
        """Begin the rows after a group."""
        if self._table is not None:
            self._table.group += 1
            self._table.rank = 1

    def open_cell(self, *, rowspan: int, colspan: int, heading: bool) -> None:
        """Begin a cell."""
        self._flush()
        if self._table is not None:
            self._cell_heading = None
            self._table.opened = _OpenCell(rowspan, colspan, heading)

    def close_cell(self) -> None:
        """End a cell."""
        table = self._table
        if table is None or table.opened is None:
            return
        table.cells.append(_RawCell(self._taken() if self._inline else "", self._cell_heading, table.opened))
        table.opened = None

    def close_row(self) -> None:
        """End a row: set its cells side by side, or as lines if it only frames text."""
        table = self._table
        if table is None:
            return
        cells, table.cells = table.cells, []
        longest = max((len(cell.text) for cell in cells), default=0)
        if len(cells) > WIDEST or longest > (_LONG_ALONE if len(cells) == 1 else _LONG_BESIDE):
            self._end_grid()
            for cell in cells:
                self._lines(cell.text, cell.depth)
            return
        printed = []
        for number, cell in enumerate(cells, start=1):
            span = self._append(cell.text, "\n" if number == len(cells) else "\t")
            printed.append(PrintedCell(cell.text, span, *cell.opened))
        table.rows.append(PrintedRow(table.group, printed))
        table.ranks.append(table.rank)

    def close_caption(self) -> None:
        """End a caption: it is a line before its grid, and is known to the grid."""
        text = self._taken() if self._inline else ""
        if self._table is not None:
            self._table.caption = text
        self._lines(text, None)

    def close_table(self) -> None:
        """End a table."""
        self._end_grid()
        self._table = None

    def _end_grid(self) -> None:
        table = self._table
        if table is None or not table.rows:
            return
        rows, ranks = table.rows, table.ranks
        table.rows, table.ranks = [], []
        if all(len(row.cells) <= 1 for row in rows):
            self._as_lines(rows)
            return
        if set(ranks) != {1}:
            rows = [row for _, row in sorted(zip(ranks, rows, strict=True), key=lambda pair: pair[0])]
        cells, width = lay_out(rows)
        self._blocks.append(Grid(cells, len(rows), width, number=self._grids, caption=table.caption))
        self._grids += 1

    def _as_lines(self, rows: list[PrintedRow]) -> None:
        """A frame of single cells: what stands in the text already, as lines."""
        for row in rows:
            for cell in row.cells:
                start = cell.span.start
                for line in cell.text.split("\n"):
                    if line.strip():
                        self._blocks.append(_RawLine(line, Span(start, start + len(line)), None))
                    start += len(line) + 1

    # -- furniture and pictures

    def mark(self) -> tuple[int, int]:
        """The present place, to be handed to `furniture` at the end of the element."""
        if not self.in_cell:
            self._flush()
        return len(self._blocks), self._position

    def furniture(self, mark: tuple[int, int]) -> None:
        """Call everything since the mark furniture, unless it turns out to hold the report."""
        if not self.in_cell:
            self._flush()
        self._fittings.append(_Fitting(mark[0], len(self._blocks), self._position - mark[1]))

    def has_title_since(self, mark: tuple[int, int]) -> bool:
        """Whether a main heading was read since the mark."""
        blocks = self._blocks[mark[0] :]
        return any(isinstance(block, _RawLine) and block.heading in {1, 2} for block in blocks)

    def picture(self, words: str) -> None:
        """Note a picture."""
        self._pictures.append((len(self._blocks), words))

    def _is_furniture(self) -> list[bool]:
        """For every block, and the end of the page, whether it belongs to the furniture of the page."""
        sizes = (len(block.cells) >= _DATA if isinstance(block, Grid) else False for block in self._blocks)
        grids = [0, *accumulate(sizes)]
        edges = [0] * (len(self._blocks) + 2)
        for first, end, length in self._fittings:
            if grids[end] == grids[first] and 2 * length < self._position:
                edges[first] += 1
                edges[end] -= 1
        return [count > 0 for count in accumulate(edges)]

    def finished(self) -> tuple[str, tuple[Line | Grid, ...], tuple[str, ...]]:
        """The text, the blocks and the pictures of the page."""
        self._flush()
        furniture = self._is_furniture()
        blocks = tuple(
            block if isinstance(block, Grid) else Line(*block, is_fitting)
            for block, is_fitting in zip(self._blocks, furniture, strict=False)
        )
        pictures = tuple(words for number, words in self._pictures if not furniture[number])
        return "".join(self._parts), blocks, pictures
