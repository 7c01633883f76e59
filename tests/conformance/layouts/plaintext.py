"""Text without bars: rows with spaces or tabs, one cell a line."""

import json
from collections.abc import Callable, Iterable

from attrs import evolve

from tests.conformance import geometry
from tests.conformance.geometry import Box, Row, Table
from tests.conformance.layouts.layout import Layout, Write
from tests.conformance.prose import Part, Text
from tests.conformance.sheets import Style, zeros

Tables = Callable[[Table], Iterable[str]]


def written(parts: Iterable[Part], table: Tables, between: str = "\n") -> str:
    """Parts as text, each table by its own lines."""
    lines: list[str] = []
    for part in parts:
        lines += [part.text] if isinstance(part, Text) else [*table(part)]
    return between.join(lines) + "\n"


def rows(separator: str) -> Tables:
    """One row a line, its cells parted by a separator; a label that spans rows stands in the first only."""

    def lines(table: Table) -> Iterable[str]:
        return (separator.join(box.text for box in row) for row in table.rows)

    return lines


def repeated(separator: str) -> Tables:
    """One row a line, labels that span rows repeated on each."""

    def lines(table: Table) -> Iterable[str]:
        open_labels: list[tuple[int, str]] = []
        for row in table.rows:
            open_labels = [(left - 1, text) for left, text in open_labels if left > 1]
            body = not any(box.head for box in row)
            yield separator.join([text for _, text in open_labels if body] + [box.text for box in row])
            open_labels += [(box.rowspan, box.text) for box in row if body and box.rowspan > 1]

    return lines


def innermost(separator: str) -> Tables:
    """One row a line with its innermost label only: the labels of groups are lost."""

    def line(row: Row) -> str:
        if any(box.head for box in row):
            return separator.join(box.text for box in row)
        labels = [box.text for box in row if not box.address]
        return separator.join([*labels[-1:], *(box.text for box in row if box.address)])

    return lambda table: map(line, table.rows)


def cells(prefix: str = "") -> Tables:
    """One cell a line."""
    return lambda table: (prefix + box.text if box.address else box.text for row in table.rows for box in row)


def _closed(table: Table) -> Iterable[str]:
    """One cell a line, an empty line behind each that is not empty: an empty cell leaves one line more."""
    return (f"{box.text}\n" if box.text.strip() else "" for row in table.rows for box in row)


def _split_heads(table: Table) -> Iterable[str]:
    """One cell a line, heads of four characters cut in two (商业⏎企业), groups after the bracket ((三)⏎不予公开)."""
    for row in table.rows:
        for box in row:
            if box.head and len(box.text) == 4 and box.colspan == 1:
                yield from (box.text[:2], box.text[2:])
            elif box.rowspan > 1 and box.text.startswith(("（", "(")):
                yield from (box.text[:3], box.text[3:])
            else:
                yield box.text


def text(tables: Tables, between: str = "\n") -> Write:
    """Text with each table by its own lines."""
    return lambda parts, _rng: written(parts, tables, between)


def _wrapped(table: Table) -> Iterable[str]:
    """Long labels over two lines, the numbers after the second."""
    for row in table.rows:
        line = " ".join(box.text for box in row)
        label = next((box.text for box in reversed(row) if not box.address), "")
        if row[0].head or len(label) < 12:
            yield line
        else:
            middle = line.index(label) + len(label) // 2
            yield from (line[:middle], line[middle:])


BLANK_THIRD = Style(blank=zeros(0.33))
MARKS = Style(blank=zeros(0.4), marks=("/", "-", "—", "——", "\\", "无"))


def _numbers_amid(table: Table) -> Iterable[str]:
    """Long labels over two lines, the numbers behind the first."""
    for row in table.rows:
        outer, label = [box.text for box in row if not box.address], ""
        values = " ".join(box.text for box in row if box.address)
        if values and outer:
            *outer, label = outer
        middle = len(label) // 2 if len(label) > 9 else len(label)
        yield " ".join([*outer, label[:middle], values]).strip()
        if label[middle:]:
            yield label[middle:]


def _broken(table: Table) -> Iterable[str]:
    """Rows of more than three numbers over two lines, as on a narrow page."""
    for row in table.rows:
        values = [box.text for box in row if box.address]
        first = (len(values) + 1) // 2 if len(values) > 3 else len(values)
        yield " ".join([*(box.text for box in row if not box.address), *values[:first]])
        if values[first:]:
            yield " ".join(values[first:])


def sheet(separator: str) -> Write:
    """A sheet saved as text: every field, filled up to the widest table, between quotation marks where it breaks."""

    def line(fields: list[str]) -> str:
        quoted = (f'"{field}"' if separator in field or "\n" in field else field for field in fields)
        return separator.join(quoted)

    def broken(row: Row) -> Row:
        return tuple(evolve(box, text=f"{box.text[:2]}\n{box.text[2:]}" if box.head else box.text) for box in row)

    def write(parts: Iterable[Part], _rng: object) -> str:
        rows: list[list[str]] = []
        for part in parts:
            if isinstance(part, Table):
                rows += geometry.fields(evolve(part, rows=tuple(map(broken, part.rows))))
            else:
                rows.append([part.text])
        return "\n".join(line([*fields, *[""] * (15 - len(fields))]) for fields in rows)

    return write


def _led(table: Table) -> Iterable[str]:
    """Dots between a label and its numbers, as in a table of contents."""
    for row in table.rows:
        labels, values = ([box.text for box in row if bool(box.address) is told] for told in (False, True))
        yield " ".join(labels) + ("……" if values else "") + " ".join(values)


def _listed(table: Table) -> Iterable[str]:
    """A list item for each line of the form: its label, and each number behind its head."""
    heads: list[list[Box]] = []
    for cells in geometry.owners(table):
        boxes = [box for _, _, box in cells]
        if boxes[-1].head:
            heads = [[*above, box] for above, box in zip(heads or [[]] * table.width, boxes, strict=True)]
            continue
        rows: dict[str, list[str]] = {}
        for column, (box, above) in enumerate(zip(boxes, heads, strict=True)):
            if box.address and (column == 0 or box is not boxes[column - 1]):
                labels = [one.text for one in boxes[:column] if not one.address]
                groups = [head.text for head in above if head.colspan > 1 and head is not above[-1]]
                rows.setdefault([*groups, *labels][-1], []).append(f"{above[-1].text}{box.text}")
        yield from (f"- {label}：{'，'.join(pairs)}" for label, pairs in rows.items())


def on_one_line(separator: str) -> Write:
    """All that is not blank on one line."""

    def write(parts: Iterable[Part], _rng: object) -> str:
        texts = written(parts, cells()).split("\n")
        return separator.join(text for text in texts if text)

    return write


def escaped(write: Write) -> Write:
    """The text as a JSON string."""
    return lambda parts, rng: json.dumps(write(parts, rng))


LAYOUTS = (
    Layout("text_rows_spaces", text(rows(" "))),
    Layout("text_rows_many_spaces", text(rows("   "))),
    Layout("text_rows_marks", text(rows(" ")), MARKS),
    Layout("text_rows_tabs", text(rows("\t"))),
    Layout("text_rows_tabs_blanks", text(rows("\t")), BLANK_THIRD),
    Layout("text_rows_group_labels_repeated", text(repeated(" "))),
    Layout("text_rows_group_labels_lost", text(innermost(" "))),
    Layout("text_rows_wrapped_labels", text(_wrapped)),
    Layout("text_one_line", text(rows(" "), " "), certain=False),
    Layout("text_rows_tabs_behind", text(lambda table: (f"{row}\t" for row in rows("\t")(table))), BLANK_THIRD),
    Layout("text_rows_numbers_amid_labels", text(_numbers_amid)),
    Layout("text_rows_broken", text(_broken)),
    Layout("text_rows_dotted_leaders", text(_led)),
    Layout("text_list", text(_listed)),
    Layout("text_list_blanks", text(_listed), BLANK_THIRD),
    Layout("text_list_marks", text(_listed), MARKS),
    Layout("text_sheet_commas", sheet(","), BLANK_THIRD),
    Layout("text_sheet_tabs", sheet("\t"), BLANK_THIRD),
    Layout("text_one_line_bars", on_one_line("|")),
    Layout("text_one_line_tabs", on_one_line("\t")),
    Layout("text_rows_tabs_escaped", escaped(text(rows("\t"))), BLANK_THIRD),
    Layout("cell_per_line", text(cells())),
    Layout("cell_per_line_blank_lines", text(cells(), "\n\n")),
    Layout("cell_per_line_blank_lines_marks", text(cells(), "\n\n"), MARKS),
    Layout("cell_per_line_blank_lines_blanks", text(cells(), "\n\n"), BLANK_THIRD),
    Layout("cell_per_line_closed_blanks", text(_closed), BLANK_THIRD, certain=False),
    Layout("cell_per_line_leading_spaces", text(cells("  "), "\n\n")),
    Layout("cell_per_line_split_heads", text(_split_heads, "\n\n")),
)
