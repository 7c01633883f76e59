"""Whose report it is and of which year, from what the document says of it, the surest first."""

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum

import regex
from attrs import frozen

from govdisclosure.dates import PrintedPeriod, periods_in
from govdisclosure.framing.body import Body
from govdisclosure.framing.headline import announced_agency
from govdisclosure.framing.imprint import issuer_in
from govdisclosure.framing.introduction import is_vague, maker_in
from govdisclosure.grid import Line
from govdisclosure.passage import Passage
from govdisclosure.report import Period


class Origin(StrEnum):
    """What told the agency or the year."""

    TITLE = "title"
    #: The line below the title.
    LINE = "line"
    SIGNATURE = "signature"
    #: The page's own data: 发布机构, 来源, meta elements.
    PAGE = "page"
    SENTENCE = "sentence"
    PERIOD = "period"
    #: The year before that of publication and signature.
    DATE = "date"


@frozen
class StatedPeriod:
    """What a report says of its statistics period."""

    #: Where in the passage the words stand.
    start: int
    end: int
    #: None where the words are no period: ``202111日起至20211231日止``.
    period: Period | None


_STATISTICS = regex.compile(r"统计|期限|周期|时段|时限|数据|年报|报告期")
_PERIOD_CLAUSE = regex.compile(r"统计(?:的)?(?:期限|周期|时间|时段|期间|区间|范围|时限)[^。;\n]{0,60}")
_BEFORE, _BEHIND = 40, 12
_WHOLE_YEAR = dt.timedelta(days=360)

# A sentence that names the report: 现公布我局2022年政府信息公开工作年度报告. In a list of what was published
# (公开了机构职能、人事信息及2021年度信息公开报告) it is the report on the year before.
_ANNOUNCED = regex.compile(r"(?<![\d、及和与])(?P<year>20\d\d)\s{0,2}年?度?[\p{Han}]{0,16}?信息公开[\p{Han}]{0,10}报告")
# A sentence that says what was done in the year: 2019年，我局共主动公开政府信息227条.
_ACTIVE = regex.compile(
    r"(?<!\d)(?P<year>20\d\d)\s{0,2}年(?!\d|度?结转)(?:(?!20\d\d)[^。;\n]){0,32}"
    r"(?:主动公开|公开政府信息|公开信息|[收接]到|受理|发布(?:政府)?信息|公开申请)"
)
_UNTIL = regex.compile(r"截[至止]到?\s?(?P<year>20\d\d)\s?年(?:\s?12\s?月\s?31\s?日|底|末)")
# The year that a sentence begins with; not one of plans, nor the day of a law.
_BEGUN = regex.compile(r"(?:^|[。;\n])\s{0,4}(?P<year>20\d\d)\s?年?度?\s?[,、](?![^。;\n]{0,40}(?:将|计划|拟|打算))")
#: Reports are due by 31 March; one published later may be any year's.
_LAST_MONTH = 4


def stated_period(prose: Passage) -> StatedPeriod | None:
    """The statistics period: what is called so, or the whole year that is spelt out."""
    found = tuple(periods_in(prose.text))
    named = (one for one in found if _STATISTICS.search(prose.folded, max(0, one.start - _BEFORE), one.end + _BEHIND))
    chosen = next(named, None) or next((one for one in found if _is_a_year(one)), None)
    if chosen is not None:
        return StatedPeriod(chosen.start, chosen.end, _period(chosen))
    clause = _PERIOD_CLAUSE.search(prose.folded)
    return StatedPeriod(*clause.span(), None) if clause and regex.search(r"\d", clause[0]) else None


def _is_a_year(found: PrintedPeriod) -> bool:
    return bool(found.first and found.last and _WHOLE_YEAR <= found.last - found.first < 2 * _WHOLE_YEAR)


def _period(found: PrintedPeriod) -> Period | None:
    if found.first is None or found.last is None or found.first > found.last:
        return None
    return Period(found.first, found.last)


def agency_of(
    body: Body, lines: Sequence[Line], head: Sequence[tuple[str, str]], prose: Passage
) -> tuple[str | None, Origin | None]:
    """The agency as printed, without spaces, and what told it; None where nothing does."""
    title = body.headline.title if body.headline else None
    issuer = issuer_in(lines, head)
    found = (
        (title and title.agency, Origin.TITLE),
        (announced_agency(head, title.year if title else None), Origin.TITLE),
        (body.agency_below, Origin.LINE),
        (body.signature and body.signature.agency, Origin.SIGNATURE),
        (issuer if issuer and not is_vague(issuer) else None, Origin.PAGE),
        (maker_in(prose), Origin.SENTENCE),
        (issuer, Origin.PAGE),
    )
    return next(((name, origin) for name, origin in found if name), (None, None))


def year_of(
    body: Body, stated: StatedPeriod | None, prose: Passage, days: Sequence[dt.date | None]
) -> tuple[int | None, Origin | None]:
    """The year that the figures describe, and what told it; None where nothing does for certain.

    Args:
        body: the report on its page.
        stated: its statistics period.
        prose: its text.
        days: the days of publication and signature.
    """
    if body.headline and body.headline.title.year:
        return body.headline.title.year, Origin.TITLE
    if stated and stated.period and stated.period.start.year == stated.period.end.year:
        return stated.period.start.year, Origin.PERIOD
    for pattern in (_ANNOUNCED, _ACTIVE, _UNTIL, _BEGUN):
        years = {int(match["year"]) for match in pattern.finditer(prose.folded)}
        if years:
            return (years.pop(), Origin.SENTENCE) if len(years) == 1 else (None, None)
    known = [day for day in days if day is not None]
    before = {day.year - 1 for day in known}
    if body.headline and len(before) == 1 and all(day.month <= _LAST_MONTH for day in known):
        return before.pop(), Origin.DATE
    return None, None
