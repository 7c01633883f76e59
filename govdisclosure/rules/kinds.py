"""How a rule is declared: a header, and a function that finds what breaks it."""

from collections.abc import Callable, Iterable
from functools import cached_property

from attrs import frozen

from govdisclosure.catalogue import Header
from govdisclosure.editions import TABLES
from govdisclosure.fault import Fault
from govdisclosure.finding import Finding, Message, Severity
from govdisclosure.identities import formula, identities
from govdisclosure.rules.cases import Case, Members, Series, Volume
from govdisclosure.rules.examples import EXAMPLES

__all__ = ["Case", "FaultRule", "Members", "MembersRule", "ReportRule", "Rule", "Series", "SeriesRule", "Volume"]


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

    @property
    def example(self) -> Message:
        """What it says of the smallest document that breaks it."""
        return EXAMPLES[self.code]

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
class FaultRule(Rule):
    """A rule that words what recovery says of a report whose sums do not hold."""

    find: Callable[[Header, Case, tuple[Fault, ...]], Iterable[Finding]]


@frozen
class SeriesRule(Rule):
    """A rule that looks at the reports of one agency over the years."""

    find: Callable[[Header, Series], Iterable[Finding]]


@frozen
class MembersRule(Rule):
    """A rule that looks at a consolidated report and the reports of the bodies that it takes in."""

    find: Callable[[Header, Case, Members], Iterable[Finding]]
