"""The lines of a table as they are printed, with the numbers of their cells."""

from attrs import evolve, frozen

from govdisclosure.errors import UnknownAddress
from govdisclosure.recovery.network import network_of
from govdisclosure.recovery.puzzle import Given, Joints, Loose, Token
from govdisclosure.recovery.tapes import MOST_DIGITS

#: What a line of nothing but zeros prints.
_NOTHING = frozenset({0, *Token})


#: The greatest number that a line of counts can have.
_MOST = int("9" * MOST_DIGITS)


def _is_count(number: int) -> bool:
    return 0 <= number <= _MOST


@frozen
class PrintedLine:
    """A printed line, with the numbers of its cells."""

    line: Loose | Joints
    cells: tuple[int, ...]

    @property
    def is_short(self) -> bool:
        """Whether cells of the line were dropped."""
        return self.line.is_short

    @property
    def shows_number(self) -> bool:
        """Whether a number above 0 is printed in the line, or digits that may be one."""
        return isinstance(self.line, Joints) or any(number not in _NOTHING for number in self.line.numbers)

    @property
    def may_lack_total(self) -> bool:
        """Whether the total of the line may be among the cells that hold nothing."""
        return self.line.is_short or self.line.has_empties

    @property
    def is_split(self) -> bool:
        """Whether numbers of the line fell in two."""
        line = self.line
        return isinstance(line, Joints) and (line.is_short or len(line.tokens) > len(line.cells))

    @property
    def torn(self) -> "PrintedLine":
        """The line, if its numbers fell in two and cells were dropped; itself if it holds more than digits."""
        if isinstance(self.line, Joints):
            return PrintedLine(evolve(self.line, is_short=True), self.cells)
        tokens = self._digits(self.line)
        return PrintedLine(Joints(self.line.cells, tokens, is_short=True), self.cells) if tokens else self

    @property
    def glued(self) -> "PrintedLine":
        """The line, if numbers of it ran together and no cell was dropped; itself if it holds more than digits."""
        tokens = () if isinstance(self.line, Joints) or not self.is_short else self._digits(self.line)
        return PrintedLine(Joints(self.line.cells, tokens), self.cells) if tokens else self

    @staticmethod
    def _digits(line: Loose) -> tuple[str, ...]:
        """The numbers of a line as digits; none if it holds anything but counts."""
        counts = [number for number in line.numbers if not isinstance(number, Token)]
        is_all = not line.empties and len(counts) == len(line.numbers) and all(map(_is_count, counts))
        return tuple(map(str, counts)) if is_all else ()

    def without(self, dropped: frozenset[int]) -> "PrintedLine":
        """The line, if some of its cells hold nothing."""
        if dropped.isdisjoint(self.cells):
            return self
        kept = [number for number, cell in enumerate(self.cells) if cell not in dropped]
        line = evolve(self.line, cells=tuple(self.line.cells[number] for number in kept))
        return PrintedLine(line, tuple(self.cells[number] for number in kept))

    def ending_empty(self) -> "PrintedLine | None":
        """The line without the empty cell at its end, which its total may be; None if there is none."""
        if isinstance(self.line, Loose) and self.line.numbers[-1] is Token.EMPTY:
            return PrintedLine(evolve(self.line, numbers=self.line.numbers[:-1]), self.cells)
        if isinstance(self.line, Loose) and self.line.empties:
            return PrintedLine(evolve(self.line, empties=self.line.empties - 1), self.cells)
        return None


def printed_lines(given: Given) -> tuple[PrintedLine, ...]:
    """The printed lines; of lines that overlap only the first.

    A line without a number or mark is left out: nothing was dropped from between its numbers, its cells are lost.

    Raises:
        UnknownAddress: if the table has no such cell.
    """
    index = network_of(given.table).index
    taken: set[int] = set()
    lines = []
    for line in given.lines:
        for address in line.cells:
            if address not in index:
                raise UnknownAddress(address)
        cells = tuple(index[address] for address in line.cells)
        content = line.numbers if isinstance(line, Loose) else line.tokens
        if cells and content and taken.isdisjoint(cells):
            taken.update(cells)
            lines.append(PrintedLine(line, cells))
    return tuple(lines)
