"""Documents with several reports one after another: this year's and last year's, an agency's and its parent's."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from govdisclosure.filling.documents import Contents, contents
from govdisclosure.filling.rows import Row
from govdisclosure.framing import Title, title_of
from govdisclosure.grid import Document, Grid, Line


@frozen
class _Part:
    """The blocks of a document from one title of a report to the next."""

    title: Title | None
    blocks: tuple[Line | Grid, ...]


@frozen
class Bundle:
    """One report of a document, read, and the lines of the forms that other reports of the document have."""

    document: Document
    contents: Contents
    others: tuple[Row, ...] = ()


def unbundled(document: Document) -> Bundle:
    """Read the one report of a document: of several, the one that the page's title names, else the first.

    Parts without tables of their own, as the titles of a menu, are no reports.
    """
    parts = tuple(_parts(document.blocks))
    whole = contents(document)
    if len(parts) < _SEVERAL:
        return Bundle(document, whole)
    read = [contents(evolve(document, blocks=part.blocks)) for part in parts]
    reports = [number for number, found in enumerate(read) if len(found.rows) >= _ENOUGH_ROWS]
    if len(reports) < _SEVERAL:
        return Bundle(document, whole)
    chosen = _named(parts, reports, document)
    start = max((number + 1 for number in reports if number < chosen), default=0)
    own = evolve(document, blocks=tuple(block for part in parts[start : chosen + 1] for block in part.blocks))
    others = (row for number in reports if number != chosen for row in _foreign(read[number].rows, parts[number]))
    return Bundle(own, contents(own), tuple(others))


_SEVERAL = 2
_ENOUGH_ROWS = 5  # of the forms, to be a report


def _parts(blocks: Sequence[Line | Grid]) -> Iterator[_Part]:
    title: Title | None = None
    part: list[Line | Grid] = []
    for block in blocks:
        found = _title(block)
        if found is not None and title is not None and _is_another(found, title):
            yield _Part(title, tuple(part))
            part = []
        title = found or title
        part.append(block)
    yield _Part(title, tuple(part))


def _title(block: Line | Grid) -> Title | None:
    if isinstance(block, Grid) or block.furniture:
        return None
    found = title_of(block.text.strip().removeprefix("附件").lstrip("：: "))
    return found if found is not None and found.year is not None and not found.listed else None


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


def _foreign(rows: Sequence[Row], part: _Part) -> Iterator[Row]:
    title = part.title.text if part.title else ""
    return (evolve(row, foreign=" ".join(filter(None, (title, row.label)))) for row in rows)
