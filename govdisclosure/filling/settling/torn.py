"""Lines of text that have as many numbers as cells, for a number fell in two where a cell was dropped."""

from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement, pairwise

from attrs import evolve

from govdisclosure.filling.context import cells_on_forms
from govdisclosure.filling.rows import Row, Trust
from govdisclosure.form import Slot

#: More than a count has.
MOST_DIGITS = 9


def with_torn(rows: Sequence[Row]) -> list[Row]:
    """The rows, those marked whose sums do not hold, for numbers of theirs may have fallen in two.

    1 4 0 0 0 0 14 may be 14, four zeros and 14 where other rows have lost cells; elsewhere it is wrong as it stands.
    Where others have too many numbers as well, no row need hold in one of these ways: numbers may be lost, too.
    """
    in_text = [row for row in rows if row.trust is Trust.NUMBERS]
    surplus = [len(row.numbers) - len(cells) for row in in_text for cells in _summed(row)]
    if min(surplus, default=0) >= 0:
        return list(rows)
    is_torn = _is_denied if max(surplus) > 0 else _is_mended
    return [evolve(row, torn=True) if row.trust is Trust.NUMBERS and is_torn(row) else row for row in rows]


def _summed(row: Row) -> Iterator[tuple[Slot, ...]]:
    """The cells that a row may have, on each form of its table, if they have sums."""
    for cells in cells_on_forms(row.table, row.line):
        if row.numbers and cells[-1].column_name == "total":
            yield cells


def _is_denied(row: Row) -> bool:
    """Whether as many numbers as cells have no sums as they stand."""
    return any(not _hold(tokens, ends) for tokens, ends in _full(row))


def _is_mended(row: Row) -> bool:
    """Whether they have sums with some put together."""
    return any(not _hold(tokens, ends) and _hold_together(tokens, ends) for tokens, ends in _full(row))


def _full(row: Row) -> Iterator[tuple[tuple[str, ...], list[int]]]:
    """The digits of a row that has as many numbers as cells, and where its groups end."""
    texts = tuple(item.text for item in row.numbers)
    if not all(text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS for text in texts):
        return
    for cells in _summed(row):
        if len(cells) == len(texts):
            yield texts, [place for place, slot in enumerate(cells, 1) if slot.column_name == "total"]


def _hold_together(texts: tuple[str, ...], ends: Sequence[int]) -> bool:
    """Whether the sums hold with one or two pairs of neighbours made one number, and zeros for the dropped cells."""
    once = _joined_once(texts)
    twice = {tokens for joined in once for tokens in _joined_once(joined)}
    return any(_hold(filled, ends) for tokens in once | twice for filled in _filled_up(tokens, ends))


def _hold(tokens: Sequence[str], ends: Sequence[int]) -> bool:
    """Whether each group of cells, of which the ends are given, closes with its sum."""
    numbers = [int(token) for token in tokens]
    return all(2 * numbers[end - 1] == sum(numbers[start:end]) for start, end in pairwise((0, *ends)))


def _joined_once(tokens: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Every way to make two neighbours one number; none begins with 0."""
    return {
        (*tokens[:place], first + second, *tokens[place + 2 :])
        for place, (first, second) in enumerate(pairwise(tokens))
        if first[0] != "0"
    }


def _filled_up(tokens: tuple[str, ...], ends: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """The ways to put zeros for the dropped cells, each before the numbers of a group: no sum tells where in it."""
    for places in combinations_with_replacement((0, *ends[:-1]), ends[-1] - len(tokens)):
        filled = tokens
        for place in places:
            filled = (*filled[:place], "0", *filled[place:])
        yield filled
