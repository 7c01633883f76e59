"""The title of a report: telling it from mentions of titles, and the agency and the year that it names."""

from functools import lru_cache

import regex
from attrs import frozen

from govdisclosure.dates import years_in
from govdisclosure.passage import Bare, bared, visible
from govdisclosure.wording import fold

# What may stand before a title on its line: a label of the page, a page number of a flip book, a mark of markdown.
_LEAD = regex.compile(
    r"[\s#*?]{0,40}"
    r"(?:(?:[•·]\s{0,9})?(?:标\s{0,6}题|题\s{0,6}目|(?:信息|文件|公文)?名\s{0,6}称)\s{0,6}(?::|\s)"
    r"|page\s?\d{1,4}\s?-|p\.\s?\d{1,4}\s|正文\s|大\s?中\s?小\s?)?[\s#*?]{0,40}",
    regex.IGNORECASE,
)
_BULLET = regex.compile(
    r"(?:[·•▪■◆●○→>»*-]{1,3}|\d{1,3}[.、)](?!\d)|[\[(]?20\d\d[-/.]\d{1,2}[-/.]\d{1,2}[\])]?)\s{0,9}"
)
_LISTED_DATE = regex.compile(r"[\s(\[]*(?:20\d\d[-/.])?\d{1,2}[-/.]\d{1,2}(?:\s*\d{1,2}:\d\d(?::\d\d)?)?[\s)\]]*$")
_MARKS = '《》"<>* \t#'

_YEAR = r"(?:(?:20|19)\d\d|[二一][〇○◯零OoО0九][〇○◯零OoО0一二三四五六七八九\d]{2})(?:年度|年|度)?"
_BARE_YEAR = regex.compile(r"(?<!\d)20[0-4]\d(?!\d|\)?号)")
_YEAR_ONLY = regex.compile(rf"[(\[]?{_YEAR}[)\]]?")
_CORE = (
    r"(?:人民政府|政府|政务)?(?:信息公开|政务公开|政务信息公开)(?:和政务公开|暨政务公开)?"
    r"[^,。;:!?<>|《》]{0,12}?(?:报告|年报|年度报(?!告))"
)
_TITLE = regex.compile(rf"(?P<before>[^。;!?|《》]{{0,60}}?)(?P<core>{_CORE})(?P<after>[^。;!?|]{{0,30}})")
_AFTER = regex.compile(
    rf"(?:-{{0,2}}(?:{_YEAR}))?(?:[(\[](?:{_YEAR}|[^()\[\]]{{1,24}})[)\]]){{0,2}}"
    r"(?:全文|正文)?(?P<site>[-_][\p{Han}A-Za-z0-9.]{1,14}(?:网|网站|平台|门户|官网))?"
)
_BEFORE = regex.compile(
    rf"(?:关于)?(?:{_YEAR_ONLY.pattern})?(?P<agency>.*?)[-,]?(?:关于)?(?:的)?(?:{_YEAR_ONLY.pattern})?(?:关于)?"
    r"(?:全年|年度|本年度|上年度)?的?"
)
# Words of a line that speaks about a report, asks for one, or announces one.
_ABOUT = regex.compile(
    r"解读|图解|一图|图说|看懂|读懂|印发|报送|做好|编制|开展|公布|发布|出炉|通知|通报|公告|转发|填报|根据|按照|依据|将|附件"
    r"|点击|查看|查阅|下载|上一|下一|格式|样表|模板|模版|范本|样本|目录|列表|专栏|汇总表|有关事项|相关|半年|季度|月份|月报|季报"
    r"|征求|督查|评估|考核|整改|学习|讲话|会议|办法|规定|方案"
)
_LONGEST_LINE = 200
_ANNUAL = regex.compile(r"年度|年报|年")

_AGENCY_END = (
    r"(?:政府|办公室|办公厅|办|局|委员会|委|管委会|厅|处|所|中心|院|街道|镇|乡|苏木|站|队|署|社|团|馆|台|校|学|行|公司|部门|部|区|县"
    r"|市|省|州|旗|盟|农场|林场|协会|联合会|集团|海关|监狱|机关|师)"
)
_AGENCY = regex.compile(rf"[\p{{Han}}A-Za-z0-9()、·\-]{{1,38}}{_AGENCY_END}(?:\([\p{{Han}}]{{1,12}}\))?")
_SELF = regex.compile(
    r"(?:我|本(?!溪)|各|全(?!州县|椒|南县)|该|贵(?![阳州港溪南德定安池])|此)[\p{Han}]{0,5}(?:局|办|委|镇|乡|街道|单位|机关|部门|县|区|市|院|厅|处|中心|站|所|省|州|级)?"
)
_TWO_CHARACTERS = regex.compile(r"\p{Han}{2}")
_NOTE_AT_END = regex.compile(r"\(([^()]{2,24})\)$")
# Copies hide names (云台县****办公室), forms leave them out (XX县).
_MASKED = regex.compile(r"[*X×＿_□]{2,}")
_NO_AGENCY = frozenset(
    {
        *(
            "政府",
            "人民",
            "人民政府",
            "省政府",
            "市政府",
            "县政府",
            "区政府",
            "镇政府",
            "乡政府",
            "行政机关",
            "国家机关",
            "部门",
            "单位",
            "全国",
            "年度",
        ),
        *("经开区", "高新区", "开发区", "保税区", "新区", "园区", "景区", "示范区", "度假区", "工业区"),
        *("原创", "本站", "首页", "国务院办公厅政府信息与政务公开办公室"),
    }
)


@frozen
class Title:
    """A text that can be the title of a report."""

    #: As printed, without marks around it.
    text: str
    #: The agency that it names, without spaces; None where it names none.
    agency: str | None
    #: The year that it names; None where it names none, or several.
    year: int | None
    #: Whether it stands as in a list: behind a bullet, before a date.
    listed: bool = False


def is_agency(words: str) -> bool:
    """Whether words are the name of an agency, as far as names can tell.

    >>> is_agency("东山县人民政府办公室"), is_agency("我局"), is_agency("政府信息公开")
    (True, False, False)
    """
    folded = fold(words)
    return bool(_AGENCY.fullmatch(folded)) and folded not in _NO_AGENCY and not _says_we(folded)


def _says_we(folded: str) -> bool:
    return bool(_SELF.fullmatch(folded))


def _stripped(text: str) -> tuple[str, bool]:
    """The line without what stands before and behind a title, and whether it stood as in a list."""
    folded = fold(text)
    lead = _LEAD.match(folded)
    start = lead.end() if lead else 0
    bullet = _BULLET.match(folded, start)
    if bullet:
        start = bullet.end()
    date = _LISTED_DATE.search(folded, start)
    end = date.start() if date else len(folded)
    while start < end and folded[start] in _MARKS:
        start += 1
    while start < end and folded[end - 1] in _MARKS:
        end -= 1
    return text[start:end], bool(bullet or date)


def title_of(text: str) -> Title | None:
    """The title that a text is; None for text that is no title of a report.

    >>> title_of("东山县人民政府办公室2020年政府信息公开工作年度报告").agency
    '东山县人民政府办公室'
    >>> title_of("《2020年政府信息公开工作年度报告》解读") is None
    True
    """
    return _title_in(text) if len(text) <= _LONGEST_LINE else None


#: Characters that every title has.
_SEEN_IN_TITLES = frozenset("公开报")


@lru_cache(maxsize=4096)
def _title_in(text: str) -> Title | None:
    if not _SEEN_IN_TITLES.issubset(fold(text)):
        return None
    return next(filter(None, map(_title, text.split("\t"))), None)


def _title(text: str) -> Title | None:
    printed, listed = _stripped(text)
    found = bared(printed)
    match = _TITLE.fullmatch(found.text)
    if match is None or _ABOUT.search(found.text):
        return None
    after = _AFTER.fullmatch(match["after"])
    if after is None or not _ANNUAL.search(found.text):
        return None
    years = _years(match["before"] + match["core"]) or _years(match["after"])
    if after["site"]:
        printed = printed[: found.place(match.start("after") + after.start("site"))]
    return Title(visible(printed), _agency_in(found, match), years.pop() if len(years) == 1 else None, listed)


def _years(words: str) -> set[int]:
    return set(years_in(words)) | {int(year) for year in _BARE_YEAR.findall(words)}


def _agency_in(found: Bare, match: "regex.Match[str]") -> str | None:
    end = match.end("before")
    if match["core"].startswith("人民政府"):
        end += len("人民政府")
    before = _BEFORE.fullmatch(found.text, 0, end)
    if before is None or not before["agency"]:
        return _agency_after(found, match)
    agency = found.printed(*before.span("agency")).strip('《》“”"、，,-—')
    return agency if _can_be_agency(agency) else None


def _agency_after(found: Bare, match: "regex.Match[str]") -> str | None:
    """The agency in brackets behind the title: 2022年政府信息公开工作年度报告（县林业局）."""
    note = _NOTE_AT_END.search(match["after"])
    if note is None:
        return None
    start = match.start("after")
    agency = found.printed(start + note.start(1), start + note.end(1))
    return agency if is_agency(agency) else None


def _can_be_agency(words: str) -> bool:
    """Whether words before 政府信息公开 name somebody; there also 川主乡 and 某开发区 do."""
    folded = fold(words)
    return (
        len(folded) > 1
        and not _years(folded)
        and not _MASKED.search(folded)
        and folded not in _NO_AGENCY
        and not _says_we(folded)
        and bool(_TWO_CHARACTERS.search(folded))
    )
