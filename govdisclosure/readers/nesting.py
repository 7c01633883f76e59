"""Markup without the nesting and the choices that no page needs, and that cost time with the square of their number."""

import re
from typing import Final

from govdisclosure.readers.elements import FLAT

#: Browsers stop at 512.
_DEEPEST: Final = 400
#: Markup with fewer tags cannot nest so deep that it matters.
_HARMLESS: Final = 6_000
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)[^>]*>?")


def shallow(markup: str) -> str:
    """The markup as it is, or without the start tags that stand deeper than any page needs.

    >>> len(shallow("<div>" * 100_000 + "text"))
    2004
    """
    if markup.count("<") < _HARMLESS:
        return markup
    markup = _without_options(markup)
    depth = 0
    kept = []
    position = 0
    for match in _TAG.finditer(markup):
        closing, name = match.groups()
        if name.lower() in FLAT:
            continue
        if closing:
            depth = max(depth - 1, 0)
        elif depth < _DEEPEST:
            depth += 1
        else:
            # Its end tag, if it ever comes, closes an outer element: at such a depth nothing is laid out any more.
            kept.append(markup[position : match.start()])
            position = match.end()
    return "".join((*kept, markup[position:])) if kept else markup


_OPTION = re.compile(r"<opt(?:ion|group)[\s>][^<]*", re.IGNORECASE)
_MOST_OPTIONS = 2_000


def _without_options(markup: str) -> str:
    """The markup without the choices of fields, where there are more than any field offers."""
    options = sum(1 for _ in _OPTION.finditer(markup))
    return _OPTION.sub("", markup) if options > _MOST_OPTIONS else markup
