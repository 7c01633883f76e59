"""How a rule is declared, and what it is given: a report under examination, its cells and their states."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from attrs import frozen

from govdisclosure.catalogue import Header
from govdisclosure.editions import TABLES
from govdisclosure.fact import Fact
from govdisclosure.finding import Finding, Operand, Severity
from govdisclosure.form import form_of
from govdisclosure.identities import formula, identities
from govdisclosure.parsed import Parsed
from govdisclosure.reading import Number, Reading
from govdisclosure.report import Report
from govdisclosure.rules.judging import Judged, Sheet, judged
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

    @cached_property
    def sheets(self) -> Mapping[str, Sheet]:
        """The numbers of tables two, three and four, by the attribute of the report that holds the table."""
        report = self.report
        tables = (report.proactive_disclosure, report.requests, report.review_and_litigation)
        return {form_of(type(table)).name: Sheet.of(table) for table in tables}

    @cached_property
    def unmet(self) -> tuple[Judged, ...]:
        """The identities of the forms that do not hold, or cannot be assessed, in print order."""
        return tuple(found for sheet in self.sheets.values() for found in judged(sheet, self.reading))

    def reading(self, address: str) -> Reading:
        """What stands in a cell."""
        if self.parsed is not None:
            return self.parsed[address]
        value = self.value(address)
        return Reading(address, State.BLANK if value is None else State.STATED, value)

    def value(self, address: str) -> Number | None:
        """The number of a cell; None where it has none, and where no table of the report has such a cell."""
        sheet = self.sheets.get(address.partition(".")[0])
        if sheet is not None and (place := sheet.layout.places.get(address)) is not None:
            return sheet.numbers[place]
        found = (
            table.numbers[table.layout.places[address]] for table in self._others if address in table.layout.places
        )
        return next((value for value in found if value is not None), None)

    def operand(self, address: str) -> Operand:
        """A cell as it is now, for a finding."""
        reading = self.reading(address)
        return Operand(address, reading.value, reading.state, reading.span)

    def operands(self, addresses: Iterable[str]) -> tuple[Operand, ...]:
        """Several cells as they are now, for a finding."""
        return tuple(self.operand(address) for address in addresses)

    @cached_property
    def _others(self) -> tuple[Sheet, ...]:
        return tuple(Sheet.of(table) for table in self.report.other_forms)


@frozen
class Rule:
    """A header, and how its findings come about. A plain rule's findings are the reader's own."""

    header: Header

    @property
    def code(self) -> str:
        """Never reused, never changed in meaning."""
        return self.header.code

    @property
    def name(self) -> str:
        """Words joined by hyphens; as stable as the code."""
        return self.header.name

    @property
    def severity(self) -> Severity:
        """How much its findings weigh."""
        return self.header.severity

    @cached_property
    def formulas(self) -> tuple[str, ...]:
        """The sums that it checks, in the form's own words, each once; empty for a rule that is no identity."""
        found = (formula(one, table) for table in TABLES for one in identities(table) if one.code == self.code)
        return tuple(dict.fromkeys(found))


@frozen
class ReportRule(Rule):
    """A rule that looks at one report. The function is given the header that it words its findings with."""

    find: Callable[[Header, Case], Iterable[Finding]]


@frozen
class SeriesRule(Rule):
    """A rule that looks at the reports of one agency: one a year, the oldest first."""

    find: Callable[[Header, tuple[Case, ...]], Iterable[Finding]]


@frozen
class MembersRule(Rule):
    """A rule that looks at a consolidated report and the reports of the bodies that it takes in."""

    find: Callable[[Header, Case, tuple[Case, ...]], Iterable[Finding]]
