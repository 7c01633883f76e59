"""Text with bars, as converters of HTML tables and Markdown write it."""

from collections.abc import Iterable, Iterator
from random import Random

from tests.conformance import geometry
from tests.conformance.geometry import Row, Table
from tests.conformance.layouts.layout import Layout, Parts
from tests.conformance.layouts.plaintext import BLANK_THIRD, MARKS, text
from tests.conformance.prose import document
from tests.conformance.sheets import Sheet


def _padded(row: Row, width: int) -> list[str]:
    """The cells of a row; bars for spanned fields all come after the last cell."""
    return [f"{box.text} |" for box in row] + ["|" * (width - len(row))]


def trailing(table: Table) -> Iterator[str]:
    """Trailing bars, the fill at the row's end: 第二十条第(一)项 | |||."""
    return (" ".join(part for part in _padded(row, table.width) if part) for row in table.rows)


def trailing_double_space(table: Table) -> Iterator[str]:
    """Two spaces before each bar."""
    return (line.replace(" |", "  |") for line in trailing(table))


def leading(table: Table) -> Iterator[str]:
    """Leading and trailing bars, the fill at the row's end."""
    return (f"| {line}" for line in trailing(table))


def in_place(table: Table) -> Iterator[str]:
    """Leading and trailing bars, empty fields where cells span."""
    return ("| " + " | ".join(fields) + " |" for fields in geometry.fields(table))


def markdown(table: Table) -> Iterator[str]:
    """A Markdown table: as in place, with a separator row after the first."""
    lines = list(in_place(table))
    return iter([lines[0], "|" + "---|" * table.width, *lines[1:]])


def spans_left_out(table: Table) -> Iterator[str]:
    """A Markdown table with an empty head, as converters write it: fields below a cell that spans rows are left out."""
    yield "|" + " |" * table.width
    yield "|" + " --- |" * table.width
    for row in table.rows:
        yield "| " + " ".join(f"{box.text} |" + " |" * (box.colspan - 1) for box in row)


def wrapped(table: Table) -> Iterator[str]:
    """Columns of a fixed width, cells that are wider on several lines, nothing between the rows."""
    width = 14
    for fields in geometry.fields(table):
        cells = [[field[start : start + width] for start in range(0, len(field), width)] for field in fields]
        for depth in range(max(map(len, cells))):
            line = ("".join(lines[depth : depth + 1]) for lines in cells)
            yield "|" + "|".join(f"{text:{width}}" for text in line) + "|"


def unframed(table: Table) -> Iterator[str]:
    """Bars between the fields only, blanks at the ends of lines cut off; a rule below the first row."""
    first, *others = (" " + " | ".join(fields) for fields in geometry.fields(table))
    return (line.rstrip() for line in (first, "-+-".join(["----"] * table.width), *others))


def _merged(table: Table) -> Iterator[list[str]]:
    """Every field of every row, a cell's text in each that it spans."""
    rows = [[""] * table.width for _ in table.rows]
    for number, row in enumerate(table.rows):
        column = 0
        for box in row:
            column += next(free for free, text in enumerate([*rows[number][column:], ""]) if not text)
            for fields in rows[number : number + box.rowspan]:
                fields[column : column + box.colspan] = [box.text or " "] * box.colspan
            column += box.colspan
    return iter(rows)


def ruled(table: Table) -> Iterator[str]:
    """A table drawn with signs, a rule below each row; the text of a merged cell in each field that it covers."""
    rule = "+" + "------+" * table.width
    yield rule
    for fields in _merged(table):
        yield "| " + " | ".join(fields) + " |"
        yield rule


def captioned(table: Table) -> Iterator[str]:
    """A Markdown table, its first row as the heading above it if that is one cell, as recognisers of pictures write."""
    first, *rows = table.rows
    if len(first) > 1:
        return markdown(table)
    rest = markdown(Table(tuple(rows), table.width))
    return iter([f"### {first[0].text}", *rest, ""])


def newline_in_cells(table: Table) -> Iterator[str]:
    """Each cell on a line of its own, after its bar."""
    for row in table.rows:
        parts = _padded(row, table.width)
        yield "| \n " + "\n ".join(part.replace(" |", "  | ") for part in parts[:-1]) + parts[-1]


def cell_and_bar(table: Table) -> Iterator[str]:
    """One cell a line, its bar after it; the fill on a line of its own."""
    for row in table.rows:
        yield from (part for part in _padded(row, table.width) if part)


def bar_alone(table: Table) -> Iterable[str]:
    """One cell a line, a line with a bar alone between the cells of a row."""
    return ("\n|\n".join(box.text for box in row) for row in table.rows)


def breaks_in_cells(table: Table) -> Iterator[str]:
    """Markdown whose labels break inside, blanks held by the spaces of HTML."""
    for line in markdown(table):
        fields = [field.strip() for field in line.split("|")[1:-1]]
        broken = (
            field[:3] + "<br>" + field[3:] if len(field) > 5 and field[-1].isalpha() else field for field in fields
        )
        yield "| " + " | ".join(field or "&nbsp;" for field in broken) + " |"


def four_in_lines(sheet: Sheet, rng: Random) -> Parts:
    """The report with table four as three lines, the groups of lawsuits in brackets."""
    return document(sheet, rng, [geometry.two(sheet)], [geometry.three(sheet)], [geometry.four_lines(sheet)])


def in_blocks(sheet: Sheet, rng: Random) -> Parts:
    """The report with a table for each item of article 20, and for each group of table four."""
    return document(sheet, rng, geometry.blocks(sheet), [geometry.three(sheet)], geometry.four_groups(sheet))


def table_per_row(table: Table) -> Iterator[str]:
    """Each row a Markdown table of its own, under invented heads, as some recognisers of pictures write it."""
    for row in table.rows:
        heads = ["项目" if not box.address else "数据" for box in row]
        yield from (
            "| " + " | ".join(f"{head}{number}" for number, head in enumerate(heads)) + " |",
            "|" + "---|" * len(row),
        )
        yield "| " + " | ".join(box.text for box in row) + " |"
        yield ""


LAYOUTS = (
    Layout("bars_trailing", text(trailing)),
    Layout("bars_trailing_marks", text(trailing), MARKS),
    Layout("bars_trailing_double_space", text(trailing_double_space)),
    Layout("bars_leading_and_trailing", text(leading)),
    Layout("bars_in_place", text(in_place)),
    Layout("bars_in_place_blanks", text(in_place), BLANK_THIRD),
    Layout("bars_markdown", text(markdown)),
    Layout("bars_spans_left_out", text(spans_left_out), BLANK_THIRD),
    Layout("bars_wrapped", text(wrapped)),
    Layout("bars_wrapped_blanks", text(wrapped), BLANK_THIRD),
    Layout("bars_wrapped_marks", text(wrapped), MARKS),
    Layout("bars_unframed", text(unframed), BLANK_THIRD),
    Layout("bars_ruled", text(ruled), BLANK_THIRD),
    Layout("bars_four_in_lines", text(in_place), compose=four_in_lines),
    Layout("bars_breaks_in_cells", text(breaks_in_cells), BLANK_THIRD),
    Layout("bars_captioned", text(captioned), compose=in_blocks),
    Layout("bars_newline_in_cells", text(newline_in_cells)),
    Layout("bars_cell_and_bar_per_line", text(cell_and_bar)),
    Layout("bars_table_per_row", text(table_per_row), certain=False),
    Layout("bars_alone_on_line", text(bar_alone)),
)
