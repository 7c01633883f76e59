"""Pages that put each piece of text at coordinates, as converters of PDF files write them -> lines as they are seen.

The order of the pieces in such a page is the order in which a program drew them. What stands beside what, only their
places tell; they are kept by the columns of a screen, since a blank cell is nothing but a gap.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final
from unicodedata import east_asian_width

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govdisclosure.readers.pieces import Piece, unit_of
from govdisclosure.readers.wrapped import lines_of

_ENOUGH: Final = 30  # pieces; fewer are ornaments
_MOST_TAGS: Final = 200_000
_WIDEST: Final = 400  # columns of a screen
_CLASS = re.compile(r"[.]([\w-]{1,40})\s*\{([^{}]*)\}")
_LENGTH = re.compile(r"(?:^|[;\s{])(left|top|bottom)\s*:\s*(-?\d{1,6}(?:[.]\d{1,9})?)(px|pt)?", re.IGNORECASE)
_MOST_HOLDERS: Final = 6

Lengths = Mapping[str, float]


def placed_lines(tree: LexborHTMLParser, markup: bytes, gone: AbstractSet[int]) -> Mapping[int, tuple[str, ...]]:
    """For the first piece of text of each page the lines of the page, for each other piece none; by the tree's numbers.

    Args:
        tree: the page.
        markup: what it was made of.
        gone: the elements that the page does not show.
    """
    lowered = markup.lower() if markup.count(b"<") <= _MOST_TAGS else b""
    is_placed = b"absolute" in lowered or lowered.count(b'style="top:') >= _ENOUGH
    if not is_placed or b"left" not in lowered or lowered.count(b"<td") >= _ENOUGH:
        return {}
    pages: dict[int, list[Piece]] = {}
    for piece in _pieces(tree, gone):
        pages.setdefault(piece.page, []).append(piece)
    lines: dict[int, tuple[str, ...]] = {}
    if max(map(len, pages.values()), default=0) >= _ENOUGH:
        unit = unit_of(tuple(pages.values()))
        left = min(piece.x for pieces in pages.values() for piece in pieces)
        for pieces in pages.values():
            lines.update((piece.element, ()) for piece in pieces)
            lines[pieces[0].element] = tuple(_lines(pieces, unit, left))
    return lines


def _pieces(tree: LexborHTMLParser, gone: AbstractSet[int]) -> Iterator[Piece]:
    by_class = _classes(tree)
    placed = {node.mem_id: node for which in ("[style]", "[class]", "text[top]") for node in tree.css(which)}
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
            yield Piece(node.mem_id, page, x, y, text, _width(text))


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
    if node.tag == "text":  # the XML of pdftohtml
        found.update(_lengths(f"left:{attributes.get('left')};top:{attributes.get('top')}"))
    return found if "left" in found and ("top" in found or "bottom" in found) else {}


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _lines(pieces: Sequence[Piece], unit: float, left: float) -> Iterator[str]:
    """The lines of a page from the top, each piece at its column."""
    for line in lines_of(pieces, unit):
        parts: list[str] = []
        width = 0
        for piece in sorted(line, key=lambda piece: piece.x):
            column = min(round((piece.x - left) / unit), _WIDEST)
            gap = max(column - width, 1 if parts else 0)
            parts.append(" " * gap + piece.text)
            width += gap + piece.width
        yield "".join(parts)
