"""Figures that the prose states, as data: what is counted, how many, and in which words."""

from enum import StrEnum

from attrs import field, frozen

from govdisclosure.reading import Number
from govdisclosure.source import Span


class Precision(StrEnum):
    """How exactly the prose gives a number."""

    EXACT = "exact"
    #: 约, 近, 左右
    ABOUT = "about"
    #: 余, 多, 超过
    MORE_THAN = "more than"


class Measure(StrEnum):
    """What kind of number it is."""

    COUNT = "count"
    AMOUNT = "amount"
    #: A share of a total, in percent.
    SHARE = "share"
    #: A change on last year, in percent; negative for a decrease.
    GROWTH = "growth"
    #: A change on last year, in units; negative for a decrease.
    CHANGE = "change"


@frozen
class Fact:
    """One figure of the prose."""

    #: What is counted, as ``requests.received``; the names are listed in the documentation.
    subject: str
    value: Number
    measure: Measure
    #: 件, 条, 元 …; ``%`` for shares and growth; an empty string where none is printed.
    unit: str
    #: The figure with its unit, as printed.
    raw: str
    span: Span
    precision: Precision = Precision.EXACT
    #: The scope that the sentence names (全县, 本级, 我办), or an empty string.
    scope: str = ""
    #: The subject of the total that the sentence makes it a part of (其中…), or an empty string.
    part_of: str = ""
    #: The clause that it stands in.
    context: str = field(default="")
    #: What the last printed digit counts: 1000 for 1.2万, 0.1 for 33.9 %.
    resolution: Number = 1
