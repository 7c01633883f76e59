"""Tables drawn with rules and bars, whose labels take several lines."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from tests.conformance.geometry import Box, Owner, Table, owners
from tests.conformance.layouts.layout import PLAIN, Layout
from tests.conformance.layouts.pages import display_width
from tests.conformance.layouts.plaintext import BLANK_THIRD, MARKS, text


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
        for number, cells in enumerate(owners(table)):
            yield self._rule(above, cells)
            texts = {owner[:2]: self.wrapped(owner[2]) for owner in cells if owner[0] == number}
            for depth in range(max(map(len, texts.values()))):
                yield self._text(cells, {place: lines[depth : depth + 1] for place, lines in texts.items()})
            above = [*cells]
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

    def _text(self, cells: list[Owner], texts: dict[tuple[int, int], list[str]]) -> str:
        line = self.bar
        for place, box in dict.fromkeys(((row, column), box) for row, column, box in cells):
            text = "".join(texts.get(place, []))
            line += text + " " * (self.inner(box.colspan) - self.width(text)) + self.bar
        return line


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
