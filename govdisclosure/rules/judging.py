"""Whether two sums of cells agree, given what is known of each cell.

A blank or a mark counts as 0 where the sums then agree. Where they do not, the cell may hold any number from 0, and the
sums are in conflict only if no such number could mend it: a stated total below the stated parts is wrong whatever the
blanks mean. An ambiguous cell may hold any of its candidates.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import product
from math import prod

from attrs import frozen

from govdisclosure.finding import Verdict
from govdisclosure.reading import Number, Reading
from govdisclosure.states import State

#: Above this many combinations of candidates, only the least sum is looked at.
COMBINATIONS = 1000

#: States of a cell in which nothing that is printed speaks against 0.
EMPTY = frozenset({State.BLANK, State.DASH})


class Judgement(StrEnum):
    """What became of two sums that do not agree for sure."""

    #: No number in the cells that have none could make them agree.
    BROKEN = "broken"
    #: The same, but a cell was not read surely.
    DOUBTED = "doubted"
    #: They may agree or not: an operand is missing.
    OPEN = "open"


def judge(left: Sequence[Reading], right: Sequence[Reading]) -> Judgement | None:
    """Judge whether the sum on the left is that on the right; None if it is."""
    readings = (*left, *right)
    gaps = [reading for reading in readings if reading.value is None]
    if len(gaps) == len(readings):
        return Judgement.OPEN
    if total(left) == total(right) and all(reading.state in EMPTY for reading in gaps):
        return None
    if gaps and _meet(_reach(left), _reach(right)):
        return Judgement.OPEN
    return Judgement.BROKEN if all(map(is_sure, readings)) else Judgement.DOUBTED


def total(readings: Sequence[Reading]) -> Number:
    """The sum of the numbers that are there."""
    return sum(reading.value for reading in readings if reading.value is not None)


def is_sure(reading: Reading) -> bool:
    """Whether nothing about the cell is in doubt: it was read, recovered with a proof, or has nothing to read."""
    if reading.state is State.RECOVERED:
        return reading.proof is not None
    return reading.state not in {State.AMBIGUOUS, State.UNREADABLE}


def verdict_of(readings: Iterable[Reading]) -> Verdict:
    """Whom a finding that rests on these cells speaks of."""
    return Verdict.SOURCE if all(map(is_sure, readings)) else Verdict.READING


@frozen
class _Reach:
    """The sums that a side may have: those listed or, if it is open, every sum from the least of them."""

    sums: frozenset[Number]
    is_open: bool


def _reach(side: Sequence[Reading]) -> _Reach:
    base = total(side)
    choices = [_choices(reading) for reading in side if reading.value is None]
    known = [values for values in choices if values]
    if prod(len(values) for values in known) > COMBINATIONS:
        return _Reach(frozenset({base + sum(min(values) for values in known)}), is_open=True)
    sums = frozenset(base + sum(chosen) for chosen in product(*known))
    return _Reach(sums, is_open=len(known) < len(choices))


def _choices(reading: Reading) -> tuple[Number, ...]:
    """The numbers that a cell may hold; empty if any from 0 may."""
    values = tuple(candidate.value for candidate in reading.candidates if candidate.value is not None)
    is_closed = reading.state is State.AMBIGUOUS and len(values) == len(reading.candidates)
    return values if is_closed else ()


def _meet(left: _Reach, right: _Reach) -> bool:
    if left.is_open and right.is_open:
        return True
    if left.is_open:
        return max(right.sums) >= min(left.sums)
    if right.is_open:
        return max(left.sums) >= min(right.sums)
    return bool(left.sums & right.sums)
