"""What pipelines do to reports: cells, labels and lines get lost, numbers split, pages are cut. The truth is kept.

A damaged document need not be read in full; it must not be read wrongly.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from random import Random

from attrs import evolve, frozen

from tests.conformance.geometry import Box, Row, Table
from tests.conformance.layouts import bars, markup, pages, plaintext
from tests.conformance.layouts.layout import PLAIN, Layout, Parts, Write, missing, without_tables
from tests.conformance.sheets import Sheet, Style, zeros

#: Changes a row of a table.
Mend = Callable[[Row, Random], Row]
#: Changes the text; every number in it stands between a pair of marks.
Tear = Callable[[str, Random], str]


def mark(number: int) -> tuple[str, str]:
    """The marks before and after the number of a cell: private characters, taken out again."""
    return chr(0xE000 + 2 * number), chr(0xE001 + 2 * number)


MARKS = re.compile("[\ue000-\uf8ff]")


@frozen
class Damage:
    """One kind of loss in one layout."""

    layout: Layout
    #: What happens to the rows of tables before they are written.
    mend: Mend | None = None
    #: What happens to the text.
    tear: Tear | None = None

    @property
    def name(self) -> str:
        """The name of the damaged layout."""
        return self.layout.name

    @property
    def style(self) -> Style:
        """How labels, numbers and zeros are printed."""
        return self.layout.style

    def print(self, sheet: Sheet, rng: Random) -> tuple[str | bytes, frozenset[str]]:
        """The document, and the cells whose text is no longer in it."""
        parts = self.layout.compose(sheet, rng)
        gone = missing(sheet, parts)
        write = self.layout.write
        if self.mend:
            mend = self.mend
            parts = tuple(
                evolve(part, rows=tuple(mend(row, rng) for row in part.rows)) if isinstance(part, Table) else part
                for part in parts
            )
        if not self.tear:
            return self.layout.finished(write(parts, rng)), gone
        marked, marks = _marked(parts)
        text = self.tear(write(marked, rng), rng)
        torn = frozenset(address for address, (start, _) in marks.items() if start not in text)
        return self.layout.finished(MARKS.sub("", text)), gone | torn


def _marked(parts: Parts) -> tuple[Parts, Mapping[str, tuple[str, str]]]:
    """Each number between a pair of marks of its own."""
    marks: dict[str, tuple[str, str]] = {}

    def box(plain: Box) -> Box:
        if not plain.address:
            return plain
        start, end = marks.setdefault(plain.address, mark(len(marks)))
        return evolve(plain, text=start + plain.text + end)

    marked = tuple(
        evolve(part, rows=tuple(tuple(map(box, row)) for row in part.rows)) if isinstance(part, Table) else part
        for part in parts
    )
    return marked, marks


def dropped(rate: float, text: str = "0") -> Mend:
    """Cells that print 0 (or nothing) fall out of their row, so that the others close up."""
    return lambda row, rng: tuple(box for box in row if not (box.address and box.text == text and rng.random() < rate))


def moved(row: Row, _rng: Random) -> Row:
    """The blank cells of a row stand behind its numbers."""
    values = [box for box in row if box.address]
    ordered = iter(sorted(values, key=lambda box: not box.text))
    return tuple(next(ordered) if box.address else box for box in row)


def split(rate: float) -> Mend:
    """Numbers of two and more digits fall into two cells: 12|34."""

    def mend(row: Row, rng: Random) -> Row:
        boxes: list[Box] = []
        for box in row:
            if box.address and len(box.text) > 1 and box.text.isdecimal() and rng.random() < rate:
                middle = rng.randrange(1, len(box.text))
                boxes += [evolve(box, text=box.text[:middle]), evolve(box, text=box.text[middle:], colspan=1)]
            else:
                boxes.append(box)
        return tuple(boxes)

    return mend


def with_sums(*mends: Mend) -> Mend:
    """One damage after the other, to rows whose numbers have sums: nothing else tells such a row from a sound one."""

    def mend(row: Row, rng: Random) -> Row:
        if all(box.address.startswith("proactive_disclosure.") for box in row if box.address):
            return row
        for each in mends:
            row = each(row, rng)
        return row

    return mend


def unlabelled(rate: float) -> Mend:
    """Lines of numbers that lost their label."""

    def mend(row: Row, rng: Random) -> Row:
        labelled = not row[0].head and any(box.address for box in row)
        return tuple(box for box in row if box.address) if labelled and rng.random() < rate else row

    return mend


def cut(text: str, rng: Random) -> str:
    """The page ends somewhere behind its first tenth, between two numbers or in a label."""
    text = text[: rng.randrange(len(text) // 10, len(text))]
    last = max((found.start() for found in MARKS.finditer(text)), default=-1)
    whole = last < 0 or ord(text[last]) % 2 == 1
    return text if whole else text[:last]


def cut_cells(text: str, _rng: Random) -> str:
    """The page ends in the middle of table three."""
    return text[: text.index(mark(60)[0])]


def without_repetitions(text: str, _rng: Random) -> str:
    """Each line that was there before is gone, as deduplicating crawlers leave it."""
    seen: set[str] = set()
    lines = []
    for line in text.split("\n"):
        bare = MARKS.sub("", line)
        if bare not in seen or not bare.strip():
            lines.append(line)
        seen.add(bare)
    return "\n".join(lines)


def come_apart(text: str, rng: Random) -> str:
    """Labels and numbers of some stretches of lines stand apart, the numbers column by column (pdftotext's default)."""
    lines = text.split("\n")
    out: list[str] = []
    while lines:
        size = rng.choice((1, 1, 4, 9))
        chunk, lines = lines[:size], lines[size:]
        if size == 1 or not all(MARKS.search(line) for line in chunk):
            out += chunk
            continue
        labels = [MARKS.split(line)[0] for line in chunk]
        values = [re.findall("[\ue000-\uf8ff][^\ue000-\uf8ff]*[\ue000-\uf8ff]", line) for line in chunk]
        columns = ["\n".join(row[n] for row in values if n < len(row)) for n in range(max(map(len, values)))]
        out += [*columns, *labels] if rng.random() < 0.5 else [*labels, *columns]
    return "\n".join(out)


def lines_lost(rate: float) -> Tear:
    """Some lines are gone."""

    def tear(text: str, rng: Random) -> str:
        return "\n".join(line for line in text.split("\n") if rng.random() >= rate)

    return tear


def page_of_table_four(text: str, _rng: Random) -> str:
    """One page of a book: table four and what follows."""
    last = sorted(MARKS.findall(text))[-29]
    start = text.rindex("四、", 0, text.index(last))
    return f"Page 8 - 年度报告\nP. 8\n{text[start:]}"


ROWS = plaintext.text(plaintext.rows(" "))
LINES = plaintext.text(plaintext.cells(), "\n\n")
BARS = plaintext.text(bars.trailing)
PAGE = markup.page()

_RATES: Sequence[float] = (0.12, 0.33, 0.45, 1.0)


def _damage(
    name: str, write: Write, style: Style = PLAIN, *, mend: Mend | None = None, tear: Tear | None = None
) -> Damage:
    return Damage(Layout(name, write, style, certain=False), mend, tear)


DAMAGES: tuple[Damage, ...] = (
    *(_damage(f"rows_zeros_dropped_{rate:.0%}", ROWS, mend=dropped(rate)) for rate in _RATES),
    *(_damage(f"lines_zeros_dropped_{rate:.0%}", LINES, mend=dropped(rate)) for rate in _RATES),
    _damage("rows_blanks_dropped", ROWS, plaintext.BLANK_THIRD, mend=dropped(1.0, "")),
    _damage("lines_blanks_dropped", LINES, plaintext.BLANK_THIRD, mend=dropped(1.0, "")),
    _damage("lines_all_blank", LINES, Style(blank=zeros(1.0))),
    _damage("bars_blanks_moved", BARS, plaintext.BLANK_THIRD, mend=moved),
    _damage("html_zeros_dropped_12%", PAGE, mend=dropped(0.12)),
    _damage("rows_numbers_split", ROWS, mend=split(0.3)),
    _damage("rows_zeros_dropped_numbers_split", ROWS, mend=with_sums(dropped(0.33), split(0.3))),
    _damage("bars_numbers_split", BARS, mend=split(0.3)),
    _damage("html_numbers_split", PAGE, mend=split(0.3)),
    _damage("rows_labels_lost", ROWS, mend=unlabelled(0.3)),
    _damage("bars_labels_lost", BARS, mend=unlabelled(0.3)),
    _damage("html_cut", PAGE, tear=cut),
    _damage("rows_cut", ROWS, tear=cut),
    _damage("lines_cut", LINES, tear=cut),
    _damage("bars_cut", BARS, tear=cut),
    _damage("raw_cut", pages.paged(pages.raw), tear=cut),
    _damage("bars_cut_in_table", BARS, tear=cut_cells),
    Damage(Layout("rows_tables_are_pictures", ROWS, compose=without_tables, certain=False)),
    Damage(Layout("html_tables_are_pictures", PAGE, compose=without_tables, certain=False)),
    _damage("flip_book_page_of_table_four", pages.paged(pages.flip, "P. {}"), tear=page_of_table_four),
    _damage("rows_lines_lost", ROWS, tear=lines_lost(0.1)),
    _damage("lines_without_repetitions", plaintext.text(plaintext.cells()), tear=without_repetitions),
    _damage("rows_come_apart", ROWS, tear=come_apart),
    _damage("raw_come_apart", pages.paged(pages.raw), tear=come_apart),
)
