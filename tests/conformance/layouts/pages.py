"""Text layers of PDF files, as the usual programs give them."""

from collections.abc import Callable, Iterable, Iterator
from random import Random
from unicodedata import east_asian_width

from tests.conformance.geometry import Box, Row, Table
from tests.conformance.layouts.layout import Layout, Parts, Write
from tests.conformance.layouts.plaintext import BLANK_THIRD
from tests.conformance.prose import Part, Text

#: Characters of a label before it wraps.
LABEL_WIDTH = 24

Tables = Callable[[Table, Random], Iterable[str]]
#: How many columns a text takes.
Width = Callable[[str], int]


def _labels(row: Row) -> list[Box]:
    return [box for box in row if not box.address]


def _values(row: Row) -> list[str]:
    return [box.text for box in row if box.address]


def _wrapped(text: str, width: int = LABEL_WIDTH) -> list[str]:
    return [text[start : start + width] for start in range(0, len(text), width)]


def _stacked(text: str) -> list[str]:
    """A head in a narrow column: two characters a line."""
    return _wrapped(text, 2) if len(text) in {4, 6} else [text]


def _is_tall(box: Box) -> bool:
    """Whether a label runs down the side, one character a line."""
    return box.rowspan > 10


def _heads(table: Table) -> Iterator[Row]:
    return (row for row in table.rows if row[0].head)


def raw(table: Table, _rng: Random) -> Iterator[str]:
    """``pdftotext -raw``: heads stacked, a wrapped label's numbers on the next line, tall labels upright."""
    narrow = table.width > 4
    for row in table.rows:
        labels = _labels(row)
        if labels and labels[0].head and narrow:
            yield from (line for box in labels for line in _stacked(box.text))
            continue
        if labels and labels[0].head:
            yield " ".join(box.text for box in labels)
            continue
        for box in labels[:-1]:
            yield from box.text if _is_tall(box) else [box.text]
        wrapped = _wrapped(labels[-1].text) if labels else []
        values = " ".join(_values(row))
        if len(wrapped) == 1:
            yield f"{wrapped[0]} {values}"
        else:
            yield from (*wrapped, values)


def plumber(table: Table, rng: Random) -> Iterator[str]:
    """pdfplumber: numbers before their label or between its halves, tall labels scattered, group labels amid rows."""
    tall: list[str] = []
    groups: list[tuple[int, str]] = []
    for row in table.rows:
        labels = _labels(row)
        if not labels or labels[0].head:
            yield " ".join(box.text for box in row)
            continue
        for box in labels[:-1]:
            if _is_tall(box):
                tall = list(box.text)
            else:
                groups.append((box.rowspan // 2, box.text))
        scattered = f"{tall.pop(0)} " if tall and rng.random() < 0.5 else ""
        values = " ".join(_values(row))
        wrapped = _wrapped(labels[-1].text)
        if len(wrapped) > 1:
            yield from (wrapped[0], values, *wrapped[1:])
        elif rng.random() < 0.25 and table.width > 4:
            yield from (values, scattered + wrapped[0])
        else:
            yield f"{scattered}{wrapped[0]} {values}"
        groups = [(left - 1, text) for left, text in groups]
        yield from (text for left, text in groups if left == 0)


def display_width(text: str) -> int:
    """The columns of a screen that a text takes."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _placed(pieces: Iterable[tuple[int, str]], width: Width) -> str:
    """Each text at its column."""
    line = ""
    for column, text in pieces:
        line += " " * max(column - width(line), 1 if line.strip() else 0) + text
    return line


def layout(width: Width) -> Tables:
    """Columns by spaces, tall and group labels on lines of their own between the rows.

    Programs measure what stands before a column by what a screen shows, or by its characters (``pdftotext -layout``).
    """
    return lambda table, _rng: _laid_out(table, width)


def _laid_out(table: Table, width: Width) -> Iterator[str]:
    step = 8 if table.width <= 10 else 6
    first = 54 if table.width == 10 else 28 if table.width == 4 else 0
    for row in table.rows:
        labels = _labels(row)
        if labels and labels[0].head:
            yield "    " + "   ".join(box.text for box in labels)
            yield ""
            continue
        for box in labels[:-1]:
            yield from ["", f" {box.text}", "", ""] if _is_tall(box) else [f"                  {box.text}"]
        columns = [first + step * number for number in range(len(_values(row)))]
        values = list(zip(columns, _values(row), strict=True))
        wrapped = _wrapped(labels[-1].text, 19) if labels else [""]
        indent = 28 if labels and labels[-1].colspan == 2 else 18 if labels and labels[-1].colspan == 1 else 0
        indent = 0 if table.width == 4 else indent
        if len(wrapped) == 1:
            yield _placed([(indent, wrapped[0]), *values], width)
        else:
            yield from (*(" " * indent + piece for piece in wrapped), _placed(values, width))


def flip(table: Table, _rng: Random) -> Iterator[str]:
    """A flip book's page: heads of a group above each other, 总 over 计."""
    for row in table.rows:
        stacks = [_wrapped(box.text, len(box.text) // 2) for box in row if box.head and len(box.text) in {2, 4}]
        if row[0].head and len(stacks) == len(row):
            yield " ".join(stack[0] for stack in stacks)
            yield " ".join(stack[1] for stack in stacks)
        else:
            yield " ".join(box.text for box in row)


def _paged(lines: Iterable[str], number: str, every: int = 34) -> Iterator[str]:
    """Page numbers and form feeds between the lines."""
    for count, line in enumerate(lines, start=1):
        yield line
        if count % every == 0:
            yield number.format(count // every + 1)
            yield "\f"


def _lines(parts: Iterable[Part], tables: Tables, rng: Random) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Text):
            yield from _wrapped(part.text, 40)
        else:
            yield from tables(part, rng)


def paged(tables: Tables, number: str = "- {} -") -> Write:
    """A document of pages."""

    def write(parts: Parts, rng: Random) -> str:
        return "\n".join(_paged(_lines(parts, tables, rng), number)).replace("\f\n", "\f") + "\n"

    return write


def glued(parts: Parts, _rng: Random) -> str:
    """Cells of a row run together where each is one digit: 规章000."""

    def line(row: Row) -> str:
        values = _values(row)
        single = all(len(value) == 1 for value in values)
        return (
            "".join(box.text for box in _labels(row)) + ("" if single else " ") + ("" if single else " ").join(values)
        )

    return "\n".join(part.text if isinstance(part, Text) else "\n".join(map(line, part.rows)) for part in parts)


def fifteen_numbers(parts: Parts, _rng: Random) -> str:
    """Table four as one row of fifteen numbers between bars, without heads."""
    text = []
    for part in parts:
        if isinstance(part, Text):
            text.append(part.text)
        elif part.width == 15:
            text.append("| " + " | ".join(_values(part.rows[-1])) + " |")
        else:
            text += ["| " + " | ".join(box.text for box in row) + " |" for row in part.rows]
    return "\n".join(text)


LAYOUTS = (
    Layout("pages_raw", paged(raw)),
    Layout("pages_layout", paged(layout(display_width), "                    -{}-")),
    Layout("pages_layout_blanks", paged(layout(display_width), "                    -{}-"), BLANK_THIRD, certain=False),
    Layout("pages_layout_characters", paged(layout(len), "                    {}")),
    Layout("pages_layout_characters_blanks", paged(layout(len), "              {}"), BLANK_THIRD, certain=False),
    Layout("pages_plumber", paged(plumber, "- {} -"), certain=False),
    Layout("pages_flip_book", paged(flip, "P. {}")),
    Layout("pages_glued", glued, certain=False),
    Layout("pages_fifteen_numbers", fifteen_numbers),
)
