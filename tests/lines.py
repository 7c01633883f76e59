"""Lines as readers hand them on, from text."""

from govdisclosure.grid import Line
from govdisclosure.source import Span


def lines_of(text):
    """The lines of a text, those without text left out."""
    start = 0
    found = []
    for line in text.split("\n"):
        if line.strip():
            found.append(Line(line, Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(found)
