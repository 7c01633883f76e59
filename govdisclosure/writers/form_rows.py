"""The statutory forms, cell by cell."""

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

import attrs
from attrs import frozen

from govdisclosure.form import Slot, form_of, slots
from govdisclosure.names import table_name
from govdisclosure.writers.columns import aligned
from govdisclosure.writers.json_syntax import Json


@frozen
class FormRow:
    """A cell of a form, in the form's own words."""

    edition: str
    #: The attribute path of the cell.
    address: str
    #: The numeral of the section that the table stands in.
    table: str
    #: The labels of the line, joined by ``/``.
    row: str
    column: str
    #: An empty string where the form prints none.
    unit: str
    #: The legal source of the line; an empty string where none is known.
    clause: str

    @classmethod
    def of(cls, slot: Slot) -> "FormRow":
        """The row of a cell."""
        form = slot.form
        return cls(form.edition, slot.address, form.section, slot.row_label, slot.column.label, slot.unit, slot.clause)


def form_rows(tables: Iterable[type]) -> Iterator[FormRow]:
    """The cells of statutory tables, in print order."""
    return (FormRow.of(slot) for table in tables for slot in slots(table))


def form_objects(tables: Iterable[type]) -> list[Json]:
    """The cells of statutory tables as plain data."""
    return [attrs.asdict(row) for row in form_rows(tables)]


def write_form_csv(tables: Iterable[type], to: TextIO) -> None:
    """Write the cells of statutory tables as CSV, records ending in a line feed."""
    writer = csv.writer(to, lineterminator="\n")
    writer.writerow(field.name for field in attrs.fields(FormRow))
    writer.writerows(attrs.astuple(row) for row in form_rows(tables))


def forms_text(tables: Iterable[type], language: str) -> str:
    """Statutory tables as text: a head line for each, a line for each cell, in columns."""
    parts = []
    for table in tables:
        form = form_of(table)
        parts.append(f"{form.edition}  {table_name(form).in_language(language)}  {form.source}")
        lines = aligned((row.address, row.row, row.column, row.unit, row.clause) for row in form_rows((table,)))
        parts += [f"  {line}" for line in lines]
        parts.append("")
    return "\n".join(parts)
