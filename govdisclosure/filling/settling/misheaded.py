"""Heads of a grid that stand over other columns than their own, since a span among them is wrong.

Where 法人或其他组织 lost its span, browsers put 总计 over the third of the columns that it should span. The sums of the
grid's rows tell whether the heads are right, or the order of the numbers is.
"""

from collections.abc import Sequence

from attrs import evolve

from govdisclosure.editions import tables_named
from govdisclosure.filling.context import columns_of
from govdisclosure.filling.rows import Item, Row, Trust, adds_up, without_columns
from govdisclosure.filling.settling.headed import both_ways

_Ways = tuple[tuple[Item, ...], tuple[Item, ...]]
_MOST_DISSENTING = 3  # times as many rows as deny one way bear the other


def without_misheaded(rows: Sequence[Row]) -> list[Row]:
    """The rows, without heads where the sums deny these; where nothing tells, not trusted."""
    grids: dict[tuple[str, int], dict[int, _Ways]] = {}
    for number, row in enumerate(rows):
        ways = _ways(row)
        place = row.items[0].place if row.items else None
        if ways is not None and place is not None:
            grids.setdefault((row.table, place.table), {})[number] = ways
    settled = list(rows)
    for found in grids.values():
        by_order = sum(adds_up(in_order) and not adds_up(by_words) for in_order, by_words in found.values())
        by_heads = sum(adds_up(by_words) and not adds_up(in_order) for in_order, by_words in found.values())
        is_usual = all(in_order[0] is by_words[-1] for in_order, by_words in found.values())
        if by_heads > _MOST_DISSENTING * by_order or (is_usual and not by_order):
            continue  # some tables begin with the total
        for number, (in_order, by_words) in found.items():
            row = rows[number]
            if by_order > _MOST_DISSENTING * by_heads:
                settled[number] = evolve(row, heads=without_columns(row.heads))
            elif [item.text for item in in_order] != [item.text for item in by_words]:
                settled[number] = evolve(row, trust=Trust.NOTHING)
    return settled


def _ways(row: Row) -> _Ways | None:
    """The numbers of a row as they stand, and as the heads say, where these name the columns in another order."""
    for form in tables_named(row.table) if row.line and row.heads else ():
        columns = columns_of(form, row.line)
        ways = both_ways(row, columns) if columns[-1:] == ("total",) and len(columns) > 1 else None
        if ways is not None:
            return ways
    return None
