"""Numbers that stand under no label, placed by the order of the lines around them.

Converted PDF pages lose the labels that were wrapped over two lines, and keep their numbers in order.
"""

from collections.abc import Iterator, Sequence

from attrs import evolve

from govdisclosure.editions import tables_named
from govdisclosure.filling.context import widths_of
from govdisclosure.filling.rows import Row, Trust
from govdisclosure.form import form_of, slots


def ordered(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, with those under no label given the lines that are missing between the labelled ones around them.

    Done where as many rows as lines are missing. Where they are not, labels without numbers are not taken for lines
    without numbers: their numbers may be among those without label.
    """
    tables = dict.fromkeys(row.table for row in rows)
    orphaned = {table for table in tables if any(_is_orphan(row) for row in rows if row.table == table)}
    kept = [row for row in rows if row.table not in orphaned]
    for table in orphaned:
        kept += _placed([row for row in rows if row.table == table])
    return tuple(sorted(kept, key=lambda row: row.span))


def _is_orphan(row: Row) -> bool:
    return row.table != "review_and_litigation" and row.line is None and not row.foreign and bool(row.numbers)


def _placed(rows: Sequence[Row]) -> Iterator[Row]:
    table = rows[0].table
    apart = any(row.trust is Trust.NOTHING for row in rows)
    order = _lines_in_use(rows)
    named = [row for row in rows if row.line and row.items]
    found = [row.line for row in named]
    waiting: list[Row] = []
    previous = -1
    for row in sorted((row for row in rows if not row.line or row.items), key=lambda row: row.span):
        if _is_orphan(row):
            waiting.append(row)
            continue
        yield row
        if row.line in order:
            place = order.index(row.line)
            missing = [line for line in order[previous + 1 : place] if line not in found]
            yield from _given(waiting, [] if apart else missing, table)
            waiting, previous = [], place
    missing = [line for line in order[previous + 1 :] if line not in found]
    yield from _given(waiting, [] if apart else missing, table)


def _lines_in_use(rows: Sequence[Row]) -> tuple[str, ...]:
    """The lines of the form that most of the labels follow: those of other forms are not missing."""
    table = rows[0].table
    found = {row.line for row in rows if row.line}
    forms = sorted(tables_named(table), key=lambda form: form_of(form).edition, reverse=True)
    lines = [tuple(dict.fromkeys(slot.path.rpartition(".")[0] for slot in slots(form))) for form in forms]
    return max(lines, key=lambda own: len(found.intersection(own)))


def _given(orphans: Sequence[Row], lines: Sequence[str], table: str) -> Iterator[Row]:
    fits = len(orphans) == len(lines) and all(
        len(row.items) in widths_of(table, line) or len(row.numbers) in widths_of(table, line)
        for row, line in zip(orphans, lines, strict=False)
    )
    for number, row in enumerate(orphans):
        yield evolve(row, line=lines[number]) if fits else evolve(row, trust=Trust.NOTHING)
