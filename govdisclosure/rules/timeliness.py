"""Years and days that a report states: its period, its dates, its legal date (GD702, GD705)."""

import datetime as dt
from collections.abc import Iterable, Iterator

import regex

from govdisclosure.catalogue import ARTICLE_49, Header
from govdisclosure.dates import dates_in, years_in
from govdisclosure.finding import Finding, Message, Severity, Verdict
from govdisclosure.report import Report, Section
from govdisclosure.rules.bodies import legal_date
from govdisclosure.rules.kinds import Case, ReportRule, Rule

YEARS = Header(
    "GD702",
    "year-or-date",
    Severity.WARNING,
    Message(
        "统计期限为报告年度，日期真实存在，没有其他年度的残留文字",
        "The period is the report year, dates can be, and no words are left over from another year.",
    ),
    Message("{what}：“{stated}”", "{what}: “{stated}”"),
)
LATE = Header(
    "GD705",
    "published-late",
    Severity.NOTE,
    Message(
        "部门在次年1月31日前、政府在次年3月31日前公布年度报告",
        "Departments publish by 31 January, governments by 31 March of the next year.",
    ),
    Message("{stated}公布，法定期限为{expected}", "published on {stated}; the legal date is {expected}"),
    source=ARTICLE_49,
)

PERIOD = Message("统计期限不是报告年度", "the period is not the report year")
TOO_EARLY = Message("日期早于报告年度结束", "the date is before the end of the report year")
NO_SUCH_DAY = Message("日期不存在", "there is no such day")
TITLE_YEAR = Message("标题的年度不是报告年度", "the year of the title is not the report year")
OTHER_YEAR = Message("留有其他年度的文字", "words are left over from another year")

# What compares with earlier years, or reaches back to them, names them on purpose.
_ON_PURPOSE = regex.compile(r"以来|相比|对比|同比|比|较|[年月日]底|年末|至今|期间|[-至到—~～]|〔|《")
YEAR_LENGTH = len("2 0 2 1 ")
_REPORT_OF = regex.compile(r"年度?[^。，；,;]{0,40}?(?:政府|政务)信息公开(?:工作)?(?:年度)?(?:报告|年报)")
# Only months above 12 and days above 28 can be impossible; what most reports print is 12月31日.
_SUSPECT = regex.compile(
    r"(?:1[3-9]|[2-9]\d|十[三四五六七八九]|[１-９][３-９])\s?月|(?:3[2-9]|[4-9]\d)\s?[日号]"
    r"|(?<!12\s?月\s?)(?:29|3[01]|二十九|三十一?|[２-９][０-９])\s?[日号]"
)


def years_and_dates(header: Header, case: Case) -> Iterator[Finding]:
    """A finding for each statement of a year or a day that cannot be right."""
    for what, stated, expected in dict.fromkeys(_objections(case)):
        yield header.finding(verdict=Verdict.SOURCE, stated=stated, expected=expected, subject=case.subject, what=what)


def _objections(case: Case) -> Iterator[tuple[Message, str, str | None]]:
    report = case.report
    for line in case.prose:
        if "月" in line and _SUSPECT.search(line):
            yield from ((NO_SUCH_DAY, found.text, None) for found in dates_in(line) if found.date is None)
    year = case.year
    if year is None:
        return
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    period = report.period
    if period is not None and (period.start, period.end) != (first, last):
        yield PERIOD, f"{period.start}/{period.end}", f"{first}/{last}"
    for date in dict.fromkeys((report.signed, report.published)):
        if date is not None and date < last:
            yield TOO_EARLY, date.isoformat(), None
    yield from ((what, words, str(year)) for what, words in _other_years(report, year))


def _other_years(report: Report, year: int) -> Iterator[tuple[Message, str]]:
    """Words that name an earlier year where only the report year can be meant: title, headings, introduction."""
    if report.title and (named := years_in(report.title)) and year not in named:
        yield TITLE_YEAR, report.title
    for section in _with_children(report.sections):
        named = years_in(section.heading)
        if named and max(named) < year and not _ON_PURPOSE.search(section.heading):
            yield OTHER_YEAR, section.heading
    introduction = (line for section in report.sections[:1] if not section.heading for line in section.paragraphs)
    for line in introduction:
        starts = [match.start() for match in _REPORT_OF.finditer(line)]
        named = tuple(year for start in starts for year in years_in(line[max(0, start - YEAR_LENGTH) : start + 2]))
        if named and max(named) < year:
            yield OTHER_YEAR, line


def _with_children(sections: Iterable[Section]) -> Iterator[Section]:
    waiting = list(sections)
    while waiting:
        section = waiting.pop(0)
        yield section
        waiting += section.children


def published_late(header: Header, case: Case) -> Iterator[Finding]:
    """A note where the day of publication, or else that of the signature, is after the legal date."""
    report = case.report
    date = report.published or report.signed
    if date is None or case.year is None:
        return
    latest = legal_date(report.agency, case.year)
    if date > latest:
        yield header.finding(
            verdict=Verdict.SOURCE, stated=date.isoformat(), expected=latest.isoformat(), subject=case.subject
        )


RULES: tuple[Rule, ...] = (ReportRule(YEARS, years_and_dates), ReportRule(LATE, published_late))
