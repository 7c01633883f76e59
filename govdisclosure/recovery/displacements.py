"""Numbers that stand in the wrong cells: lines shifted, split, exchanged, or copied from the line beside them."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from govdisclosure.fault import FaultKind
from govdisclosure.recovery.ledger import Changes, Ledger

#: The least number of two digits.
TWO_DIGITS = 10
_Contents = list[int | None]


def displacements(ledger: Ledger) -> Iterator[tuple[FaultKind, Changes]]:
    """Every such displacement that touches a broken sum, with what would stand in the cells without it."""
    lines = [tuple(sorted(each.cells)) for each in ledger.network.lines]
    suspect = [cells for cells in lines if any(ledger.broken.intersection(ledger.over[cell]) for cell in cells)]
    for cells in suspect:
        contents = [ledger.values[cell] for cell in cells]
        if any(contents):
            for kind, better in _rearranged(contents):
                yield kind, _changed(ledger, cells, better)
    for one, other in combinations(suspect, 2):
        if len(one) == len(other):
            swapped = {cell: ledger.values[from_] for cell, from_ in zip(one + other, other + one, strict=True)}
            yield FaultKind.SWAPPED, _without_same(ledger, swapped)
    for before, cells in pairwise(lines):
        contents = [ledger.values[cell] for cell in cells]
        if cells in suspect and any(contents) and contents == [ledger.values[cell] for cell in before]:
            for copied in (cells, before):
                changes = _without_same(ledger, _as_the_columns_have_it(ledger, copied))
                if _is_no_chance(contents, changes):
                    yield FaultKind.COPIED, changes


def _is_no_chance(contents: _Contents, changes: Changes) -> bool:
    """Whether two lines alike tell anything: many are 1 0 0 0 0 0 1, and any line may lack a number and its total."""
    numbers = [number for number in contents if number]
    return len(changes) > 2 or len(numbers) > 2 or max(numbers) >= TWO_DIGITS  # noqa: PLR2004  # a number and its total


def _changed(ledger: Ledger, cells: tuple[int, ...], better: _Contents) -> Changes:
    return _without_same(ledger, dict(zip(cells, better, strict=True)))


def _without_same(ledger: Ledger, changes: Changes) -> Changes:
    """Changes without those that matter to no sum: 0 or nothing in a cell, unless it is the total of its line."""
    return {
        cell: value
        for cell, value in changes.items()
        if (value or 0) != (ledger.values[cell] or 0)
        or (cell in ledger.network.totals and value is None and ledger.values[cell] is not None)
    }


def _rearranged(contents: _Contents) -> Iterator[tuple[FaultKind, _Contents]]:
    """A line without a shift or a split: an empty cell moved to another place, or two cells made one."""
    for place, content in enumerate(contents):
        if not content:
            rest = [*contents[:place], *contents[place + 1 :]]
            yield from ((FaultKind.SHIFTED, [*rest[:to], None, *rest[to:]]) for to in range(len(contents)))
    for place, (first, second) in enumerate(pairwise(contents)):
        if not first or second is None:
            continue
        # A group of thousands loses its zeros when it is read by itself: 14 069 becomes 14 and 69.
        for joined in dict.fromkeys((int(f"{first}{second}"), first * 1000 + second)):
            yield FaultKind.SPLIT, [*contents[:place], joined, 0, *contents[place + 2 :]]
            yield FaultKind.SPLIT, [*contents[:place], joined, *contents[place + 2 :], None]


def _as_the_columns_have_it(ledger: Ledger, cells: tuple[int, ...]) -> Changes:
    """A line with the numbers that mend the broken sums of its columns."""
    changes: dict[int, int | None] = {}
    lines = len(ledger.network.lines)
    for cell in cells:
        value = ledger.values[cell]
        broken = [number for number in ledger.over[cell] if number >= lines and number in ledger.broken]
        if broken and value is not None:
            better = value - ledger.sign(broken[0], cell) * ledger.surplus(broken[0])
            changes[cell] = better if better >= 0 else value
    return changes
