"""What every solution of a board has in common.

First each line by itself, then the sums of each column by themselves, then all together. Each pass is complete for the
sums that it looks at, and what it settles is settled by those sums: they are the proof.
"""

from collections.abc import Iterable, Mapping, Sequence

from attrs import define, field

from govdisclosure.recovery.binding import bind
from govdisclosure.recovery.board import Block, Board
from govdisclosure.recovery.budget import OutOfBudget
from govdisclosure.recovery.network import Sum, joined
from govdisclosure.recovery.placing import Listings
from govdisclosure.recovery.sweep import Sweep, sweep

#: Bounds may creep on by one a pass; they are sound wherever they stop.
MOST_PASSES = 12


class Contradiction(Exception):  # noqa: N818  # says what it is; it never leaves the package
    """No solution.

    Attributes:
        sums: the sums that cannot hold together.
    """

    def __init__(self, sums: tuple[Sum, ...]) -> None:
        """Keep the sums."""
        super().__init__(sums)
        self.sums = sums


@define
class Search:
    """A search over a board, and what it has found so far."""

    board: Board
    listings: Listings
    #: By cell that is settled, the sums that settle it.
    grounds: dict[int, tuple[Sum, ...]] = field(factory=dict)
    complete: bool = True

    def run(self) -> None:
        """Narrow the options and bounds of the board to those of its solutions.

        Raises:
            Contradiction: if there is none.
        """
        for block in self.board.blocks:
            self.list_line(block)
        groups = self.groups()
        ground = self._ground(each for group in groups for each in group)
        narrower = self._narrow_by_each(groups)
        for _ in range(MOST_PASSES):
            narrower = self._list_more(ground) or narrower
            if not narrower:
                break
            narrower = False
            for group in self.groups():
                narrower = self._narrow(group, ground) or narrower
        self._narrow_by_all(ground)
        unplaced = any(block.options is None and block.has_lines for block in self.board.blocks)
        self.complete = self.complete and not unplaced and not self.listings.budget.spent

    def list_line(self, block: Block) -> None:
        """List what a block may hold by the sums along its own lines.

        Raises:
            Contradiction: if it can hold nothing.
        """
        if not self.board.list_options(block, self.listings):
            self._bind(block.sums)
        if block.options == []:
            if block.sums:
                raise Contradiction(block.sums)
            block.options, block.shapes = None, ()
        self._settle((block,), block.sums)

    def groups(self) -> list[tuple[Sum, ...]]:
        """The column sums that have open cells, those that share one together.

        Raises:
            Contradiction: if a sum without open cells does not come out even.
        """
        settled = self.board.settled
        open_cells = {}
        for each in self.board.columns:
            cells = tuple(cell for cell in each.cells if cell not in settled)
            if cells:
                open_cells[each] = cells
            elif each.surplus(settled):
                raise Contradiction((each,))
        parts = joined(open_cells.values())
        return [tuple(each for each, cells in open_cells.items() if cells[0] in part) for part in parts]

    def sweep(self, columns: Sequence[Sum]) -> Sweep | None:
        """Sweep over some column sums; None if that costs too much."""
        board = self.board
        try:
            return sweep(columns, board.blocks, board.settled, board.bounds, self.listings.budget)
        except OutOfBudget:
            self.complete = False
            return None

    def _narrow_by_each(self, groups: list[tuple[Sum, ...]]) -> bool:
        """Narrow the options by each group of column sums alone, so that each cell gets the shortest proof."""
        swept = [(group, self._ground(group), self.sweep(group)) for group in groups]
        kept: dict[int, dict[int, float]] = {}
        for group, ground, found in swept:
            if found is None:
                continue
            if not found.solvable:
                raise Contradiction(group)
            self._note(group, ground, found)
            for number, weights in found.weights.items():
                before = kept.get(number, weights)
                kept[number] = {member: weight for member, weight in weights.items() if member in before}
        changed = self._keep(kept, tuple(each for group in groups for each in group))
        for group, ground, found in swept:
            if found is not None:
                changed = self._bind(group, found.left_over) or changed
                self._settle(self.board.blocks, ground)
        return changed

    def _narrow(self, columns: tuple[Sum, ...], ground: tuple[Sum, ...]) -> bool:
        """Narrow the options by some column sums together; tell whether that changed anything."""
        found = self.sweep(columns)
        return found is not None and self._apply(columns, found, ground)

    def _narrow_by_all(self, ground: tuple[Sum, ...]) -> None:
        """Narrow the options by all column sums together, and choose the likeliest solution."""
        columns = tuple(each for group in self.groups() for each in group)
        found = self.sweep(columns)
        if found is None:
            return
        if self.listings.budget.left >= found.cost:
            self.listings.budget.spend(found.cost)
            for number, member in found.likeliest().items():
                block = self.board.blocks[number]
                block.chosen = (block.options or [])[member]
        self._apply(columns, found, ground)

    def _note(self, group: tuple[Sum, ...], ground: tuple[Sum, ...], found: Sweep) -> None:
        """Note which cells a group of column sums settles by itself."""
        inside = {cell for each in group for cell in each.cells}
        for number, weights in found.weights.items():
            block = self.board.blocks[number]
            options = [(block.options or [])[member] for member in weights]
            for place, cell in enumerate(block.cells):
                if cell in inside and len({option.quantities[place] for option in options}) == 1:
                    self.grounds.setdefault(cell, ground)

    def _apply(self, columns: tuple[Sum, ...], found: Sweep, ground: tuple[Sum, ...]) -> bool:
        """Keep the options that a sweep kept, and bind the cells that have none; tell whether that changed anything."""
        if not found.solvable:
            raise Contradiction(columns)
        changed = self._keep(found.weights, columns)
        changed = self._bind(columns, found.left_over) or changed
        self._settle(self.board.blocks, ground)
        return changed

    def _keep(self, kept: Mapping[int, Mapping[int, float]], columns: tuple[Sum, ...]) -> bool:
        changed = False
        for number, weights in kept.items():
            if not weights:
                raise Contradiction(columns)
            changed = self.board.blocks[number].keep(weights) or changed
        return changed

    def _bind(self, sums: Sequence[Sum], rests: Sequence[tuple[int, int]] | None = None) -> bool:
        """Tighten the bounds of open cells; tell whether that changed anything."""
        board = self.board
        changed = False
        for number, each in enumerate(sums):
            total = each.surplus(board.settled)
            tighter = bind(each, rests[number] if rests else (total, total), board.bounds)
            board.bounds.update(tighter)
            changed = changed or bool(tighter)
            if any(high is not None and high < low for low, high in tighter.values()):
                raise Contradiction((each,))
        return changed

    def _list_more(self, ground: tuple[Sum, ...]) -> bool:
        """Bind the open cells along their lines, and list the blocks that have become small enough."""
        changed = False
        for block in self.board.blocks:
            if block.options is None:
                changed = self._bind(block.sums) or changed
                changed = self.board.list_options(block, self.listings) or changed
                if block.options == []:
                    raise Contradiction(ground)
                self._settle((block,), ground)
        return changed

    def _settle(self, blocks: Iterable[Block], ground: tuple[Sum, ...]) -> None:
        """Note the cells that have one number left."""
        for block in blocks:
            for cell, number in self.board.fixed(block):
                self.board.settled[cell] = number
                self.board.bounds.pop(cell, None)
                self.grounds.setdefault(cell, ground)

    def _ground(self, columns: Iterable[Sum]) -> tuple[Sum, ...]:
        """Some column sums, and the sums along the lines that have open cells in them."""
        columns = tuple(columns)
        cells = {cell for each in columns for cell in each.cells if cell not in self.board.settled}
        lines = (each for block in self.board.blocks if not cells.isdisjoint(block.cells) for each in block.sums)
        return (*lines, *columns)
