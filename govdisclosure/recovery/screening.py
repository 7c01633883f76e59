"""What can be told before any search: identities that printed numbers break, and empty cells that are not 0."""

from collections.abc import Iterable

from attrs import frozen

from govdisclosure.identities import Identity
from govdisclosure.recovery.board import View
from govdisclosure.recovery.network import Sum, network_of
from govdisclosure.recovery.printed import PrintedLine
from govdisclosure.recovery.puzzle import Given


@frozen
class Screened:
    """The view that a search starts from, and the identities that are broken whatever it finds."""

    view: View
    broken: frozenset[Identity] = frozenset()


def doubtful(broken: Iterable[Sum], holding: Iterable[Sum], sums: Iterable[Sum]) -> frozenset[Identity]:
    """The identities that a break makes doubtful.

    One of the numbers of a broken identity is wrong. A number is vouched for by another identity that holds with it;
    identities over numbers that nothing vouches for prove nothing.
    """
    vouched = {cell for each in holding for cell in each.cells}
    suspects = {cell for each in broken for cell in each.cells} - vouched
    return frozenset(each.identity for each in sums if not suspects.isdisjoint(each.cells))


def screen(given: Given, lines: tuple[PrintedLine, ...]) -> Screened:
    """Judge the identities all of whose cells are printed in their places, or empty.

    A detail line that has numbers and an empty total shows the habit to leave such totals blank.
    """
    network = network_of(given.table)
    placed = {cell for line in lines for cell in line.cells}
    stated = {
        network.index[address]: number
        for address, number in given.stated.items()
        if address in network.index and network.index[address] not in placed
    }
    empty = {network.index[address] for address in given.empty if address in network.index}.difference(stated, placed)
    zeros = empty - network.totals
    broken, holding = [], []
    lost: set[int] = set()
    for each in network.sums:
        if not all(cell in stated or cell in zeros for cell in each.cells):
            continue
        if not each.surplus(stated):
            holding.append(each)
        elif zeros.isdisjoint(each.cells):
            broken.append(each)
        else:
            lost.update(zeros.intersection(each.cells))
    blank_totals = any(
        each.plus[0] in empty & network.detail_totals and any(stated.get(cell) for cell in each.minus)
        for each in network.lines
    )
    given_up = frozenset(each.identity for each in broken) | doubtful(broken, holding, network.sums)
    return Screened(View(frozenset(lost), blank_totals, given_up=given_up), frozenset(each.identity for each in broken))
