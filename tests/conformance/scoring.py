"""Read printed reports and judge every cell against the truth."""

from collections.abc import Callable, Iterable, Iterator
from random import Random
from typing import TypeVar

from attrs import define, field, frozen

from govdisclosure.parsed import Parsed
from govdisclosure.states import State
from tests.conformance.damage import Damage
from tests.conformance.layouts.layout import Layout
from tests.conformance.outcomes import Expected, Outcome, Tally, Verdict, judge
from tests.conformance.sheets import sheet
from tests.conformance.truths import truth

Parse = Callable[[str | bytes], Parsed]
Way = TypeVar("Way", Layout, Damage)

RIGHT = (Outcome.READ, Outcome.NONE)

#: A cell that the document does not have.
NOWHERE = Expected(State.ABSENT)


@frozen
class Case:
    """One printed report with its truth."""

    layout: str
    seed: int
    document: str | bytes
    expected: dict[str, Expected]


@define
class Run:
    """A layout's tally, and what was not right."""

    tally: Tally
    faults: list[tuple[int, Verdict]] = field(factory=list)
    crashes: list[tuple[int, str]] = field(factory=list)


def case(layout: Layout | Damage, seed: int, forms: str | None = None) -> Case:
    """The report of a seed in a layout. The same arguments give the same document."""
    rng = Random(f"{layout.name} {seed}")  # noqa: S311  # test data, not secrets
    printed = sheet(truth(seed, forms), layout.style, rng)
    document, gone = layout.print(printed, rng)
    lost = {address: Expected(State.ABSENT, lost=printed.expected[address].value) for address in gone}
    return Case(layout.name, seed, document, {**printed.expected, **lost})


def verdicts(parsed: Parsed, expected: dict[str, Expected]) -> Iterator[Verdict]:
    """Every cell of the truth, judged, and every number claimed for a cell that the truth does not have."""
    for address, truth_of_cell in expected.items():
        reading = parsed[address]
        yield Verdict(address, truth_of_cell, reading, judge(truth_of_cell, reading))
    for reading in parsed:
        if reading.address not in expected and reading.state.has_number:
            yield Verdict(reading.address, NOWHERE, reading, Outcome.WRONG)


def run(layout: Layout | Damage, seeds: Iterable[int], parse: Parse) -> Run:
    """Print, read and judge the reports of some seeds. A crash is counted, not raised."""
    result = Run(Tally(layout.name))
    for seed in seeds:
        printed = case(layout, seed)
        try:
            parsed = parse(printed.document)
        except Exception as problem:  # noqa: BLE001  # a crash is a result of the run
            result.tally.errors += 1
            result.crashes.append((seed, f"{type(problem).__name__}: {problem}"))
            continue
        judged = tuple(verdicts(parsed, printed.expected))
        result.tally.add(judged)
        result.faults += [(seed, verdict) for verdict in judged if verdict.outcome not in RIGHT]
    return result


def named(layouts: Iterable[Way], part: str) -> tuple[Way, ...]:
    """The layouts or damages whose names contain some text; all for an empty text."""
    return tuple(layout for layout in layouts if part in layout.name)
