"""What a reader hands on: lines and rectangles of text cells, in document order, with their places in the source."""

from collections.abc import Iterator
from functools import cached_property

from attrs import evolve, field, frozen

from govdisclosure.source import Source, Span


@frozen
class Cell:
    """One cell of a grid: its text as it stands in the source, and the fields of the grid that it covers."""

    text: str
    span: Span
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    #: Marked as a heading by the source (``th``).
    heading: bool = False

    @property
    def rows(self) -> range:
        """The rows that the cell covers."""
        return range(self.row, self.row + self.rowspan)

    @property
    def columns(self) -> range:
        """The columns that the cell covers."""
        return range(self.column, self.column + self.colspan)


@frozen
class Grid:
    """A rectangle of cells in reading order.

    Cells that overlap in the source (wrong spans) are all kept: ``cells`` is what was printed, ``row(n)`` what starts
    in a row.
    """

    cells: tuple[Cell, ...]
    height: int
    width: int
    #: The number of the grid in the document, from 0.
    number: int = 0
    #: Whether empty cells are known to stand where the source prints them (HTML), or may have moved (bars in text).
    in_place: bool = True
    #: Whether the source marks each cell, as a page does with its elements: no row is short for lost white space.
    marked: bool = False
    caption: str = ""

    @cached_property
    def _by_row(self) -> dict[int, tuple[Cell, ...]]:
        rows: dict[int, list[Cell]] = {}
        for cell in self.cells:
            rows.setdefault(cell.row, []).append(cell)
        return {row: tuple(sorted(cells, key=lambda cell: cell.column)) for row, cells in rows.items()}

    @cached_property
    def merged(self) -> tuple[Cell, ...]:
        """The cells that cover several rows."""
        return tuple(cell for cell in self.cells if cell.rowspan > 1)

    def row(self, number: int) -> tuple[Cell, ...]:
        """The cells that start in a row, from left to right."""
        return self._by_row.get(number, ())

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """The cells that start in each row, row by row."""
        return (self.row(number) for number in range(self.height))

    def transposed(self) -> "Grid":
        """The grid with rows for columns."""
        turned = (
            evolve(cell, row=cell.column, column=cell.row, rowspan=cell.colspan, colspan=cell.rowspan)
            for cell in self.cells
        )
        ordered = tuple(sorted(turned, key=lambda cell: (cell.row, cell.column)))
        return evolve(self, cells=ordered, height=self.width, width=self.height)


@frozen
class Line:
    """A line or paragraph of running text, without its line end."""

    text: str
    span: Span
    #: The depth of a heading (``h1`` is 1), or None for text.
    heading: int | None = None
    #: Whether the source marks it as navigation or other furniture of the page.
    furniture: bool = False
    #: Whether it is one cell of a table whose rows the source does not mark; an empty one is a blank cell.
    cell: bool = False


@frozen
class Document:
    """A source, read: its blocks in order, and what its head says of it."""

    source: Source
    blocks: tuple[Line | Grid, ...]
    #: Name and content of the page's title and meta elements, in order; empty for text.
    head: tuple[tuple[str, str], ...] = field(default=())
    #: Descriptions and file names of pictures that stand in the text, in order.
    pictures: tuple[str, ...] = field(default=())
    #: Names and addresses of linked files (attachments), in order.
    attachments: tuple[str, ...] = field(default=())
    #: Whether tables stand in panels that the page shows when it is asked to, and were passed over.
    has_closed_panels: bool = False
