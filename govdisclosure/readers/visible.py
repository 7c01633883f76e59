"""The visible text of a page while it is put together: lines, tables, and where each of them stands."""

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import Final, NamedTuple

from attrs import Factory, define

from govdisclosure.grid import Grid, Line
from govdisclosure.readers.spans import WIDEST, PrintedCell, PrintedRow, lay_out
from govdisclosure.source import Span

#: Stands for a picture in a cell that holds nothing else (OBJECT REPLACEMENT CHARACTER).
PICTURE: Final = "\ufffc"
#: Stands for a line end until white space has been collapsed; markup cannot hold it.
_BREAK: Final = "\0"
_SPACES = re.compile(r"[ \t\n\r\f]+")
_BREAKS = re.compile(r"[ \0]*\0[ \0]*")
#: A blank cell of a page that was escaped twice shows the name of its space.
_ESCAPED_TWICE = re.compile(r"&(?:nbsp|e[mn]sp|#160|#xa0|#12288);", re.IGNORECASE)
#: Kept white space goes through the collapsing as characters that markup cannot hold either.
_KEEP = str.maketrans({"\r": None, "\n": _BREAK, " ": "\ufdd0", "\t": "\ufdd1"})
_KEPT = str.maketrans({"\ufdd0": " ", "\ufdd1": "\t"})
#: The only cell of its row that holds more than this is text which the table frames; a cell beside others needs more.
_LONG_ALONE: Final = 500
_LONG_BESIDE: Final = 2000
#: A table of so many cells is data: what wraps it is no furniture.
_DATA: Final = 6


def _collapsed(text: str) -> str:
    """The text as browsers show it, with line feeds for its line ends."""
    if "&" in text:
        text = _ESCAPED_TWICE.sub("\xa0", text)
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    text = _SPACES.sub(" ", text)
    if _BREAK in text:
        text = _BREAKS.sub("\n", text)
    text = text.strip(" \n")
    return text if text.isprintable() else text.translate(_KEPT)


class _RawLine(NamedTuple):
    text: str
    span: Span
    heading: int | None


class Mark(NamedTuple):
    """A place in a page: how many blocks, characters and pictures stand before it."""

    blocks: int
    length: int
    pictures: int


@define
class _OpenTable:
    rows: list[PrintedRow] = Factory(list)
    ranks: list[int] = Factory(list)
    cells: list[PrintedCell] = Factory(list)
    #: Spans and kind of the cell that is being read.
    opened: tuple[int, int, bool] | None = None
    group: int = 0
    #: 0 for rows that browsers show first, 2 for those that they show last.
    rank: int = 1
    heads: int = 0
    caption: str = ""
    #: Whether a picture stands in the cell that is being read.
    pictured: bool = False


def _covered(count: int, stretches: Iterable[tuple[int, int]]) -> list[bool]:
    """For each of so many things whether it lies in one of the stretches."""
    edges = [0] * (count + 1)
    for start, end in stretches:
        edges[start] += 1
        edges[end] -= 1
    return [depth > 0 for depth in accumulate(edges)][:count]


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
        #: The beginning and the end of each element that calls itself furniture.
        self._fittings: list[tuple[Mark, Mark]] = []
        self._pictures: list[str] = []
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

    def nothing(self, text: str) -> None:
        """Take text that is not seen."""

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
        return _collapsed("".join(pieces))

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

    def cell(self, text: str, rowspan: int, colspan: int, *, heading: bool) -> None:
        """Add a cell that is one run of text, as nearly all are."""
        if self._table is not None:
            self._table.cells.append(PrintedCell(_collapsed(text), rowspan, colspan, heading))

    def open_cell(self, rowspan: int, colspan: int, *, heading: bool) -> None:
        """Begin a cell."""
        self._flush()
        if self._table is not None:
            self._cell_heading = None
            self._table.pictured = False
            self._table.opened = (rowspan, colspan, heading)

    def close_cell(self) -> None:
        """End a cell."""
        table = self._table
        if table is None or table.opened is None:
            return
        text = self._taken() if self._inline else ""
        text = PICTURE if table.pictured and not text.strip() else text
        table.cells.append(PrintedCell(text, *table.opened, self._cell_heading))
        table.opened = None

    def close_row(self) -> None:
        """End a row: set its cells side by side, or as lines if it only frames text."""
        table = self._table
        if table is None:
            return
        cells, table.cells = table.cells, []
        if len(cells) == 1 and cells[0].text == PICTURE:  # it frames the picture
            cells = [cells[0]._replace(text="")]
        texts = [cell.text for cell in cells]
        longest = max(map(len, texts), default=0)
        if len(cells) > WIDEST:
            self._end_grid()
            self._lines(" ".join(texts), None)
            return
        if longest > (_LONG_ALONE if len(cells) == 1 else _LONG_BESIDE):
            self._end_grid()
            for cell in cells:
                self._lines(cell.text, cell.depth)
            return
        table.rows.append(PrintedRow(table.group, self._position, cells))
        table.ranks.append(table.rank)
        if cells:
            self._append("\t".join(texts), "\n")

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
        self._blocks.append(Grid(cells, len(rows), width, number=self._grids, marked=True, caption=table.caption))
        self._grids += 1

    def _as_lines(self, rows: list[PrintedRow]) -> None:
        """A frame of single cells: what stands in the text already, as lines."""
        for row in rows:
            for cell in row.cells:
                start = row.start
                for line in cell.text.split("\n"):
                    if line.strip():
                        self._blocks.append(_RawLine(line, Span(start, start + len(line)), None))
                    start += len(line) + 1

    # -- furniture and pictures

    def mark(self) -> Mark:
        """The present place, to be handed to `furniture` at the end of the element."""
        if not self.in_cell:
            self._flush()
        return Mark(len(self._blocks), self._position, len(self._pictures))

    def furniture(self, since: Mark) -> None:
        """Call everything since a mark furniture, unless it turns out to hold the report."""
        self._fittings.append((since, self.mark()))

    def has_title_since(self, mark: Mark) -> bool:
        """Whether a main heading was read since the mark."""
        blocks = self._blocks[mark.blocks :]
        return any(isinstance(block, _RawLine) and block.heading in {1, 2} for block in blocks)

    def picture(self, words: str, *, is_ornament: bool) -> None:
        """Note a picture; a cell that holds nothing else is not empty, unless it is an ornament."""
        self._pictures.append(words)
        if not is_ornament:
            self.drawing()

    def drawing(self) -> None:
        """Note that something is drawn."""
        if self._table is not None:
            self._table.pictured = True

    def _furniture(self) -> list[tuple[Mark, Mark]]:
        """The elements that call themselves furniture and hold neither data nor most of the text."""
        sizes = (len(block.cells) >= _DATA if isinstance(block, Grid) else False for block in self._blocks)
        grids = [0, *accumulate(sizes)]
        return [
            (start, end)
            for start, end in self._fittings
            if grids[end.blocks] == grids[start.blocks] and 2 * (end.length - start.length) < self._position
        ]

    def break_off(self) -> None:
        """Take the end of the last line away: the page breaks off amid it."""
        self._flush()
        if self._parts:
            self._parts[-1] = ""

    def shown(self) -> str:
        """The text of the page, as far as it was read."""
        self._flush()
        return "".join(self._parts)

    def finished(self) -> tuple[tuple[Line | Grid, ...], tuple[str, ...]]:
        """The blocks and the pictures of the page."""
        self._flush()
        furniture = self._furniture()
        is_furniture = _covered(len(self._blocks), ((start.blocks, end.blocks) for start, end in furniture))
        is_outside = _covered(len(self._pictures), ((start.pictures, end.pictures) for start, end in furniture))
        blocks = tuple(
            block if isinstance(block, Grid) else Line(*block, is_fitting)
            for block, is_fitting in zip(self._blocks, is_furniture, strict=True)
        )
        pictures = tuple(words for words, outside in zip(self._pictures, is_outside, strict=True) if not outside)
        return blocks, pictures
