"""Labels that wrap, with their numbers behind the first half or between the halves."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from govdisclosure.filling.from_text.phrases import TextLine, Token
from govdisclosure.vocabulary import Role, segment

_MOST_PARTS = 4  # lines of a label that wraps, and of its numbers


def with_whole_labels(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines, those put together whose label goes on behind the numbers: 2.其他法律行 0 0⏎政法规禁止公开.

    The numbers may stand on a line of their own between the halves.
    """
    number = 0
    while number < len(lines):
        parts = _parts_of_label(lines[number : number + _MOST_PARTS])
        yield _joined(lines[number : number + parts]) if parts > 1 else lines[number]
        number += parts


def _parts_of_label(lines: Sequence[TextLine]) -> int:
    """On how many lines a label and its numbers stand, if the label goes on behind the numbers; else 1."""
    first = lines[0]
    words = [token.text for token in first.tokens if token.item is None]
    is_half = bool(first.pieces) and not first.pieces[-1].found
    before = _lines_before_rest(lines, words=len(words))
    if not (words and is_half and before):
        return 1
    for number, line in enumerate(lines[before:], start=before + 1):
        if line.is_heading or any(token.item for token in line.tokens):
            return 1
        words += [token.text for token in line.tokens]
        pieces = segment(" ".join(words))
        if pieces and any(term.role is Role.LINE for term in pieces[-1].found):
            return number if all(piece.found for piece in pieces) else 1
    return 1


def _lines_before_rest(lines: Sequence[TextLine], *, words: int) -> int:
    """How many lines stand before the rest of a label: its beginning and its numbers; 0 where they do not."""
    first, *others = lines
    behind = first.tokens[words:]
    if behind:
        return 1 if all(token.item for token in behind) else 0
    is_amid = bool(others) and others[0].is_numbers and len(others[0].tokens) > 1
    return 2 if is_amid else 0


def _joined(lines: Sequence[TextLine]) -> TextLine:
    tokens: list[Token] = [token for line in lines for token in line.tokens]
    words, items = ([token for token in tokens if bool(token.item) is told] for told in (False, True))
    return evolve(lines[0], tokens=(*words, *items))
