"""The sums that the forms prescribe: declared once, for the checker and for recovery alike.

An `Identity` says that two sums of cells of one table are equal. Each declaration below names its operands by pattern
and yields one identity for each column, line or group that it applies to; the printed formula is made from the
headings, so formula and check cannot disagree.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from attrs import frozen

from govdisclosure.form import Slot, form_of, slots


class Axis(StrEnum):
    """Along which axis of the form an identity runs."""

    #: Down a column of table three, over all its lines.
    COLUMN = "column"
    #: Along a line.
    LINE = "line"


@frozen(cache_hash=True)  # looked up in sets for every report
class Identity:
    """The sum of the cells on the left is the sum of the cells on the right."""

    #: The code of the rule that checks it.
    code: str
    #: The attribute of the report that holds the table.
    table: str
    #: The column or line that it holds for, as an attribute path: ``natural_person``, ``outcomes.granted``.
    scope: str
    axis: Axis
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """The addresses of all operands, left before right."""
        return self.left + self.right

    @property
    def label(self) -> str:
        """One line that names it: ``GD301 requests natural_person``."""
        return f"{self.code} {self.table} {self.scope}"


def _columns(cells: tuple[Slot, ...]) -> dict[str, tuple[Slot, ...]]:
    columns: dict[str, list[Slot]] = {}
    for slot in cells:
        columns.setdefault(slot.address.rpartition(".")[2], []).append(slot)
    return {name: tuple(column) for name, column in columns.items()}


def _lines(cells: tuple[Slot, ...]) -> dict[str, tuple[Slot, ...]]:
    lines: dict[str, list[Slot]] = {}
    for slot in cells:
        lines.setdefault(slot.line, []).append(slot)
    return {name: tuple(line) for name, line in lines.items()}


def _balances(cells: tuple[Slot, ...]) -> Iterator[Identity]:
    """GD301: what came in (new and carried in) is what was answered and what is carried out."""
    for name in _columns(cells):
        yield Identity(
            "GD301",
            "requests",
            name,
            Axis.COLUMN,
            (f"requests.received.{name}", f"requests.carried_in.{name}"),
            (f"requests.outcomes.total.{name}", f"requests.carried_out.{name}"),
        )


def _outcome_totals(cells: tuple[Slot, ...]) -> Iterator[Identity]:
    """GD302: the total of the outcomes is the sum of all of them."""
    for name, column in _columns(cells).items():
        total = f"requests.outcomes.total.{name}"
        parts = (slot.address for slot in column if slot.address.startswith("requests.outcomes."))
        yield Identity(
            "GD302", "requests", name, Axis.COLUMN, (total,), tuple(address for address in parts if address != total)
        )


def _line_totals(code: str, cells: tuple[Slot, ...]) -> Iterator[Identity]:
    """GD303, GD401: the last cell of a line is the sum of the others."""
    for address, line in _lines(cells).items():
        *parts, total = (slot.address for slot in line)
        table, _, scope = address.partition(".")
        yield Identity(code, table, scope, Axis.LINE, (total,), tuple(parts))


@lru_cache
def identities(table: type) -> tuple[Identity, ...]:
    """Every sum that the form of a table prescribes, in the order of the rules and of print.

    Args:
        table: a class of `govdisclosure.editions`. A table without prescribed sums has none.
    """
    cells = slots(table)
    name = form_of(table).name
    if name == "requests":
        return (*_balances(cells), *_outcome_totals(cells), *_line_totals("GD303", cells))
    if name == "review_and_litigation":
        return tuple(_line_totals("GD401", cells))
    return ()


def formula(identity: Identity, table: type) -> str:
    """An identity as the form's own labels say it: ``总计 = 自然人 + 商业企业 + …``."""
    by_address = {slot.address: slot for slot in slots(table)}

    def name(address: str) -> str:
        slot = by_address[address]
        return slot.column.label if identity.axis is Axis.LINE else slot.row_label

    left, right = (" + ".join(name(address) for address in side) for side in (identity.left, identity.right))
    return f"{left} = {right}"
