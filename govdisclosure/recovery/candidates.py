"""What may stand in a cell, the most plausible first."""

from collections.abc import Mapping

from govdisclosure.reading import Candidate
from govdisclosure.recovery.contents import BLANK, EMPTY, GAP, MARK, NUMBER, Option
from govdisclosure.recovery.puzzle import Joints, Loose, Token

#: What is not proved is neither said to be certain, nor out of the question.
MOST_SURE = 0.99


def by_order(line: Loose | Joints, place: int) -> tuple[Candidate, ...]:
    """What may stand in a cell by the order of the numbers alone, where their ways are too many to list."""
    if isinstance(line, Joints):
        return ()
    gaps = len(line.cells) - len(line.numbers)
    within = line.numbers[max(0, place - gaps) : place + 1]
    numbers = [None if isinstance(number, Token) else number for number in within]
    return tuple(Candidate(number, "order of the numbers") for number in dict.fromkeys((*numbers, None)))


def contents_of(option: Option, place: int, *, is_zero: bool) -> list[int | None]:
    """What may stand in a cell by an option, the number first; a dropped cell stands for its quantity or nothing."""
    kind = option.kind(place)
    contents: list[int | None] = []
    if kind & NUMBER:
        contents.append(option.number(place))
    dropped = option.quantities[place] if is_zero else None
    if kind & GAP and dropped not in contents:
        contents.append(dropped)
    if kind & (MARK | BLANK | EMPTY) and None not in contents:
        contents.append(None)
    return contents


def ranked(weights: Mapping[int | None, float], first: int | None) -> tuple[Candidate, ...]:
    """The candidates of a cell: what it holds in the likeliest solution, then by their weight."""
    total = sum(weights.values()) or 1.0

    def rank(content: int | None) -> tuple[bool, float, bool, int]:
        return content != first, -weights[content], content is None, content or 0

    return tuple(Candidate(content, _share(weights[content] / total)) for content in sorted(weights, key=rank))


def _share(share: float) -> str:
    """How many of the weighed fillings have a candidate."""
    return f"{min(max(share, 1 - MOST_SURE), MOST_SURE):.0%} of the weighed fillings"
