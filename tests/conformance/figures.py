"""Ways of printing a number: the digits, their separators, signs and units change, the number does not."""

from random import Random

from govdisclosure.form import Slot
from govdisclosure.reading import Number
from govdisclosure.states import Kind

_FULL_WIDTH = str.maketrans("0123456789.,-", "０１２３４５６７８９．，－")


def full_width(value: Number, _slot: Slot, _rng: Random) -> str:
    """１２３."""
    return f"{value}".translate(_FULL_WIDTH)


def commas(value: Number, _slot: Slot, _rng: Random) -> str:
    """1,234."""
    return f"{value:,}"


def full_width_commas(value: Number, _slot: Slot, _rng: Random) -> str:
    """1，234: the comma of a Chinese keyboard."""
    return f"{value:,}".replace(",", "，")


def spaced(value: Number, _slot: Slot, _rng: Random) -> str:
    """1 234."""
    return f"{value:,}".replace(",", " ")


def hard_spaced(value: Number, _slot: Slot, _rng: Random) -> str:
    """1 234 with a no-break space."""
    return f"{value:,}".replace(",", "\u00a0")


def invisible(value: Number, _slot: Slot, _rng: Random) -> str:
    """Characters of no width around the number and in it."""
    return f"\ufeff{value}\u200b".replace("1", "1\u200b")


def floating(value: Number, slot: Slot, _rng: Random) -> str:
    """3.0: counts that went through a spreadsheet."""
    return f"{value}" if slot.kind is Kind.AMOUNT else f"{value}.0"


def zero_in_words(value: Number, _slot: Slot, _rng: Random) -> str:
    """零 for 0."""
    return "零" if value == 0 else f"{value}"


def lettered(value: Number, _slot: Slot, rng: Random) -> str:
    """Now and then a letter for a digit, as recognisers of pictures write: O, l."""
    return f"{value}".replace("0", "O").replace("1", "l") if rng.random() < 0.1 else f"{value}"


def padded(value: Number, _slot: Slot, _rng: Random) -> str:
    """A number with spaces around it, some of them ideographic."""
    return f" \u3000{value} "


def with_unit(value: Number, slot: Slot, _rng: Random) -> str:
    """12件, 0项, 4.5万元."""
    return f"{value}{slot.unit or '元'}"


def signed(value: Number, slot: Slot, rng: Random) -> str:
    """Changes with a sign: +19, －35, −2."""
    if slot.kind is not Kind.CHANGE or value == 0:
        return f"{value}"
    return (rng.choice("+＋") if value > 0 else rng.choice("-－−")) + f"{abs(value)}"


def in_words(value: Number, slot: Slot, _rng: Random) -> str:
    """Changes in words: 增3, 减2."""
    if slot.kind is not Kind.CHANGE or value == 0:
        return f"{value}"
    return ("增" if value > 0 else "减") + f"{abs(value)}"


def two_decimals(value: Number, slot: Slot, _rng: Random) -> str:
    """Money with two decimals at least: 0.00, 12.50."""
    if slot.kind is not Kind.AMOUNT:
        return f"{value}"
    return f"{value:.2f}" if value == round(value, 2) else f"{value}"
