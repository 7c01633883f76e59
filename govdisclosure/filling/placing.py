"""Which column each number of a line stands in, or that this is not known."""

from collections import Counter
from collections.abc import Sequence

from attrs import evolve, frozen

from govdisclosure.filling.rows import Head, Item, Row, Trust
from govdisclosure.source import Span


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
    if row.trust is Trust.CELLS or len(row.numbers) == len(row.items):
        by_heads = _by_heads(row.items, row.heads, columns)
        if by_heads is not None:
            return by_heads
    width = len(columns)
    if not row.numbers:
        return Placed(_blanks(row.items, width))
    if row.trust is Trust.CELLS:
        cells = _within_fill(row, width)
        if cells is not None:
            return Placed(cells)
    if len(row.numbers) == width:
        return Placed(row.numbers)
    return Placed(row.items) if row.cut and len(row.items) < width else None


def _unglued(row: Row, width: int) -> Row:
    """Part the zeros of a line whose cells ran into each other: 规章000. No number begins with two zeros."""
    (item, *more) = row.items or (None,)
    if item is None or more or len(item.text) != width or set(item.text) != {"0"}:
        return row
    start = item.span.start
    zeros = (Item("0", Span(start + number, start + number + 1)) for number in range(width))
    return evolve(row, items=tuple(zeros))


def _blanks(items: Sequence[Item], width: int) -> tuple[Item | None, ...]:
    return tuple(items[:width]) + (None,) * (width - len(items))


def _within_fill(row: Row, width: int) -> tuple[Item, ...] | None:
    """The items without the empty cells that stand for spans, as the complete lines of the grid have them."""
    if len(row.items) == width:
        return row.items
    by_start = {item.columns.start: item for item in row.items}
    inner = tuple(by_start[start] for start in row.starts if start in by_start)
    outer_is_blank = all(item.is_blank for item in row.items if item not in inner)
    return inner if len(inner) == width and outer_is_blank else None


def _by_heads(items: Sequence[Item], heads: Sequence[Head], columns: tuple[str, ...]) -> Placed | None:
    """Match items and headings that start at the same column of the grid, if each column is matched once."""
    if not heads or not items or not items[0].columns:
        return None
    lowest = {head.columns.start: head for head in heads}
    found: dict[str, Item] = {}
    over: list[Item] = []
    for item in items:
        head = lowest.get(item.columns.start)
        meant = head.attributes & set(columns) if head else frozenset()
        if len(meant) > 1 or any(attribute in found for attribute in meant):
            return None
        if meant:
            found.update(dict.fromkeys(meant, item))
        else:
            over.append(item)
    if len(found) < len(columns):
        return None
    return Placed(tuple(found[column] for column in columns), tuple(item for item in over if not item.is_blank))


def common_starts(rows: Sequence[tuple[Sequence[Item], Sequence[int]]]) -> dict[int, tuple[int, ...]]:
    """Where the cells of complete lines start, for each number of columns that lines have.

    Args:
        rows: the items of each line, and how many columns it may have.
    """
    seen: dict[int, Counter[tuple[int, ...]]] = {}
    for items, widths in rows:
        starts = tuple(item.columns.start for item in items if not item.is_blank)
        if len(starts) in widths:
            seen.setdefault(len(starts), Counter())[starts] += 1
    return {width: counted.most_common(1)[0][0] for width, counted in seen.items()}
