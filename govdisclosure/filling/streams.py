"""Lines of text -> lines of the forms, by the order of labels and numbers."""

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from attrs import define, evolve, field, frozen

from govdisclosure.filling.bands import with_screen_bands
from govdisclosure.filling.context import (
    attributes_meant,
    columns_in_use,
    group_alike,
    line_meant,
    line_order,
    widths_of,
)
from govdisclosure.filling.phrases import TextLine, Token, is_page_number, table_regions
from govdisclosure.filling.rows import Head, Item, Position, Row, Trust, probe
from govdisclosure.source import Span
from govdisclosure.vocabulary import Piece, Role, Term, is_fragment, segment


@frozen
class _Label:
    """The label of a line of the form, or words in its place that the forms do not have."""

    text: str
    span: Span
    table: str
    line: str | None
    heads: tuple[Head, ...]
    #: Numbers stand on the same line of text.
    anchored: bool = False


@frozen
class _Run:
    """Numbers that stand together; their list grows while they are read."""

    items: list[Item]
    table: str
    heads: tuple[Head, ...]
    anchored: bool

    @property
    def numbers(self) -> list[Item]:
        return [item for item in self.items if not item.is_blank]

    @property
    def span(self) -> Span:
        return Span(self.items[0].span.start, self.items[-1].span.end)


_Event = _Label | _Run


def read_lines(lines: Sequence[TextLine], position: Position) -> tuple[tuple[Row, ...], frozenset[TextLine]]:
    """The lines of the forms in running text, and which lines of the text the tables take; moves the position on."""
    is_number = [is_page_number(line.line.text) for line in lines]
    ends = [line.line.span.start for line, page in zip(lines, is_number, strict=True) if page]
    parted = [line for line, page in zip(lines, is_number, strict=True) if not page]
    rows: list[Row] = []
    claimed: set[TextLine] = set()
    done = 0
    for region in table_regions(parted):
        _pass_headings(parted[done : region.start], position)
        inside = parted[region.start : region.stop]
        events = _events(inside, position)
        for _, group in groupby(events, key=lambda event: event.table):
            rows += _rows(tuple(group))
        claimed.update(inside)
        done = region.stop
    _pass_headings(parted[done:], position)
    pages = (tuple(page) for _, page in groupby(rows, key=lambda row: bisect(ends, row.span.start)))
    return tuple(row for page in pages for row in with_screen_bands(page)), frozenset(claimed)


def _pass_headings(lines: Iterable[TextLine], position: Position) -> None:
    for line in lines:
        if line.is_heading:
            position.enter(next(piece.found[0].table for piece in line.pieces if piece.found))


@define
class _Scribe:
    """Turns words and numbers into events, in order."""

    position: Position
    events: list[_Event] = field(factory=list)
    words: list[Token] = field(factory=list)
    #: The line of text that the last words stand on.
    words_on: int = -1
    #: The line of text that the last number stands on, and whether it stands there alone.
    items_on: int = -1
    alone: bool = False

    def take(self, line: TextLine, number: int) -> None:
        order = _unusual_order(line)
        if order:
            self.flush()
            heads = (Head(line.line.text, frozenset({name}), None, range(at, at + 1)) for at, name in enumerate(order))
            self.position.add_heads(tuple(heads))
            return
        items = sum(token.item is not None for token in line.tokens)
        for token in line.tokens:
            if token.item is None:
                self.words.append(token)
                self.words_on = number
            else:
                self._number(token.item, number, alone=items == 1 and len(line.tokens) == 1)

    def _number(self, item: Item, number: int, *, alone: bool) -> None:
        anchored = self.words_on == number and bool(self.words)
        attribute = self._named_column()
        fresh = bool(self.words) and not attribute
        self.flush(but_last=bool(attribute))
        if self.position.table is None:
            return
        last = self.events[-1] if self.events else None
        together = number == self.items_on or (alone and self.alone) or attribute
        if isinstance(last, _Run) and not fresh and last.table == self.position.table and together:
            last.items.append(evolve(item, attribute=attribute))
        else:
            first = evolve(item, attribute=attribute)
            self.events.append(_Run([first], self.position.table, self.position.heads, anchored))
        self.items_on, self.alone = number, alone and (self.alone or number != self.items_on)

    def _named_column(self) -> str:
        """The column that the words before a number name, if they name one for each number of a line: 自然人：3."""
        pieces = self._pieces()
        attributes = attributes_meant(pieces[-1].found, self.position.table) if pieces else frozenset()
        if len(attributes) != 1:
            return ""
        last = self.events[-1] if self.events else None
        if len(pieces) > 1:
            begins = any(term.role is Role.LINE for term in pieces[-2].found)
        elif isinstance(last, _Run):
            begins = bool(last.items[-1].attribute)
        else:
            begins = last is not None and last.line is not None
        return next(iter(attributes)) if begins else ""

    def _pieces(self) -> tuple[Piece, ...]:
        return segment(self._phrase()) if self.words else ()

    def _phrase(self) -> str:
        return " ".join(token.text for token in self.words)

    def flush(self, *, but_last: bool = False) -> None:
        """Turn the words read since the last number into events; the last label may be the number's own."""
        if not self.words:
            return
        span = Span(self.words[0].span.start, self.words[-1].span.end)
        phrase = self._phrase()
        pieces = self._pieces()
        pieces = pieces[:-1] if but_last else pieces
        self.words = []
        for number, piece in enumerate(pieces):
            self._piece(piece, span, phrase, is_last=number == len(pieces) - 1, is_only=len(pieces) == 1)

    def _piece(self, piece: Piece, span: Span, phrase: str, *, is_last: bool, is_only: bool) -> None:
        position = self.position
        if not piece.found:
            if not piece.is_fragment and len(piece.words) > _NOISE and position.table:
                self.events.append(_Label(piece.words, span, position.table, None, position.heads))
            return
        first = piece.found[0]
        if first.role in {Role.STUB, Role.BLOCK, Role.GROUP, Role.TITLE}:
            position.enter(first.table)
            if first.role is Role.BLOCK:
                position.heads, position.in_head = (), False
            if not (first.role is Role.GROUP and is_last):
                return
        line = self._line(piece, is_last=is_last, is_only=is_only)
        if line is not None:
            position.enter(line.table)
            position.last, position.in_head = line.path, False
            self.events.append(_Label(piece.words, span, line.table, line.path, position.heads))
        elif first.role is Role.COLUMN or any(term.role is Role.COLUMN for term in piece.found):
            self._head(piece, phrase)

    def _line(self, piece: Piece, *, is_last: bool, is_only: bool) -> Term | None:
        """The line that a label means; words that are the label of a column too are so only where nothing else is."""
        line = line_meant(piece.found, self.position.table, self.position.last)
        columns = [term for term in piece.found if term.role is Role.COLUMN]
        if line is None or not columns or piece.found[0].role is Role.LINE:
            return line
        return line if is_last and is_only and self.position.last else None

    def _head(self, piece: Piece, phrase: str) -> None:
        position = self.position
        tables = [term.table for term in piece.found if term.role is Role.COLUMN]
        if position.table not in tables:
            if is_fragment(piece.words, position.table):  # 其他 of 其他结果, which stands broken in two
                return
            position.enter(tables[0])
        position.add_heads((Head(phrase, attributes_meant(piece.found, position.table)),))


def _unusual_order(line: TextLine) -> tuple[str, ...]:
    """The columns that a line of text names in another order than the form; none where it does not name them all."""
    named = [piece for piece in line.pieces if not any(term.role is Role.STUB for term in piece.found)]
    for table in {term.table for piece in named[:1] for term in piece.found if term.role is Role.COLUMN}:
        meant = [attributes_meant(piece.found, table) for piece in named]
        names = tuple(name for names in meant if len(names) == 1 for name in names)
        if len(names) == len(meant) and any(_is_another_order(names, columns) for columns in columns_in_use(table)):
            return names
    return ()


def _is_another_order(names: tuple[str, ...], columns: tuple[str, ...]) -> bool:
    return names != columns and len(names) > 1 and sorted(names) == sorted(columns)


_NOISE = 2  # characters: what is shorter is no label


def _events(lines: Sequence[TextLine], position: Position) -> tuple[_Event, ...]:
    scribe = _Scribe(position)
    for number, line in enumerate(lines):
        scribe.take(line, number)
    scribe.flush()
    return tuple(scribe.events)


def _rows(events: Sequence[_Event]) -> Iterable[Row]:
    """The lines of one table."""
    if not any(isinstance(event, _Run) for event in events):
        return [_row(event, None) for event in events if isinstance(event, _Label) and event.line]
    if events[0].table == "review_and_litigation":
        return _contested(events)
    events = _trimmed(_without_groups(events))
    if not events:
        return []
    apart = _come_apart(events) or not _in_print_order(events)
    return [
        evolve(row, trust=Trust.NOTHING) if apart and not _is_anchored(stretch) else row
        for stretch in _stretches(events)
        for row in _paired(stretch)
    ]


_MOST_SPLITS = 3  # of numbers in one line


def _come_apart(events: Sequence[_Event]) -> bool:
    """Whether numbers of several lines stand together: then their labels are not lines without numbers."""
    widest = max(width for line in line_order(events[0].table) for width in widths_of(events[0].table, line))
    most = min(widest + _MOST_SPLITS, 2 * widest - 1)
    return any(isinstance(event, _Run) and len(event.numbers) > most for event in events)


def _is_anchored(stretch: Sequence[_Event]) -> bool:
    return any(isinstance(event, _Run) and event.anchored for event in stretch)


def _without_groups(events: Sequence[_Event]) -> tuple[_Event, ...]:
    """The events without labels that are a line in one edition, but stand for a group here: （六）其他处理."""
    lines = {event.line for event in events if isinstance(event, _Label) and event.line}

    def is_group(event: _Event, following: _Event | None) -> bool:
        if not isinstance(event, _Label) or event.line is None or isinstance(following, _Run):
            return False
        group = group_alike(event.table, event.line)
        return group is not None and any(line.startswith(f"{group}.") for line in lines)

    return tuple(
        event for event, following in zip(events, [*events[1:], None], strict=True) if not is_group(event, following)
    )


def _in_print_order(events: Sequence[_Event]) -> bool:
    """Whether the labels follow each other as printed; a table that begins anew is printed again."""
    order = line_order(events[0].table)
    last = -1
    for event in events:
        if isinstance(event, _Label) and event.line:
            place = order.index(event.line)
            if place < last and place != 0:
                return False
            last = place
    return True


def _stretches(events: Sequence[_Event]) -> Iterator[tuple[_Event, ...]]:
    """Part the events where a label and its numbers stand on one line of text: those belong together."""
    stretch: list[_Event] = []
    for event in events:
        if isinstance(event, _Run) and event.anchored and stretch and isinstance(stretch[-1], _Label):
            label = stretch.pop()
            yield tuple(stretch)
            yield (label, event)
            stretch = []
        else:
            stretch.append(event)
    yield tuple(stretch)


def _paired(stretch: Sequence[_Event]) -> list[Row]:
    """Labels and numbers of a stretch: each number run behind its label, or as many of the one as of the other."""
    labels = [event for event in stretch if isinstance(event, _Label)]
    runs = [event for event in stretch if isinstance(event, _Run)]
    orphaned = any(
        isinstance(event, _Run) and (number == 0 or not isinstance(stretch[number - 1], _Label))
        for number, event in enumerate(stretch)
    )
    if orphaned and len(labels) == len(runs):
        rows = [_row(label, run) for label, run in zip(labels, runs, strict=True)]
        return [evolve(row, trust=Trust.NOTHING) for row in rows] if _may_be_columns(runs) else rows
    rows = _beside(stretch)
    return [evolve(row, trust=Trust.NOTHING) for row in rows] if orphaned and labels else rows


def _may_be_columns(runs: Sequence[_Run]) -> bool:
    """Whether as many runs as each has numbers may be the columns of their lines: then their last is no total."""
    if any(len(run.numbers) != len(runs) or len(runs) < _NARROWEST for run in runs):
        return False
    values = [[probe(item.text).value or 0 for item in run.numbers] for run in runs]
    return any(sum(row[:-1]) != row[-1] for row in values)


_NARROWEST = 4  # columns of a table with totals


def _beside(stretch: Sequence[_Event]) -> list[Row]:
    """Each label with the numbers right behind it."""
    rows: list[Row] = []
    for number, event in enumerate(stretch):
        following = stretch[number + 1] if number + 1 < len(stretch) else None
        previous = stretch[number - 1] if number else None
        if isinstance(event, _Run):
            if not isinstance(previous, _Label):
                rows.append(_row(None, event))
        elif isinstance(following, _Run):
            rows.append(_row(event, following))
        elif event.line and not (isinstance(following, _Label) and following.line is None):
            rows.append(_row(event, None))
    return rows


def _row(label: _Label | None, run: _Run | None) -> Row:
    event = label or run
    if event is None:  # pragma: no cover  # one of them is always given
        raise ValueError
    spans = [part.span for part in (label, run) if part is not None]
    return Row(
        event.table,
        label.line if label else None,
        tuple(run.items) if run else (),
        label.text if label else "",
        Span(min(span.start for span in spans), max(span.end for span in spans)),
        (run or event).heads,
        Trust.CELLS if run and any(item.is_blank for item in run.items) else Trust.NUMBERS,
        label.text if label and label.line is None else "",
        on_screen=True,
    )


def _contested(events: Sequence[_Event]) -> list[Row]:
    """Table four: a run for each group, or all numbers in one row under heads."""
    by_line = [row for row in _beside(events) if row.line and row.items]
    every = [event for event in events if isinstance(event, _Run)]
    runs = [run for run in every if run.numbers] or every
    width = widths_of("review_and_litigation", "reconsideration")[0]
    labels = [event for event in events if isinstance(event, _Label) and event.line]
    if len(by_line) == len(runs) == len(labels) and all(len(row.numbers) <= width for row in by_line):
        return by_line
    items = [item for run in runs for item in run.items]
    row = evolve(_row(None, evolve(runs[0], items=items)), heads=())
    parted_by_heads = any(run.heads != runs[0].heads for run in runs)  # a line of numbers for each column
    return [evolve(row, trust=Trust.NOTHING) if parted_by_heads else row]


def _trimmed(events: Sequence[_Event]) -> tuple[_Event, ...]:
    """The events without the blank cells that frame the numbers of every complete line, as bars between cells give."""
    events = [
        event for number, event in enumerate(events) if not _is_void(event, events[number - 1] if number else None)
    ]
    frames: Counter[tuple[int, int]] = Counter()
    for label, run in pairwise(events):
        if isinstance(label, _Label) and isinstance(run, _Run) and label.line:
            filled = [number for number, item in enumerate(run.items) if not item.is_blank]
            if len(filled) in widths_of(label.table, label.line):
                frames[filled[0], len(run.items) - 1 - filled[-1]] += 1
    if not frames:
        return tuple(events)
    before, behind = frames.most_common(1)[0][0]
    return tuple(_cut(event, before, behind) if isinstance(event, _Run) else event for event in events)


def _is_void(event: _Event, previous: _Event | None) -> bool:
    """Whether an event is blank cells under no label of a line: the rest of a caption, of a head."""
    labelled = isinstance(previous, _Label) and previous.line is not None
    return isinstance(event, _Run) and not event.numbers and not labelled


def _cut(run: _Run, before: int, behind: int) -> _Run:
    end = len(run.items) - behind
    outer = (*run.items[:before], *run.items[max(end, before) :])
    if end <= before or any(not item.is_blank for item in outer):
        return run
    return evolve(run, items=run.items[before:end])
