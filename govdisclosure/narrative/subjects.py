"""What the figures of the prose count, and the wordings in which reports say so: one list, as data.

A subject that corresponds to a line, a group or a cell of a form has that line's address; what no form asks for has a
name of its own. A wording must fit a phrase from its first to its last character: words that nobody foresaw make a
figure unknown, never another one.
"""

from enum import Enum, auto
from functools import lru_cache

import regex
from attrs import frozen


class Topic(Enum):
    """What a passage speaks of."""

    REQUESTS = auto()
    CASES = auto()
    DISCLOSURE = auto()
    FEES = auto()
    #: Something that uses the same words: proposals of deputies, letters of citizens, hotlines.
    ELSEWHERE = auto()


class Dimension(Enum):
    """The ways in which prose divides requests; figures of one dimension are parts of one total."""

    OUTCOME = auto()
    CHANNEL = auto()
    APPLICANT = auto()
    CASES = auto()
    RESULT = auto()


RECEIVED = "requests.received"
CARRIED_IN = "requests.carried_in"
CARRIED_OUT = "requests.carried_out"
ANSWERED = "requests.outcomes.total"
RECONSIDERATION = "review_and_litigation.reconsideration"
LITIGATION = "review_and_litigation.litigation"
FEE = "processing_fee"
CASES = frozenset({RECONSIDERATION, LITIGATION})

_CASES = frozenset({"件", "件次", "宗", "起", "例", "条", "条次", "次", "份", "项", "封", "人次", "个", ""})
_ITEMS = frozenset({"条", "条次", "件", "篇", "篇次", "则", "份", "项", "个", "期", "次", ""})
_DOCUMENTS = frozenset({"件", "份", "个", "部", "项", "条", "篇", ""})
_SESSIONS = frozenset({"次", "场", "期", "个"})
_MONEY = frozenset({"元", "万元"})

# Parts of wordings. OGI alone is no subject: what follows it decides.
_OGI = r"(?:政府|政务)?信息公开(?:工作)?"
_REQUEST = (
    r"(?:(?:政府|政务)?信息(?:依申请)?公开(?:的)?(?:书面)?(?:申请|请求)(?:事项|案件|件|表|书)?"
    r"|依申请(?:主动)?公开(?:的)?(?:(?:政府|政务)?信息)?(?:公开)?(?:申请|请求|要求|事项|件|办件|案件)?(?:事项|件)?"
    r"|(?:要求|申请)(?:依法)?公开(?:的)?(?:政府|政务)?信息(?:的)?(?:申请|事项|案件|件)?"
    r"|公开(?:政府|政务)信息(?:的)?申请"
    r"|公开申请)"
)
# Who asked, in the words that reports put between the verb and the request.
_FROM = (
    r"(?:(?:的|由|各类|各种|社会|有效|书面|网上|公众|群众|社会公众|申请人|公民个人|公民|自然人|法人|企业|其他组织|其它组织|组织|或者|或|和|及|与|、|以及"
    r"|向本机关|向我[局办镇委会]|递交|提交|提出|提起)){0,10}+(?:的)?"
)
_RECEIVE = r"(?:收到并受理|接收|收到|受理|接到|新收到|新接收|新收|接受|收件|收悉|登记)(?:了|的)?"
_GRANTED = r"(?:决定|依法|全部)?(?:予以|同意|全部|准予|给予)公开"
_ANSWER = r"(?:答复|告知|处理|决定)?(?:的)?(?:申请|信息|事项|情形|件|决定)?"
_LAST_YEAR = r"(?:上一?年度?|去年度?|上一个年度)"
_NEXT_YEAR = r"(?:下一?年度?|次年度?|明年|下一个年度)"
_CARRIED_OVER = (
    rf"(?:{_REQUEST}|申请)?(?:将|需)?(?:结转|顺延|转|延至|跨年)(?:到|至|入|往)?{_NEXT_YEAR}(?:继续)?"
    rf"(?:办理|答复|处理)*(?:的)?(?:有)?(?:{_REQUEST}|申请)?"
)
_REVIEW_OF = (
    r"(?:(?:涉及|因为|因|针对|由|对|关于|就|有关|与|本机关|本单位|我[局办镇委会]|不服|我县|我市|我区|本级|开展|相关|该|引起|引发|产生|导致|而|所"
    r"|发生|收到|被|申请|提起|提出|申请人|公民|当事人|的|及|答复|行为|事务|事项|工作|问题|原因|"
    + _OGI
    + r"|依申请公开)){0,14}+"
)
_CASE = r"(?:的)?(?:案件|申请|事项|案|件|情况|事件)?(?:发生|产生)?"
_ISSUED = r"(?:制定|制发|出台|新制定|新制发|制定出台|制定印发|制作|新制作)(?:并?(?:主动)?(?:公开|发布|印发))?(?:了|的)?"


@frozen
class Subject:
    """Something that prose counts."""

    #: The address of a line, group or cell of a form, or a name that no form has.
    name: str
    #: Regular expressions; one of them must fit the whole phrase.
    wordings: tuple[str, ...]
    units: frozenset[str]
    #: What the passage must speak of; empty if the wordings say enough.
    topics: frozenset[Topic] = frozenset()
    dimension: Dimension | None = None
    #: Nouns that make the phrase "there was none of it", or lists with others; empty if there is none.
    noun: str = ""


_IN_REQUESTS = frozenset({Topic.REQUESTS})
_IN_CASES = frozenset({Topic.REQUESTS, Topic.CASES})


def _outcome(name: str, *wordings: str) -> Subject:
    return Subject(
        f"requests.outcomes.{name}",
        tuple(f"(?:属于|属|作出|决定|依法)?{wording}{_ANSWER}" for wording in wordings),
        _CASES,
        _IN_REQUESTS,
        Dimension.OUTCOME,
        noun=wordings[0],
    )


def _channel(name: str, words: str) -> Subject:
    wording = (
        rf"(?:(?:通过|采用|采取|以|收到|受理|接收|经|来自)*)(?:{words})(?:等)?(?:方式|形式|渠道|途径|平台|系统)?"
        r"(?:收到|受理|接收|提出|提交|递交|申请|办理)*(?:的)?(?:申请|" + _REQUEST + r")?"
    )
    return Subject(
        f"requests_by_channel.{name}", (wording,), _CASES, _IN_REQUESTS, Dimension.CHANNEL, noun=f"(?:{words})(?:申请)?"
    )


def _applicant(column: str, words: str) -> Subject:
    wording = rf"(?:由|来自|收到|受理)?(?:{words})(?:提出|提交|递交|申请|类)*(?:的)?(?:申请)?"
    return Subject(f"{RECEIVED}.{column}", (wording,), _CASES, _IN_REQUESTS, Dimension.APPLICANT, noun=f"(?:{words})")


def _items(channel: str, words: str) -> Subject:
    name = f"disclosed_items.{channel}" if channel else "disclosed_items"
    through = rf"(?:通过|利用|在|依托|借助|以)?(?:{words})(?:平台|上|渠道)?" if words else ""
    what = r"(?:各类|各种|各项)?(?:(?:政府|政务)(?:公开)?信息|信息)(?:总)?"
    verb = r"(?:主动公开|公开发布|发布公开|对外公开|主动发布|公开|发布)(?:了)?"
    wordings = (rf"{through}(?:共|累计|共计)?{verb}{what}", *((rf"{through}{verb}",) if words else ()))
    return Subject(name, wordings, _ITEMS)


#: Every subject, the statutory ones in the order of the forms.
SUBJECTS: tuple[Subject, ...] = (
    *(
        Subject(f"proactive_disclosure.{line}.{column}", tuple(wordings), _DOCUMENTS)
        for line, noun in (("rules", r"(?:政府|部门)?规章"), ("normative_documents", r"(?:行政)?规范性文件"))
        for column, wordings in (
            ("issued", (rf"{_ISSUED}{noun}", rf"{noun}(?:本年)?{_ISSUED}")),
            ("repealed", (rf"(?:废止|宣布废止|废止了){noun}", rf"{noun}(?:本年)?废止")),
            ("in_force", (rf"(?:现行有效|现行有效的|有效){noun}", rf"{noun}现行有效")),
            ("newly_disclosed", (rf"(?:主动公开|公开|发布|对外公开|新公开){noun}", rf"{noun}(?:本年)?新公开")),
        )
    ),
    Subject(
        RECEIVED,
        (
            rf"{_RECEIVE}{_FROM}{_REQUEST}",
            rf"{_FROM}{_REQUEST}(?:共|累计|共计|总?数|数量)?(?:{_RECEIVE})?",
            rf"新收{_FROM}申请",
        ),
        _CASES,
        noun=_REQUEST,
    ),
    Subject(
        RECEIVED, (rf"{_RECEIVE}{_FROM}申请", r"新收", r"申请(?:总量|总数|数量)"), _CASES, _IN_REQUESTS, noun="申请"
    ),
    Subject(
        CARRIED_IN,
        (
            rf"{_LAST_YEAR}结转(?:到?本年度?)?(?:继续)?(?:办理)?(?:的)?(?:{_REQUEST}|申请)?",
            rf"结转(?:自)?{_LAST_YEAR}(?:度)?(?:的)?(?:{_REQUEST}|申请)?",
        ),
        _CASES,
        noun=rf"{_LAST_YEAR}结转(?:的)?(?:{_REQUEST}|申请)?",
    ),
    Subject(
        CARRIED_OUT,
        (_CARRIED_OVER,),
        _CASES,
        noun=rf"结转(?:到|至)?{_NEXT_YEAR}(?:继续)?(?:办理|处理)?(?:的)?(?:{_REQUEST}|申请)?",
    ),
    Subject(
        ANSWERED,
        (
            rf"(?:办结|答复|办理完结|办理答复|办结答复|作出答复|依法答复|依法办结|回复|作出)(?:了|的)?(?:{_REQUEST}|申请|答复)?",
            rf"(?:{_REQUEST}|申请)(?:总)?(?:办结|答复)",
        ),
        _CASES,
        _IN_REQUESTS,
    ),
    _outcome("granted", _GRANTED),
    _outcome("granted_in_part", r"(?:予以|同意|决定)?部分(?:予以|同意)?公开"),
    _outcome("refused", r"(?:不予|不同意)公开"),
    _outcome("unavailable", r"(?:(?:因|由于)\p{Han}{2,20}?等(?:原因|情形|情况)?)?无法提供"),
    _outcome("not_processed", r"不予处理"),
    _outcome("other", r"(?:作|做|作出)?其[他它](?:方式)?处理"),
    _channel("in_person", r"当面(?:申请|提交|递交)?|现场(?:申请|提交)?|来访"),
    _channel(
        "online",
        r"网络(?:在线)?|网上|在线|互联网|(?:政府|门户)?网站|网络平台|依申请公开系统|(?:政府)?信息公开(?:网络)?平台|线上",
    ),
    _channel("letter", r"信函|邮寄|信件|书信|邮政|书面邮寄|寄送|快递|来信"),
    _channel("email", r"电子邮件|电子邮箱|邮箱|邮件"),
    _channel("fax", r"传真"),
    _applicant("natural_person", r"自然人|公民(?:个人)?|个人"),
    _applicant("organizations", r"法人(?:(?:或|和|及|、|或者|以及)其[他它]组织)?|单位"),
    _applicant("business_enterprise", r"商业企业"),
    _applicant("research_institution", r"科研机构"),
    _applicant("public_interest_organization", r"社会公益组织"),
    _applicant("legal_service_organization", r"法律服务机构"),
    Subject(
        RECONSIDERATION,
        (rf"{_REVIEW_OF}(?:行政)?复议{_CASE}(?:数)?",),
        _CASES,
        _IN_CASES,
        Dimension.CASES,
        noun=rf"{_REVIEW_OF}(?:行政)?复议{_CASE}",
    ),
    Subject(
        LITIGATION,
        (rf"{_REVIEW_OF}(?:行政)?诉讼{_CASE}(?:数)?",),
        _CASES,
        _IN_CASES,
        Dimension.CASES,
        noun=rf"{_REVIEW_OF}(?:行政)?诉讼{_CASE}",
    ),
    _items("", ""),
    _items("website", r"(?:县|市|区|省|镇|乡)?(?:人民)?(?:政府)?(?:门户|官方)?网站"),
    _items("wechat", r"(?:官方|政务)?微信(?:公众)?(?:号|平台)?"),
    _items("weibo", r"(?:官方|政务)?微博"),
    _items("gazette", r"(?:政府|市政府|县政府|省政府)?公报"),
    _items("new_media", r"(?:政务)?新媒体"),
    Subject(
        FEE,
        (
            rf"(?:收取|共收取|征收|收到)?(?:的)?(?:{_OGI})?(?:依申请公开)?信息处理费(?:用)?(?:收入|金额|总额)?",
            r"信息处理费(?:共|累计)?(?:收取|收费)(?:金额)?",
        ),
        _MONEY,
        noun=rf"(?:{_OGI})?(?:依申请公开)?(?:信息处理费(?:用)?|收费)",
    ),
    Subject(
        "trainings",
        (rf"(?:组织|举办|开展|召开|组织开展)(?:了)?(?:{_OGI}|政务公开(?:工作)?)?(?:业务|专题)?培训(?:班|会|活动)?",),
        _SESSIONS,
    ),
)

#: Words for how a reviewed case ended, and the attribute of the form's column.
RESULTS: tuple[tuple[str, str], ...] = (
    ("upheld", r"(?:结果|被|获|予以|决定|判决)*维持(?:原(?:具体)?行政行为|原判|我[局办]答复)?"),
    ("corrected", r"(?:结果|被|获|予以)*纠(?:正|错)"),
    ("other_result", r"其[他它](?:结果|处理)"),
    ("pending", r"(?:尚未|未|暂未)(?:审结|办结)"),
)


Patterns = tuple[tuple[Subject, "regex.Pattern[str]"], ...]


@lru_cache(maxsize=1)
def wordings() -> Patterns:
    """Each subject with its wordings, compiled."""
    return tuple((subject, regex.compile("|".join(f"(?:{one})" for one in subject.wordings))) for subject in SUBJECTS)


@lru_cache(maxsize=1)
def nouns() -> Patterns:
    """Each subject that has a noun, with its noun, compiled."""
    return tuple((subject, regex.compile(subject.noun)) for subject in SUBJECTS if subject.noun)


@lru_cache(maxsize=1)
def results() -> "tuple[tuple[str, regex.Pattern[str]], ...]":
    """The columns of table four with their wordings, compiled."""
    return tuple((column, regex.compile(wording)) for column, wording in RESULTS)
