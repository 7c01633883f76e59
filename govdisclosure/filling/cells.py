"""The text of one cell -> its reading."""

import re
from decimal import Decimal

from attrs import evolve

from govdisclosure.filling.rows import Item, Row, Trust, probe
from govdisclosure.form import Slot
from govdisclosure.money import conversion, converted
from govdisclosure.numerals import read_number
from govdisclosure.reading import Candidate, Number, Reading
from govdisclosure.source import Source, Span
from govdisclosure.states import Kind, State, Step
from govdisclosure.wording import key

_UNIT_IN_WORDS = re.compile(r"(?:十|百|千)?[万亿]?元(?!素)|[千百]元")


def money_unit(words: str) -> str:
    """The unit of money that a heading names; an empty string where it names none.

    >>> money_unit("本年收费金额（单位：元）")
    '元'
    """
    found = _UNIT_IN_WORDS.findall(key(words))
    return found[-1] if found else ""


def stated(slot: Slot, item: Item, unit: str = "") -> Reading:
    """What stands in a cell.

    Args:
        slot: the cell.
        item: what the document has there.
        unit: the unit of money that the headings of the cell name, or an empty string.
    """
    read = read_number(item.text, slot.kind)
    if read.state is State.UNREADABLE and probe(item.text).state is State.DASH:  # 無(wú)
        read = probe(item.text)
    reading = Reading(
        slot.address,
        read.state,
        read.value,
        item.text,
        item.span,
        item.place,
        _unit(slot, read.unit, item.text, unit),
        read.steps,
        edition=slot.form.edition,
    )
    if item.merged and read.value:  # a number for two lines is for either, or for both together
        candidates = (Candidate(read.value), Candidate(None))
        return evolve(reading, state=State.AMBIGUOUS, value=None, steps=(), candidates=candidates)
    return in_unit_of(slot, reading)


def _unit(slot: Slot, own: str | None, text: str, beside: str) -> str | None:
    """The unit printed with a number; the sign of the currency (￥12.5) leaves the scale to the headings."""
    if slot.kind is not Kind.AMOUNT:
        return own
    is_sign = own == "元" and "元" not in text
    if own and not (is_sign and (beside or slot.unit)):
        return own
    return beside or None


def in_unit_of(slot: Slot, reading: Reading) -> Reading:
    """A reading in the unit that the form prints for the cell: 125000元 is 12.5 where the form asks for 万元."""
    if slot.kind is not Kind.AMOUNT or reading.value is None:
        return reading
    printed, asked = reading.unit, slot.unit
    if not printed or not asked or printed == asked:
        return reading
    name = conversion(printed, asked)
    if name is None:
        return evolve(reading, state=State.UNREADABLE, value=None, steps=())
    text = converted(f"{reading.value:f}", name)
    return evolve(reading, value=Decimal(text), unit=asked, steps=(*reading.steps, Step(name, text)))


def ambiguous(slot: Slot, number: int, width: int, row: Row, source: Source) -> Reading:
    """A cell of a line whose numbers are printed, but not known to stand in this cell.

    Args:
        slot: the cell.
        number: its place among the cells of the line, from 0.
        width: how many cells the line has.
        row: the line as found.
        source: where it was found.
    """
    printed = row.numbers
    if not printed:
        return Reading(slot.address, State.ABSENT)
    span = Span.around(item.span for item in printed)  # a cell that was merged with one above stands before the others
    values = [] if row.trust is Trust.NOTHING else [probe(item.text).value for item in printed]
    possible: list[Number | None] = [
        value
        for place, value in enumerate(values)
        if len(values) > width or number - width + len(values) <= place <= number
    ]
    if 0 < len(values) < width:
        possible.append(None)
    if slot.kind is not Kind.AMOUNT:
        possible = [value for value in possible if not isinstance(value, Decimal)]
    candidates = tuple(Candidate(value) for value in dict.fromkeys(possible))
    return Reading(
        slot.address, State.AMBIGUOUS, raw=source.at(span), span=span, candidates=candidates, edition=slot.form.edition
    )
