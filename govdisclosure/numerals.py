"""The text of a cell -> a number, or why it is none: ``１，２３４``, ``增3``, ``251000元``, ``—``.

A number is read by small steps from text to text, each under a name, so that a reading can say what was done to the
printed text and anybody can do it again. Text that could be two numbers is none.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final
from unicodedata import normalize

from attrs import frozen

from govdisclosure.chinese_figures import FIGURES, NUMERAL, number_of
from govdisclosure.errors import DamagedData
from govdisclosure.money import converted, is_conversion
from govdisclosure.states import Kind, State, Step


@frozen
class Numeral:
    """What a cell's text says as a number."""

    #: STATED, BLANK, DASH or UNREADABLE.
    state: State
    #: The number, in the unit that is printed with it; None unless STATED. An amount is a Decimal, all else an int.
    value: int | Decimal | None = None
    #: The printed unit, as 件 or 万元; 万 after an amount stands as 万元. None where none is printed.
    unit: str | None = None
    #: What was done to the text; empty unless STATED.
    steps: tuple[Step, ...] = ()


_BLANK: Final = Numeral(State.BLANK)
_DASH: Final = Numeral(State.DASH)
_UNREADABLE: Final = Numeral(State.UNREADABLE)

#: Longer text is a sentence or a row of numbers.
_LONGEST: Final = 48
#: No agency counts to a quadrillion: more digits are an identifier, or cells that ran into each other.
_MOST_DIGITS: Final = 15

_INVISIBLE_RANGES = (range(0x200B, 0x2010), range(0x202A, 0x202F), range(0x2060, 0x2065))
_INVISIBLE = MappingProxyType(
    dict.fromkeys([0xAD, 0x180E, 0x2800, 0x3164, 0xFEFF, *(code for codes in _INVISIBLE_RANGES for code in codes)])
)
_WIDTH = MappingProxyType(
    {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | {ord("￥"): "¥", ord("﹢"): "+", ord("﹐"): ",", ord("﹒"): "."}
    | dict.fromkeys(map(ord, "−–‐‑﹣"), "-")
    | {
        code: normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)
    }  # radicals, which PDF files have for 无, 一
)
_MARK = re.compile(
    r"(?P<open>[(])?(?:[/\\\-—―⸺⸻﹘⎯~*_ー─━]+|无|無|不适用|不適用|暂无|无数据|没有|不涉及|未涉及"
    r"|#?N/?A|NaN|None|null|undefined)(?(open)[)])。?",  # the last are what programs print for a value they do not have
    re.IGNORECASE,
)
#: 一 beside nothing but signs: as likely a dash that was typed as the numeral.
_DASH_OR_ONE = re.compile(r"[一+\-/—]*一[一+\-/—]*")
_SIGNED_NUMERAL = re.compile(rf"([+\-]?)([{NUMERAL}]+)")

_GAP = re.compile(
    r"(?<!\s)(?:"
    r"(?<=[+\-])[^\S\n\r]++(?=[0-9])"
    rf"|(?<![0-9.,+\-{NUMERAL}])\s++"
    rf"|\s++(?![0-9.,{FIGURES}]))"
)
#: A sign apart from figures: before a change it is the number's, else as likely a dash with the number of another cell.
_SIGN_APART = re.compile(r"[+\-]\s+[0-9]")
_SPACED = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?:[ \u00a0\u2002-\u200a\u202f\u205f][0-9]{3})+(?![0-9])")
_SEPARATED = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9,])")
#: What points to a footnote; neither ``*``, which may mask a digit, nor a number in round brackets, perhaps a part.
_NOTE = re.compile(
    r"(?P<figures>.*?[0-9件项条个次万元])\s*(?:[①-⑳❶-❿※†‡]|[¹²³⁰⁴-⁹]{1,2}|注[0-9¹²³⁰⁴-⁹①-⑳]{1,2}"
    r"|\(注[0-9①-⑳]{0,2}\)|\[注?[0-9¹²³⁰⁴-⁹①-⑳]{1,2}\]|〔注?[0-9①-⑳]{1,2}〕|【注?[0-9①-⑳]{1,2}】)"
)
_CURRENCY = re.compile(r"(?:人民币|人民幣|RMB|¥)(?=[0-9+\-])", re.IGNORECASE)
_UNIT = re.compile(
    rf"(?P<figures>.*?[0-9{NUMERAL}])"
    r"(?P<open>[(])?(?P<unit>"
    r"人次|件次|条次|篇次|件|项|項|条|條|宗|个|個|次|人|份|起|部|篇|期|例|户|家|场|[千万萬亿億]?元(?:整|正)?)(?(open)[)])"
)
_BARE_SCALE = re.compile(rf"(?P<figures>.*?[0-9{NUMERAL}])(?P<open>[(])?(?P<unit>[万萬亿億])(?(open)[)])")
_PLAIN_UNIT = str.maketrans("項條個萬億", "项条个万亿", "整正")
_SCALED = re.compile(r"([+\-]?[0-9]+)(?:[.]([0-9]+))?([万萬亿億])")
_SCALES: Final = MappingProxyType({"万": 4, "萬": 4, "亿": 8, "億": 8})
_CHANGE = re.compile(r"(增加了?|增长了?|新增|增|上升|↑|减少了?|減少|减|減|下降了?|↓|负)([0-9].*|[" + NUMERAL + "]+)")
_CHANGE_AFTER = re.compile(r"([0-9][0-9.,]*)([↑↓])")
_NO_CHANGE = re.compile(r"持平|与上年持平|无变化|無變化|不变|未变化|无增减")
_WITHOUT_FRACTION = re.compile(r"([+\-]?[0-9]+)[.]0{1,2}")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:[.][0-9]+)?")


def _visible(text: str) -> str:
    """Drop characters of no width, which editors leave between digits."""
    return text.translate(_INVISIBLE)


def _width(text: str) -> str:
    """Full-width digits, signs and brackets to ASCII.

    NFKC would do more: it turns the footnote mark of ``3²`` and the enumerator ① into digits of the number.
    """
    return text.translate(_WIDTH)


def _note(text: str) -> str:
    """Drop the mark of a footnote behind the figures: ``12①``, ``12[1]``, ``12注1``.

    ``12(1)`` stays: it may as well be twelve, of which one.
    """
    match = _NOTE.fullmatch(text)
    return match["figures"] if match else text


def _spaces(text: str) -> str:
    """Drop white space that stands between no two figures.

    Dropping all of it would make one number of the two in ``20 23``. A line end after a sign stays: a dash in one line
    and a number in the next are two things.
    """
    return _GAP.sub("", text.strip())


def _spaced_thousands(text: str) -> str:
    """Drop spaces before groups of three digits, where the groups make a whole number: ``14 069``, not ``20 23``."""
    return _SPACED.sub(lambda match: "".join(match[0].split()), text)


def _separators(text: str) -> str:
    """Drop commas before groups of three digits. ``1,23`` may be a decimal or a list and stays."""
    return _SEPARATED.sub(lambda match: match[0].replace(",", ""), text)


def _currency(text: str) -> str:
    """Drop the name of the currency before the figures."""
    return _CURRENCY.sub("", text, count=1)


def _unit(text: str) -> str:
    """Drop the unit after the figures.

    Dropping everything that is no digit would read ``12.5%`` and ``20余件`` as counts.
    """
    match = _UNIT.fullmatch(text)
    return match["figures"] if match else text


def _amount_unit(text: str) -> str:
    """Drop the unit after an amount, also a 万 or 亿 that stands for 万元 or 亿元.

    One step, since two would take the 件 off 1.2万件 and then read the rest as money.
    """
    match = _UNIT.fullmatch(text) or _BARE_SCALE.fullmatch(text)
    return match["figures"] if match else text


def _sign_words(text: str) -> str:
    """增3, 减少2, 3↓, 持平 to signed figures.

    For changes only: 增3 in a count says nothing of the count. A word before a signed figure stays: 减-3 may be either.
    """
    if _NO_CHANGE.fullmatch(text):
        return "0"
    match = _CHANGE.fullmatch(text)
    word, figures = match.groups() if match else ("", "")
    if after := _CHANGE_AFTER.fullmatch(text):
        figures, word = after.groups()
    if not word:
        return text
    return ("-" if word[0] in "减減下↓负" else "+") + figures


def _chinese_figures(text: str) -> str:
    """三, 一百二十, 两万 to digits."""
    match = _SIGNED_NUMERAL.fullmatch(text)
    value = number_of(match[2]) if match else None
    return text if match is None or value is None else f"{match[1]}{value}"


def _scale(text: str) -> str:
    """1.2万 to 12000: counts have no unit of ten thousand."""
    match = _SCALED.fullmatch(text)
    if not match:
        return text
    whole, fraction, zeros = match[1], match[2] or "", _SCALES[match[3]]
    if len(fraction) > zeros:
        return text
    digits = (whole + fraction.ljust(zeros, "0")).lstrip("+")
    sign = "-" if digits.startswith("-") else ""
    return sign + (digits.lstrip("-0") or "0")


def _whole(text: str) -> str:
    """310.0 to 310, as spreadsheets print counts. Three zeros may be thousands behind a misread comma and stay."""
    match = _WITHOUT_FRACTION.fullmatch(text)
    return match[1] if match else text


def _plus(text: str) -> str:
    """Drop a plus sign before a digit."""
    return text[1:] if text[:1] == "+" and text[1:2].isdigit() else text


_STEPS: Final[Mapping[str, Callable[[str], str]]] = MappingProxyType(
    {
        "visible": _visible,
        "width": _width,
        "note": _note,
        "spaces": _spaces,
        "spaced thousands": _spaced_thousands,
        "separators": _separators,
        "currency": _currency,
        "unit": _unit,
        "amount unit": _amount_unit,
        "sign words": _sign_words,
        "chinese figures": _chinese_figures,
        "scale": _scale,
        "whole": _whole,
        "plus": _plus,
    }
)
_NOT_FOR: Final[Mapping[Kind, frozenset[str]]] = MappingProxyType(
    {
        Kind.COUNT: frozenset({"amount unit", "sign words"}),
        Kind.CHANGE: frozenset({"amount unit"}),
        Kind.AMOUNT: frozenset({"unit", "sign words", "scale", "whole"}),
    }
)
_STEPS_FOR: Final = MappingProxyType(
    {kind: tuple((name, _STEPS[name]) for name in _STEPS if name not in _NOT_FOR[kind]) for kind in Kind}
)


def _number(text: str) -> int | Decimal | None:
    if not _NUMBER.fullmatch(text) or sum(character.isdigit() for character in text) > _MOST_DIGITS:
        return None
    return Decimal(text) if "." in text else int(text)


def _unit_in(before: str, after: str) -> str:
    """The unit that a step has taken off, in simplified characters and without brackets."""
    unit = before[len(after) :].strip("()").translate(_PLAIN_UNIT)
    return unit + "元" if unit in {"万", "亿"} else unit


def _state_without_number(text: str) -> State | None:
    """BLANK, DASH or UNREADABLE where the whole text says so; None where it may be a number."""
    compact = "".join(_visible(text).split())
    if not compact:
        return State.BLANK
    if len(compact) > _LONGEST:
        return State.UNREADABLE
    compact = _width(compact)
    if _MARK.fullmatch(compact):
        return State.DASH
    return State.UNREADABLE if _DASH_OR_ONE.fullmatch(compact) else None


def _through_steps(raw: str, kind: Kind) -> Numeral:
    text, unit, steps = raw, None, []
    for name, step in _STEPS_FOR[kind]:
        after = step(text)
        if after == text:
            continue
        if name in {"unit", "amount unit"}:
            unit = _unit_in(text, after)
        elif name == "currency":
            unit = "元"
        steps.append(Step(name, after))
        text = after
    value = _number(text)
    if value is None or (kind is not Kind.AMOUNT and not isinstance(value, int)):
        return _UNREADABLE
    return Numeral(State.STATED, Decimal(text) if kind is Kind.AMOUNT else value, unit, tuple(steps))


def read_number(raw: str, kind: Kind) -> Numeral:
    """Read the text of a cell as a number.

    An amount stays in the unit that is printed; converting it is the caller's. A negative count is stated all the same:
    that is the document's fault. A count with a fraction is none: 6.897 may as well be 6,897 with its comma misread.

    >>> read_number("１，２３４件", Kind.COUNT).value
    1234
    >>> read_number("减3", Kind.CHANGE).value
    -3
    >>> read_number("12.50万", Kind.AMOUNT)
    Numeral(state=<State.STATED: 'stated'>, value=Decimal('12.50'), unit='万元', steps=(Step(name='amount unit', ...),))
    >>> [read_number(text, Kind.COUNT).state.value for text in ("", "/", "20 23", "约20", "6.897")]
    ['blank', 'dash', 'unreadable', 'unreadable', 'unreadable']
    """
    # Most cells are "0". 00 and 012 are left to the steps, which refuse them: zeros that ran together, or codes.
    if raw.isascii() and raw.isdigit() and len(raw) <= _MOST_DIGITS and (raw[0] != "0" or raw == "0"):
        return Numeral(State.STATED, Decimal(raw) if kind is Kind.AMOUNT else int(raw))
    state = _state_without_number(raw)
    if state is None:
        is_two = kind is not Kind.CHANGE and _SIGN_APART.match(_width(raw.strip()))
        return _UNREADABLE if is_two else _through_steps(raw, kind)
    if state is State.BLANK:
        return _BLANK
    return _DASH if state is State.DASH else _UNREADABLE


def replay(raw: str, steps: tuple[Step, ...]) -> int | Decimal:
    """Do the steps again by their names, from the printed text to the number.

    >>> numeral = read_number("增1 558项", Kind.CHANGE)
    >>> [step.name for step in numeral.steps]
    ['spaced thousands', 'unit', 'sign words', 'plus']
    >>> replay("增1 558项", numeral.steps)
    1558

    Raises:
        DamagedData: if a step has no such name, or the steps do not lead to a number.
    """
    text = raw
    for step in steps:
        function = _STEPS.get(step.name)
        if function is not None:
            text = function(text)
        elif is_conversion(step.name) and _number(text) is not None:
            text = converted(text, step.name)
        else:
            raise DamagedData(path="steps", problem=f"no step of reading a number is called {step.name!r}")
    value = _number(text)
    if value is None:
        raise DamagedData(path="steps", problem=f"they lead to {text!r}, which is no number")
    return value
