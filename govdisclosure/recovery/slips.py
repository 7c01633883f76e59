"""How a number may have come to be another: slips of the pen, and how plausible each is."""

from govdisclosure.fault import Slip


def slip_of(stated: int, mended: int) -> Slip | None:
    """How one number may have been written for another; None if nothing tells.

    >>> [str(slip_of(stated, mended)) for stated, mended in ((21, 12), (1, 10), (155, 15), (18, 13), (4, 9000))]
    ['transposed', 'digit dropped', 'digit added', 'digit changed', 'None']
    """
    written, meant = str(stated), str(mended)
    if len(written) < 2 and len(meant) < 2:  # noqa: PLR2004  # between single digits nothing tells
        return None
    if len(written) == len(meant):
        apart = [place for place, (one, other) in enumerate(zip(written, meant, strict=True)) if one != other]
        if len(apart) == 1:
            return Slip.DIGIT_CHANGED
        swapped = len(apart) == 2 and apart[1] == apart[0] + 1  # noqa: PLR2004  # a pair
        if swapped and sorted(written) == sorted(meant):
            return Slip.TRANSPOSED
        return None
    if _lacks_one(written, meant):
        return Slip.DIGIT_DROPPED
    return Slip.DIGIT_ADDED if _lacks_one(meant, written) else None


def _lacks_one(shorter: str, longer: str) -> bool:
    """Whether one digit too few makes the longer number the shorter."""
    if len(shorter) + 1 != len(longer):
        return False
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))
