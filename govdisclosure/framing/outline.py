"""The sections of a report from its lines: headings, paragraphs, and what broken lines belong together."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

import attrs
import regex
from attrs import define, frozen

from govdisclosure.grid import Line
from govdisclosure.headings import Heading, heading_of, top_depth
from govdisclosure.passage import bare, visible
from govdisclosure.remnants import is_of_a_table, may_be_of_a_table
from govdisclosure.report import Section, SectionKind
from govdisclosure.source import Span
from govdisclosure.wording import fold

# Longer lines are paragraphs: the text is not broken at the width of a printed page.
_WIDEST_PAGE = 64
_FULL = 0.4  # of the widest line: a shorter one ended because its paragraph did
_TO_THE_EDGE = 0.85
_SHORTEST_BROKEN = 12

_SENTENCE_END = regex.compile(r"[。!?;:][\"')\]>》]*$")
_GOES_ON = regex.compile(r"[,、(《]$")
_BELONGS_BEFORE = regex.compile(r"[,。、;:)》\]!?]")
_FIELD = regex.compile(r"[\p{Han}/-]{2,8}:|附件|附表|注:")
_ATTACHED = regex.compile(r"\s*(?:附件|附表)")
_IN_COLUMNS = regex.compile(r"\S\s{2,20}\S")
_SHORT_PIECE = 6
_WHOLE_HEADING = regex.compile(r"(?:情况|方面|问题|措施|事项|不足|打算|计划|附件|附表)$")
_WORD_EDGE = regex.compile(r"[A-Za-z0-9]$")
_WORD_START = regex.compile(r"[A-Za-z0-9]")
# What section five speaks of; where its heading is lost, its first subheading tells.
_PROBLEM = regex.compile(r"问题|不足|不够|有待|困难|改进|整改")
_TABLE_SECTIONS = frozenset({SectionKind.PROACTIVE_DISCLOSURE, SectionKind.REQUESTS, SectionKind.REVIEW_AND_LITIGATION})


@frozen
class Outline:
    """The sections of a report."""

    sections: tuple[Section, ...]
    #: Each heading as printed, in order, with its place.
    headings: tuple[tuple[str, Span], ...]
    #: The lines that headings and paragraphs were made of.
    lines: tuple[Line, ...]


@frozen
class _Entry:
    """A line, or several that a heading is broken over, and the heading at its begin."""

    line: Line
    heading: Heading | None
    text: str


@define
class _Draft:
    """A section in the making."""

    heading: str
    depth: int
    number: int | None
    kind: SectionKind | None
    paragraphs: list[str]
    children: list["_Draft"]
    #: Whether the document lost its heading.
    lost: bool = False

    def section(self) -> Section:
        """The section; its depth is that of the enumerators, four at most."""
        children = tuple(child.section() for child in self.children)
        return Section(self.heading, self.kind, tuple(self.paragraphs), children)


def outline(lines: Sequence[Line], on_new_page: Container[Line] = ()) -> Outline:
    """The sections that lines of running text make.

    Args:
        lines: without those of the page's furniture.
        on_new_page: those before which a printed page ends; a sentence may go on over it.
    """
    breaks = _Breaks.of(lines, on_new_page)
    entries = _without_contents(_ranked(tuple(_entries(lines, breaks))))
    headings = tuple(
        (entry.heading.text, _span(entry.line, entry.heading)) for entry in entries if entry.heading is not None
    )
    sections = tuple(draft.section() for draft in _drafts(entries, breaks))
    return Outline(sections, headings, tuple(entry.line for entry in entries))


def _span(line: Line, heading: Heading) -> Span:
    return Span(line.span.start + heading.start, min(line.span.start + heading.stop, line.span.end))


def _entries(lines: Sequence[Line], breaks: "_Breaks") -> Iterator[_Entry]:
    """The lines with their headings; a heading broken over two lines is put together."""
    taken = False
    last: Heading | None = None
    for number, line in enumerate(lines):
        if taken:
            taken = False
            continue
        heading = heading_of(line.text, last)
        following = lines[number + 1] if number + 1 < len(lines) else None
        if heading and following and breaks.may_split(line, following, heading):
            whole = line.text.rstrip() + following.text.lstrip()
            longer = heading_of(whole)
            if longer and longer.end > len(line.text.rstrip()):
                taken = True
                joined = Line(whole, Span(line.span.start, following.span.end), line.heading)
                yield _Entry(joined, longer, whole[longer.end :])
                last = longer
                continue
            heading = None if "," in fold(heading.text) else heading
        last = heading or last
        yield _Entry(line, heading, line.text[heading.end :] if heading else line.text)


def _ranked(entries: tuple[_Entry, ...]) -> tuple[_Entry, ...]:
    """The entries with each heading at its depth and with the section that it heads.

    Reports that number their sections 1. or （一） are told by the statutory words; words that are merely about the
    same head a section only where no heading has the statutory ones.
    """
    top = top_depth(entry.heading for entry in entries)
    exact = {
        entry.heading.kind for entry in entries if entry.heading and entry.heading.exact and entry.heading.depth == top
    }
    ranked = []
    for entry in entries:
        heading = entry.heading
        if heading is None:
            ranked.append(entry)
        else:
            is_top = heading.depth == top or (heading.number is None and heading.exact)
            kind = heading.kind if is_top and (heading.exact or heading.kind not in exact) else None
            if kind and not heading.exact:
                exact.add(kind)
            depth = 1 if is_top else max(heading.depth, 2)
            ranked.append(attrs.evolve(entry, heading=attrs.evolve(heading, depth=depth, kind=kind)))
    return tuple(ranked)


def _without_contents(entries: tuple[_Entry, ...]) -> tuple[_Entry, ...]:
    """Leave out a table of contents: sections without text whose headings come again."""
    last = {bare(entry.heading.text): place for place, entry in enumerate(entries) if entry.heading}
    kept = []
    for place, entry in enumerate(entries):
        empty = entry.heading is not None and not entry.text.strip()
        next_is_heading = place + 1 < len(entries) and entries[place + 1].heading is not None
        if empty and next_is_heading and entry.heading and last[bare(entry.heading.text)] != place:
            continue
        kept.append(entry)
    return tuple(kept)


def _drafts(entries: Sequence[_Entry], breaks: "_Breaks") -> list[_Draft]:
    top = [_Draft("", 1, None, None, [], [])]
    open_drafts = [top[0]]
    before: Line | None = None
    stray = _stray(entries)
    for place, entry in enumerate(entries):
        if entry.heading is not None:
            open_drafts = _opened(top, open_drafts, entry.heading)
            before = None
        text = visible(entry.text)
        if not text or (open_drafts[0].kind in _TABLE_SECTIONS and place in stray):
            continue
        paragraphs = open_drafts[-1].paragraphs
        is_open = bool(paragraphs) and len(paragraphs[-1]) < _LONGEST_PARAGRAPH
        if before is not None and is_open and breaks.joins(before, entry.line):
            paragraphs[-1] = _joined(paragraphs[-1], text)
        else:
            paragraphs.append(text)
        before = entry.line
    return [draft for draft in top if draft.heading or draft.paragraphs or draft.children]


def _stray(entries: Sequence[_Entry]) -> frozenset[int]:
    """The places of lines that a table left behind: labels and numbers, and pieces of them, two in a row or short."""
    pieces = [entry.heading is None and may_be_of_a_table(entry.text) for entry in entries]

    def is_stray(place: int) -> bool:
        text = entries[place].text
        in_a_row = any(pieces[place + 1 : place + 2]) or (place > 0 and pieces[place - 1])
        return in_a_row or is_of_a_table(text) or len(bare(text)) <= _SHORT_PIECE

    return frozenset(place for place, is_piece in enumerate(pieces) if is_piece and is_stray(place))


def _opened(top: list[_Draft], open_drafts: list[_Draft], heading: Heading) -> list[_Draft]:
    """The drafts, from the outermost, that are open behind a heading."""
    draft = _Draft(heading.text, heading.depth, heading.number, heading.kind, [], [])
    if heading.depth == 1:
        top.append(draft)
        return [draft]
    if _heading_was_lost(open_drafts[0], heading):
        top.append(_Draft("", 1, None, None, [], [], lost=True))
        open_drafts = [top[-1]]
    kept = [parent for parent in open_drafts if parent.depth < heading.depth]
    kept[-1].children.append(draft)
    return [*kept, draft]


def _heading_was_lost(section: _Draft, heading: Heading) -> bool:
    """Whether a subheading can only stand in a section whose own heading the document lost.

    Text taken from PDF files loses the headings that stand next to tables: problems follow on section four, and where
    the heading of a section is lost, that of the next often is, so that （一） comes twice.
    """
    if section.kind is SectionKind.REVIEW_AND_LITIGATION:
        return bool(_PROBLEM.search(heading.text))
    again = heading.number == 1 and any(child.depth == heading.depth for child in section.children)
    return section.lost and again


_LONGEST_PARAGRAPH = 10_000  # characters, of which no sentence goes on


def _joined(before: str, after: str) -> str:
    gap = " " if _WORD_EDGE.search(before, max(0, len(before) - 2)) and _WORD_START.match(after) else ""
    return f"{before}{gap}{after}"


@frozen
class _Breaks:
    """How the document breaks its lines."""

    #: The characters of the widest line, or None where lines are paragraphs.
    width: int | None
    #: The characters between two lines, most often.
    gap: int
    on_new_page: Container[Line]

    @classmethod
    def of(cls, lines: Sequence[Line], on_new_page: Container[Line]) -> "_Breaks":
        """Measure the lines of a document."""
        widest = max((len(line.text.strip()) for line in lines if not _IN_COLUMNS.search(line.text)), default=0)
        gaps = Counter(after.span.start - before.span.end for before, after in pairwise(lines))
        usual = gaps.most_common(1)[0][0] if gaps else 1
        return cls(widest if widest <= _WIDEST_PAGE else None, max(2, usual), on_new_page)

    def joins(self, before: Line, after: Line) -> bool:
        """Whether a line goes on with the sentence of the line before."""
        ended, begun = fold(before.text).rstrip(), fold(after.text).lstrip()
        if _BELONGS_BEFORE.match(begun):
            return True
        if _SENTENCE_END.search(ended) or _FIELD.match(begun) or _ATTACHED.match(ended):
            return False
        if _GOES_ON.search(ended):
            return True
        return self._is_broken(before, after, _FULL)

    def _is_broken(self, before: Line, after: Line, share: float) -> bool:
        if self.width is None:
            return False
        if after.span.start - before.span.end > self.gap and after not in self.on_new_page:
            return False
        length = len(before.text.strip())
        return length >= max(_SHORTEST_BROKEN, self.width * share) and _indent(after.text) <= _indent(before.text)

    def may_split(self, line: Line, following: Line, heading: Heading) -> bool:
        """Whether a heading, or a sentence that looks like one, may go on in the next line."""
        whole = (heading.exact and not heading.cut) or _WHOLE_HEADING.search(bare(heading.text))
        if heading.end < len(line.text) or whole or heading_of(following.text):
            return False
        share = _FULL if heading.kind else _TO_THE_EDGE
        return self._is_broken(line, following, share) and not may_be_of_a_table(following.text)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
