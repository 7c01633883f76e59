"""Tables drawn with rules and bars, whose labels take several lines."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from tests.conformance.geometry import Box, Table
from tests.conformance.layouts.layout import PLAIN, Layout
from tests.conformance.layouts.pages import display_width
from tests.conformance.layouts.plaintext import BLANK_THIRD, MARKS, text

#: The row and the column that a cell begins in, and the cell.
Owner = tuple[int, int, Box]


@frozen
class Pen:
    """What a table is drawn with."""

    bar: str
    stroke: str
    crossing: str
    #: How many columns a text takes.
    width: Callable[[str], int]
    #: The columns of the screen that each column of the table takes.
    step: int = 10

    def inner(self, columns: int) -> int:
        """The columns of the screen within a cell."""
        return columns * (self.step + 1) - 1

    def wrapped(self, box: Box) -> list[str]:
        """The lines of a cell."""
        lines = [""]
        for character in box.text:
            if self.width(lines[-1] + character) > self.inner(box.colspan):
                lines.append("")
            lines[-1] += character
        return lines

    def drawn(self, table: Table) -> Iterator[str]:
        """The lines of a table."""
        above: list[Owner | None] = [None] * table.width
        for number, owners in enumerate(_owners(table)):
            yield self._rule(above, owners)
            texts = {owner[:2]: self.wrapped(owner[2]) for owner in owners if owner[0] == number}
            for depth in range(max(map(len, texts.values()))):
                yield self._text(owners, {place: lines[depth : depth + 1] for place, lines in texts.items()})
            above = [*owners]
        yield self._rule(above, [None] * table.width)

    def _rule(self, above: Sequence[Owner | None], below: Sequence[Owner | None]) -> str:
        """What stands between two rows: strokes, but where a cell goes on."""
        strokes = [up != down for up, down in zip(above, below, strict=True)]
        line = self.crossing
        for left, right in pairwise(range(len(strokes))):
            line += (self.stroke if strokes[left] else " ") * self.step
            is_crossed = strokes[left] or strokes[right]
            line += self.crossing if is_crossed else self.bar if above[left] != above[right] else " "
        return line + (self.stroke if strokes[-1] else " ") * self.step + self.crossing

    def _text(self, owners: list[Owner], texts: dict[tuple[int, int], list[str]]) -> str:
        line = self.bar
        for place, box in dict.fromkeys(((row, column), box) for row, column, box in owners):
            text = "".join(texts.get(place, []))
            line += text + " " * (self.inner(box.colspan) - self.width(text)) + self.bar
        return line


def _owners(table: Table) -> Iterator[list[Owner]]:
    """For each row the cell that covers each column."""
    found: dict[tuple[int, int], Owner] = {}
    for number, row in enumerate(table.rows):
        column = 0
        for box in row:
            while (number, column) in found:
                column += 1
            for down in range(box.rowspan):
                found |= {(number + down, column + right): (number, column, box) for right in range(box.colspan)}
        yield [found[number, column] for column in range(table.width)]


_PENS = {
    "ascii": Pen("|", "-", "+", display_width),
    "box": Pen("│", "─", "┼", display_width),
    "box_characters": Pen("│", "─", "┼", len),
}
LAYOUTS = tuple(
    Layout(f"grid_{name}{style_name}", text(pen.drawn), style)
    for name, pen in _PENS.items()
    for style_name, style in (("", PLAIN), ("_blanks", BLANK_THIRD), ("_marks", MARKS))
)
