"""A true report as it is to be printed: each cell's text and what a reader must make of it."""

from collections.abc import Callable, Mapping
from random import Random

from attrs import frozen

from govdisclosure.form import Kind, Slot
from govdisclosure.reading import Number
from govdisclosure.states import State
from tests.conformance.outcomes import Expected
from tests.conformance.truths import Truth

#: How a number is printed.
Figures = Callable[[Number, Slot, Random], str]
#: How a label is printed.
Wording = Callable[[str], str]


def plain(value: Number, _slot: Slot, _rng: Random) -> str:
    """Digits, a minus sign, a point."""
    return f"{value}"


def as_declared(label: str) -> str:
    """The label as the form declares it."""
    return label


@frozen
class Style:
    """How labels, numbers and zeros are printed."""

    labels: Wording = as_declared
    figures: Figures = plain
    #: The share of zero cells that print ``blank`` instead.
    blank_rate: float = 0.0
    #: What stands for a zero that is not printed: nothing, or one of these marks.
    blanks: tuple[str, ...] = ("",)


@frozen
class Sheet:
    """A report ready for a layout."""

    truth: Truth
    labels: Wording
    #: The printed text of each cell.
    text: Mapping[str, str]
    expected: Mapping[str, Expected]


def _cell(value: Number, slot: Slot, style: Style, rng: Random) -> tuple[str, Expected]:
    if value == 0 and rng.random() < style.blank_rate:
        mark = rng.choice(style.blanks)
        return mark, Expected(State.DASH if mark.strip() else State.BLANK)
    return style.figures(value, slot, rng), Expected(State.STATED, value)


def sheet(truth: Truth, style: Style, rng: Random) -> Sheet:
    """Print a true report in a style."""
    cells = {slot.address: _cell(truth.values[slot.address], slot, style, rng) for slot in truth.slots}
    return Sheet(
        truth,
        style.labels,
        {address: text for address, (text, _) in cells.items()},
        {address: expected for address, (_, expected) in cells.items()},
    )


def is_amount(slot: Slot) -> bool:
    """Whether the cell holds money."""
    return slot.kind is Kind.AMOUNT
