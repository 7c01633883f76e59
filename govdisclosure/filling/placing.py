"""Which column each number of a line stands in, or that this is not known."""

import re

from attrs import evolve, frozen

from govdisclosure.filling.rows import Item, Row, Trust, is_words
from govdisclosure.source import Span

_RUN_TOGETHER = re.compile(r"0[0-9]+")


@frozen
class Placed:
    """The cells of a line, from the first column on; ``over`` holds what stands under no column of the form.

    A cell of None is known to be empty. Columns without a cell are not there.
    """

    cells: tuple[Item | None, ...]
    over: tuple[Item, ...] = ()


def place(row: Row, columns: tuple[str, ...]) -> Placed | None:
    """Put the items of a row under the columns of its line; None where their places are not certain."""
    if row.trust is Trust.NOTHING:
        return None
    row = _unglued(row, len(columns))
    ways = (_by_heads, _all_blank, _cell_for_cell, _number_for_number, _by_bands, _cut_short)
    return next((placed for way in ways if (placed := way(row, columns)) is not None), None)


def _all_blank(row: Row, columns: tuple[str, ...]) -> Placed | None:
    if row.numbers:
        return None
    empty: tuple[Item | None, ...] = row.items[: len(columns)]
    return Placed(empty + (None,) * (len(columns) - len(empty)))


def _cell_for_cell(row: Row, columns: tuple[str, ...]) -> Placed | None:
    return Placed(row.items) if row.trust is Trust.CELLS and len(row.items) == len(columns) else None


def _number_for_number(row: Row, columns: tuple[str, ...]) -> Placed | None:
    remarks = tuple(item for item in row.numbers if _is_remark(item))
    figures = tuple(item for item in row.numbers if item not in remarks)
    return Placed(figures, remarks) if len(figures) == len(columns) else None


_SHORTEST_REMARK = 2  # characters; one may be a unit


def _is_remark(item: Item) -> bool:
    """Whether an item is a remark: words, not a part of a number."""
    return is_words(item.text) and sum("一" <= character <= "鿿" for character in item.text) >= _SHORTEST_REMARK


def _cut_short(row: Row, columns: tuple[str, ...]) -> Placed | None:
    kept = row.cut and not row.on_screen and len(row.items) < len(columns)
    return Placed(row.items) if kept else None


def _unglued(row: Row, width: int) -> Row:
    """Part the digits of a line whose cells ran into each other: 规章001.

    No number begins with a zero, and as many digits as cells can be parted in one way.
    """
    (item, *more) = row.items or (None,)
    if item is None or more or not _RUN_TOGETHER.fullmatch(item.text) or len(item.text) != width:
        return row
    start = item.span.start
    digits = (Item(digit, Span(place, place + 1)) for place, digit in enumerate(item.text, start))
    return evolve(row, items=tuple(digits))


def _by_bands(row: Row, columns: tuple[str, ...]) -> Placed | None:
    """Put the items in the columns that the other lines show; empty cells may be around them."""
    if len(row.bands) != len(columns) or not (row.trust is Trust.CELLS or row.on_screen):
        return None
    by_band = {
        number: item for number, band in enumerate(row.bands) for item in row.items if item.columns.start in band
    }
    if any(not any(item is own for own in by_band.values()) for item in row.numbers):
        return None
    if not row.on_screen and len(by_band) < len(columns):
        return None
    return Placed(tuple(by_band.get(number) for number in range(len(columns))))


def _by_heads(row: Row, columns: tuple[str, ...]) -> Placed | None:
    """Match items and headings that start at the same column of the grid, if each column is matched once."""
    items = row.items
    may_have_moved = row.trust is not Trust.CELLS and len(row.numbers) < len(items)
    if row.on_screen or may_have_moved or not row.heads:
        return None
    lowest = {head.columns.start: head for head in row.heads}
    under = [(item, lowest.get(item.columns.start)) for item in items]
    headed = [(item, head.attributes.intersection(columns)) for item, head in under if head]
    own = [(item, meant) for item, meant in headed if meant]
    over = tuple(item for item in items if not any(item is other for other, _ in own) and not item.is_blank)
    unheaded = any(head is None and not item.is_blank and not _is_remark(item) for item, head in under)
    if len(own) != len(columns) or unheaded:
        return None
    if all(column in meant for (_, meant), column in zip(own, columns, strict=True)):
        return Placed(tuple(item for item, _ in own), over)
    by_column = {column: item for item, meant in own if len(meant) == 1 for column in meant}
    if len(set(columns)) < len(columns) or len(by_column) < len(columns):
        return None
    return Placed(tuple(by_column[column] for column in columns), over)
