"""The cells that a row is about, and its items in them."""

from collections.abc import Iterable, Sequence

from attrs import evolve

from govdisclosure.filling.cells import money_unit
from govdisclosure.filling.context import cells_of, line_order
from govdisclosure.filling.rows import Head, Row
from govdisclosure.filling.settling.headed import Placed
from govdisclosure.filling.settling.placing import place
from govdisclosure.form import Slot, slots
from govdisclosure.states import Kind


def placed_in(row: Row, cells: tuple[Slot, ...]) -> Placed | None:
    """The items of a row in the cells that it is about; table four's columns are told apart by their groups."""
    if row.line is not None:
        return place(row, tuple(slot.column_name for slot in cells))
    return place(evolve(row, heads=tuple(_within_group(row.heads))), tuple(slot.path for slot in cells))


def _within_group(heads: Sequence[Head]) -> Iterable[Head]:
    """The heads of columns with the groups that span them; with all groups where the groups span nothing."""
    groups = [head for head in heads if head.line]
    spanning = any(len(group.columns) > 1 for group in groups)
    for head in heads:
        over = [group.line for group in groups if head.columns.start in group.columns]
        every = () if spanning else [group.line for group in groups] or line_order("review_and_litigation")
        lines = over[-1:] or every
        yield evolve(head, attributes=frozenset(f"{line}.{name}" for line in lines for name in head.attributes))


def unit_beside(slot: Slot, row: Row) -> str:
    """The unit of money that the heading of a cell or the label of its line names."""
    if slot.kind is not Kind.AMOUNT:
        return ""
    heads = [head.text for head in row.heads if slot.column_name in head.attributes]
    return next((unit for unit in map(money_unit, (*heads, row.label)) if unit), "")


def cells_of_row(row: Row, form: type) -> tuple[Slot, ...]:
    """The cells that a row is about: of its line, or of the groups of table four that its heads name."""
    if row.line is not None:
        return cells_of(form, row.line)
    named = dict.fromkeys(head.line for head in row.heads if head.line)
    some = tuple(slot for line in named for slot in cells_of(form, line))
    return some if len(row.numbers) <= len(row.items) <= len(some) else slots(form)
