"""Reports as rows, one for each cell of each form that a document uses, whatever the cell's state."""

import csv
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TextIO

import attrs
from attrs import frozen

from govdisclosure.form import Slot, slots
from govdisclosure.parsed import Parsed
from govdisclosure.reading import Number, Reading
from govdisclosure.report import Report
from govdisclosure.states import State


@frozen
class Row:
    """One cell, with the words that the form prints for it."""

    #: The file as the caller names it, or an empty string.
    file: str
    agency: str | None
    #: The report year.
    year: int | None
    #: The edition of the form that has the cell.
    edition: str
    #: The attribute path of the cell.
    address: str
    #: The numeral of the section that the table stands in.
    table: str
    #: The form's own labels of the line, joined by ``/``.
    row: str
    column: str
    #: The unit that the source prints, else the form's; an empty string where neither does.
    unit: str
    #: None in every state but stated and recovered.
    value: Number | None
    state: State
    #: The text of the cell; None where there is none.
    raw: str | None


#: The names of the columns, in order.
HEADER = tuple(field.name for field in attrs.fields(Row))


def rows(subject: Parsed | Report, file: str = "") -> Iterator[Row]:
    """The cells of a report in print order, each address once.

    A cell of a report written by hand is stated where there is a number, else absent.

    Args:
        subject: the report.
        file: what to name as its file.
    """
    report = subject.report if isinstance(subject, Parsed) else subject
    for address, forms in _slots(report):
        reading = subject[address] if isinstance(subject, Parsed) else _by_hand(report, address)
        slot = forms.get(reading.edition or "") or next(iter(forms.values()))
        yield Row(
            file=file,
            agency=report.agency,
            year=report.year,
            edition=slot.form.edition,
            address=address,
            table=slot.form.section,
            row=slot.row_label,
            column=slot.column.label,
            unit=reading.unit or slot.unit,
            value=reading.value,
            state=reading.state,
            raw=reading.raw,
        )


def write_csv(cells: Iterable[Row], to: TextIO, *, header: bool = True) -> None:
    """Write rows as CSV: commas, quotes where needed, records that end in a line feed.

    Text of a cell is written as it stands, also where it begins like a formula.

    Args:
        cells: what `rows` gives.
        to: an open text file; open it with ``newline=""``.
        header: whether the names of the columns come first.
    """
    writer = csv.writer(_LineFeeds(to))
    if header:
        writer.writerow(HEADER)
    for cell in cells:
        fields = attrs.astuple(cell, recurse=False)
        writer.writerow([_plain(field) if isinstance(field, Decimal) else field for field in fields])


@frozen
class _LineFeeds:
    """Ends records in a line feed alone.

    Told to do so itself, the writer of Python 3.11 no longer quotes a carriage return inside a cell.
    """

    to: TextIO

    def write(self, record: str) -> int:
        return self.to.write(record.removesuffix("\r\n") + "\n")


def _plain(amount: Decimal) -> str:
    """An amount with a point and without an exponent.

    >>> _plain(Decimal("2.5E+4"))
    '25000'
    """
    return f"{amount:f}"


def _slots(report: Report) -> Iterator[tuple[str, dict[str, Slot]]]:
    """Each address once, with the cell of each form that has it, by edition."""
    found: dict[str, dict[str, Slot]] = {}
    for table in report.tables:
        for slot in slots(type(table)):
            found.setdefault(slot.address, {}).setdefault(slot.form.edition, slot)
    yield from found.items()


def _by_hand(report: Report, address: str) -> Reading:
    value = report.value(address)
    return Reading(address, State.ABSENT if value is None else State.STATED, value)
