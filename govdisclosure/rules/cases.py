"""What rules look at: a report with the states of its cells, and the reports of several years."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from attrs import frozen

from govdisclosure.fact import Fact
from govdisclosure.finding import Operand
from govdisclosure.parsed import Parsed
from govdisclosure.reading import Candidate, Number, Reading
from govdisclosure.report import Report, Section, SectionKind
from govdisclosure.rules.judging import EMPTY
from govdisclosure.rules.sheets import Judged, Sheet, settled
from govdisclosure.states import State


@frozen
class Case:
    """A report under examination. A cell without a number of a report written by hand counts as blank."""

    report: Report
    #: What was read, where the report was parsed; None for a report written by hand.
    parsed: Parsed | None = None

    @classmethod
    def of(cls, subject: Parsed | Report) -> "Case":
        """The case of a report, parsed or written by hand."""
        return cls(subject.report, subject) if isinstance(subject, Parsed) else cls(subject)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The figures of the prose; none for a report written by hand."""
        return self.parsed.facts if self.parsed else ()

    @cached_property
    def subject(self) -> str:
        """Whose report it is, for the findings."""
        return self.report.subject

    @property
    def year(self) -> int | None:
        """The report year; None where it is not known, and where the calendar has no such year."""
        year = self.report.year
        return year if year is not None and dt.MINYEAR <= year < dt.MAXYEAR else None

    @cached_property
    def sheets(self) -> Mapping[str, Sheet]:
        """The numbers of tables two, three and four, by the attribute of the report that holds the table."""
        report = self.report
        found = map(Sheet.of, (report.proactive_disclosure, report.requests, report.review_and_litigation))
        return {sheet.layout.name: sheet for sheet in found}

    @cached_property
    def all_sheets(self) -> tuple[Sheet, ...]:
        """The numbers of every table, those of second forms last."""
        return (*self.sheets.values(), *map(Sheet.of, self.report.other_forms))

    @cached_property
    def unmet(self) -> tuple[Judged, ...]:
        """The identities of the forms that do not hold, or cannot be assessed, in print order."""
        return tuple(found for sheet in self.sheets.values() for found in sheet.judged(self.reading, self._is_empty))

    @cached_property
    def zeros(self) -> frozenset[str]:
        """The empty cells that the identities of the form show to be zeros."""
        return frozenset(address for sheet in self.sheets.values() for address in settled(sheet, self.reading))

    @cached_property
    def _numbers(self) -> Mapping[str, Number | None]:
        numbers: dict[str, Number | None] = {}
        for sheet in self.all_sheets:
            for address, number in zip(sheet.layout.places, sheet.numbers, strict=True):
                if numbers.get(address) is None:
                    numbers[address] = number
        return numbers

    def _is_empty(self, address: str) -> bool:
        """Whether a cell without a number is there and holds nothing or a mark."""
        return self.parsed is None or self.parsed[address].state in EMPTY

    @property
    def addresses(self) -> Iterable[str]:
        """The cells of every form that the report uses, each once, in print order."""
        return self._numbers.keys()

    @cached_property
    def lines(self) -> Mapping[str, tuple[str, ...]]:
        """The cells of each line of the forms, in print order, by the address of the line."""
        lines: dict[str, list[str]] = {}
        for address in self.addresses:
            lines.setdefault(address.rpartition(".")[0], []).append(address)
        return {line: tuple(cells) for line, cells in lines.items()}

    def has(self, address: str) -> bool:
        """Whether a form that the report uses has such a cell."""
        return address in self._numbers

    def reading(self, address: str) -> Reading:
        """What stands in a cell; ABSENT where no form that the report uses has it."""
        if self.parsed is not None:
            return self.parsed[address]
        value = self.value(address)
        if value is not None:
            return Reading(address, State.STATED, value)
        return Reading(address, State.BLANK if self.has(address) else State.ABSENT)

    def value(self, address: str) -> Number | None:
        """The number of a cell; None where it has none, and where no form that the report uses has such a cell."""
        return self._numbers.get(address)

    def operand(self, address: str) -> Operand:
        """A cell as it is now, for a finding."""
        return operand_of(self.reading(address))

    def operands(self, addresses: Iterable[str]) -> tuple[Operand, ...]:
        """Several cells as they are now, for a finding."""
        return tuple(self.operand(address) for address in addresses)

    def section(self, kind: SectionKind) -> Section | None:
        """The first section of a kind; None where the report has none."""
        return next((section for section in self.report.sections if section.kind is kind), None)

    @cached_property
    def prose(self) -> tuple[str, ...]:
        """All headings and paragraphs of the sections, in order."""
        return tuple(_lines(self.report.sections))


def _lines(sections: Iterable[Section]) -> Iterator[str]:
    waiting = [*reversed([*sections])]
    while waiting:
        section = waiting.pop()
        yield section.heading
        yield from section.paragraphs
        waiting += reversed(section.children)


def operand_of(reading: Reading, owner: str = "") -> Operand:
    """A cell as it is now, for a finding; a cell of another report with its owner."""
    return Operand(reading.address, reading.value, reading.state, reading.span, owner)


@frozen
class Volume:
    """The report of one year; several copies of it count as one."""

    year: int
    copies: tuple[Case, ...]

    @property
    def case(self) -> Case:
        """The copy that findings are about: the last."""
        return self.copies[-1]

    def reading(self, address: str) -> Reading:
        """What stands in a cell; ambiguous where the copies have different numbers."""
        readings = [copy.reading(address) for copy in self.copies]
        values = tuple(dict.fromkeys(reading.value for reading in readings if reading.value is not None))
        if len(values) > 1:
            return Reading(address, State.AMBIGUOUS, candidates=tuple(Candidate(value) for value in values))
        return next((reading for reading in readings if reading.value is not None), readings[-1])

    def has(self, address: str) -> bool:
        """Whether the form of every copy has such a cell."""
        return all(copy.has(address) for copy in self.copies)

    @property
    def is_contradictory(self) -> bool:
        """Whether two copies have different numbers in one cell."""
        cells = {address for copy in self.copies for address, value in copy.report.cells() if value is not None}
        return any(len({copy.value(address) for copy in self.copies} - {None}) > 1 for address in cells)


@frozen
class Series:
    """The reports of one agency over the years."""

    #: One for each year that there is a report of, the oldest first.
    volumes: tuple[Volume, ...]
    #: Reports of an unknown year.
    undated: tuple[Case, ...] = ()

    @classmethod
    def of(cls, cases: Iterable[Case]) -> "Series":
        """The series of one agency's reports, whatever their order."""
        years: dict[int, list[Case]] = {}
        undated = []
        for case in cases:
            if case.report.year is None:
                undated.append(case)
            else:
                years.setdefault(case.report.year, []).append(case)
        return cls(tuple(Volume(year, tuple(years[year])) for year in sorted(years)), tuple(undated))

    def pairs(self) -> Iterator[tuple[Volume, Volume]]:
        """Each year with the year before it, where there is a report of both."""
        by_year = {volume.year: volume for volume in self.volumes}
        for volume in self.volumes:
            if volume.year - 1 in by_year:
                yield by_year[volume.year - 1], volume


@frozen
class Members:
    """The reports of the bodies that a consolidated report takes in."""

    cases: tuple[Case, ...]
    #: Whether these are all of the bodies.
    is_complete: bool
