"""Where on its page a report begins and ends, and which of the lines between are its text."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

import regex
from attrs import frozen

from govdisclosure.dates import PrintedDate, dates_in
from govdisclosure.framing.furniture import Furniture, furniture
from govdisclosure.framing.headline import Headline, headline
from govdisclosure.framing.imprint import Signature, date_alone, signature_in
from govdisclosure.framing.titles import is_agency, title_of
from govdisclosure.grid import Line
from govdisclosure.headings import heading_of, top_depth
from govdisclosure.wording import fold

#: A shorter line before the title is a menu's, unless it is a sentence.
_SHORTEST_TEXT = 25
#: Behind the last line of this length a page of a report without sections has only furniture.
_LONG_TEXT = 60
_SENTENCE = regex.compile(r"[。;!?]|:$")
#: How many lines a signature, and what may follow it, can take.
_LONGEST_END = 12
_AFTER_SIGNATURE = 4
_NEAR = 6
_IN_FIGURES = regex.compile(r"[-/.]")
#: What may stand before a date on its line: the mark of a list and a space.
_MARK = 2
_NOT_IN_TEXT = frozenset({Furniture.TOOL, Furniture.PAGE_NUMBER, Furniture.FOOT})


@frozen
class Body:
    """A report on its page."""

    headline: Headline | None
    #: The lines of the text, without title, signature and furniture.
    lines: tuple[Line, ...]
    #: Those of them before which a printed page ends.
    on_new_page: frozenset[Line]
    signature: Signature | None
    #: The agency on the line below the title; None where none stands there.
    agency_below: str | None
    #: The date below the title, where it stands without saying what it is.
    date_below: PrintedDate | None


def body(lines: Sequence[Line], head: Sequence[tuple[str, str]]) -> Body:
    """The report among the lines of its page.

    Args:
        lines: the lines that hold text and that the source does not mark as furniture.
        head: names and contents of the page's title and meta elements.
    """
    sections = tuple(_section_places(lines))
    known = next((place for place, is_known in sections if is_known), None)
    title = headline(lines, head, known)
    first = sections[0][0] if sections else None
    start = _start(lines, title, first)
    last_heading = max(start, sections[-1][0] if sections else 0)
    signature, end = _end(lines, last_heading, has_sections=bool(sections))
    title = _reconciled(title, signature)
    opening = first if first is not None else end
    kept = [
        place
        for place, line in enumerate(lines[start:end], start)
        if (_is_opening(line, title, titled=start > 0) if place < opening else _is_text(line, title))
    ]
    new_pages = frozenset(
        lines[place] for place in kept if place and furniture(lines[place - 1].text) is Furniture.PAGE_NUMBER
    )
    signature = signature or _signature_below(lines, title)
    return Body(title, tuple(lines[place] for place in kept), new_pages, signature, *_below(lines, title))


def _section_places(lines: Sequence[Line]) -> Iterator[tuple[int, bool]]:
    """The places of the lines that head sections, and whether the section is one of the statutory six."""
    headings = [heading_of(line.text) for line in lines]
    top = top_depth(headings)
    for place, found in enumerate(headings):
        if found is not None and (found.depth == top or (found.exact and found.number is None)):
            yield place, found.kind is not None


def _start(lines: Sequence[Line], title: Headline | None, first: int | None) -> int:
    """The place behind the title, where it stands before the first section; pages often print it twice."""
    if title is None or title.last is None or (first is not None and title.last > first):
        return 0
    again = (place for place in range(first if first is not None else title.last) if _repeats(lines[place], title))
    return max(title.last, *again, 0) + 1


def _end(lines: Sequence[Line], last_heading: int, *, has_sections: bool) -> tuple[Signature | None, int]:
    """The signature, and the place behind the last line of text."""
    text_until = last_heading
    if not has_sections:
        long = (place for place in range(last_heading, len(lines)) if len(lines[place].text) >= _LONG_TEXT)
        text_until = max(long, default=last_heading)
    foot = next(
        (place for place in range(text_until, len(lines)) if furniture(lines[place].text) is Furniture.FOOT),
        len(lines),
    )
    places = [place for place in range(last_heading, foot) if furniture(lines[place].text) is None][-_LONGEST_END:]
    found = signature_in([lines[place] for place in places])
    if found is None or len(places) - found.last > _AFTER_SIGNATURE or places[found.first] == last_heading:
        return None, foot
    return found, places[found.first]


def _repeats(line: Line, title: Headline) -> bool:
    found = title_of(line.text)
    own = title.title
    return found is not None and found.year in {None, own.year} and found.agency in {None, own.agency}


def _is_text(line: Line, title: Headline | None) -> bool:
    return furniture(line.text) not in _NOT_IN_TEXT and not (title and _repeats(line, title))


def _is_opening(line: Line, title: Headline | None, *, titled: bool) -> bool:
    """Whether a line before the first section is text: no data of the page, no name, no date, no menu."""
    if furniture(line.text) is not None or (title and _repeats(line, title)):
        return False
    if date_alone(line.text) or is_agency("".join(line.text.split())):
        return False
    return titled or len(line.text) >= _SHORTEST_TEXT or bool(_SENTENCE.search(fold(line.text).strip()))


def _reconciled(title: Headline | None, signature: Signature | None) -> Headline | None:
    """The title without the name above it where another agency signs: that name was the site's."""
    if title is None or title.without_above is None or signature is None or signature.agency is None:
        return title
    named, signs = fold(title.title.agency or ""), fold(signature.agency)
    if named in signs or signs in named:
        return title
    span = title.last_span
    return Headline(title.without_above, title.last, title.last, span, span)


def _signature_below(lines: Sequence[Line], title: Headline | None) -> Signature | None:
    """Agency and date below the title, where some reports sign."""
    if title is None or title.last is None:
        return None
    found = signature_in(lines[title.last + 1 : title.last + 3])
    return found if found and found.agency and found.date else None


def _below(lines: Sequence[Line], title: Headline | None) -> tuple[str | None, PrintedDate | None]:
    """The agency and the date, in figures as pages print it, that stand below the title."""
    if title is None or title.last is None:
        return None, None
    near = takewhile(lambda line: len(line.text) < _LONG_TEXT, lines[title.last + 1 : title.last + 1 + _NEAR])
    below = [line.text for line in near]
    name = "".join(below[0].split()) if below else ""
    dates = (next(dates_in(text), None) for text in below if furniture(text) is Furniture.DATUM or date_alone(text))
    dated = next((date for date in dates if date and date.start <= _MARK and _IN_FIGURES.search(fold(date.text))), None)
    return name if is_agency(name) else None, dated
