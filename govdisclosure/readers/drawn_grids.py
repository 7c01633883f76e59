"""Tables drawn with rules and bars whose cells take several lines (terminals, reStructuredText) -> tables of HTML."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from itertools import accumulate, groupby, pairwise
from unicodedata import east_asian_width

from attrs import define, field, frozen

_DRAWN = frozenset(map(chr, range(0x2500, 0x2580)))
_BARS = frozenset("|│┃║┆┊")
_STROKES = frozenset("-=─━═╌┄┈")
_CROSSINGS = (_DRAWN | {"+"}) - _BARS - _STROKES
_FRAME = _BARS | _CROSSINGS
_SIGNS = ("+--", "+==", "──", "━━", "══")
_ENOUGH_RULES = 4  # above, below, under the head, and one more
_MOST_COLUMNS = 80


def with_drawn_tables(text: str) -> str:
    """Text with tables whose rows are parted by rules, and some of whose cells take several lines, written in HTML."""
    if not any(sign in text for sign in _SIGNS):
        return text
    blocks = [(is_framed, [*lines]) for is_framed, lines in groupby(text.split("\n"), key=_is_framed)]
    if not any(is_framed and _has_deep_rows(lines) for is_framed, lines in blocks):
        return text
    tables = (_table(lines) if is_framed else None for is_framed, lines in blocks)
    return "\n".join(table or "\n".join(lines) for table, (_, lines) in zip(tables, blocks, strict=True))


def _is_framed(line: str) -> bool:
    inner = line.strip()
    return len(inner) > 1 and inner[0] in _FRAME and inner[-1] in _FRAME


def _has_deep_rows(lines: Sequence[str]) -> bool:
    """Whether rules part the rows of what lines draw, and some row takes several lines."""
    ruled = [any(stroke * 2 in line for stroke in _STROKES) for line in lines]
    return sum(ruled) >= _ENOUGH_RULES and any(not first and not second for first, second in pairwise(ruled))


def _table(lines: Sequence[str]) -> str | None:
    """The table that some lines draw; None where bars and rules do not stand below each other."""
    if any(sum(map(_FRAME.__contains__, line)) > _MOST_COLUMNS for line in lines):
        return None
    for columns in (_columns_on_screen, _columns_of_characters):
        cells = _cells([_row_of(line.strip(), columns) for line in lines])
        if cells is not None:
            return _html(cells)
    return None


def _columns_of_characters(line: str) -> Sequence[int]:
    """The column of each character of a line."""
    return range(len(line))


def _columns_on_screen(line: str) -> Sequence[int]:
    """The column of each character of a line where wide characters take two."""
    if line.isascii():
        return range(len(line))
    return [0, *accumulate(2 if east_asian_width(one) in "WF" else 1 for one in line)]


@frozen
class _Stretch:
    """What stands between two bars of a line."""

    start: int
    end: int
    text: str

    @property
    def is_rule(self) -> bool:
        return bool(self.text) and _STROKES.issuperset(self.text)


def _row_of(line: str, columns_of: Callable[[str], Sequence[int]]) -> tuple[_Stretch, ...]:
    """The stretches of a line between its bars and crossings, by the columns of these."""
    places = [number for number, character in enumerate(line) if character in _FRAME]
    columns = columns_of(line)
    return tuple(_Stretch(columns[left], columns[right], line[left + 1 : right]) for left, right in pairwise(places))


@define
class _Field:
    """A cell of the table that is being read."""

    start: int
    end: int
    row: int
    rows: int = 1
    lines: list[str] = field(factory=list)


def _cells(rows: Sequence[tuple[_Stretch, ...]]) -> tuple[list[_Field], list[int]] | None:
    """The cells of a table and the columns of its bars; None where they are no table."""
    bars = sorted({place for row in rows for one in row if one.is_rule for place in (one.start, one.end)})
    if any(one.start not in bars or one.end not in bars for row in rows for one in row):
        return None
    fields: list[_Field] = []
    open_at: dict[int, _Field] = {}
    number = -1
    for row in rows:
        if any(one.is_rule for one in row):
            number += 1
            closed = {start for one in row if one.is_rule for start in bars if one.start <= start < one.end}
            open_at = {start: below for start, below in open_at.items() if start not in closed}
            for below in {id(one): one for one in open_at.values()}.values():
                below.rows += 1
        for one in row:
            if not one.is_rule and not _take(one, number, bars, open_at, fields):
                return None
    return fields, bars


def _take(one: _Stretch, number: int, bars: Sequence[int], open_at: dict[int, _Field], fields: list[_Field]) -> bool:
    """Add a line to the cell that is open where it stands, or open one; false where it stands in parts of others."""
    covered = [start for start in bars if one.start <= start < one.end]
    found = {id(open_at[start]) if start in open_at else None for start in covered}
    if found == {None}:
        fields.append(_Field(one.start, one.end, number))
        open_at.update(dict.fromkeys(covered, fields[-1]))
    current = open_at.get(one.start)
    if current is None or (current.start, current.end) != (one.start, one.end):
        return False
    current.lines.append(one.text.strip())
    return True


def _html(table: tuple[list[_Field], list[int]]) -> str:
    fields, bars = table
    lines = ("".join(_cell(one, bars) for one in sorted(row, key=lambda one: one.start)) for row in _by_row(fields))
    return "<table>{}</table>".format("".join(f"<tr>{line}</tr>" for line in lines))


def _by_row(fields: Iterable[_Field]) -> Iterator[list[_Field]]:
    yield from (list(row) for _, row in groupby(sorted(fields, key=lambda one: one.row), key=lambda one: one.row))


def _cell(one: _Field, bars: Sequence[int]) -> str:
    columns = sum(one.start <= bar < one.end for bar in bars)
    text = "<br>".join(escape(line) for line in one.lines if line)
    return f'<td rowspan="{one.rows}" colspan="{columns}">{text}</td>'
