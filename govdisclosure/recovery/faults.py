"""Where a table most likely went wrong whose sums do not hold.

A change of printed numbers explains broken sums if they hold with it and no other breaks. Looked for are, in this
order: one cause for all of them (a single number, or numbers in wrong cells), up to three causes beside each other, two
numbers whose sums overlap. Where nothing explains all, single numbers that mend a line and a column at once are told.
"""

from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from govdisclosure.fault import Change, Fault, FaultKind, Slip
from govdisclosure.reading import Number
from govdisclosure.recovery.displacements import displacements
from govdisclosure.recovery.ledger import Changes, Effect, Ledger, Standing
from govdisclosure.recovery.network import network_of
from govdisclosure.recovery.slips import slip_of

#: So many causes beside each other are looked for; more are not slips of the pen.
MOST_CAUSES = 3
#: With more broken sums than this nothing is looked for: such a table was not spoilt by a slip.
MOST_BROKEN = 24
_SLIPS = (*Slip, None)


@frozen
class _Cause:
    """Changes of printed numbers that explain some of the broken sums."""

    kind: FaultKind
    changes: tuple[Change, ...]
    effect: Effect
    slip: Slip | None = None

    @property
    def mended(self) -> frozenset[int]:
        return self.effect.mended


@frozen
class _Group:
    """Causes of one kind that explain the same sums: alternatives, the likeliest first."""

    causes: tuple[_Cause, ...]
    mended: frozenset[int] = field(init=False)

    @mended.default
    def _same(self) -> frozenset[int]:
        return self.causes[0].mended

    @property
    def gained(self) -> int:
        """How many sums hold with it that could not be judged before."""
        return max(len(cause.effect.gained) for cause in self.causes)


def locate(values: Mapping[str, Number | None], table: type) -> tuple[Fault, ...]:
    """The likely causes of the broken sums of a table, the likeliest first; none where the sums hold or nothing fits.

    Args:
        values: the printed numbers by address; None for an empty cell, no entry for one that was not read.
        table: a class of `govdisclosure.editions`.
    """
    ledger = Ledger(network_of(table), values)
    if not 0 < len(ledger.broken) <= MOST_BROKEN:
        return ()
    numbers = list(_single_numbers(ledger))
    groups = _grouped([*numbers, *_displaced(ledger)])
    found = _of_all(groups, ledger.broken) or _beside_each_other(groups, ledger.broken)
    found = found or _grouped(_two_numbers(ledger)) or _strong(_grouped(numbers))
    return tuple(_fault(group, ledger) for group in found)


def _single_numbers(ledger: Ledger) -> Iterator[_Cause]:
    """Every cell that another number would do for: all sums over it are broken, and by the same."""
    for cell, value in ledger.values.items():
        judged = ledger.judged(cell)
        if value is None or not judged or not judged <= ledger.broken:
            continue
        mended = {value - ledger.sign(number, cell) * ledger.surplus(number) for number in judged}
        if len(mended) == 1 and min(mended) >= 0:
            yield from _cause(ledger, FaultKind.NUMBER, {cell: mended.pop()})


def _displaced(ledger: Ledger) -> Iterator[_Cause]:
    for kind, changes in displacements(ledger):
        if len(changes) > 1:
            yield from _cause(ledger, kind, changes)


def _cause(ledger: Ledger, kind: FaultKind, changes: Changes) -> Iterator[_Cause]:
    effect = ledger.effect(changes)
    if effect is not None:
        yield _told(ledger, kind, changes, effect)


def _told(ledger: Ledger, kind: FaultKind, changes: Changes, effect: Effect) -> _Cause:
    told = tuple(Change(ledger.network.addresses[cell], value) for cell, value in sorted(changes.items()))
    slips = [_slip(ledger, cell, value) for cell, value in changes.items()]
    return _Cause(kind, told, effect, slips[0] if len(slips) == 1 else None)


def _slip(ledger: Ledger, cell: int, mended: int | None) -> Slip | None:
    stated = ledger.values[cell]
    slip = None if stated is None or mended is None else slip_of(stated, mended)
    is_total = any(ledger.network.sums[number].plus == (cell,) for number in ledger.over[cell])
    return Slip.STALE_TOTAL if is_total and slip in {Slip.DIGIT_CHANGED, None} else slip


def _grouped(causes: Iterable[_Cause]) -> list[_Group]:
    groups: dict[tuple[FaultKind, frozenset[int]], dict[tuple[Change, ...], _Cause]] = {}
    for cause in causes:
        groups.setdefault((cause.kind, cause.mended), {}).setdefault(cause.changes, cause)
    ranked = (sorted(group.values(), key=lambda cause: _SLIPS.index(cause.slip)) for group in groups.values())
    return [_Group(tuple(group)) for group in ranked]


def _of_all(groups: list[_Group], broken: frozenset[int]) -> list[_Group]:
    """The group that explains all broken sums; of several, the one that makes most other sums hold, or the first."""
    return sorted((group for group in groups if group.mended == broken), key=lambda group: -group.gained)[:1]


def _beside_each_other(groups: list[_Group], broken: frozenset[int]) -> list[_Group]:
    """The fewest groups that explain all broken sums, each its own."""
    for count in range(2, MOST_CAUSES + 1):
        found = list(_covers(groups, broken, count))
        if found:
            return list(max(found, key=lambda chosen: sum(group.gained for group in chosen)))
    return []


def _covers(groups: list[_Group], broken: frozenset[int], count: int) -> Iterator[tuple[_Group, ...]]:
    """Every way to part the broken sums among so many groups."""
    if not broken:
        yield ()
        return
    if not count:
        return
    first = min(broken)
    for group in groups:
        if first in group.mended and group.mended <= broken:
            for rest in _covers(groups, broken - group.mended, count - 1):
                yield (group, *rest)


def _two_numbers(ledger: Ledger) -> list[_Cause]:
    """Two numbers that explain all broken sums together: each a cause of the sums over it alone, or both exchanged."""
    found = list(_pairs(ledger))
    return [cause for cause in found if cause.kind is FaultKind.SWAPPED] or found


def _pairs(ledger: Ledger) -> Iterator[_Cause]:
    touching = {cell for number in ledger.broken for cell in ledger.network.sums[number].cells}
    first = ledger.network.sums[min(ledger.broken)].cells
    for one in first:
        for other in sorted(touching):
            # A pair within the first sum comes up twice.
            if other != one and not (other in first and other < one):
                yield from _pair(ledger, one, other)


def _pair(ledger: Ledger, one: int, other: int) -> Iterator[_Cause]:
    over_one, over_other = ledger.judged(one), ledger.judged(other)
    own = (over_one - over_other, over_other - over_one)
    if not ledger.broken <= over_one | over_other or not all(own):
        return
    changes: dict[int, int | None] = {}
    for cell, sums in zip((one, other), own, strict=True):
        value = ledger.values[cell]
        better = {-1 if value is None else value - ledger.sign(n, cell) * ledger.surplus(n) for n in sums}
        if len(better) > 1 or min(better) < 0 or better == {value}:
            return
        changes[cell] = better.pop()
    effect = ledger.effect(changes)
    if effect is None:
        return
    if changes == {one: ledger.values[other], other: ledger.values[one]}:
        yield _told(ledger, FaultKind.SWAPPED, changes, effect)
        return
    if any(ledger.standings[number] is Standing.HOLDS for number in over_one & over_other):
        # A number and a total that was reckoned from it: either alone would break their line.
        yield _told(ledger, FaultKind.NUMBER, changes, effect)
        return
    for (cell, value), sums in zip(changes.items(), own, strict=True):
        yield _told(ledger, FaultKind.NUMBER, {cell: value}, Effect(sums))


def _strong(groups: list[_Group]) -> list[_Group]:
    """The groups that leave no doubt by themselves: one cell, in the crossing of a broken line and a broken column."""
    return [group for group in groups if len(group.causes) == 1 and len(group.mended) > 1]


def _fault(group: _Group, ledger: Ledger) -> Fault:
    slips = tuple(cause.slip for cause in group.causes) if group.causes[0].kind is FaultKind.NUMBER else ()
    remedies = tuple(cause.changes for cause in group.causes)
    return Fault(group.causes[0].kind, ledger.labels(group.mended), remedies, slips)
