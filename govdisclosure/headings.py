"""Headings of a report: telling them from text, their depth, and which statutory section they head."""

from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

import regex
from attrs import frozen

from govdisclosure.editions import TABLES
from govdisclosure.form import form_of
from govdisclosure.passage import bare, bared, visible
from govdisclosure.remnants import is_of_a_table
from govdisclosure.report import SectionKind
from govdisclosure.wording import fold

_TITLES = {
    kind: tuple(dict.fromkeys(form_of(t).title for t in TABLES if form_of(t).name == kind)) for kind in SectionKind
}

#: The titles of the sections, the statutory one first, and wordings met for the same.
WORDINGS: dict[SectionKind, tuple[str, ...]] = {
    SectionKind.OVERVIEW: ("总体情况", "总体工作情况", "工作总体情况", "工作基本情况", "政府信息公开总体情况"),
    SectionKind.PROACTIVE_DISCLOSURE: (*_TITLES[SectionKind.PROACTIVE_DISCLOSURE], "主动公开政府信息的情况"),
    SectionKind.REQUESTS: (
        *_TITLES[SectionKind.REQUESTS],
        "收到和处理政府信息公开情况",
        "收到和处理政府信息依申请公开情况",
        "收到和处理依申请公开政府信息情况",
        "收到和处理政府信息公开申请的情况",
    ),
    SectionKind.REVIEW_AND_LITIGATION: (
        *_TITLES[SectionKind.REVIEW_AND_LITIGATION],
        "政府信息公开行政复议及行政诉讼情况",
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "因政府信息公开被申请行政复议、提起行政诉讼情况",
        "被申请行政复议、提起行政诉讼情况",
    ),
    SectionKind.PROBLEMS_AND_IMPROVEMENTS: (
        "存在的主要问题及改进情况",
        "政府信息公开工作存在的主要问题及改进情况",
        "存在问题及改进情况",
        "存在的问题及改进情况",
        "存在的主要问题及改进措施",
        "存在的问题及改进措施",
        "存在问题及改进措施",
    ),
    SectionKind.OTHER_MATTERS: (
        "其他需要报告的事项",
        "其他报告的事项",
        "需要说明的事项与附件",
        "其他需要报告事项",
        "需要报告的其他事项",
        "其他需要说明的事项",
    ),
}
# Wordings of reports before 2019, and short ones that head subsections as well.
_OLDER = {
    kind: regex.compile(pattern)
    for kind, pattern in {
        SectionKind.OVERVIEW: r".{0,16}总体(?:工作)?情况|(?:政府信息公开)?(?:工作|总体)*+(?:概述|概况|综述|基本情况)",
        SectionKind.PROACTIVE_DISCLOSURE: r".{0,12}主动公开.{0,12}",
        SectionKind.REQUESTS: r".{0,12}依申请公开.{0,16}|.{0,16}公开申请.{0,12}",
        SectionKind.REVIEW_AND_LITIGATION: r".{0,20}(?:复议|诉讼).{0,20}",
        SectionKind.PROBLEMS_AND_IMPROVEMENTS: r".{0,16}(?:问题|不足|困难).{0,16}|.{0,8}(?:下一步|改进).{0,12}",
        SectionKind.OTHER_MATTERS: r"(?:其他|需要).{0,4}(?:说明|报告).{0,8}|附表|说明与附表",
    }.items()
}
_NUMERALS = "一二三四五六七八九十"
_CN = rf"[{_NUMERALS}]{{1,3}}"
_LEAD = regex.compile(r"[\s?#*\ufeff]{0,40}")
_ENUMERATORS = (
    (1, regex.compile(rf"第({_CN})部分[\s、.:]{{0,6}}|({_CN})\s{{0,4}}[、.,:·]{{1,2}}\s{{0,8}}")),
    (2, regex.compile(rf"\(\s{{0,2}}({_CN})\s{{0,2}}\)\s{{0,2}}[、.,:]{{0,2}}\s{{0,8}}|([㈠-㈩])\s{{0,8}}")),
    (3, regex.compile(r"(\d{1,2})\s{0,2}(?:[、.,](?!\d)|\))\s{0,8}")),
    (4, regex.compile(r"\(\s{0,2}(\d{1,2})\s{0,2}\)[、.]?\s{0,8}|([①-⑳])\s{0,8}")),
)
# Before a title alone: 01 总体情况, Ⅱ、主动公开政府信息情况.
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5, "Ⅵ": 6}
_BEFORE_TITLE = regex.compile(rf"(\d{{1,2}}|{'|'.join(_ROMAN)})(?![\dA-Za-z])[\s、.,:·]{{0,4}}")
# A number, a mark or a unit in the next cell: 四、行政复议数量 | 件 | 0, in the statistics of 2014 to 2018.
_ROW_OF_A_TABLE = regex.compile(r"\|\s*(?:[—–-]{1,4}|\d[\d.]*|\p{Han}{1,2})\s*(?:\||$)")
_END = regex.compile(r"[。:]")
# A figure with what it counts: a sentence, not a heading.
_COUNTED = regex.compile(r"\d[\d,.]*\s?(?:余|多)?\s?(?:件|条|次|项|个|人|份|篇|期|场|%|万|元|月)")
_ENUMERATED_AGAIN = regex.compile(rf"\s*(?:\(({_CN}|\d)\)|至|和|到|、)")
# A heading with its text on the same line, a space between: （二）依申请公开情况 全年收到申请2件，…
_BEFORE_SPACE = regex.compile(r"(\S{2,28}(?:情况|方面|问题|措施|事项|不足|管理|建设|保障))\s+[^\s,。]{2,40}[,。]")
# What text begins with that runs on behind a title on the same line.
_STARTS_TEXT = regex.compile(r"[\d本我今无无暂未(]|全[年县市区镇乡]|[。:]")
_TAKEN_OFF = regex.compile(r"[、,.;:。()\"'《》的和与及]")

_LONGEST = {1: 40, 2: 36, 3: 30, 4: 30}
_LONGEST_RUN_IN = 30
_LOOKED_AT = 200
_SHORTEST_DAMAGED = 3
_SHORTEST = 2
_DEEPEST_WITH_STOP = 2


@frozen
class Heading:
    """A heading as it stands at the begin of a line."""

    #: As printed, with its numeral, without the mark behind it.
    text: str
    #: 1 for 一、, 2 for （一）, 3 for 1., 4 for (1).
    depth: int
    #: The number that it carries; None where it carries none.
    number: int | None
    kind: SectionKind | None
    #: Whether the words are those of the statutory section, and not merely about the same.
    exact: bool
    #: Whether the end of the statutory title is missing: 五、存在的主.
    cut: bool
    #: Where in the line it begins.
    start: int
    #: Where it ends.
    stop: int
    #: Where in the line the text after the heading begins; the length of the line where nothing follows.
    end: int
    #: Whether it reads as a sentence of the text: then its number alone tells that it is a heading.
    is_sentence: bool = False


@lru_cache(maxsize=4096)
def _normal(words: str) -> str:
    return _TAKEN_OFF.sub("", bare(words)).replace("其它", "其他").removeprefix("行政机关").removeprefix("本机关")


@cache
def _kinds() -> dict[str, SectionKind]:
    return {_normal(words): kind for kind, wordings in WORDINGS.items() for words in wordings}


#: No title of a section is longer.
_LONGEST_TITLE = 60


def exact_kind(words: str) -> SectionKind | None:
    """The statutory section whose title words are, however spaced and joined; None for other words.

    >>> exact_kind("行政机关主动公开政府信息情况")
    <SectionKind.PROACTIVE_DISCLOSURE: 'proactive_disclosure'>
    """
    return _kinds().get(_normal(words)) if len(words) <= _LONGEST_TITLE else None


def _kind(words: str, number: int | None) -> tuple[SectionKind | None, bool]:
    """The section that words head, and whether they are its title; a number helps where the title's end is lost."""
    found = exact_kind(words)
    if found:
        return found, True
    normal = _normal(words)
    if number is not None and 1 <= number <= len(SectionKind) and len(normal) >= _SHORTEST_DAMAGED:
        expected = list(SectionKind)[number - 1]
        if any(_normal(wording).startswith(normal) for wording in WORDINGS[expected]):
            return expected, True
    older = (kind for kind, pattern in _OLDER.items() if pattern.fullmatch(normal))
    return next(older, None), False


def _number(words: str) -> int:
    if words.isdecimal():
        return int(words)
    if words in _CIRCLED:
        return _CIRCLED.index(words) % 20 + 1
    tens, ten, ones = words.partition("十")
    if not ten:
        return _NUMERALS.index(words[-1]) + 1
    return (_NUMERALS.index(tens[-1]) + 1 if tens else 1) * 10 + (_NUMERALS.index(ones[0]) + 1 if ones else 0)


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"


def heading_of(text: str, after: Heading | None = None) -> Heading | None:
    """The heading at the begin of a line; None where the line is text.

    Args:
        text: the line.
        after: the heading before; a sentence that carries the next number of the same kind is a heading as well.

    >>> heading_of("（一）主动公开情况。全年公开信息12条。").text
    '（一）主动公开情况'
    >>> heading_of("四、结转下年度继续办理 0 0 0") is None
    True
    """
    found = _heading(text[:_LOOKED_AT])
    if found is None or not found.is_sentence:
        return found
    is_next = after is not None and (after.depth, after.number) == (found.depth, (found.number or 0) - 1)
    return found if is_next else None


def top_depth(headings: Iterable[Heading | None]) -> int:
    """The depth at which a document numbers its sections: some write 1. or （一） where the form has 一、.

    >>> top_depth(map(heading_of, ("（一）总体情况", "（二）主动公开政府信息情况", "1.宣传不够")))
    2
    """
    found = Counter(heading.depth for heading in headings if heading and heading.exact and heading.number)
    most = max(found.values(), default=0)
    return 1 if found[1] or not most else min(depth for depth, count in found.items() if count == most)


@lru_cache(maxsize=4096)
def _heading(text: str) -> Heading | None:
    """The heading at the begin of a line, also one that only its number can tell from text."""
    if _ROW_OF_A_TABLE.search(fold(text)):
        return None
    found = _begun(text)
    return None if found is None or (not found.exact and is_of_a_table(text)) else found


def _begun(text: str) -> Heading | None:
    folded = fold(text)
    lead = _LEAD.match(folded)
    start = lead.end() if lead else 0
    for depth, enumerator in _ENUMERATORS:
        match = enumerator.match(folded, start)
        if match:
            number = _number(next(group for group in match.groups() if group))
            return _enumerated(text, folded, (start, match.end()), depth, number)
    words = folded[start:].rstrip(" *#:。\t")
    printed, title = _unnumbered(words)
    kind = exact_kind(title)
    if kind is None:
        return None
    stop = start + len(words)
    return Heading(
        visible(text[start:stop]), 1, printed, kind, exact=True, cut=False, start=start, stop=stop, end=len(text)
    )


def _unnumbered(words: str) -> tuple[int | None, str]:
    """The number before a title and the title: in figures without a mark, or in Roman ones.

    >>> _unnumbered("IV.总体情况"), _unnumbered("总体情况")
    ((4, '总体情况'), (None, '总体情况'))
    """
    match = _BEFORE_TITLE.match(words)
    if match is None:
        return None, words
    return _ROMAN.get(match[1]) or int(match[1]), words[match.end() :]


def _enumerated(text: str, folded: str, range_: tuple[int, int], depth: int, number: int) -> Heading | None:
    start, words_start = range_
    is_sentence = False
    end = _end_of_known_words(folded, words_start) if depth == 1 else None
    if end is None:
        spaced = _BEFORE_SPACE.match(folded, words_start)
        end = spaced.end(1) if spaced and _can_be_heading(spaced[1]) else None
    if end is None:
        end, is_sentence = _end_of_heading(folded, words_start, depth)
    if end is None:
        return None
    words = folded[words_start:end].strip(" *#\t")
    kind, exact = _kind(words, number if depth == 1 else None)
    stop = start + len(folded[start:end].rstrip(" *#\t"))
    cut = exact and exact_kind(words) is None
    after = _after(folded, end)
    return Heading(visible(text[start:stop]), depth, number, kind, exact, cut, start, stop, after, is_sentence)


def _after(folded: str, end: int) -> int:
    """Where the text after a heading begins."""
    while end < len(folded) and folded[end] in " *#:。\t":
        end += 1
    return end


def _end_of_heading(folded: str, start: int, depth: int) -> tuple[int | None, bool]:
    """Where a heading ends that begins here, None where the line is text; and whether it reads as a sentence."""
    mark = _END.search(folded, start)
    end = mark.start() if mark else len(folded.rstrip())
    words = bare(folded[start:end])
    if not _can_be_heading(words):
        return None, False
    if mark is None:
        return (end if len(words) <= _LONGEST[depth] else None), False
    follows = folded[mark.end() :].strip()
    is_sentence = not follows and mark[0] == "。" and ("," in words or depth > _DEEPEST_WITH_STOP)
    return (end if len(words) <= _LONGEST_RUN_IN else None), is_sentence


def _can_be_heading(words: str) -> bool:
    if len(words) < _SHORTEST or words.endswith((",", ";", "、")) or ";" in words:
        return False
    return not _COUNTED.search(words) and not _ENUMERATED_AGAIN.match(words)


def _end_of_known_words(folded: str, start: int) -> int | None:
    """The end of a statutory title that runs into its text without a mark: 六、其他需要报告的事项 无."""
    rest = bared(folded[start : start + 2 * _LONGEST_TITLE])
    known = max((words for words in _wordings() if rest.text.startswith(words)), key=len, default="")
    follows = rest.text[len(known) :]
    if not known or not (_STARTS_TEXT.match(follows) or folded[start + rest.place(len(known)) - 1].isspace()):
        return None
    return start + rest.places[len(known) - 1] + 1


@cache
def _wordings() -> tuple[str, ...]:
    return tuple(bare(words) for wordings in WORDINGS.values() for words in wordings)
