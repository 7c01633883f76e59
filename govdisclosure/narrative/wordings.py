"""Every subject of the prose with its wordings: one list, as data.

A subject that corresponds to a line, a group or a cell of a form has that line's address; what no form asks for has a
name of its own. A wording must fit a phrase from its first to its last character: words that nobody foresaw make a
figure unknown, never another one. Labels of the forms are taken from the editions.
"""

from collections.abc import Iterator
from functools import lru_cache

import attrs
import regex

from govdisclosure.editions import TABLES
from govdisclosure.editions.lines import ApplicantCounts
from govdisclosure.form import heading_of, slots
from govdisclosure.narrative.phrases import (
    ANSWER,
    CARRIED_OVER,
    CASE,
    DISCLOSE,
    FROM,
    ISSUE,
    LAST_YEAR,
    LOOSE_REQUEST,
    NEXT_YEAR,
    OGI,
    OVER,
    RECEIVE,
    REQUEST,
    THROUGH,
)
from govdisclosure.narrative.subjects import (
    ACCEPTED,
    ANSWERED,
    CARRIED_IN,
    CARRIED_OUT,
    FEE,
    ITEMS,
    LITIGATION,
    RECEIVED,
    RECONSIDERATION,
    REQUESTS,
    Dimension,
    Subject,
    Topic,
)
from govdisclosure.wording import enumerated

_CASES = frozenset({"件", "件次", "宗", "起", "例", "条", "条次", "次", "份", "项", "封", "个", ""})
_PARTS = _CASES - {"次", "个"}
_ITEMS = frozenset({"条", "条次", "件", "篇", "篇次", "则", "份", "项", "期", ""})
_DOCUMENTS = frozenset({"件", "份", "个", "部", "项", "篇", ""})
_DECISIONS = frozenset({"件", "件次", "宗", "起", "项"})
_SESSIONS = frozenset({"次", "场", "场次", "期", "个"})
_MONEY = frozenset({"元", "万元"})
_IN_REQUESTS = frozenset({Topic.REQUESTS})
_IN_CASES = frozenset({Topic.REQUESTS, Topic.CASES})

#: The nouns of documents, by the line of table two.
_GOVERNMENT = r"我?[省市县区镇乡](?:人民)?政府"
_MAKER = rf"(?:(?:{_GOVERNMENT}[及和、])?(?:{_GOVERNMENT}|政府|部门|[省市县区]府)(?:办公[厅室]|办)?)?"
DOCUMENT_NOUNS = {"rules": rf"{_MAKER}规章", "normative_documents": rf"{_MAKER}(?:行政)?规范性(?:文件|档案)"}
#: A wording that each of these patterns fits.
PLAIN_NOUNS = {"rules": "规章", "normative_documents": "规范性文件"}
#: Words for how a case ended, by the column of table four.
RESULTS = {
    "upheld": r"(?:结果|被|获|予以|决定|判决){0,3}+维持(?:原(?:具体)?行政行为|原判|我[局办]答复)?",
    "corrected": r"(?:结果|被|获|予以){0,3}+纠(?:正|错)",
    "other_result": r"其[他它]结果",
    "pending": r"(?:尚未|暂未|未)审结",
}
_GROUPS = ("refused", "unavailable", "not_processed", "other")


def _documents() -> Iterator[Subject]:
    for line, noun in DOCUMENT_NOUNS.items():
        verbs = {
            "issued": (ISSUE, r"新增"),
            "repealed": (r"(?:宣布)?废止(?:了|的)?",),
            "in_force": (r"(?:清理并?)?(?:公开|公布|确定)?(?:现行|继续)有效(?:的)?",),
            "newly_disclosed": (rf"{THROUGH}{DISCLOSE}(?:本年度?(?:制发|制定)的)?", r"新(?:公开|发布)(?:的)?"),
        }
        for column, words in verbs.items():
            either = "(?:" + "|".join(words) + ")"
            name = f"proactive_disclosure.{line}.{column}"
            done = rf"{either}{noun}"
            yield Subject(name, (done, rf"{noun}{either}"), _DOCUMENTS, frozenset(), Dimension.DOCUMENTS, noun=done)


def _decisions() -> Iterator[Subject]:
    verb = r"(?:办理|作出|办结|实施|处理)?(?:了|的)?"
    for line, noun in (
        ("administrative_licensing", "许可"),
        ("administrative_penalty", "处罚"),
        ("administrative_compulsion", "强制"),
    ):
        wording = rf"{verb}行政{noun}(?:处理)?(?:决定|事项|案件)?"
        yield Subject(f"proactive_disclosure.{line}.decisions", (wording,), _DECISIONS)
    charges = r"(?:收取|征收)?行政事业性收费(?:收入|金额)?"
    yield Subject("proactive_disclosure.administrative_charges.amount_wan_yuan", (charges,), frozenset({"万元"}))


def _outcome(name: str, wording: str) -> Subject:
    whole = f"(?:属于|属|作出|决定|依法|答复|依申请)?{wording}{ANSWER}"
    return Subject(f"requests.outcomes.{name}", (whole,), _CASES, _IN_REQUESTS, Dimension.OUTCOME, noun=wording)


#: Words of the forms that the prose varies.
_VARIED = {"本机关": r"(?:本(?:机关|[局办委厅镇乡]|单位|部门)|我[局办委厅镇乡])", "相关": "(?:相关)?"}


def _reasons() -> Iterator[Subject]:
    """The reasons of outcomes, in the words of the forms."""
    seen = set()
    for slot in (slot for table in reversed(TABLES) for slot in slots(table)):
        group, _, reason = slot.line.removeprefix("requests.outcomes.").partition(".")
        label = enumerated(slot.row[-1].label).key.removeprefix("属于").removeprefix("保护")
        if group not in _GROUPS or not reason or slot.line in seen or enumerated(slot.row[-1].label).bare == "其他":
            continue
        seen.add(slot.line)
        words = "、?".join(map(regex.escape, label))
        for printed, met in _VARIED.items():
            words = words.replace("、?".join(printed), met)
        wording = (
            rf"(?:属于|属|涉及|保护|因为|因)?{words}(?:的)?(?:无法提供|不予公开|不予处理)?(?:的)?(?:申请|情形|答复)?"
        )
        yield Subject(slot.line, (wording,), _PARTS, _IN_REQUESTS, Dimension.REASON)


def _channel(name: str, words: str) -> Subject:
    wording = (
        rf"(?:通过|采用|采取|以|经)?(?:收到|受理|接收)?(?:{words})(?:等)?(?:方式|形式|渠道|途径|平台|系统)?"
        rf"(?:收到|受理|接收|提出|提交|递交|申请){{0,2}}(?:表)?(?:的)?(?:申请|{REQUEST})?"
    )
    return Subject(f"requests_by_channel.{name}", (wording,), _PARTS, _IN_REQUESTS, Dimension.CHANNEL)


def _applicant(column: str, words: str) -> Subject:
    wording = (
        rf"(?:由|来自|收到|受理|申请人[为是]?)?(?:{words})(?:提出|提交|递交|申请|类){{0,2}}(?:的)?(?:申请|{REQUEST})?"
    )
    return Subject(f"{RECEIVED}.{column}", (wording,), _PARTS, _IN_REQUESTS, Dimension.APPLICANT)


def _applicants() -> Iterator[Subject]:
    yield _applicant("natural_person", r"自然人|公民个人|个人")
    yield Subject(f"{RECEIVED}.natural_person", (r"公民(?:申请)?",), _PARTS, _IN_REQUESTS, Dimension.APPLICANT)
    yield _applicant("organizations", r"法人(?:(?:或者|或|和|及|、|以及)其[他它]组织)?")
    for attribute in attrs.fields(ApplicantCounts):
        if attribute.name not in {"natural_person", "other_organization", "total"}:
            yield _applicant(attribute.name, regex.escape(heading_of(attribute).label))


def _cases() -> Iterator[Subject]:
    nouns = {RECONSIDERATION: r"(?:行政)?复议", LITIGATION: r"(?:行政)?诉讼"}
    for name, noun in nouns.items():
        whole = rf"{OVER}{noun}{CASE}"
        # Whoever receives a case may be the one who reviews it, unless it is said to be about this work.
        told = rf"(?:收到|接到)(?:涉及|因|关于|有关|针对)?{OGI}{whole}"
        yield Subject(name, (whole, told), _CASES, _IN_CASES, Dimension.CASES, noun=whole)
        for column, result in RESULTS.items():
            yield Subject(f"{name}.{column}", (rf"{OVER}{noun}{CASE}{result}",), _CASES, _IN_CASES, Dimension.RESULT)
    ways = {"direct": r"未经复议直接", "after_reconsideration": r"(?:经)?复议后(?:再)?"}
    for line, way in ways.items():
        wording = rf"(?:其中)?{way}(?:提起)?(?:起诉|行政诉讼|诉讼){CASE}"
        yield Subject(f"{LITIGATION}.{line}", (wording,), _CASES, _IN_CASES, Dimension.RESULT)


_VIA = r"(?:通过|利用|在|于|依托|借助)"
#: What a name of one thing does not have: a list, another verb, the name of another channel.
_OTHER_THING = (
    r"[、及与等]|和(?!旅游|城乡|规划|改革|信息化|草原|经济|综合|行政|体育|社会|技术|储备|生育)"
    r"|通过|利用|依托|借助|微|网站|公报|抖音|头条|电视|报"
)
#: Whose it is, or what it is called: 县林业局网站, “云台发布”微信公众号.
_NAME = rf"(?:(?!{_OTHER_THING})[\p{{Han}}《]){{0,16}}?"
_COLUMN = r"(?:[《》\p{Han}]{0,30}?(?:栏目|专栏|板块|频道|平台))"
_ACCOUNT = rf"(?:(?!{_OTHER_THING})\p{{Han}}){{2,16}}?"
_DURING = r"(?:全年|本年度?|年内)?(?:共计|共|累计)?"
_INFORMATION = r"(?:各类|各种|各项)?(?:(?:政府|政务)(?:公开)?)?信息"


def _items(channel: str, words: str) -> Subject:
    through = rf"(?:主动)?{_VIA}?{_NAME}(?:{words})(?:平台|上|渠道|{_COLUMN}|{_ACCOUNT})?{_DURING}"
    wordings = (
        rf"{through}(?:{DISCLOSE}(?:{_INFORMATION})?|(?:推送|公示(?:的)?){_INFORMATION})",
        rf"{DISCLOSE}(?:{words})(?:信息|消息|推文)?",
    )
    return Subject(f"{ITEMS}.{channel}", wordings, _ITEMS)


def _all_items() -> Subject:
    ways = r"(?:各种|多种|不同|各类|各|多)(?:渠道|方式|途径|平台|形式)(?:和(?:渠道|方式|途径|平台|形式))?"
    several = r"[^,;。:]{2,40}等(?:多种|各种|各类|多个)?(?:平台|渠道|方式|形式|途径|载体)"
    place = r"(?:(?![、和及与])\p{Han}){0,12}?信息公开(?:目录)?(?:平台|系统|专栏|目录)"
    wordings = (
        rf"(?:(?:{_VIA}(?:{ways}|{several})|{_VIA}?{place})(?:上|中)?{_DURING})?{DISCLOSE}{_INFORMATION}",
        r"(?:政府|政务)?信息主动公开",
    )
    return Subject(ITEMS, wordings, _ITEMS)


def _requests() -> Iterator[Subject]:
    yield Subject(
        RECEIVED,
        (
            rf"{RECEIVE}{FROM}{LOOSE_REQUEST}",
            rf"{FROM}{REQUEST}(?:共计|共|累计|总)?(?:{RECEIVE})?",
            rf"{LOOSE_REQUEST}(?:共计|共|累计)?{RECEIVE}",
        ),
        _CASES,
        noun=FROM + LOOSE_REQUEST,
    )
    in_topic = (rf"(?:{RECEIVE}){FROM}申请(?:件|书)?", RECEIVE, r"申请总|申请数|申请")
    yield Subject(RECEIVED, in_topic, _CASES, _IN_REQUESTS, noun="申请")
    yield Subject(ACCEPTED, (r"(?:有效|实际|正式|予以|决定)受理(?:申请)?",), _CASES, _IN_REQUESTS)
    yield Subject(
        REQUESTS, (rf"(?:办理|处理|承办)(?:并?答复|并?回复|和答复)?(?:了|的)?{FROM}(?:{LOOSE_REQUEST})",), _CASES
    )
    yield Subject(REQUESTS, (r"(?:办理|处理)(?:了)?",), _CASES, _IN_REQUESTS)
    # What else is carried over, proposals and orders of the hotline, is counted in the same bare words.
    carried = rf"(?:{LOOSE_REQUEST}|申请(?:件)?)"
    for words, topics in ((carried, frozenset[Topic]()), ("", _IN_REQUESTS)):
        carried_in = (
            rf"(?:办理|处理){LAST_YEAR}结转(?:的)?{words}(?:件)?",
            rf"{LAST_YEAR}(?:结转|转结)(?:到|至)?(?:本年度?)?(?:继续)?(?:办理)?(?:的)?{words}",
            rf"结转(?:自)?{LAST_YEAR}(?:的)?{words}",
        )
        yield Subject(CARRIED_IN, carried_in, _CASES, topics, noun=rf"{LAST_YEAR}结转(?:的)?{words}")
    no_more = rf"(?:结转(?:到|至)?{NEXT_YEAR}(?:继续)?(?:办理|处理)?(?:的)?(?:{carried})?|{NEXT_YEAR}结转)"
    yield Subject(CARRIED_OUT, (CARRIED_OVER,), _CASES, noun=no_more)
    yield Subject(CARRIED_OUT, (rf"{NEXT_YEAR}继续(?:办理|处理|答复)",), _CASES, _IN_REQUESTS)
    answered = (
        rf"(?:办理完结|办理完毕|办理答复|办结答复|答复办结|作出答复|办结|办复|答复)(?:了|的)?(?:{LOOSE_REQUEST}|申请)?",
        rf"(?:{REQUEST}|申请)(?:总)?(?:办结|答复)",
        rf"完成{LOOSE_REQUEST}(?:办理|答复)",
    )
    yield Subject(ANSWERED, answered, _CASES, _IN_REQUESTS)


#: Every subject, the statutory ones in the order of the forms. The first whose wording fits is meant.
SUBJECTS: tuple[Subject, ...] = (
    *_documents(),
    *_decisions(),
    *_requests(),
    _outcome("granted", r"(?:决定|依法|全部)?(?:予以|同意|准予|给予)公开"),
    _outcome("granted_in_part", r"(?:予以|同意|决定)?部分(?:予以|同意)?公开"),
    _outcome("refused", r"(?:不予|不同意)公开"),
    _outcome("unavailable", r"(?:(?:因|由于)\p{Han}{2,20}?等(?:原因|情形|情况)?)?无法提供"),
    _outcome("not_processed", r"不予处理"),
    _outcome("other", r"(?:作出|作|做)?其[他它](?:方式)?处理"),
    *_reasons(),
    _channel("in_person", r"当面|现场"),
    _channel(
        "online",
        r"网络在线|网络平台|网络|网上|在线|互联网|[我本]?[局委部厅办]?(?:官方|政府|门户){0,2}网站|依申请公开系统|线上",
    ),
    _channel("letter", r"信函|邮寄|信件|书信|邮政|书面邮寄|快递"),
    _channel("email", r"电子邮件|电子邮箱|邮箱|邮件"),
    _channel("fax", r"传真"),
    *_applicants(),
    *_cases(),
    _items("website", r"网站》?|[市县区]委、[市县区]政府门户网站|官网|门户网"),
    _all_items(),
    _items("wechat", r"(?:官方|政务)?微信(?:公众)?(?:号|平台)?"),
    _items("weibo", r"(?:官方|政务)?微博"),
    _items("gazette", r"(?:政府|市政府|县政府|省政府)?公报"),
    _items("new_media", r"(?:政务)?新媒体"),
    Subject(
        FEE,
        (
            rf"(?:{REQUEST})?(?:收取|征收|收到)?(?:的)?(?:{OGI})?(?:依申请公开)?信息处理费(?:用)?(?:收入|金额|总额)?",
            r"信息处理费(?:收取|收费)(?:金额)?",
        ),
        _MONEY,
        noun=rf"(?:任何)?(?:{OGI})?(?:依申请公开)?(?:信息处理费(?:用)?|信息公开收费|收费|(?<=公开)费用|(?<=任何)费用)",
    ),
    Subject(
        "trainings",
        (rf"(?:组织开展|组织|举办|开展|召开)(?:了)?(?:{OGI}|政务公开(?:工作)?)?(?:业务|专题)?培训(?:班|会|活动)?",),
        _SESSIONS,
    ),
    Subject("trainees", (r"(?:参训|参加培训|培训)(?:人员|干部)?",), frozenset({"人次", "人", "名"})),
)


@lru_cache(maxsize=1)
def results() -> "tuple[tuple[str, regex.Pattern[str]], ...]":
    """The columns of table four with their wordings, compiled."""
    return tuple((column, regex.compile(wording)) for column, wording in RESULTS.items())


@lru_cache(maxsize=1)
def documents() -> "tuple[tuple[str, regex.Pattern[str]], ...]":
    """The lines of table two for documents with their nouns, compiled."""
    return tuple((line, regex.compile(noun)) for line, noun in DOCUMENT_NOUNS.items())
