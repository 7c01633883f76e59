"""What recovery is told about a table, and what it answers.

The caller says of each cell of a table what it knows: a number (`Given.stated`), there and empty (`Given.empty`), or
part of a printed line whose numbers have lost their places (`Given.lines`). Every other cell counts as lost.
"""

from collections.abc import Mapping
from enum import Enum, StrEnum, auto

from attrs import field, frozen

from govdisclosure.identities import Identity
from govdisclosure.reading import Candidate, Number, Proof
from govdisclosure.states import State


class Assumption(StrEnum):
    """What a proof assumes beside the identities."""

    DROPPED_IS_ZERO = "a dropped cell stands for 0"
    EMPTY_IS_ZERO = "an empty cell stands for 0"
    BLANK_TOTALS = "the totals of detail lines may be blank"
    FELL_IN_TWO = "numbers of a line that does not add up fell in two"
    ONE_FAULT = "one cell of a line that does not add up is wrong or lost, or numbers of it fell in two or ran together"
    BROKEN_IDENTITIES = "identities that the printed numbers contradict are given up"


class Token(Enum):
    """What a cell of a printed line holds that holds no number."""

    #: A printed mark (``/``, ``—``).
    MARK = auto()
    #: Nothing; but the cell is there.
    EMPTY = auto()


@frozen
class Loose:
    """Numbers of one printed line whose places are lost: they stand in order, in some of its cells."""

    #: The addresses of the line's cells, in print order. Table four may be one line of fifteen.
    cells: tuple[str, ...]
    #: What is printed, fewer than the cells. If there is nothing at all, nothing tells dropped cells from cells that
    #: never were: the line counts as lost.
    numbers: tuple[int | Token, ...]
    #: How many of the other cells are known to be there and empty, as behind bars that may have moved; the rest were
    #: dropped.
    empties: int = 0

    @property
    def is_short(self) -> bool:
        """Whether cells of the line were dropped."""
        return len(self.numbers) + self.empties < len(self.cells)

    @property
    def has_empties(self) -> bool:
        """Whether cells of the line are known to be there and empty."""
        return self.empties > 0 or Token.EMPTY in self.numbers


@frozen
class Joints:
    """Digits of one printed line that fill its cells, but where one number ends and the next begins is lost.

    Fewer tokens than cells were glued (``000``), more were split (``14 069``).
    """

    #: The addresses of the line's cells, in print order.
    cells: tuple[str, ...]
    #: The digits as printed, token by token.
    tokens: tuple[str, ...]
    #: Whether cells of the line were dropped as well: then its numbers fell in two, and none was glued.
    is_short: bool = False

    @property
    def has_empties(self) -> bool:
        """Whether cells of the line are known to be there and empty: none is."""
        return False


@frozen
class Given:
    """What is known of a table. A cell of a printed line belongs to it in any case; cells not named are lost."""

    #: A class of `govdisclosure.editions`.
    table: type
    #: The numbers that the source prints in their places.
    stated: Mapping[str, int] = field(factory=dict)
    #: The cells that are there and hold nothing or a mark. They are never filled.
    empty: frozenset[str] = frozenset()
    lines: tuple[Loose | Joints, ...] = ()


@frozen
class Outcome:
    """What the identities say of one cell.

    RECOVERED with a value and its proof; AMBIGUOUS with candidates, the most plausible first; DASH where a mark of
    the line stands here in every solution; BLANK for a cell that is there and empty, or dropped in every solution.
    A cell that may be there and empty is never RECOVERED.
    """

    state: State
    value: Number | None = None
    candidates: tuple[Candidate, ...] = ()
    proof: Proof | None = None
    #: For an empty cell: the one number that the sums leave for it; None where they leave several or say nothing.
    implied: int | None = None
    notes: tuple[str, ...] = ()


@frozen
class Solution:
    """What was found for a table."""

    #: By address, in print order: every cell of `Given.lines`; of the lost cells those that are recovered; of the empty
    #: cells those for which the sums imply a number. A cell that is not here keeps the state it had.
    outcomes: Mapping[str, Outcome] = field(factory=dict)
    #: Whether all ways to place the numbers were tried. If not (the budget ran out, or a line is too long), what is
    #: recovered stands, and more might have been.
    complete: bool = True
    #: The identities that the printed numbers contradict; nothing rests on them.
    broken: tuple[Identity, ...] = ()
