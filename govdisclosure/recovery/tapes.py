"""Printed lines, read from their ends: what may stand in a cell, and what is then left for the cells before it."""

from collections.abc import Mapping
from itertools import accumulate
from types import MappingProxyType

from govdisclosure.recovery.contents import EMPTY, GAP, MARK, NUMBER
from govdisclosure.recovery.puzzle import Joints, Loose, Token

#: More digits than a count can have, or a line can hold: not a line of this table.
MOST_DIGITS = 9
LONGEST_LINE = 60

#: A quantity, the kind of content that it comes from, and what is left of the line before it.
Choice = tuple[int, int, int]

_TOKENS: Mapping[Token, tuple[int, int]] = MappingProxyType({Token.MARK: (0, MARK), Token.EMPTY: (0, EMPTY)})


def gap_kinds(line: Loose) -> tuple[int, ...]:
    """What the cells of a loose line may be that hold nothing printed: dropped, or there and empty."""
    return (*((GAP,) if line.is_short else ()), *((EMPTY,) if line.empties else ()))


class LooseTape:
    """A loose line; what is left are numbers."""

    def __init__(self, line: Loose) -> None:
        """Start with all numbers left."""
        self.numbers = line.numbers
        self.start = len(line.numbers)
        #: What the cells between the numbers may be.
        self.gaps = gap_kinds(line)

    def choices(self, left: int, cells: int) -> list[Choice]:
        """What may stand in the last of some cells, if so many numbers are left for them."""
        found: list[Choice] = []
        if 0 < left <= cells:
            number = self.numbers[left - 1]
            quantity, kind = _TOKENS[number] if isinstance(number, Token) else (number, NUMBER)
            found.append((quantity, kind, left - 1))
        if left < cells:
            found += [(0, kind, left) for kind in self.gaps]
        return found


class JointsTape:
    """A line with lost joints; what is left are digits."""

    def __init__(self, line: Joints) -> None:
        """Join the tokens; a token that is no number is a mark and stays whole."""
        tokens = [token if token.isdecimal() and token.isascii() else "/" for token in line.tokens]
        self.text = "".join(tokens)
        self.start = len(self.text)
        #: Where tokens begin and end.
        self.joints = (0, *accumulate(len(token) for token in tokens))
        #: Whether cells of the line were dropped as well; then no number fell in more than two.
        self.is_short = line.is_short
        self.may_cut = len(tokens) <= len(line.cells) and not line.is_short
        self.may_join = len(tokens) >= len(line.cells) or line.is_short

    def choices(self, left: int, cells: int) -> list[Choice]:
        """What may stand in the last of some cells, if so many digits are left for them."""
        dropped = [(0, GAP, left)] if self.is_short and self._fills(left, cells - 1) else []
        return dropped + [
            (0, MARK, begin) if self.text[begin] == "/" else (int(self.text[begin:left]), NUMBER, begin)
            for begin in range(max(0, left - MOST_DIGITS), left)
            if self._is_number(begin, left) and self._fills(begin, cells - 1)
        ]

    def _is_number(self, begin: int, end: int) -> bool:
        text = self.text[begin:end]
        if len(text) > 1 and (text[0] == "0" or "/" in text):
            return False
        if not self.may_cut and not (begin in self.joints and end in self.joints):
            return False
        inside = sum(begin < joint < end for joint in self.joints)
        return inside == 0 or (self.may_join and (inside == 1 or not self.is_short))

    def _fills(self, left: int, cells: int) -> bool:
        tokens = sum(1 for joint in self.joints if joint < left)
        fewest = min(tokens, 1) if self.may_join else tokens
        most = left if self.may_cut else tokens
        return fewest <= cells and (cells <= most or self.is_short)


def tape_of(line: Loose | Joints) -> LooseTape | JointsTape | None:
    """A line, ready to be placed; None if it is too long for a line of counts, or holds a negative number."""
    if isinstance(line, Joints):
        tape = JointsTape(line)
        return tape if tape.start <= LONGEST_LINE else None
    return None if any(isinstance(number, int) and number < 0 for number in line.numbers) else LooseTape(line)
