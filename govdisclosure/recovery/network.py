"""A table as numbered cells and sums over them.

Sums along a line bind the cells of one printed line; sums down a column bind the lines to each other.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from attrs import field, frozen

from govdisclosure.form import addresses
from govdisclosure.identities import Axis, Identity, identities


@frozen(eq=False)
class Sum:
    """An identity over numbered cells: the cells of ``plus`` and of ``minus`` add up to the same.

    There is one object for each identity, so that it is found by what it is and not by what it holds.
    """

    identity: Identity
    plus: tuple[int, ...]
    minus: tuple[int, ...]
    #: All its cells.
    cells: tuple[int, ...] = field(init=False)

    @cells.default
    def _joined(self) -> tuple[int, ...]:
        return self.plus + self.minus

    def surplus(self, values: Mapping[int, int]) -> int:
        """By how much the left side exceeds the right, over the cells that have a value."""
        left = sum(values.get(cell, 0) for cell in self.plus)
        return left - sum(values.get(cell, 0) for cell in self.minus)


@frozen
class Network:
    """The cells of a table in print order, and the sums over them."""

    addresses: tuple[str, ...]
    index: Mapping[str, int]
    #: The column of each cell, as the last part of its address.
    column_names: tuple[str, ...]
    #: Sums along a line.
    lines: tuple[Sum, ...]
    #: By cell, the number of the sum along its line.
    line_of: Mapping[int, int]
    #: Sums down a column.
    columns: tuple[Sum, ...]
    #: The cells that hold the total of a line.
    totals: frozenset[int]
    #: Those of them that are added up in a column: the totals of detail lines, which some agencies leave blank.
    detail_totals: frozenset[int]

    @property
    def sums(self) -> tuple[Sum, ...]:
        """All sums, those along the lines first."""
        return self.lines + self.columns


@lru_cache
def network_of(table: type) -> Network:
    """The network of a statutory table; without sums where the form prescribes none."""
    cells = tuple(addresses(table))
    index = {address: number for number, address in enumerate(cells)}
    sums = [
        Sum(identity, tuple(index[cell] for cell in identity.left), tuple(index[cell] for cell in identity.right))
        for identity in identities(table)
    ]
    lines = tuple(each for each in sums if each.identity.axis is Axis.LINE)
    columns = tuple(each for each in sums if each.identity.axis is Axis.COLUMN)
    totals = frozenset(each.plus[0] for each in lines)
    added_up = {cell for each in columns if len(each.plus) == 1 for cell in each.minus}
    line_of = {cell: number for number, each in enumerate(lines) for cell in each.cells}
    names = tuple(cell.rpartition(".")[2] for cell in cells)
    return Network(cells, index, names, lines, line_of, columns, totals, totals & added_up)


def joined(groups: Iterable[tuple[int, ...]]) -> list[set[int]]:
    """The groups, those that share a member made one, in the order of their first members."""
    parts: dict[int, set[int]] = {}
    for group in groups:
        merged = set(group).union(*(parts[member] for member in group if member in parts))
        parts.update(dict.fromkeys(merged, merged))
    return [part for member, part in sorted(parts.items()) if member == min(part)]
