"""Numbers and the headings above them."""

import re
from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from govdisclosure.filling.rows import Head, Item, Row, Trust, adds_up, is_remark, probe
from govdisclosure.states import State
from govdisclosure.vocabulary import Role, lookup
from govdisclosure.wording import key


@frozen
class Placed:
    """The cells of a line, from the first column on; ``over`` holds what stands under no column of the form.

    None, and columns behind the last cell: the document does not have the cell.
    """

    cells: tuple[Item | None, ...]
    over: tuple[Item, ...] = ()


def by_heads(row: Row, columns: tuple[str, ...]) -> Placed | None:
    """Match items and headings that start at the same column of the grid, if each column is matched once."""
    found = _under_heads(row, columns)
    if found is None or len(found.own) != len(columns):
        return None
    if found.is_in_order(columns):
        return Placed(tuple(item for item, _ in found.own), found.over)
    ways = found.ways(columns)
    if ways is None:
        return None
    in_order, by_words = ways
    return Placed(in_order if adds_up(in_order) and not adds_up(by_words) else by_words, found.over)


def both_ways(row: Row, columns: tuple[str, ...]) -> tuple[tuple[Item, ...], tuple[Item, ...]] | None:
    """The numbers of a line as they stand, and as their heads say, where these name the columns in another order."""
    if _are_in_order(row.heads, columns):
        return None
    found = _under_heads(row, columns)
    if found is None or len(found.own) != len(columns) or found.is_in_order(columns):
        return None
    return found.ways(columns)


@lru_cache(maxsize=256)
def _are_in_order(heads: tuple[Head, ...], columns: tuple[str, ...]) -> bool:
    """Whether a head stands over each column of a line, from left to right."""
    found = lowest(heads, columns)
    return len(found) == len(columns) and all(
        column in head.attributes for head, column in zip(found, columns, strict=True)
    )


def by_some_heads(row: Row, columns: tuple[str, ...]) -> Placed | None:
    """Match items and headings of a table that has only some of the form's columns, each of them in every line.

    Where numbers share a cell, not columns are lost but their heads.
    """
    found = _under_heads(row, columns)
    by_column = found.by_column() if found else None
    if found is None or not by_column or any(item.holds_several for item in row.items):
        return None
    if all(item.attribute for item in row.items):
        return Placed(tuple(by_column.get(column) for column in columns), found.over)
    if row.trust is not Trust.CELLS:
        return None
    named = {column for head in row.heads for column in head.attributes.intersection(columns)}
    if len(named) == len(columns) or set(by_column) != named:
        return None
    return Placed(tuple(by_column.get(column) for column in columns), found.over)


def by_merged_cells(row: Row, columns: tuple[str, ...]) -> Placed | None:
    """Give an empty cell, a mark or a 0 to each of the columns that it was merged over."""
    heads = lowest(row.heads, columns)
    starts = [head.columns.start for head in heads] or [band.start for band in row.bands]
    if len(starts) != len(columns) or row.on_screen or row.trust is not Trust.CELLS:
        return None
    if heads and row.items[-1].columns.stop < heads[-1].columns.stop:  # a cell has fallen out, none was merged
        return None
    by_start: dict[int, Item] = {}
    for item in row.items:
        covered = [start for start in starts if start in item.columns]
        if (len(covered) > 1 and probe(item.text).value) or (not covered and not item.is_blank):
            return None
        by_start.update(dict.fromkeys(covered, item))
    return Placed(tuple(by_start[start] for start in sorted(starts))) if len(by_start) == len(columns) else None


@frozen
class _Headed:
    """The items that stand under heads of the line's columns, each with the columns that its head can mean."""

    own: tuple[tuple[Item, frozenset[str]], ...]
    over: tuple[Item, ...]

    def is_in_order(self, columns: tuple[str, ...]) -> bool:
        """Whether the heads can mean the columns of a line in their order."""
        return all(column in meant for (_, meant), column in zip(self.own, columns, strict=True))

    def ways(self, columns: tuple[str, ...]) -> tuple[tuple[Item, ...], tuple[Item, ...]] | None:
        """The items as they stand, and as the heads say; None where the heads do not name each column once."""
        by_column = self.by_column()
        if by_column is None or len(by_column) < len(columns):
            return None
        return tuple(item for item, _ in self.own), tuple(by_column[column] for column in columns)

    def by_column(self) -> dict[str, Item] | None:
        """The item of each column; None where a head can mean several, or several mean one."""
        found: dict[str, Item] = {}
        for item, meant in self.own:
            if len(meant) != 1 or not meant.isdisjoint(found):
                return None
            found.update(dict.fromkeys(meant, item))
        return found


def _under_heads(row: Row, columns: tuple[str, ...]) -> _Headed | None:
    may_have_moved = row.trust is not Trust.CELLS and len(row.numbers) < len(row.items)
    if all(item.attribute for item in row.items):
        return _Headed(tuple((item, frozenset({item.attribute}) & frozenset(columns)) for item in row.items), ())
    if row.on_screen or may_have_moved or not row.heads:
        return None
    meant_at = _meant_at(row.heads, columns)
    if has_moved(row, columns):
        return None
    own: list[tuple[Item, frozenset[str]]] = []
    over: list[Item] = []
    for item in row.items:
        meant = meant_at.get(item.columns.start)
        is_filled = probe(item.text).state not in {State.BLANK, State.DASH}
        if meant is None and is_filled and not is_remark(item.text):
            return None
        if meant:
            own.append((item, meant))
        elif is_filled:
            over.append(item)
    is_empty = all(item.is_blank for item, _ in own)
    if is_empty and not row.marked and any(not is_remark(item.text) for item in over):
        return None  # numbers that stand under other heads alone have moved
    return _Headed(tuple(own), tuple(over))


@lru_cache(maxsize=256)
def _meant_at(heads: tuple[Head, ...], columns: tuple[str, ...]) -> Mapping[int, frozenset[str]]:
    """For each column of the grid with a head, the columns of a line that it can mean.

    None for a subtotal's and for last year's. Left out are columns of labels.
    """
    nearest = {head.columns.start: head for head in heads}
    first = _first_at(heads, columns)
    last_year = {column for head in heads if _LAST_YEAR.fullmatch(key(head.text)) for column in head.columns}
    totals = [
        head
        for head in lowest(heads, columns)
        if columns[-1] in head.attributes and head.columns.start not in last_year
    ]
    subtotals = totals[:-1] if len(columns) > 1 and columns.count(columns[-1]) == 1 else []
    return {
        start: frozenset() if head in subtotals or start in last_year else head.attributes.intersection(columns)
        for start, head in nearest.items()
        if head.attributes or start > first or not _heads_labels(head)
    }


#: Heads a group of columns: last year's numbers beside this year's.
_LAST_YEAR = re.compile("(?:上一?年|去年)(?:度|同期)?(?:数|数据|情况)?")


def has_moved(row: Row, columns: tuple[str, ...]) -> bool:
    """Whether a number stands before the first column: the label is lost, and its cell with it.

    Beside a label, a mark may fill a cell that the label covers, and a code, a unit or last year's number may stand
    below a head of its own.
    """
    first = _first_at(row.heads, columns)
    if not row.numbers or row.numbers[0].columns.start >= first:
        return False
    others = {head.columns.start for head in row.heads if row.label and not head.attributes and not _heads_labels(head)}
    before = (item for item in row.numbers if item.columns.start < first and item.columns.start not in others)
    return any(not row.label or probe(item.text).value is not None for item in before)


def _first_at(heads: tuple[Head, ...], columns: tuple[str, ...]) -> int:
    """The column of the grid that the first cell of a line stands in, below its head."""
    found = lowest(heads, columns)
    return found[0].columns.start if found else 0


def _heads_labels(head: Head) -> bool:
    """Whether words head the column of the labels: a number below them has moved."""
    return any(term.role is Role.STUB for term in lookup(head.text)[:1])


@lru_cache(maxsize=256)
def lowest(heads: tuple[Head, ...], columns: tuple[str, ...]) -> tuple[Head, ...]:
    """The heads of a line's columns from left to right; of those at one place the lowest."""
    nearest = {head.columns.start: head for head in heads}
    return tuple(nearest[start] for start in sorted(nearest) if nearest[start].attributes.intersection(columns))
