"""Which words of a row label it, what line they mean, and which cells stand behind them."""

from collections.abc import Sequence

from govdisclosure.filling.context import line_meant, line_order, widths_of
from govdisclosure.filling.from_grids.words import Word
from govdisclosure.filling.rows import Position, is_words, probe
from govdisclosure.grid import Cell
from govdisclosure.states import State
from govdisclosure.vocabulary import Role, Term


def parted(cells: Sequence[Cell], words: Sequence[Word], position: Position) -> tuple[list[Word], list[Cell]]:
    """The words that label a row, and the cells behind them.

    Words right behind the label of a line stand in a cell if, with them, the line has as many cells as the form; else
    they label a part of the line. Words behind the numbers stand in cells.
    """
    under = _first_column(position) if position.table == "review_and_litigation" else None
    if under is not None and not any(word.found for word in words) and len(cells) != _width_of_cases():
        return [word for word in words if word.cell.column < under], [cell for cell in cells if cell.column >= under]
    labelling = _labelling(words, position)
    behind = [cell for cell in cells if not labelling or cell.column > labelling[-1].cell.column]
    term = line_meant(labelling[-1].found, position.table, position.last) if labelling else None
    if term is None or len(behind) in widths_of(term.table, term.path):
        return labelling, behind
    further = [word for word in words if word.cell in behind]
    start = next((number for number, cell in enumerate(behind) if not is_words(cell.text)), len(behind))
    return labelling + [word for word in further if word.cell in behind[:start]], behind[start:]


def _width_of_cases() -> int:
    """How many cells table four has in its one row."""
    table = "review_and_litigation"
    return sum(widths_of(table, line)[0] for line in line_order(table))


def _first_column(position: Position) -> int | None:
    """The first column of the grid that stands under a heading of a column of the form."""
    return min((head.columns.start for head in position.heads if head.attributes and head.columns), default=None)


def _labelling(words: Sequence[Word], position: Position) -> list[Word]:
    """The words of a row as far as the last that mean a line; all of them where none do."""
    for number in range(len(words), 0, -1):
        if line_meant(words[number - 1].found, position.table, position.last) is not None:
            return list(words[:number])
    return list(words)


def line_of(labels: Sequence[Word], position: Position) -> Term | None:
    """The line that the words of a row label."""
    for word in reversed(labels):
        term = line_meant(word.found, position.table, position.last)
        if term is not None:
            return term
        if word.means(Role.COLUMN):
            return None
    return None


def foreign_words(labels: Sequence[Word], line: Term | None, position: Position) -> str:
    """The words that make the row another line than the form's."""
    if line is None:
        return "" if position.table == "review_and_litigation" else " ".join(word.cell.text for word in labels)
    own = max(number for number, word in enumerate(labels) if line in word.found)
    return " ".join(word.cell.text for word in labels[own + 1 :] if not word.known and not _is_remark(word))


def _is_remark(word: Word) -> bool:
    """Whether words behind a label say nothing of what the line is: a unit, a note in brackets."""
    text = word.cell.text.strip()
    return text[:1] in "(（[［〔" or probe(f"1{text}").state is State.STATED
