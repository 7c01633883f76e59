"""The form language: a statutory table is declared once, as attrs classes in print order.

Each attribute is a line, a block or a cell of the printed form and carries its printed words (`printed`). The attribute
path of a cell is its address everywhere: in Python, in JSON and CSV, in findings and rules.
"""

from collections.abc import Callable, Hashable, Iterator, KeysView, Mapping
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, Never, TypeVar, cast, get_args

import attrs
from attrs import frozen

from govdisclosure.errors import UnknownAddress
from govdisclosure.reading import Number
from govdisclosure.states import Kind

__all__ = [
    "Form",
    "Heading",
    "Kind",
    "Slot",
    "addresses",
    "blank",
    "filled",
    "form_of",
    "heading_of",
    "printed",
    "slots",
    "value_at",
]


@frozen
class Heading:
    """Printed words of a form, and other wordings met for the same."""

    label: str
    aliases: tuple[str, ...] = ()
    #: The caption over the block that the line stands in (第二十条第（一）项), or an empty string.
    block: str = ""
    #: 件, 项, 万元 …; an empty string where the form prints no unit.
    unit: str = ""
    #: The legal source, as 条例第三十六条; an empty string where none is known.
    clause: str = ""
    signed: bool = False


@frozen
class Form:
    """Which table of which edition a class declares."""

    #: The report year from which the edition is in force, as ``2021``.
    edition: str
    #: The attribute of the report that holds the table.
    name: str
    #: The numeral of the section that the table stands in: 二, 三, 四, or 统计.
    section: str
    title: str
    #: The circular that prescribes it.
    source: str
    #: Printed words of the table's head that head no cell of their own.
    stubs: tuple[str, ...] = ()


@frozen
class Slot:
    """A cell of a statutory form."""

    #: The attribute path from the report, as ``requests.received.total``.
    address: str
    #: The headings of the line, from the outermost.
    row: tuple[Heading, ...]
    column: Heading
    kind: Kind
    form: Form

    @property
    def path(self) -> str:
        """The attribute path within the table, as ``received.total``."""
        return self.address.partition(".")[2]

    @property
    def column_name(self) -> str:
        """The attribute of the cell in its line, as ``total``."""
        return self.address.rpartition(".")[2]

    @property
    def line(self) -> str:
        """The address of the line that the cell stands in, as ``requests.received``."""
        return self.address.rpartition(".")[0]

    @property
    def row_label(self) -> str:
        """The line's own labels as the form prints them, joined by ``/``."""
        return "/".join(heading.label for heading in self.row)

    @property
    def unit(self) -> str:
        """The unit of the cell, of its line or of its block; an empty string where the form prints none."""
        return next((heading.unit for heading in (self.column, *reversed(self.row)) if heading.unit), "")

    @property
    def clause(self) -> str:
        """The legal source of the line; an empty string where none is known."""
        stated = next((heading.clause for heading in reversed(self.row) if heading.clause), "")
        return stated or (f"条例{self.block}" if self.block else "")

    @property
    def block(self) -> str:
        """The caption over the block that the cell stands in, or an empty string."""
        return next((heading.block for heading in self.row if heading.block), "")


_HEADING = "heading"


def printed(  # one keyword for each thing a form may print
    label: str, *aliases: str, block: str = "", unit: str = "", clause: str = "", signed: bool = False
) -> Any:  # noqa: ANN401  # stands for the default of the annotated type, as attrs.field does
    """Declare a line, a block or a cell of a form by its printed words."""
    heading = Heading(label, aliases, block, unit, clause, signed)
    return attrs.field(metadata={_HEADING: heading})


def _refuse(cell: object, attribute: "attrs.Attribute[Any]", expected: str, value: object) -> Never:
    message = f"{type(cell).__name__}.{attribute.name} takes {expected}, not {value!r}"
    raise TypeError(message)


def _take_count(cell: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    if value is not None and type(value) is not int:  # a bool is no count
        _refuse(cell, attribute, "an int or None", value)


def _take_amount(cell: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """A float is no amount: 0.1 is not what it holds."""
    if value is None or type(value) is int or (isinstance(value, Decimal) and value.is_finite()):
        return
    _refuse(cell, attribute, "a finite Decimal, an int or None", value)


def _take_block(table: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    if type(value) is not attribute.type and attribute.type is not None:
        _refuse(table, attribute, attribute.type.__name__, value)


def _check_of(attribute: "attrs.Attribute[Any]") -> Callable[[object, "attrs.Attribute[Any]", object], None]:
    """What refuses values that a cell or a block cannot hold."""
    allowed = get_args(attribute.type)
    if Decimal in allowed:
        return _take_amount
    return _take_count if allowed else _take_block


def blank(cls: type, fields: list["attrs.Attribute[Any]"]) -> list["attrs.Attribute[Any]"]:
    """Give each attribute of a form class its blank: None for a cell, the empty block for a block.

    From then on a cell takes numbers of its kind alone, so that every report can be written and read back.

    Raises:
        TypeError: if an annotation is a string, as ``from __future__ import annotations`` makes it.
    """
    filled = []
    for attribute in fields:
        annotation: object = attribute.type
        if isinstance(annotation, str):
            message = f"{cls.__name__}.{attribute.name}: a form needs evaluated annotations"
            raise TypeError(message)
        default = None if attribute.type is None or get_args(attribute.type) else attribute.type()
        filled.append(attribute.evolve(default=default, validator=_check_of(attribute)))
    return filled


def heading_of(attribute: "attrs.Attribute[Any]") -> Heading:
    """The printed words of a form's attribute."""
    heading: Heading = attribute.metadata[_HEADING]
    return heading


def _kind(attribute: "attrs.Attribute[Any]") -> Kind:
    if Decimal in get_args(attribute.type):
        return Kind.AMOUNT
    return Kind.CHANGE if heading_of(attribute).signed else Kind.COUNT


def _walk(block: type, form: Form, path: str, row: tuple[Heading, ...]) -> Iterator[Slot]:
    for attribute in attrs.fields(block):
        heading = heading_of(attribute)
        address = f"{path}.{attribute.name}"
        if get_args(attribute.type):
            yield Slot(address, row, heading, _kind(attribute), form)
        elif attribute.type is not None:
            yield from _walk(attribute.type, form, address, (*row, heading))


@cache
def _slots(table: type) -> tuple[Slot, ...]:
    form = form_of(table)
    return tuple(_walk(table, form, form.name, ()))


def slots(table: type) -> tuple[Slot, ...]:
    """Every cell of a statutory table, in print order.

    Args:
        table: a class of `govdisclosure.editions`.
    """
    return _slots(table)


def form_of(table: type) -> Form:
    """Which table of which edition a class declares.

    Raises:
        TypeError: if the class declares no statutory table.
    """
    form = getattr(table, "FORM", None)
    if not isinstance(form, Form):
        message = f"{table.__name__} declares no statutory table"
        raise TypeError(message)
    return form


@cache
def _getters(table: Hashable) -> "Mapping[str, attrgetter[Any]]":
    return {slot.address: attrgetter(slot.path) for slot in slots(cast("type", table))}


def addresses(table: type) -> "KeysView[str]":
    """The addresses of every cell of a statutory table, in print order."""
    return _getters(table).keys()


def value_at(table: Any, address: str) -> Number | None:  # noqa: ANN401  # an instance of any form class
    """The number of a cell of a table; None where it has none.

    Raises:
        UnknownAddress: if the table's form has no such cell.
    """
    form: type = type(table)
    getter = _getters(form).get(address)
    if getter is None:
        raise UnknownAddress(address)
    value: Number | None = getter(table)
    return value


_Table = TypeVar("_Table")


def filled(table: type[_Table], values: Mapping[str, Number | None]) -> _Table:
    """A table with numbers in it: ``filled(Requests2021, {"requests.received.total": 3})``.

    Cells without a value are None. Addresses of other tables are passed over.

    Raises:
        TypeError: if a value is no number of its cell's kind.
    """
    built: _Table = _build(cast("Hashable", table), form_of(table).name, values)
    return built


def _build(block: Hashable, path: str, values: Mapping[str, Number | None]) -> Any:  # noqa: ANN401  # any form class
    parts = (
        values.get(address) if inner is None else _build(inner, address, values)
        for address, inner in _parts_of(block, path)
    )
    return cast("type", block)(*parts)


@cache
def _parts_of(block: Hashable, path: str) -> tuple[tuple[str, Hashable | None], ...]:
    """The address of each attribute of a form class, and the class of the block that it holds; None for a cell."""
    return tuple(
        (f"{path}.{attribute.name}", None if get_args(attribute.type) else cast("Hashable", attribute.type))
        for attribute in attrs.fields(cast("type", block))
    )
