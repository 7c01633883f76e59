"""Typed data to plain data and back; whatever is wrong with plain data is named with its place.

In the report every cell and every field is written, ``null`` where there is nothing. Beside the report (readings,
findings, facts, leftovers) a field that has its default is left out.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial
from types import UnionType
from typing import Any, Never, TypeVar, get_args, get_origin

import attrs
from attrs import frozen
from cattrs import Converter
from cattrs.errors import ClassValidationError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from govdisclosure.editions import slot_at
from govdisclosure.errors import DamagedData, UnknownAddress
from govdisclosure.fact import Fact
from govdisclosure.finding import Finding, Operand
from govdisclosure.form import form_of
from govdisclosure.parsed import Leftover, Parsed
from govdisclosure.reading import Candidate, Number, Proof, Reading
from govdisclosure.report import ProactiveDisclosure, Report, Requests, ReviewAndLitigation, Table
from govdisclosure.source import Decoding, Span
from govdisclosure.writers.json_syntax import TOO_DEEP, WHOLE, Json

_Built = TypeVar("_Built")

#: Classes whose fields are left out where they have their defaults.
_SPARSE = frozenset({Candidate, Decoding, Fact, Finding, Leftover, Operand, Proof, Reading})

_UNKNOWN = "nothing of this name belongs here"
_NAMES = {bool: "true or false", dict: "an object", int: "a whole number", list: "a list", str: "text"}


@frozen
class _Alone:
    """A report written by hand, under the key that it has in a parsed one too."""

    report: Report


class _FaultError(Exception):
    """What is wrong in the data, and the keys that lead there from where it was noticed."""

    def __init__(self, keys: tuple[str | int, ...], problem: str) -> None:
        super().__init__(keys, problem)
        self.keys = keys
        self.problem = problem


_FAULTS = (_FaultError, ClassValidationError, RecursionError)


def plain(data: Report | Parsed) -> dict[str, Json]:
    """A report as objects, lists, numbers and text; the report itself stands under ``report``.

    Raises:
        DamagedData: if its sections are nested too deeply, or two readings have one address.
    """
    try:
        made: dict[str, Json] = _converter().unstructure(data if isinstance(data, Parsed) else _Alone(data))
    except RecursionError:
        raise DamagedData(WHOLE, TOO_DEEP) from None
    return made


def typed(data: Mapping[str, Json], *, parsed: bool) -> Report | Parsed:
    """The report, with or without its readings, that plain data describes.

    Raises:
        DamagedData: if it does not describe one.
    """
    try:
        return _converter().structure(data, Parsed) if parsed else _converter().structure(data, _Alone).report
    except _FAULTS as error:
        fault = _fault(error)
    keys = () if fault.problem == TOO_DEEP else fault.keys
    raise DamagedData(".".join(str(key) for key in keys) or WHOLE, fault.problem)


def _fault(error: BaseException) -> _FaultError:
    """The first of the faults that were noticed together."""
    keys: list[str | int] = []
    while isinstance(error, ClassValidationError):
        noted, others = error.group_exceptions()
        keys += [note.name for _, note in noted[:1]]
        error = noted[0][0] if noted else others[0]
    if isinstance(error, _FaultError):
        return _FaultError((*keys, *error.keys), error.problem)
    if isinstance(error, RecursionError):
        return _FaultError((), TOO_DEEP)
    raise error


def _fail(expected: str, data: object) -> Never:
    shown = "null" if data is None else _NAMES.get(type(data), "a number with a point or an exponent")
    raise _FaultError((), f"{expected} is expected, not {shown}")


def _each(items: Iterable[tuple[str | int, Any]], build: Callable[[Any], _Built]) -> tuple[_Built, ...]:
    """Each item built; a fault names the key of its item."""
    built = []
    for key, item in items:
        try:
            built.append(build(item))
        except _FAULTS as error:
            fault = _fault(error)
            raise _FaultError((key, *fault.keys), fault.problem) from None
    return tuple(built)


@cache
def _converter() -> Converter:
    """The one converter; made when first used, for it compiles a function for each class."""
    converter = Converter(unstruct_collection_overrides={tuple: list})
    _teach_scalars(converter)
    _teach_objects(converter)
    for union in (ProactiveDisclosure, Requests, ReviewAndLitigation, Table):
        _teach_tables(converter, union)
    return converter


def _teach_scalars(converter: Converter) -> None:
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
        _fail(expected, data)
    return data


def _one_of(allowed: tuple[type, ...], expected: str, data: object, _: object) -> object:
    if type(data) not in allowed:
        _fail(expected, data)
    return data


def _amount(data: object, _: object) -> Decimal:
    if isinstance(data, bool) or not isinstance(data, int | Decimal):
        _fail("a number", data)
    return Decimal(data)


def _span(data: object, _: object) -> Span:
    match data:
        case [int(start), int(end)] if bool not in {type(start), type(end)}:
            return Span(start, end)
        case _:
            raise _FaultError((), "a list of two whole numbers is expected")


def _date(data: object, _: object) -> dt.date:
    if not isinstance(data, str):
        _fail("a date like 2024-01-31", data)
    try:
        day = dt.date.fromisoformat(data)
    except ValueError:
        day = None
    if day is None or day.isoformat() != data:
        raise _FaultError((), f"{data!r} is no date like 2024-01-31")
    return day


def _member(data: object, kind: type[StrEnum]) -> StrEnum:
    if not isinstance(data, str):
        _fail("text", data)
    found = next((member for member in kind if member.value == data), None)
    if found is None:
        raise _FaultError((), f"{data!r} is none of {', '.join(kind)}")
    return found


def _items(data: object, build: Callable[[Any], object]) -> tuple[object, ...]:
    if not isinstance(data, list):
        _fail("a list", data)
    return _each(enumerate(data), build)


def _teach_objects(converter: Converter) -> None:
    converter.register_unstructure_hook_factory(attrs.has, partial(_apart, converter))
    converter.register_structure_hook_factory(attrs.has, partial(_together, converter))


def _apart(converter: Converter, cls: type) -> Callable[[Any], dict[str, Any]]:
    """How objects of a class are taken apart."""
    overrides: dict[str, Any] = {}
    if cls is Parsed:
        overrides["readings"] = override(unstruct_hook=partial(_by_address, converter))
    elif cls is Reading:
        overrides["address"] = override(omit=True)  # it is the key
    return make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=cls in _SPARSE, **overrides)


def _together(converter: Converter, cls: type) -> Callable[[Any, Any], Any]:
    """How objects of a class are put together: no key too many, none too few."""
    overrides: dict[str, Any] = {}
    if cls is Parsed:
        overrides["readings"] = override(struct_hook=partial(_readings, converter))
    build: Callable[[Any, Any], Any] = make_dict_structure_fn(
        cls, converter, _cattrs_detailed_validation=True, **overrides
    )
    fields = attrs.fields(cls)
    known = frozenset(field.name for field in fields)
    needed = tuple(field.name for field in fields if cls not in _SPARSE or field.default is attrs.NOTHING)

    def structure(data: Any, kind: Any) -> Any:  # noqa: ANN401  # whatever the JSON holds, whatever the class is
        if not isinstance(data, dict):
            _fail("an object", data)
        missing = next((name for name in needed if name not in data), None)
        if missing is not None:
            raise _FaultError((missing,), "is missing")
        unknown = next((name for name in data if name not in known), None)
        if unknown is not None:
            raise _FaultError((unknown,), _UNKNOWN)
        return build(data, kind)

    return structure


def _by_address(converter: Converter, readings: tuple[Reading, ...]) -> dict[str, Json]:
    made: dict[str, Json] = {}
    for reading in readings:
        if reading.address in made:
            path = f"readings.{reading.address}"
            raise DamagedData(path, "a second reading of one cell")
        made[reading.address] = converter.unstructure(reading)
    return made


def _readings(converter: Converter, data: object, _: object) -> tuple[Reading, ...]:
    if not isinstance(data, dict):
        _fail("an object", data)

    def build(item: tuple[str, object]) -> Reading:
        address, fields = item
        try:
            slot_at(address)
        except UnknownAddress:
            raise _FaultError((), "no form has a cell of this address") from None
        if not isinstance(fields, dict):
            _fail("an object", fields)
        if "address" in fields:
            raise _FaultError(("address",), _UNKNOWN)
        return converter.structure({"address": address, **fields}, Reading)

    return _each(((address, (address, fields)) for address, fields in data.items()), build)


def _teach_tables(converter: Converter, union: UnionType) -> None:
    """Tables of several forms are told apart by the edition, and where they are mixed by the table's name too."""
    classes = get_args(union)
    named = len({form_of(table).name for table in classes}) > 1
    headers = {
        table: ({"table": form_of(table).name} if named else {}) | {"edition": form_of(table).edition}
        for table in classes
    }

    def apart(table: object) -> dict[str, Json]:
        return {**headers[type(table)], **converter.unstructure(table)}

    def together(data: object, _: object) -> object:
        if not isinstance(data, dict):
            _fail("an object", data)
        for table, header in headers.items():
            if header.items() <= data.items():
                return converter.structure({key: data[key] for key in data.keys() - header.keys()}, table)
        editions = sorted({header["edition"] for header in headers.values()})
        raise _FaultError(("edition",), f"one of {', '.join(editions)} is expected")

    converter.register_unstructure_hook(union, apart)
    converter.register_structure_hook(union, together)
