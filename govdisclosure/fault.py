"""What most likely went wrong in a table whose sums do not hold: offered, never applied."""

from enum import StrEnum

from attrs import frozen

from govdisclosure.reading import Number


class FaultKind(StrEnum):
    """How numbers came to be wrong."""

    #: One number is another than it should be.
    NUMBER = "number"
    #: The digits of one number stand in two cells.
    SPLIT = "split"
    #: The numbers of a line stand one cell or more aside.
    SHIFTED = "shifted"
    #: Two lines or two cells have each other's numbers.
    SWAPPED = "swapped"
    #: A line has the numbers of the line before or behind it.
    COPIED = "copied"


class Slip(StrEnum):
    """How one number may have been written for another."""

    TRANSPOSED = "transposed"
    DIGIT_DROPPED = "digit dropped"
    DIGIT_ADDED = "digit added"
    #: A total that was not brought up to date.
    STALE_TOTAL = "stale total"
    DIGIT_CHANGED = "digit changed"


@frozen
class Change:
    """Another number for a cell; None for a blank."""

    address: str
    value: Number | None


@frozen
class Fault:
    """One cause that explains broken sums, with the ways to mend it."""

    kind: FaultKind
    #: The labels of the identities that it explains, as ``GD303 requests received``.
    identities: tuple[str, ...]
    #: Each a set of changes after which these sums hold and no other breaks; the likeliest first, at least one.
    remedies: tuple[tuple[Change, ...], ...]
    #: For each remedy of one number, how the number may have come to be wrong; None where nothing tells.
    slips: tuple[Slip | None, ...] = ()
