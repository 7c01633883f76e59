"""Runs of numbers, made whole before they are paired with labels: rows that break, blank cells that only frame."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from govdisclosure.filling.context import widths_of
from govdisclosure.filling.from_text.events import Event, Label, Run

_ENOUGH_BROKEN = 3  # rows
_MOST_BROKEN = 0.8  # of the rows of a width


def with_whole_rows(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, with the two runs of numbers put together into which the lines of a narrow page break rows.

    They break nearly all rows, and all at one place; numbers that stand elsewhere belong to a label that is lost.
    """
    rows: dict[int, list[int]] = {}
    for number, (label, run) in enumerate(pairwise(events), start=1):
        if isinstance(label, Label) and label.line and isinstance(run, Run) and run.anchored:
            rows.setdefault(widths_of(label.table, label.line)[0], []).append(number)
    whole = list(events)
    for number in sorted((place for places in rows.values() for place in _broken(events, places)), reverse=True):
        first, second = whole[number], whole.pop(number + 1)
        if isinstance(first, Run) and isinstance(second, Run):
            below = (evolve(item, columns=range(0)) for item in second.items)
            whole[number] = evolve(first, items=[*first.items, *below])
    return tuple(whole)


def _broken(events: Sequence[Event], places: Sequence[int]) -> list[int]:
    """Those of the runs of a width that are halves of rows; none where few are, or break at several places."""
    lengths = [
        len(run.items) if isinstance(run := events[place], Run) and _is_broken(events, place) else 0 for place in places
    ]
    usual, often = Counter(filter(None, lengths)).most_common(1)[0] if any(lengths) else (0, 0)
    if often < max(_ENOUGH_BROKEN, len(places) * _MOST_BROKEN):
        return []
    return [place for place, length in zip(places, lengths, strict=True) if length == usual]


def _is_broken(events: Sequence[Event], number: int) -> bool:
    """Whether a run, behind its label, is a row with the next, and that is not the row of a label below it."""
    label, first, second = (*events[number - 1 : number + 2], None)[:3]
    if not (isinstance(label, Label) and label.line and isinstance(first, Run) and isinstance(second, Run)):
        return False
    below = events[number + 2 : number + 4]
    is_alone = not below or (len(below) > 1 and isinstance(below[1], Run) and below[1].anchored)
    return first.anchored and is_alone and len(first.items) + len(second.items) in widths_of(label.table, label.line)


def trimmed(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events without the blank cells that frame the numbers of every complete line, as bars between cells give."""
    events = [
        event for number, event in enumerate(events) if not _is_void(event, events[number - 1] if number else None)
    ]
    frames: Counter[tuple[int, int]] = Counter()
    for label, run in pairwise(events):
        if isinstance(label, Label) and isinstance(run, Run) and label.line:
            filled = [number for number, item in enumerate(run.items) if not item.is_blank]
            if len(filled) in widths_of(label.table, label.line):
                frames[filled[0], len(run.items) - 1 - filled[-1]] += 1
    if not frames:
        return tuple(events)
    before, behind = frames.most_common(1)[0][0]
    return tuple(_cut(event, before, behind) if isinstance(event, Run) else event for event in events)


def _is_void(event: Event, previous: Event | None) -> bool:
    """Whether an event is blank cells under no label of a line: the rest of a caption, of a head."""
    labelled = isinstance(previous, Label) and previous.line is not None
    return isinstance(event, Run) and not event.numbers and not labelled


def _cut(run: Run, before: int, behind: int) -> Run:
    end = len(run.items) - behind
    outer = (*run.items[:before], *run.items[max(end, before) :])
    if end <= before or any(not item.is_blank for item in outer):
        return run
    return evolve(run, items=run.items[before:end])
