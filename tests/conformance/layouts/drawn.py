"""HTML whose tables are drawn with other elements than those for tables."""

from collections.abc import Callable
from random import Random

from tests.conformance.geometry import Box, Row, Table
from tests.conformance.layouts.layout import Layout, Parts, Write
from tests.conformance.layouts.markup import PARAGRAPHS, bare
from tests.conformance.layouts.plaintext import BLANK_THIRD

Cell = Callable[[Box], str]


def drawn(row: str, cell: Cell, table: str = "{}", caption: str = "") -> Write:
    """A page with each table written by templates of rows and tables, and a way to write cells.

    Args:
        row: a row, around its cells.
        cell: writes a cell.
        table: a table, around its rows.
        caption: a row of one cell, around its text; an empty string where it is a row like others.
    """

    def line(boxes: Row) -> str:
        return (
            caption.format(bare(boxes[0].text))
            if caption and len(boxes) == 1
            else row.format("".join(map(cell, boxes)))
        )

    return page_of(lambda part: table.format("\n".join(map(line, part.rows))))


def page_of(table: Callable[[Table], str]) -> Write:
    """A page with each table written in a way of its own."""

    def page(parts: Parts, _rng: Random) -> str:
        body = (table(part) if isinstance(part, Table) else PARAGRAPHS.part(part) for part in parts)
        return "<html><body>" + "\n".join(body) + "</body></html>"

    return page


def _in(template: str) -> Cell:
    return lambda box: template.format(bare(box.text))


def _described(box: Box) -> str:
    """A cell for screen readers."""
    role = "columnheader" if box.head else "cell"
    return f'<span role={role} aria-colspan={box.colspan} aria-rowspan="{box.rowspan}">{bare(box.text)}</span>'


def _term(box: Box) -> str:
    return f"<dd>{bare(box.text)}</dd>" if box.address else f"<dt>{bare(box.text)}</dt>"


_TD = '<div class="td"><div class="cell">{}</div></div>'

LAYOUTS = (
    Layout("html_drawn_blocks", drawn('<div class="tr">{}</div>', _in(_TD), '<div class="t">{}</div>'), BLANK_THIRD),
    Layout("html_drawn_lists", drawn("<li><ul>{}</ul></li>", _in("<li>{}</li>"), "<ul>{}</ul>"), BLANK_THIRD),
    Layout("html_drawn_terms", drawn("<dl>{}</dl>", _term), BLANK_THIRD),
    Layout("html_drawn_inline", drawn("<p>{}</p>", _in('<span class="c">{}</span>')), BLANK_THIRD),
    Layout("html_drawn_roles", drawn("<div role=row>{}</div>", _described, "<div role=table>{}</div>"), BLANK_THIRD),
    Layout(
        "html_drawn_elements", drawn("<x-tr>{}</x-tr>", _in("<x-td><i>{}</i></x-td>"), "<x-t>{}</x-t>"), BLANK_THIRD
    ),
    Layout("html_drawn_captions_apart", drawn("<div>{}</div>", _in("<p>{}</p>"), caption="<div>{}</div>"), BLANK_THIRD),
)
