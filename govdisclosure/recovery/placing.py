"""All ways to put the numbers of printed lines into their cells, so that the sums along the lines hold."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import define, evolve, field, frozen

from govdisclosure.recovery.budget import Budget
from govdisclosure.recovery.contents import ANY, BITS, BLANK, LEFT_OUT, NUMBER, Bounds, Option
from govdisclosure.recovery.network import Sum
from govdisclosure.recovery.puzzle import Joints, Loose
from govdisclosure.recovery.ranking import gap_weight, number_weight
from govdisclosure.recovery.tapes import Choice, gap_kinds, tape_of

#: Lost cells are not tried value by value where that gives more ways than this.
MOST_TRIED = 400
#: What one number in one cell costs of the budget.
UNITS_A_NUMBER = 2


@frozen
class Shape:
    """What the options of a block are made from."""

    #: The printed lines of the block, each with its cells.
    lines: tuple[tuple[Loose | Joints, tuple[int, ...]], ...]
    #: The cells of the block that are lost, and those (totals left blank) whose number is what the line implies.
    lost: tuple[int, ...]
    blank: tuple[int, ...]
    #: The sums along the lines of the block; no cell is in two of them.
    sums: tuple[Sum, ...]
    #: How plausible it is to take the block so.
    weight: float = 1.0
    #: Whether one of its cells is wrong, or a number that was dropped.
    is_faulty: bool = False
    #: The open cells in the order in which they are filled: lines from their ends, for the total comes last.
    cells: tuple[int, ...] = field(init=False, eq=False)

    @cells.default
    def _in_order(self) -> tuple[int, ...]:
        return (*(cell for _, cells in self.lines for cell in reversed(cells)), *self.lost, *self.blank)


@frozen
class _Turn:
    """The filling of one cell."""

    column: str
    #: Where the kinds of its content go.
    shift: int
    #: Which sum the cell takes part in, and on which side; None if in none.
    number: int | None = None
    sign: int = 1
    #: Whether cells that are filled later can raise or lower the surplus of the sum.
    may_rise: bool = True
    may_fall: bool = True

    @property
    def closes(self) -> bool:
        """Whether the cell is the last of its sum, which then has to hold."""
        return not self.may_rise and not self.may_fall

    def allows(self, surplus: int) -> bool:
        """Whether the sum can still hold with such a surplus."""
        return (surplus <= 0 or self.may_fall) and (surplus >= 0 or self.may_rise)


def _turns(shape: Shape, columns: Sequence[str]) -> Iterator[_Turn]:
    cells = shape.cells
    shifts = {cell: BITS * place for place, cell in enumerate(sorted(cells))}
    signs = {cell: (number, 1) for number, each in enumerate(shape.sums) for cell in each.plus}
    signs |= {cell: (number, -1) for number, each in enumerate(shape.sums) for cell in each.minus}
    for turn, cell in enumerate(cells):
        if cell not in signs:
            yield _Turn(columns[cell], shifts[cell])
            continue
        number, sign = signs[cell]
        later = {signs[other][1] for other in cells[turn + 1 :] if other in signs and signs[other][0] == number}
        yield _Turn(columns[cell], shifts[cell], number, sign, 1 in later, -1 in later)


#: By what is left of the line and the quantities so far: the weight, the kinds of the cells, the surplus of each sum.
_States = dict[tuple[int, tuple[int, ...]], tuple[float, int, tuple[int, ...]]]
#: What may stand in the cell, given what is left of the line and the surplus of each sum.
_Choices = Callable[[int, tuple[int, ...]], Sequence[Choice]]
#: What a lost number may be, given the surplus of each sum.
_Values = Callable[[tuple[int, ...]], Sequence[int]]


class _Filler:
    """Fills the open cells of a block one after the other, in all ways at once."""

    def __init__(
        self, shape: Shape, surplus: tuple[int, ...], bounds: Sequence[Bounds], columns: Sequence[str], budget: Budget
    ) -> None:
        self.budget = budget
        self.turns = list(zip(_turns(shape, columns), bounds, strict=True))
        self.turn = 0
        #: Of each cell of the block in print order, its turn to be filled.
        self.order = [shape.cells.index(cell) for cell in sorted(shape.cells)]
        self.states: _States = {(0, ()): (shape.weight, 0, surplus)}

    def fill_line(self, line: Loose | Joints, cells: int) -> bool:
        """Fill the cells of a printed line; tell whether it could be tried."""
        tape = tape_of(line)
        if tape is None:
            return False
        self.states = {(tape.start, quantities): state for (_, quantities), state in self.states.items()}
        for remaining in range(cells, 0, -1):
            every_left = {left for left, _ in self.states}
            self.budget.spend(UNITS_A_NUMBER * len(every_left))
            self._place({left: tape.choices(left, remaining) for left in every_left})
        self.states = {key: state for key, state in self.states.items() if not key[0]}
        return True

    def _place(self, choices: Mapping[int, Sequence[Choice]]) -> None:
        """Fill a cell of a printed line with what may stand there, given what is left of the line."""
        self._fill(lambda left, _: choices[left])

    def fill_lost(self, kind: int) -> bool:
        """Fill a lost cell; tell whether it could be tried."""
        values = self._values()
        if values is None:
            return False
        self._fill(lambda left, surplus: [(value, kind, left) for value in values(surplus)])
        return True

    def _values(self) -> _Values | None:
        """What a lost number may be: what the last sum over it leaves, or all within its bounds, if they are few."""
        turn, (low, high) = self.turns[self.turn]
        number, sign = turn.number, turn.sign
        if number is not None and turn.closes:

            def implied(surplus: tuple[int, ...]) -> Sequence[int]:
                value = -sign * surplus[number]
                return (value,) if low <= value and (high is None or value <= high) else ()

            return implied
        if high is None or (high - low + 1) * len(self.states) > MOST_TRIED:
            return None
        every = range(low, high + 1)
        return lambda _: every

    def _fill(self, choices: _Choices) -> None:
        """Fill one more cell."""
        turn, _ = self.turns[self.turn]
        column, number = turn.column, turn.number
        gap, above_zero = gap_weight(column), number_weight(column)
        after: _States = {}
        for (left, quantities), (weight, kinds, surplus) in self.states.items():
            found = choices(left, surplus)
            self.budget.spend(UNITS_A_NUMBER * len(found))
            for quantity, kind, rest in found:
                follows = surplus
                if number is not None:
                    own = surplus[number] + turn.sign * quantity
                    if not turn.allows(own):
                        continue
                    follows = (*surplus[:number], own, *surplus[number + 1 :])
                plausible = gap if kind & LEFT_OUT else above_zero if quantity else 1.0
                key = (rest, (*quantities, quantity))
                other = after.get(key, (0.0, 0, ()))
                after[key] = (other[0] + weight * plausible, other[1] | kinds | kind << turn.shift, follows)
        self.states = after
        self.turn += 1

    def options(self) -> tuple[Option, ...]:
        """What the cells may hold, each option in print order."""
        return tuple(
            Option(tuple([quantities[turn] for turn in self.order]), kinds, weight)
            for (_, quantities), (weight, kinds, _) in self.states.items()
        )


def _holds_zeros_only(shape: Shape, surplus: Sequence[int]) -> bool:
    """Whether nothing but zeros is to be placed: then no place can be told from another."""
    return (
        not shape.lost
        and not shape.blank
        and all(
            isinstance(line, Loose) and 0 < len(line.numbers) < len(cells) and all(n == 0 for n in line.numbers)
            for line, cells in shape.lines
        )
        and not any(surplus)
    )


def _zeros(shape: Shape) -> Option:
    """The one option of a block in which nothing but zeros is to be placed."""
    gaps = {cell: sum(gap_kinds(line)) for line, cells in shape.lines if isinstance(line, Loose) for cell in cells}
    kinds = sum((NUMBER | gaps[cell]) << (BITS * place) for place, cell in enumerate(sorted(gaps)))
    return Option((0,) * len(gaps), kinds, shape.weight)


#: A shape, the surplus that the known numbers give its sums, and the bounds of its cells.
_Key = tuple[Shape, tuple[int, ...], tuple[Bounds, ...]]


@define
class Listings:
    """Lists the options of blocks, and remembers them: most blocks look the same in every view of a table."""

    #: The column of each cell of the table.
    columns: Sequence[str]
    budget: Budget
    _listed: dict[_Key, tuple[Option, ...] | None] = field(factory=dict, init=False)

    def options(
        self, shape: Shape, known: Mapping[int, int], bounds: Mapping[int, Bounds]
    ) -> tuple[Option, ...] | None:
        """Every way to fill the open cells of a block, each in print order; None if they cannot be listed.

        Args:
            shape: the block.
            known: the numbers of the other cells.
            bounds: least and greatest number of the lost cells, as far as they are known.

        Raises:
            OutOfBudget: if it costs more than is left.
        """
        surplus = tuple([each.surplus(known) for each in shape.sums])
        key = (shape, surplus, tuple([bounds.get(cell, ANY) for cell in shape.cells]))
        if key not in self._listed:
            self._listed[key] = self._list(*key)
        return self._listed[key]

    def _list(self, shape: Shape, surplus: tuple[int, ...], bounds: tuple[Bounds, ...]) -> tuple[Option, ...] | None:
        if shape.is_faulty:
            return self._list_faulty(shape, surplus)
        if _holds_zeros_only(shape, surplus):
            return (_zeros(shape),)
        filler = _Filler(shape, surplus, bounds, self.columns, self.budget)
        listed = all(filler.fill_line(line, len(cells)) for line, cells in shape.lines)
        listed = listed and all(filler.fill_lost(0) for _ in shape.lost)
        listed = listed and all(filler.fill_lost(BLANK) for _ in shape.blank)
        # Each cell of each option is looked at again.
        self.budget.spend(len(filler.states) * len(shape.cells))
        return filler.options() if listed else None

    def _list_faulty(self, shape: Shape, surplus: tuple[int, ...]) -> tuple[Option, ...] | None:
        """Every way to fill a line if one of its cells is wrong or lost: any one, with the number that the sum asks."""
        if len(shape.sums) != 1 or shape.lost or shape.blank:
            return None
        printed = self._list(evolve(shape, sums=(), is_faulty=False), (), (ANY,) * len(shape.cells))
        self.budget.spend(UNITS_A_NUMBER * len(printed or ()) * len(shape.cells))
        return printed and tuple(
            option for way in printed for option in _with_one_mended(way, sorted(shape.cells), *shape.sums, *surplus)
        )


def _with_one_mended(printed: Option, cells: Sequence[int], each: Sum, surplus: int) -> Iterator[Option]:
    """A way to fill a line whose sum does not hold, with each one of its cells changed so that it does."""
    surplus += each.surplus(dict(zip(cells, printed.quantities, strict=True)))
    for place, cell in enumerate(cells):
        was = printed.quantities[place]
        number = was - surplus if cell in each.plus else was + surplus
        if number >= 0:
            quantities = (*printed.quantities[:place], number, *printed.quantities[place + 1 :])
            yield Option(quantities, printed.kinds, printed.weight, printed.quantities)
