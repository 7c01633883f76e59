"""HTML with columns that no form has, numbers in them, or without the spans that keep the form's columns in place."""

from collections.abc import Callable, Iterator

from attrs import evolve

from tests.conformance.geometry import Box, Row, Table
from tests.conformance.layouts.layout import Layout, changed
from tests.conformance.layouts.markup import Markup, bare, broken, page, pieces
from tests.conformance.layouts.plaintext import BLANK_THIRD

Change = Callable[[Table], Table]

#: What stands in a further column: its head, and a text for each line by its number.
Texts = Callable[[int], str]


def _numbered(rows: tuple[Row, ...]) -> Iterator[tuple[int, Row]]:
    """Each row with how many lines with numbers stand above it."""
    lines = 0
    for row in rows:
        yield lines, row
        lines += not row[0].head


def behind_labels(head: str, texts: Texts) -> Change:
    """A column between the labels and the numbers of tables two and three."""

    def change(table: Table) -> Table:
        if table.width > 10:
            return table
        rows = []
        for number, (line, row) in enumerate(_numbered(table.rows)):
            if len(row) == 1:
                rows.append((evolve(row[0], colspan=row[0].colspan + 1),))
            elif not row[0].head:
                labels = tuple(box for box in row if not box.address)
                rows.append((*labels, Box(texts(line)), *row[len(labels) :]))
            elif table.width == 4 or number == 0:
                rows.append((row[0], Box(head, rowspan=row[0].rowspan, head=True), *row[1:]))
            else:
                rows.append(row)
        return Table(tuple(rows), table.width + 1, table.heads)

    return change


def _of_last_year(head: str) -> str:
    return f"上年{head.removeprefix('本年')}"


def beside_numbers(head: Callable[[str], str], texts: Texts, *, before: bool) -> Change:
    """A column beside each column of numbers of table two, headed after the head of that."""

    def pair(box: Box, line: int) -> tuple[Box, Box]:
        other = evolve(box, text=head(box.text) if box.head else texts(line), address="")
        return (other, box) if before else (box, other)

    def change(table: Table) -> Table:
        if table.width != 4:
            return table
        rows = []
        for line, row in _numbered(table.rows):
            if len(row) == 1:
                rows.append((evolve(row[0], colspan=7),))
            else:
                rows.append((row[0], *(half for box in row[1:] for half in pair(box, line))))
        return Table(tuple(rows), 7, table.heads)

    return change


def organisations_together(table: Table) -> Table:
    """Table three with one column for all organisations."""
    if table.width != 10:
        return table
    first, organisations, last = (evolve(box, rowspan=1, colspan=1) for box in table.rows[1])
    rows: list[Row] = [(Box("申请办理情况", colspan=3, head=True), first, organisations, last)]
    for row in table.rows[table.heads :]:
        values = [box for box in row if box.address]
        rows.append((*(box for box in row if not box.address), values[0], Box("9"), values[-1]))
    return Table(tuple(rows), 6, 1)


def two_years(names: tuple[str, str]) -> Change:
    """Table three with the columns of two years beside each other, the other year's numbers all alike."""

    def change(table: Table) -> Table:
        if table.width != 10:
            return table
        note = table.rows[0][0]
        rows: list[Row] = [(evolve(note, rowspan=4), *(Box(name, colspan=7, head=True) for name in names))]
        for row in table.rows:
            labels = tuple(box for box in row if not box.address) if not row[0].head else ()
            own = tuple(box for box in row if box not in labels and box is not note)
            other = own if row[0].head else tuple(Box("4") for _ in own)
            rows.append((*labels, *own, *other) if names[0].startswith("本") else (*labels, *other, *own))
        return Table(tuple(rows), 17, 4)

    return change


def _boxes(change: Callable[[Box], Box | None]) -> Change:
    def changed_table(table: Table) -> Table:
        rows = (tuple(box for old in row if (box := change(old)) is not None) for row in table.rows)
        return evolve(table, rows=tuple(rows))

    return changed_table


def _narrow(box: Box) -> Box:
    """Labels that should span columns in one."""
    return box if box.head else evolve(box, colspan=1)


def _head_not_spanning(box: Box) -> Box:
    """The head of the organisations in one column: browsers put 总计 over the third of theirs."""
    return evolve(box, colspan=1) if box.head and box.colspan == 5 else box


def _without_groups(box: Box) -> Box | None:
    """Labels of groups left out, with the fields that they cover."""
    return None if box.rowspan > 1 and not box.head else box


PAGE = page(Markup(inner=bare))

LAYOUTS = (
    Layout("html_codes_column", PAGE, BLANK_THIRD, changed(behind_labels("行次", "{}".format))),
    Layout("html_units_column", PAGE, BLANK_THIRD, changed(behind_labels("单位", lambda _: "件"))),
    Layout(
        "html_shares_beside", PAGE, BLANK_THIRD, changed(beside_numbers(lambda _: "占比", "{}.5%".format, before=False))
    ),
    Layout(
        "html_last_year_before", PAGE, BLANK_THIRD, changed(beside_numbers(_of_last_year, "{}".format, before=True))
    ),
    Layout(
        "html_last_year_behind", PAGE, BLANK_THIRD, changed(beside_numbers(_of_last_year, "{}".format, before=False))
    ),
    Layout("html_two_years_last_first", PAGE, BLANK_THIRD, changed(two_years(("上一年度", "本年度")))),
    Layout("html_organisations_together", PAGE, BLANK_THIRD, changed(organisations_together)),
    Layout("html_labels_not_spanning", PAGE, BLANK_THIRD, changed(_boxes(_narrow))),
    Layout("html_head_not_spanning", PAGE, compose=changed(_boxes(_head_not_spanning))),
    Layout("html_groups_left_out", PAGE, BLANK_THIRD, changed(_boxes(_without_groups))),
    Layout("html_three_broken_in_groups", PAGE, BLANK_THIRD, pieces(three=broken((9, 18), heads=False))),
)
