"""Which options of the blocks can be chosen together, so that the sums down the columns hold.

An option adds a surplus to each sum: how much more it puts on the left side than on the right. Choose one option of
each block so that every sum comes out even. The surpluses over several sums are packed into one integer, so that adding
the options up is adding integers: sweep over the blocks and keep every total that can be reached, with the ways to
reach it; sweep back and keep what leads to an even end. Nothing is guessed, and every solution is counted.
"""

from collections.abc import Mapping, Sequence

from attrs import define, field, frozen

from govdisclosure.recovery.board import Block
from govdisclosure.recovery.budget import Budget
from govdisclosure.recovery.contents import ANY, Bounds, Option
from govdisclosure.recovery.network import Sum

#: Integers of so many bits are added at the cost of small ones, and so many of them for a unit of the budget.
SMALL_INTEGER = 512
ADDITIONS_A_UNIT = 4
#: What an option costs that takes part in a sweep.
UNITS_AN_OPTION = 4

_Vector = tuple[int, ...]
#: Totals over all sums, packed, with the weight of the ways to them.
_Reached = dict[int, float]


@define
class _Move:
    """Options of a block that add the same to every sum."""

    code: int = 0
    weight: float = 0.0
    #: The options, each with its own weight.
    members: dict[int, float] = field(factory=dict)


@frozen
class _Stage:
    """A block in the sweep."""

    block: int
    moves: Mapping[_Vector, _Move]
    #: Least and greatest of what its moves add to each sum.
    lows: _Vector = field(init=False)
    highs: _Vector = field(init=False)

    @lows.default
    def _least(self) -> _Vector:
        return tuple(map(min, zip(*self.moves, strict=True)))

    @highs.default
    def _greatest(self) -> _Vector:
        return tuple(map(max, zip(*self.moves, strict=True)))


@frozen
class Sweep:
    """What is left of the options after a sweep."""

    #: By block: its options that some solution uses, with the weight of all solutions that use it.
    weights: Mapping[int, Mapping[int, float]]
    #: By sum: least and greatest surplus that the blocks with options leave for the cells that have none.
    left_over: tuple[tuple[int, int], ...]
    #: What another sweep like this one would cost.
    cost: int = 0
    _stages: Sequence[_Stage] = ()
    #: Before the first block and after each, the totals that were reached.
    _reached: Sequence[_Reached] = ()

    @property
    def solvable(self) -> bool:
        """Whether there is a solution."""
        return bool(self.left_over)

    def likeliest(self) -> Mapping[int, int]:
        """The solution of most weight: by block, the option that it uses; no entry for blocks that were not swept."""
        if not self._stages:
            return {}
        best = dict.fromkeys(self._reached[0], 1.0)
        trail: list[dict[int, tuple[int, int]]] = []
        for stage, reached in zip(self._stages, self._reached[1:], strict=True):
            best, steps = _best_steps(stage, best, reached)
            trail.append(steps)
        total = max(best, key=best.__getitem__)
        chosen = {}
        for stage, steps in zip(reversed(self._stages), reversed(trail), strict=True):
            total, chosen[stage.block] = steps[total]
        return chosen


def _best_steps(stage: _Stage, best: _Reached, reached: _Reached) -> tuple[_Reached, dict[int, tuple[int, int]]]:
    """For each total after a block, the most weight with which it is reached, the total before and the option used."""
    after: _Reached = {}
    steps: dict[int, tuple[int, int]] = {}
    for move in stage.moves.values():
        member = max(move.members, key=move.members.__getitem__)
        weight, code = move.members[member], move.code
        for total, weight_before in best.items():
            end = total + code
            # Weights can be so small that they come out as 0; a way is a way all the same.
            if end in reached and (end not in after or weight_before * weight > after[end]):
                after[end] = weight_before * weight
                steps[end] = (total, member)
    return after, steps


def _terms(sums: Sequence[Sum], cells: Sequence[int], known: Mapping[int, int]) -> list[list[tuple[int, int]]]:
    """For each sum, which of the cells take part in it, by place, and on which side."""
    places = {cell: place for place, cell in enumerate(cells) if cell not in known}
    return [
        [(places[cell], 1) for cell in each.plus if cell in places]
        + [(places[cell], -1) for cell in each.minus if cell in places]
        for each in sums
    ]


def _surpluses(options: Sequence[Option], terms: list[tuple[int, int]]) -> list[int]:
    """What each option adds to a sum."""
    if len(terms) == 1:
        ((place, sign),) = terms
        return [sign * option.quantities[place] for option in options]
    return [sum([sign * option.quantities[place] for place, sign in terms]) for option in options]


def _stage(number: int, options: Sequence[Option], terms: list[list[tuple[int, int]]]) -> _Stage:
    moves: dict[_Vector, _Move] = {}
    vectors = zip(*(_surpluses(options, each) for each in terms), strict=True)
    for member, (option, vector) in enumerate(zip(options, vectors, strict=True)):
        move = moves.get(vector)
        if move is None:
            move = moves[vector] = _Move()
        move.weight += option.weight
        move.members[member] = option.weight
    return _Stage(number, moves)


def _open_range(sums: Sequence[Sum], cells: set[int], bounds: Mapping[int, Bounds], most: int) -> list[tuple[int, int]]:
    """Least and greatest surplus that the cells without options may add to each sum."""
    ranges = []
    for each in sums:
        low = high = 0
        for sign, side in ((1, each.plus), (-1, each.minus)):
            for cell in cells.intersection(side):
                least, greatest = bounds.get(cell, ANY)
                greatest = most if greatest is None else greatest
                low += least if sign > 0 else -greatest
                high += greatest if sign > 0 else -least
        ranges.append((low, high))
    return ranges


class _Packing:
    """Vectors as integers, so wide that no sum of vectors runs over."""

    def __init__(self, width: int, fields: int) -> None:
        self.width = width
        self.size = 1 + width * fields // SMALL_INTEGER
        #: The highest bit of each field: set in ``vector + guard`` where the vector is not negative.
        self.guard = sum(1 << (width * number + width - 1) for number in range(fields))

    def pack(self, vector: Sequence[int]) -> int:
        return sum(value << (self.width * number) for number, value in enumerate(vector))

    def cost(self, additions: int) -> int:
        """What so many additions cost of the budget."""
        return self.size * additions // ADDITIONS_A_UNIT

    def unpack(self, code: int) -> list[int]:
        code += self.guard
        mask, half = (1 << self.width) - 1, 1 << (self.width - 1)
        return [((code >> shift) & mask) - half for shift in range(0, self.guard.bit_length(), self.width)]


def _forward(
    stages: list[_Stage], start: int, limits: list[tuple[int, int]], packing: _Packing, budget: Budget
) -> list[_Reached]:
    """After each block, every total that can still come out even, with the weight of the ways to reach it."""
    reached: list[_Reached] = [{start: 1.0}]
    guard = packing.guard
    for stage, (low, high) in zip(stages, limits, strict=True):
        before = reached[-1]
        after: _Reached = {}
        budget.spend(packing.cost(len(before) * len(stage.moves)))
        for move in stage.moves.values():
            code, weight = move.code, move.weight
            for total, ways in before.items():
                end = total + code
                if (end - low) & guard == guard and (high - end) & guard == guard:
                    after[end] = after.get(end, 0.0) + ways * weight
        reached.append(after)
    return reached


def _backward(stages: list[_Stage], reached: list[_Reached]) -> dict[int, dict[int, float]]:
    """For each block, its options that lead to an even end, with the weight of the solutions that use them."""
    ahead = dict.fromkeys(reached[-1], 1.0)
    weights: dict[int, dict[int, float]] = {}
    for stage, before in zip(reversed(stages), reversed(reached[:-1]), strict=True):
        behind: _Reached = {}
        kept: dict[int, float] = {}
        for move in stage.moves.values():
            used = None
            for total, ways in before.items():
                onward = ahead.get(total + move.code)
                if onward is not None:
                    used = (used or 0.0) + ways * onward
                    behind[total] = behind.get(total, 0.0) + move.weight * onward
            if used is not None:
                kept.update((member, used * weight) for member, weight in move.members.items())
        weights[stage.block] = kept
        ahead = behind
    return weights


def _limits(stages: list[_Stage], ends: list[tuple[int, int]], packing: _Packing) -> list[tuple[int, int]]:
    """Before each further block: what a total may be less and more than, packed and with the guard."""
    low = [-high for _, high in ends]
    high = [-low for low, _ in ends]
    limits = []
    for stage in reversed(stages):
        limits.append((packing.pack(low) - packing.guard, packing.pack(high) + packing.guard))
        low = [value - most for value, most in zip(low, stage.highs, strict=True)]
        high = [value - least for value, least in zip(high, stage.lows, strict=True)]
    return limits[::-1]


def _rank(stage: _Stage, sums: Sequence[Sum], touching: Sequence[int]) -> tuple[int, int, int]:
    """The order of the sweep: what takes part in most sums, then what closes a sum soonest, then the largest."""
    touched = [number for number in range(len(sums)) if any(vector[number] for vector in stage.moves)]
    shared = min((touching[number] for number in touched), default=0)
    largest = max((max(map(abs, vector)) for vector in stage.moves), default=0)
    return -len(touched), shared, -largest


def _swept(
    sums: Sequence[Sum], stages: list[_Stage], start: list[int], ends: list[tuple[int, int]], budget: Budget
) -> Sweep:
    touching = [sum(any(vector[number] for vector in stage.moves) for stage in stages) for number in range(len(sums))]
    stages = sorted(stages, key=lambda stage: _rank(stage, sums, touching))
    reach = [abs(value) + max(map(abs, end)) for value, end in zip(start, ends, strict=True)]
    for stage in stages:
        reach = [total + max(-low, high) for total, low, high in zip(reach, stage.lows, stage.highs, strict=True)]
    packing = _Packing(max(reach).bit_length() + 3, len(sums))
    for stage in stages:
        for vector, move in stage.moves.items():
            move.code = packing.pack(vector)
    reached = _forward(stages, packing.pack(start), _limits(stages, ends, packing), packing, budget)
    if not reached[-1]:
        return Sweep({}, ())
    cost = packing.cost(sum(len(before) * len(stage.moves) for before, stage in zip(reached, stages, strict=False)))
    budget.spend(cost + len(reached[-1]) * len(sums))
    left = [packing.unpack(total) for total in reached[-1]]
    left_over = tuple((min(each), max(each)) for each in zip(*left, strict=True))
    return Sweep(_backward(stages, reached), left_over, cost, stages, reached)


def sweep(
    sums: Sequence[Sum], blocks: Sequence[Block], known: Mapping[int, int], bounds: Mapping[int, Bounds], budget: Budget
) -> Sweep:
    """Every option of every block that takes part in a solution of the sums.

    Blocks without options stand for any numbers within the bounds of their cells; what they are bound to beside the
    sums is not looked at, so that with them the answer may keep options too many, never too few.

    Raises:
        OutOfBudget: if the search costs more than is left.
    """
    if not sums:
        return Sweep({}, ((0, 0),))
    start = [each.surplus(known) for each in sums]
    stages: list[_Stage] = []
    open_cells: set[int] = set()
    for number, block in enumerate(blocks):
        terms = _terms(sums, block.cells, known)
        if block.options is None:
            open_cells.update(cell for cell in block.cells if cell not in known)
        elif any(terms):
            if not block.options:
                return Sweep({}, ())
            budget.spend(len(block.options) * (UNITS_AN_OPTION + len(sums)) // UNITS_AN_OPTION)
            stages.append(_stage(number, block.options, terms))
    # No cell need be greater than all that the other side of its sums can come to where that is least.
    most = sum(bounds.get(cell, ANY)[0] for cell in open_cells)
    most += sum(map(abs, start)) + sum(max(-min(stage.lows), *stage.highs) for stage in stages)
    return _swept(sums, stages, start, _open_range(sums, open_cells, bounds, most), budget)
