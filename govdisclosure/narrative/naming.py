"""What a phrase names: the subject that a figure counts."""

from functools import lru_cache

import regex
from attrs import frozen

from govdisclosure.narrative.clauses import LONGEST_PHRASE, led
from govdisclosure.narrative.phrases import OVER, RECEIVE
from govdisclosure.narrative.subjects import CASES, Dimension, Subject, Topic
from govdisclosure.narrative.wordings import DOCUMENT_NOUNS, PLAIN_NOUNS, SUBJECTS, documents, results

_TOPICS = {
    Topic.FEES: r"处理费|收费",
    Topic.ELSEWHERE: (
        r"建议|提案|留言|信箱|热线|(?<!\d)12345(?!\d)|来信来访|舆情|信访件|咨询|行政应诉|普法|执法监督"
        r"|政务服务|一网通办|行政审批(?!(?:类|等)*+信息)|法律援助|办件量"
    ),
    Topic.REQUESTS: r"依申请|公开申请|申请公开",
    Topic.CASES: r"信息公开.{0,12}?(?:复议|诉讼)|(?:复议|诉讼).{0,12}?信息公开",
    Topic.DISCLOSURE: r"主动公开|平台建设|政府信息管理|监督保障|新媒体",
}
_TOPIC = regex.compile("|".join(f"(?P<{topic.name}>{words})" for topic, words in _TOPICS.items()))
_BODY_NAME = (
    r"(?:(?!申请|公开|复议|诉讼|[的对向由被给因将把以])\p{Han}){1,16}?"
    r"(?:政府办公室|政府办|人民政府|政府|局|办公室|办|委员会|委|厅|镇|乡|街道|办事处|管委会|开发区|中心|部门|单位"
    r"|[省市县区州旗]|研究室|法院|研究院|学院|大学|海关|公司)"
)
_BODY = regex.compile(
    rf"{_BODY_NAME}(?:\([^()\d]{{1,20}}\))?(?=共|累计|主动|收到|受理|接到|接收|新收|未|没|无|公开|发布|办结|答复|制定|制发|通过|有|暂|本级|涉及|被|因|发生|在|依法|依托|利用|全年)"
)
_ASKED = regex.compile(
    rf"(?P<verb>收到|受理|接到|接收|新收)(?P<body>{_BODY_NAME}(?:[、和及与]{_BODY_NAME}){{0,3}})(?P<rest>(?:政府)?信息公开申请.*|依申请.*)"
)
#: Words for what was received or done that say nothing of what it was.
_BARE = regex.compile(r"申请|公开|信息|不予|提供|处理")
#: What has been received that is no request: 收到举报3件，办结3件.
_OTHER = regex.compile(rf"(?:{RECEIVE}|办理|承办|转办).+|.*(?:复议|诉讼|起诉|应诉|投诉|举报|咨询|信访).*")
# A remark that does not change what is counted: the address of a site, the name of an account.
_ASIDE = regex.compile(r"\((?![^()]*(?:含|包括|除|公开))[^()]{0,60}\)")
_LIST = regex.compile(r"、|以及|或者|和|及|与|或")
_NONE = regex.compile(
    r"^(?:(?:未|没有|尚未|暂未|从未|未曾|并未|暂无|无|零)"
    r"(?:(?:收到|接到)(?:和|并|及)(?:受理|办理|处理)|收到|接到|受理|接收|发生|出现|产生|涉及|收取|有|被)?(?:过|任何)?)"
)
_TAIL_OF_NONE = regex.compile(r"(?:等)?(?:的)?(?:情况|问题|案件|事项|现象|情形|事件)?(?:的)?(?:发生|出现|产生)?$")
# Things that no form counts and that are named beside cases where there was none of them.
_UNCOUNTED = regex.compile(
    rf"{OVER}(?:举报|投诉|举报投诉|投诉举报|信访|申诉|上访|责任追究|行政赔偿)(?:案件|事件|事项)?"
)
#: Subjects that may be named together, with one number for both or for each.
_LISTED = {Dimension.OUTCOME, Dimension.CASES}


@frozen
class Named:
    """What a figure counts."""

    #: A subject, or several joined by ``+``.
    subject: str
    dimension: Dimension | None = None
    #: The agency or region whose figure it is, where the phrase names one.
    scope: str = ""

    @property
    def subjects(self) -> tuple[str, ...]:
        """The subjects one by one."""
        return tuple(self.subject.split("+"))


def topic_of(text: str, before: Topic | None) -> Topic | None:
    """What a passage speaks of after a clause."""
    topic = before
    for match in _TOPIC.finditer(text):
        topic = Topic[match.lastgroup] if match.lastgroup else topic
    return topic


def _fits(subject: Subject, unit: str, topic: Topic | None) -> bool:
    return unit in subject.units and (not subject.topics or topic in subject.topics)


@lru_cache(maxsize=256)
def _fitting(unit: str, topic: Topic | None) -> tuple[Subject, ...]:
    """The subjects that are counted in a unit where the passage speaks of a topic."""
    return tuple(subject for subject in SUBJECTS if _fits(subject, unit, topic))


@lru_cache(maxsize=4096)
def _one(phrase: str, unit: str, topic: Topic | None) -> Named | None:
    fitting = _fitting(unit, topic)
    return next((Named(one.name, one.dimension) for one in fitting if one.is_worded(phrase)), None)


def _several(phrase: str, unit: str, topic: Topic | None) -> Named | None:
    parts = [_one(part, unit, topic) for part in _LIST.split(phrase) if part]
    found = [part for part in parts if part is not None]
    if len(found) < 2 or len(found) < len(parts):  # noqa: PLR2004  # a list has two members
        return None
    dimensions = {part.dimension for part in found}
    if len(dimensions) > 1 or not dimensions <= _LISTED:
        return None
    return Named("+".join(part.subject for part in found), found[0].dimension)


def _without_body(phrase: str) -> tuple[str, str]:
    """Part the agency that acts from what it did."""
    if match := _ASKED.fullmatch(phrase):
        return match["body"], match["verb"] + match["rest"]
    if match := _BODY.match(phrase):
        lead, rest = led(phrase[match.end() :])
        return lead.scope or match[0], rest
    return "", phrase


def name(phrase: str, unit: str, topic: Topic | None) -> Named | None:
    """What a phrase names; None where it is not known for certain.

    >>> name("收到政府信息公开申请", "件", None)
    Named(subject='requests.received', dimension=None, scope='')
    """
    if not phrase or len(phrase) > LONGEST_PHRASE:
        return None
    found = _one(phrase, unit, topic) or _several(phrase, unit, topic)
    if found is not None:
        return found
    body, rest = _without_body(phrase)
    found = (_one(rest, unit, topic) or _several(rest, unit, topic)) if body else None
    if found is not None:
        return Named(found.subject, found.dimension, body)
    plain = _ASIDE.sub("", phrase)
    return name(plain, unit, topic) if plain != phrase else None


def listed(phrase: str, unit: str, topic: Topic | None) -> tuple[Named | None, ...]:
    """What each member of a list names."""
    return tuple(_one(part, unit, topic) for part in _LIST.split(phrase[:LONGEST_PHRASE]) if part)


def document_after(phrase: str, before: str) -> Named | None:
    """What a phrase names that leaves out what the figure before it said of documents.

    >>> document_after("废止", "proactive_disclosure.rules.issued").subject
    'proactive_disclosure.rules.repealed'
    >>> document_after("行政规范性文件", "proactive_disclosure.rules.issued").subject
    'proactive_disclosure.normative_documents.issued'
    """
    block, _, column = before.rpartition(".")
    table, _, line = block.partition(".")
    if line not in DOCUMENT_NOUNS:
        return None
    for other, noun in documents():
        if noun.fullmatch(phrase):
            return Named(f"{table}.{other}.{column}", Dimension.DOCUMENTS)
    found = name(phrase + PLAIN_NOUNS[line], "件", None) if phrase else None
    return found if found is not None and found.dimension is Dimension.DOCUMENTS else None


def is_bare(phrase: str) -> bool:
    """Whether a phrase says what was done, and not with what: 收到, 办结, 上年结转."""
    return _BARE.search(phrase) is None


def is_of_others(phrase: str) -> bool:
    """Whether a phrase that names no subject tells of something else that was received or done.

    >>> is_of_others("收到举报"), is_of_others("自行撤回")
    (True, False)
    """
    return _OTHER.fullmatch(phrase) is not None


def result_of(phrase: str) -> str | None:
    """The column of table four that a phrase about the end of cases names."""
    return next((column for column, pattern in results() if pattern.fullmatch(phrase)), None)


def none_of(phrase: str, topic: Topic | None) -> tuple[str, tuple[str, ...]]:
    """The agency that is named, and of what the phrase says that there was none; nothing where it does not say so.

    >>> none_of("县教育局未收到政府信息公开申请", None)
    ('县教育局', ('requests.received',))
    """
    if len(phrase) > LONGEST_PHRASE:
        return "", ()
    body = None if _NONE.match(phrase) else _BODY.match(phrase)
    scope = body[0] if body else ""
    rest = led(phrase[len(scope) :])[1]
    match = _NONE.match(rest)
    return (scope, things(_TAIL_OF_NONE.sub("", rest[match.end() :], count=1), topic)) if match else ("", ())


def cases_again(phrase: str, topic: Topic | None) -> tuple[str, ...]:
    """The kinds of cases of which there was none either, in a phrase that goes on: …，提起行政诉讼的情况.

    >>> cases_again("提起行政诉讼的情况", Topic.CASES)
    ('review_and_litigation.litigation',)
    """
    found = things(_TAIL_OF_NONE.sub("", phrase, count=1), topic) if len(phrase) <= LONGEST_PHRASE else ()
    return found if CASES.issuperset(found) else ()


def things(phrase: str, topic: Topic | None) -> tuple[str, ...]:
    """The subjects of a thing or of a list of things; none if one of them is unknown.

    >>> things("政府信息公开申请、行政复议", Topic.REQUESTS)
    ('requests.received', 'review_and_litigation.reconsideration')
    """
    whole = _noun(phrase, topic)
    listed_parts = (_NONE.sub("", part, count=1) for part in _LIST.split(phrase) if part)
    parts = (whole,) if whole else tuple(_noun(part, topic) for part in listed_parts if not _UNCOUNTED.fullmatch(part))
    return tuple(part for part in parts if part) if all(parts) else ()


def _noun(phrase: str, topic: Topic | None) -> str | None:
    for subject in SUBJECTS:
        if (not subject.topics or topic in subject.topics) and subject.is_thing(phrase):
            return subject.name
    return None
