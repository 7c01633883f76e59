"""Chinese figures <-> the number that they spell: ``一百二十`` is 120."""

from typing import Final

FIGURES: Final = "零〇一二两兩三四五六七八九十百千壹贰貳叁參肆伍陆陸柒捌玖拾佰仟"
#: The characters of a numeral, for a character class.
NUMERAL: Final = f"{FIGURES}万亿萬億"
_PLAIN = str.maketrans("〇两兩壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億", "零二二一二二三三四五六六七八九十百千万亿")
_FIGURE: Final = "零一二三四五六七八九"
_PLACES: Final = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))


def number_of(words: str) -> int | None:
    """The number that figures spell; None where they are not written as a number is read aloud.

    Reading figure by figure would make 12 of 一二, which may as well be two enumerators, and 102 or 120 of 一百二.

    >>> [number_of(words) for words in ("一百二十", "两万", "一二", "一百二")]
    [120, 20000, None, None]
    """
    plain = words.translate(_PLAIN)
    value = _value(plain)
    if value is None or in_words(value) != plain.replace("一十", "十", plain.startswith("一十")):
        return None
    return value


def in_words(value: int) -> str:
    """A number below 10¹² in Chinese, as it is read aloud.

    >>> in_words(120)
    '一百二十'
    """
    text = ""
    for scale, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        group = value // scale % 10**4
        if group:
            text += ("零" if text and group < 10**3 else "") + _group_in_words(group) + name
    return text.removeprefix("一") if text.startswith("一十") else text or "零"


def _group_in_words(value: int) -> str:
    text = ""
    for place, name in _PLACES:
        figure = value // place % 10
        if figure:
            text += _FIGURE[figure] + name
        elif text and not text.endswith("零"):
            text += "零"
    return text.rstrip("零")


def _value(words: str) -> int | None:
    """The value of figures if they are a numeral at all; whether they are, only writing it again can tell."""
    high, _, low = words.rpartition("亿")
    groups = [*low.rpartition("万")[::2]]
    if any(scale in group for group in (high, *groups) for scale in "亿万"):
        return None
    myriads, units = map(_group_value, groups)
    return _group_value(high) * 10**8 + myriads * 10**4 + units


def _group_value(words: str) -> int:
    total = figure = 0
    for character in words:
        if character in "十百千":
            total += (figure or 1) * 10 ** ("十百千".index(character) + 1)
            figure = 0
        else:
            figure = _FIGURE.index(character)
    return total + figure
