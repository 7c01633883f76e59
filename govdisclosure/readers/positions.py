"""Pages that put each piece of text at coordinates, as converters of PDF files write them -> lines as they are seen.

The order of the pieces in such a page is the order in which a program drew them. What stands beside what, only their
places tell; they are kept by the columns of a screen, since a blank cell is nothing but a gap.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final
from unicodedata import east_asian_width

from attrs import frozen
from selectolax.lexbor import LexborHTMLParser, LexborNode

_ENOUGH: Final = 30  # pieces; fewer are ornaments
_MOST_TAGS: Final = 200_000
_WIDEST: Final = 400  # columns of a screen
_CLASS = re.compile(r"[.]([\w-]{1,40})\s*\{([^{}]*)\}")
_LENGTH = re.compile(r"(?:^|[;\s{])(left|top|bottom)\s*:\s*(-?\d{1,6}(?:[.]\d{1,9})?)(px|pt)?", re.IGNORECASE)
_MOST_HOLDERS: Final = 6
_SAME_LINE: Final = 0.7  # of the width of a half-width character, between the feet of two pieces

Lengths = Mapping[str, float]


@frozen
class _Piece:
    """A piece of text with its place on its page, from the left and from the top."""

    element: int
    page: int
    x: float
    y: float
    text: str


def placed_lines(tree: LexborHTMLParser, markup: bytes, gone: AbstractSet[int]) -> Mapping[int, tuple[str, ...]]:
    """For the first piece of text of each page the lines of the page, for each other piece none; by the tree's numbers.

    Args:
        tree: the page.
        markup: what it was made of.
        gone: the elements that the page does not show.
    """
    lowered = markup.lower() if markup.count(b"<") <= _MOST_TAGS else b""
    if b"absolute" not in lowered or b"left" not in lowered or lowered.count(b"<td") >= _ENOUGH:
        return {}
    pages: dict[int, list[_Piece]] = {}
    for piece in _pieces(tree, gone):
        pages.setdefault(piece.page, []).append(piece)
    lines: dict[int, tuple[str, ...]] = {}
    if max(map(len, pages.values()), default=0) >= _ENOUGH:
        for pieces in pages.values():
            lines.update((piece.element, ()) for piece in pieces)
            lines[pieces[0].element] = tuple(_lines(pieces))
    return lines


def _pieces(tree: LexborHTMLParser, gone: AbstractSet[int]) -> Iterator[_Piece]:
    by_class = _classes(tree)
    placed = {node.mem_id: node for name in ("style", "class") for node in tree.css(f"[{name}]")}
    known = {element: own for element, node in placed.items() if (own := _lengths_of(node, by_class))}
    # An element that holds others with places of their own is a frame for them.
    frames: set[int] = set()
    found: list[tuple[LexborNode, int, float, float]] = []
    for node in (placed[element] for element in known if element not in gone):
        x, y, page = 0.0, 0.0, 0
        holder: LexborNode | None = node
        for depth in range(_MOST_HOLDERS):
            own = known.get(holder.mem_id, {}) if holder is not None else {}
            if holder is None or not own:
                page = holder.mem_id if holder is not None else 0
                break
            if depth:
                frames.add(holder.mem_id)
            x += own["left"]
            y += own["top"] if "top" in own else -own["bottom"]
            holder = holder.parent
        found.append((node, page, x, y))
    for node, page, x, y in found:
        text = " ".join((node.text() or "").split()) if node.mem_id not in frames else ""
        if text:
            yield _Piece(node.mem_id, page, x, y, text)


def _classes(tree: LexborHTMLParser) -> Mapping[str, Lengths]:
    sheets = "".join(sheet.text() or "" for sheet in tree.css("style"))
    return {name: lengths for name, body in _CLASS.findall(sheets) if (lengths := _lengths(body))}


def _lengths(style: str) -> dict[str, float]:
    return {name.lower(): float(number) for name, number, _ in _LENGTH.findall(style)}


def _lengths_of(node: LexborNode, by_class: Mapping[str, Lengths]) -> Lengths:
    """The place of an element; empty where it has none."""
    attributes = node.attributes
    found: dict[str, float] = {}
    for name in (attributes.get("class") or "").split():
        found.update(by_class.get(name, {}))
    found.update(_lengths(attributes.get("style") or ""))
    return found if "left" in found and ("top" in found or "bottom" in found) else {}


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _lines(pieces: Sequence[_Piece]) -> Iterator[str]:
    """The lines of a page from the top, each piece at its column."""
    unit = _unit(pieces)
    left = min(piece.x for piece in pieces)
    for line in _rows(pieces, unit * _SAME_LINE):
        parts: list[str] = []
        width = 0
        for piece in sorted(line, key=lambda piece: piece.x):
            column = min(round((piece.x - left) / unit), _WIDEST)
            gap = max(column - width, 1 if parts else 0)
            parts.append(" " * gap + piece.text)
            width += gap + _width(piece.text)
        yield "".join(parts)


def _rows(pieces: Iterable[_Piece], tolerance: float) -> Iterator[list[_Piece]]:
    row: list[_Piece] = []
    for piece in sorted(pieces, key=lambda piece: piece.y):
        if row and piece.y - row[0].y > tolerance:
            yield row
            row = []
        row.append(piece)
    yield row


def _unit(pieces: Sequence[_Piece]) -> float:
    """The width of a half-width character: no piece of a line runs into the next."""
    widths = [
        (after.x - before.x) / _width(before.text)
        for row in _rows(pieces, 1.0)
        for before, after in pairwise(sorted(row, key=lambda piece: piece.x))
        if after.x > before.x
    ]
    return max(1.0, sorted(widths)[len(widths) // 50]) if widths else 8.0
