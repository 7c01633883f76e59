"""What may stand in a cell, and one way to fill the cells of a block."""

from attrs import frozen

#: What may stand in a cell: a printed number, a printed mark, nothing because the cell was dropped, nothing because
#: the total was left blank, nothing because it is there and empty. Five bits a cell.
NUMBER, MARK, GAP, BLANK, EMPTY = 1, 2, 4, 8, 16
BITS = 5
EVERY_KIND = 0b11111
#: Kinds of cells that may be lost numbers.
LOSABLE = GAP | EMPTY

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

    def merged(self, other: "Option") -> "Option":
        """Two ways to the same quantities as one."""
        return Option(self.quantities, self.kinds | other.kinds, self.weight + other.weight)

    def kind(self, place: int) -> int:
        """What may stand in the cell at a place of the block."""
        return self.kinds >> (BITS * place) & EVERY_KIND
