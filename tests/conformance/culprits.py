"""Whether one wrong number is found, and blamed: ``python -m tests.conformance.culprits --reports 200 --seed 1``.

In reports whose sums all hold, one number of table three or four is changed in one of the ways in which people and
recognisers of pictures change numbers. Counted is in how many reports `check` finds a broken sum, names the changed
cell among the culprits, and names no other. ``--blank-zeros`` leaves the zeros of the reports blank before.
"""

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count, islice
from random import Random

from attrs import frozen

from govdisclosure.checking import check
from govdisclosure.finding import Severity
from govdisclosure.reading import Number
from tests.balanced import written
from tests.conformance.truths import truth

Numbers = Mapping[str, Number | None]

COLUMNS = ("table", "changed", "reports", "found", "among culprits", "only culprit")


def _random(number: int, _digits: str, _place: int, rng: Random) -> int:
    return rng.choice((rng.randrange(10), rng.randrange(2000), number + rng.randint(1, 30)))


def _transposed(_number: int, digits: str, place: int, _rng: Random) -> int:
    return int(digits[:place] + digits[place : place + 2][::-1] + digits[place + 2 :])


def _dropped(_number: int, digits: str, place: int, _rng: Random) -> int:
    return int(digits[:place] + digits[place + 1 :] or digits)


def _doubled(_number: int, digits: str, place: int, _rng: Random) -> int:
    return int(digits[: place + 1] + digits[place:])


def _off_by_one(number: int, _digits: str, _place: int, rng: Random) -> int:
    return number + rng.choice((1, -1))


#: The ways to change a number, by name; what comes back unchanged or below zero does not count as changed.
CHANGES: Mapping[str, Callable[[int, str, int, Random], int]] = {
    "to any number": _random,
    "by one": _off_by_one,
    "two digits transposed": _transposed,
    "a digit dropped": _dropped,
    "a digit doubled": _doubled,
}


@frozen
class Changed:
    """The numbers of a report of an edition, one of which is wrong."""

    edition: str
    numbers: Numbers
    cell: str


@frozen
class Score:
    """In how many reports of how many the change was found, and blamed on the changed cell."""

    reports: int = 0
    found: int = 0
    among_culprits: int = 0
    only_culprit: int = 0


def changed_reports(seed: int, table: str, kind: str, *, blank_zeros: bool = False) -> Iterator[Changed]:
    """Reports of both editions by turns, without end; those in which no number can be changed so are passed over."""
    for number in count(seed):
        edition = ("2019", "2021")[number % 2]
        true = truth(number, edition)
        rng = Random(f"{number} {kind}")  # noqa: S311  # test data, not secrets
        choices = [(slot.address, value) for slot in getattr(true, table) if (value := true.values[slot.address])]
        if kind in {"to any number", "by one"}:
            choices = [(slot.address, true.values[slot.address]) for slot in getattr(true, table)]
        rng.shuffle(choices)
        for address, value in choices:
            wrong = CHANGES[kind](value, f"{value}", rng.randrange(len(f"{value}")), rng)
            if wrong >= 0 and wrong != value:
                kept = {cell: None if blank_zeros and not stands else stands for cell, stands in true.values.items()}
                yield Changed(edition, kept | {address: wrong}, address)
                break


def score(reports: Iterator[Changed]) -> Score:
    """What `check` says of wrong reports."""
    found = among = only = done = 0
    for one in reports:
        findings = check(written(one.numbers, one.edition), select=("GD3", "GD4"))
        culprits = {cell for finding in findings for cell in finding.culprits}
        done += 1
        found += any(finding.severity is Severity.ERROR for finding in findings)
        among += one.cell in culprits
        only += culprits == {one.cell}
    return Score(done, found, among, only)


def measured(reports: int, seed: int, *, blank_zeros: bool = False) -> Iterator[tuple[str, str, Score]]:
    """The score of each kind of change in each table: its numeral, the kind, the score."""
    for table in ("three", "four"):
        for kind in CHANGES:
            yield table, kind, score(islice(changed_reports(seed, table, kind, blank_zeros=blank_zeros), reports))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table of a run; exit status 1 if the changed cell was not among the culprits somewhere."""
    parser = argparse.ArgumentParser(prog="python -m tests.conformance.culprits", description=__doc__)
    parser.add_argument("--reports", type=int, default=200, help="reports for each table and kind of change")
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    parser.add_argument("--blank-zeros", action="store_true", help="leave the zeros of the reports blank")
    options = parser.parse_args(arguments)
    rows = [*measured(options.reports, options.seed, blank_zeros=options.blank_zeros)]
    print("| " + " | ".join(COLUMNS) + " |")  # noqa: T201  # a command's output
    print("| --- | --- | ---: | ---: | ---: | ---: |")  # noqa: T201
    for table, kind, one in rows:
        shares = (f"{part / one.reports:.1%}" for part in (one.found, one.among_culprits, one.only_culprit))
        print(f"| {table} | {kind} | {one.reports} | {' | '.join(shares)} |")  # noqa: T201
    return int(any(one.among_culprits < one.reports for _, _, one in rows))


if __name__ == "__main__":
    raise SystemExit(main())
