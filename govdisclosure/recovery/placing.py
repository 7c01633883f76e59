"""All ways to put the numbers of printed lines into their cells, so that the sums along the lines hold.

Ways that put the same quantities into the same cells are one `Option`: most lines are zeros, and which of the cells
holds a printed 0 and which a gap matters to no sum. The option keeps, cell by cell, what may stand there.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from types import MappingProxyType

from attrs import frozen

from govdisclosure.recovery.budget import Budget
from govdisclosure.recovery.network import Sum
from govdisclosure.recovery.puzzle import Joints, Loose, Token
from govdisclosure.recovery.ranking import gap_weight, lost_weight, number_weight

#: What may stand in a cell: a printed number, a printed mark, nothing because the cell was dropped, nothing because
#: the total was left blank, nothing because it is there and empty. Five bits a cell.
NUMBER, MARK, GAP, BLANK, EMPTY = 1, 2, 4, 8, 16
BITS = 5
EVERY_KIND = 0b11111
#: Kinds of cells that may be lost numbers.
LOSABLE = GAP | EMPTY
#: More digits than a count can have, or a line can hold: not a line of this table.
MOST_DIGITS = 9
LONGEST_LINE = 60
#: Lost cells are not tried value by value where that gives more ways than this.
MOST_TRIED = 400
#: What one number in one cell costs of the budget.
UNITS_A_NUMBER = 3

#: Least and greatest number of a cell; None where there is no greatest.
Bounds = tuple[int, int | None]
ANY: Bounds = (0, None)


@frozen
class Option:
    """One way to fill the open cells of a block, as quantities."""

    quantities: tuple[int, ...]
    #: For each cell the kinds of content that give this quantity, `BITS` bits a cell.
    kinds: int
    weight: float

    def merged(self, other: "Option") -> "Option":
        """Two ways to the same quantities as one."""
        return Option(self.quantities, self.kinds | other.kinds, self.weight + other.weight)

    def kind(self, place: int) -> int:
        """What may stand in the cell at a place of the block."""
        return self.kinds >> (BITS * place) & EVERY_KIND


#: A quantity, the kind of content that it comes from, and what is left of the line before it.
Choice = tuple[int, int, int]


_TOKENS: Mapping[Token, tuple[int, int]] = MappingProxyType({Token.MARK: (0, MARK), Token.EMPTY: (0, EMPTY)})


def gap_kinds(line: Loose) -> tuple[int, ...]:
    """What the cells of a loose line may be that hold nothing printed: dropped, or there and empty."""
    return (*((GAP,) if line.is_short else ()), *((EMPTY,) if line.empties else ()))


class LooseTape:
    """A loose line, read from its end: what may stand in a cell, given how many numbers are left for it."""

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
    """A line with lost joints, read from its end: what may stand in a cell, given how many digits are left for it."""

    def __init__(self, line: Joints) -> None:
        """Join the tokens; a token that is no number is a mark and stays whole."""
        tokens = [token if token.isdecimal() and token.isascii() else "/" for token in line.tokens]
        self.text = "".join(tokens)
        self.start = len(self.text)
        self.joints = [0, *accumulate(len(token) for token in tokens)]
        self.may_cut = len(tokens) <= len(line.cells)
        self.may_join = len(tokens) >= len(line.cells)
        self.short = line.short

    def choices(self, left: int, cells: int) -> list[Choice]:
        """What may stand in the last of some cells, if so many digits are left for them."""
        found = [
            (0, MARK, begin) if self.text[begin] == "/" else (int(self.text[begin:left]), NUMBER, begin)
            for begin in range(max(0, left - MOST_DIGITS), left)
            if self._is_number(begin, left) and self._fills(begin, cells - 1)
        ]
        if self.short and self._fills(left, cells - 1):
            found.append((0, GAP, left))
        return found

    def _is_number(self, begin: int, end: int) -> bool:
        text = self.text[begin:end]
        if len(text) > 1 and (text[0] == "0" or "/" in text):
            return False
        if not self.may_cut and not (begin in self.joints and end in self.joints):
            return False
        return self.may_join or not any(begin < joint < end for joint in self.joints)

    def _fills(self, left: int, cells: int) -> bool:
        tokens = sum(1 for joint in self.joints if joint < left)
        fewest = min(tokens, 1) if self.may_join else tokens
        most = left if self.may_cut else tokens
        return fewest <= cells and (self.short or cells <= most)


def _tape(line: Loose | Joints) -> LooseTape | JointsTape | None:
    """A line, ready to be placed; None if it is too long for a line of counts, or holds a negative number."""
    if isinstance(line, Joints):
        tape = JointsTape(line)
        return tape if tape.start <= LONGEST_LINE else None
    return None if any(isinstance(number, int) and number < 0 for number in line.numbers) else LooseTape(line)


@frozen
class Shape:
    """What the options of a block are made from."""

    #: The printed lines of the block, each with its cells.
    lines: tuple[tuple[Loose | Joints, tuple[int, ...]], ...]
    #: The cells of the block that are lost, and those (totals left blank) whose number is what the line implies.
    lost: tuple[int, ...]
    blank: tuple[int, ...]
    #: The sums along the lines of the block.
    sums: tuple[Sum, ...]
    #: How plausible it is to take the block so.
    weight: float = 1.0
    #: Whether its dropped and empty cells may be lost numbers; else they stand for 0.
    may_be_lost: bool = False

    @property
    def cells(self) -> tuple[int, ...]:
        """The open cells in the order in which they are filled: lines from their ends, for the total comes last."""
        return (*(cell for _, cells in self.lines for cell in reversed(cells)), *self.lost, *self.blank)


@frozen
class _Check:
    """A sum, as far as it can be judged after some of the cells are filled."""

    plus: tuple[int, ...]
    minus: tuple[int, ...]
    constant: int
    may_rise: bool
    may_fall: bool

    def surplus(self, quantities: Sequence[int]) -> int:
        value = self.constant
        for place in self.plus:
            value += quantities[place]
        for place in self.minus:
            value -= quantities[place]
        return value

    def holds(self, quantities: Sequence[int]) -> bool:
        value = self.surplus(quantities)
        return (value <= 0 or self.may_fall) and (value >= 0 or self.may_rise)


def _checks(shape: Shape, known: Mapping[int, int]) -> list[list[_Check]]:
    """For each cell in turn, the sums that it takes part in, over the cells filled so far."""
    places = {cell: place for place, cell in enumerate(shape.cells)}
    checks: list[list[_Check]] = [[] for _ in places]
    for each in shape.sums:
        plus = [places[cell] for cell in each.plus if cell in places]
        minus = [places[cell] for cell in each.minus if cell in places]
        constant = each.surplus(known)
        for place in plus + minus:
            checks[place].append(
                _Check(
                    tuple(other for other in plus if other <= place),
                    tuple(other for other in minus if other <= place),
                    constant,
                    any(other > place for other in plus),
                    any(other > place for other in minus),
                )
            )
    return checks


#: Where a state stands in its line, and the quantities so far; its weight, and the kinds of its cells.
_States = dict[tuple[int, tuple[int, ...]], tuple[float, int]]
_Choices = Callable[[int, tuple[int, ...]], Sequence[Choice]]
_Values = Callable[[tuple[int, ...]], Sequence[int]]


class _Filler:
    """Fills the open cells of a block one after the other, in all ways at once."""

    def __init__(self, shape: Shape, known: Mapping[int, int], columns: Sequence[str], budget: Budget) -> None:
        self.cells = shape.cells
        self.may_be_lost = shape.may_be_lost
        self.checks = _checks(shape, known)
        self.columns = columns
        self.budget = budget
        ordered = sorted(self.cells)
        #: Of each cell of the block in print order, its turn to be filled; and of each turn, the cell's place in print.
        self.turns = [self.cells.index(cell) for cell in ordered]
        self.places = [ordered.index(cell) for cell in self.cells]
        self.states: _States = {(0, ()): (shape.weight, 0)}
        self.turn = 0

    def fill_line(self, line: Loose | Joints, cells: tuple[int, ...], bounds: Mapping[int, Bounds]) -> bool:
        """Fill the cells of a printed line; tell whether it could be tried."""
        tape = _tape(line)
        if tape is None:
            return False
        self.states = {(tape.start, quantities): state for (_, quantities), state in self.states.items()}
        for remaining in range(len(cells), 0, -1):
            choices = self._choices(tape, remaining, bounds.get(self.cells[self.turn], ANY))
            if choices is None:
                return False
            self._fill(choices)
        self.states = {key: state for key, state in self.states.items() if not key[0]}
        return True

    def fill_lost(self, kind: int, bounds: Bounds) -> bool:
        """Fill a lost cell; tell whether it could be tried."""
        values = self._values(bounds)
        if values is None:
            return False
        self._fill(lambda left, quantities: [(value, kind, left) for value in values(quantities)])
        return True

    def _choices(self, tape: LooseTape | JointsTape, cells: int, bounds: Bounds) -> _Choices | None:
        """What may stand in the last of some cells of a line; None if that is too much to try."""
        if not self.may_be_lost:
            return lambda left, _: tape.choices(left, cells)
        values = self._values(bounds)
        if values is None:
            return None

        def choices(left: int, quantities: tuple[int, ...]) -> Sequence[Choice]:
            return [
                (value, kind, rest)
                for quantity, kind, rest in tape.choices(left, cells)
                for value in (values(quantities) if kind & LOSABLE else (quantity,))
            ]

        return choices

    def _values(self, bounds: Bounds) -> _Values | None:
        """What a lost number may be: what the last sum over it leaves, or all within its bounds, if they are few."""
        low, high = bounds
        checks = self.checks[self.turn]
        closing = next((check for check in checks if not check.may_rise and not check.may_fall), None)
        if closing is not None:
            sign = -1 if self.turn in closing.plus else 1

            def implied(quantities: tuple[int, ...]) -> Sequence[int]:
                value = sign * closing.surplus((*quantities, 0))
                return (value,) if low <= value and (high is None or value <= high) else ()

            return implied
        if high is None or (high - low + 1) * len(self.states) > MOST_TRIED:
            return None
        every = range(low, high + 1)
        return lambda _: every

    def _fill(self, choices: _Choices) -> None:
        """Fill one more cell."""
        column = self.columns[self.cells[self.turn]]
        gap = gap_weight(column)
        shift = BITS * self.places[self.turn]
        checks = self.checks[self.turn]
        after: _States = {}
        for (left, quantities), (weight, kinds) in self.states.items():
            found = choices(left, quantities)
            self.budget.spend(UNITS_A_NUMBER * len(found))
            for quantity, kind, rest in found:
                filled = (*quantities, quantity)
                if not all(check.holds(filled) for check in checks):
                    continue
                if kind & LOSABLE:
                    heavier = weight * gap * lost_weight(quantity)
                else:
                    heavier = weight * number_weight(column, quantity)
                other = after.get((rest, filled), (0.0, 0))
                after[rest, filled] = (other[0] + heavier, other[1] | kinds | kind << shift)
        self.states = after
        self.turn += 1

    def options(self) -> list[Option]:
        """What the cells may hold, each option in print order."""
        return [
            Option(tuple(quantities[turn] for turn in self.turns), kinds, weight)
            for (_, quantities), (weight, kinds) in self.states.items()
        ]


def _holds_zeros_only(shape: Shape, known: Mapping[int, int]) -> bool:
    """Whether nothing but zeros is to be placed: then no place can be told from another."""
    return (
        not shape.lost
        and not shape.blank
        and not shape.may_be_lost
        and all(
            isinstance(line, Loose) and 0 < len(line.numbers) < len(cells) and all(n == 0 for n in line.numbers)
            for line, cells in shape.lines
        )
        and not any(each.surplus(known) for each in shape.sums)
    )


def options(
    shape: Shape, known: Mapping[int, int], bounds: Mapping[int, Bounds], columns: Sequence[str], budget: Budget
) -> list[Option] | None:
    """Every way to fill the open cells of a block, each in print order; None if they cannot be listed.

    Args:
        shape: the block.
        known: the numbers of the other cells.
        bounds: least and greatest number of the lost cells, as far as they are known.
        columns: the column of each cell of the table.
        budget: what the listing may cost.

    Raises:
        OutOfBudget: if it costs more.
    """
    if _holds_zeros_only(shape, known):
        gaps = {cell: sum(gap_kinds(line)) for line, cells in shape.lines if isinstance(line, Loose) for cell in cells}
        kinds = sum((NUMBER | gaps[cell]) << (BITS * place) for place, cell in enumerate(sorted(gaps)))
        return [Option((0,) * len(gaps), kinds, shape.weight)]
    filler = _Filler(shape, known, columns, budget)
    listed = all(filler.fill_line(line, cells, bounds) for line, cells in shape.lines)
    listed = listed and all(filler.fill_lost(0, bounds.get(cell, ANY)) for cell in shape.lost)
    listed = listed and all(filler.fill_lost(BLANK, ANY) for cell in shape.blank)
    return filler.options() if listed else None
