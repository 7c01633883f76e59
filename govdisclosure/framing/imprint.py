"""Who issued a report, when it was published and signed, and how to reach the agency."""

import datetime as dt
from collections.abc import Sequence

import regex
from attrs import frozen

from govdisclosure.dates import PrintedDate, date_of, dates_in
from govdisclosure.framing.furniture import Furniture, furniture
from govdisclosure.framing.titles import is_agency
from govdisclosure.grid import Line
from govdisclosure.passage import Passage, bare, bared, without_sounds
from govdisclosure.report import Contact
from govdisclosure.wording import fold

# The likeliest first. A date of making (生成, 成文) stands last but one: pages give it where they give no other.
_PUBLISHED = tuple(
    regex.compile(rf"(?:{words})[\])]?:?[\[(]?")
    for words in (
        "发布时间|发布日期|发表时间|发表日期|信息提供日期",
        "公开日期|公开时间|撰写时间|上网时间|上网日期|信息时间|录入时间|添加时间",
        "发文日期|印发日期|生成日期|成文日期",
        r"(?<![\p{Han}])(?:日期|时间)",
    )
)
# A date without a label of its own among the page's data: 来源：某局 时间：2024-01-26, 2024年01月26日来源：某局
_AMONG_DATA = regex.compile(r"(?:日期|时间):")
_PUBLISHED_META = ("pubdate", "publishdate", "publish_time", "publishtime", "article:published_time", "dc.date", "date")
_ISSUER = regex.compile(
    r"(?:发布机构|发布机关|发布单位|发文机关|发文单位|公开单位|责任单位|信息来源|稿件来源|来源)\s{0,4}[\])]?\s?:[\s|]{0,6}([\p{Han}()、]{2,40})(?=$|[\s,;。|\]])"
)
_ISSUER_META = ("contentsource", "source", "author", "publisher")
_ALONE = regex.compile(r"[\s()\[\]:,。/•·●*-]*")
_DAY_WORDS = regex.compile(r"\d{1,2}:\d\d(?::\d\d)?|(?:日期|时间|发布|公开|印发)")

_NUMBER = (
    r"(?:\(?\+?0\d{2,3}\)?[\s-]{0,3})?\d{7,8}(?:[\s]?(?:-|转)[\s]?\d{1,5})?|1[3-9]\d{9}|400-?\d{3}-?\d{4}|1\d{4}(?!\d)"
)
_TELEPHONE = regex.compile(
    rf"(?:电话|请联系(?=:))(?:号码)?(?:\(传真\)|\(?/?、?传真\)?)?\s{{0,4}}[:为是]?\s{{0,6}}(?P<found>{_NUMBER})(?:\s?[、/;,]\s?(?:{_NUMBER}))*"
)
_EMAIL = regex.compile(r"[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}", regex.ASCII)
_ADDRESS = regex.compile(
    r"(?:^|[\s,。;、(:]|(?<=[局委办厅镇乡处]|政府|办公室|街道))(?:(?:联系|办公|通讯|通信|单位|邮寄|收件|机关|受理)(?:机构)?)?(?:地址|地点)\s{0,4}[:为]\s{0,6}(?P<found>[^\n,。;:(]{4,60}(?:\([^()\n]{1,30}\))?)"
)
_AFTER_ADDRESS = regex.compile(r"\s{2,}|[,;]|(?:联系|办公|监督)?电话|邮编|邮政编码|传真|联系人|邮箱|电子邮箱")
_WEBSITE = regex.compile(
    r"(?:https?://|www\.)[A-Za-z0-9./_?=&%:~#-]{4,200}"
    r"|(?<=网[站页]?\s?[<(]\s?)[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,40}){1,4}(?:/[A-Za-z0-9./_-]{0,100})?(?=\s?[>)])",
    regex.IGNORECASE,
)


@frozen
class Signature:
    """The lines at the end of a report that say who signs, and when."""

    #: Where the first of the lines stands among the lines given.
    first: int
    #: Where the last of them stands.
    last: int
    agency: str | None
    date: PrintedDate | None


def date_alone(text: str) -> PrintedDate | None:
    """The date that is all that a line says; None for other lines."""
    found = next(dates_in(text), None)
    if found is None:
        return None
    rest = text[: found.start] + text[found.end :]
    return found if _ALONE.fullmatch(_DAY_WORDS.sub("", fold(rest))) else None


def signature_in(lines: Sequence[Line]) -> Signature | None:
    """The last signature among lines: agency and date on two lines or on one, a date alone, or an agency at the end."""
    for place in range(len(lines) - 1, -1, -1):
        text = lines[place].text
        if len(text) > _LONGEST_SIGNATURE:
            continue
        date = date_alone(text)
        if date is not None:
            return _around(lines, place, date)
        found = next(dates_in(text), None)
        if found is not None and found.end >= len(text.rstrip()) and is_agency(bare(text[: found.start])):
            return Signature(place, place, _name(text[: found.start]), found)
    name = _name(lines[-1].text) if lines else ""
    return Signature(len(lines) - 1, len(lines) - 1, name, None) if is_agency(name) else None


_LONGEST_SIGNATURE = 80


def _around(lines: Sequence[Line], place: int, date: PrintedDate) -> Signature:
    above = lines[place - 1].text if place else ""
    if is_agency(_name(above)):
        return Signature(place - 1, place, _name(above), date)
    below = lines[place + 1].text if place + 1 < len(lines) else ""
    if is_agency(_name(below)):
        return Signature(place, place + 1, _name(below), date)
    return Signature(place, place, None, date)


def _name(text: str) -> str:
    """An agency's name as printed, without spaces and marks around it."""
    return "".join(text.split()).strip("()（）[]【】:：,，。")


def published_in(lines: Sequence[Line], head: Sequence[tuple[str, str]]) -> PrintedDate | None:
    """The date of publication that the page gives; its ``date`` is None where there is no such day."""
    for label in _PUBLISHED:
        for number, line in enumerate(lines):
            found = _labelled_date(label, line.text, lines[number + 1].text if number + 1 < len(lines) else "")
            if found is not None:
                return found
    found = next(filter(None, map(_unlabelled_date, lines)), None)
    if found is not None:
        return found
    for name in _PUBLISHED_META:
        for key, content in head:
            if key.lower().strip() == name:
                date = date_of(content[:40])
                if date is not None:
                    return PrintedDate(content, 0, 0, date)
    return None


def _unlabelled_date(line: Line) -> PrintedDate | None:
    """The date among the page's data that has no label of its own, or one that only there means publication."""
    if furniture(line.text) is not Furniture.DATUM:
        return None
    first = next(dates_in(line.text), None)
    if first is not None and not line.text[: first.start].strip():
        return first
    return _labelled_date(_AMONG_DATA, line.text, "")


def _labelled_date(label: "regex.Pattern[str]", text: str, following: str) -> PrintedDate | None:
    if len(text) > _LONGEST_DATA:
        return None
    words = bared(text)
    match = label.search(words.text)
    if match is None:
        return None
    behind = text[words.place(match.end()) :]
    found = next(dates_in(behind if behind.strip() else following[:_LONGEST_DATE]), None)
    return found if found is not None and found.start <= _FAR else None


_LONGEST_DATE = 40
_LONGEST_DATA = 300
_FAR = 3


def issuer_in(lines: Sequence[Line], head: Sequence[tuple[str, str]]) -> str | None:
    """The agency that the page's data name: 发布机构, 来源, or a meta element."""
    for line in lines:
        if len(line.text) <= _LONGEST_DATA:
            match = _ISSUER.search(fold(line.text))
            if match is not None:
                name = _name(line.text[match.start(1) : match.end(1)])
                if is_agency(name):
                    return name
    values = (content for name in _ISSUER_META for key, content in head if key.lower().strip() == name)
    return next((_name(value) for value in values if is_agency(_name(value))), None)


def contact_in(prose: Passage) -> Contact:
    """How to reach the agency, as the report's own text says."""
    text = without_sounds(prose.text)
    folded = fold(text)

    def printed(match: "regex.Match[str] | None", group: str | int = 0) -> str | None:
        return text[match.start(group) : match.end(group)].strip(" .。，,；;()（）") if match else None

    telephone = _TELEPHONE.search(folded)
    address = printed(_ADDRESS.search(folded), "found")
    if address is not None:
        address = _AFTER_ADDRESS.split(address)[0].strip(" 、")
    number = text[telephone.start("found") : telephone.end()].strip() if telephone else None
    return Contact(number, printed(_EMAIL.search(folded)), address or None, printed(_WEBSITE.search(folded)))


def day_of(found: PrintedDate | None) -> dt.date | None:
    """The day of a printed date; None where there is none."""
    return found.date if found else None
