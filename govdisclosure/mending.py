"""Readings and loose lines of a table -> readings with what the identities prove."""

import re
from collections.abc import Mapping

from attrs import evolve

from govdisclosure.filling.rows import Item, Row, Trust, probe
from govdisclosure.filling.settling.filler import LooseLine
from govdisclosure.filling.tables import Tables
from govdisclosure.form import form_of
from govdisclosure.identities import identities
from govdisclosure.reading import Candidate, Number, Reading, State
from govdisclosure.recovery import Given, Joints, Loose, Outcome, Token, solve
from govdisclosure.vocabulary import Role, lookup
from govdisclosure.wording import fold


def mended(tables: Tables) -> tuple[Reading, ...]:
    """The readings of a document, with lost numbers recovered where the identities of the form leave one answer."""
    outcomes: dict[str, Outcome] = {}
    for name, forms in tables.forms.items():
        if name in tables.found and identities(forms[0]):
            outcomes.update(_solved(forms[0], tables))
    return tuple(_told(reading, outcomes.get(reading.address)) for reading in tables.readings)


def _solved(form: type, tables: Tables) -> Mapping[str, Outcome]:
    name = form_of(form).name
    loose = [line for line in tables.loose if line.row.table == name]
    if any(line.row.trust is Trust.NOTHING or _has_strays(line, tables) for line in loose):
        return {}
    claimed = [cell for line in loose for cell in line.cells]
    if len(claimed) > len(set(claimed)):
        return {}  # which of the lines has the cells is not known
    told = tuple((line, puzzle) for line in loose for puzzle in [_puzzle(line)])
    lines = tuple(puzzle for _, puzzle in told if puzzle)
    own = [reading for reading in tables.readings if reading.address.startswith(f"{name}.")]
    if not lines and not any(reading.state in _OPEN for reading in own):
        return {}
    stated = {reading.address: reading.value for reading in own if isinstance(reading.value, int)}
    empty = frozenset(reading.address for reading in own if reading.state in {State.BLANK, State.DASH})
    outcomes = solve(Given(form, stated, empty, lines)).outcomes
    untold = {cell: line.row for line, puzzle in told if puzzle is None for cell in line.cells}
    return {
        cell: outcome for cell, outcome in outcomes.items() if cell not in untold or _is_printed(outcome, untold[cell])
    }


_NEAR = 60  # characters


def _has_strays(line: LooseLine, tables: Tables) -> bool:
    """Whether numbers that no cell claims stand by a line: they may be its own."""
    row = line.row
    return any(
        row.span.start - _NEAR < item.span.start < row.span.end + _NEAR and not _is_elsewhere(other, line)
        for item, other in tables.over
    )


def _is_elsewhere(other: Row, line: LooseLine) -> bool:
    """Whether a row is a line of its own that the form does not have, and not the rest of a line that words part.

    Numbers beside the head of a column are none. The title of a document stands amid a line where a page ends.
    """
    is_whole = not other.on_screen or len(other.numbers) + len(line.row.numbers) > len(line.cells)
    is_line = bool(other.foreign) and not any(term.role is Role.COLUMN for term in lookup(other.foreign)[:1])
    return is_line and is_whole


#: States in which a cell may have a number that the identities tell. What is absent stays so.
_OPEN = frozenset({State.AMBIGUOUS, State.UNREADABLE, State.BLANK, State.DASH})

_MOST_SPLITS = 3  # of numbers in one line; with more, several lines have run together
_RUN_TOGETHER = re.compile(r"0\d+")


def _puzzle(line: LooseLine) -> Loose | Joints | None:
    """What the solver is told of a line; None where its items are none that it can place."""
    items = line.row.items if line.row.trust is Trust.CELLS else line.row.numbers
    too_many = len(items) > len(line.cells) + _MOST_SPLITS
    if line.row.cut or not items or too_many or any(_unfit(item) for item in items):
        return None
    tokens = tuple(item.text for item in items)
    is_glued = len(items) == 1 and len(tokens[0]) >= len(line.cells)  # 6000006 of 7 cells is hardly one number
    if len(items) > len(line.cells) or is_glued or any(_RUN_TOGETHER.fullmatch(token) for token in tokens):
        return Joints(line.cells, tokens) if all(token.isascii() and token.isdigit() for token in tokens) else None
    empties = len(line.row.items) - len(items)
    return Loose(line.cells, tuple(map(_token, items)), min(empties, len(line.cells) - len(items)))


def _is_printed(outcome: Outcome, row: Row) -> bool:
    """Whether a number that sums tell of a line, whose items could not be placed, is one of them.

    Nothing that may be a mark or a blank is replaced by the 0 that the sums take it for.
    """
    values = [probe(item.text).value for item in row.items]
    return outcome.state is not State.RECOVERED or (
        outcome.value in values and (outcome.value != 0 or None not in values)
    )


def _unfit(item: Item) -> bool:
    """Whether an item is neither a whole number, nor a mark, nor digits run together."""
    if _RUN_TOGETHER.fullmatch(item.text) or probe(item.text).state in {State.DASH, State.BLANK}:
        return False
    return not isinstance(probe(item.text).value, int)


def _token(item: Item) -> int | Token:
    value = probe(item.text).value
    if isinstance(value, int):
        return value
    return Token.EMPTY if item.is_blank else Token.MARK


def _told(reading: Reading, outcome: Outcome | None) -> Reading:
    """A reading with what the identities say of its cell."""
    if outcome is None or reading.state not in _OPEN:
        return reading
    if reading.state in {State.BLANK, State.DASH}:
        return evolve(reading, notes=(*reading.notes, *outcome.notes), proof=outcome.proof)
    if reading.state is State.UNREADABLE and not _can_be(reading.raw or "", outcome.value):
        return evolve(reading, candidates=(Candidate(outcome.value, "what the sums leave"),))
    return evolve(
        reading,
        state=outcome.state,
        value=outcome.value,
        candidates=outcome.candidates,
        proof=outcome.proof,
        notes=(*reading.notes, *outcome.notes),
    )


_LETTERS = str.maketrans("OoIl", "0011")
_FIGURES = re.compile(r"[0-9]+")


def _can_be(raw: str, value: Number | None) -> bool:
    """Whether an unreadable text can be a number: no digit of it, or just the number's, is printed.

    约75 is never replaced by the 76 that the sums ask for, nor by 0 what may be a mark.
    """
    printed = _FIGURES.findall(fold(raw).replace(" ", "").translate(_LETTERS))
    return printed == [str(value)] if printed else value != 0
