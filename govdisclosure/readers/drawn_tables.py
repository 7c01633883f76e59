"""Tables that a page draws with other elements: a block for each row, an element in it for each cell.

Read as lines, such a table loses its empty cells. It is told by its rows alone, since class names are anybody's: blocks
side by side that hold elements and no text, words first and values behind them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby, pairwise
from typing import Final

from attrs import frozen
from selectolax.lexbor import LexborHTMLParser, LexborNode

from govdisclosure.passage import visible
from govdisclosure.readers.elements import UNSEEN

#: A page with so many cells of its own has its tables drawn as tables, and need not be searched.
_ENOUGH_CELLS: Final = 150
#: A page with more elements was not written by hand.
_MOST_TAGS: Final = 100_000
_INLINE: Final = frozenset({"span", "b", "i", "em", "strong", "font", "label", "a", "u", "small", "big"})
_NEVER: Final = frozenset(
    {"table", "tbody", "tr", "td", "th", "img", "input", "select", "textarea", "pre", "html", "body"}
)
_LARGEST_CELL: Final = 12  # elements and pieces of text
_LONGEST_CELL: Final = 150  # characters
_MOST_CELLS: Final = 40  # of a row
_DEEPEST: Final = 3  # elements that only hold one other
_VALUE = re.compile(r"[\s\d０-９,，.+\-－—/\\*]*(?:[件项元]|万元)?|[无零]|[增减]\s*\d+|持平")
_LAYS_OUT = re.compile(r"display|width|float|flex")


def _is_value(text: str) -> bool:
    return _VALUE.fullmatch(visible(text)) is not None


@frozen
class Drawn:
    """The elements that are rows and cells, by the numbers that the tree gives them."""

    #: The first and the last rows of the tables, and those between.
    first: frozenset[int] = frozenset()
    last: frozenset[int] = frozenset()
    rows: frozenset[int] = frozenset()
    cells: frozenset[int] = frozenset()


@frozen
class _Row:
    element: LexborNode
    cells: tuple[LexborNode, ...]
    texts: tuple[str, ...]
    #: Whether nothing, not even a space, parts its inline cells.
    is_glued: bool

    @property
    def values(self) -> int:
        """How many cells at the end of the row hold a value or nothing."""
        words = [number for number, text in enumerate(self.texts) if not _is_value(text)]
        return len(self.texts) - (words[-1] + 1 if words else 0)

    @property
    def is_labelled(self) -> bool:
        """Whether words stand before values, and nowhere else."""
        return 0 < self.values < len(self.texts) and all(
            not _is_value(text) or not text.strip() for text in self.texts[: -self.values]
        )


def drawn_tables(tree: LexborHTMLParser, markup: bytes, gone: AbstractSet[int]) -> Drawn:
    """The rows and cells of tables that are drawn with other elements.

    Args:
        tree: the page.
        markup: what it was made of.
        gone: the elements that the page does not show.
    """
    cells = sum(markup.count(tag) for tag in (b"<td", b"<th", b"<TD", b"<TH"))
    if cells >= _ENOUGH_CELLS or markup.count(b"<") > _MOST_TAGS:
        return Drawn()
    tables = [
        part
        for parent in tree.css("body, body *")
        if parent.tag not in _NEVER or parent.tag in {"body", "td"}
        for run in _runs(_Children(parent, gone).elements)
        for part in _tables([_row(element, gone) for element in run])
    ]
    return Drawn(
        frozenset(table[0].element.mem_id for table in tables),
        frozenset(table[-1].element.mem_id for table in tables),
        frozenset(row.element.mem_id for table in tables for row in table),
        frozenset(cell.mem_id for table in tables for row in table for cell in row.cells),
    )


def _tables(run: Sequence[_Row | None]) -> Iterator[list[_Row]]:
    """The tables in a run of elements, without what is no row and parts them: a caption, a page number."""
    rows = [row for row in run if row is not None]
    if rows and _is_table(rows):
        for is_row, group in groupby(run, key=lambda row: row is not None):
            part = [row for row in group if row is not None]
            if is_row and any(len(row.cells) > 1 for row in part):
                yield part


class _Children:
    """The elements that stand directly in an element, and whether text stands beside them."""

    def __init__(self, parent: LexborNode, gone: AbstractSet[int]) -> None:
        self.elements: list[LexborNode | None] = []
        self.has_text = False
        self.is_glued = True
        node = parent.first_child
        while node is not None:
            tag = node.tag or ""
            if tag == "-text":
                if (node.text_content or "").strip():
                    self.has_text = True
                    self.elements.append(None)
                self.is_glued = False
            elif tag != "-comment" and tag not in UNSEEN and node.mem_id not in gone:
                self.elements.append(node)
            node = node.next

    @property
    def holds_inline(self) -> bool:
        """Whether inline elements are among them, as in a cell."""
        return any(element is not None and element.tag in _INLINE for element in self.elements)


def _runs(elements: Iterable[LexborNode | None]) -> Iterator[list[LexborNode]]:
    """Elements of one name that stand side by side, with no text between them."""
    run: list[LexborNode] = []
    for element in elements:
        tag = element.tag if element is not None else None
        if run and (element is None or tag != run[0].tag):
            if len(run) > 1:
                yield run
            run = []
        if element is not None and tag not in _INLINE and tag not in _NEVER:
            run.append(element)
    if len(run) > 1:
        yield run


def _row(element: LexborNode, gone: AbstractSet[int]) -> _Row | None:
    inner = _Children(element, gone)
    for _ in range(_DEEPEST):
        only = inner.elements[0] if len(inner.elements) == 1 else None
        within = _Children(only, gone) if only is not None and only.tag not in _INLINE else None
        if within is None or within.has_text or not within.elements or within.holds_inline:
            break
        inner = within
    cells = tuple(cell for cell in inner.elements if cell is not None)
    if inner.has_text or not 0 < len(cells) <= _MOST_CELLS:
        return None
    texts = []
    for cell in cells:
        text = _cell_text(cell)
        if text is None or cell.tag in _NEVER:
            return None
        texts.append(text)
    return _Row(element, cells, tuple(texts), inner.is_glued)


def _cell_text(cell: LexborNode) -> str | None:
    """The text of a cell; None where it holds more than a cell does."""
    waiting = [cell]
    text = ""
    for _ in range(_LARGEST_CELL):
        if not waiting:
            break
        node = waiting.pop()
        if node.tag == "-text":
            text += node.text_content or ""
        elif node.tag in {"table", "tr", "td", "ul", "ol", "dl"}:
            return None
        child = node.first_child
        while child is not None and len(waiting) <= _LARGEST_CELL:
            waiting.insert(0, child)
            child = child.next
    return text if not waiting and len(text) <= _LONGEST_CELL else None


_ENOUGH_ROWS: Final = 3
_ENOUGH_VALUES: Final = 3
_HEADED: Final = 4  # cells of a row of heads, and of the row below it
_LONG_ROW: Final = 10


def _is_table(rows: Sequence[_Row]) -> bool:
    """Whether rows of elements are rows of a table: of labels and values, of heads and values, of many values."""
    if not rows or not _are_cells(rows):
        return False
    labelled = [row.values for row in rows if row.is_labelled]
    headed = any(
        above.values == 0 and _HEADED <= len(above.cells) == len(row.cells) <= row.values + 1
        for above, row in pairwise(rows)
    )
    return (
        (len(labelled) >= _ENOUGH_ROWS and max(labelled) >= _ENOUGH_VALUES)
        or headed
        or any(row.values == len(row.cells) >= _LONG_ROW for row in rows)
    )


def _are_cells(rows: Sequence[_Row]) -> bool:
    """Whether the inline elements of rows are cells, and not pieces of a text: they are laid out, all in one way."""
    inline = [row for row in rows if any(cell.tag in _INLINE for cell in row.cells)]
    if not inline:
        return True
    values = {_signature(cell) for row in inline for cell in row.cells[-row.values or len(row.cells) :]}
    if len(values) != 1 or not all(values):
        return False
    return all(row.is_glued for row in inline) or any(not text.strip() for row in inline for text in row.texts)


def _signature(cell: LexborNode) -> str:
    attributes = cell.attributes
    style = attributes.get("style") or ""
    return attributes.get("class") or attributes.get("role") or (style if _LAYS_OUT.search(style) else "")
