"""Tables three as real ones look, the loss of their zero cells, and how much of what was lost recovery finds.

``python -m tests.lossy`` prints the shares that the page on recovery states.
"""

import random
import sys

from attrs import frozen

from govdisclosure.editions.y2021 import Requests2021
from govdisclosure.form import slots
from govdisclosure.recovery import Given, Loose, solve
from govdisclosure.states import State

LINES = tuple(dict.fromkeys(slot.line for slot in slots(Requests2021)))
CELLS = {line: tuple(slot.address for slot in slots(Requests2021) if slot.line == line) for line in LINES}
#: How often a request comes from each kind of applicant, and how many requests an agency gets in a year.
APPLICANTS = ((0.85, 0.1, 0.005, 0.005, 0.02, 0.02), (0.97, 0.03, 0, 0, 0, 0))
REQUESTS = (0, 1, 2, 3, 5, 8, 12, 20, 35, 50, 120, 400)
RECEIVED, CARRIED_IN, *OUTCOMES, TOTAL, CARRIED_OUT = LINES
#: The rates at which an exact trial solver determined these shares of the cells.
TO_REACH = {0.12: 0.99, 0.33: 0.86, 0.45: 0.67}


def requests_table(rng):
    """Numbers of table three in which every sum holds: few requests, most by natural persons, few kinds of outcome."""
    rows = {line: [0] * 6 for line in LINES}
    shares = rng.choice(APPLICANTS)
    usual = [rng.random() ** 4 for _ in OUTCOMES]
    usual[0] += 2
    for _ in range(rng.choice(REQUESTS)):
        kind = rng.choices(range(6), shares)[0]
        rows[CARRIED_IN if rng.random() < 0.08 else RECEIVED][kind] += 1
        if rng.random() < 0.07:
            rows[CARRIED_OUT][kind] += 1
        else:
            rows[rng.choices(OUTCOMES, usual)[0]][kind] += 1
            rows[TOTAL][kind] += 1
    return {
        address: number
        for line, row in rows.items()
        for address, number in zip(CELLS[line], [*row, sum(row)], strict=True)
    }


def dropped(numbers, rng, rate):
    """What is left of a table when each zero cell is dropped with this rate."""
    stated, lines = {}, []
    for cells in CELLS.values():
        kept = [cell for cell in cells if numbers[cell] or rng.random() >= rate]
        if len(kept) == len(cells):
            stated |= {cell: numbers[cell] for cell in cells}
        else:
            lines.append(Loose(cells, tuple(numbers[cell] for cell in kept)))
    return Given(Requests2021, stated, frozenset(), tuple(lines))


@frozen
class Shares:
    """How the cells of some tables came out."""

    cells: int
    determined: int
    wrong: int
    ambiguous: int
    #: Ambiguous cells whose first candidate is right.
    first_right: int


def shares(rate, *, tables, seed):
    """How the cells of random tables come out at a rate of loss. A cell dropped counts as the zero that it was."""
    rng = random.Random(seed)  # noqa: S311  # figures to repeat, not secrets
    count = {"cells": 0, "determined": 0, "wrong": 0, "ambiguous": 0, "first_right": 0}
    for _ in range(tables):
        numbers = requests_table(rng)
        given = dropped(numbers, rng, rate)
        outcomes = solve(given).outcomes
        for cell, number in numbers.items():
            count["cells"] += 1
            outcome = outcomes.get(cell)
            if cell in given.stated:
                count["determined"] += 1
            elif outcome is not None and outcome.state is State.RECOVERED:
                count["determined"] += 1
                count["wrong"] += outcome.value != number
            elif outcome is not None:
                count["ambiguous"] += 1
                count["first_right"] += outcome.candidates[0].value == number
    return Shares(**count)


def main():
    """Print the shares, rate by rate."""
    for rate in (*TO_REACH, 0.6, 0.8):
        found = shares(rate, tables=200, seed=1)
        print(  # noqa: T201  # what it is for
            f"{rate:.0%} dropped: {found.determined / found.cells:.1%} determined, {found.wrong} wrong, "
            f"first candidate right in {found.first_right / (found.ambiguous or 1):.1%} of {found.ambiguous}"
        )


if __name__ == "__main__":
    sys.exit(main())
