"""Pieces of text with their places on a page, and how wide a character is there."""

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import frozen


@frozen(eq=False)
class Piece:
    """A piece of text with its place on its page, from the left and from the top."""

    element: int
    page: int
    x: float
    y: float
    text: str
    #: In half-width characters.
    width: int


Line = list[Piece]


def rows_of(pieces: Iterable[Piece], tolerance: float) -> Iterator[Line]:
    """The pieces at one height, from the top."""
    row: Line = []
    for piece in sorted(pieces, key=lambda piece: piece.y):
        if row and piece.y - row[0].y > tolerance:
            yield row
            row = []
        row.append(piece)
    if row:
        yield row


_USUAL: Final = 8.0  # pixels
_NARROWEST, _WIDEST = 0.3, 1.5  # of the room that a character has: letters and points take less of it than figures
_BELOW: Final = 5  # times the room: lines of a cell are not further apart
_NEAR: Final = 30  # pieces that are looked at below each
_ALIKE: Final = 1.03
_ENOUGH: Final = 10  # pieces that stand centred below another


def unit_of(pages: Sequence[Sequence[Piece]]) -> float:
    """The width of a half-width character on the pages of a document.

    No piece of a line runs into the next. Where tables leave more room than that, text centred below other text tells
    it: a line that is two characters longer begins one character further to the left.
    """
    widths = sorted(
        (after.x - before.x) / before.width
        for page in pages
        for row in rows_of(page, 1.0)
        for before, after in pairwise(sorted(row, key=lambda piece: piece.x))
        if after.x > before.x
    )
    room = max(1.0, widths[len(widths) // 50]) if widths else _USUAL
    found = sorted(width for page in pages for width in _told_by_centring(page, room))
    counts = [bisect(found, width * _ALIKE) - number for number, width in enumerate(found)]
    most = max(counts, default=0)
    if most < max(_ENOUGH, len(found) / 4):
        return room
    start = counts.index(most)
    return found[start + most // 2]


def _told_by_centring(pieces: Sequence[Piece], room: float) -> Iterator[float]:
    ordered = sorted(pieces, key=lambda piece: piece.y)
    for number, piece in enumerate(ordered):
        for below in ordered[number + 1 : number + 1 + _NEAR]:
            longer = piece.width - below.width
            if piece.y < below.y <= piece.y + _BELOW * room and longer:
                width = 2 * (below.x - piece.x) / longer
                if _NARROWEST * room <= width <= _WIDEST * room:
                    yield width
