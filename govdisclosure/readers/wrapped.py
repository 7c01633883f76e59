"""Labels that wrap around the numbers beside them, on pages whose text stands at places.

A label of two lines has its numbers at the height between them, one of three lines at that of its middle line. Read
line by line, the first half of each label would stand before the numbers and the second half behind them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from attrs import define, evolve, field, frozen

from govdisclosure.readers.pieces import Line, Piece, rows_of

#: Lengths in widths of a half-width character; a line of text is a little over two of them high.
_SAME_HEIGHT: Final = 0.7
_ALIGNED: Final = 1.2
_NEXT_LINE: Final = 4.2
_EVEN: Final = 0.7
_APART: Final = 0.8
_MOST_LINES: Final = 14  # of a label
_SELDOM: Final = 20  # of so many lines of labels one may stand nearer to the next than usual
_FIGURE: Final = r"(?:[-－+—/\\]?[\d０-９][\d０-９,，.]{0,14}|[-－—⸺/\\]{1,2})"
_NUMBERS = re.compile(rf"{_FIGURE}(?: {_FIGURE}){{0,14}}")  # a program may put numbers that stand close in one piece


def lines_of(pieces: Sequence[Piece], unit: float) -> Iterator[Line]:
    """The lines of a page from the top, each label that wraps on a line before that of its numbers.

    Args:
        pieces: the text of the page.
        unit: the width of a half-width character.
    """
    found = (_Row.of(line) for line in rows_of(pieces, unit * _SAME_HEIGHT) if any(map(_is_number, line)))
    rows = sorted(found, key=lambda row: row.y)
    chains = tuple(_chains([piece for piece in pieces if not _is_number(piece)], unit))
    gaps = sorted(below.y - above.y for chain in chains for above, below in pairwise(chain))
    leading = gaps[len(gaps) // _SELDOM] + _EVEN * unit if gaps else 0.0
    labels: dict[Piece, Line] = {}
    taken: set[Piece] = set()
    for chain in chains:
        for label, row in _labels(chain, rows, unit, leading):
            labels.setdefault(row.numbers[0], []).append(_joined(label))
            taken.update(label)
    for line in rows_of((piece for piece in pieces if piece not in taken), unit * _SAME_HEIGHT):
        own = (label for piece in line for label in labels.get(piece, ()))
        yield from ([label] for label in sorted(own, key=lambda piece: piece.x))
        yield line


def _is_number(piece: Piece) -> bool:
    """Whether a piece is numbers or marks."""
    return _NUMBERS.fullmatch(piece.text) is not None


@frozen(eq=False)
class _Row:
    """The numbers at one height, and the words."""

    numbers: tuple[Piece, ...]
    words: tuple[Piece, ...]
    y: float

    @classmethod
    def of(cls, line: Line) -> "_Row":
        numbers = tuple(filter(_is_number, line))
        words = tuple(piece for piece in line if not _is_number(piece))
        return cls(numbers, words, sum(piece.y for piece in numbers) / len(numbers))

    def is_beside(self, label: Sequence[Piece], unit: float) -> bool:
        """Whether numbers alone stand at the right of a label: in a sentence they stand between words."""
        left = min(piece.x for piece in label)
        right = max(piece.x + piece.width * unit for piece in label)
        numbers = [piece.x for piece in self.numbers if piece.x > left]
        return (
            bool(numbers)
            and min(numbers) >= right + _APART * unit
            and not any(piece.x > min(numbers) for piece in self.words)
        )


def _joined(label: Sequence[Piece]) -> Piece:
    text = "".join(piece.text for piece in label)
    return evolve(label[0], x=min(piece.x for piece in label), text=text, width=sum(piece.width for piece in label))


@define
class _Ends:
    """The last pieces of the chains that are being put together, by where they stand."""

    unit: float
    by_place: dict[tuple[str, int], Piece] = field(factory=dict)

    def places(self, piece: Piece) -> dict[str, float]:
        """Where the left and the middle of a piece stand."""
        left = piece.x / self.unit
        return {"left": left, "middle": left + piece.width / 2}

    def above(self, piece: Piece) -> Piece | None:
        """The piece that a piece goes on, of several the nearest."""
        near = (
            end
            for name, place in self.places(piece).items()
            for beside in range(round(place) - 2, round(place) + 3)
            if (end := self.by_place.get((name, beside))) is not None
            and abs(self.places(end)[name] - place) <= _ALIGNED
            and 0 < piece.y - end.y <= _NEXT_LINE * self.unit
        )
        return min(near, key=lambda end: piece.y - end.y, default=None)

    def add(self, piece: Piece) -> None:
        """Take a piece for the end of its chain."""
        for name, place in self.places(piece).items():
            self.by_place[name, round(place)] = piece


def _chains(words: Sequence[Piece], unit: float) -> Iterator[Line]:
    """Words that stand below each other, aligned at the left or in the middle."""
    ends = _Ends(unit)
    following: dict[Piece, Piece] = {}
    continued: set[Piece] = set()
    for piece in sorted(words, key=lambda piece: piece.y):
        above = ends.above(piece)
        if above is not None and above not in following:
            following[above] = piece
            continued.add(piece)
        ends.add(piece)
    for piece in words:
        if piece in following and piece not in continued:
            yield list(_followed(piece, following))


def _followed(piece: Piece, following: Mapping[Piece, Piece]) -> Iterator[Piece]:
    yield piece
    while piece in following:
        piece = following[piece]
        yield piece


def _labels(chain: Line, rows: Sequence[_Row], unit: float, leading: float) -> Iterator[tuple[Line, _Row]]:
    """The parts of a chain that stand around the height of a row, where there is but one way to part it."""
    beside = _between(rows, chain[0].y - unit, chain[-1].y + unit)
    for first, after, row in _parted(chain, beside, unit, leading) if beside else ():
        label = chain[first:after]
        if row is not None and len(label) > 1 and row.is_beside(label, unit):
            yield label, row


#: Where a part of a chain starts and ends, and the row that it stands beside.
_Part = tuple[int, int, _Row | None]


def _parted(chain: Line, rows: Sequence[_Row], unit: float, leading: float) -> list[_Part]:
    """The chain in parts such that as few lines as can be stand beside no row, and as few rows beside no part.

    No parts where there are several such ways.
    """
    costs: list[float] = [0.0]
    ways = [1]
    last: list[_Part] = []
    for end in range(1, len(chain) + 1):
        choices: list[tuple[float, _Part]] = []
        for start in range(end - 1, max(-1, end - 1 - _MOST_LINES), -1):
            if start + 1 < end and chain[start + 1].y - chain[start].y > leading:
                break
            cost, row = _cost(chain[start:end], rows, unit)
            choices.append((costs[start] + cost, (start, end, row)))
        least = min(cost for cost, _ in choices)
        best = [part for cost, part in choices if cost <= least + _SLIGHT]
        costs.append(least)
        ways.append(sum(ways[start] for start, _, _ in best))
        last.append(best[0])
    parts: list[_Part] = []
    place = len(chain) if ways[-1] == 1 else 0
    while place:
        parts.append(last[place - 1])
        place = parts[-1][0]
    return parts


_SLIGHT: Final = 1e-6
_TOGETHER: Final = 0.1  # what it costs to put lines together that stand beside no row


def _cost(part: Line, rows: Sequence[_Row], unit: float) -> tuple[float, _Row | None]:
    """What it costs to take lines for a label, and the row that it would be the label of."""
    middle = (part[0].y + part[-1].y) / 2
    tolerance = unit * _SAME_HEIGHT
    within = _between(rows, part[0].y - tolerance, part[-1].y + tolerance)
    own = min(within, key=lambda row: abs(row.y - middle), default=None)
    if own is not None and abs(own.y - middle) <= tolerance:
        return len(within) - 1, own
    return len(part) + len(within) + _TOGETHER * (len(part) - 1), None


def _between(rows: Sequence[_Row], top: float, foot: float) -> Sequence[_Row]:
    """The rows at heights from one to another, of rows from the top."""
    return rows[bisect_left(rows, top, key=_height) : bisect_right(rows, foot, key=_height)]


def _height(row: _Row) -> float:
    return row.y
