"""Empty cells of a text with a cell a line, told by the empty lines in their place."""

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from govdisclosure.editions import tables_named
from govdisclosure.filling.context import widths_of
from govdisclosure.filling.rows import Item, Row, Trust
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
    return tuple(best) if _changed(best, rows) >= lacking * _MOST else tuple(rows)


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
