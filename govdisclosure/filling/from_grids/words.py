"""Cells of a grid that have words, and what these can mean."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from govdisclosure.grid import Cell
from govdisclosure.vocabulary import Piece, Role, Term, lookup, segment


@frozen
class Word:
    """A cell of a row that has words in it, and what they can mean."""

    cell: Cell
    #: What the words mean; of several labels in one cell, the last first.
    found: tuple[Term, ...]
    #: Whether the forms have all of them.
    known: bool

    def means(self, *roles: Role) -> bool:
        """Whether the words can be of one of some kinds."""
        return any(term.role in roles for term in self.found)


def word_of(cell: Cell) -> Word:
    """What the words of a cell can mean: one label, or several that stand together."""
    found = lookup(cell.text)
    if any(term.role is not Role.GROUP for term in found):
        return Word(cell, found, known=True)
    pieces = segment(cell.text)
    if (found and len(pieces) == 1) or not all(piece.found or piece.is_fragment for piece in pieces):
        return Word(cell, found, known=bool(found))
    return Word(cell, tuple(_of_several(pieces)), known=True)


def _of_several(pieces: Sequence[Piece]) -> Iterator[Term]:
    """What several labels in one cell mean, the last first; only the last is that of a line: 行政诉讼（复议后起诉）."""
    is_line = False
    for piece in reversed(pieces):
        yield from (term for term in piece.found if term.role is not Role.LINE or not is_line)
        is_line = is_line or any(term.role is Role.LINE for term in piece.found)
