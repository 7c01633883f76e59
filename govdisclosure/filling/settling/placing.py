"""Which column each number of a line stands in, or that this is not known."""

import re
from collections.abc import Iterator
from itertools import accumulate, groupby, pairwise

from attrs import evolve

from govdisclosure.filling.rows import Item, Row, Trust, adds_up, is_remark, probe
from govdisclosure.filling.settling.headed import Placed, by_heads, by_merged_cells, by_some_heads
from govdisclosure.source import Span
from govdisclosure.states import State

_RUN_TOGETHER = re.compile(r"0+[0-9]")


def place(row: Row, columns: tuple[str, ...]) -> Placed | None:
    """Put the items of a row under the columns of its line; None where their places are not certain."""
    if row.trust is Trust.NOTHING or _may_repeat(row, columns):
        return None
    if row.cut:
        return Placed(row.items)
    row = _unglued(_parted(row), len(columns))
    if _shares_beside_empty(row):
        return None
    ways = (
        by_heads,
        _all_blank,
        _cell_for_cell,
        _number_for_number,
        _by_bands,
        by_merged_cells,
        by_some_heads,
        _once_each,
    )
    return next((placed for way in ways if (placed := way(row, columns)) is not None), None)


def _repeated(row: Row, columns: tuple[str, ...]) -> tuple[int, ...]:
    """How often the heads above a row name each of its columns in turn, as where merged cells are repeated.

    Nothing where they name each once, or in another order.
    """
    named = [head.attributes for head in row.heads if head.attributes.intersection(columns)]
    groups = [(meant, len(list(group))) for meant, group in groupby(named)]
    in_order = [meant for meant, _ in groups] == [frozenset({name}) for name in columns]
    return tuple(count for _, count in groups) if in_order and len(named) > len(columns) else ()


def _may_repeat(row: Row, columns: tuple[str, ...]) -> bool:
    """Whether a number may stand again for each column that its cell spans, or be that of another column.

    上一年项目数量 本年增/减 本年增/减 over two numbers, where empty cells were dropped.
    """
    return 1 < len(row.items) < sum(_repeated(row, columns))


def _once_each(row: Row, columns: tuple[str, ...]) -> Placed | None:
    """Take the numbers of a line once that are repeated for each column that their cells span."""
    counts = _repeated(row, columns)
    if len(counts) == 1 and len(row.numbers) > 1:
        counts, row = (len(row.numbers),), evolve(row, items=row.numbers)
    if len(row.items) != sum(counts) or not (row.on_screen or len(counts) == 1):
        return None
    starts = [0, *accumulate(counts)]
    groups = [row.items[start:end] for start, end in pairwise(starts)]
    is_same = all(len({item.text for item in group}) == 1 for group in groups)
    return Placed(tuple(group[0] for group in groups)) if is_same else None


def _all_blank(row: Row, columns: tuple[str, ...]) -> Placed | None:
    if row.numbers or 0 < sum(len(item.columns) for item in row.items) < len(columns):
        return None
    if len(row.items) < len(columns) and (some := by_some_heads(row, columns)) is not None:
        return some
    cells = row.items[: len(columns)]
    return Placed(cells + (nothing_behind(row),) * (len(columns) - len(cells)))


def nothing_behind(row: Row) -> Item:
    """A cell of a row that is known to be empty, though the source prints no cell."""
    return Item("", Span(row.span.end, row.span.end))


def _cell_for_cell(row: Row, columns: tuple[str, ...]) -> Placed | None:
    if row.trust is not Trust.CELLS:
        return None
    if len(row.items) == len(columns):
        return Placed(row.items)
    remarks = tuple(item for item in row.items[len(columns) :] if is_remark(item.text))
    return Placed(row.items[: len(columns)], remarks) if len(row.items) == len(columns) + len(remarks) else None


def _number_for_number(row: Row, columns: tuple[str, ...]) -> Placed | None:
    has_gaps = row.trust is Trust.CELLS and not row.on_screen and len(row.numbers) < len(row.items)
    if has_gaps and not (row.is_unbroken and columns[-1].endswith("total") and adds_up(row.numbers)):
        return None  # an empty cell may be the form's, and a number none of it
    remarks = tuple(item for item in row.numbers if is_remark(item.text))
    figures = tuple(item for item in row.numbers if item not in remarks)
    if len(figures) != len(columns) or row.torn:
        return None
    order = [name for head in row.heads if head.columns for name in head.attributes] if row.on_screen else []
    if sorted(order) == sorted(columns):  # a line of text that names the columns in another order
        figures = tuple(figures[order.index(column)] for column in columns)
    return Placed(figures, remarks)


def _parted(row: Row) -> Row:
    """Part numbers that stand in one cell of a row with empty ones: its cells are not the form's, but its numbers are.

    Converters of PDF files draw the columns of a table anew for each stretch of lines.
    """
    if len(row.numbers) == len(row.items):
        return row
    merged = [item for item in row.numbers if item.holds_several]
    parts = tuple(part for item in row.numbers for part in (_numbers_in(item) if item in merged else (item,)))
    if all(probe(item.text).state is State.STATED for item in merged) and not (
        merged and adds_up(parts) and not adds_up(row.items)
    ):
        return row
    if row.trust is Trust.CELLS and not (len(parts) > _FEW and adds_up(parts)):
        return row  # 14 3 in a cell whose place is known may be a number broken over two lines: only a sum tells
    return evolve(row, items=parts, trust=Trust.NUMBERS)


_FEW = 3  # numbers that may add up by chance


def _shares_beside_empty(row: Row) -> bool:
    """Whether two numbers share a cell beside an empty one: then one of them may be the other's."""
    shared = [item.holds_several and "\n" not in item.text for item in row.items]
    return any(
        (shares and after.is_blank) or (before.is_blank and also)
        for (before, shares), (after, also) in pairwise(zip(row.items, shared, strict=True))
    )


def _numbers_in(item: Item) -> Iterator[Item]:
    for found in re.finditer(r"\S+", item.text):
        start = item.span.start + found.start()
        yield evolve(item, text=found[0], span=Span(start, start + len(found[0])))


def _unglued(row: Row, width: int) -> Row:
    """Part the digits of a line whose cells ran into each other: 规章001.

    No number begins with a zero, so these are as many as cells; 012 may be 0 and 12, where a blank cell is lost.
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
    return Placed(tuple(by_band.get(number) or nothing_behind(row) for number in range(len(columns))))
