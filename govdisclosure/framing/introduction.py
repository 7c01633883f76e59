"""What a document says of itself in its own words: that it is an annual report, and whose.

Pages often lose the title, which the site prints outside of the text; the introduction then tells what it told.
"""

from collections.abc import Iterator

import regex

from govdisclosure.framing.titles import is_agency, title_of
from govdisclosure.passage import Passage, without_sounds
from govdisclosure.wording import fold

_REPORT = r"(?:本(?:年度|年)?(?:工作)?|(?:本)?年度)(?:报告|年报)"
#: A report says how it was made, what it consists of, or from when to when it counts.
_OF_ITSELF = regex.compile(
    rf"{_REPORT}(?:全文)?(?:是)?(?:由|根据|依据|按照|包括|共?分|主要)"
    rf"|(?:{_REPORT}|报告|年报|全文)(?:中)?(?:的)?(?:所列|所涉及|所使用|使用|涉及)?(?:的)?(?:各项|统计)?数据(?:的)?(?:统计|核定|期限)[^。;\n]{{0,16}}20\d\d"
    r"|(?:编制|制作)(?:而成|(?:并)?(?:发布|公布)?本(?:年度)?报告)"
    r"|现将[^。;\n]{0,40}信息公开[^。;\n]{0,16}(?:报告|汇报|公布|公告)如下"
    r"|编制完成[^。;\n]{0,12}信息公开[^。;\n]{0,12}(?:报告|年报)"
)
_OWN_REPORT = regex.compile(r"信息公开[^。;\n]{0,16}(?:报告|年报)(?!格式|有关|编制)")
#: A circular asks others for their reports in the same words.
_ASKS = regex.compile(r"通知如下|(?:印发|转发)给你们|请(?:各|于|认真)|^各[\p{Han}、()]{2,40}:", regex.MULTILINE)
_GUIDE = regex.compile(r"以下(?:简)?称:?[《\"“]{0,2}(?:本)?指南|本指南|公开指南:")

#: Who made the report, or whose it is, the surest words first.
_MAKERS = (
    regex.compile(
        r"由(?P<agency>[\p{Han}()]{3,38}?)(?:负责)?(?:组织)?(?:编制|编写|撰写|根据|依据|按照|结合|汇总|综合)"
    ),
    regex.compile(
        r"(?:^|[,。;、])(?:现由|特由|由|现)?+(?P<agency>[\p{Han}()]{3,38}?)(?:现|特)?(?:编制|公布|发布|撰写)(?:完成)?(?:了)?"
        r"(?:本报告|本年度报告|本年报|(?:20\d\d年度?|本年度)[\p{Han}]{0,4}信息公开)"
    ),
    regex.compile(r"做好(?P<agency>[\p{Han}()]{3,38}?)(?:20\d\d年度?)?(?:政府信息|政务)公开工作,"),
    regex.compile(
        r"(?:^|[,。;])(?P<agency>[\p{Han}()]{3,38}?)结合(?:本?单位|自身|工作|本局|我局)[^,。;\n]{0,6},(?:特)?编制"
    ),
    regex.compile(
        r"结合(?P<agency>[\p{Han}()]{3,38}?)(?:\([^()\n]{2,40}\))?(?:20\d\d年度?)?(?:政府信息|政务)公开(?:工作)?(?:实际|有关|统计|编制)"
    ),
)
#: A report that is given to the public by its title: 现公布某某局2025年政府信息公开工作年度报告.
_GIVEN = regex.compile(
    r"(?:(?:编制|公布|发布|公开|公示|现将)(?:完成|了|的)?|^)"
    r"(?P<title>[《\"]?[^,。;:、!?《》\n]{4,44}(?P<note>\([^()\n]{2,60}\))?[^,。;:、!?《》()\n]{0,30}信息公开[^,。;:、!?《》()\n]{0,12}(?:报告|年报))(?!格式|有关)",
    regex.MULTILINE,
)
_ASKED = regex.compile(
    r"(?:请|可)(?:及时|直接)?(?:与|同|和|向|联系:?)(?P<agency>[\p{Han}()]{3,38}?)(?:联系|[,。;:(\n])"
)
_ACTS = regex.compile(
    r"(?:20\d\d年(?:度|12月31日)?,?|^|情况[。:])(?:在[^。\n]{2,60}?下,)?(?P<agency>[\p{Han}()]{3,30}?)"
    r"(?:认真|严格|坚持|深入|全面|积极|紧紧|紧扣|紧密|始终|高度|在(?=[^,。\n]{2,20}领导下)|持续|不断|切实|扎实|自觉|依法|贯彻|准确|立足|聚焦|根据|按照|以(?![来内外上下及])|是(?:主管|负责)|共|累计|通过|主动公开|(?:未|没有)?[收接]到)",
    regex.MULTILINE,
)
_ITS_SITE = regex.compile(
    r"(?:从|在|通过|登录|[和及])[\"《]?(?P<agency>[\p{Han}()]{2,28}?(?:局|委员会|委|厅))[\"》]?(?:(?:官方|门户|政务)?网站|官网)"
)
# An office that puts together the reports of others does it for its government.
_OF_OTHERS = regex.compile(r"基础上|综合|汇总")
_NEAR = 80
_OFFICE = regex.compile(r"(?<=政府)(?:办公[室厅]|办)$")
#: The part of an agency that does the work; whose report it is stands before it.
_SECTION = regex.compile(
    r"(?:(?:政务|(?<!人民)政府信息|信息)公开(?:工作)?(?:领导小组)?(?:办公室|办|处|科)|党政(?:综合)?办(?:公室)?"
    r"|(?:综合|秘书|信息|法规)[一二三]?[科室处股]|新闻信息(?:办公)?室|(?<=[局委厅署乡镇旗]|委员会|街道|海关|中心)(?:办公[室厅]|党政办))$"
)
_MOST_SECTIONS = 3
_WITHOUT_PLACE = regex.compile(r"[省市县区州旗镇乡](?!.{0,2}[省市县区州旗])")
# The office of a government answers for the government and for its own report: its name does not tell which.
_VAGUE = regex.compile(rf"政府办(?:公[室厅])?$|^{_WITHOUT_PLACE.pattern}")


def introduces_itself(text: str) -> bool:
    """Whether a text, in half-width and simplified characters, says of itself that it is an annual report.

    >>> introduces_itself("根据条例编制政府信息公开年度报告。本报告中所列数据的统计期限自2023年1月1日起。")
    True
    >>> introduces_itself("各镇人民政府:现将政府信息公开年度报告格式印发给你们。本报告由六部分组成。")
    False
    """
    return bool(_OF_ITSELF.search(text) and "信息公开" in text and not _ASKS.search(text))


def names_report(text: str) -> bool:
    """Whether a text speaks of a report on open government information, asking nobody for one."""
    return bool(_OWN_REPORT.search(text) and not _ASKS.search(text))


def is_guide(text: str) -> bool:
    """Whether a text is the introduction of a guide to open government information (指南)."""
    return bool(_GUIDE.search(text)) and not _OF_ITSELF.search(text)


def is_vague(name: str) -> bool:
    """Whether the name of an agency leaves out where it is, or is that of a government's office.

    >>> is_vague("县林业局"), is_vague("东山县林业局")
    (True, False)
    """
    return _VAGUE.search(fold(name)) is not None


def maker_in(prose: Passage) -> str | None:
    """The agency whose report the prose says that it is, as printed, without spaces; None where it does not say."""
    return next(_makers(without_sounds(prose.text)), None)


def _makers(text: str) -> Iterator[str]:
    folded = fold(text)
    for match in _GIVEN.finditer(folded, overlapped=True):
        start, end = match.span("title")
        note = match.span("note") if match["note"] else (end, end)
        title = title_of(text[start : note[0]] + text[note[1] : end])
        if title is not None and title.agency and title.year is not None and is_agency(title.agency):
            yield title.agency
    for pattern in _MAKERS:
        for match in pattern.finditer(folded):
            of_others = _OF_OTHERS.search(folded, max(0, match.start() - _NEAR), match.end()) is not None
            yield from (
                name[: len(_OFFICE.sub("", fold(name)))] if of_others else name for name in _agency(text, match)
            )
    for pattern in (_ASKED, _ITS_SITE):
        for match in pattern.finditer(folded, overlapped=True):
            yield from (name for name in _agency(text, match) if not is_vague(name))
    for match in _ACTS.finditer(folded):
        yield from (name for name in _agency(text, match) if not _WITHOUT_PLACE.match(fold(name)))


def _agency(text: str, match: "regex.Match[str]") -> Iterator[str]:
    """The agency that a match names, without the part of it that does the work."""
    name = "".join(text[match.start("agency") : match.end("agency")].split()).strip("()（）")
    for _ in range(_MOST_SECTIONS):
        name = name[: len(_SECTION.sub("", fold(name)))]
    if is_agency(name) and "公开" not in fold(name):
        yield name
