"""Empty cells of a text with a cell a line, told by the empty lines in their place."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from attrs import evolve, frozen

from govdisclosure.editions import tables_named
from govdisclosure.filling.context import columns_of, line_order, widths_of
from govdisclosure.filling.rows import Item, Row, Trust, adds_up, probe
from govdisclosure.form import slots
from govdisclosure.source import Span

_ENOUGH = 6  # numbers, for what usually parts cells to be known
_FARTHEST = 200  # characters between two numbers
_MOST = 0.8  # of the lines that lack numbers; with fewer told by empty lines, some empty cells left none
_CONTESTED = "review_and_litigation"


@frozen
class _Gaps:
    """How many line ends stand before each number of a line, and behind the last."""

    before: tuple[int, ...]
    behind: int


@frozen
class _Usual:
    """How many line ends stand before a number and behind a line that lacks none."""

    before: int
    behind: int
    #: Whether as many stand behind each such line.
    is_always: bool


def with_empty_cells(rows: Sequence[Row], text: str) -> tuple[Row, ...]:
    """Put the empty cells into lines that lack numbers, where the empty lines between the others make up for them.

    What usually parts two cells is told by the lines that lack none; an empty cell leaves as much, or one line end.
    """
    gaps = [_gaps(row, text) for row in rows]
    rows = _without_strays(rows, gaps)
    found = [(gap, len(row.items), _widths(row)) for row, gap in zip(rows, gaps, strict=True) if gap]
    before = Counter(step for gap, count, widths in found if count in widths for step in gap.before)
    behind = Counter(gap.behind for gap, count, widths in found if count == max(widths))
    if before.total() < _ENOUGH:
        return tuple(rows)
    ends = behind.most_common(1)
    usual = _Usual(before.most_common(1)[0][0], ends[0][0] if ends else _FARTHEST, len(behind) == 1)
    ways = [
        [_filled(row, found, usual, unit) if found else row for row, found in zip(rows, gaps, strict=True)]
        for unit in sorted({1, usual.before})
    ]
    lacking = sum(0 < count < max(widths) and count not in widths for _, count, widths in found)
    best = max(ways, key=lambda way: _changed(way, rows))
    if _changed(best, rows) < max(lacking * _MOST, 1):
        return tuple(rows)
    return tuple(
        evolve(row, trust=Trust.NOTHING)
        if found and (_has_one_too_many(row, found, usual) or (row is not before and _is_broken(row)))
        else row
        for row, before, found in zip(best, rows, gaps, strict=True)
    )


def _is_broken(row: Row) -> bool:
    """Whether the numbers of a row do not add up where they came to stand: what parts them may be no empty cells."""
    return any(
        not items[-1].is_blank and any(not item.is_blank for item in items[:-1]) and not adds_up(items)
        for items in _with_totals(row)
    )


def _has_one_too_many(row: Row, gaps: _Gaps, usual: _Usual) -> bool:
    """Whether a row that lacks no number has an empty cell as well, and does not add up."""
    is_full = row.trust is Trust.NUMBERS and any(step > usual.before for step in gaps.before[1:])
    return is_full and any(not adds_up(items) for items in _with_totals(row))


_PAGES = range(1, 100)


def _without_strays(rows: Sequence[Row], gaps: Sequence[_Gaps | None]) -> list[Row]:
    """The rows, those in doubt that have a number for each cell, but add up only without one of them.

    Where other lines lack numbers, that of a page may have come to stand in the place of an empty cell.
    """
    lacking = {row.table for row, found in zip(rows, gaps, strict=True) if found and len(row.items) < max(_widths(row))}
    return [
        evolve(row, trust=Trust.NOTHING) if found and row.table in lacking and _may_have_stray(row) else row
        for row, found in zip(rows, gaps, strict=True)
    ]


def _may_have_stray(row: Row) -> bool:
    """Whether the numbers of a row, or of a group of table four, would add up without one that may count pages."""
    return any(
        not adds_up(items)
        and any(
            probe(item.text).value in _PAGES and adds_up([*items[:number], *items[number + 1 :]])
            for number, item in enumerate(items)
        )
        for items in _with_totals(row)
    )


def _with_totals(row: Row) -> Iterator[Sequence[Item]]:
    """The numbers of each total and its parts, where a row has as many numbers as cells."""
    if len(row.items) not in _widths(row):
        return
    if row.line is None:
        lines = [widths_of(row.table, line)[0] for line in line_order(row.table)]
        ends = list(accumulate(lines))
        yield from (row.items[end - width : end] for width, end in zip(lines, ends, strict=True))
    elif all(columns_of(form, row.line)[-1:] in {(), ("total",)} for form in tables_named(row.table)):
        yield row.items


def _changed(way: Sequence[Row], rows: Sequence[Row]) -> int:
    return sum(one is not row for one, row in zip(way, rows, strict=True))


def _widths(row: Row) -> tuple[int, ...]:
    """How many cells a line may have; all of table four stand in one."""
    if row.line is not None:
        return widths_of(row.table, row.line)
    return tuple({len(slots(form)) for form in tables_named(row.table)}) if row.table == _CONTESTED else (0,)


def _gaps(row: Row, text: str) -> _Gaps | None:
    """The line ends around the numbers of a line; None where they do not stand one a line, or not for certain."""
    if not row.items or row.trust is not Trust.NUMBERS:
        return None
    first = row.items[0].span.start
    if row.line is not None and first <= row.span.start:  # the label stands behind its numbers
        return None
    starts = [len(text[max(first - _FARTHEST, 0) : first].rstrip()) + max(first - _FARTHEST, 0)]
    starts += [item.span.end for item in row.items]
    between = [text[start : item.span.start] for start, item in zip(starts, row.items, strict=False)]
    if any(piece.strip() or "\n" not in piece for piece in between):
        return None
    rest = text[starts[-1] : starts[-1] + _FARTHEST]
    return _Gaps(tuple(piece.count("\n") for piece in between), rest[: len(rest) - len(rest.lstrip())].count("\n"))


def _filled(row: Row, gaps: _Gaps, usual: _Usual, unit: int) -> Row:
    widths = _widths(row)
    is_plain = row.line is not None or usual.before == usual.behind  # nothing but cells is parted by line ends
    ways = _counts(gaps, usual, unit) if is_plain else _counts_within(gaps, usual, unit)
    found = {counts for counts in ways if len(row.items) + sum(counts) in widths}
    if len(found) != 1 or not any(next(iter(found))):
        return row
    return evolve(row, items=tuple(_parted(row, *found)), trust=Trust.CELLS)


def _counts(gaps: _Gaps, usual: _Usual, unit: int) -> Iterator[tuple[int, ...]]:
    """How many cells were left empty before each number, and behind the last, if each leaves so many line ends."""
    more = [step - usual.before for step in gaps.before]
    behind = max(gaps.behind - usual.behind, 0)
    if any(step < 0 or step % unit for step in more):
        return
    counts = tuple(step // unit for step in more)
    if behind % unit == 0:
        yield (*counts, behind // unit)
    if not usual.is_always:
        yield (*counts, 0)


def _counts_within(gaps: _Gaps, usual: _Usual, unit: int) -> Iterator[tuple[int, ...]]:
    """The cells left empty between the numbers of a row without label, before which its heads end."""
    within = _Gaps((usual.before, *gaps.before[1:]), usual.behind)
    return (counts for counts in _counts(within, usual, unit) if not counts[-1])


def _parted(row: Row, counts: tuple[int, ...]) -> Iterator[Item]:
    for item, count in zip(row.items, counts, strict=False):
        yield from [_empty(item.span.start)] * count
        yield item
    yield from [_empty(row.items[-1].span.end)] * counts[-1]


def _empty(place: int) -> Item:
    return Item("", Span(place, place))
