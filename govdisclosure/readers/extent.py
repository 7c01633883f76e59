"""How much a document may hold: what is longer is a volume, a dump of a data base, or made to take time.

Twenty reports of twenty years are within the bounds. Each is looked at before the work that it bounds is done.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, TypeVar

from govdisclosure.errors import DocumentKind, NotAReport
from govdisclosure.grid import Grid, Line

#: A page that was saved with its pictures has some ten million.
MOST_BYTES: Final = 100_000_000
MOST_LINES: Final = 20_000
#: White space does not count: a page may have any amount of it.
MOST_CHARACTERS: Final = 500_000
#: Sheets are saved with thousands of empty cells in each row.
MOST_CELLS: Final = 200_000
MOST_TAGS: Final = 400_000
#: Text is looked at in pieces: the words of the whole would take many times its memory.
_PIECE: Final = 100_000

_Item = TypeVar("_Item")


def _refuse_more_than(most: int, what: str) -> None:
    raise NotAReport(DocumentKind.UNRELATED, f"more than {most} {what}")


def refuse_huge(source: bytes | str) -> None:
    """Refuse what is too long to be looked at.

    Raises:
        NotAReport: if it is.
    """
    if len(source) > MOST_BYTES:
        _refuse_more_than(MOST_BYTES, "bytes")


def up_to_most_lines(lines: Iterator[_Item]) -> Sequence[_Item]:
    """The lines of a document, of which more than are allowed are not even made.

    Raises:
        NotAReport: if there are more.
    """
    found = tuple(islice(lines, MOST_LINES + 1))
    if len(found) > MOST_LINES:
        _refuse_more_than(MOST_LINES, "lines")
    return found


def refuse_long(text: str) -> None:
    """Refuse a visible text that is longer than any report.

    Raises:
        NotAReport: if it is.
    """
    if len(text) <= min(MOST_CHARACTERS, MOST_CELLS):
        return
    characters = 0
    for start in range(0, len(text), _PIECE):
        characters += sum(map(len, text[start : start + _PIECE].split()))
        if characters > MOST_CHARACTERS:
            _refuse_more_than(MOST_CHARACTERS, "characters")
    if text.count("\t") > MOST_CELLS:
        _refuse_more_than(MOST_CELLS, "cells")


def refuse_intricate(markup: str) -> None:
    """Refuse markup of more elements than any report has.

    Raises:
        NotAReport: if it has more.
    """
    if markup.count("<") > MOST_TAGS:
        _refuse_more_than(MOST_TAGS, "tags")


def refuse_many(blocks: Sequence[Line | Grid]) -> None:
    """Refuse a document of more lines, those of its tables included, than any report has.

    Raises:
        NotAReport: if it has more.
    """
    if sum(block.height if isinstance(block, Grid) else 1 for block in blocks) > MOST_LINES:
        _refuse_more_than(MOST_LINES, "lines")
