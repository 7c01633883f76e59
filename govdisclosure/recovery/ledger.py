"""The sums of a table as its printed numbers leave them: holding, broken, or open because a number is missing."""

from collections.abc import Iterable, Mapping
from enum import Enum, auto

from attrs import frozen

from govdisclosure.reading import Number
from govdisclosure.recovery.network import Network, Sum

#: New contents of some cells, by cell.
Changes = Mapping[int, int | None]


class Standing(Enum):
    """How a sum stands."""

    HOLDS = auto()
    BROKEN = auto()
    OPEN = auto()


@frozen
class Effect:
    """What changes do to the sums: by number, those that were broken and now hold, and those that were open."""

    mended: frozenset[int]
    gained: frozenset[int] = frozenset()


class Ledger:
    """Printed numbers, and how the sums over them stand."""

    def __init__(self, network: Network, values: Mapping[str, Number | None]) -> None:
        """Judge every sum."""
        self.network = network
        given = [(cell, values.get(address)) for cell, address in enumerate(network.addresses)]
        #: What stands in each cell; None where no whole number does.
        self.values = {cell: value if isinstance(value, int) else None for cell, value in given}
        #: Cells of which nothing is known; the others without a number are empty.
        self.unread = {cell for cell, value in given if value is None and network.addresses[cell] not in values}
        self.unread |= {cell for cell, value in given if value is not None and self.values[cell] is None}
        self.over: dict[int, list[int]] = {cell: [] for cell in self.values}
        for number, each in enumerate(network.sums):
            for cell in each.cells:
                self.over[cell].append(number)
        self.standings = [self._judge(each, {}) for each in network.sums]
        self.broken = self._with(Standing.BROKEN)

    def _with(self, standing: Standing) -> frozenset[int]:
        return frozenset(number for number, found in enumerate(self.standings) if found is standing)

    def surplus(self, number: int, changes: Changes | None = None) -> int:
        """By how much the left side of a sum exceeds the right; cells without a number count as 0."""
        each = self.network.sums[number]
        changes = changes or {}
        left, right = (
            sum(changes.get(cell, self.values[cell]) or 0 for cell in side) for side in (each.plus, each.minus)
        )
        return left - right

    def _judge(self, each: Sum, changes: Changes) -> Standing:
        if any(cell in self.unread and cell not in changes for cell in each.cells):
            return Standing.OPEN
        sides = [[changes.get(cell, self.values[cell]) for cell in side] for side in (each.plus, each.minus)]
        left, right = (sum(number or 0 for number in side) for side in sides)
        # Blanks count as 0 where the sum holds with them; else they may hold what the lesser side lacks.
        if left == right:
            return Standing.HOLDS
        return Standing.OPEN if None in sides[left > right] else Standing.BROKEN

    def judged(self, cell: int) -> frozenset[int]:
        """The sums over a cell that hold or are broken."""
        return frozenset(number for number in self.over[cell] if self.standings[number] is not Standing.OPEN)

    def sign(self, number: int, cell: int) -> int:
        """1 where a cell stands on the left side of a sum, -1 where on the right."""
        return 1 if cell in self.network.sums[number].plus else -1

    def effect(self, changes: Changes) -> Effect | None:
        """What changes do to the sums; None if one that holds would break, or one that they touch stays broken.

        A sum may become open only where its total goes blank: a total that was pushed out of its line is lost.
        """
        mended, gained = set(), set()
        for number in {number for cell in changes for number in self.over[cell]}:
            before, after = self.standings[number], self._judge(self.network.sums[number], changes)
            if after is Standing.BROKEN or (before is Standing.HOLDS and after is not Standing.HOLDS):
                return None
            if after is Standing.OPEN and before is Standing.BROKEN and not self._loses_total(changes):
                return None
            if before is Standing.BROKEN:
                mended.add(number)
            elif before is Standing.OPEN and after is Standing.HOLDS:
                gained.add(number)
        return Effect(frozenset(mended), frozenset(gained)) if mended else None

    def _loses_total(self, changes: Changes) -> bool:
        return any(cell in self.network.totals and value is None for cell, value in changes.items())

    def labels(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """The labels of sums, in the order of the form."""
        return tuple(self.network.sums[number].identity.label for number in sorted(numbers))
