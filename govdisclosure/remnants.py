"""What tables leave behind among the lines of the text: labels, pieces of labels, numbers."""

from functools import cache

import regex

from govdisclosure.vocabulary import Role, lookup, terms
from govdisclosure.wording import fold, key

_LONGEST_TABLE_LINE = 160
_SHORTEST_BEGUN = 6
_LONGEST_CAPTION = 20
_ROW_OF_NUMBERS = regex.compile(r"(?:\s(?:[\d.,-]{1,16}|零)){3}\s*$")
_AMOUNT = regex.compile(r"[增减+-]?\d[\d,.]*(?:万元?|元|件|项)?|[/\\-]+|零")
_SIGN = regex.compile(r"[\d|/-]")
_CAPTION = regex.compile(r"[#\s]{0,9}表[一二三四]\s?[:、]|该部分以表格形式")
_NUMBERS_BEHIND = regex.compile(r"[\d零lO\s|/+.,-]+$")


@cache
def _rows() -> frozenset[str]:
    """The labels of the tables, with and without enumerator."""
    rows = [term for term in terms() if term.role is not Role.TITLE]
    return frozenset({term.enumerator.strip("(") + term.key for term in rows} | {term.key for term in rows})


@cache
def _row_words() -> str:
    """The labels of the tables, a line feed before each."""
    return "".join(f"\n{row}" for row in sorted(_rows()))


def is_of_a_table(text: str) -> bool:
    """Whether a line is a label of a statutory table, numbers behind it or not, or numbers alone.

    >>> is_of_a_table("四、结转下年度继续办理 0 0 0"), is_of_a_table("一、总体情况")
    (True, False)
    """
    if len(text) > _LONGEST_TABLE_LINE:
        return False
    folded = fold(text).strip(" |\t#")
    words = _NUMBERS_BEHIND.sub("", folded).strip(" |\t")
    if not words or _ROW_OF_NUMBERS.search(folded):
        return bool(_SIGN.search(folded))
    label = key(words)
    if label in _rows() or is_caption(words):
        return True
    begun = len(label) >= _SHORTEST_BEGUN and f"\n{label}" in _row_words()
    return begun or _is_made_of_rows(label)


def _is_made_of_rows(words: str) -> bool:
    """Whether words are labels of the tables, one behind the other: 行政复议行政诉讼, 信息内容本年制发件数."""
    reached = {0}
    for start in range(len(words)):
        if start in reached:
            reached |= {start + length for length in _row_lengths() if words[start : start + length] in _rows()}
    return len(words) in reached


@cache
def _row_lengths() -> frozenset[int]:
    return frozenset(map(len, _rows()))


def is_caption(text: str) -> bool:
    """Whether a line is a caption of a table or of one of its blocks, or what the form says in place of text.

    >>> is_caption("表二：主动公开政府信息情况")
    True
    """
    if len(text) <= _LONGEST_CAPTION and any(term.role is Role.BLOCK for term in lookup(text)[:1]):
        return True
    return bool(_CAPTION.match(fold(text[:_LONGEST_TABLE_LINE])))


def may_be_of_a_table(text: str) -> bool:
    """Whether a line may be a piece of a table's label, or a number: among such lines it is one.

    >>> may_be_of_a_table("商业 科研"), may_be_of_a_table("增1558"), may_be_of_a_table("无")
    (True, True, False)
    """
    if len(text) > _LONGEST_TABLE_LINE:
        return False
    chunks = fold(text).replace("|", " ").split()
    return is_of_a_table(text) or all(
        _AMOUNT.fullmatch(chunk) or (key(chunk) in _row_words() and chunk != "无") for chunk in chunks
    )
