"""Lines of prose joined to passages, with the way back to the source.

Text layers of PDF files break in the middle of sentences, words and numbers. A passage is what stands between two
places where the text surely ends, folded and without the spaces that only the layout needs.
"""

from collections.abc import Iterator, Sequence

import regex
from attrs import field, frozen

from govdisclosure.grid import Line
from govdisclosure.source import Source, Span
from govdisclosure.wording import fold

#: A line that is shorter is not one that was broken because it was full.
FULL_LINE = 10

_ENUMERATOR = regex.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|\(?\d{1,2}[、)]|\d{1,2}\.(?!\d)|[#①-⑳])"
)
_TITLE = regex.compile(r"[^,。;:!?]{1,16}")
_END = regex.compile(r"[。!?;:]$")
_PAGE_MARK = regex.compile(r"[-·.\s]*(?:第|[Pp]age|P\.)?\s*\d{1,4}\s*(?:页)?(?:/\s*共?\d{1,4}\s*页?)?[-·.\s]*")
_BARE_NUMBER = regex.compile(r"\d+")
_BAR = regex.compile(r"[|\t]")
_BLANK_LINE = regex.compile(r"\n[^\S\n]*\n")
# White space, the pronunciation that conversion to traditional characters leaves behind (數(shù)量), invisible marks.
_DROPPED = regex.compile(r"(?<=\p{Han})\(\p{Latin}{1,6}\)|[\s\p{Cf}\p{Cc}\"]++")
_GROUPED = regex.compile(r"(?<![\d.,])\d{1,3}(?:\s\d{3}){1,5}(?!\d)")


@frozen
class Passage:
    """A paragraph of prose: folded text, and for each of its characters the place in the source."""

    text: str
    places: tuple[int, ...] = field(repr=False)
    #: Whether the source or an enumerator marks the passage as the beginning of something new.
    is_opening: bool = False

    def span(self, start: int, end: int) -> Span:
        """The place in the source of the characters from ``start`` to ``end``, which is not included."""
        return Span(self.places[start], self.places[end - 1] + 1)


def _kept(line: Line) -> tuple[str, tuple[int, ...]]:
    """The characters of a line that count, and their places in the source.

    A space between two figures is kept, unless it parts thousands.
    """
    text = fold(line.text)
    grouped = {place for match in _GROUPED.finditer(text) for place in range(*match.span())}
    dropped: set[int] = set()
    for match in _DROPPED.finditer(text):
        start, end = match.span()
        parts_figures = start > 0 and end < len(text) and text[start - 1].isdecimal() and text[end].isdecimal()
        is_kept = parts_figures and start not in grouped
        dropped.update(range(start + is_kept, end))
    kept = [place for place in range(len(text)) if place not in dropped]
    return "".join(text[place] for place in kept), tuple(line.span.start + place for place in kept)


def _parts(before: Line, after: Line, gap: str) -> bool:
    """Whether a passage ends between two lines."""
    first, second = fold(before.text).strip(), fold(after.text).strip()
    return bool(
        before.heading is not None
        or after.heading is not None
        or _END.search(first)
        or len(first) < FULL_LINE
        or (_ENUMERATOR.match(first) and _TITLE.fullmatch(first))
        or _ENUMERATOR.match(second)
        or _BLANK_LINE.search(gap)
    )


def _is_prose(line: Line) -> bool:
    return not line.furniture and bool(line.text.strip()) and not _BAR.search(line.text)


def _joined(lines: Sequence[Line]) -> Passage:
    text: list[str] = []
    places: list[int] = []
    for line in lines:
        kept, where = _kept(line)
        if text and kept and text[-1][-1].isdecimal() and kept[0].isdecimal() and len(text[-1]) < FULL_LINE:
            text.append(" ")
            places.append(where[0] - 1)
        if kept:
            text.append(kept)
            places.extend(where)
    whole = "".join(text)
    is_opening = lines[0].heading is not None or bool(_ENUMERATOR.match(whole))
    return Passage(whole, tuple(places), is_opening)


def passages(lines: Sequence[Line], source: Source) -> Iterator[Passage]:
    """The passages of the prose, in order. Rows of tables, page numbers and furniture of the page are left out."""
    held: list[Line] = []
    for line in lines:
        if not _is_prose(line):
            if line.text.strip() and held:
                yield _joined(held)
                held = []
            continue
        text = fold(line.text).strip()
        if _PAGE_MARK.fullmatch(text):
            if _BARE_NUMBER.fullmatch(text) and held:
                yield _joined(held)
                held = []
            continue
        if held and _parts(held[-1], line, source.text[held[-1].span.end : line.span.start]):
            yield _joined(held)
            held = []
        held.append(line)
    if held:
        yield _joined(held)
