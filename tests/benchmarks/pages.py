"""Ten pages of different make, parsed, checked, and read by `pandas.read_html`: ``python -m tests.benchmarks.pages``.

pandas gives bare grids: no encodings, no labels, no states, no prose, no rules. It is the measure because it is what
people use for want of anything else. Needs the extra ``benchmark``.
"""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from random import Random

import pandas as pd

from govdisclosure import check, parse
from tests.benchmarks.timing import best_of, row
from tests.conformance.layouts import LAYOUTS
from tests.conformance.sheets import sheet
from tests.conformance.truths import truth

SAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "annual-report-2019.html"
MAKES = (
    "html_clean",
    "html_blanks",
    "html_attribute_noise",
    "html_two_in_blocks",
    "html_three_broken_heads_repeated",
    "html_nested",
    "html_chrome",
    "html_word",
    "html_in_gbk",
)
SEED = 11


def pages() -> Iterator[tuple[str, bytes]]:
    """The ten pages, each a report of its own."""
    yield SAMPLE.stem, SAMPLE.read_bytes()
    layouts = {layout.name: layout for layout in LAYOUTS}
    for number, make in enumerate(MAKES):
        layout, rng = layouts[make], Random(SEED + number)  # noqa: S311  # test data, not secrets
        document, _ = layout.print(sheet(truth(SEED + number), layout.style, rng), rng)
        yield make, document if isinstance(document, bytes) else document.encode()


def grids(page: bytes) -> Callable[[], object]:
    """What others do with a page, in the encoding that the library finds."""
    encoding = parse(page).source.decoding.used
    return lambda: pd.read_html(BytesIO(page), encoding=encoding)


def main() -> None:
    """Print a row for each page, in milliseconds, and the ratios."""
    print(row("page", "KB", "parse", "check", "pandas", "ratio", "check/parse"))  # noqa: T201  # a command's output
    whole = [0.0, 0.0, 0.0]
    for name, page in pages():
        parsed = parse(page)
        times = best_of(lambda page=page: parse(page), lambda parsed=parsed: check(parsed), grids(page))
        whole = [before + time for before, time in zip(whole, times, strict=True)]
        _print(name, len(page) / 1000, times)
    _print("all", 0, whole)


def _print(name: str, size: float, times: list[float]) -> None:
    parsing, checking, reading = times
    ratio = f"{reading / (parsing + checking):.2f}"
    print(row(name, f"{size:.0f}", *(f"{time * 1000:.2f}" for time in times), ratio, f"{checking / parsing:.2f}"))  # noqa: T201


if __name__ == "__main__":
    main()
