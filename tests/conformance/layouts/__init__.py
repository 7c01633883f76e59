"""The layouts: each prints a sheet as some real pages do."""

from tests.conformance.layouts import (
    bars,
    beside,
    carried,
    columns,
    drawn,
    grids,
    markup,
    oddities,
    pages,
    placed,
    plaintext,
    rearranged,
    sources,
    styled,
    variations,
    word,
)
from tests.conformance.layouts.layout import Layout

#: Every layout in which all cells are there, in the order of the table.
LAYOUTS: tuple[Layout, ...] = (
    *markup.LAYOUTS,
    *oddities.LAYOUTS,
    *drawn.LAYOUTS,
    *rearranged.LAYOUTS,
    *beside.LAYOUTS,
    *columns.LAYOUTS,
    *word.LAYOUTS,
    *styled.LAYOUTS,
    *carried.LAYOUTS,
    *plaintext.LAYOUTS,
    *bars.LAYOUTS,
    *pages.LAYOUTS,
    *placed.LAYOUTS,
    *variations.LAYOUTS,
    *variations.MIXED,
    *sources.LAYOUTS,
    *grids.LAYOUTS,
)
