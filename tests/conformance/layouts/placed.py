"""HTML as converters of PDF files write it: each piece of text at its coordinates, in the order of drawing."""

from collections.abc import Iterator
from html import escape
from random import Random

from attrs import frozen

from tests.conformance.geometry import Table
from tests.conformance.layouts.layout import Layout, Parts
from tests.conformance.layouts.pages import display_width
from tests.conformance.layouts.plaintext import BLANK_THIRD

_HALF = 6  # pixels: the width of a half-width character
_FOOT = 14  # from one line of text to the next
_PADDING = 8
_MARGIN = 60
_PER_PAGE = 900


@frozen
class Piece:
    """A line of a text at its place, from the top of the document and from the left."""

    y: int
    x: int
    text: str


def _wrapped(text: str, width: int) -> list[str]:
    """The lines of a cell; figures are not broken."""
    count = max(1, (width - _PADDING) // (2 * _HALF))
    return [text[start : start + count] for start in range(0, len(text), count)] if not text.isascii() else [text]


def _cells(table: Table, top: int) -> tuple[list[Piece], int]:
    """The pieces of a table, centred in its cells, and where the table ends."""
    step = 40 if table.width > 10 else 66
    taken: set[tuple[int, int]] = set()
    found: list[tuple[int, int, int, int, list[str]]] = []
    heights = [_FOOT + _PADDING] * len(table.rows)
    for number, row in enumerate(table.rows):
        column = 0
        for box in row:
            while (number, column) in taken:
                column += 1
            taken |= {(number + down, column + right) for down in range(box.rowspan) for right in range(box.colspan)}
            lines = _wrapped(box.text, step * box.colspan)
            found.append((number, column, box.rowspan, box.colspan, lines))
            if box.rowspan == 1:
                heights[number] = max(heights[number], _FOOT * len(lines) + _PADDING)
            column += box.colspan
    tops = [top + sum(heights[:number]) for number in range(len(heights) + 1)]
    pieces = []
    for number, column, rowspan, colspan, lines in found:
        middle = (tops[number] + tops[min(number + rowspan, len(heights))]) // 2 - _FOOT * len(lines) // 2
        for place, line in enumerate(lines):
            x = _MARGIN + step * column + (step * colspan - _HALF * display_width(line)) // 2
            pieces.append(Piece(middle + _FOOT * place, x, line))
    return pieces, tops[-1]


def _pieces(parts: Parts) -> Iterator[Piece]:
    y = 0
    for part in parts:
        if isinstance(part, Table):
            pieces, y = _cells(part, y)
            yield from (piece for piece in pieces if piece.text)
        else:
            for start in range(0, len(part.text), 40):
                yield Piece(y, _MARGIN, part.text[start : start + 40])
                y += 2 * _FOOT


def _pages(parts: Parts, rng: Random) -> Iterator[list[Piece]]:
    pieces = sorted(_pieces(parts), key=lambda piece: piece.y)
    for page in range(pieces[-1].y // _PER_PAGE + 1):
        own = [piece for piece in pieces if piece.y // _PER_PAGE == page]
        rng.shuffle(own)
        yield own


def by_style(parts: Parts, rng: Random) -> str:
    """Paragraphs with their places in their own styles (pdftohtml -c)."""
    pages = "".join(
        '<div style="position:relative;width:892px">'
        + "".join(
            f'<p style="position:absolute;top:{piece.y % _PER_PAGE}px;left:{piece.x}px">{escape(piece.text)}</p>\n'
            for piece in page
        )
        + "</div>"
        for page in _pages(parts, rng)
    )
    return f"<!DOCTYPE html><html><head><title></title></head><body>{pages}</body></html>"


def by_class(parts: Parts, rng: Random) -> str:
    """Blocks with their places in classes, counted from the foot of a page (pdf2htmlEX)."""
    sheet = ["#c{position:absolute;left:0}.t{position:absolute}", ".k{left:20px;bottom:10px}"]
    pages = []
    for number, page in enumerate(_pages(parts, rng)):
        blocks = []
        for place, piece in enumerate(page):
            name = f"{number}_{place}"
            foot = _PER_PAGE - piece.y % _PER_PAGE
            sheet.append(f".x{name}{{left:{piece.x}.5px}}.y{name}{{bottom:{foot}px}}")
            blocks.append(f'<div class="t m0 x{name} h2 y{name}">{escape(piece.text)}</div>')
        pages.append(f'<div class="pf"><div class="pc"><div class="c k">{"".join(blocks)}</div></div></div>')
    return f"<html><head><style>{''.join(sheet)}</style></head><body><div id=c>{''.join(pages)}</div></body></html>"


LAYOUTS = (
    Layout("html_placed_by_style", by_style, BLANK_THIRD, certain=False),
    Layout("html_placed_by_class", by_class, BLANK_THIRD, certain=False),
)
