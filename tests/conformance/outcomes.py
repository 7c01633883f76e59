"""What a reading is worth against the truth: one outcome for each cell, and their tally."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from attrs import define, field, frozen

from govdisclosure.reading import Number, Reading
from govdisclosure.recovery import Assumption
from govdisclosure.states import State


class Outcome(StrEnum):
    """What became of one cell."""

    #: The number or the mark that the source prints, read as it stands.
    READ = "read"
    #: The number that the source prints, recovered.
    RECOVERED = "recovered"
    #: An empty cell that the source has lost, taken as 0 by an assumption that the proof names.
    TAKEN_AS_ZERO = "taken as 0"
    #: Several candidates, among them the right one or not.
    AMBIGUOUS = "ambiguous"
    #: The source prints a number and none is claimed.
    MISSING = "missing"
    #: A number is claimed that the source does not print there.
    WRONG = "wrong"
    #: No number in truth nor in the reading, but blank, mark and absent are confused.
    STATE = "state"
    #: The source does not have the cell, and none is claimed.
    NONE = "none"


@frozen
class Expected:
    """What the source prints in a cell: STATED with a number, BLANK, DASH, or ABSENT where it does not reach."""

    state: State
    value: Number | None = None
    #: The units that ``value`` may be given in, as other values: 251000 元 is 25.1 万元.
    other_values: tuple[Number, ...] = ()
    #: The number that the source has lost with its cell: to recover it is right, to claim it as stated is not.
    lost: Number | None = None


@frozen
class Verdict:
    """One cell, judged."""

    address: str
    expected: Expected
    reading: Reading
    outcome: Outcome

    @property
    def first_candidate_right(self) -> bool:
        """Whether the first candidate of an ambiguous cell is the truth; blank and 0 are told apart."""
        return bool(self.reading.candidates) and self.reading.candidates[0].value == self.expected.value

    def __str__(self) -> str:
        """One line: address, truth, reading."""
        truth = f"{self.expected.state}" if self.expected.value is None else f"{self.expected.value}"
        shown = ", ".join(f"{candidate.value}" for candidate in self.reading.candidates[:4])
        value = self.reading.value if self.reading.state.has_number else f"[{shown}]" if shown else ""
        return f"{self.outcome:9} {self.address}: truth {truth}, read {self.reading.state} {value} {self.reading.raw!r}"


def _judge_number(expected: Expected, reading: Reading) -> Outcome:
    if reading.state is State.RECOVERED and expected.lost is not None and reading.value == expected.lost:
        return Outcome.RECOVERED
    if expected.value is None and expected.state is not State.DASH and _is_taken_as_zero(reading):
        return Outcome.TAKEN_AS_ZERO
    if expected.value is None or reading.value not in (expected.value, *expected.other_values):
        return Outcome.WRONG
    return Outcome.READ if reading.state is State.STATED else Outcome.RECOVERED


def _is_taken_as_zero(reading: Reading) -> bool:
    """Whether a reading claims 0 for a cell of a line that lost cells, and says that this is assumed."""
    assumed = reading.proof.assumptions if reading.proof else ()
    return reading.state is State.RECOVERED and reading.value == 0 and Assumption.DROPPED_IS_ZERO in assumed


def judge(expected: Expected, reading: Reading) -> Outcome:
    """What a reading is worth against the truth."""
    if reading.state is State.AMBIGUOUS:
        return Outcome.AMBIGUOUS
    if reading.state.has_number:
        return _judge_number(expected, reading)
    if expected.state is State.STATED:
        return Outcome.MISSING
    if reading.state is State.ABSENT is expected.state:
        return Outcome.NONE
    return Outcome.READ if reading.state is expected.state else Outcome.STATE


@define
class Tally:
    """Counts of outcomes over any number of documents."""

    name: str
    reports: int = 0
    errors: int = 0
    cells: int = 0
    first_right: int = 0
    #: Numbers claimed where the truth has none: the gravest kind of the wrong ones.
    invented: int = 0
    outcomes: Counter[Outcome] = field(factory=Counter)

    def add(self, verdicts: Iterable[Verdict]) -> None:
        """Count one document."""
        self.reports += 1
        for verdict in verdicts:
            self.cells += 1
            self.outcomes[verdict.outcome] += 1
            self.first_right += verdict.outcome is Outcome.AMBIGUOUS and verdict.first_candidate_right
            self.invented += verdict.outcome is Outcome.WRONG and verdict.expected.value is None

    @property
    def read_share(self) -> float | None:
        """The share of the cells that the source has and that were read as they stand; None where it has none."""
        there = self.cells - self.outcomes[Outcome.NONE]
        return self.outcomes[Outcome.READ] / there if there else None

    def merge(self, other: "Tally") -> None:
        """Add another tally's counts."""
        self.reports += other.reports
        self.errors += other.errors
        self.cells += other.cells
        self.first_right += other.first_right
        self.invented += other.invented
        self.outcomes.update(other.outcomes)
