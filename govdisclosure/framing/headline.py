"""The title of a document, chosen among everything on the page that looks like the title of a report."""

from collections.abc import Iterator, Sequence

import regex
from attrs import evolve, frozen

from govdisclosure.framing.furniture import Furniture, furniture
from govdisclosure.framing.titles import Title, is_agency, title_of
from govdisclosure.grid import Line
from govdisclosure.headings import heading_of
from govdisclosure.passage import bare
from govdisclosure.source import Span
from govdisclosure.wording import fold

_LONGEST_PART = 60
_LONGEST_HEAD = 400
_MOST_PARTS = 3
_TOP_HEADING = 2
_NEAR = 4
_LONG_TEXT = 25
#: A candidate with less evidence is a mention.
_ENOUGH = 1

_TITLE_META = ("articletitle", "og:title", "dc.title", "title")
_SITE_PARTS = regex.compile(r"[_|>]|\s-{1,2}\s|-{1,2}(?=[^-]{2,40}(?:网|政府|门户|公开)[^-]{0,6}$)")
_SENTENCE = regex.compile(r"[。;!?]")
_IN_BRACKETS = regex.compile(r"\s*\(.{2,16}\)\s*")
_TITLE_WORDS = regex.compile(r"公|报|告")


@frozen
class Headline:
    """The title of a document and where it stands."""

    title: Title
    #: Among the lines, the first that it stands on; None for a title from the page's head.
    first: int | None = None
    #: The last of them.
    last: int | None = None
    span: Span | None = None
    #: The place of the last line.
    last_span: Span | None = None
    #: The title of the last line alone, where the line above was taken for the agency's name.
    without_above: Title | None = None


@frozen
class _Candidate:
    """Lines that may be the title."""

    title: Title
    first: int
    last: int
    lines: tuple[Line, ...]
    without_above: Title | None = None

    @property
    def headline(self) -> Headline:
        last = self.lines[-1].span
        span = Span(self.lines[0].span.start, last.end)
        return Headline(self.title, self.first, self.last, span, last, self.without_above)


def headline(lines: Sequence[Line], head: Sequence[tuple[str, str]], section: int | None) -> Headline | None:
    """The title of a document; None where nothing on it is one, or the titles of two reports could be it.

    Args:
        lines: the lines of the document.
        head: names and contents of the page's title and meta elements.
        section: the place of the first line that heads a statutory section; None where none does.
    """
    announced = tuple(_announced(head))
    found = tuple(_candidates(lines))
    titles = {one.last: one.title for one in found}
    weights = [_weight(one, lines, announced, section) - 2 * _among_others(one, titles) for one in found]
    most = max(weights, default=0)
    best = [one for one, weight in zip(found, weights, strict=True) if weight == most]
    if best and most >= _ENOUGH and not any(_are_of_two_reports(best[0].title, other.title) for other in best):
        return _with_note_below(_in_full(best[0], found, section), lines).headline
    return Headline(announced[0]) if announced else None


def announced_agency(head: Sequence[tuple[str, str]], year: int | None) -> str | None:
    """The agency in the title that the page's head gives, unless that is of a report of another year."""
    titles = (title for title in _announced(head) if title.agency and (year is None or title.year in {None, year}))
    return next((title.agency for title in titles), None)


def _announced(head: Sequence[tuple[str, str]]) -> Iterator[Title]:
    """The titles in the page's head, without the site's name."""
    for name in _TITLE_META:
        for key, content in head:
            if key.strip().lower() == name and len(content) <= _LONGEST_HEAD:
                titles = map(title_of, _parts(content))
                yield from (title for title in titles if title is not None and (title.agency or title.year))


def _parts(content: str) -> Iterator[str]:
    start = 0
    for cut in _SITE_PARTS.finditer(fold(content)):
        yield content[start : cut.start()].strip()
        start = cut.end()
    yield content[start:].strip()


def _candidates(lines: Sequence[Line]) -> Iterator[_Candidate]:
    for last, line in enumerate(lines):
        if len(line.text) > 2 * _LONGEST_PART or not _TITLE_WORDS.search(fold(line.text)):
            continue
        alone = title_of(line.text)
        joined = _joined_above(lines, last, alone) if alone is None or alone.agency is None else None
        if joined is not None:
            yield joined
        elif alone is not None:
            yield _Candidate(alone, last, last, (line,))


def _joined_above(lines: Sequence[Line], last: int, alone: Title | None) -> _Candidate | None:
    """The title that a line makes with the lines above it: an agency's name, or the begin of a broken title."""
    text = lines[last].text.strip()
    for first in range(last - 1, max(last - _MOST_PARTS, -1), -1):
        if not _is_part(lines[first]):
            return None
        text = f"{lines[first].text.strip()}{text}"
        title = title_of(text)
        if title is None or title.agency is None:
            continue
        above = bare("".join(line.text for line in lines[first:last]))
        adds_year = alone is not None and alone.year is None and title.year is not None
        if alone is None or adds_year or is_agency(above):
            return _Candidate(title, first, last, tuple(lines[first : last + 1]), alone)
    return None


def _is_part(line: Line) -> bool:
    if len(line.text) > _LONGEST_PART or _SENTENCE.search(fold(line.text)) or heading_of(line.text):
        return False
    return furniture(line.text) in {None, Furniture.COLUMN} and title_of(line.text) is None


def _weight(one: _Candidate, lines: Sequence[Line], announced: Sequence[Title], section: int | None) -> int:
    """How much speaks for a candidate: what it names, how the page marks it, and where it stands."""
    title = one.title
    level = min((line.heading for line in one.lines if line.heading), default=None)
    weight = 2 * bool(title.agency) + 2 * bool(title.year) - 3 * title.listed
    weight -= 3 * (title.agency is None and title.year is None)
    if level is not None:
        weight += 3 if level <= _TOP_HEADING else 2
    if any(bare(other.text) in {bare(title.text), bare(one.lines[-1].text)} for other in announced):
        weight += 3
    if section is not None:
        weight += 3 if one.last < section else -4
    return weight + _leads_text(lines, one.last)


def _leads_text(lines: Sequence[Line], last: int) -> bool:
    """Whether text, the data of the document or a section follow."""
    for line in lines[last + 1 : last + _NEAR]:
        if title_of(line.text) is not None:
            return False
        if len(line.text) >= _LONG_TEXT or furniture(line.text) is Furniture.DATUM or heading_of(line.text):
            return True
    return False


def _among_others(one: _Candidate, titles: dict[int, Title]) -> bool:
    """Whether the title of another report stands on the line before or behind: a list."""
    around = (titles.get(one.first - 1), titles.get(one.last + 1))
    return any(other is not None and _are_of_two_reports(one.title, other) for other in around)


def _are_of_two_reports(one: Title, other: Title) -> bool:
    years = one.year is not None and other.year is not None and one.year != other.year
    agencies = one.agency is not None and other.agency is not None and not _are_one_agency(one.agency, other.agency)
    return years or agencies


def _in_full(best: _Candidate, found: Sequence[_Candidate], section: int | None) -> _Candidate:
    """The title printed again with the agency's name in full: 东山县财政局 above 县财政局."""
    fuller = [
        one
        for one in found
        if (section is None or one.last < section)
        and one.title.year == best.title.year
        and not one.title.listed
        and (one.title.agency or "").endswith(best.title.agency or "")
    ]
    return max((best, *fuller), key=lambda one: len(one.title.agency or "")) if best.title.agency else best


def _are_one_agency(one: str, other: str) -> bool:
    """Whether two names can be those of one agency, one of them without the place: 东山县财政局, 县财政局."""
    return one.endswith(other) or other.endswith(one)


def _with_note_below(found: _Candidate, lines: Sequence[Line]) -> _Candidate:
    """The title with the year in brackets that stands on the line below it."""
    below = lines[found.last + 1] if found.last + 1 < len(lines) else None
    if below is None or found.title.year is not None or not _IN_BRACKETS.fullmatch(fold(below.text)):
        return found
    title = title_of(f"{found.title.text}{below.text.strip()}")
    if title is None or title.year is None:
        return found
    return evolve(found, title=title, last=found.last + 1, lines=(*found.lines, below))
