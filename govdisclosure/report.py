"""The annual report: what it says of itself, its sections, its statutory tables.

A report can be written by hand from these classes, checked and serialised; parsing is one way to get one.
"""

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum

from attrs import frozen

from govdisclosure.editions import y2019, y2021
from govdisclosure.errors import UnknownAddress
from govdisclosure.form import addresses, form_of, value_at
from govdisclosure.reading import Number


class SectionKind(StrEnum):
    """The six sections that the statute asks for, in their order. Source: 条例第五十条."""

    OVERVIEW = "overview"
    PROACTIVE_DISCLOSURE = "proactive_disclosure"
    REQUESTS = "requests"
    REVIEW_AND_LITIGATION = "review_and_litigation"
    PROBLEMS_AND_IMPROVEMENTS = "problems_and_improvements"
    OTHER_MATTERS = "other_matters"


@frozen
class Section:
    """A section or subsection of the prose."""

    #: The heading as printed, with its numeral; an empty string for text before the first heading.
    heading: str
    #: Which statutory section it is; None for subsections and for sections of the agency's own.
    kind: SectionKind | None = None
    #: The paragraphs before the first subsection, as printed, without those of tables.
    paragraphs: tuple[str, ...] = ()
    #: The subsections in order: （一） below 一、, and 1. below （一）.
    children: "tuple[Section, ...]" = ()

    def text(self) -> str:
        """All paragraphs of the section and its subsections, one a line."""
        parts = [*self.paragraphs]
        for child in self.children:
            parts += [child.heading, child.text()]
        return "\n".join(part for part in parts if part)


@frozen
class Contact:
    """How to reach the agency, as printed. None: not stated."""

    telephone: str | None = None
    email: str | None = None
    address: str | None = None
    website: str | None = None


@frozen
class Period:
    """The days that the figures describe, first and last included."""

    start: dt.date
    end: dt.date


ProactiveDisclosure = y2019.ProactiveDisclosure2019 | y2021.ProactiveDisclosure2021
Requests = y2019.Requests2019 | y2021.Requests2021
ReviewAndLitigation = y2019.ReviewAndLitigation2019 | y2021.ReviewAndLitigation2021
Table = ProactiveDisclosure | Requests | ReviewAndLitigation


@frozen(kw_only=True)
class Report:
    """An annual report on open government information (政府信息公开工作年度报告). None: the document does not say."""

    title: str | None = None
    agency: str | None = None
    #: The year that the figures describe, not that of publication.
    year: int | None = None
    #: The day on which the page says that it was published.
    published: dt.date | None = None
    #: The date under the signature.
    signed: dt.date | None = None
    period: Period | None = None
    contact: Contact = Contact()
    sections: tuple[Section, ...] = ()
    #: Table two; the empty form where the document has none.
    proactive_disclosure: ProactiveDisclosure = y2021.ProactiveDisclosure2021()
    #: Table three; the empty form where the document has none.
    requests: Requests = y2021.Requests2021()
    #: Table four; the empty form where the document has none.
    review_and_litigation: ReviewAndLitigation = y2021.ReviewAndLitigation2021()
    #: Tables of a second edition's form, where a document fills some blocks of a table on it.
    other_forms: tuple[Table, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        """The statutory tables in print order, those of a second form last."""
        return (self.proactive_disclosure, self.requests, self.review_and_litigation, *self.other_forms)

    def cells(self) -> Iterator[tuple[str, Number | None]]:
        """Address and number of every cell of every form that the report uses, each address once."""
        seen: dict[str, Number | None] = {}
        for table in self.tables:
            for address in addresses(type(table)):
                value = value_at(table, address)
                if seen.get(address) is None:
                    seen[address] = value
        yield from seen.items()

    def value(self, address: str) -> Number | None:
        """The number of a cell; None where it has none.

        Raises:
            UnknownAddress: if no table of the report has such a cell.
        """
        found = [value_at(table, address) for table in self.tables if address in addresses(type(table))]
        if not found:
            raise UnknownAddress(address)
        return next((value for value in found if value is not None), None)

    @property
    def subject(self) -> str:
        """Whose report it is, for messages: agency and year, as far as they are known."""
        return " ".join(str(part) for part in (self.agency, self.year) if part is not None)

    @property
    def editions(self) -> tuple[str, ...]:
        """The editions of the forms used, the oldest first."""
        return tuple(sorted({form_of(type(table)).edition for table in self.tables}))
