"""What recovery costs: ``python -m tests.benchmarks.recovery [--tables N] [--seed N]`` prints the tables of the docs.

Time is that of the processor, in milliseconds: the median, and the worst of all tables. Tables three and four of one
report are solved one after the other and told as one, for they stand on one page. The last column holds the worst
against the median time that it takes to parse such a report undamaged.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median

from govdisclosure.form import slots
from govdisclosure.parsing import parse
from govdisclosure.recovery import Given, Joints, Loose, Token, solve
from tests.conformance.damage import ROWS
from tests.conformance.layouts.layout import Layout
from tests.conformance.scoring import case
from tests.conformance.truths import FORMS, truth

SHARES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
EDITIONS = ("2019", "2021")
#: Kinds of numbers that tables of nonsense are made of.
POOLS: Mapping[str, Sequence[int]] = {
    "equal": (1,),
    "zeros and ones": (0, 0, 1),
    "small": (0, 0, 1, 2, 3),
    "digits": tuple(range(10)),
    "powers of two": tuple(2**power for power in range(12)),
    "any": (0, 0, 5, 17, 23, 40, 99, 120, 1400),
    "huge": (0, 10**9, 2 * 10**9, 10**18, 10**300),
}

Lines = list[tuple[str, ...]]
#: The tables of one page.
Page = list[Given]


def lines_of(form: type) -> Lines:
    """The cells of each line of a form as pages print it: table four is one line."""
    if form in {tables[2] for tables in FORMS.values()}:
        return [tuple(slot.address for slot in slots(form))]
    names = dict.fromkeys(slot.line for slot in slots(form))
    return [tuple(slot.address for slot in slots(form) if slot.line == name) for name in names]


def lossy(edition: str, seed: int, share: float, *, zeros_only: bool) -> Page:
    """A report without a share of its cells, zeros first: the others only once no zero is left, or not at all."""
    rng = random.Random(seed)  # noqa: S311  # figures to repeat, not secrets
    values = truth(seed, edition).values
    page = []
    for form in FORMS[edition][1:]:
        cells = [slot.address for slot in slots(form)]
        rng.shuffle(cells)
        if zeros_only:
            cells = [cell for cell in cells if not values[cell]]
        gone = set(cells[: round(share * len(cells))])
        kept = [(line, [cell for cell in line if cell not in gone]) for line in lines_of(form)]
        stated = {cell: int(values[cell]) for line, shown in kept if len(shown) == len(line) for cell in line}
        loose = tuple(
            Loose(line, tuple(int(values[cell]) for cell in shown)) for line, shown in kept if len(shown) < len(line)
        )
        page.append(Given(form, stated, frozenset(), loose))
    return page


def _nonsense_line(cells: tuple[str, ...], pool: Sequence[int], rng: random.Random) -> Loose | Joints:
    numbers = [rng.choice(pool) for _ in cells]
    if rng.random() < 0.6:
        numbers[-1] = sum(numbers[:-1])
    kept = [number for number in numbers if rng.random() < 0.6] or numbers[:1]
    if rng.random() < 0.1:
        return Joints(cells, tuple(map(str, kept)) if rng.random() < 0.5 else ("".join(map(str, kept)),))
    if rng.random() < 0.1:
        return Loose(cells, tuple(number or Token.MARK for number in kept), (len(cells) - len(kept)) // 2)
    return Loose(cells, tuple(kept))


def nonsense(edition: str, seed: int, pool: Sequence[int]) -> Page:
    """Tables whose numbers make no sense: contradictory, huge, glued, whole or short, in any mixture."""
    rng = random.Random(seed)  # noqa: S311  # figures to repeat, not secrets
    whole = rng.choice((0, 0, 0.3, 0.7))
    page = []
    for form in FORMS[edition][1:]:
        stated, lines, empty = {}, [], set()
        for cells in lines_of(form):
            if rng.random() >= whole:
                lines.append(_nonsense_line(cells, pool, rng))
                continue
            for cell in cells:
                if rng.random() < 0.8:
                    stated[cell] = rng.choice(pool)
                elif rng.random() < 0.5:
                    empty.add(cell)
        page.append(Given(form, stated, frozenset(empty), tuple(lines)))
    return page


def milliseconds(work: Callable[[], object]) -> float:
    """What some work takes of the processor."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def solving(page: Page) -> float:
    """What it takes to solve the tables of a page: the better of two times, for the work is the same."""
    return min(milliseconds(lambda: [solve(given) for given in page]) for _ in range(2))


def parsing(edition: str, seeds: Sequence[int]) -> float:
    """What it takes to parse an undamaged report, in the median."""
    documents = [case(Layout("rows", ROWS), seed, edition).document for seed in seeds]
    parse(documents[0])  # what is made once is not counted
    return median(milliseconds(lambda document=document: parse(document)) for document in documents)


def row(name: str, times: Sequence[float], page: float) -> str:
    """A row of a table."""
    return f"| {name} | {median(times):.1f} | {max(times):.1f} | {max(times) / page:.1f} |"


def rows(edition: str, seeds: Sequence[int]) -> Iterator[str]:
    """The tables of an edition."""
    page = parsing(edition, seeds)
    yield f"\nEdition {edition}; to parse an undamaged report takes {page:.1f} ms\n"
    for zeros_only, what in ((True, "zeros lost"), (False, "cells lost")):
        yield f"| {what} | median | worst | worst / parse |\n| --- | ---: | ---: | ---: |"
        for share in SHARES:
            yield row(
                f"{share:.0%}", [solving(lossy(edition, seed, share, zeros_only=zeros_only)) for seed in seeds], page
            )
        yield ""
    yield "| numbers without sense | median | worst | worst / parse |\n| --- | ---: | ---: | ---: |"
    for name, pool in POOLS.items():
        yield row(name, [solving(nonsense(edition, seed, pool)) for seed in seeds], page)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.recovery", description=__doc__)
    parser.add_argument("--tables", type=int, default=100, help="reports for each row")
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    options = parser.parse_args()
    for edition in EDITIONS:
        for line in rows(edition, range(options.seed, options.seed + options.tables)):
            print(line, flush=True)  # noqa: T201  # a command's output


if __name__ == "__main__":
    main()
