"""Grids of a document -> lines of the forms: labels beside the numbers, heads above them."""
