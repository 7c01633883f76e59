"""Least and greatest numbers of cells that nothing is known of but the sums over them."""

from collections.abc import Iterable, Mapping

from govdisclosure.recovery.contents import ANY, Bounds
from govdisclosure.recovery.network import Sum

_Range = tuple[int | None, int | None]


def _add(ranges: Iterable[_Range]) -> _Range:
    low: int | None = 0
    high: int | None = 0
    for least, most in ranges:
        low = None if low is None or least is None else low + least
        high = None if high is None or most is None else high + most
    return low, high


def _signed(bounds: Bounds, sign: int) -> _Range:
    low, high = bounds
    return (low, high) if sign > 0 else (None if high is None else -high, -low)


def bind(each: Sum, rest: tuple[int, int], bounds: Mapping[int, Bounds]) -> dict[int, Bounds]:
    """The tighter bounds that a sum puts on its open cells; only those that are tighter than before.

    Args:
        each: the sum.
        rest: least and greatest surplus of its other cells.
        bounds: the bounds of its open cells, and of others.

    A cell whose least number is greater than its greatest cannot be filled.
    """
    terms = [(cell, sign) for sign, side in ((1, each.plus), (-1, each.minus)) for cell in side if cell in bounds]
    ranges = [_signed(bounds[cell], sign) for cell, sign in terms]
    tighter = {}
    for number, (cell, sign) in enumerate(terms):
        low, high = _add([*ranges[:number], *ranges[number + 1 :], rest])
        least, most = (None if high is None else -high, None if low is None else -low)
        if sign < 0:
            least, most = (None if most is None else -most, None if least is None else -least)
        old_least, old_most = bounds.get(cell, ANY)
        new_least = old_least if least is None else max(least, old_least)
        new_most = old_most if most is None else most if old_most is None else min(most, old_most)
        if (new_least, new_most) != (old_least, old_most):
            tighter[cell] = (new_least, new_most)
            ranges[number] = _signed(tighter[cell], sign)
    return tighter
