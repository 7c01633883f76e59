"""Lines of the forms as found in a document, before it is settled which column each number stands in."""

import re
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from functools import cached_property

from attrs import define, evolve, frozen

from govdisclosure.numerals import Numeral, read_number
from govdisclosure.reading import Place
from govdisclosure.remembering import remembered
from govdisclosure.source import Span
from govdisclosure.states import Kind, State
from govdisclosure.wording import spoken


@remembered
def probe(text: str) -> Numeral:
    """What a text says, taken as a number of any kind."""
    for kind in (Kind.COUNT, Kind.CHANGE, Kind.AMOUNT):
        read = read_number(text, kind)
        if read.state is not State.UNREADABLE:
            return read
    return read_number(spoken(text), Kind.COUNT) if text.endswith((")", "）")) else read


@remembered
def is_words(text: str) -> bool:
    """Whether a text has words: it is neither a number, whole or damaged, nor a mark, nor blank.

    一 is none, though it cannot be told whether it is a number or a mark.
    """
    return (
        probe(text).state is State.UNREADABLE
        and text.strip() != "一"
        and any(character.isalpha() for character in text)
        and not is_misread(text)
    )


_SHORTEST_REMARK = 2  # characters; one may be a unit


def is_remark(text: str) -> bool:
    """Whether a text is a remark: words, not a part of a number."""
    return is_words(text) and sum("一" <= character <= "鿿" for character in text) >= _SHORTEST_REMARK


_MISREAD = re.compile(r"(?=.*[OoIlＯｏＩｌ])[0-9０-９OoIlＯｏＩｌ.,]{1,12}")


def is_misread(text: str) -> bool:
    """Whether a text is a number with letters for some digits, as the recognition of pictures gives: 1O, l2.

    >>> is_misread("1O"), is_misread("10"), is_misread("一、")
    (True, False, False)
    """
    return _MISREAD.fullmatch(text.strip()) is not None


@frozen
class Item:
    """A cell of a document's table that is no heading, or a number of a line of text."""

    text: str
    span: Span
    place: Place | None = None
    #: The columns of the grid that it covers; for text, the columns of a fixed-width screen.
    columns: range = range(0)
    #: Whether the cell covers several lines of the form.
    merged: bool = False
    #: The column that the cell names itself, as 自然人：3 does; an empty string where it names none.
    attribute: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed there."""
        return not self.text.isdigit() and probe(self.text).state is State.BLANK

    @property
    def holds_several(self) -> bool:
        """Whether its words are numbers or marks, each for itself, and no number together: 0 3, but not 1 234."""
        words = self.text.split()
        are_numbers = len(words) > 1 and all(probe(word).state in {State.STATED, State.DASH} for word in words)
        return are_numbers and probe(self.text).state is State.UNREADABLE


def adds_up(items: Sequence[Item]) -> bool:
    """Whether the last number is the sum of the others."""
    values = [probe(item.text).value or 0 for item in items]
    return bool(values) and sum(values[:-1]) == values[-1]


@frozen(cache_hash=True)  # looked up for every line below it
class Head:
    """A heading above the numbers."""

    text: str
    #: The columns (attributes of the form) that the words can mean; empty for words that the forms do not have.
    attributes: frozenset[str]
    #: The line that the words mean, as in table four, which prints its groups above the numbers.
    line: str | None = None
    columns: range = range(0)


def without_columns(heads: Iterable[Head]) -> tuple[Head, ...]:
    """Heads that are known to stand above numbers, but not above which."""
    return tuple(evolve(head, columns=range(0)) for head in heads)


class Trust(Enum):
    """How far the order of a row's items tells their columns."""

    #: Every cell of the source is there, blank ones too.
    CELLS = auto()
    #: Blank cells may have been dropped, or moved behind the others.
    NUMBERS = auto()
    #: The numbers may belong to another line.
    NOTHING = auto()
    #: There is no number by any label around: the table is empty, or they are labels whose numbers stand elsewhere.
    LABELS = auto()


@frozen
class Row:
    """Numbers found for a line of a table, or for all of table four."""

    table: str
    #: The attribute path of the line within the table; None where the numbers stand under no label of a line.
    line: str | None
    items: tuple[Item, ...]
    #: The label as printed, with what stood around it.
    label: str
    span: Span
    heads: tuple[Head, ...] = ()
    trust: Trust = Trust.CELLS
    #: Words of the label that the form does not have: another line, or a part of the line.
    foreign: str = ""
    #: Where the columns of the form lie, as the lines around show it; empty where they do not.
    bands: tuple[range, ...] = ()
    #: Whether the places of the numbers are those on a screen of fixed width.
    on_screen: bool = False
    #: Whether numbers of the row may have fallen in two where as many cells were dropped.
    torn: bool = False
    #: Whether the document ends within the row: its first cells are there, the others are not.
    cut: bool = False
    #: Whether it stands in a grid that nothing says to be the form's table but its labels, which other tables have too.
    stray: bool = False
    #: Whether the source marks each of its cells.
    marked: bool = False

    @cached_property
    def numbers(self) -> tuple[Item, ...]:
        """The items that are not blank."""
        return tuple(item for item in self.items if not item.is_blank)

    @property
    def is_unbroken(self) -> bool:
        """Whether no empty cell stands between its numbers."""
        filled = [number for number, item in enumerate(self.items) if not item.is_blank]
        return not filled or filled[-1] - filled[0] < len(filled)


def in_order_only(row: Row) -> Row:
    """A row of which no more is believed than the order of its numbers: neither empty cells nor the heads above."""
    return evolve(row, trust=Trust.NUMBERS, items=row.numbers, heads=without_columns(row.heads))


_MOST_HEADS = 100  # more than any head of a table has


@define
class Position:
    """How far the reading of a document has come: the one thing that readers of its blocks share."""

    table: str | None = None
    #: The table that a heading, a caption or another word that only the form has was read of last.
    announced: str | None = None
    #: The line read last, as an attribute path within the table.
    last: str | None = None
    heads: tuple[Head, ...] = ()
    #: Whether a further row of heads completes those before.
    in_head: bool = False
    #: The number of the grid that the heads stand in; None for text.
    heads_in: int | None = None

    @property
    def heads_of_text(self) -> tuple[Head, ...]:
        """The heads, as they stand over numbers of running text: those of a grid lie over none of its columns."""
        return self.heads if self.heads_in is None else without_columns(self.heads)

    def enter(self, table: str) -> None:
        """Go on in a table, and forget what belonged to another."""
        if table != self.table:
            self.table, self.last, self.heads, self.in_head = table, None, (), False

    def announce(self, table: str) -> None:
        """Enter a table by words that only the form has."""
        self.enter(table)
        self.announced = table

    def add_heads(self, heads: tuple[Head, ...], grid: int | None = None) -> None:
        """Take heads: further ones of a head that is being read, or a new head."""
        self.heads = (*self.heads, *heads)[-_MOST_HEADS:] if self.in_head else heads
        self.in_head = True
        self.heads_in = grid
