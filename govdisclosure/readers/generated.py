"""Numbers that a style sheet puts before or behind the text of an element: a page shows them, its markup has none.

What stands there is not read. A cell that shows such a number must not pass for empty.
"""

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

_RULE = re.compile(
    r"([^{}<>]{1,200}?)::?(?:before|after)\s*\{[^{}]{0,500}?content\s*:\s*"
    r"(?:attr\(\s*([\w-]{1,40})|[\"'][^\"'\\{}]{0,40}\d|counter)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[-+]?[\d,.]{1,20}")
_MOST_RULES: Final = 200


def generated(tree: LexborHTMLParser, markup: bytes) -> frozenset[int]:
    """The elements to which a style sheet of the page adds a number, by the numbers of the tree.

    Labels are added so, too, for small screens: ``content: attr(data-label)``.
    """
    if b"content" not in markup or (b":before" not in markup and b":after" not in markup):
        return frozenset()
    found: set[int] = set()
    for sheet in tree.css("style"):
        for _, rule in zip(range(_MOST_RULES), _RULE.finditer(sheet.text() or ""), strict=False):
            found |= {
                node.mem_id
                for node in _matches(tree, rule[1])
                if rule[2] is None or _NUMBER.fullmatch(node.attributes.get(rule[2].lower()) or "")
            }
    return frozenset(found)


def _matches(tree: LexborHTMLParser, selector: str) -> list[LexborNode]:
    try:
        return tree.css(selector.strip())
    except SelectolaxError:  # a selector of another browser
        return []
