"""What a layout is."""

from collections.abc import Callable
from random import Random

from attrs import frozen

from tests.conformance import geometry
from tests.conformance.geometry import Table
from tests.conformance.prose import Part, document
from tests.conformance.sheets import Sheet, Style

PLAIN = Style()

#: A report to be printed, in order.
Parts = tuple[Part, ...]
Compose = Callable[[Sheet, Random], Parts]
Write = Callable[[Parts, Random], str]
Change = Callable[[str], str]
Encode = Callable[[str], bytes]


def unchanged(text: str) -> str:
    """The text as it is."""
    return text


def whole(sheet: Sheet, rng: Random) -> Parts:
    """The report with each table in one piece."""
    return document(sheet, rng, [geometry.two(sheet)], [geometry.three(sheet)], [geometry.four(sheet)])


def changed(change: Callable[[Table], Table]) -> Compose:
    """The report with every table changed."""
    return lambda sheet, rng: tuple(change(part) if isinstance(part, Table) else part for part in whole(sheet, rng))


def missing(sheet: Sheet, parts: Parts) -> frozenset[str]:
    """The cells that the tables of a report leave out."""
    rows = (row for part in parts if isinstance(part, Table) for row in part.rows)
    return frozenset(sheet.text) - {box.address for row in rows for box in row}


def without_tables(sheet: Sheet, rng: Random) -> Parts:
    """The report with its tables left out, as where they are pictures."""
    return tuple(part for part in whole(sheet, rng) if not isinstance(part, Table))


@frozen
class Layout:
    """A way in which reports are printed."""

    name: str
    #: How paragraphs and tables become text.
    write: Write
    style: Style = PLAIN
    #: How the report is cut into paragraphs and tables.
    compose: Compose = whole
    #: What befalls the whole text after printing: another script, other brackets.
    after: Change = unchanged
    #: How it is written to bytes; None hands over the text.
    encode: Encode | None = None
    #: Whether a reader can tell every cell for certain; otherwise it may answer ambiguous, never wrong.
    certain: bool = True

    def print(self, sheet: Sheet, rng: Random) -> tuple[str | bytes, frozenset[str]]:
        """The document, and the cells that are not in it."""
        parts = self.compose(sheet, rng)
        return self.finished(self.write(parts, rng)), missing(sheet, parts)

    def finished(self, text: str) -> str | bytes:
        """The document, from what was written."""
        text = self.after(text)
        return text if self.encode is None else self.encode(text)
