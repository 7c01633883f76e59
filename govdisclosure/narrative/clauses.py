"""A passage cut into sentences and clauses, and what the first words of a clause say: scope, part, comparison."""

from collections.abc import Iterator, Sequence

import regex
from attrs import frozen

from govdisclosure.narrative.figures import Figure

#: Longer phrases are not looked at: no wording is that long.
LONGEST_PHRASE = 60

_REMARK = regex.compile(r"\([^()。!?]{0,40}+\)")
_BREAK = regex.compile(r"(?P<stop>[。!?]|\.(?!\d))|(?P<pause>;)|[,:()]")
_LEAD = regex.compile(
    r"[(](?:含|包括|包含|以下简称|简称|下同)[^()\d]{0,40}+[)]"
    r"|(?P<part>其中|包括|包含|含|分别是|分别为)"
    r"|(?P<scope>全(?:市|县|区|省|镇|乡|街道|系统|州|旗|盟)(?:各[\p{Han}、]{1,16}?(?=共|累计|收到|受理|主动|接|办|新收)|行政机关|系统)?"
    r"|我(?:市|县|区|省|镇|乡|街道|局|办|委|厅|院|中心|单位|部门|司|会|队|处|所|站|社|州|旗|街)"
    r"|本(?:级|机关|单位|行政机关|部门|局|办|镇|乡|街道|市|县|区|系统)(?!不)"  # 本机关不掌握 is a reason
    r"|(?:市|县|区|省)本级|(?:局|办|委|厅|镇|乡|街道)机关|机关本级|各(?:乡镇|部门|单位|街道|镇|区县|县区)(?:和各?(?:乡镇|部门|单位|街道))?|机关)"
    r"|(?:截至|截止)?(?:到|于)?(?P<year>(?:19|20)\d\d)年度?(?!结转)(?:\d{1,2}月(?:\d{1,2}日|底)?|底|末|以来|来|内|间|期间)*"
    r"|(?:截至|截止)?(?:到|于)?\d{1,2}月\d{1,2}日"
    r"|(?:自)?\d{1,2}月\d{1,2}日起?至"
    r"|(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\))[\p{Han}、]{2,20}?(?:情况|方面)(?=[本我全今共未无\d]|截至)"
    r"|已?(?:办结|答复)(?:件|申请)?中"
    r"|[一二三四五六七八九]是|[(]?[一二三四五六七八九十]{1,3}[)、]|\d{1,2}[.、)]"
    r"|(?:今年|当年|本年度?|本年|全年度?|年度|年内|报告期内?|统计期内?|一年来|年|期间|目前|至今)(?:以来|来|内|中|里|间)?"
    r"|[()]"
    r"|共计|共|总共|总计|合计|累计|已经|已|依法依规|依法|及时|另外|另有|另|此外|同时|还|也|亦|均|并|且|实际(?!受理)|主要|有(?!效)|为|是|和|及|以及|、|与"
)
_NEGATION = regex.compile("[未没无零均]")
_TRAIL = regex.compile(
    r"(?:(?<!统|合|总|累|共|审|会|设)计|总数量|总数|总量|数量|共计|合计|总计|累计|总共|共有|数|量|为|是|有|达到|达|共|均|各|全部|了|大?约|将?近|接近|超过?|逾|突破|不少于|至少|合)+$"
)
_COMPARED = regex.compile(
    r"(?:同比(?:上一?年度?|去年)?|环比|(?:与|和|同|比|较|相比|相较于?)(?:于)?(?:上一?年度?|去年|往年|(?:19|20)\d\d年度?)(?:同期)?(?:相比|比较|相较)?)"
)
_UP = regex.compile(r"(?:增长|上升|增加|提高|增幅|增多|上涨|多)(?:了|为|达|约|率)*$")
_DOWN = regex.compile(r"(?:下降|减少|降低|降幅|减幅|下滑|少)(?:了|为|达|约)*$")
_SHARE = regex.compile(
    r"^(?:约|大约)?(?:占比|占(?:(?:全部|办结|答复|申请|受理|收到|办理|结果|政府信息公开){0,3}+(?:申请|总数|总量|数量|件数|结果|答复)?(?:总数|总量|数|量)?))"
    r"(?:的|为|比|比例|比重|约|达|是){0,4}$"
)
#: What makes the figures of a clause speak of something else than this year and this agency.
_ELSEWHEN = regex.compile(
    r"季度|上半年|下半年|月份|(?:^|[^年\d至到-])\d{1,2}月(?:中|$)|月均|平均|日均|历年|近[一二三四五六七八九十两\d]+年|往年|同期为|(?<!规划|工作|年度|采购|招聘|检查|抽查)计划(?![类信总生和与及等、,;。])|拟|力争|预计|目标|下一步|每年|每月|每季|每件|每次"
    r"|自(?!今年|本年).{1,20}以来|施行以来|实施以来|开通以来|建立以来|成立以来|上线以来|颁布以来|\d{4}年至\d{4}|\d{4}-\d{4}|去年(?!结转)|上一?年度?(?!结转|度)(?:共|收|受|接|同|为|全)"
    r"|新增(?!主动公开(?:政府|政务)?信息).{0,6}公开|到\d{4}年底累计|复议机关|如果|如有|应当|必须|收费标准"
)


#: Up to a day, all that ever came together: 截至2023年底，网站累计公开45678条.
_UNTIL = regex.compile("截至|截止|至今|目前")
_RUNNING = "累计"
_CHANNEL = regex.compile("微信|微博|公众号|公众账号|视频号|抖音|快手|头条|官网|网站|门户|公报")
_OF_MANY = regex.compile("等|渠道|方式|途径|载体|形式|媒体|平台")

#: What makes the next figures speak of one field only.
_NARROWED = regex.compile(r"^(?:围绕|聚焦|针对|关于|对于)|(?<!公开|工作|申请|情况)(?:方面|领域)(?:信息)?$")


@frozen
class Clause:
    """A stretch of a passage between two marks of punctuation, with the figures in it."""

    start: int
    end: int
    text: str
    figures: tuple[Figure, ...]
    #: The mark that ends it, or an empty string.
    mark: str
    #: Whether it stands in brackets.
    is_aside: bool = False

    @property
    def ends_sentence(self) -> bool:
        """Whether the sentence ends with it."""
        return self.mark in {"。", "!", "?", ".", ""}


@frozen
class Lead:
    """What the words before a phrase say."""

    scope: str = ""
    is_part: bool = False
    year: int | None = None


def clauses(text: str, found: Sequence[Figure]) -> Iterator[Clause]:
    """The clauses of a passage, in order."""
    inside = {place for figure in found for place in range(figure.start, figure.end)}
    waiting = list(reversed(found))
    start, depth = 0, 0
    marks = [(match.start(), match[0]) for match in _BREAK.finditer(text) if match.start() not in inside]
    closed = 0
    for end, mark in (*marks, (len(text), "")):
        if end < closed:
            continue
        if mark == "(" and (closed := _remark(text, start, end, waiting)):
            continue
        own = []
        while waiting and waiting[-1].start < end:
            own.append(waiting.pop())
        yield Clause(start, end, text[start:end], tuple(own), mark, depth > 0)
        depth = min(depth + 1, 3) if mark == "(" else max(depth - 1, 0) if mark == ")" else depth
        start = end + 1


def _remark(text: str, start: int, opening: int, waiting: Sequence[Figure]) -> int:
    """Where a bracket ends that belongs to the words around it, as 县政府（办公室）答复; 0 if it breaks the clause.

    It breaks the clause where a figure stands in it, or in the clause before it.
    """
    match = _REMARK.match(text, opening)
    is_plain = match is not None and start < opening and not (waiting and waiting[-1].start < match.end())
    return match.end() if match is not None and is_plain else 0


def sentences(text: str, found: Sequence[Figure]) -> Iterator[tuple[Clause, ...]]:
    """The sentences of a passage, in order, each by its clauses."""
    held: list[Clause] = []
    for clause in clauses(text, found):
        held.append(clause)
        if clause.ends_sentence:
            yield tuple(held)
            held = []


def may_state_none(phrase: str) -> bool:
    """Whether a stretch of text has a word that can say that there was none of something."""
    return _NEGATION.search(phrase) is not None


def led(phrase: str) -> tuple[Lead, str]:
    """Part the words that lead up to a phrase from the phrase.

    >>> led("其中我局2020年度共收到申请")
    (Lead(scope='我局', is_part=True, year=2020), '收到申请')
    """
    place, scope, is_part, year = 0, "", False, None
    while match := _LEAD.match(phrase, place):
        scope = match["scope"] or scope
        is_part = is_part or bool(match["part"])
        year = int(match["year"]) if match["year"] else year
        place = match.end()
    return Lead(scope, is_part, year), phrase[place:]


def trimmed(phrase: str) -> tuple[str, str]:
    """Part a phrase from the words that only lead over to the number.

    >>> trimmed("收到申请共计约")
    ('收到申请', '共计约')
    """
    match = _TRAIL.search(phrase[-LONGEST_PHRASE:])
    if match is None:
        return phrase, ""
    length = len(match[0])
    return phrase[:-length], phrase[-length:]


def change(phrase: str) -> tuple[int, str, bool] | None:
    """The direction of a change (1 or -1), what is left of the phrase, and whether it names last year.

    >>> change("比上年增加")
    (1, '', True)
    """
    for pattern, sign in ((_UP, 1), (_DOWN, -1)):
        if match := pattern.search(phrase[-LONGEST_PHRASE:]):
            rest = phrase[: len(phrase) - len(match[0])]
            return sign, _COMPARED.sub("", rest), bool(_COMPARED.search(rest))
    return None


def share_of(phrase: str) -> bool:
    """Whether a phrase makes the percentage behind it a share of a total.

    >>> share_of("占申请总量的")
    True
    """
    return bool(_SHARE.search(phrase[-LONGEST_PHRASE:]))


def is_elsewhere(phrase: str) -> bool:
    """Whether a clause speaks of other periods, of plans, of averages, of one field only."""
    return bool(_ELSEWHEN.search(_COMPARED.sub("", phrase)) or _NARROWED.search(phrase))


def is_until(phrase: str) -> bool:
    """Whether a clause names the day up to which the sentence counts."""
    return _UNTIL.search(phrase) is not None


def is_of_a_channel(phrase: str) -> bool:
    """Whether a clause names a channel of publication, and not the channels of all that is counted behind it.

    >>> is_of_a_channel("县林业局微信公众号关注量达2万"), is_of_a_channel("通过网站、公众号等渠道")
    (True, False)
    """
    return bool(_CHANNEL.search(phrase)) and not _OF_MANY.search(phrase)


def is_running(phrase: str) -> bool:
    """Whether a clause counts all that came together."""
    return _RUNNING in phrase


def without_years(phrase: str) -> str:
    """A phrase without the words that compare with another year.

    >>> without_years("件,较2021年减少")
    '件,减少'
    """
    return _COMPARED.sub("", phrase)
