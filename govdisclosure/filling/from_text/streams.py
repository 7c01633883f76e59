"""Lines of text -> lines of the forms, by the order of labels and numbers."""

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from attrs import evolve

from govdisclosure.filling.bands import with_screen_bands
from govdisclosure.filling.context import (
    follow_each_other,
    group_alike,
    line_order,
    widths_of,
)
from govdisclosure.filling.from_text.events import Event, Label, Run, events_in
from govdisclosure.filling.from_text.page_edges import pages_of
from govdisclosure.filling.from_text.phrases import TextLine, table_regions
from govdisclosure.filling.from_text.runs import trimmed, with_whole_rows
from govdisclosure.filling.rows import Item, Position, Row, Trust, probe
from govdisclosure.source import Span
from govdisclosure.vocabulary import Role


def read_lines(lines: Sequence[TextLine], position: Position, text: str) -> tuple[tuple[Row, ...], frozenset[TextLine]]:
    """The lines of the forms in running text, and which lines of the text the tables take; moves the position on."""
    pages = pages_of(lines, text)
    parted = [line for line, is_outside in zip(lines, pages.outside, strict=True) if not is_outside]
    rows: list[Row] = []
    claimed: set[TextLine] = set()
    done = 0
    for region in table_regions(parted, goes_on=position.in_head and position.table == _CONTESTED):
        _pass_headings(parted[done : region.start], position)
        inside = parted[region.start : region.stop]
        events = events_in(inside, position)
        disordered = _heads_before_captions(inside)
        for table, group in groupby(events, key=lambda event: event.table):
            rows += _rows(tuple(group), in_disorder=table in disordered)
        claimed.update(inside)
        done = region.stop
    _pass_headings(parted[done:], position)
    starts = [line.line.span.start for line in lines]
    return tuple(_with_bands(rows, pages.ends, starts)), frozenset(claimed)


def _with_bands(rows: Sequence[Row], ends: Sequence[int], starts: Sequence[int]) -> Iterator[Row]:
    """The rows with the columns that the whole text shows, or their page where these lie elsewhere on others."""
    told = with_screen_bands(rows, starts)
    by_page = groupby(zip(rows, told, strict=True), key=lambda pair: bisect(ends, pair[0].span.start))
    for _, page in by_page:
        alone, together = zip(*page, strict=True)
        paged = alone if all(row.bands for row in together) else with_screen_bands(alone, starts)
        yield from (whole if whole.bands else own for whole, own in zip(together, paged, strict=True))


_CONTESTED = "review_and_litigation"


def _pass_headings(lines: Iterable[TextLine], position: Position) -> None:
    for line in lines:
        if line.is_heading:
            position.announce(next(piece.found[0].table for piece in line.pieces if piece.found))


def _heads_before_captions(lines: Iterable[TextLine]) -> frozenset[str]:
    """The tables in which a block's caption stands behind heads that are over no line: text columns came apart."""
    found: set[str] = set()
    pending: set[str] = set()
    for line in lines:
        for term in (term for piece in line.pieces for term in piece.found[:1]):
            if term.role is Role.COLUMN:
                pending.add(term.table)
            elif term.role is Role.BLOCK:
                found |= pending & {term.table}
            if term.role in {Role.LINE, Role.BLOCK}:
                pending.clear()
        if any(token.item for token in line.tokens):
            pending.clear()
    return frozenset(found)


def _rows(events: Sequence[Event], *, in_disorder: bool) -> Iterable[Row]:
    """The lines of one table."""
    if not any(isinstance(event, Run) for event in events):
        labels = (event for event in events if isinstance(event, Label) and event.line)
        return [evolve(_row(label, None), trust=Trust.LABELS) for label in labels]
    if events[0].table == _CONTESTED:
        return _contested(events)
    events = trimmed(with_whole_rows(_without_groups(events)))
    if not events:
        return []
    apart = in_disorder or _come_apart(events) or not _in_print_order(events)
    rows: list[Row] = []
    for stretch in _stretches(events):
        is_doubtful = apart and not _is_anchored(stretch)
        before = next((row.line for row in reversed(rows) if row.line), None)
        told = _paired(stretch, before)
        if _is_anchored(events) and stretch and isinstance(stretch[0], Label):
            told = _without_numbers_between(told, stretch)
        rows += [evolve(row, trust=Trust.NOTHING) if is_doubtful else row for row in told]
    return rows


def _without_numbers_between(rows: Sequence[Row], stretch: Sequence[Event]) -> list[Row]:
    """The rows of a stretch, those in doubt whose numbers stand between two labels without numbers of their own.

    Where other numbers stand beside their labels, these are of the label before or of the label behind.
    """
    windows = zip([None, *stretch], stretch, [*stretch[1:], None], [*stretch[2:], None, None], strict=False)
    between = {
        run.items[0].span
        for before, run, behind, further in windows
        if isinstance(run, Run)
        and all(isinstance(label, Label) and label.line for label in (before, behind))
        and not isinstance(further, Run)
    }
    return [evolve(row, trust=Trust.NOTHING) if row.items and row.items[0].span in between else row for row in rows]


_MOST_SPLITS = 3  # of numbers in one line


def _come_apart(events: Sequence[Event]) -> bool:
    """Whether numbers of several lines stand together: then their labels are not lines without numbers."""
    widest = max(width for line in line_order(events[0].table) for width in widths_of(events[0].table, line))
    most = min(widest + _MOST_SPLITS, 2 * widest - 1)
    return any(isinstance(event, Run) and len(event.numbers) > most for event in events)


def _is_anchored(stretch: Sequence[Event]) -> bool:
    return any(isinstance(event, Run) and event.anchored for event in stretch)


def _without_groups(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events without labels that are a line in one edition, but stand for a group here: （六）其他处理.

    Nor do labels count that are repeated right behind them, for each field that their cells span.
    """
    lines = {event.line for event in events if isinstance(event, Label) and event.line}

    def is_group(event: Event, following: Event | None) -> bool:
        if not isinstance(event, Label) or event.line is None or isinstance(following, Run):
            return False
        if following is not None and following.line == event.line:
            return True
        group = group_alike(event.table, event.line)
        return group is not None and any(line.startswith(f"{group}.") for line in lines)

    return tuple(
        event for event, following in zip(events, [*events[1:], None], strict=True) if not is_group(event, following)
    )


def _in_print_order(events: Sequence[Event]) -> bool:
    """Whether the labels follow each other as printed; a table that begins anew is printed again."""
    order = line_order(events[0].table)
    last = -1
    for event in events:
        if isinstance(event, Label) and event.line:
            place = order.index(event.line)
            if place < last and place != 0:
                return False
            last = place
    return True


def _stretches(events: Sequence[Event]) -> Iterator[tuple[Event, ...]]:
    """Part the events where a label and its numbers stand on one line of text: those belong together."""
    stretch: list[Event] = []
    for event in events:
        if isinstance(event, Run) and event.anchored and stretch and isinstance(stretch[-1], Label):
            label = stretch.pop()
            yield tuple(stretch)
            yield (label, event)
            stretch = []
        else:
            stretch.append(event)
    yield tuple(stretch)


def _paired(stretch: Sequence[Event], before: str | None) -> list[Row]:
    """Labels and numbers of a stretch: each number run behind its label, or as many of the one as of the other."""
    labels = [event for event in stretch if isinstance(event, Label)]
    runs = [event for event in stretch if isinstance(event, Run)]
    orphaned = any(
        isinstance(event, Run) and (number == 0 or not isinstance(stretch[number - 1], Label))
        for number, event in enumerate(stretch)
    )
    if orphaned and len(labels) == len(runs):
        rows = [_under_its_heads(label, run) for label, run in zip(labels, runs, strict=True)]
        doubtful = _may_be_columns(runs) or not _mostly_fit(rows) or _skip_a_line(labels, before)
        return [evolve(row, trust=Trust.NOTHING) for row in rows] if doubtful else rows
    rows = _beside(stretch)
    return [evolve(row, trust=Trust.NOTHING) for row in rows] if orphaned and labels else rows


def _skip_a_line(labels: Sequence[Label], before: str | None) -> bool:
    """Whether the form has a line between some labels, or before the first: its label may be lost, its numbers not."""
    lines = [before, *(label.line for label in labels)]
    return not follow_each_other(labels[0].table, tuple(line for line in lines if line))


def _mostly_fit(rows: Sequence[Row]) -> bool:
    """Whether half of the labels, or more, have as many numbers as their lines have cells."""
    fitting = sum(row.line is not None and len(row.numbers) in widths_of(row.table, row.line) for row in rows)
    return fitting * 2 >= len(rows)


def _under_its_heads(label: Label, run: Run) -> Row:
    """A label and numbers apart from it; in doubt where the heads of another block stand between them."""
    row = _row(label, run)
    return row if label.heads == run.heads else evolve(row, trust=Trust.NOTHING)


def _may_be_columns(runs: Sequence[Run]) -> bool:
    """Whether as many runs as each has numbers may be the columns of their lines: then their last is no total."""
    if any(len(run.numbers) != len(runs) or len(runs) < _NARROWEST for run in runs):
        return False
    values = [[probe(item.text).value or 0 for item in run.numbers] for run in runs]
    return any(sum(row[:-1]) != row[-1] for row in values)


_NARROWEST = 4  # columns of a table with totals


def _beside(stretch: Sequence[Event]) -> list[Row]:
    """Each label with the numbers right behind it."""
    rows: list[Row] = []
    for number, event in enumerate(stretch):
        following = stretch[number + 1] if number + 1 < len(stretch) else None
        previous = stretch[number - 1] if number else None
        if isinstance(event, Run):
            if not isinstance(previous, Label):
                rows.append(_row(None, event))
        elif isinstance(following, Run):
            row = _row(event, following)
            rows.append(row if following.heads == event.heads else evolve(row, trust=Trust.NOTHING))
        elif event.line and not (isinstance(following, Label) and following.line is None):
            rows.append(_row(event, None))
    return rows


def _row(label: Label | None, run: Run | None) -> Row:
    event = label or run
    if event is None:  # pragma: no cover  # one of them is always given
        raise ValueError
    spans = [part.span for part in (label, run) if part is not None]
    return Row(
        event.table,
        label.line if label else None,
        tuple(run.items) if run else (),
        label.text if label else "",
        Span.around(spans),
        (run or event).heads,
        _trust(run.items if run else ()),
        label.text if label and label.line is None else "",
        on_screen=True,
    )


_PIECES_OF_RULES = frozenset("_＿")


def _trust(items: Sequence[Item]) -> Trust:
    """How far a run of numbers tells its cells: less where it ends in a piece of a rule, as scanned tables leave."""
    if items and items[-1].text in _PIECES_OF_RULES and any(item.text not in _PIECES_OF_RULES for item in items):
        return Trust.NOTHING
    return Trust.CELLS if any(item.is_blank for item in items) else Trust.NUMBERS


def _contested(events: Sequence[Event]) -> list[Row]:
    """Table four: a run for each group, or all numbers in one row under heads."""
    by_line = [row for row in _beside(events) if row.line and row.items]
    every = [event for event in events if isinstance(event, Run)]
    runs = [run for run in every if run.numbers] or every
    width = widths_of(_CONTESTED, "reconsideration")[0]
    labels = [event for event in events if isinstance(event, Label) and event.line]
    if len(by_line) == len(runs) == len(labels) and all(len(row.numbers) <= width for row in by_line):
        return by_line
    items = [item for run in runs for item in run.items]
    row = evolve(_row(None, evolve(runs[0], items=items)), heads=())
    parted_by_heads = any(run.heads != runs[0].heads for run in runs)  # a line of numbers for each column
    lengths = [len(run.items) for run in runs]
    has_stray = min(lengths) == 1 and max(lengths) >= width  # the number of a page
    return [evolve(row, trust=Trust.NOTHING) if parted_by_heads or has_stray else row]
