"""What may stand in a cell, and one way to fill the cells of a block."""

from attrs import evolve, frozen

#: What may stand in a cell: a printed number, a printed mark, nothing because the cell was dropped, nothing because
#: the total was left blank, nothing because it is there and empty. Five bits a cell.
NUMBER, MARK, GAP, BLANK, EMPTY = 1, 2, 4, 8, 16
BITS = 5
EVERY_KIND = 0b11111
#: Kinds of cells that print nothing where others of the line do.
LEFT_OUT = GAP | EMPTY

#: Least and greatest number of a cell; None where there is no greatest.
Bounds = tuple[int, int | None]
ANY: Bounds = (0, None)


@frozen
class Option:
    """One way to fill the open cells of a block, as quantities.

    Ways that put the same quantities into the same cells are one option: most lines are zeros, and which of the cells
    holds a printed 0 and which a gap matters to no sum.
    """

    quantities: tuple[int, ...]
    #: For each cell the kinds of content that give this quantity, `BITS` bits a cell.
    kinds: int
    weight: float
    #: What the cells hold by what is printed, where one of them is taken to be wrong or lost; else the quantities.
    printed: tuple[int, ...] = ()

    def merged(self, other: "Option") -> "Option":
        """Two ways to the same quantities from the same print as one."""
        return evolve(self, kinds=self.kinds | other.kinds, weight=self.weight + other.weight)

    def doubts(self, place: int) -> bool:
        """Whether the number that is printed in the cell at a place of the block is taken to be wrong."""
        return bool(self.kind(place) & NUMBER) and self.number(place) != self.quantities[place]

    def number(self, place: int) -> int:
        """The number that is printed in the cell at a place of the block, if one is."""
        return (self.printed or self.quantities)[place]

    def kind(self, place: int) -> int:
        """What may stand in the cell at a place of the block."""
        return self.kinds >> (BITS * place) & EVERY_KIND
