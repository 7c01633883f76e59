"""HTML whose tables have their cells in other places than the form: below each other in a cell, behind their heads."""

from collections.abc import Callable, Iterator

from attrs import evolve

from govdisclosure.editions import slot_at
from tests.conformance.geometry import Box, Row, Table
from tests.conformance.layouts.drawn import page_of
from tests.conformance.layouts.layout import Layout, changed
from tests.conformance.layouts.markup import PARAGRAPHS, bare, page
from tests.conformance.layouts.plaintext import BLANK_THIRD


def _label(row: Row) -> Box:
    """The innermost label of a line."""
    return [box for box in row if not box.address][-1]


def _values(row: Row) -> list[Box]:
    return [box for box in row if box.address]


def stacked(table: Table) -> str:
    """All lines of table three in one row: a column of numbers in each cell."""
    if table.width != 10:
        return PARAGRAPHS.table(table)
    body = table.rows[table.heads :]
    labels = Box("\n".join(_label(row).text for row in body), colspan=3)
    columns = (Box("\n".join(box.text or "\xa0" for box in column)) for column in zip(*map(_values, body), strict=True))
    return PARAGRAPHS.table(evolve(table, rows=(*table.rows[: table.heads], (labels, *columns))))


def _headed(table: Table) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The label of each line, and its values with their heads; a caption without values."""
    for row in table.rows:
        if len(row) == 1 or not row[0].head:
            values = [(slot_at(box.address).column.label, box.text) for box in _values(row)]
            yield _label(row).text, values


def _line_by_line(write: Callable[[str, list[tuple[str, str]]], str], around: str) -> Callable[[Table], str]:
    def table(part: Table) -> str:
        if part.width > 10:
            return PARAGRAPHS.table(part)
        return around.format("".join(write(bare(label), values) for label, values in _headed(part)))

    return table


def _alternating(label: str, values: list[tuple[str, str]]) -> str:
    return f"<tr><td>{label}" + "".join(f"<td>{bare(head)}<td>{bare(text)}" for head, text in values)


def _card(label: str, values: list[tuple[str, str]]) -> str:
    items = "".join(f"<div><span>{bare(head)}：</span><b>{bare(text)}</b></div>" for head, text in values)
    return f"<div><h4>{label}</h4>{items}</div>"


def nested(table: Table) -> str:
    """The cells behind the labels of each row as a table within one cell."""

    def row(boxes: Row) -> str:
        labels = boxes[:1] if boxes[0].head and table.width == 4 else tuple(box for box in boxes if not box.address)
        own = boxes[len(labels) :]
        if not labels or not own:
            return "".join(map(PARAGRAPHS.cell, boxes))
        inner = f"<table><tr>{''.join(map(PARAGRAPHS.cell, own))}</tr></table>"
        around = f'<td colspan="{sum(box.colspan for box in own)}">{inner}</td>'
        return "".join(map(PARAGRAPHS.cell, labels)) + around

    return "<table>" + "".join(f"<tr>{row(boxes)}</tr>" for boxes in table.rows) + "</table>"


def parted(mark: str) -> Callable[[Table], str]:
    """Merged cells parted into their fields, with a mark in all but the first, as programs that know no spans do."""

    def cell(box: Box, place: int) -> str:
        return bare(box.text) if place == 0 else mark

    def table(part: Table) -> str:
        rows: list[list[str]] = [[] for _ in part.rows]
        taken: dict[tuple[int, int], str] = {}
        for number, row in enumerate(part.rows):
            waiting = list(row)
            while waiting or (number, len(rows[number])) in taken:
                column = len(rows[number])
                if (number, column) in taken:
                    rows[number].append(taken[number, column])
                    continue
                box = waiting.pop(0)
                rows[number] += [cell(box, right) for right in range(box.colspan)]
                below = (
                    (number + down, column + right) for down in range(1, box.rowspan) for right in range(box.colspan)
                )
                taken |= dict.fromkeys(below, mark)
        return "<table>" + "".join("<tr><td>" + "<td>".join(texts) for texts in rows) + "</table>"

    return table


def flattened(table: Table) -> str:
    """Tables two and three with a row for each cell: its line and its column, and the number."""
    if table.width > 10:
        return PARAGRAPHS.table(table)
    rows = []
    for label, values in _headed(table):
        for head, text in values:
            names = f"{bare(label)}{bare(head)}" if table.width == 4 else f"{bare(label)}<td>{bare(head)}"
            rows.append(f"<tr><td>{names}<td>{bare(text)}")
    heads = "<tr><td>指标<td>数量" if table.width == 4 else "<tr><td>办理情况<td>申请人<td>数量"
    return f"<table>{heads}{''.join(rows)}</table>"


def some_columns(table: Table) -> Table:
    """Table three with 自然人 and 总计 alone."""
    if table.width != 10:
        return table
    first, _, last = table.rows[1]
    rows: list[Row] = [(Box("申请人情况", colspan=3, head=True), evolve(first, rowspan=1), evolve(last, rowspan=1))]
    for row in table.rows[table.heads :]:
        values = _values(row)
        rows.append((*(box for box in row if not box.address), values[0], values[-1]))
    return Table(tuple(rows), 5, 1)


LAYOUTS = (
    Layout("html_some_columns", page(), BLANK_THIRD, changed(some_columns)),
    Layout("html_nested_in_cells", page_of(nested), BLANK_THIRD),
    Layout("html_parted_with_marks", page_of(parted("/")), BLANK_THIRD),
    Layout("html_parted_with_words", page_of(parted("NaN")), BLANK_THIRD),
    Layout("html_stacked", page_of(stacked), BLANK_THIRD),
    Layout("html_flattened", page_of(flattened), BLANK_THIRD),
    Layout("html_alternating", page_of(_line_by_line(_alternating, "<table>{}</table>")), BLANK_THIRD),
    Layout("html_cards", page_of(_line_by_line(_card, "<div>{}</div>"))),
)
