"""The report around its tables: title, agency, year, dates, contact details, sections."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex
from attrs import evolve, frozen

from govdisclosure.dates import dates_in
from govdisclosure.framing.attribution import Origin, agency_of, stated_period, year_of
from govdisclosure.framing.body import body
from govdisclosure.framing.imprint import contact_in, day_of, published_in
from govdisclosure.framing.outline import outline
from govdisclosure.framing.titles import title_of
from govdisclosure.grid import Line
from govdisclosure.headings import heading_of
from govdisclosure.passage import passage
from govdisclosure.report import Contact, Period, Section
from govdisclosure.source import Span

__all__ = ["Frame", "Origin", "frame"]


@frozen
class Frame:
    """A report around its tables. None: the document does not say."""

    #: As printed, the lines that it is broken over put together.
    title: str | None = None
    #: As printed, without spaces.
    agency: str | None = None
    year: int | None = None
    published: dt.date | None = None
    signed: dt.date | None = None
    period: Period | None = None
    contact: Contact = Contact()
    sections: tuple[Section, ...] = ()
    #: None also for a title that only the page's head gives.
    title_span: Span | None = None
    agency_from: Origin | None = None
    year_from: Origin | None = None
    #: The words of the statistics period as printed, also where they are no period; None where there are none.
    period_text: str | None = None
    period_span: Span | None = None
    #: Dates as printed of days that are in no calendar, with their places.
    impossible_dates: tuple[tuple[str, Span], ...] = ()
    #: The headings as printed, in order, with their places.
    headings: tuple[tuple[str, Span], ...] = ()
    #: The lines that the sections were made of, in order: the document's prose.
    prose: tuple[Line, ...] = ()


def frame(lines: Sequence[Line], head: Sequence[tuple[str, str]]) -> Frame:
    """The report around its tables, from the lines that no table has claimed.

    Args:
        lines: in order, with the page's furniture.
        head: names and contents of the page's title and meta elements; empty for text.
    """
    printed = tuple(line for whole in lines for line in _parted(whole) if line.text.strip())
    found = body(tuple(line for line in printed if not line.furniture and not _is_cell(line)), head)
    prose = passage(found.lines)
    published = day_of(published_in(printed, head) or found.date_below)
    signed = day_of(found.signature.date) if found.signature else None
    agency, agency_from = agency_of(found, printed, head, prose)
    stated = stated_period(prose)
    year, year_from = year_of(found, stated, prose, (published, signed))
    parts = outline(found.lines, found.on_new_page)
    return Frame(
        title=found.headline.title.text if found.headline else None,
        agency=agency,
        year=year,
        published=published,
        signed=signed,
        period=stated.period if stated else None,
        contact=contact_in(prose),
        sections=parts.sections,
        title_span=found.headline.span if found.headline else None,
        agency_from=agency_from,
        year_from=year_from,
        period_text=prose.text[stated.start : stated.end] if stated else None,
        period_span=prose.span(stated.start, stated.end) if stated else None,
        impossible_dates=tuple(_impossible(printed)),
        headings=parts.headings,
        prose=parts.lines,
    )


_WORD = regex.compile(r"\S+")
_LONGEST_CELL = 25
_LONGEST_HEADING = 40
#: So many headings on one line are several lines.
_SEVERAL = 3
_STOPS = "。；;.!！"


def _parted(line: Line) -> tuple[Line, ...]:
    """The lines of a document that was copied onto one line, with spaces for line ends."""
    words = tuple(_WORD.finditer(line.text))
    if len(words) < _SEVERAL:
        return (line,)
    headings = (heading_of(match[0]) for match in words if len(match[0]) <= _LONGEST_HEADING)
    if sum(heading is not None and heading.exact for heading in headings) >= _SEVERAL:
        return tuple(_piece(line, *match.span()) for match in words)
    cuts = [match.start() for before, match in pairwise(words) if _begins_section(before[0], match[0])]
    if cuts:
        return tuple(_piece(line, start, end) for start, end in pairwise((0, *cuts, len(line.text))))
    title = title_of(words[0][0])
    if title is None or title.year is None or title_of(line.text) is not None:
        return (line,)
    return _piece(line, *words[0].span()), _piece(line, words[1].start(), len(line.text))


def _begins_section(before: str, word: str) -> bool:
    """Whether a section begins with a word in the midst of a line, behind the end of a sentence."""
    heading = heading_of(word) if before[-1] in _STOPS and len(word) <= _LONGEST_HEADING else None
    return heading is not None and heading.depth == 1 and heading.kind is not None


def _piece(line: Line, start: int, end: int) -> Line:
    return evolve(line, text=line.text[start:end], span=Span(line.span.start + start, line.span.start + end))


def _is_cell(line: Line) -> bool:
    """Whether a line is a cell of a table; pages that set their text in tables have paragraphs for cells."""
    return line.cell and len(line.text) <= _LONGEST_CELL and not _is_heading(line.text) and title_of(line.text) is None


def _is_heading(text: str) -> bool:
    found = heading_of(text)
    return found is not None and (found.exact or found.depth == 1)


def _impossible(lines: Sequence[Line]) -> Iterator[tuple[str, Span]]:
    for line in lines:
        for found in dates_in(line.text):
            if found.date is None:
                yield found.text, Span(line.span.start + found.start, line.span.start + found.end)
