"""The numbers of a table in print order, and its identities as places among them: a clean table costs little."""

from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from operator import attrgetter, itemgetter

from attrs import frozen

from govdisclosure.form import Slot, form_of, slots
from govdisclosure.identities import Identity, identities
from govdisclosure.reading import Number, Reading
from govdisclosure.report import Table
from govdisclosure.rules.judging import EMPTY, Judgement, judge
from govdisclosure.states import Kind

Numbers = tuple[Number | None, ...]


@frozen
class Judged:
    """An identity that does not hold for sure, with the sums of the numbers that are there."""

    identity: Identity
    judgement: Judgement
    #: The sum of the numbers on the left; None where there are none.
    left: Number | None
    #: The sum of the numbers on the right; None where there are none.
    right: Number | None
    #: Whether a cell on the left has no number, so that ``left`` is a least sum.
    left_at_least: bool
    #: Whether a cell on the right has no number, so that ``right`` is a least sum.
    right_at_least: bool

    @property
    def is_empty(self) -> bool:
        """Whether no operand has a number."""
        return self.left is None and self.right is None


@frozen
class Plan:
    """An identity with its operands as places in the row of a table's numbers."""

    identity: Identity
    left: Callable[[Numbers], Numbers]
    right: Callable[[Numbers], Numbers]


@frozen(eq=False)  # there is one for each form
class Layout:
    """Where the cells of a table's form stand in the row of its numbers."""

    name: str
    slots: tuple[Slot, ...]
    places: Mapping[str, int]
    read: Callable[[Table], Numbers]
    plans: tuple[Plan, ...]


def _picker(places: Mapping[str, int], addresses: tuple[str, ...]) -> Callable[[Numbers], Numbers]:
    if len(addresses) == 1:
        place = places[addresses[0]]
        return itemgetter(slice(place, place + 1))
    return itemgetter(*(places[address] for address in addresses))


@lru_cache
def layout_of(table: type) -> Layout:
    """The layout of a form."""
    cells = slots(table)
    places = {slot.address: place for place, slot in enumerate(cells)}
    plans = tuple(Plan(one, _picker(places, one.left), _picker(places, one.right)) for one in identities(table))
    return Layout(form_of(table).name, cells, places, attrgetter(*(slot.path for slot in cells)), plans)


@lru_cache
def lines_with(layout: Layout, columns: tuple[str, ...]) -> tuple[str, ...]:
    """The addresses of the lines of a form that have all of these columns, in print order."""
    lines = dict.fromkeys(slot.line for slot in layout.slots)
    return tuple(line for line in lines if all(f"{line}.{column}" in layout.places for column in columns))


@lru_cache
def cells_of_line(layout: Layout, line: str) -> tuple[str, ...]:
    """The addresses of the cells of a line, in print order; empty if the form has no such line."""
    return tuple(slot.address for slot in layout.slots if slot.line == line)


@lru_cache
def amounts_of(layout: Layout) -> tuple[Slot, ...]:
    """The cells of a form that hold money."""
    return tuple(slot for slot in layout.slots if slot.kind is Kind.AMOUNT)


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

    @cached_property
    def has_gaps(self) -> bool:
        """Whether a cell has no number."""
        return None in self.numbers

    def judged(self, reading: Callable[[str], Reading], is_empty: Callable[[str], bool]) -> list[Judged]:
        """The identities of the table that do not hold for sure, in the order of the rules and of print.

        Args:
            reading: what stands in a cell.
            is_empty: whether a cell without a number is there and holds nothing or a mark.
        """
        if not self.layout.plans:
            return []
        doubts = self._doubts(is_empty) if self.has_gaps else None
        return [found for plan in self.layout.plans if (found := _judged(plan, self.numbers, doubts, reading))]

    def _doubts(self, is_empty: Callable[[str], bool]) -> Numbers:
        """1 for each cell without a number that is more than empty, 0 for the others."""
        cells = zip(self.layout.places, self.numbers, strict=True)
        return tuple(1 if number is None and not is_empty(address) else 0 for address, number in cells)


def settled(sheet: Sheet, reading: Callable[[str], Reading]) -> frozenset[str]:
    """The empty cells of a table that its identities show to be zeros.

    An empty cell is a zero where it stands in an identity that holds with it as 0 and that has a number: in the line
    35, blank, blank with the total 35, and then in a column whose total is known in that way.
    """
    if not (sheet.has_gaps and sheet.layout.plans):
        return frozenset()
    numbers = dict(zip(sheet.layout.places, sheet.numbers, strict=True))
    gaps = [reading(address) for address, number in numbers.items() if number is None]
    numbers.update((gap.address, gap.value) for gap in gaps)
    unread = {gap.address for gap in gaps if gap.value is None and gap.state not in EMPTY}
    plans = [plan for plan in sheet.layout.plans if unread.isdisjoint(plan.identity.cells)]
    zeros: set[str] = set()
    for _ in range(3):  # lines, columns, and the lines that these settle
        row = tuple(numbers.values())
        holding = (plan.identity for plan in plans if _holds_with_gaps(plan, row))
        new = {cell for identity in holding for cell in identity.cells if numbers[cell] is None}
        if not new:
            break
        zeros |= new
        numbers.update(dict.fromkeys(new, 0))
    return frozenset(zeros)


def _holds_with_gaps(plan: Plan, numbers: Numbers) -> bool:
    """Whether an identity has a number, has a cell without one, and holds with that as 0."""
    left, right = plan.left(numbers), plan.right(numbers)
    operands = left + right
    return None in operands and _sum(operands) is not None and _total(left) == _total(right)


def _judged(plan: Plan, numbers: Numbers, doubts: Numbers | None, reading: Callable[[str], Reading]) -> Judged | None:
    left, right = plan.left(numbers), plan.right(numbers)
    is_empty = doubts is not None and all(number is None for number in left + right)
    if not is_empty and _total(left) == _total(right) and not (doubts and any(plan.left(doubts) + plan.right(doubts))):
        return None
    identity = plan.identity
    judgement = Judgement.OPEN if is_empty else judge([*map(reading, identity.left)], [*map(reading, identity.right)])
    if judgement is None:
        return None
    return Judged(identity, judgement, _sum(left), _sum(right), None in left, None in right)


def _total(numbers: Numbers) -> Number:
    return sum(number for number in numbers if number)


def _sum(numbers: Numbers) -> Number | None:
    return None if all(number is None for number in numbers) else _total(numbers)
