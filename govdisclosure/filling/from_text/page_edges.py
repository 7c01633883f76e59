"""Where the pages of a printed document end in its text, and the lines there that are no cells of a table: numbers."""

import re
from bisect import bisect
from collections.abc import Sequence
from itertools import groupby, pairwise

from attrs import frozen

from govdisclosure.filling.from_text.phrases import TextLine
from govdisclosure.grid import Line
from govdisclosure.headings import heading_of
from govdisclosure.wording import fold

_PAGE_NUMBER = re.compile(
    r"[-·.\s]*[-·]\s*[1-9]\d{0,3}\s*[-·][-·.\s]*|第\s*\d{1,4}\s*页.{0,12}|共\s*\d{1,4}\s*页[,，\s]*第\s*\d{1,4}\s*页"
    r"|P(?:age|\.)\s*\d{1,4}.{0,60}|([•~])\s*[1-9]\d{0,3}\s*\1",
    re.IGNORECASE,
)
_PAGE_OF_PAGES = re.compile(r"([1-9]\d{0,3})(?:\s*/\s*| of )([1-9]\d{0,3})")


def page_numbers(lines: Sequence[str]) -> list[bool]:
    """Whether each of the lines is nothing but the number of a page.

    Those of so many pages are counted: 1 / 2 and 0 / 2, or 3 / 18 alone, are cells of a row that is broken.

    >>> page_numbers(["- 3 -", "3"]), page_numbers(["1 / 2", "2 / 2"]), page_numbers(["1 / 2", "0", "1 / 2"])
    ([True, False], [True, True], [False, False, False])
    """
    texts = [text.strip("- ") if " of " in text else text for text in (fold(text).strip() for text in lines)]
    of_pages = {number: match for number, text in enumerate(texts) if (match := _PAGE_OF_PAGES.fullmatch(text))}
    pages = [int(match[1]) for match in of_pages.values()]
    totals = {int(match[2]) for match in of_pages.values()}
    counted = len(pages) > 1 and all(later == page + 1 for page, later in pairwise(pages))
    are_pages = len(totals) == 1 and max(pages) <= max(totals) and (counted or pages == [*totals])
    return [_PAGE_NUMBER.fullmatch(text) is not None or (are_pages and n in of_pages) for n, text in enumerate(texts)]


_ORDINAL = re.compile(r"\s*[0０][1-9１-９]\s*")


def numbers_heading(text: str, following: str) -> bool:
    """Whether a line is the ordinal of the heading on the next: 05, which is no number of a cell.

    >>> numbers_heading("05", "存在的主要问题及改进情况"), numbers_heading("05", "规章")
    (True, False)
    """
    return _ORDINAL.fullmatch(text) is not None and heading_of(following) is not None


@frozen
class Pages:
    """What the ends of pages leave in a text."""

    #: Where pages end.
    ends: tuple[int, ...]
    #: For each line, whether it is no line of the document: the number of a page, the ordinal of a heading.
    outside: tuple[bool, ...]


def pages_of(text_lines: Sequence[TextLine], text: str) -> Pages:
    """Find the ends of the pages of some lines of a text."""
    lines = [line.line for line in text_lines]
    numbered = {number for number, told in enumerate(page_numbers([line.text for line in lines])) if told}
    ordinals = {
        number for number, (line, after) in enumerate(pairwise(lines)) if numbers_heading(line.text, after.text)
    }
    feeds = _form_feeds(lines, text)
    found = numbered | _at_edges(lines, feeds) | _in_three(text_lines)
    ends = {*feeds, *(lines[number].span.start for number in found)}
    outside = found | ordinals
    return Pages(tuple(sorted(ends)), tuple(number in outside for number in range(len(lines))))


def _form_feeds(lines: Sequence[Line], text: str) -> tuple[int, ...]:
    if not lines or "\f" not in text:
        return ()
    return tuple(found.start() for found in re.finditer("\f", text[: lines[-1].span.end]))


_BARE = re.compile(r"\s*(\d{1,3})\s*")


def _at_edges(lines: Sequence[Line], feeds: Sequence[int]) -> set[int]:
    """The bare numbers that stand last, or first, on the pages that form feeds part, if they count the pages."""
    if not feeds:
        return set()
    pages = _by_page(lines, feeds)
    for edge in (-1, 0):
        found = [(page, own[edge]) for page, own in pages if _BARE.fullmatch(lines[own[edge]].text)]
        if len(found) > 1 and len({int(lines[number].text) - page for page, number in found}) == 1:
            return {number for _, number in found}
    return set()


def _by_page(lines: Sequence[Line], feeds: Sequence[int]) -> list[tuple[int, list[int]]]:
    """The numbers of the lines of each page that has some."""

    def page_of(number: int) -> int:
        return bisect(feeds, lines[number].span.start)

    return [(page, list(own)) for page, own in groupby(range(len(lines)), key=page_of)]


def _in_three(lines: Sequence[TextLine]) -> set[int]:
    """The three lines of each page number whose dashes came to stand on lines of their own; none if others do, too."""
    dashes = [number for number, line in enumerate(lines) if line.line.text.strip() in _DASHES]
    pairs = list(zip(dashes[::2], dashes[1::2], strict=False))
    numbers = [
        int(found[1])
        for left, right in pairs
        if right == left + 2 and (found := _BARE.fullmatch(lines[left + 1].line.text))
    ]
    is_counting = all(later == earlier + 1 for earlier, later in pairwise(numbers))
    if 2 * len(numbers) < len(dashes) or not is_counting or any(_is_label(lines, left) for left, _ in pairs):
        return set()
    return {number for left, right in pairs for number in range(left, right + 1)}


_DASHES = frozenset("-－–—")


def _is_label(lines: Sequence[TextLine], number: int) -> bool:
    """Whether a label stands before a line: then a dash is the first cell behind it."""
    before = lines[number - 1] if number else None
    return before is not None and before.is_tabular and not before.is_numbers
