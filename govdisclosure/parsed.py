"""A report as parsed: the data, and beside it what the source said in each cell."""

from collections.abc import Iterator
from functools import cached_property
from typing import TypeVar

from attrs import evolve, frozen

from govdisclosure.editions import slot_at
from govdisclosure.fact import Fact
from govdisclosure.finding import Finding
from govdisclosure.form import addresses, filled, form_of, value_at
from govdisclosure.reading import Place, Reading
from govdisclosure.report import Report
from govdisclosure.source import Source, Span
from govdisclosure.states import State


@frozen
class Leftover:
    """Text of a table that belongs to no cell of the form: an extra line, an extra column, a subtotal."""

    text: str
    span: Span
    #: The headings that it stands under, as printed.
    headings: tuple[str, ...] = ()
    place: Place | None = None


_Form = TypeVar("_Form")


@frozen
class Parsed:
    """What `parse` returns: ``report`` for the numbers, ``parsed[address]`` for what the source said in a cell."""

    source: Source
    report: Report
    #: One reading for each cell of each form that the document uses, in print order.
    readings: tuple[Reading, ...] = ()
    #: What the reader noticed.
    findings: tuple[Finding, ...] = ()
    #: The figures of the prose.
    facts: tuple[Fact, ...] = ()
    leftovers: tuple[Leftover, ...] = ()

    @cached_property
    def _by_address(self) -> dict[str, Reading]:
        return {reading.address: reading for reading in self.readings}

    def __getitem__(self, address: str) -> Reading:
        """What the source said in a cell; state ABSENT for a cell of a form that the document does not use.

        Raises:
            UnknownAddress: if no statutory form has such a cell.
        """
        found = self._by_address.get(address)
        if found is not None:
            return found
        return Reading(slot_at(address).address, State.ABSENT)

    def __iter__(self) -> Iterator[Reading]:
        """The readings in print order."""
        return iter(self.readings)

    def likely(self) -> Report:
        """The report with the most plausible candidate filled in for each ambiguous cell.

        These numbers are guesses, ranked as the page on recovery says; every other cell is as in ``report``.
        """
        report = self.report
        return evolve(
            report,
            proactive_disclosure=self._guessed(report.proactive_disclosure),
            requests=self._guessed(report.requests),
            review_and_litigation=self._guessed(report.review_and_litigation),
            other_forms=tuple(self._guessed(table) for table in report.other_forms),
        )

    def _guessed(self, table: _Form) -> _Form:
        """A table with the first candidates of those ambiguous cells that stand under its own edition's words."""
        form: type[_Form] = type(table)
        values = {address: value_at(table, address) for address in addresses(form)}
        for reading in self.readings:
            if reading.state is State.AMBIGUOUS and reading.candidates and reading.edition == form_of(form).edition:
                values[reading.address] = reading.candidates[0].value
        return filled(form, values)
