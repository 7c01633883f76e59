"""The layouts: each prints a sheet as some real pages do."""

from tests.conformance.layouts import bars, markup, plaintext
from tests.conformance.layouts.layout import Layout

#: Every layout in which all cells are there, in the order of the table.
LAYOUTS: tuple[Layout, ...] = (*markup.LAYOUTS, *plaintext.LAYOUTS, *bars.LAYOUTS)
