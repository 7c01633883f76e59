"""What to call tables, cells and what the prose counts: in Chinese by the printed labels, in English by the address."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from govdisclosure.editions import TABLES
from govdisclosure.finding import Message
from govdisclosure.form import Form, Slot, slots

_NUMERALS = {"二": "two", "三": "three", "四": "four", "统计": "of statistics"}
#: What a label of the form explains in brackets.
_LONG_NOTE = regex.compile(r"（[^（）]{4,}）$")
#: So many of a list are named; the rest are counted.
MOST_NAMED = 3

#: What the prose counts and no form asks for, by the names of `govdisclosure.fact`.
OWN_SUBJECTS = {
    "requests": "办理的申请",
    "requests_accepted": "受理的申请",
    "requests.received.organizations": "法人或其他组织的申请",
    "requests_by_channel.in_person": "当面申请",
    "requests_by_channel.online": "网上申请",
    "requests_by_channel.letter": "信函申请",
    "requests_by_channel.email": "电子邮件申请",
    "requests_by_channel.fax": "传真申请",
    "disclosed_items": "主动公开的信息",
    "disclosed_items.website": "网站公开的信息",
    "disclosed_items.wechat": "微信公开的信息",
    "disclosed_items.weibo": "微博公开的信息",
    "disclosed_items.gazette": "公报公开的信息",
    "disclosed_items.new_media": "新媒体公开的信息",
    "processing_fee": "信息处理费",
    "trainings": "培训次数",
    "trainees": "培训人次",
}


def table_name(form: Form) -> Message:
    """What to call a table: its section's numeral and title in Chinese, its numeral and attribute in English."""
    return Message(f"表{form.section}（{form.title}）", f"table {_NUMERALS[form.section]} ({form.name})")


def line_name(slot: Slot) -> Message:
    """What to call the line of a cell: its labels in Chinese, its address in English."""
    return Message(f"“{slot.row_label}”", slot.line)


def cell_name(slot: Slot) -> Message:
    """What to call a cell: the labels of line and column in Chinese, the address in English."""
    return Message(f"“{slot.row_label}”的“{slot.column.label}”", slot.address)


def joined(names: Sequence[Message], unit: str = "") -> Message:
    """Several names as one: ``甲、乙`` and ``a, b``.

    Args:
        names: all of them.
        unit: a measure word; with it only the first are named, and the rest counted.
    """
    shown = names[:MOST_NAMED] if unit else names
    more = len(names) - len(shown)
    zh, en = "、".join(name.zh for name in shown), ", ".join(name.en for name in shown)
    return Message(f"{zh}等{len(names)}{unit}", f"{en} and {more} more") if more else Message(zh, en)


def subject_name(subject: str) -> Message:
    """What to call what a figure of the prose counts.

    >>> subject_name("review_and_litigation.litigation.upheld").zh
    '“行政诉讼”的“结果维持”'
    >>> subject_name("requests.outcomes.granted+requests.outcomes.granted_in_part").zh
    '“（一）予以公开”、“（二）部分公开”'
    """
    return joined(tuple(map(_subject_name, subject.split("+"))))


@lru_cache(maxsize=1024)
def _subject_name(subject: str) -> Message:
    if subject in OWN_SUBJECTS:
        return Message(f"“{OWN_SUBJECTS[subject]}”", subject)
    block, _, column = subject.rpartition(".")
    depth = subject.count(".")
    for slot in _newest_first():
        if depth <= len(slot.row) and f"{slot.line}.".startswith(f"{subject}."):
            return Message(f"“{_LONG_NOTE.sub('', slot.row[depth - 1].label)}”", subject)
    for slot in _newest_first():
        if slot.column_name == column and slot.line.startswith(block):
            return Message(f"{_subject_name(block).zh}的“{slot.column.label}”", subject)
    return Message(f"“{subject}”", subject)


def _newest_first() -> Iterator[Slot]:
    return (slot for table in reversed(TABLES) for slot in slots(table))
