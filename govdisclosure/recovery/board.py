"""A table set up for the search: what is known, and blocks of open cells with all that may stand in them."""

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter

from attrs import define, evolve, field, frozen

from govdisclosure.identities import Identity
from govdisclosure.recovery.budget import OutOfBudget
from govdisclosure.recovery.contents import ANY, Bounds, Option
from govdisclosure.recovery.network import Network, Sum, joined, network_of
from govdisclosure.recovery.placing import Listings, Shape
from govdisclosure.recovery.printed import PrintedLine
from govdisclosure.recovery.puzzle import Given

#: What a way to fill a line weighs that breaks its sum, against one that leaves the total blank.
WEIGHT_OF_A_BROKEN_SUM = 0.02


@frozen
class View:
    """How what is given is taken: which assumptions are made, and which identities are given up."""

    #: Empty cells that are taken as lost; the others stand for 0.
    lost_empty: frozenset[int] = frozenset()
    #: Whether the total of a detail line may have been blank when it was dropped.
    blank_totals: bool = False
    #: The sums along printed lines in each of which one cell is wrong, or a number that was dropped.
    faulty: tuple[Sum, ...] = ()
    given_up: frozenset[Identity] = frozenset()

    def is_faulty(self, cells: Iterable[int]) -> bool:
        """Whether some cells are those of a line in which one is wrong or lost."""
        return any(not set(each.cells).isdisjoint(cells) for each in self.faulty)


@define
class Block:
    """Open cells that hang together: those of one line, or of several lines that were printed as one."""

    #: In print order.
    cells: tuple[int, ...]
    #: The sums along its lines.
    sums: tuple[Sum, ...]
    #: What the options are made from, one shape for each way to take the totals; none where no way fits.
    shapes: tuple[Shape, ...]
    #: Whether its own lines contradict themselves, so that nothing in it can be proved.
    contradicted: bool = False
    #: None while there are too many to list; then only the bounds of the cells are known.
    options: list[Option] | None = None
    #: How much the solutions weigh that use each of the options.
    weights: list[float] = field(factory=list)
    #: The option that the likeliest solution uses, once it is known.
    chosen: Option | None = None

    @property
    def likeliest(self) -> Option | None:
        """The most plausible option; None if none is listed."""
        if self.chosen is not None or not self.options:
            return self.chosen
        return max(zip(self.weights, self.options, strict=True), key=itemgetter(0))[1]

    @property
    def has_lines(self) -> bool:
        """Whether numbers of printed lines are to be placed in it."""
        return not self.shapes or bool(self.shapes[0].lines)

    def keep(self, weights: Mapping[int, float]) -> bool:
        """Keep some of the options, with new weights; tell whether any went."""
        options = self.options or []
        self.weights = list(weights.values())
        self.options = [options[member] for member in weights]
        return len(self.options) < len(options)


@define
class Board:
    """What is known of a table, under a view of it."""

    network: Network
    #: The number of each cell that is printed in its place, or stands for 0.
    known: dict[int, int]
    blocks: list[Block]
    #: The sums down the columns.
    columns: tuple[Sum, ...]
    #: The bounds of the cells of blocks without options.
    bounds: dict[int, Bounds]
    #: The number of each cell that can have one only, those known included.
    settled: dict[int, int]

    def fixed(self, block: Block) -> list[tuple[int, int]]:
        """The cells of a block that can have one number only, and were not known to."""
        cells = [(place, cell) for place, cell in enumerate(block.cells) if cell not in self.settled]
        if block.options is None:
            ranges = ((cell, self.bounds.get(cell, ANY)) for _, cell in cells)
            return [(cell, low) for cell, (low, high) in ranges if low == high]
        first = block.options[0].quantities
        return [
            (cell, first[place])
            for place, cell in cells
            if all(option.quantities[place] == first[place] for option in block.options)
        ]

    def list_options(self, block: Block, listings: Listings) -> bool:
        """List the options of a block; tell whether they could be listed."""
        if not block.shapes:
            return False
        merged: dict[tuple[tuple[int, ...], tuple[int, ...]], Option] = {}
        settled = {cell: (self.settled[cell], self.settled[cell]) for cell in block.cells if cell in self.settled}
        bounds = {**self.bounds, **settled}
        for shape in block.shapes:
            try:
                found = listings.options(shape, self.known, bounds)
            except OutOfBudget:
                found = None
            if found is None:
                return False
            for option in found:
                key = (option.quantities, option.printed)
                same = merged.get(key)
                merged[key] = option if same is None else option.merged(same)
        places = [(place, self.settled[cell]) for place, cell in enumerate(block.cells) if cell in settled]
        block.options = [
            option for option in merged.values() if all(option.quantities[place] == number for place, number in places)
        ]
        block.weights = [option.weight for option in block.options]
        for cell in block.cells:
            self.bounds.pop(cell, None)
        return True


def _known(given: Given, network: Network, view: View, placed: frozenset[int]) -> tuple[dict[int, int], frozenset[int]]:
    """The numbers of the cells, and the totals that are there and empty: they say nothing of their lines."""
    known: dict[int, int] = {}
    blank = set()
    for address in given.empty:
        cell = network.index.get(address)
        if cell is None or cell in placed:
            continue
        if cell in network.totals:
            blank.add(cell)
        elif cell not in view.lost_empty:
            known[cell] = 0
    for address, number in given.stated.items():
        cell = network.index.get(address)
        if cell is not None and cell not in placed:
            known[cell] = number
            blank.discard(cell)
    return known, frozenset(blank)


@frozen
class _Layout:
    """What the shapes of all blocks are made from."""

    network: Network
    view: View
    lines: tuple[PrintedLine, ...]
    #: Totals that are there and empty.
    blank: frozenset[int]
    #: By cell, the number of its printed line.
    line_of: Mapping[int, int] = field(init=False)

    @line_of.default
    def _by_cell(self) -> dict[int, int]:
        return {cell: number for number, line in enumerate(self.lines) for cell in line.cells}

    def block(self, cells: set[int]) -> Block:
        """The block of some cells, with all ways to take it."""
        network = self.network
        inside = [self.lines[number] for number in _numbers(cells, self.line_of)]
        every = [network.lines[number] for number in _numbers(cells, network.line_of)]
        sums = tuple(each for each in every if each.identity not in self.view.given_up)
        shapes = [self._shape(cells, inside, sums)]
        placed = {cell for line in inside for cell in line.cells}
        if len(sums) < len(every):
            # The line contradicts itself: it is taken as if any sum were broken, rather one whose total was dropped.
            totals = [frozenset(each.plus) & placed for each in every]
            shapes = [evolve(shapes[0], weight=WEIGHT_OF_A_BROKEN_SUM)]
            shapes += [self._shape(cells, inside, tuple(every), without) for without in totals if without]
        elif self.view.blank_totals:
            shapes += self._without_totals(cells, inside, sums)
        if shapes[0].is_faulty:
            others = ([line.torn for line in inside], [line.glued for line in inside])
            shapes += [evolve(self._shape(cells, lines, sums), is_faulty=False) for lines in others if lines != inside]
        return Block(tuple(sorted(cells)), sums, tuple(shapes), contradicted=len(sums) < len(every))

    def _without_totals(self, cells: set[int], inside: list[PrintedLine], sums: tuple[Sum, ...]) -> Iterator[Shape]:
        """The ways to take a block if the totals of its detail lines are blank: dropped, or there and empty."""
        lacking = [line for line in inside if line.may_lack_total]
        without = frozenset(cell for line in lacking for cell in line.cells) & self.network.detail_totals
        if not without:
            return
        if any(line.is_short for line in lacking):
            yield self._shape(cells, inside, sums, without)
        shortened = [line.ending_empty() if line.cells[-1] in without else line for line in inside]
        shown = [line for line in shortened if line is not None]
        if shown != inside and len(shown) == len(inside):
            yield self._shape(cells, shown, sums, without)

    def _shape(
        self,
        cells: set[int],
        lines: list[PrintedLine],
        sums: tuple[Sum, ...],
        without: frozenset[int] = frozenset(),
    ) -> Shape:
        shown = [line.without(without) for line in lines]
        placed = {cell for line in shown for cell in line.cells}
        empty = without | (self.blank & cells)
        lost = cells - placed - empty
        printed = tuple((line.line, line.cells) for line in shown)
        is_faulty = not without and self.view.is_faulty(cells)
        return Shape(printed, tuple(sorted(lost)), tuple(sorted(empty)), sums, is_faulty=is_faulty)


def _numbers(cells: set[int], number_of: Mapping[int, int]) -> list[int]:
    """The numbers of some cells, each once and in order."""
    return sorted({number_of[cell] for cell in cells if cell in number_of})


def set_up(given: Given, lines: tuple[PrintedLine, ...], view: View) -> Board:
    """Lay out a table under a view of it; no options are listed yet."""
    network = network_of(given.table)
    placed = frozenset(cell for line in lines for cell in line.cells)
    known, blank = _known(given, network, view, placed)
    columns = tuple(each for each in network.columns if each.identity not in view.given_up)
    open_cells = {cell for each in network.sums for cell in each.cells if cell not in known} | placed
    groups = [tuple(open_cells.intersection(each.cells)) for each in network.lines]
    groups += [line.cells for line in lines]
    groups += [(cell,) for cell in open_cells.difference(*groups)]
    layout = _Layout(network, view, lines, blank)
    blocks = [layout.block(cells) for cells in joined(groups)]
    return Board(network, known, blocks, columns, dict.fromkeys(open_cells, ANY), dict(known))
