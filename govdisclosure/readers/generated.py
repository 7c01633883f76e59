"""Numbers that a style sheet puts before or behind the text of an element: a page shows them, its markup has none.

What stands there is not read. A cell that shows such a number must not pass for empty.
"""

import re
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

_RULE = re.compile(r"::?(?:before|after)\s{0,8}\{([^{}]{0,500})\}", re.IGNORECASE)
_CONTENT = re.compile(
    r"content\s{0,8}:\s{0,8}(?:attr\(\s{0,8}([\w-]{1,40})|[\"'][^\"'\\]{0,40}\d|counter)", re.IGNORECASE
)
_LONGEST_SELECTOR: Final = 200
_NUMBER = re.compile(r"[-+]?[\d,.]{1,20}")
_MOST_RULES: Final = 200
#: So many elements are looked at for all rules together.
_MOST_LOOKS: Final = 2_000_000


def generated(tree: LexborHTMLParser, markup: bytes) -> frozenset[int]:
    """The elements to which a style sheet of the page adds a number, by the numbers of the tree.

    Labels are added so, too, for small screens: ``content: attr(data-label)``.
    """
    if b"content" not in markup or (b":before" not in markup and b":after" not in markup):
        return frozenset()
    found: set[int] = set()
    sheets = (sheet.text() or "" for sheet in tree.css("style"))
    rules = ((text, rule) for text in sheets for rule in _RULE.finditer(text))
    for text, rule in islice(rules, min(_MOST_RULES, _MOST_LOOKS // (markup.count(b"<") + 1))):
        content = _CONTENT.search(rule[1])
        if content is not None:
            before = text[max(0, rule.start() - _LONGEST_SELECTOR) : rule.start()]
            selector = before[max(before.rfind("}"), before.rfind("{")) + 1 :]
            found |= {node.mem_id for node in _matches(tree, selector) if _is_number(node, content[1])}
    return frozenset(found)


def _is_number(node: LexborNode, attribute: str | None) -> bool:
    """Whether an attribute holds a number; without one, the sheet itself does."""
    return attribute is None or _NUMBER.fullmatch(node.attributes.get(attribute.lower()) or "") is not None


def _matches(tree: LexborHTMLParser, selector: str) -> list[LexborNode]:
    try:
        return tree.css(selector.strip())
    except SelectolaxError:  # a selector of another browser
        return []
