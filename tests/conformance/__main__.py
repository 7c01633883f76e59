"""Run the suite: ``python -m tests.conformance --reports 50 --seed 7 [--layout NAME | --damage NAME] [--show N]``.

``--mixtures`` draws, for each report, a layout with several variations at once.
``--dump SEED`` prints the document of a seed in the first layout named, ``--markdown`` the table for the documentation.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence

from tests.conformance.damage import DAMAGES
from tests.conformance.layouts import LAYOUTS
from tests.conformance.mixtures import mixture
from tests.conformance.outcomes import Outcome, Tally
from tests.conformance.scoring import Run, case, named, run

COLUMNS = ("reports", "cells", *(outcome.value for outcome in Outcome), "invented", "first", "error")


def figures(tally: Tally) -> tuple[str, ...]:
    """A tally as the fields of a table: cells read in percent, the others as counts."""
    ambiguous = tally.outcomes[Outcome.AMBIGUOUS]
    counts = (f"{tally.outcomes[outcome]}" for outcome in Outcome if outcome is not Outcome.READ)
    read = "" if tally.read_share is None else f"{tally.read_share:.2%}"
    first = f"{tally.first_right / ambiguous:.0%}" if ambiguous else ""
    return f"{tally.reports}", f"{tally.cells}", read, *counts, f"{tally.invented}", first, f"{tally.errors}"


def table(tallies: Sequence[Tally], *, markdown: bool) -> Iterator[str]:
    """The lines of the table, for the terminal or in Markdown."""
    rows = [("layout", *COLUMNS), *((tally.name, *figures(tally)) for tally in tallies)]
    if markdown:
        rows.insert(1, ("---", *("---:" for _ in COLUMNS)))
        yield from ("| " + " | ".join(row) + " |" for row in rows)
        return
    width = max(len(row[0]) for row in rows)
    for row in rows:
        yield f"{row[0]:{width}} " + " ".join(f"{text:>10}" for text in row[1:])


def report(result: Run, limit: int) -> Iterator[str]:
    """What was not right in a layout: crashes, then wrong cells, then the others."""
    yield from (f"    crash, seed {seed}: {problem}" for seed, problem in result.crashes[:limit])
    order = list(Outcome)
    faults = sorted(result.faults, key=lambda fault: -order.index(fault[1].outcome) % (order.index(Outcome.WRONG) + 1))
    yield from (f"    seed {seed}: {verdict}" for seed, verdict in faults[:limit])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the suite; exit status 1 if any number was claimed wrongly."""
    parser = argparse.ArgumentParser(prog="python -m tests.conformance", description=__doc__)
    parser.add_argument("--reports", type=int, default=20, help="reports in each layout")
    parser.add_argument("--seed", type=int, default=7, help="the first seed")
    parser.add_argument("--layout", default="", help="layouts whose name contains this")
    parser.add_argument("--damage", help="instead, kinds of damage whose name contains this")
    parser.add_argument("--mixtures", action="store_true", help="instead, a mixture of variations for each report")
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="show N cells of each layout that are not right"
    )
    parser.add_argument("--dump", type=int, metavar="SEED", help="print the document of a seed and stop")
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args(arguments)
    layouts = named(LAYOUTS, options.layout) if options.damage is None else named(DAMAGES, options.damage)
    if options.dump is not None:
        document = case(layouts[0], options.dump).document
        sys.stdout.buffer.write(document if isinstance(document, bytes) else document.encode())
        return 0
    from govdisclosure.parsing import parse  # noqa: PLC0415  # printing needs no reader

    total = Tally("total")
    tallies = []
    seeds = range(options.seed, options.seed + options.reports)
    ways = [(mixture(seed), (seed,)) for seed in seeds] if options.mixtures else [(layout, seeds) for layout in layouts]
    for layout, its_seeds in ways:
        result = run(layout, its_seeds, parse)
        total.merge(result.tally)
        tallies += [] if options.mixtures else [result.tally]
        for line in report(result, options.show):
            print(layout.name, line)  # noqa: T201  # a command's output
    for line in table([*tallies, total], markdown=options.markdown):
        print(line)  # noqa: T201
    print(f"seeds {options.seed} to {options.seed + options.reports - 1}")  # noqa: T201
    return int(total.outcomes[Outcome.WRONG] > 0)


if __name__ == "__main__":
    raise SystemExit(main())
