"""Telling what a document is that is no annual report: a blank form, a list of reports, statistics of half a year."""

import datetime as dt
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise

import regex
from attrs import frozen

from govdisclosure.errors import DocumentKind, NotAReport
from govdisclosure.framing.frames import Frame
from govdisclosure.framing.furniture import furniture
from govdisclosure.framing.introduction import introduces_itself, is_guide, names_report
from govdisclosure.framing.titles import title_of
from govdisclosure.grid import Line
from govdisclosure.headings import heading_of
from govdisclosure.passage import bare
from govdisclosure.report import SectionKind
from govdisclosure.wording import fold

_LONGEST_TITLE = 60
_FIRST_LINES = 8
_HEADING_LEVELS = 3
_TITLES_IN_HEAD = frozenset({"title", "articletitle", "og:title", "dc.title"})

_SUBJECT = regex.compile(r"信息公开|政务公开")
_PERIODIC = regex.compile(
    r"(?:上|下)半年|半年度|第?[一二三四1-4]季度|(?<!\d)\d{1,2}月份|\d{1,2}-\d{1,2}月|[一二三四五六七八九十]{1,2}月份|月报|季报|月度|季度"
)
_ABOUT = regex.compile(r"解读|图解|一图|图说|图表|看懂|读懂|一分钟|动漫|短视频")
_CIRCULAR = regex.compile(
    r"关于.{0,30}(?:年度报告|年报|统计).{0,30}(?:通知|函|通报|意见)$|(?:报告|年报|公开)(?:格式|样式|模板|模版|范本|样本|样表)"
)
_FORM = regex.compile(r"统计(?:报)?表$|报表$|样表|填报说明|填表说明|(?:报告|年报)\(?(?:格式|样式|模板|模版|范本)\)?")
_FORM_FIELDS = regex.compile(
    r"(?:单位负责人|填报人|填表人|单位盖章|填报单位|报出日期|填表日期|填报日期|单位法人代码|统计负责人|审核人)[:(]|□{3,}|指标名称|填报说明|填表说明|计量单位"
)
_PLACEHOLDER = regex.compile(
    r"[X×＿_]{2,}(?:年|县|市|区|镇|局|单位|人民政府)|(?:机关|单位)名称\)|\((?:年份|年度)\)|[_＿]{2,}年"
)
_NEWS = regex.compile(
    r"信息公开[^。]{0,16}(?:年度报告|年报)[^。]{0,12}(?:公布|发布|出炉|公示|编制|上线|公开发布)|(?:公布|发布|编制)[^。]{0,30}信息公开[^。]{0,12}(?:年度报告|年报)"
)
_NEXT_PAGE = regex.compile(r"下一页|上一页|尾页|末页|共\d{1,4}页|共\d{1,5}条|首页.{0,8}\[?1\]?")
_LISTED = regex.compile(r"^(?:\[?20\d\d[-/.]\d{1,2}[-/.]\d{1,2}\]?)?.{6,60}?\[?(?:20\d\d[-/.])?\d{1,2}[-/.]\d{1,2}\]?$")

# The parts in which the form's notice asks for section one.
_PART_OF_OVERVIEW = regex.compile(r"主动公开|依申请公开|信息管理|平台建设|监督保障")
_OPENING, _OPENING_LINES = 2000, 12
_ALMOST_A_YEAR = dt.timedelta(days=300)

_FEW_LINES = 2
_ENOUGH_LISTED = 3
_ENOUGH_SECTIONS = 2
_ENOUGH_FIELDS = 2
_ENOUGH_PROSE = 200
_ENOUGH_FIGURES = 4
_LAST_FIGURE = regex.compile(r"\D(\d{1,9})\D?$")


class TablesPrinted(Enum):
    """How much of the statutory tables a document prints."""

    NONE = auto()
    #: Their labels, and no number.
    EMPTY = auto()
    FILLED = auto()


@frozen
class _Page:
    """What the recognition looks at."""

    #: The texts of the report and its page, without spaces, in simplified characters; furniture left out.
    words: tuple[str, ...]
    #: The words that may be the document's title.
    titles: tuple[str, ...]
    #: Lines that are titles of reports, alone or with a date.
    listed: tuple[str, ...]
    #: The begin of the report's own text.
    opening: str
    #: Whether the page has a pager.
    paged: bool
    #: How many of the statutory sections have a heading.
    sections: int


def recognise(
    lines: Sequence[Line],
    head: Sequence[tuple[str, str]],
    pictures: Sequence[str],
    attachments: Sequence[str],
    *,
    tables: TablesPrinted,
    frame: Frame,
) -> NotAReport | None:
    """What a document is that is no annual report; None for a report, also for one without tables.

    Args:
        lines: the lines that no table has claimed, in order.
        head: names and contents of the page's title and meta elements.
        pictures: descriptions and file names of the pictures in the text.
        attachments: names and addresses of the linked files.
        tables: whether statutory tables are there, with numbers in them. Then only a title can say that it is no
            annual report.
        frame: what `govdisclosure.framing.frame` made of the lines.
    """
    page = _page(lines, head, frame)
    told = _by_title(page, frame, has_tables=tables is TablesPrinted.FILLED)
    if told is not None or tables is TablesPrinted.FILLED:
        return told
    if tables is TablesPrinted.EMPTY:
        return _unfilled(page, frame)
    if not page.words or (frame.title and not frame.prose and not page.sections and len(page.words) <= _FEW_LINES):
        return _without_text(page, pictures, attachments)
    return _by_text(page, frame, pictures)


def _page(lines: Sequence[Line], head: Sequence[tuple[str, str]], frame: Frame) -> _Page:
    visible = [line for line in lines if not line.furniture and bare(line.text)]
    texts = tuple(line for line in visible if furniture(line.text) is None)
    return _Page(
        words=tuple(bare(line.text) for line in texts),
        titles=tuple(_titles(texts, head)),
        listed=tuple(bare(line.text) for line in visible if _is_listed(line.text)),
        opening="\n".join(bare(line.text) for line in frame.prose[:_OPENING_LINES])[:_OPENING],
        paged=any(_NEXT_PAGE.search(bare(line.text)) for line in lines if len(line.text) <= _LONGEST_TITLE),
        sections=len({section.kind for section in frame.sections if section.kind is not None}),
    )


def _titles(texts: Sequence[Line], head: Sequence[tuple[str, str]]) -> Iterator[str]:
    for name, content in head:
        if name.strip().lower() in _TITLES_IN_HEAD:
            yield from (bare(part) for part in regex.split(r"[_|]", fold(content[:400])) if _SUBJECT.search(bare(part)))
    for line in texts:
        if line.heading is not None and line.heading <= _HEADING_LEVELS:
            yield bare(line.text)
    for line in texts[:_FIRST_LINES]:
        if heading_of(line.text) or len(line.text) > _LONGEST_TITLE:
            return
        yield bare(line.text)


def _is_listed(text: str) -> bool:
    if len(text) > 2 * _LONGEST_TITLE:
        return False
    title = title_of(text)
    return title is not None and (title.year is not None or title.agency is not None)


def _by_title(page: _Page, frame: Frame, *, has_tables: bool) -> NotAReport | None:
    """What the title says, where there is none of an annual report."""
    if frame.title is not None:
        return None
    for words in page.titles:
        if _SUBJECT.search(words) and _PERIODIC.search(words):
            return NotAReport(DocumentKind.PERIODIC_STATISTICS, words)
        if _SUBJECT.search(words) and _ABOUT.search(words) and not has_tables:
            return NotAReport(DocumentKind.ABOUT_A_REPORT, words)
        if _SUBJECT.search(words) and _CIRCULAR.search(words):
            return NotAReport(DocumentKind.BLANK_FORM, words)
    return None


def _without_text(page: _Page, pictures: Sequence[str], attachments: Sequence[str]) -> NotAReport:
    if pictures:
        return NotAReport(DocumentKind.PICTURE, pictures[0])
    if attachments:
        return NotAReport(DocumentKind.ABOUT_A_REPORT, attachments[0])
    if page.words:
        return NotAReport(DocumentKind.ABOUT_A_REPORT, page.words[0])
    return NotAReport(DocumentKind.EMPTY)


def _unfilled(page: _Page, frame: Frame) -> NotAReport | None:
    """Tables of labels alone: those of a form, or of a report whose numbers a program has dropped or nobody filled in.

    The circular that sends out the form has the title of a report in its annex.
    """
    circular = next((words for words in page.titles if _SUBJECT.search(words) and _CIRCULAR.search(words)), None)
    if circular is not None:
        return NotAReport(DocumentKind.BLANK_FORM, circular)
    found = _blank_form(page, frame)
    if found is not None or frame.title is not None or not page.words or introduces_itself(page.opening):
        return found
    return NotAReport(DocumentKind.BLANK_FORM, page.words[0][:_LONGEST_TITLE])


def _by_text(page: _Page, frame: Frame, pictures: Sequence[str]) -> NotAReport | None:
    found = _blank_form(page, frame) or _guide(page, frame)
    if found is not None or page.sections >= _ENOUGH_SECTIONS:
        return found
    if len(page.listed) >= _ENOUGH_LISTED and (page.paged or len(page.listed) * 2 >= len(page.words)):
        return NotAReport(DocumentKind.LIST_PAGE, page.listed[0])
    if frame.title is None:
        return _part_of_a_year(page, frame) if _is_untitled_report(page, frame) else _about_or_unrelated(page)
    prose = sum(len(line.text) for line in frame.prose)
    if prose >= _ENOUGH_PROSE or (prose and (page.sections or len(frame.sections) > 1)):
        return None
    return NotAReport(DocumentKind.PICTURE, pictures[0]) if pictures else _about_or_unrelated(page)


def _guide(page: _Page, frame: Frame) -> NotAReport | None:
    is_one = frame.title is None and is_guide(page.opening)
    return NotAReport(DocumentKind.UNRELATED, page.words[0][:_LONGEST_TITLE]) if is_one else None


def _part_of_a_year(page: _Page, frame: Frame) -> NotAReport | None:
    """Statistics that say of themselves that they count a part of a year."""
    is_one = frame.period is not None and frame.period.end - frame.period.start < _ALMOST_A_YEAR
    return NotAReport(DocumentKind.PERIODIC_STATISTICS, page.words[0][:_LONGEST_TITLE]) if is_one else None


def _is_untitled_report(page: _Page, frame: Frame) -> bool:
    """Whether a text that lost its title, and all but the first of its sections, is a report for all that."""
    if introduces_itself(page.opening):
        return True
    overview = next((section for section in frame.sections if section.kind is SectionKind.OVERVIEW), None)
    heading = heading_of(overview.heading) if overview else None
    if overview is None or heading is None or not heading.exact:
        return False
    parts = sum(bool(_PART_OF_OVERVIEW.search(bare(child.heading))) for child in overview.children)
    begins = heading_of(page.words[0])
    is_first = begins is not None and begins.kind is SectionKind.OVERVIEW and "政府信息公开" in page.opening
    return parts >= _ENOUGH_SECTIONS or is_first or names_report(page.opening)


def _blank_form(page: _Page, frame: Frame) -> NotAReport | None:
    """A form to be filled in, told by its title, its fields, or the marks that stand for names."""
    fields = [words for words in page.words if _FORM_FIELDS.search(words)]
    titled = next((words for words in page.titles if _SUBJECT.search(words) and _FORM.search(words)), None)
    if titled is not None and frame.title is None and (fields or page.sections < _ENOUGH_SECTIONS):
        return NotAReport(DocumentKind.PERIODIC_STATISTICS if _is_filled(page) else DocumentKind.BLANK_FORM, titled)
    if len(fields) >= _ENOUGH_FIELDS and frame.title is None:
        return NotAReport(DocumentKind.BLANK_FORM, fields[0])
    held = next((words for words in page.titles if _SUBJECT.search(words) and _PLACEHOLDER.search(words)), None)
    return NotAReport(DocumentKind.BLANK_FORM, held) if held else None


def _is_filled(page: _Page) -> bool:
    """Whether a form has figures; codes, that count the lines, are none."""
    figures = [int(match[1]) for words in page.words if (match := _LAST_FIGURE.search(words))]
    return len(figures) >= _ENOUGH_FIGURES and len({after - before for before, after in pairwise(figures)}) > 1


def _about_or_unrelated(page: _Page) -> NotAReport:
    for words in page.words:
        if _NEWS.search(words):
            return NotAReport(DocumentKind.ABOUT_A_REPORT, words[:_LONGEST_TITLE])
    if page.listed:
        return NotAReport(DocumentKind.ABOUT_A_REPORT, page.listed[0])
    return NotAReport(DocumentKind.UNRELATED, page.titles[0] if page.titles else page.words[0][:_LONGEST_TITLE])
