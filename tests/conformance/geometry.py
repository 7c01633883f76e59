"""The tables of a sheet as the notices draw them: rows of boxes with spans, made from the declared forms."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import evolve, frozen

from govdisclosure.editions import TABLES
from govdisclosure.form import Slot, form_of
from tests.conformance.sheets import Sheet


@frozen
class Box:
    """A cell of a printed table."""

    text: str
    #: The address of the cell of the form; an empty string for headings.
    address: str = ""
    rowspan: int = 1
    colspan: int = 1
    #: In a row of column heads.
    head: bool = False


Row = tuple[Box, ...]


@frozen
class Table:
    """A printed table; ``heads`` rows of column heads come first, where the table has them in one place."""

    rows: tuple[Row, ...]
    width: int
    heads: int = 0


#: The row and the column that a cell begins in, and the cell.
Owner = tuple[int, int, Box]


def _spans(count: int, width: int) -> list[int]:
    """Spans of ``count`` columns that fill ``width``, the last one the widest."""
    return [1] * (count - 1) + [width - count + 1]


def _lines(cells: Sequence[Slot]) -> list[tuple[Slot, ...]]:
    return [tuple(line) for _, line in groupby(cells, key=lambda slot: slot.line)]


def _value(sheet: Sheet, slot: Slot, span: int = 1) -> Box:
    return Box(sheet.text[slot.address], slot.address, colspan=span)


def _block(sheet: Sheet, cells: Sequence[Slot], width: int) -> Table:
    lines = _lines(cells)
    spans = _spans(len(lines[0]), width - 1)
    labels = sheet.labels
    heads = tuple(
        Box(labels(slot.column.label), colspan=span, head=True) for slot, span in zip(lines[0], spans, strict=True)
    )
    rows: list[Row] = [
        (Box(labels(cells[0].block), colspan=width, head=True),),
        (*(Box(labels(stub), head=True) for stub in cells[0].form.stubs), *heads),
    ]
    for line in lines:
        values = tuple(_value(sheet, slot, span) for slot, span in zip(line, spans, strict=True))
        rows.append((Box(labels(line[0].row[-1].label)), *values))
    return Table(tuple(rows), width)


def blocks(sheet: Sheet) -> tuple[Table, ...]:
    """Table two as one table for each item of article 20."""
    return tuple(_block(sheet, tuple(cells), 4) for _, cells in groupby(sheet.truth.two, key=lambda slot: slot.block))


def stacked(tables: Sequence[Table]) -> Table:
    """Tables of one width, one below the other, as one."""
    return Table(tuple(row for table in tables for row in table.rows), tables[0].width, tables[0].heads)


def two(sheet: Sheet) -> Table:
    """Table two."""
    return stacked(blocks(sheet))


def _three_heads(sheet: Sheet, columns: Sequence[Slot]) -> tuple[Row, ...]:
    labels = sheet.labels
    names = [labels(slot.column.label) for slot in columns]
    note, applicants, organisations = map(labels, columns[0].form.stubs)
    return (
        (
            Box(note, rowspan=3, colspan=3, head=True),
            Box(applicants, colspan=len(columns), head=True),
        ),
        (
            Box(names[0], rowspan=2, head=True),
            Box(organisations, colspan=len(columns) - 2, head=True),
            Box(names[-1], rowspan=2, head=True),
        ),
        tuple(Box(name, head=True) for name in names[1:-1]),
    )


def _labels(sheet: Sheet, lines: Sequence[tuple[Slot, ...]]) -> Iterator[Row]:
    """The label boxes of each line of table three: a group's label once, over all its lines."""
    paths = [tuple(heading.label for heading in line[0].row) for line in lines]
    seen: set[tuple[str, ...]] = set()
    for path in paths:
        boxes = []
        for depth in range(1, len(path) + 1):
            prefix = path[:depth]
            if prefix in seen:
                continue
            seen.add(prefix)
            height = sum(other[:depth] == prefix for other in paths)
            span = 4 - depth if depth == len(path) else 1
            boxes.append(Box(sheet.labels(prefix[-1]), rowspan=height, colspan=span))
        yield tuple(boxes)


def three(sheet: Sheet) -> Table:
    """Table three."""
    lines = _lines(sheet.truth.three)
    heads = _three_heads(sheet, lines[0])
    body = tuple(
        (*labels, *(_value(sheet, slot) for slot in line))
        for labels, line in zip(_labels(sheet, lines), lines, strict=True)
    )
    return Table(heads + body, 3 + len(lines[0]), heads=3)


def four(sheet: Sheet) -> Table:
    """Table four."""
    groups = _lines(sheet.truth.four)
    labels = sheet.labels
    names = [[Box(labels(slot.column.label), head=True) for slot in group] for group in groups]
    width = len(names[0])
    first, *others = (group[0].row for group in groups)
    rows: tuple[Row, ...] = (
        (
            Box(labels(first[0].label), colspan=width, head=True),
            Box(labels(others[0][0].label), colspan=width * len(others), head=True),
        ),
        (
            *(evolve(box, rowspan=2) for box in names[0]),
            *(Box(labels(row[-1].label), colspan=width, head=True) for row in others),
        ),
        tuple(box for group in names[1:] for box in group),
        tuple(_value(sheet, slot) for slot in sheet.truth.four),
    )
    return Table(rows, len(sheet.truth.four), heads=3)


def four_groups(sheet: Sheet) -> tuple[Table, ...]:
    """Table four as one table for each group."""
    tables = []
    for group in _lines(sheet.truth.four):
        names = "".join(heading.label for heading in group[0].row)
        rows: tuple[Row, ...] = (
            (Box(sheet.labels(names), colspan=len(group), head=True),),
            tuple(Box(sheet.labels(slot.column.label), head=True) for slot in group),
            tuple(_value(sheet, slot) for slot in group),
        )
        tables.append(Table(rows, len(group), heads=2))
    return tuple(tables)


def four_lines(sheet: Sheet) -> Table:
    """Table four with a line for each group."""
    groups = _lines(sheet.truth.four)
    rows: list[Row] = [
        (Box("类型", head=True), *(Box(sheet.labels(slot.column.label), head=True) for slot in groups[0]))
    ]
    for group in groups:
        *outer, inner = (sheet.labels(heading.label) for heading in group[0].row)
        name = f"{''.join(outer)}（{inner}）" if outer else inner
        rows.append((Box(name), *(_value(sheet, slot) for slot in group)))
    return Table(tuple(rows), len(rows[0]), heads=1)


def owners(table: Table) -> Iterator[list[Owner]]:
    """For each row the cell that covers each column."""
    found: dict[tuple[int, int], Owner] = {}
    for number, row in enumerate(table.rows):
        column = 0
        for box in row:
            while (number, column) in found:
                column += 1
            for down in range(box.rowspan):
                found |= {(number + down, column + right): (number, column, box) for right in range(box.colspan)}
        yield [found[number, column] for column in range(table.width)]


def fields(table: Table) -> Iterator[list[str]]:
    """Every field of every row, in place: a cell's text in its first field, nothing in those that it spans."""
    below: dict[tuple[int, int], str] = {}
    for number, row in enumerate(table.rows):
        texts: list[str] = []
        for box in row:
            while (number, len(texts)) in below:
                texts.append("")
            column = len(texts)
            texts += [box.text] + [""] * (box.colspan - 1)
            below |= {
                (number + down, column + right): "" for down in range(1, box.rowspan) for right in range(box.colspan)
            }
        yield texts + [""] * (table.width - len(texts))


def section_title(name: str) -> str:
    """Numeral and title of the section that a table stands in."""
    form = next(form for form in map(form_of, reversed(TABLES)) if form.name == name)
    return f"{form.section}、{form.title}"
