"""Grids and lines of a document, and the forms -> readings.

`from_grids` and `from_text` find the lines of the forms in what a reader hands on, each a row with its numbers and what
is known of their order (`rows`); `documents` puts them together. `settling` tells which number of a row stands in which
cell, or that this is not known; `tables` settles editions and makes readings. What no cell of a form claims is kept.
"""
