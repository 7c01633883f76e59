"""The title of a document, chosen among everything on the page that looks like the title of a report."""

from collections.abc import Iterator, Sequence

import regex
from attrs import evolve, frozen

from govdisclosure.furniture import Furniture, furniture
from govdisclosure.grid import Line
from govdisclosure.headings import heading_of
from govdisclosure.passage import bare
from govdisclosure.source import Span
from govdisclosure.titles import Title, is_agency, title_of
from govdisclosure.wording import fold

_LONGEST_PART = 60
_MOST_PARTS = 3
_TITLE_META = ("articletitle", "og:title", "dc.title", "title")
_SITE_PARTS = regex.compile(r"[_|>]|\s-{1,2}\s|-{1,2}(?=[^-]{2,40}(?:网|政府|门户|公开)[^-]{0,6}$)")
_SENTENCE = regex.compile(r"[。;!?]")
_LONG_TEXT = 25
#: A candidate with less evidence is a mention.
_ENOUGH = 1


@frozen
class Headline:
    """The title of a document and where it stands."""

    title: Title
    #: Among the lines, the first that it stands on; None for a title from the page's head.
    first: int | None = None
    #: The last of them.
    last: int | None = None
    span: Span | None = None
    #: The title of the last line alone, where the line above was taken for the agency's name.
    without_above: Title | None = None
    weight: int = 0


def headline(lines: Sequence[Line], head: Sequence[tuple[str, str]], body: int | None) -> Headline | None:
    """The title of a document; None where nothing on it is one.

    Args:
        lines: all lines of the document.
        head: names and contents of the page's title and meta elements.
        body: the place of the first line that heads a section; None where none does.
    """
    announced = tuple(_announced(head))
    found = [_weighed(one, lines, announced, body) for one in _candidates(lines)]
    best = max(found, key=lambda one: one.weight, default=None)
    if best is not None and best.weight >= _ENOUGH:
        return _with_note_below(best, lines)
    return Headline(announced[0]) if announced else None


def announced_agency(head: Sequence[tuple[str, str]], year: int | None) -> str | None:
    """The agency in the title that the page's head gives, unless that is a report of another year."""
    titles = (title for title in _announced(head) if title.agency and (year is None or title.year in {None, year}))
    return next((title.agency for title in titles), None)


def _announced(head: Sequence[tuple[str, str]]) -> Iterator[Title]:
    for name in _TITLE_META:
        for key, content in head:
            if key.strip().lower() != name or len(content) > _LONGEST_HEAD:
                continue
            folded = fold(content)
            start = 0
            for cut in (*_SITE_PARTS.finditer(folded), None):
                end = cut.start() if cut else len(content)
                title = title_of(content[start:end].strip())
                if title is not None and (title.agency or title.year):
                    yield title
                start = cut.end() if cut else end


_LONGEST_HEAD = 400


def _candidates(lines: Sequence[Line]) -> Iterator[Headline]:
    for last, line in enumerate(lines):
        if (
            line.furniture
            or len(line.text) > 2 * _LONGEST_PART
            or "公" not in fold(line.text)
            and "报" not in fold(line.text)
        ):
            continue
        alone = title_of(line.text)
        joined = _joined_above(lines, last, alone)
        if joined is not None:
            yield joined
        elif alone is not None:
            yield Headline(alone, last, last, line.span)


def _joined_above(lines: Sequence[Line], last: int, alone: Title | None) -> Headline | None:
    """The title that a line makes with the lines above it: an agency's name, or the begin of a broken title."""
    if alone is not None and alone.agency is not None:
        return None
    text = lines[last].text.strip()
    for first in range(last - 1, max(last - _MOST_PARTS, -1), -1):
        part = lines[first].text.strip()
        if not _is_part(lines[first]):
            return None
        text = f"{part}{text}"
        title = title_of(text)
        if title is None or title.agency is None:
            continue
        above = "".join(line.text.strip() for line in lines[first:last])
        if alone is not None and not is_agency(bare(above)) and not (alone.year is None and title.year is not None):
            continue
        span = Span(lines[first].span.start, lines[last].span.end)
        return Headline(title, first, last, span, without_above=alone)
    return None


def _is_part(line: Line) -> bool:
    if line.furniture or not line.text.strip() or len(line.text) > _LONGEST_PART or _SENTENCE.search(fold(line.text)):
        return False
    return furniture(line.text) in {None, Furniture.COLUMN} and title_of(line.text) is None


def _weighed(one: Headline, lines: Sequence[Line], announced: Sequence[Title], body: int | None) -> Headline:
    """A candidate with its weight: what it names, how the page marks it, and where it stands."""
    assert one.first is not None and one.last is not None
    title = one.title
    level = min((line.heading for line in lines[one.first : one.last + 1] if line.heading), default=None)
    weight = 2 * bool(title.agency) + 2 * bool(title.year) - 3 * title.listed
    weight -= 3 * (not title.agency and not title.year)
    weight += 0 if level is None else 3 if level <= _TOP_HEADING else 2
    weight += 3 * any(bare(other.text) in {bare(title.text), bare(lines[one.last].text)} for other in announced)
    if body is not None:
        weight += 3 if one.last < body else -4
    weight += _leads_text(lines, one.last)
    weight -= 2 * _among_titles(lines, one)
    return evolve(one, weight=weight)


_TOP_HEADING = 2
_NEAR = 4


def _leads_text(lines: Sequence[Line], last: int) -> bool:
    """Whether text, the data of the document or a section follow."""
    for line in lines[last + 1 : last + _NEAR]:
        if title_of(line.text) is None and (
            len(line.text) >= _LONG_TEXT or furniture(line.text) is Furniture.DATUM or heading_of(line.text)
        ):
            return True
    return False


def _among_titles(lines: Sequence[Line], one: Headline) -> bool:
    """Whether the line before or after is the title of another report: a list."""
    assert one.first is not None and one.last is not None
    for place in (one.first - 1, one.last + 1):
        if 0 <= place < len(lines):
            other = title_of(lines[place].text)
            if (
                other
                and other.year
                and (other.year, other.agency) != (one.title.year, one.title.agency)
                and other.agency == one.title.agency
            ):
                return True
            if other and other.agency and one.title.agency and other.agency != one.title.agency:
                return True
    return False


def _with_note_below(found: Headline, lines: Sequence[Line]) -> Headline:
    """The title with the year in brackets that stands on the line below it."""
    if found.last is None or found.title.year is not None or found.last + 1 >= len(lines):
        return found
    below = lines[found.last + 1]
    text = f"{found.title.text}{below.text.strip()}"
    title = title_of(text) if regex.fullmatch(r"\s*[（(].{2,16}[)）]\s*", below.text) else None
    if title is None or title.year is None or found.span is None:
        return found
    return evolve(found, title=title, last=found.last + 1, span=Span(found.span.start, below.span.end))
