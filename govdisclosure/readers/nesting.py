"""Markup without the nesting, the attributes and the choices that no page needs.

Each costs time with the square of its number.
"""

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
    markup = _ATTRIBUTES.sub(_with_fewer, markup) if len(markup) > _HARMLESS_LENGTH else markup
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


#: Shorter markup cannot have so many attributes in one tag that it matters.
_HARMLESS_LENGTH = 200_000
_MOST_ATTRIBUTES = 500  # of one tag
_ATTRIBUTE = r"""[\s/]*+(?:=?[^\s=/>]++\s*+=\s*+(?:"[^"]*+"|'[^']*+')|[^\s/>]++)"""
# What stands in scripts and comments are no tags, whatever it looks like.
_ATTRIBUTES = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|textarea|title|xmp|iframe|noembed|noframes)[\s>].*?(?:</\1|\Z)"
    rf"|(?P<kept><[a-z][^\s/>]*+(?:{_ATTRIBUTE}){{0,{_MOST_ATTRIBUTES}}}+)(?:{_ATTRIBUTE})*+",
    re.DOTALL | re.IGNORECASE,
)


def _with_fewer(found: re.Match[str]) -> str:
    """A tag with no more attributes than any has; a script or a comment as it is."""
    return found["kept"] or found[0]
