"""The row with which a document ends: it may go on, and so may its last number."""

import re
from collections.abc import Sequence

from attrs import evolve

from govdisclosure.editions import tables_named
from govdisclosure.filling.context import cells_of, line_order, widths_of
from govdisclosure.filling.rows import Row, Trust, probe
from govdisclosure.filling.settling.lines import cells_of_row
from govdisclosure.reading import Number
from govdisclosure.source import Media, Source


def without_broken_end(row: Row, others: Sequence[Row], source: Source) -> Row:
    """Doubt a row amid which a document ends: it may go on, and so may its last number, as 12 of 128.

    Where its line of text ends, too, cells may have been dropped from it, but none was cut off.
    """
    behind = source.text[row.items[-1].span.end if row.items else row.span.end :]
    if _MORE.search(behind):
        return row
    if not row.items:
        return evolve(row, trust=Trust.NOTHING)
    row = _without_next_enumerator(row)
    has_all_cells = row.items[0].place is not None and _is_vouched_for(row, others)
    is_page = source.media is Media.HTML
    if _LINE_ENDS.match(behind) and not has_all_cells and not is_page:
        return row
    if not _is_short(row) and (behind or _is_whole(row, is_page=is_page)):
        return row
    whole = row.items if behind else row.items[:-1]
    return evolve(row, items=whole, cut=True) if has_all_cells else evolve(row, trust=Trust.NOTHING)


def _is_vouched_for(row: Row, others: Sequence[Row]) -> bool:
    """Whether the cells of a short row may be counted from the left: none fell out of the rows before it."""
    return not any(other.items and _is_short(other) for other in others) and (bool(others) or _is_headed(row))


def _is_headed(row: Row) -> bool:
    """Whether each cell of a row of a grid stands under a head, from the first head on."""
    heads = sorted({head.columns.start for head in row.heads if head.columns and head.attributes})
    starts = [item.columns.start for item in row.items]
    return row.trust is Trust.CELLS and not row.on_screen and starts == heads[: len(starts)]


def _is_short(row: Row) -> bool:
    return len(row.items) < min(len(cells_of_row(row, form)) or len(row.items) for form in tables_named(row.table))


_MORE = re.compile(r"\w")
_LINE_ENDS = re.compile(r"[ \t|]*\n")


def _without_next_enumerator(row: Row) -> Row:
    """A row without the number behind its last cell that begins the label of the next line: the 2 of 2.重复申请."""
    if row.line is None or len(row.items) - 1 not in widths_of(row.table, row.line):
        return row
    order = line_order(row.table)
    following = order[order.index(row.line) + 1 : order.index(row.line) + 2]
    labels = (
        slot.row[-1].label for form in tables_named(row.table) for line in following for slot in cells_of(form, line)
    )
    begins = any(label.startswith(f"{row.items[-1].text}.") for label in labels)
    return evolve(row, items=row.items[:-1]) if begins else row


def _is_whole(row: Row, *, is_page: bool) -> bool:
    """Whether the last number of a row is all there: a total that is the sum, or a 0, which begins no number.

    Text often ends with its last number; a page that does is cut.
    """
    values = [probe(item.text).value for item in row.items]
    is_last_line = not is_page and row.line in {None, line_order(row.table)[-1]}
    return is_last_line or values[-1] == 0 or any(_ends_with_sum(values, form, row) for form in tables_named(row.table))


def _ends_with_sum(values: Sequence[Number | None], form: type, row: Row) -> bool:
    """Whether the last number of a row is that of the cells before it in its group."""
    cells = cells_of_row(row, form)
    group = [value for slot, value in zip(cells, values, strict=False) if slot.row == cells[-1].row]
    return (
        len(cells) == len(values)
        and cells[-1].column_name == "total"
        and group[-1] == sum(value or 0 for value in group[:-1])
    )
