"""How numbers, dates, spans, enumerations and lists become plain data and come back: strictly, nothing is converted."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar, get_args, get_origin

from cattrs import Converter

from govdisclosure.reading import Number
from govdisclosure.source import Span
from govdisclosure.writers.faults import FaultError, each, fail

_Built = TypeVar("_Built")


def teach_scalars(converter: Converter) -> None:
    """Teach a converter everything that is no object."""
    exactly: dict[type, str] = {bool: "true or false", int: "a whole number", str: "text"}
    for kind, expected in exactly.items():
        converter.register_structure_hook(kind, partial(_exactly, kind, expected))
    for union in (Number, Number | None, Number | str | None):
        allowed = get_args(union)
        expected = "a number or text" if str in allowed else "a number"
        converter.register_structure_hook(union, partial(_one_of, allowed, expected))
        converter.register_unstructure_hook(union, _as_it_is)
    converter.register_structure_hook(Decimal, _amount)
    converter.register_unstructure_hook(Decimal | None, _shortest)
    converter.register_structure_hook(Span, _span)
    converter.register_unstructure_hook(Span, list)
    converter.register_structure_hook(dt.date, _date)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_structure_hook(StrEnum, _member)
    converter.register_structure_hook_func(
        _is_tuple, lambda data, kind: _items(data, partial(converter.structure, cl=get_args(kind)[0]))
    )


def _as_it_is(data: _Built) -> _Built:
    return data


def _shortest(amount: Decimal | None) -> Decimal | int | None:
    """An amount of a form: that it is no count is known there, so 20 need not be written as 20E+0."""
    return int(amount) if amount is not None and str(amount).isdigit() else amount


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _exactly(kind: type, expected: str, data: object, _: object) -> object:
    if type(data) is not kind:  # a bool is no int
        fail(expected, data)
    return data


def _one_of(allowed: tuple[type, ...], expected: str, data: object, _: object) -> object:
    if type(data) not in allowed:
        fail(expected, data)
    return data


def _amount(data: object, _: object) -> Decimal:
    if isinstance(data, bool) or not isinstance(data, int | Decimal):
        fail("a number", data)
    return Decimal(data)


def _span(data: object, _: object) -> Span:
    match data:
        case [int(start), int(end)] if bool not in {type(start), type(end)}:
            return Span(start, end)
        case _:
            raise FaultError((), "a list of two whole numbers is expected")


def _date(data: object, _: object) -> dt.date:
    if not isinstance(data, str):
        fail("a date like 2024-01-31", data)
    try:
        day = dt.date.fromisoformat(data)
    except ValueError:
        day = None
    if day is None or day.isoformat() != data:
        raise FaultError((), f"{data!r} is no date like 2024-01-31")
    return day


def _member(data: object, kind: type[StrEnum]) -> StrEnum:
    if not isinstance(data, str):
        fail("text", data)
    found = next((member for member in kind if member.value == data), None)
    if found is None:
        raise FaultError((), f"{data!r} is none of {', '.join(kind)}")
    return found


def _items(data: object, build: Callable[[Any], object]) -> tuple[object, ...]:
    if not isinstance(data, list):
        fail("a list", data)
    return each(enumerate(data), build)
