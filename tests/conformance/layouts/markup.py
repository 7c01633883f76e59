"""HTML pages."""

from collections.abc import Callable, Iterable, Sequence
from html import escape
from itertools import pairwise

from attrs import evolve, frozen

from tests.conformance import geometry
from tests.conformance.geometry import Box, Row, Table
from tests.conformance.layouts.layout import Compose, Layout, Write, changed
from tests.conformance.layouts.plaintext import BLANK_THIRD, MARKS
from tests.conformance.prose import Part, Text, document
from tests.conformance.sheets import Sheet, Style, totals_of_details

#: The inside of a cell or a paragraph.
Inner = Callable[[str], str]


def paragraph(text: str) -> str:
    """A paragraph in a cell; a blank is a no-break space."""
    return f'<p align="center">{bare(text) or "&nbsp;"}</p>'


def bare(text: str) -> str:
    """The text alone; a line feed is a break."""
    return escape(text).replace("\n", "<br>")


@frozen
class Markup:
    """How boxes become elements."""

    inner: Inner = paragraph
    #: ``th`` for the boxes of head rows.
    head_tag: str = "td"
    table_open: str = '<table align="center" border="1" cellspacing="0"><tbody>'
    table_close: str = "</tbody></table>"
    cell_close: bool = True
    row_close: bool = True
    attributes: str = ""
    #: How a span is written.
    span: str = "{}"

    def cell(self, box: Box) -> str:
        """One cell."""
        tag = self.head_tag if box.head else "td"
        named = (("rowspan", box.rowspan), ("colspan", box.colspan))
        spans = "".join(f' {name}="{self.span.format(number)}"' for name, number in named if number > 1)
        return f"<{tag}{self.attributes}{spans}>{self.inner(box.text)}" + (f"</{tag}>" if self.cell_close else "")

    def table(self, table: Table) -> str:
        """One table."""
        end = "</tr>" if self.row_close else ""
        rows = "\n".join("<tr>" + "".join(map(self.cell, row)) + end for row in table.rows)
        return f"{self.table_open}\n{rows}\n{self.table_close}"

    def part(self, part: Part) -> str:
        """A table or a paragraph."""
        if isinstance(part, Table):
            return self.table(part)
        tag = {"title": "h1", "heading": "h2"}.get(part.kind, "p")
        return f"<{tag}>{escape(part.text)}</{tag}>"

    def page(self, parts: Iterable[Part]) -> str:
        """A page."""
        parts = tuple(parts)
        title = next((escape(part.text) for part in parts if isinstance(part, Text)), "")
        body = "\n".join(map(self.part, parts))
        return (
            f'<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8"><title>{title}</title></head>\n'
            f"<body>\n{body}\n</body></html>\n"
        )


PARAGRAPHS = Markup()

Cut = Callable[[Sheet], Sequence[Part]]


def page(markup: Markup = PARAGRAPHS) -> Write:
    """A page of HTML."""
    return lambda parts, _rng: markup.page(parts)


def pieces(
    two: Cut = lambda sheet: [geometry.two(sheet)],
    three: Cut = lambda sheet: [geometry.three(sheet)],
    four: Cut = lambda sheet: [geometry.four(sheet)],
) -> Compose:
    """A report whose tables come in the given pieces."""
    return lambda sheet, rng: document(sheet, rng, two(sheet), three(sheet), four(sheet))


def _filled_heads(table: Table) -> Table:
    """Empty cells below the heads that should span rows."""
    rows: list[Row] = []
    below: list[tuple[int, int, int]] = []
    for row in table.rows:
        fillers = sorted((column, span) for left, column, span in below if left > 0)
        below = [(left - 1, column, span) for left, column, span in below]
        boxes: list[Box] = []
        column = 0
        waiting = list(row)
        while waiting or fillers:
            if fillers and fillers[0][0] == column:
                box = Box("", colspan=fillers.pop(0)[1], head=True)
            elif waiting:
                box = waiting.pop(0)
                if box.head and box.rowspan > 1:
                    below.append((box.rowspan - 1, column, box.colspan))
                    box = evolve(box, rowspan=1)
            else:
                break
            boxes.append(box)
            column += box.colspan
        rows.append(tuple(boxes))
    return evolve(table, rows=tuple(rows))


def broken(at: Sequence[int], *, heads: bool) -> Cut:
    """Table three broken by pages after some rows, its heads repeated on each page or not."""

    def cut(sheet: Sheet) -> list[Part]:
        table = geometry.three(sheet)
        edges = [table.heads, *(table.heads + number for number in at), len(table.rows)]
        parts: list[Part] = []
        for start, end in pairwise(edges):
            rows = tuple(
                tuple(evolve(box, rowspan=min(box.rowspan, end - number)) for box in table.rows[number])
                for number in range(start, end)
            )
            head = table.rows[: table.heads] if heads or start == table.heads else ()
            parts.append(evolve(table, rows=head + rows))
        return parts

    return cut


def between_lines(parts: Iterable[Part], _rng: object) -> str:
    """Lines of text, and tables of HTML among them, as recognisers of scanned pages write."""
    markup = Markup(inner=bare, table_open="<table>", table_close="</table>")
    return "\n\n".join(part.text if isinstance(part, Text) else markup.table(part) for part in parts)


LAYOUTS = (
    Layout("html_clean", page()),
    Layout("html_blanks", page(), BLANK_THIRD),
    Layout("html_marks", page(), MARKS),
    Layout("html_totals_blank", page(), Style(blank=totals_of_details)),
    Layout("html_th", page(Markup(inner=bare, head_tag="th"))),
    Layout("html_two_in_blocks", page(), compose=pieces(two=geometry.blocks)),
    Layout("html_four_in_groups", page(), compose=pieces(four=geometry.four_groups)),
    Layout("html_filled_heads", page(), compose=changed(_filled_heads)),
    Layout("html_three_broken", page(), compose=pieces(three=broken((7, 15), heads=False))),
    Layout("html_three_broken_heads_repeated", page(), compose=pieces(three=broken((12,), heads=True))),
    Layout("html_between_lines", between_lines),
    Layout("html_unclosed", page(Markup(inner=bare, cell_close=False, row_close=False))),
)
