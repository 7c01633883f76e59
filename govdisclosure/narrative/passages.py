"""Lines of prose joined to passages, with the way back to the source.

Text layers of PDF files break in the middle of sentences, words and numbers. A passage is what stands between two
places where the text surely ends, folded and without the spaces that only the layout needs.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

import regex
from attrs import field, frozen

from govdisclosure.grid import Line
from govdisclosure.source import Source, Span
from govdisclosure.wording import fold

#: A line that is shorter is not one that was broken because it was full.
FULL_LINE = 10

_TITLE_YEAR = regex.compile(r"((?:19|20)\d\d)年度?[^。,]{0,20}信息公开(?:工作)?(?:年度)?(?:报告|年报)")
_ANY_YEAR = regex.compile(r"(?<!\d)((?:19|20)\d\d)年")
_ENUMERATOR = regex.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|\(?\d{1,2}[、)]|\d{1,2}\.(?!\d)|[#①-⑳])"
)
_SECTION = regex.compile(r"#|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)")
_TITLE = regex.compile(r"[^,。;:!?]{1,16}")
_END = regex.compile(r"[。!?;:]$")
_PAGE_MARK = regex.compile(r"[-·.\s]*+(?:第|[Pp]age|P\.)?\s*+\d{1,4}\s*+(?:页)?(?:/\s*+共?\d{1,4}\s*+页?)?[-·.\s]*+")
_BARE_NUMBER = regex.compile(r"\d+")
_BAR = regex.compile(r"[|\t]")
_BLANK_LINE = regex.compile(r"\n[^\S\n]*+\n")
# White space, the pronunciation that conversion to traditional characters leaves behind (數(shù)量), invisible marks.
_DROPPED = regex.compile(r"(?<=\p{Han})\(\p{Latin}{1,6}\)|[\s\p{Cf}\p{Cc}\"]++")
_GROUPED = regex.compile(r"(?<![\d.,])\d{1,3}(?:\s\d{3}){1,5}(?!\d)")


@frozen
class Passage:
    """A paragraph of prose: folded text, and where its pieces stand in the source."""

    text: str
    #: Where in the text each piece that is unbroken in the source begins, in order.
    starts: tuple[int, ...] = field(repr=False)
    #: Where in the source it begins.
    places: tuple[int, ...] = field(repr=False)
    #: Whether the passage begins something new: a heading, or an enumerator of a section (一、 or （一）).
    is_opening: bool = False

    def place(self, index: int) -> int:
        """The place in the source of a character of the text."""
        piece = bisect_right(self.starts, index) - 1
        return self.places[piece] + index - self.starts[piece]

    def span(self, start: int, end: int) -> Span:
        """The place in the source of the characters from ``start`` to ``end``, which is not included."""
        return Span(self.place(start), self.place(end - 1) + 1)


@frozen
class _Printed:
    """A line with its folded text."""

    line: Line
    text: str

    def pieces(self) -> Iterator[tuple[int, int]]:
        """The ranges of characters that count: a space between two figures does, unless it parts thousands."""
        text = self.text
        grouped = {place for match in _GROUPED.finditer(text) for place in range(*match.span())}
        begin = 0
        for match in _DROPPED.finditer(text):
            start, end = match.span()
            parts_figures = start > 0 and end < len(text) and text[start - 1].isdecimal() and text[end].isdecimal()
            stop = start + 1 if parts_figures and start not in grouped else start
            if stop > begin:
                yield begin, stop
            begin = end
        if begin < len(text):
            yield begin, len(text)


def _goes_on(before: _Printed, after: _Printed, source: Source) -> bool:
    """Whether a passage goes on from a line to the next."""
    first, second = before.text.strip(), after.text.strip()
    return not (
        before.line.heading is not None
        or after.line.heading is not None
        or _END.search(first)
        or len(first) < FULL_LINE
        or (_ENUMERATOR.match(first) and _TITLE.fullmatch(first))
        or _ENUMERATOR.match(second)
        or _BLANK_LINE.search(source.text, before.line.span.end, after.line.span.start)
    )


def _joined(lines: Sequence[_Printed]) -> Passage:
    text: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    length = 0
    for line in lines:
        for begin, end in line.pieces():
            starts.append(length)
            places.append(line.line.span.start + begin)
            text.append(line.text[begin:end])
            length += end - begin
    whole = "".join(text)
    is_opening = lines[0].line.heading is not None or bool(_SECTION.match(whole))
    return Passage(whole, tuple(starts), tuple(places), is_opening)


def passages(lines: Sequence[Line], source: Source) -> Iterator[Passage]:
    """The passages of the prose, in order. Rows of tables, page numbers and furniture of the page are left out.

    A number alone on its line may be that of a page or of a cell: no sentence goes on behind it.
    """
    held: list[_Printed] = []
    for line in lines:
        printed = _Printed(line, fold(line.text))
        text = printed.text.strip()
        if not text:
            continue
        if _PAGE_MARK.fullmatch(text) and not _BARE_NUMBER.fullmatch(text):
            continue
        is_prose = not (line.furniture or _BARE_NUMBER.fullmatch(text) or _BAR.search(text))
        if held and not (is_prose and _goes_on(held[-1], printed, source)):
            yield _joined(held)
            held = []
        if is_prose:
            held.append(printed)
    if held:
        yield _joined(held)


def year_of(found: Sequence[Passage]) -> int | None:
    """The year of the title or, without one, the year that the prose names most often."""
    titled = next((match for passage in found if (match := _TITLE_YEAR.search(passage.text))), None)
    if titled is not None:
        return int(titled[1])
    named = Counter(int(match[1]) for passage in found for match in _ANY_YEAR.finditer(passage.text))
    return max(named, key=lambda year: (named[year], year), default=None)
