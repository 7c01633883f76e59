"""Several lines of the form that a page prints in one row, below each other in every cell."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from govdisclosure.filling.rows import is_words
from govdisclosure.grid import Cell
from govdisclosure.source import Span
from govdisclosure.vocabulary import Role, Term, lookup


@frozen
class Stack:
    """One row of a grid as the rows that it stands for."""

    rows: tuple[tuple[Cell, ...], ...]
    #: Cells with another number of lines than there are labels: which of them they belong to is not known.
    undivided: tuple[Cell, ...] = ()


def stack_of(cells: Sequence[Cell]) -> Stack | None:
    """The rows that stand in one; None for a row with the label of one line."""
    for cell in cells:
        labels = tuple(_labels(cell)) if "\n" in cell.text and is_words(cell.text) else ()
        if len(labels) > 1:
            return _parted(cells, cell, labels)
    return None


_MOST_PIECES = 4  # lines of one label


def _labels(cell: Cell) -> Iterator[Cell]:
    """The labels of different lines that a cell is made of; none where it is made of anything else."""
    pieces = tuple(_pieces(cell))
    found: list[tuple[str, Cell]] = []
    start = 0
    while start < len(pieces):
        tried = (
            (_between(cell, pieces[start], pieces[end - 1]), end)
            for end in range(min(start + _MOST_PIECES, len(pieces)), start, -1)
        )
        label, start = next(((label, end) for label, end in tried if _is_label(lookup(label.text))), (None, -1))
        if label is None:
            return
        terms = lookup(label.text)
        line = next((term.path for term in terms if term.role is Role.LINE), None)
        if line is not None and terms[0].role is not Role.GROUP:
            found.append((line, label))
    if len({line for line, _ in found}) == len(found):
        yield from (label for _, label in found)


def _is_label(terms: Sequence[Term]) -> bool:
    return bool(terms) and terms[0].role is not Role.COLUMN and terms[0].table != "review_and_litigation"


def _between(cell: Cell, first: Cell, last: Cell) -> Cell:
    span = Span(first.span.start, last.span.end)
    return evolve(cell, text=cell.text[span.start - cell.span.start : span.end - cell.span.start], span=span)


def _pieces(cell: Cell) -> Iterator[Cell]:
    start = cell.span.start
    for text in cell.text.split("\n"):
        yield evolve(cell, text=text, span=Span(start, start + len(text)))
        start += len(text) + 1


def _parted(cells: Sequence[Cell], labelling: Cell, labels: Sequence[Cell]) -> Stack:
    columns: list[tuple[Cell, ...]] = []
    undivided: list[Cell] = []
    for cell in cells:
        pieces = tuple(_pieces(cell))
        if cell is labelling:
            columns.append(tuple(labels))
        elif len(pieces) == len(labels):
            columns.append(pieces)
        else:
            columns.append((cell,) * len(labels))
            undivided += [cell] if cell.text.strip() and not is_words(cell.text) else []
    return Stack(tuple(zip(*columns, strict=True)), tuple(undivided))
