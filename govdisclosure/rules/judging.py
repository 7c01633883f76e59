"""Whether an identity of a form holds for the numbers of a table, given what is known of each cell.

A blank or a mark counts as 0 where the identity then holds. Where it does not, the cell may hold any number from 0, and
the identity is broken only if no such number could mend it: a stated total below the stated parts is wrong whatever the
blanks mean. An ambiguous cell may hold any of its candidates.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import lru_cache
from itertools import product
from math import prod
from operator import attrgetter, itemgetter

from attrs import frozen

from govdisclosure.form import slots
from govdisclosure.identities import Identity, identities
from govdisclosure.reading import Number, Reading
from govdisclosure.report import Table
from govdisclosure.states import State

#: Above this many combinations of candidates, only the least and the greatest sum are looked at.
COMBINATIONS = 1000

Numbers = tuple[Number | None, ...]


class Judgement(StrEnum):
    """What became of an identity that does not hold for sure."""

    #: No number in the cells that have none could make it hold.
    BROKEN = "broken"
    #: The same, but a cell was not read surely.
    DOUBTED = "doubted"
    #: It may hold or not: an operand is missing.
    OPEN = "open"


@frozen
class Judged:
    """An identity that does not hold for sure, with the sums of the numbers that are there."""

    identity: Identity
    judgement: Judgement
    #: The sum of the numbers on the left; None where there are none.
    left: Number | None
    #: The sum of the numbers on the right; None where there are none.
    right: Number | None
    #: Whether a cell on the right has no number, so that ``right`` is a least sum.
    at_least: bool = False


@frozen
class Plan:
    """An identity with its operands as places in the row of a table's numbers."""

    identity: Identity
    left: Callable[[Numbers], Numbers]
    right: Callable[[Numbers], Numbers]


@frozen
class Layout:
    """Where the cells of a table's form stand in the row of its numbers; made once for each form."""

    addresses: tuple[str, ...]
    places: Mapping[str, int]
    read: Callable[[Table], Numbers]
    plans: tuple[Plan, ...]


@frozen
class Sheet:
    """The numbers of a table in print order."""

    layout: Layout
    numbers: Numbers

    @classmethod
    def of(cls, table: Table) -> "Sheet":
        """The numbers of a table."""
        form: type = type(table)
        layout = layout_of(form)
        return cls(layout, layout.read(table))


def _picker(places: Mapping[str, int], addresses: tuple[str, ...]) -> Callable[[Numbers], Numbers]:
    if len(addresses) == 1:
        place = places[addresses[0]]
        return itemgetter(slice(place, place + 1))
    return itemgetter(*(places[address] for address in addresses))


@lru_cache
def layout_of(table: type) -> Layout:
    """The layout of a form."""
    cells = slots(table)
    addresses = tuple(slot.address for slot in cells)
    places = {address: place for place, address in enumerate(addresses)}
    plans = tuple(Plan(one, _picker(places, one.left), _picker(places, one.right)) for one in identities(table))
    return Layout(addresses, places, attrgetter(*(slot.path for slot in cells)), plans)


def judged(sheet: Sheet, reading: Callable[[str], Reading]) -> list[Judged]:
    """The identities of a table that do not hold for sure, in print order."""
    numbers = sheet.numbers
    found = []
    for plan in sheet.layout.plans:
        left, right = plan.left(numbers), plan.right(numbers)
        if None in left or None in right:
            judgement = _judgement_with_gaps(plan.identity, (left, right), reading)
        elif _total(left) == _total(right):
            continue
        else:
            judgement = _judgement(plan.identity, reading)
        if judgement is not None:
            found.append(Judged(plan.identity, judgement, _sum(left), _sum(right), None in right))
    return found


def _total(numbers: Numbers) -> Number:
    return sum(number for number in numbers if number is not None)


def _sum(numbers: Numbers) -> Number | None:
    return _total(numbers) if any(number is not None for number in numbers) else None


def _is_sure(reading: Reading) -> bool:
    if reading.state is State.RECOVERED:
        return reading.proof is not None
    return reading.state not in {State.AMBIGUOUS, State.UNREADABLE}


def _judgement(identity: Identity, reading: Callable[[str], Reading]) -> Judgement:
    sure = all(_is_sure(reading(address)) for address in identity.cells)
    return Judgement.BROKEN if sure else Judgement.DOUBTED


def _judgement_with_gaps(
    identity: Identity, sides: tuple[Numbers, Numbers], reading: Callable[[str], Reading]
) -> Judgement | None:
    """Judge an identity some of whose cells have no number; None if it holds."""
    if all(number is None for side in sides for number in side):
        return Judgement.OPEN
    gaps = [
        [reading(address) for address, number in zip(cells, side, strict=True) if number is None]
        for cells, side in zip((identity.left, identity.right), sides, strict=True)
    ]
    is_zero = all(one.state in {State.BLANK, State.DASH} for side in gaps for one in side)
    if is_zero and _total(sides[0]) == _total(sides[1]):
        return None
    reach = [_reach(side, missing) for side, missing in zip(sides, gaps, strict=True)]
    return Judgement.OPEN if _meet(*reach) else _judgement(identity, reading)


@frozen
class _Reach:
    """The sums that a side may have: those listed or, if it is open, every sum from the least of them."""

    sums: frozenset[Number]
    is_open: bool


def _reach(side: Numbers, gaps: list[Reading]) -> _Reach:
    base = _total(side)
    choices = [_choices(reading) for reading in gaps]
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
