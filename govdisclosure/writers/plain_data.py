"""Typed data to plain data and back; whatever is wrong with plain data is named with its place.

In the report every cell and every field is written, ``null`` where there is nothing. Beside the report (readings,
findings, facts, leftovers) a field that has its default is left out.
"""

from collections.abc import Callable, Mapping
from functools import cache, partial
from types import UnionType
from typing import Any, get_args

import attrs
from attrs import frozen
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from govdisclosure.editions import slot_at
from govdisclosure.errors import DamagedData, UnknownAddress
from govdisclosure.fact import Fact
from govdisclosure.finding import Finding, Operand
from govdisclosure.form import form_of
from govdisclosure.parsed import Leftover, Parsed
from govdisclosure.reading import Candidate, Proof, Reading
from govdisclosure.report import ProactiveDisclosure, Report, Requests, ReviewAndLitigation, Table
from govdisclosure.source import Decoding
from govdisclosure.writers.consistency import contradiction
from govdisclosure.writers.faults import FAULTS, FaultError, each, fail, fault_of
from govdisclosure.writers.json_syntax import TOO_DEEP, WHOLE, Json
from govdisclosure.writers.scalars import teach_scalars

_UNKNOWN = "nothing of this name belongs here"

#: Classes whose fields are left out where they have their defaults.
_SPARSE = frozenset({Candidate, Decoding, Fact, Finding, Leftover, Operand, Proof, Reading})


@frozen
class _Alone:
    """A report written by hand, under the key that it has in a parsed one too."""

    report: Report


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
        DamagedData: if it does not describe one, or its parts contradict each other.
    """
    try:
        if not parsed:
            return _converter().structure(data, _Alone).report
        made = _converter().structure(data, Parsed)
        found = contradiction(made)
        if found is None:
            return made
        fault = found
    except FAULTS as error:
        fault = fault_of(error)
    keys = () if fault.problem == TOO_DEEP else fault.keys
    raise DamagedData(".".join(str(key) for key in keys) or WHOLE, fault.problem)


@cache
def _converter() -> Converter:
    """The one converter; made when first used, for it compiles a function for each class."""
    converter = Converter(unstruct_collection_overrides={tuple: list})
    teach_scalars(converter)
    _teach_objects(converter)
    for union in (ProactiveDisclosure, Requests, ReviewAndLitigation, Table):
        _teach_tables(converter, union)
    return converter


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
            fail("an object", data)
        missing = next((name for name in needed if name not in data), None)
        if missing is not None:
            raise FaultError((missing,), "is missing")
        unknown = next((name for name in data if name not in known), None)
        if unknown is not None:
            raise FaultError((unknown,), _UNKNOWN)
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
        fail("an object", data)

    def build(item: tuple[str, object]) -> Reading:
        address, fields = item
        try:
            slot_at(address)
        except UnknownAddress:
            raise FaultError((), "no form has a cell of this address") from None
        if not isinstance(fields, dict):
            fail("an object", fields)
        if "address" in fields:
            raise FaultError(("address",), _UNKNOWN)
        return converter.structure({"address": address, **fields}, Reading)

    return each(((address, (address, fields)) for address, fields in data.items()), build)


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
            fail("an object", data)
        for table, header in headers.items():
            if header.items() <= data.items():
                return converter.structure({key: data[key] for key in data.keys() - header.keys()}, table)
        editions = sorted({header["edition"] for header in headers.values()})
        raise FaultError(("edition",), f"one of {', '.join(editions)} is expected")

    converter.register_unstructure_hook(union, apart)
    converter.register_structure_hook(union, together)
