"""The figures in a passage: a number with the unit behind it, and how exactly it is given."""

from collections.abc import Iterator
from decimal import Decimal

import regex
from attrs import frozen

from govdisclosure.fact import Precision
from govdisclosure.numerals import read_number
from govdisclosure.reading import Number
from govdisclosure.states import Kind

_SCALES = {"百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8}

# A unit that is the beginning of another word is none: 三项制度 is a figure, 项目 is not; 一件事 counts nothing.
_UNITS = (
    r"件次|件(?!事)|人次|条次|条(?!例|款)|份(?!额)|次(?!性|数)|篇次|篇|项(?!目)|起(?!诉|草|来)|宗|例(?!如|外|会)"
    r"|期(?!间|限|内)|场次|场(?!所)|个(?!工作日|百分点|月|领域)|封|批|元|则|部(?!门|分|署|委)|家(?!庭)|户(?!籍)|人(?!民|大|员)|名|余?个百分点"
)
_FIGURE = regex.compile(
    r"(?<![\d.第\-~/a-zA-Z零〇一二两三四五六七八九十百千万亿])(?<!\d,)"
    r"(?:"
    r"(?P<arabic>\d{1,3}(?:,\d{3}){1,4}+(?!\d)(?:\.\d{1,6}+)?|\d{1,15}+(?:\.\d{1,6}+)?)"
    r"|(?P<words>[零〇一二两三四五六七八九十百千万亿]{1,16}+)"
    r")"
    r"(?P<more>[余多])?"
    r"(?:"
    r"(?P<percent>%)"
    r"|(?P<money>万元|亿元)"
    r"|(?P<scale>[十百千]?万|亿|千|百)?(?P<much>[余多])?(?P<unit>" + _UNITS + r")"
    r"|(?P<bare>(?<=[为是:](?:\d{1,15}|零|〇)))(?=$|[,。;)])"
    r"|(?P<lone>(?<=\d))(?=[,;、])"
    r")"
    r"(?P<after>左右|上下|以上)?"
)
_PERCENT_IN_WORDS = regex.compile(r"百分之([零一二三四五六七八九十百]{1,7})(?:点([零一二三四五六七八九]{1,4}))?")
_BEFORE = regex.compile(r"(?:(?P<about>约|大约|近|将近|接近)|(?P<more>超过|超|逾|突破|不少于|至少))为?$")
_FIGURES = str.maketrans("零一二三四五六七八九", "0123456789")


@frozen
class Figure:
    """A number in a passage."""

    #: Where the number begins in the passage, and where its unit ends.
    start: int
    end: int
    value: Number
    #: 件, 万元, %; an empty string where none is printed.
    unit: str
    precision: Precision
    #: The value of the last printed digit: 1000 for 1.2万, 0.1 for 33.9 %.
    resolution: Number
    #: Whether neither a unit nor 为 marks it as a count.
    is_lone: bool = False


def _plain(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else value


def _worth(match: "regex.Match[str]") -> tuple[Number, Number] | None:
    """Value and resolution of a number; None where the characters make no number."""
    if match["arabic"]:
        printed = Decimal(match["arabic"].replace(",", ""))
        scale = _SCALES[match["scale"]] if match["scale"] else 0
        exponent = printed.as_tuple().exponent
        place = Decimal(1).scaleb(scale + (exponent if isinstance(exponent, int) else 0))
        value = printed.scaleb(scale)
        if match["percent"] or match["money"]:
            return value, place
        return _plain(value), _plain(place)
    value_in_words = read_number(match["words"], Kind.COUNT).value
    if value_in_words is None or match["scale"]:
        return None
    return value_in_words, 1


def _precision(text: str, match: "regex.Match[str]") -> Precision:
    before = _BEFORE.search(text, max(0, match.start() - 4), match.start())
    if match["more"] or match["much"] or match["after"] == "以上" or (before and before["more"]):
        return Precision.MORE_THAN
    if match["after"] or (before and before["about"]):
        return Precision.ABOUT
    return Precision.EXACT


def figures(text: str) -> Iterator[Figure]:
    """The figures of a folded text, in order. Dates, ordinals and numbers of documents are none.

    >>> [(figure.value, figure.unit) for figure in figures("2020年收到申请3,259件,公开二十六条,增长4.5%")]
    [(3259, '件'), (26, '条'), (Decimal('4.5'), '%')]
    """
    for match in _FIGURE.finditer(text):
        worth = _worth(match)
        if worth is None:
            continue
        unit = match["percent"] or match["money"] or match["unit"] or ""
        yield Figure(
            match.start(), match.end(), worth[0], unit, _precision(text, match), worth[1], match["lone"] is not None
        )
