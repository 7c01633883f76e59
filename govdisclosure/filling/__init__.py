"""Grids and lines of a document, and the forms -> readings.

`grids` and `streams` find the lines of the forms in what a reader hands on, `placing` tells which number of a line
stands in which column, `tables` settles editions and makes readings. What no cell of a form claims is kept.
"""
