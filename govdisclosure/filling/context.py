"""Which of the lines, columns and groups of the forms words mean where they stand."""

from functools import cache, lru_cache

from govdisclosure.editions import tables_named
from govdisclosure.form import Slot, slots
from govdisclosure.vocabulary import Role, Term, terms


@cache
def line_order(table: str) -> tuple[str, ...]:
    """The attribute paths of a table's lines in print order, those of all editions merged.

    A line that is a group in a newer edition stands before the lines of the group.
    """
    merged: list[str] = []
    for form in reversed(tables_named(table)):
        place = 0
        for line in dict.fromkeys(slot.path.rpartition(".")[0] for slot in slots(form)):
            if line in merged:
                place = merged.index(line) + 1
            else:
                merged.insert(place, line)
                place += 1
    return tuple(merged)


@cache
def cells_of(table: type, line: str) -> tuple[Slot, ...]:
    """The cells of a line, in print order; none where the form does not have the line."""
    return tuple(slot for slot in slots(table) if slot.path.rpartition(".")[0] == line)


@cache
def cells_on_forms(table: str, line: str | None) -> tuple[tuple[Slot, ...], ...]:
    """The cells of a line on each form that has it, the oldest first; of None, all cells of each form of the table."""
    found = (cells_of(form, line) if line else slots(form) for form in tables_named(table))
    return tuple(cells for cells in found if cells)


@cache
def columns_of(table: type, line: str) -> tuple[str, ...]:
    """The attributes of a line's cells, in print order; empty where the form does not have the line."""
    return tuple(slot.column_name for slot in cells_of(table, line))


def follow_each_other(table: str, lines: tuple[str, ...]) -> bool:
    """Whether lines stand one behind the other, and none between them, on the form of some edition."""
    orders = ([line for line in line_order(table) if cells_of(form, line)] for form in tables_named(table))
    return any(lines == tuple(order[start : start + len(lines)]) for order in orders for start in range(len(order)))


@cache
def columns_in_use(table: str) -> tuple[tuple[str, ...], ...]:
    """The columns that lines of a table have, in print order; each choice of columns once."""
    found = (columns_of(form, line) for form in tables_named(table) for line in line_order(table))
    return tuple(dict.fromkeys(columns for columns in found if columns))


@cache
def widths_of(table: str, line: str) -> tuple[int, ...]:
    """How many cells a line has, in the newest edition first; each number once."""
    found = (len(columns_of(form, line)) for form in reversed(tables_named(table)))
    return tuple(dict.fromkeys(width for width in found if width))


@cache
def group_alike(table: str, line: str) -> str | None:
    """The group of another edition that is printed in the words of a line: （六）其他处理; None where there is none."""
    wordings = {(term.enumerator, term.key) for term in terms() if term.meaning == (Role.LINE, table, line)}
    groups = (term for term in terms() if term.role is Role.GROUP and term.table == table)
    return next((term.path for term in groups if (term.enumerator, term.key) in wordings), None)


@lru_cache(maxsize=4096)
def line_meant(found: tuple[Term, ...], table: str | None, last: str | None) -> Term | None:
    """The line that words mean, beside a table and the line read before; None where they mean none.

    Words for several lines (3.其他, （六）其他) mean the next of them in print. Words for columns, too (其他, 总计),
    mean no line of another table.
    """
    lines = [term for term in found if term.role is Role.LINE]
    if table is not None:
        is_column = any(term.role is Role.COLUMN for term in found)
        lines = [term for term in lines if term.table == table] or ([] if is_column else lines)
    if len({term.meaning for term in lines}) <= 1:
        return lines[0] if lines else None
    order = line_order(lines[0].table)
    start = order.index(last) + 1 if last in order else 0
    ahead = sorted(lines, key=lambda term: (order.index(term.path) < start, order.index(term.path)))
    return ahead[0] if ahead[0].table == lines[0].table else lines[0]


@lru_cache(maxsize=4096)
def lines_begun(words: str, table: str) -> frozenset[str]:
    """The lines of a table whose labels, with their enumerators, begin with a `key`."""
    return frozenset(
        term.path
        for term in terms()
        if (term.role, term.table) == (Role.LINE, table) and f"{term.enumerator.strip('(')}{term.key}".startswith(words)
    )


def attributes_meant(found: tuple[Term, ...], table: str | None) -> frozenset[str]:
    """The columns that words can mean in a table."""
    return frozenset(term.path for term in found if term.role is Role.COLUMN and table in {None, term.table})
