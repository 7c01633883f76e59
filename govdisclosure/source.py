"""Where text comes from: the text that a reader worked on, places in it, and how it was decoded."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from attrs import frozen


class Span(NamedTuple):
    """A half-open range of characters of ``Source.text``."""

    start: int
    end: int

    @classmethod
    def around(cls, spans: Iterable["Span"]) -> "Span":
        """The shortest range that holds all of some, in whatever order they come.

        >>> Span.around([Span(5, 7), Span(1, 2)])
        Span(start=1, end=7)
        """
        starts, ends = zip(*spans, strict=True)
        return cls(min(starts), max(ends))


class Media(StrEnum):
    """What the input was written in."""

    TEXT = "text"
    HTML = "html"


class DecodedBy(StrEnum):
    """What settled the encoding of the input, in the order in which it is tried."""

    CALLER = "caller"
    MARK = "byte order mark"
    DECLARATION = "declaration"
    UTF8 = "strict utf-8"
    GB18030 = "strict gb18030"
    DETECTION = "detection"


@frozen
class Decoding:
    """How bytes became text."""

    #: The encoding that the input declares of itself, as written there; None where it declares nothing.
    declared: str | None
    #: The encoding that was used, by Python's name; None where the caller gave text.
    used: str | None
    #: What settled it.
    by: DecodedBy
    #: How many places could not be decoded and stand as U+FFFD in the text.
    damaged: int = 0
    #: Whether the declared encoding is contradicted by the bytes.
    contradicted: bool = False


@frozen
class Source:
    """The text that every span points into.

    For HTML this is the page's visible text: blocks and table rows end with a line feed, the cells of a row are parted
    by a tab.
    """

    text: str
    media: Media
    decoding: Decoding

    def at(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]
