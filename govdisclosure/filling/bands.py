"""Where the columns of a table lie, as the lines of a page show it together."""

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import median

from attrs import evolve

from govdisclosure.filling.context import widths_of
from govdisclosure.filling.rows import Item, Row, Trust

#: The columns of a grid or of a screen that the cells of one column of the form begin in.
Band = range


def with_grid_bands(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Tell each row of a grid where the complete lines of the grid have their cells.

    Where a line has a number elsewhere, they tell nothing of the others: the labels of a line may take one cell or two.
    """
    rows = _without_drawn_anew(rows)
    seen: dict[int, Counter[tuple[int, ...]]] = {}
    for row in rows:
        starts = tuple(item.columns.start for item in row.numbers)
        every = tuple(item.columns.start for item in row.items)
        if _has_moved_past_heads(row):
            continue
        if row.line and len(starts) in widths_of(row.table, row.line) and row.is_unbroken:
            seen.setdefault(len(starts), Counter())[starts] += 1
        elif row.line and row.trust is Trust.CELLS and len(every) in widths_of(row.table, row.line):
            seen.setdefault(len(every), Counter())[every] += 1
        elif row.line and len(starts) > max(widths_of(row.table, row.line), default=0):
            return tuple(rows)  # which of its cells are the form's is not known
    bands = {
        width: tuple(range(start, start + 1) for start in counted.most_common(1)[0][0])
        for width, counted in seen.items()
        if len(counted) == 1
    }
    told = [_with(row, bands) for row in rows]
    astray = {len(row.bands) for row in told if row.bands and not _one_each(row.numbers, row.bands)}
    return tuple(evolve(row, bands=()) if len(row.bands) in astray else row for row in told)


def _has_moved_past_heads(row: Row) -> bool:
    """Whether a row has a number beside the columns that are headed, and an empty cell in one: which is its own?"""
    headed = {head.columns.start for head in row.heads if head.attributes and head.columns}
    outside = any(item.columns.start not in headed for item in row.numbers)
    return outside and any(item.is_blank and item.columns.start in headed for item in row.items)


def _without_drawn_anew(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows, those in doubt that have as many cells as the form only with one of a column that is always empty.

    Where numbers share a cell, a converter of PDF files has drawn the columns anew, and some are none of the form.
    """
    if not any(item.holds_several for row in rows for item in row.items):
        return rows
    used = {item.columns.start for row in rows for item in row.numbers}
    return [
        evolve(row, trust=Trust.NUMBERS)
        if row.line
        and len(row.items) in widths_of(row.table, row.line)
        and any(item.columns.start not in used for item in row.items)
        else row
        for row in rows
    ]


_ENOUGH_ROWS = 3


def with_screen_bands(rows: Sequence[Row], starts: Sequence[int]) -> tuple[Row, ...]:
    """Tell each row of a text, or of a page of it, where its numbers stand below each other, if they do.

    Text that keeps the columns of a page shows a blank cell by the place of the others: on a screen, where Chinese
    characters are twice as wide as figures, or counted in characters (pdftotext -layout).

    Args:
        rows: the rows of the text or page.
        starts: where the lines of the text begin.
    """
    if not any(map(_lacks_numbers, rows)) or not any(item.columns for row in rows for item in row.items):
        return tuple(rows)
    seen = _shown(rows)
    counted = [_counted(row, starts) for row in rows]
    more = {width: bands for width, bands in _shown(counted).items() if width not in seen}
    ways = ((_with(row, seen), _with(other, more)) for row, other in zip(rows, counted, strict=True))
    return tuple(next((way for way in told if way.bands), told[0]) for told in ways)


def _lacks_numbers(row: Row) -> bool:
    """Whether a row has fewer numbers than cells: what it lacks, columns tell; they say nothing of others."""
    return row.line is not None and len(row.numbers) not in widths_of(row.table, row.line)


def _shown(rows: Sequence[Row]) -> dict[int, tuple[Band, ...]]:
    """The columns that the numbers of a page's lines stand in, by how many cells these have."""
    by_width: dict[int, list[Row]] = {}
    for row in rows:
        for width in widths_of(row.table, row.line)[:1] if row.line and row.numbers else ():
            by_width.setdefault(width, []).append(row)
    bands = {}
    for width, own in by_width.items():
        found = _clusters(item for row in own for item in row.numbers)
        if len(found) == width and _show_columns(own, found):
            bands[width] = found
    return bands


def _counted(row: Row, starts: Sequence[int]) -> Row:
    """A row with the places of its numbers counted in characters from the beginning of their lines."""
    return evolve(row, items=tuple(_at_character(item, starts) for item in row.items))


def _at_character(item: Item, starts: Sequence[int]) -> Item:
    if not item.columns:
        return item
    start = item.span.start - starts[bisect(starts, item.span.start) - 1]
    return evolve(item, columns=range(start, start + item.span.end - item.span.start))


_ENOUGH = 2  # numbers of a column


def _show_columns(page: Sequence[Row], bands: Sequence[Band]) -> bool:
    """Whether the numbers of a page stand in columns, and do not merely happen to."""
    items = [item for row in page for item in row.numbers]
    columns = [[item for item in items if item.columns.start in band] for band in bands]
    return (
        len({row.label for row in page}) >= _ENOUGH_ROWS
        and _are_apart(page)
        and all(_one_each(row.numbers, bands) for row in page)
        and min(map(len, columns)) >= _ENOUGH
        and all(map(_are_aligned, columns))
    )


def _with(row: Row, bands: Mapping[int, tuple[Band, ...]]) -> Row:
    widths = widths_of(row.table, row.line) if row.line else ()
    shown = next((bands[width] for width in widths if width in bands), ())
    return row if shown == row.bands else evolve(row, bands=shown)


def _clusters(items: Iterable[Item]) -> tuple[Band, ...]:
    """The stretches of the screen that numbers stand in, without those that none stands in."""
    merged: list[Band] = []
    for columns in sorted((item.columns for item in items if item.columns), key=lambda columns: columns.start):
        if merged and columns.start < merged[-1].stop:
            merged[-1] = range(merged[-1].start, max(merged[-1].stop, columns.stop))
        else:
            merged.append(columns)
    return tuple(merged)


def _one_each(items: Sequence[Item], bands: Sequence[Band]) -> bool:
    places = [next((number for number, band in enumerate(bands) if item.columns.start in band), -1) for item in items]
    return -1 not in places and len(set(places)) == len(places)


_GAP = 3  # columns between the numbers of a line, where a page's columns are kept
_SLACK = 1


def _are_apart(rows: Sequence[Row]) -> bool:
    """Whether the numbers of most lines stand further apart than words do."""
    gaps = [
        later.columns.start - earlier.columns.stop
        for row in rows
        for earlier, later in pairwise(row.numbers)
        if earlier.columns and later.columns
    ]
    return bool(gaps) and median(gaps) >= _GAP


def _are_aligned(items: Sequence[Item]) -> bool:
    """Whether numbers stand below each other: flush left, flush right or centred."""
    edges = (
        [item.columns.start for item in items],
        [item.columns.stop for item in items],
        [(item.columns.start + item.columns.stop) // 2 for item in items],
    )
    return any(max(edge) - min(edge) <= _SLACK for edge in edges)
