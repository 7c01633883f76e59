"""Lines of text that are rows with a separator: bars, tabs, commas; and the places of their cells."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from govdisclosure.grid import Line
from govdisclosure.source import Span

#: Bars as the drawing characters of terminals and full-width keyboards give them.
BARS = str.maketrans("｜│┃┆┊║", "||||||")
#: The drawing characters of rules.
_RULES = dict.fromkeys(range(0x2500, 0x2580), "+") | str.maketrans("─━═", "---") | BARS
_RULED = frozenset("+-=|:") | frozenset(chr(code) for code in range(0x2500, 0x2580))
# | - | - | and | -- | -- | may be the one row of table four; no row of a form is written |-|-| or | --- |.
_RULE = re.compile(r"(?=.*(?:---|===|:-|-:|[|+]--?[|+]))(?=.*[|+])[\s|:\-—+=]*")
#: What parts cells only where a whole block of lines is parted so: each also stands in prose.
_WEAK = (",", ";", "，", "；", "、", "&")


@frozen
class Record:
    """A line with its cells; a line without separator is one cell, a rule between rows has none."""

    line: Line
    cells: tuple[Span, ...]
    #: ``|``, a tab, one of the weak separators, or an empty string.
    separator: str


_FEW_TABS = 10  # runs of tabs that may all be even by chance


def tabs_between(text: str) -> int:
    """How many tabs part two cells of a text: two, where each stands for a cell and for the paragraph in it."""
    runs = [len(run) for run in re.findall(r"\t+", text)] if "\t\t" in text else []
    return 2 if len(runs) > _FEW_TABS and not any(run % 2 for run in runs) else 1


def record(line: Line, tabs: int = 1) -> Record:
    """Part a line by bars or tabs.

    Args:
        line: the line.
        tabs: how many of them part two cells.
    """
    if line.text.lstrip()[:1] in _RULED and _RULE.fullmatch(line.text.translate(_RULES)):
        return Record(line, (), "|")
    text = line.text.translate(BARS)
    if "|" in text.strip():
        return Record(line, tuple(_by_bars(text, line.span.start)), "|")
    if "\t" in text.strip(" "):
        return Record(line, tuple(_parts(text, line.span.start, "\t" * tabs)), "\t")
    inner = line.text.strip()
    if len(inner) > 1 and inner[0] == inner[-1] == '"' and inner.count('"') == 2:  # noqa: PLR2004  # both its ends
        start = line.span.start + line.text.index(inner) + 1
        line = Line(inner[1:-1], Span(start, start + len(inner) - 2))
    return Record(line, (line.span,), "")


_JOINT = re.compile(r"[|+]")


def columns_of_rule(rule: Record) -> int:
    """How many columns a rule parts.

    >>> columns_of_rule(record(Line("|---|:-:|", Span(0, 9))))
    2
    """
    return len(_JOINT.split(rule.line.text.translate(_RULES).strip().strip("|+")))


def begins_with_bar(row: Record) -> bool:
    """Whether a row is framed on its left."""
    return row.separator == "|" and row.line.text.translate(BARS).lstrip().startswith("|")


def ends_with_bar(row: Record) -> bool:
    """Whether a row is framed on its right."""
    return row.separator == "|" and row.line.text.translate(BARS).rstrip().endswith("|")


def _by_bars(text: str, offset: int) -> Iterator[Span]:
    """The cells of a line; bars at its ends frame it and part nothing."""
    start = len(text) - len(text.lstrip())
    start += text.startswith("|", start)
    end = len(text.rstrip())
    end = max(start, end - text.endswith("|", 0, end))
    yield from _parts(text[start:end], offset + start, "|")


def _parts(text: str, offset: int, separator: str) -> Iterator[Span]:
    start = 0
    for piece in text.split(separator):
        yield _inner(piece, offset + start)
        start += len(piece) + len(separator)


#: Signs around a cell that are no part of it: quotation marks of exports, emphasis of Markdown.
_AROUND = (("**", "**"), ("__", "__"), ('"', '"'), ("“", "”"), ("'", "'"))


def _inner(piece: str, offset: int) -> Span:
    """The place of a piece without what stands around it."""
    inner = piece.strip()
    start = offset + (len(piece) - len(piece.lstrip()) if inner else 0)
    for left, right in _AROUND:
        if len(inner) >= len(left) + len(right) and inner.startswith(left) and inner.endswith(right):
            inner = inner[len(left) : -len(right)]
            start += len(left)
    return Span(start, start + len(inner))


_ENOUGH = 6  # rows of numbers, or of empty cells, for a weak separator to be believed
_NUMBER = re.compile(r"[\"'“”\s]*[+\-－]?[\d０-９][\d０-９.．]*[\"'“”\s]*")
_GROUP = re.compile(r"\d{3}(?:[.．]\d+)?[\"'”\s]*")
_LONGEST = 300
_WRAPPED = re.compile(r"\s*[\[(（{](.*)[\])）}][,，]?\s*", re.DOTALL)


def with_weak_separators(rows: Sequence[Record]) -> list[Record]:
    """Part by commas and the like the lines of a text in which rows of numbers are parted so."""
    texts = [_unwrapped(row.line) if not row.separator else None for row in rows]
    for separator in _WEAK:
        numbered = [text is not None and _is_row_of_numbers(text[0], separator) for text in texts]
        if sum(numbered) >= _ENOUGH or sum(map(_has_empty_cells(separator), texts)) >= _ENOUGH:
            return list(_parted(rows, texts, numbered, separator))
    return list(rows)


def _has_empty_cells(separator: str) -> Callable[[tuple[str, int] | None], bool]:
    """Whether a line has empty cells between its separators, as no prose has, and few others."""
    return lambda text: text is not None and separator * 2 in text[0] and _is_row_of_blanks(text[0], separator)


def _unwrapped(line: Line) -> tuple[str, int] | None:
    """A line without brackets around the whole of it, and where it starts; None for a line too long for a row."""
    if len(line.text) > _LONGEST:
        return None
    found = _WRAPPED.fullmatch(line.text)
    return (found[1], line.span.start + found.start(1)) if found else (line.text, line.span.start)


def _is_row_of_numbers(text: str, separator: str) -> bool:
    """Whether the cells behind the first, or most of them, are numbers; empty ones at the end fill up a sheet."""
    cells = text.rstrip(f" {separator}").split(separator)
    if _is_one_number(cells):
        return False
    numbers = sum(_NUMBER.fullmatch(cell) is not None for cell in cells[1:])
    return numbers > 0 and numbers * 2 >= len(cells) - 1


_LONGEST_MARK = 2  # characters
_MOST_GROUPS = 4  # of digits in one number


def _is_one_number(cells: Sequence[str]) -> bool:
    """Whether cells are the digits of a number between its thousands separators: 1,234."""
    first, *others = cells
    is_grouped = len(cells) <= _MOST_GROUPS and all(_GROUP.fullmatch(cell) for cell in others)
    return is_grouped and _NUMBER.fullmatch(first) is not None


def _is_row_of_blanks(text: str, separator: str) -> bool:
    """Whether half of the cells behind the first, or more, are empty, marks or numbers."""
    first, *cells = (cell.strip(" \"'") for cell in text.split(separator))
    if _is_one_number([first, *cells]):
        return False
    return bool(cells) and sum(
        len(cell) <= _LONGEST_MARK or _NUMBER.fullmatch(cell) is not None for cell in cells
    ) * 2 >= len(cells)


def _parted(
    rows: Sequence[Record], texts: Sequence[tuple[str, int] | None], numbered: Sequence[bool], separator: str
) -> Iterator[Record]:
    """The rows of numbers parted, and the rows of heads above them."""
    is_row = [
        text is not None and (is_numbered or _is_row_of_blanks(text[0], separator))
        for text, is_numbered in zip(texts, numbered, strict=True)
    ]
    for row, text, is_own, follows in zip(rows, texts, is_row, [*is_row[1:], False], strict=True):
        is_head = text is not None and follows and separator in text[0] and "。" not in text[0]
        if text is not None and (is_own or is_head):
            yield Record(row.line, tuple(_by_weak(text[0], text[1], separator)), separator)
        else:
            yield row


def _by_weak(text: str, offset: int, separator: str) -> Iterator[Span]:
    """The cells of a line of weak separators; between quotation marks a separator parts nothing."""
    quotes = [place for place, character in enumerate(text) if character == '"']
    quoted = [range(left, right) for left, right in zip(quotes[::2], quotes[1::2], strict=False)]
    ends = [
        place
        for place, character in enumerate(text)
        if character == separator and not any(place in span for span in quoted)
    ]
    for start, end in pairwise([-1, *ends, len(text)]):
        yield _inner(text[start + 1 : end], offset + start + 1)
