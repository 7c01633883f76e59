"""Text in columns on a terminal, where a Chinese character is as wide as two Latin ones."""

from collections.abc import Iterable, Sequence
from unicodedata import combining, east_asian_width

#: Between two columns.
GAP = "  "


def width(text: str) -> int:
    """How many places a text takes on a terminal.

    >>> width("总计 total")
    10
    """
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def padded(text: str, places: int) -> str:
    """A text with spaces after it, so that it takes at least so many places."""
    return text + " " * (places - width(text))


def aligned(lines: Iterable[Sequence[str]]) -> list[str]:
    """Lines of cells, each column as wide as its widest cell.

    >>> aligned([("总计", "件"), ("其他组织", "件")])
    ['总计      件', '其他组织  件']
    """
    rows = [tuple(line) for line in lines]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [GAP.join(map(padded, row, widths)).rstrip() for row in rows]


def shortened(text: str, places: int) -> str:
    """A text on one line, cut to at most so many places.

    >>> shortened("一、本年新收政府信息公开申请数量", 12)
    '一、本年新…'
    """
    line = " ".join(text.split())
    if width(line) <= places:
        return line
    taken, used = "", 1
    for sign in line:
        used += width(sign)
        if used > places:
            break
        taken += sign
    return f"{taken}…"
