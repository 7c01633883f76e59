"""The report around its tables: title, agency, year, dates, contact details, sections."""

import datetime as dt
from collections.abc import Iterator, Sequence
from enum import StrEnum

import regex
from attrs import field, frozen

from govdisclosure.dates import PrintedDate, dates_in, periods_in
from govdisclosure.furniture import Furniture, furniture
from govdisclosure.grid import Line
from govdisclosure.headings import heading_of
from govdisclosure.headline import Headline, announced_agency, headline
from govdisclosure.imprint import (
    Signature,
    contact_in,
    date_alone,
    day_of,
    issuer_in,
    maker_in,
    published_in,
    signature_in,
)
from govdisclosure.outline import outline
from govdisclosure.passage import Passage, passage
from govdisclosure.report import Contact, Period, Section
from govdisclosure.source import Span
from govdisclosure.titles import is_agency, title_of
from govdisclosure.wording import fold


class Origin(StrEnum):
    """What told the agency or the year."""

    TITLE = "title"
    #: A line next to the title.
    LINE = "line"
    SIGNATURE = "signature"
    #: The page's own data: 发布机构, 来源, meta elements.
    PAGE = "page"
    SENTENCE = "sentence"
    PERIOD = "period"
    #: The year before that of publication or signature.
    DATE = "date"


@frozen
class Frame:
    """A report around its tables. None: the document does not say."""

    title: str | None = None
    agency: str | None = None
    year: int | None = None
    published: dt.date | None = None
    signed: dt.date | None = None
    period: Period | None = None
    contact: Contact = Contact()
    sections: tuple[Section, ...] = ()
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
    prose: tuple[Line, ...] = field(default=())


@frozen
class _Body:
    """Which lines of a page are the report, and what stands around them."""

    before: tuple[Line, ...]
    lines: tuple[Line, ...]
    signature: Signature | None


def frame(lines: Sequence[Line], head: Sequence[tuple[str, str]]) -> Frame:
    """The report around its tables, from the lines that no table has claimed.

    Args:
        lines: in order, with the page's furniture.
        head: names and contents of the page's title and meta elements; empty for text.
    """
    printed = tuple(line for line in lines if line.text.strip())
    visible = tuple(line for line in printed if not line.furniture)
    sections_at = tuple(
        place for place, line in enumerate(visible) if (found := heading_of(line.text)) and found.depth == 1
    )
    known = tuple(place for place in sections_at if (found := heading_of(visible[place].text)) and found.kind)
    title = headline(visible, head, known[0] if known else None)
    body = _body(visible, title, sections_at, known)
    return _framed(printed, head, title, body)


def _framed(printed: tuple[Line, ...], head: Sequence[tuple[str, str]], title: Headline | None, body: _Body) -> Frame:
    prose = passage(body.lines)
    signed = body.signature.date if body.signature else None
    published = published_in(printed, head)
    title = _reconciled(title, body.signature)
    year_in_title = title.title.year if title else None
    agency, agency_from = _agency(title, body, (printed, head), prose, year_in_title)
    stated = _period(prose)
    year, year_from = _year(title, stated, prose, (day_of(published), day_of(signed)))
    parts = outline(body.lines)
    return Frame(
        title=title.title.text if title else None,
        agency=agency,
        year=year,
        published=day_of(published),
        signed=day_of(signed),
        period=stated.period if stated else None,
        contact=contact_in(prose),
        sections=parts.sections,
        title_span=title.span if title else None,
        agency_from=agency_from,
        year_from=year_from,
        period_text=prose.text[stated.start : stated.end] if stated else None,
        period_span=prose.span(stated.start, stated.end) if stated else None,
        impossible_dates=tuple(_impossible(printed)),
        headings=parts.headings,
        prose=parts.lines,
    )


def _impossible(lines: Sequence[Line]) -> Iterator[tuple[str, Span]]:
    for line in lines:
        for found in dates_in(line.text):
            if found.date is None:
                yield found.text, Span(line.span.start + found.start, line.span.start + found.end)


_PROSE_LENGTH = 25
_SENTENCE = regex.compile(r"[。;!?]|:$")


def _body(lines: tuple[Line, ...], title: Headline | None, sections: tuple[int, ...], known: tuple[int, ...]) -> _Body:
    """Part the report from what its page prints before and behind it."""
    last_heading = (sections or (0,))[-1]
    start = 0
    if title and title.last is not None and (not sections or title.last < sections[0]):
        start = title.last + 1
        start = max(start, _last_repetition(lines, title, sections[0] if sections else len(lines)) + 1)
    foot = _foot(lines, max(last_heading, start))
    rest = [line for line in lines[max(last_heading, start) : foot] if furniture(line.text) is None]
    found = signature_in(rest[-_LONGEST_END:])
    if found is not None and len(rest[-_LONGEST_END:]) - found.last > _AFTER_SIGNATURE:
        found = None
    end = foot
    if found is not None:
        first = rest[-_LONGEST_END:][found.first]
        end = next(place for place in range(max(last_heading, start), foot) if lines[place] is first)
    first_section = sections[0] if sections else end
    kept = tuple(
        line
        for place, line in enumerate(lines[start:end], start)
        if _is_text(line, title, before_sections=place < first_section, titled=start > 0)
    )
    return _Body(lines[:start], kept, found)


#: How many lines a signature, and what may follow it, can take.
_LONGEST_END = 12
_AFTER_SIGNATURE = 4


def _last_repetition(lines: Sequence[Line], title: Headline, end: int) -> int:
    """The last line before the first section that prints the title again."""
    places = (place for place in range(end) if _repeats(lines[place], title))
    return max(places, default=-1)


def _repeats(line: Line, title: Headline) -> bool:
    found = title_of(line.text)
    return found is not None and found.text in {title.title.text, title.without_above and title.without_above.text}


def _foot(lines: Sequence[Line], start: int) -> int:
    """Where the page goes on behind the report."""
    places = (place for place in range(start, len(lines)) if furniture(lines[place].text) is Furniture.FOOT)
    return next(places, len(lines))


def _is_text(line: Line, title: Headline | None, *, before_sections: bool, titled: bool) -> bool:
    kind = furniture(line.text)
    if not before_sections:
        if kind in {Furniture.TOOL, Furniture.PAGE_NUMBER, Furniture.FOOT}:
            return False
        return title is None or not _repeats(line, title)
    if kind is not None or (title is not None and _repeats(line, title)):
        return False
    if date_alone(line.text) or is_agency("".join(line.text.split())):
        return False
    return titled or len(line.text) >= _PROSE_LENGTH or bool(_SENTENCE.search(fold(line.text).strip()))


def _reconciled(title: Headline | None, signature: Signature | None) -> Headline | None:
    """The title without the name above it where another agency signs: that name was the site's."""
    if title is None or title.without_above is None or signature is None or signature.agency is None:
        return title
    named, signs = fold(title.title.agency or ""), fold(signature.agency)
    if named in signs or signs in named:
        return title
    return Headline(title.without_above, title.last, title.last, None)


def _agency(
    title: Headline | None,
    body: _Body,
    page: tuple[Sequence[Line], Sequence[tuple[str, str]]],
    prose: Passage,
    year: int | None,
) -> tuple[str | None, Origin | None]:
    lines, head = page
    if title and title.title.agency:
        return title.title.agency, Origin.TITLE
    found = announced_agency(head, year)
    if found:
        return found, Origin.TITLE
    below = (
        "".join(lines[title.last + 1].text.split())
        if _has_line_below(title, lines) and title and title.last is not None
        else ""
    )
    if is_agency(below):
        return below, Origin.LINE
    if body.signature and body.signature.agency:
        return body.signature.agency, Origin.SIGNATURE
    found = issuer_in(lines, head)
    if found:
        return found, Origin.PAGE
    found = maker_in(prose)
    return (found, Origin.SENTENCE) if found else (None, None)


def _has_line_below(title: Headline | None, lines: Sequence[Line]) -> bool:
    return title is not None and title.last is not None and title.last + 1 < len(lines)


@frozen
class _Stated:
    """What the report says of its statistics period."""

    start: int
    end: int
    period: Period | None


_STATISTICS = regex.compile(r"统计|期限|周期|时段|数据|年报|报告期")
_PERIOD_CLAUSE = regex.compile(
    r"统计(?:的)?(?:期限|周期|时间|时段|期间|区间|范围|书记时间段)[^。;\n]{0,60}(?:\n[^。;\n]{0,40})?"
)
_CONTEXT = 40


def _period(prose: Passage) -> _Stated | None:
    """The statistics period: the one that is called so, or the one calendar year that is spelt out."""
    found = tuple(periods_in(prose.text))
    named = [one for one in found if _STATISTICS.search(prose.folded[max(0, one.start - _CONTEXT) : one.end + 12])]
    years = [
        one
        for one in found
        if one.first and one.last and one.first.year == one.last.year and (one.last - one.first).days >= _WHOLE_YEAR
    ]
    chosen = (named or years or [None])[0]
    if chosen is not None:
        possible = chosen.first and chosen.last and chosen.first <= chosen.last
        period = Period(chosen.first, chosen.last) if possible and chosen.first and chosen.last else None
        return _Stated(chosen.start, chosen.end, period)
    clause = _PERIOD_CLAUSE.search(prose.folded)
    return _Stated(*clause.span(), None) if clause and regex.search(r"\d", clause[0]) else None


_WHOLE_YEAR = 360

_ANNOUNCED_YEAR = regex.compile(r"(?P<year>20\d\d)\s{0,2}年?度?[\p{Han}]{0,16}?信息公开[\p{Han}]{0,10}报告")
_ACTIVITY_YEAR = regex.compile(
    r"(?P<year>20\d\d)\s{0,2}年(?:度|全年|以来|期间)?[,，]?[^。;,\n]{0,24}[,，]?[^。;,\n]{0,12}(?:主动公开|公开政府信息|公开信息|收到|受理|发布信息|公开申请)"
)


def _year(
    title: Headline | None, stated: _Stated | None, prose: Passage, days: tuple[dt.date | None, ...]
) -> tuple[int | None, Origin | None]:
    if title and title.title.year:
        return title.title.year, Origin.TITLE
    if stated and stated.period and stated.period.start.year == stated.period.end.year:
        return stated.period.start.year, Origin.PERIOD
    for pattern in (_ANNOUNCED_YEAR, _ACTIVITY_YEAR):
        years = {int(match["year"]) for match in pattern.finditer(prose.folded)}
        if len(years) == 1:
            return years.pop(), Origin.SENTENCE
        if years:
            return None, None
    known = [day for day in days if day is not None]
    before = {day.year - 1 for day in known}
    if title and len(before) == 1 and all(day.month <= _LAST_MONTH for day in known):
        return before.pop(), Origin.DATE
    return None, None


#: Reports are due by 31 March; one published later may be any year's.
_LAST_MONTH = 4
