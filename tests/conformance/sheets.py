"""A true report as it is to be printed: each cell's text and what a reader must make of it."""

from collections.abc import Callable, Mapping
from random import Random

from attrs import frozen

from govdisclosure.form import Slot
from govdisclosure.reading import Number
from govdisclosure.states import State
from tests.conformance.outcomes import Expected
from tests.conformance.truths import Truth

#: How a number is printed.
Figures = Callable[[Number, Slot, Random], str]
#: Whether a cell is left without its number.
Blank = Callable[[Number, Slot, Random], bool]
#: How a label is printed.
Wording = Callable[[str], str]


def plain(value: Number, _slot: Slot, _rng: Random) -> str:
    """Digits, a minus sign, a point."""
    return f"{value}"


def as_declared(label: str) -> str:
    """The label as the form declares it."""
    return label


def never(_value: Number, _slot: Slot, _rng: Random) -> bool:
    """Every number is printed."""
    return False


def zeros(rate: float) -> Blank:
    """Some zeros are not printed."""
    return lambda value, _slot, rng: value == 0 and rng.random() < rate


def totals_of_details(value: Number, slot: Slot, _rng: Random) -> bool:
    """Zeros, and 总计 of the detail lines of table three, as some offices leave them."""
    return value == 0 or (slot.form.name == "requests" and len(slot.row) > 1 and slot.address.endswith(".total"))


@frozen
class Style:
    """How labels and numbers are printed, and which numbers are not."""

    labels: Wording = as_declared
    figures: Figures = plain
    blank: Blank = never
    #: What stands in a cell without a number: nothing, or one of these marks.
    marks: tuple[str, ...] = ("",)


#: Letters that recognisers of pictures take digits for.
LETTERS = "OlZS"


@frozen
class Sheet:
    """A report ready for a layout."""

    truth: Truth
    labels: Wording
    #: The printed text of each cell.
    text: Mapping[str, str]
    expected: Mapping[str, Expected]


def _cell(value: Number, slot: Slot, style: Style, rng: Random) -> tuple[str, Expected]:
    if style.blank(value, slot, rng):
        mark = rng.choice(style.marks)
        return mark, Expected(State.DASH if mark.strip() else State.BLANK)
    text = style.figures(value, slot, rng)
    if any(letter in text for letter in LETTERS):
        return text, Expected(State.UNREADABLE, lost=value)
    return text, Expected(State.STATED, value)


def sheet(truth: Truth, style: Style, rng: Random) -> Sheet:
    """Print a true report in a style."""
    cells = {slot.address: _cell(truth.values[slot.address], slot, style, rng) for slot in truth.slots}
    return Sheet(
        truth,
        style.labels,
        {address: text for address, (text, _) in cells.items()},
        {address: expected for address, (_, expected) in cells.items()},
    )
