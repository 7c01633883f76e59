"""Dates and periods as reports print them: ``2021年1月12日``, ``二〇二一年一月十二日``, ``2020年1月1日至12月31日``."""

import calendar
import datetime as dt
from collections.abc import Iterator

import regex
from attrs import frozen

from govdisclosure.wording import fold

_ZEROS = "〇○◯零OoО0"
_CHINESE = str.maketrans(dict.fromkeys(_ZEROS, "0") | dict(zip("一二三四五六七八九元正", "12345678911", strict=True)))
_NUMERAL = "一二三四五六七八九"

_YEAR = (
    rf"(?<![\d.])(?:2\s?0\s?\d\s?\d|1\s?9\s?\d\s?\d"
    rf"|[二一](?:[{_ZEROS}]\s?[{_ZEROS}{_NUMERAL}\d]|九\s?九)\s?[{_ZEROS}{_NUMERAL}\d])"
)
_MONTH = r"(?:\d\s?\d|\d|十[一二]?|[一二三四五六七八九元正])"
_DAY = r"(?:\d\s?\d|\d|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
_GAP = r"\s{0,6}"


def _month_day(suffix: str) -> str:
    return rf"(?P<month{suffix}>{_MONTH}){_GAP}月{_GAP}(?P<day{suffix}>{_DAY}){_GAP}[日号]"


def _date(suffix: str = "") -> str:
    in_words = rf"(?P<year{suffix}>{_YEAR}){_GAP}年{_GAP}{_month_day(suffix)}"
    in_figures = (
        rf"(?<![\d.])(?P<figures{suffix}>(?:19|20)\d\d)\s?(?P<mark{suffix}>[-/.])\s?(?P<monthf{suffix}>\d\d?)\s?"
        rf"(?P=mark{suffix})\s?(?P<dayf{suffix}>\d\d?)(?![\d.]\d|\d)"
    )
    return f"(?:{in_words}|{in_figures})"


_DATE = regex.compile(_date())
#: What stands behind the year of every date.
_MARKED = regex.compile(r"[年./-]")
_COMPACT = regex.compile(
    r"(?<!\d)(?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?=\D|$|[0-2]\d[0-5]\d(?:[0-5]\d)?(?!\d))"
)
_YEAR_ALONE = regex.compile(rf"(?P<year>{_YEAR}){_GAP}(?:年度?|度)")

_TO = rf"{_GAP}(?:0{{1,2}}时)?(?:起始|起|开始)?{_GAP}[,、]?{_GAP}(?:截至|截止|至|到|-{{1,2}}|~|～){_GAP}"
_RANGE = regex.compile(rf"{_date()}{_TO}(?:{_date('end')}|(?:同年|当年|本年)?{_GAP}{_month_day('same')})")
_MONTHS = regex.compile(
    rf"(?P<year>{_YEAR}){_GAP}年{_GAP}(?P<month>{_MONTH}){_GAP}月?份?{_TO}"
    rf"(?:(?P<yearend>{_YEAR}){_GAP}年{_GAP})?(?P<monthend>{_MONTH}){_GAP}月(?!{_GAP}[\d一二三四五六七八九十])"
)


@frozen
class PrintedDate:
    """A date as printed. ``date`` is None where there is no such day."""

    text: str
    start: int
    end: int
    date: dt.date | None


@frozen
class PrintedPeriod:
    """First and last day as printed; None where there is no such day."""

    text: str
    start: int
    end: int
    first: dt.date | None
    last: dt.date | None


def _tens(words: str) -> int:
    """A month or a day, in figures or in words."""
    words = "".join(words.split()).replace("廿", "二十")
    tens, ten, ones = words.partition("十")
    if not ten:
        return int(words.translate(_CHINESE))
    return int(tens.translate(_CHINESE) or "1") * 10 + int(ones.translate(_CHINESE) or "0")


def _year(words: str) -> int:
    return int("".join(words.split()).translate(_CHINESE))


def _day(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(_year(year), _tens(month), _tens(day))
    except ValueError:
        return None


def _full(match: "regex.Match[str]", suffix: str = "") -> dt.date | None:
    if match[f"year{suffix}"]:
        return _day(match[f"year{suffix}"], match[f"month{suffix}"], match[f"day{suffix}"])
    return _day(match[f"figures{suffix}"], match[f"monthf{suffix}"], match[f"dayf{suffix}"])


def dates_in(text: str) -> Iterator[PrintedDate]:
    """The dates of a text, in order, also those that cannot be.

    >>> [found.date for found in dates_in("2021年1月12日，二〇二一年二月三十日，2021-01-19 08:30")]
    [datetime.date(2021, 1, 12), None, datetime.date(2021, 1, 19)]
    """
    folded = fold(text)
    if not _MARKED.search(folded):
        return
    for match in _DATE.finditer(folded):
        yield PrintedDate(text[match.start() : match.end()], match.start(), match.end(), _full(match))


def date_of(text: str) -> dt.date | None:
    """The one date that a label's value or a page's meta element gives; None where there is none, or no such day.

    >>> date_of("20210119")
    datetime.date(2021, 1, 19)
    """
    first = next(dates_in(text), None)
    if first is not None:
        return first.date
    match = _COMPACT.search(fold(text))
    return _day(match["year"], match["month"], match["day"]) if match else None


def years_in(text: str) -> tuple[int, ...]:
    """The years that a text names (2020年, 二〇二〇年度), in order, each once.

    >>> years_in("2020年度和二〇二一年，第2022号")
    (2020, 2021)
    """
    return tuple(dict.fromkeys(_year(match["year"]) for match in _YEAR_ALONE.finditer(fold(text))))


def periods_in(text: str) -> Iterator[PrintedPeriod]:
    """The periods of a text, those that are given in days first.

    >>> [(str(found.first), str(found.last)) for found in periods_in("自2020年1月1日起至12月31日止")]
    [('2020-01-01', '2020-12-31')]
    """
    folded = fold(text)
    for match in _RANGE.finditer(folded):
        start, end = match.span()
        first = _full(match)
        if match["daysame"]:
            year = match["year"] or match["figures"]
            last = _day(year, match["monthsame"], match["daysame"])
        else:
            last = _full(match, "end")
        yield PrintedPeriod(text[start:end], start, end, first, last)
    for match in _MONTHS.finditer(folded):
        start, end = match.span()
        first = _day(match["year"], match["month"], "1")
        last = _end_of_month(match["yearend"] or match["year"], match["monthend"])
        yield PrintedPeriod(text[start:end], start, end, first, last)


def _end_of_month(year: str, month: str) -> dt.date | None:
    first = _day(year, month, "1")
    return first and first.replace(day=calendar.monthrange(first.year, first.month)[1])
