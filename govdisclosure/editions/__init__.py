"""The statutory forms, one module for each notice, complete and in print order."""

from functools import cache, lru_cache

from govdisclosure.editions import y2019, y2021
from govdisclosure.errors import UnknownAddress
from govdisclosure.form import Slot, form_of, slots

#: The tables of each edition, the oldest edition first.
EDITIONS: dict[str, tuple[type, ...]] = {
    y2019.EDITION: y2019.TABLES,
    y2021.EDITION: y2021.TABLES,
}

#: Every statutory table, by edition and in print order.
TABLES: tuple[type, ...] = tuple(table for tables in EDITIONS.values() for table in tables)


@cache
def tables_named(name: str) -> tuple[type, ...]:
    """The tables of all editions that a report holds under one attribute, the oldest first."""
    return tuple(table for table in TABLES if form_of(table).name == name)


@lru_cache
def slot_at(address: str) -> Slot:
    """The cell of an address, in the newest edition that has it.

    Raises:
        UnknownAddress: if no form has such a cell.
    """
    for table in reversed(TABLES):
        for slot in slots(table):
            if slot.address == address:
                return slot
    raise UnknownAddress(address)
