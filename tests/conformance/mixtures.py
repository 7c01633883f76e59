"""Several variations at once, over any layout: what stands up to each change alone may fall to two."""

from random import Random
from typing import TypeVar

from attrs import evolve

from tests.conformance.layouts import LAYOUTS
from tests.conformance.layouts.layout import Layout, unchanged
from tests.conformance.layouts.plaintext import MARKS
from tests.conformance.layouts.variations import FIGURES, LABELS, TEXTS, UNCERTAIN
from tests.conformance.sheets import Blank, Style, as_declared, never, plain, totals_of_details, zeros

_Value = TypeVar("_Value")

BASES = tuple(layout for layout in LAYOUTS if layout.encode is None and layout.after is unchanged)
BLANKS: dict[str, Blank] = {"blanks": zeros(0.4), "totals_blank": totals_of_details}
#: In other layouts white space parts cells, and an empty cell leaves nothing.
_KEEP_SPACE = ("html_", "cell_", "bars_")
_SPACED = {"spaced_thousands", "hard_spaced_thousands", "padded_numbers"}


def mixture(seed: int) -> Layout:
    """A layout with other words, figures, empty cells and characters, as a seed has it. Not every cell is certain."""
    rng = Random(f"mixture {seed}")  # noqa: S311  # test data, not secrets
    base = rng.choice(BASES)
    names = [base.name]

    def drawn(choices: dict[str, _Value], usual: _Value, odds: float) -> _Value:
        if rng.random() >= odds:
            return usual
        name = rng.choice(sorted(choices))
        names.append(name)
        return choices[name]

    keeps_space = base.name.startswith(_KEEP_SPACE)
    figures = {
        name: change
        for name, change in FIGURES.items()
        if name not in UNCERTAIN and (keeps_space or name not in _SPACED)
    }
    own = base.style
    blank = own.blank if own.blank is not never else drawn(BLANKS, never, 0.5)
    style = Style(
        labels=drawn(LABELS, as_declared, 0.6) if own.labels is as_declared else own.labels,
        figures=drawn(figures, plain, 0.6) if own.figures is plain else own.figures,
        blank=blank,
        marks=MARKS.marks if own.blank is never and not keeps_space else own.marks,
    )
    after = drawn(TEXTS, unchanged, 0.5)
    return evolve(base, name=" ".join(names), style=style, after=after, certain=False)
