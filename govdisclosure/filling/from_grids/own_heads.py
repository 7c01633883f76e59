"""Cells that name their own column: 自然人：3, or 自然人 in the cell before that of the 3."""

import re
from collections.abc import Mapping, Sequence

from attrs import evolve

from govdisclosure.filling.context import attributes_meant, line_meant
from govdisclosure.filling.rows import Position, is_words
from govdisclosure.grid import Cell
from govdisclosure.source import Span
from govdisclosure.vocabulary import lookup

_OWN_HEAD = re.compile(r"(?P<head>[^\d:：]{2,20}?(?:[(（][^()（）\d]{1,12}[)）])?)[:：](?P<number>.{0,40})", re.DOTALL)


def without_own_heads(cells: Sequence[Cell], position: Position) -> tuple[Sequence[Cell], Mapping[Span, str]]:
    """The cells without headings that they repeat, and the columns that these name.

    自然人：3 in one cell, or 自然人 in the cell before that of the 3.
    """
    named: dict[Span, str] = {}
    before = _heads_before(cells, position)
    if not before and not any(":" in cell.text or "：" in cell.text for cell in cells):
        return cells, named
    kept: list[Cell] = []
    for cell in cells:
        found = _OWN_HEAD.fullmatch(cell.text) if ":" in cell.text or "：" in cell.text else None
        attributes = attributes_meant(lookup(found["head"]), position.table) if found else frozenset()
        if found and len(attributes) == 1 and not is_words(found["number"]):
            start = cell.span.start + found.start("number")
            inner = evolve(cell, text=found["number"], span=Span(start, cell.span.end))
            kept.append(inner)
            named[inner.span] = next(iter(attributes))
        elif cell.span in before:
            named[before[cell.span][0]] = before[cell.span][1]
        else:
            kept.append(cell)
    return kept, named


def _heads_before(cells: Sequence[Cell], position: Position) -> Mapping[Span, tuple[Span, str]]:
    """The headings that stand one before each number of a row, each with the number's place and the column it names."""
    ordered = sorted(cells, key=lambda cell: cell.column)
    pairs: dict[Span, tuple[Span, str]] = {}
    table, last = position.table, position.last
    while len(ordered) >= _LABEL_AND_PAIR and is_words(ordered[-2].text) and not is_words(ordered[-1].text):
        number, head = ordered.pop(), ordered.pop()
        line = line_meant(lookup(ordered[-1].text), table, last)
        meant = attributes_meant(lookup(head.text), line.table if line is not None else table)
        if len(meant) != 1 or any(meant == {column} for _, column in pairs.values()):
            return {}
        pairs[head.span] = (number.span, next(iter(meant)))
    is_labelled = bool(ordered) and line_meant(lookup(ordered[-1].text), table, last) is not None
    return pairs if is_labelled else {}


_LABEL_AND_PAIR = 3  # cells
