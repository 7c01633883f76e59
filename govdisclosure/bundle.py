"""Documents with several reports one after another: this year's and last year's, an agency's and its parent's."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import define, evolve, field, frozen

from govdisclosure.filling.documents import Contents, contents
from govdisclosure.filling.rows import Row
from govdisclosure.framing import Title, title_of
from govdisclosure.grid import Document, Grid, Line
from govdisclosure.headings import heading_of
from govdisclosure.report import SectionKind
from govdisclosure.source import Span


@define
class _Part:
    """The blocks of a document from where a report begins to where the next does."""

    #: The first title in it that names a year.
    title: Title | None = None
    blocks: list[Line | Grid] = field(factory=list)
    #: Whether its first section has begun.
    is_begun: bool = False

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        first, last = self.blocks[0], self.blocks[-1]
        start = first.span.start if isinstance(first, Line) else min(cell.span.start for cell in first.cells)
        end = last.span.end if isinstance(last, Line) else max(cell.span.end for cell in last.cells)
        return Span(start, end)


@frozen
class OtherReport:
    """A report of a document that is not the one that was read."""

    #: Its title as printed; an empty string where it has none.
    title: str
    span: Span
    #: Its lines of the forms.
    rows: tuple[Row, ...]


@frozen
class Bundle:
    """One report of a document, read, and the other reports of the document."""

    document: Document
    contents: Contents
    others: tuple[OtherReport, ...] = ()


def unbundled(document: Document) -> Bundle:
    """Read the one report of a document: of several, the one that the page's title names, else the first.

    Parts without tables of their own, as the titles of a menu, are no reports; a report that is printed again without
    a title and with the same numbers is no other.
    """
    parts = tuple(_parts(document.blocks))
    whole = contents(document)
    if len(parts) < _SEVERAL:
        return Bundle(document, whole)
    read = [contents(evolve(document, blocks=tuple(part.blocks))) for part in parts]
    reports = [number for number, found in enumerate(read) if len(found.rows) >= _ENOUGH_ROWS]
    if len(reports) < _SEVERAL:
        return Bundle(document, whole)
    chosen = _named(parts, reports, document)
    others = [
        number
        for number in reports
        if number != chosen and _is_other(parts[number], parts[chosen], read[number], read[chosen])
    ]
    if not others:
        return Bundle(document, whole)
    start = max((number + 1 for number in others if number < chosen), default=0)
    end = min((number for number in others if number > chosen), default=len(parts))
    own = evolve(document, blocks=tuple(block for part in parts[start:end] for block in part.blocks))
    return Bundle(own, contents(own), tuple(_other(parts[number], read[number].rows) for number in others))


_SEVERAL = 2
_ENOUGH_ROWS = 5  # of the forms, to be a report


def _parts(blocks: Sequence[Line | Grid]) -> Iterator[_Part]:
    """The document parted before each title of another report, and before a first section that begins anew."""
    part = _Part()
    title: Title | None = None
    #: The title read since the present part began its first section.
    following: Title | None = None
    for block in blocks:
        found = _title(block)
        begins = _is_first_section(block)
        is_other = found is not None and title is not None and _is_another(found, title)
        if is_other or (begins and part.is_begun):
            yield part
            part = _Part(following if begins else None)
        following = None if begins else found or following
        title = found or title
        part.title = part.title or found
        part.is_begun = part.is_begun or begins
        part.blocks.append(block)
    yield part


def _title(block: Line | Grid) -> Title | None:
    if isinstance(block, Grid) or block.furniture:
        return None
    found = title_of(block.text.strip().removeprefix("附件").lstrip("：: "))
    return found if found is not None and found.year is not None and not found.listed else None


def _is_first_section(block: Line | Grid) -> bool:
    if isinstance(block, Grid) or block.furniture or "总体" not in block.text:
        return False
    heading = heading_of(block.text)
    return heading is not None and heading.exact and heading.depth == 1 and heading.kind is SectionKind.OVERVIEW


def _is_another(one: Title, other: Title) -> bool:
    return one.year != other.year or (None not in {one.agency, other.agency} and one.agency != other.agency)


def _named(parts: Sequence[_Part], reports: Sequence[int], document: Document) -> int:
    """The report that the title of the page names; else the first."""
    heads = [title for _, words in document.head if (title := title_of(words)) is not None]
    for number in reports:
        title = parts[number].title
        if title is not None and any(not _is_another(title, head) for head in heads):
            return number
    return reports[0]


def _is_other(part: _Part, chosen: _Part, read: Contents, own: Contents) -> bool:
    """Whether a part is not the chosen report again."""
    if part.title is None:
        return not _say_the_same(read.rows, own.rows)
    return chosen.title is None or _is_another(part.title, chosen.title)


def _say_the_same(one: Sequence[Row], other: Sequence[Row]) -> bool:
    ones, others = _numbers(one), _numbers(other)
    return all(ones[line] == others[line] for line in ones.keys() & others.keys())


def _numbers(rows: Sequence[Row]) -> Mapping[tuple[str, str | None], list[str]]:
    return {(row.table, row.line): [item.text for item in row.numbers] for row in rows}


def _other(part: _Part, rows: Sequence[Row]) -> OtherReport:
    title = part.title.text if part.title else ""
    name = title or next(block.text for block in part.blocks if isinstance(block, Line))
    return OtherReport(title, part.span, tuple(evolve(row, foreign=f"{name} {row.label}".strip()) for row in rows))
