"""Markup that breaks off, as that of a download that was cut short: amid a tag, a cell or a line of text."""

import re
from typing import Final

from govdisclosure.readers.elements import UNSEEN

_BROKEN_TAG = re.compile(r"</?(?:[a-z][^<>]*)?", re.IGNORECASE)
_LAST_TAG = re.compile(r"<(?:!|/?([a-z][a-z0-9]*))", re.IGNORECASE)
_CELL = re.compile(r"<t[dh][\s>]", re.IGNORECASE)
#: What ends a cell, also one that is not closed.
_CELL_ENDS = re.compile(r"</(?:p|div|t[dhr]|table|tbody|thead|tfoot|body|html)[\s>]|<tr[\s>]", re.IGNORECASE)
_LONGEST_CELL: Final = 5000  # characters


def without_broken_tag(markup: str) -> str:
    """The markup without the beginning of a tag with which it ends: a browser would show its first character.

    >>> without_broken_tag("<td>0</"), without_broken_tag("<td>数<3")
    ('<td>0', '<td>数<3')
    """
    start = markup.rfind("<")
    return markup[:start] if start > 0 and _BROKEN_TAG.fullmatch(markup, start) else markup


def is_cut(markup: str) -> bool:
    """Whether the markup ends within a cell, or within text that may go on.

    >>> [is_cut(markup) for markup in ("<td>12</td>", "<td>12", "<td><p>", "<table><td>12</table>", "<p>规章 12")]
    [False, True, True, False, True]
    """
    tail = markup[-_LONGEST_CELL:].rstrip()
    cell = max((found.start() for found in _CELL.finditer(tail)), default=-1)
    if cell >= 0 and _CELL_ENDS.search(tail, cell) is None:
        return True
    tag = _LAST_TAG.match(tail, max(tail.rfind("<"), 0))
    return tag is not None and tag[1] is not None and tag[1].lower() not in UNSEEN and not tail.endswith(">")
