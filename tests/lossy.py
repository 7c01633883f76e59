"""Tables three as real ones look, the loss of their cells, misprints, and how much recovery finds, and how rightly.

``python -m tests.lossy`` prints the figures that the page on recovery states.
"""

import random
import sys
from itertools import pairwise

from attrs import frozen

from govdisclosure.editions.y2021 import Requests2021
from govdisclosure.form import slots
from govdisclosure.recovery import Given, Loose, solve
from govdisclosure.states import State
from tests.conformance.truths import truth

LINES = tuple(dict.fromkeys(slot.line for slot in slots(Requests2021)))
CELLS = {line: tuple(slot.address for slot in slots(Requests2021) if slot.line == line) for line in LINES}
#: How often a request comes from each kind of applicant, and how many requests an agency gets in a year.
APPLICANTS = ((0.85, 0.1, 0.005, 0.005, 0.02, 0.02), (0.97, 0.03, 0, 0, 0, 0))
REQUESTS = (0, 1, 2, 3, 5, 8, 12, 20, 35, 50, 120, 400)
RECEIVED, CARRIED_IN, *OUTCOMES, TOTAL, CARRIED_OUT = LINES
#: The rates at which an exact trial solver determined these shares of the cells.
TO_REACH = {0.12: 0.99, 0.33: 0.86, 0.45: 0.67}


def _requests_of(rng, requests, shares, usual):
    """So many requests, each from some kind of applicant and with some outcome: every sum holds."""
    rows = {line: [0] * 6 for line in LINES}
    for _ in range(requests):
        kind = rng.choices(range(6), shares)[0]
        rows[CARRIED_IN if rng.random() < 0.08 else RECEIVED][kind] += 1
        if rng.random() < 0.07:
            rows[CARRIED_OUT][kind] += 1
        else:
            rows[rng.choices(OUTCOMES, usual)[0]][kind] += 1
            rows[TOTAL][kind] += 1
    return _addressed(rows)


def _addressed(rows):
    """The cells of a table, from the numbers of each kind of applicant in each line."""
    return {
        address: number
        for line, row in rows.items()
        for address, number in zip(CELLS[line], [*row, sum(row)], strict=True)
    }


def _completed(given):
    """A table from its lines that are not 0, without those that follow from them."""
    rows = {line: given.get(line.partition(".")[2], [0] * 6) for line in LINES}
    rows[TOTAL] = list(map(sum, zip(*(rows[line] for line in OUTCOMES), strict=True)))
    ends = zip(rows[TOTAL], rows[CARRIED_OUT], rows[CARRIED_IN], strict=True)
    rows[RECEIVED] = [done + left - before for done, left, before in ends]
    return _addressed(rows)


#: Tables of published reports: of the office of a large city, a district, an institute of its district, an office.
REAL = tuple(
    map(
        _completed,
        (
            {
                "carried_in": (18, 0, 0, 0, 0, 0),
                "outcomes.granted": (258, 12, 0, 0, 1, 1),
                "outcomes.granted_in_part": (3, 0, 0, 0, 0, 0),
                "outcomes.refused.state_secret": (14, 0, 0, 0, 0, 0),
                "outcomes.refused.internal_affairs": (5, 0, 0, 0, 0, 0),
                "outcomes.refused.process_information": (3, 1, 0, 0, 0, 0),
                "outcomes.refused.administrative_query": (10, 2, 0, 0, 0, 0),
                "outcomes.unavailable.not_held": (252, 12, 0, 0, 1, 0),
                "outcomes.unavailable.requires_creation": (44, 3, 0, 0, 0, 0),
                "outcomes.unavailable.still_unclear": (25, 0, 0, 0, 0, 0),
                "outcomes.not_processed.petition_or_complaint": (148, 1, 0, 0, 0, 0),
                "outcomes.not_processed.duplicate": (5, 4, 0, 0, 0, 0),
                "carried_out": (72, 0, 0, 0, 0, 0),
            },
            {
                "outcomes.granted_in_part": (4, 0, 0, 0, 0, 0),
                "outcomes.refused.state_secret": (1, 0, 0, 0, 0, 0),
                "outcomes.refused.process_information": (1, 0, 0, 0, 0, 0),
                "outcomes.refused.enforcement_file": (1, 0, 0, 0, 0, 0),
                "outcomes.unavailable.not_held": (10, 0, 0, 0, 0, 0),
                "outcomes.unavailable.requires_creation": (3, 0, 0, 0, 0, 0),
                "outcomes.not_processed.petition_or_complaint": (1, 0, 0, 0, 0, 0),
            },
            {
                "carried_in": (2, 0, 0, 0, 0, 0),
                "outcomes.granted": (9, 0, 0, 0, 0, 0),
                "outcomes.refused.internal_affairs": (1, 0, 0, 0, 0, 0),
                "outcomes.refused.process_information": (1, 0, 0, 0, 0, 0),
                "outcomes.unavailable.not_held": (4, 0, 0, 0, 0, 0),
                "outcomes.unavailable.requires_creation": (6, 0, 0, 0, 0, 0),
                "outcomes.other.not_corrected_in_time": (8, 2, 0, 0, 0, 0),
                "outcomes.other.residual": (4, 0, 0, 0, 0, 0),
                "carried_out": (1, 0, 0, 0, 0, 0),
            },
            {
                "outcomes.granted": (1, 0, 0, 0, 0, 0),
                "outcomes.unavailable.requires_creation": (1, 0, 0, 0, 0, 0),
            },
        ),
    )
)


def requests_table(rng):
    """An office: few requests, most by natural persons, few kinds of outcome."""
    shares = rng.choice(APPLICANTS)
    usual = [rng.random() ** 4 for _ in OUTCOMES]
    usual[0] += 2
    return _requests_of(rng, rng.choice(REQUESTS), shares, usual)


def large_table(rng):
    """A large agency: thousands of requests, by applicants of every kind, with every kind of outcome."""
    return _requests_of(
        rng, rng.choice((500, 2000, 6000)), (0.8, 0.1, 0.01, 0.01, 0.03, 0.05), [rng.random() ** 2 for _ in OUTCOMES]
    )


def small_table(rng):
    """One to four requests, by anybody, with any outcome."""
    return _requests_of(rng, rng.randint(1, 4), (0.6, 0.2, 0.02, 0.05, 0.05, 0.08), [4, *(1 for _ in OUTCOMES[1:])])


def suite_table(rng):
    """Table three of a report of the conformance suite."""
    values = truth(rng.randrange(10**9), "2021").values
    return {cell: values[cell] for cells in CELLS.values() for cell in cells}


def real_table(rng):
    """Table three of a published report."""
    return dict(rng.choice(REAL))


MAKES = {
    "office": requests_table,
    "large": large_table,
    "small": small_table,
    "suite": suite_table,
    "real": real_table,
}


def _another_digit(digits, place, rng):
    return digits[:place] + rng.choice("0123456789".replace(digits[place], "")) + digits[place + 1 :]


def _turned(digits, place, _rng):
    return digits[:place] + digits[place : place + 2][::-1] + digits[place + 2 :]


#: Ways to misprint the digits of one number.
SLIPS = {
    "a digit changed": _another_digit,
    "a digit dropped": lambda digits, place, _: digits[:place] + digits[place + 1 :],
    "a digit doubled": lambda digits, place, _: digits[: place + 1] + digits[place:],
    "two digits turned": _turned,
}
#: Beside these, a line copied from the one before it, and a number added without its totals.
MISPRINTS = (*SLIPS, "a line copied", "a total stale")


def misprinted(numbers, rng, kind):
    """A table with one misprint; the same table where it has nothing that can be misprinted so."""
    if kind == "a total stale":
        return numbers | {cell: numbers[cell] + rng.randint(1, 5) for cell in rng.sample(DETAILS, 1)}
    if kind == "a line copied":
        before, line = rng.choice(list(pairwise(LINES)))
        return numbers | dict(zip(CELLS[line], (numbers[cell] for cell in CELLS[before]), strict=True))
    cells = [cell for cell, number in numbers.items() if number > 9 or (number and kind in WITH_ONE_DIGIT)]
    for cell in rng.sample(cells, min(1, len(cells))):
        digits = str(numbers[cell])
        return numbers | {cell: int(SLIPS[kind](digits, rng.randrange(len(digits)), rng))}
    return numbers


DETAILS = [cell for cells in CELLS.values() for cell in cells[:-1]]
#: Misprints that need no second digit.
WITH_ONE_DIGIT = ("a digit changed", "a digit doubled")


def left(numbers, kept):
    """What is left of a table if only some cells are kept: complete lines in their places, the others loose."""
    stated, lines = {}, []
    for cells in CELLS.values():
        shown = [cell for cell in cells if cell in kept]
        if len(shown) == len(cells):
            stated |= {cell: numbers[cell] for cell in cells}
        else:
            lines.append(Loose(cells, tuple(numbers[cell] for cell in shown)))
    return Given(Requests2021, stated, frozenset(), tuple(lines))


def dropped(numbers, rng, rate, rate_of_numbers=0.0):
    """What is left of a table when each zero cell is dropped with one rate, and each other number with another."""
    return left(numbers, {cell for cell in numbers if rng.random() >= (rate_of_numbers if numbers[cell] else rate)})


@frozen
class Shares:
    """How the cells of some tables came out. A cell dropped counts as the number that it was."""

    cells: int = 0
    determined: int = 0
    wrong: int = 0
    ambiguous: int = 0
    #: Ambiguous cells whose first candidate is right.
    first_right: int = 0

    def __add__(self, other):
        return Shares(*(getattr(self, name) + getattr(other, name) for name in self.__slots__ if name != "__weakref__"))

    @property
    def share_determined(self):
        return self.determined / self.cells

    @property
    def share_first_right(self):
        return self.first_right / (self.ambiguous or 1)


def wrong_of(printed, given):
    """How many numbers are told that are not those printed, and how many of these without any assumption."""
    told = [(printed[cell], outcome) for cell, outcome in solve(given).outcomes.items()]
    wrong = [outcome for number, outcome in told if outcome.value not in {None, number}]
    return len(told), len(wrong), sum(not outcome.proof.assumptions for outcome in wrong)


def misprints(kind, rate, *, tables, seed, make, count=1):
    """The cells told of tables with misprints and without some of their zeros: all, wrong ones, unreasoned ones."""
    rng = random.Random(seed)  # noqa: S311  # figures to repeat, not secrets
    found = [0, 0, 0]
    for _ in range(tables):
        true = printed = MAKES[make](rng)
        for _ in range(count):
            printed = misprinted(printed, rng, kind)
        # A number that is misprinted as 0 is not dropped for it.
        kept = {cell for cell in true if true[cell] or printed[cell] or rng.random() >= rate}
        found = list(map(sum, zip(found, wrong_of(printed, left(printed, kept)), strict=True)))
    return found


def shares_of(numbers, given):
    """How the cells of one table come out."""
    outcomes = solve(given).outcomes
    told = [(numbers[cell], outcome) for cell, outcome in outcomes.items()]
    values = [(number, outcome.value) for number, outcome in told if outcome.state is State.RECOVERED]
    firsts = [(number, outcome.candidates) for number, outcome in told if outcome.state is State.AMBIGUOUS]
    return Shares(
        cells=len(numbers),
        determined=len(given.stated) + len(values),
        wrong=sum(number != value for number, value in values),
        ambiguous=len(firsts),
        first_right=sum(bool(candidates) and candidates[0].value == number for number, candidates in firsts),
    )


def shares(rate, rate_of_numbers=0.0, *, tables, seed, make="office"):
    """How the cells of random tables come out at some rates of loss."""
    rng = random.Random(seed)  # noqa: S311  # figures to repeat, not secrets
    total = Shares()
    for _ in range(tables):
        numbers = MAKES[make](rng)
        total += shares_of(numbers, dropped(numbers, rng, rate, rate_of_numbers))
    return total


def main():
    """Print the shares, rate by rate: zeros dropped, then any numbers, then zeros from tables with misprints."""
    tables = 300
    for make in MAKES:
        for rate in (*TO_REACH, 0.6, 0.8):
            found = shares(rate, tables=tables, seed=1, make=make)
            told = (f"{rate:.0%}", f"{found.share_determined:.1%}", f"{found.wrong}", f"{found.share_first_right:.0%}")
            print(f"| {make} | {' | '.join(told)} |")  # noqa: T201  # what it is for
    for make in MAKES:
        for rate in (0.01, 0.03, 0.12, 0.33):
            found = shares(rate, rate, tables=tables, seed=1, make=make)
            print(f"| {make} | {rate:.0%} | {found.share_determined:.1%} | {found.wrong} of {found.cells} |")  # noqa: T201
    for count in (1, 2):
        for kind in MISPRINTS:
            runs = [
                misprints(kind, rate, tables=tables // 3, seed=1, make=make, count=count)
                for make in MAKES
                for rate in TO_REACH
            ]
            told, wrong, unreasoned = map(sum, zip(*runs, strict=True))
            print(f"| {count} x {kind} | {wrong} of {told} | {unreasoned} |")  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
