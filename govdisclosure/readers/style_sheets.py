"""The text of a page's own style sheets -> the rules that hide text or set it off the line.

Pages put digits between the digits of a number and hide them by a class, or keep a second copy of a table for small
screens. The few properties that do so are looked at; how the page looks otherwise does not matter.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from attrs import frozen

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_BRACE = re.compile(r"([{}])")
_DECLARATION = re.compile(r"([a-z-]{1,30})\s*:\s*([^;]*)", re.IGNORECASE)
_IMPORTANT: Final = "important"
#: Rules stand in one @media, hardly ever in two.
_DEEPEST: Final = 3
_LONGEST_SELECTORS: Final = 2_000
_COMMA = re.compile(r",(?![^()\[\]]*[)\]])")
#: States that a page is not in when it is opened, and what would take time with the square of the page's size.
_PASSED_OVER = re.compile(
    r":(?::|before|after|hover|focus|active|visited|checked|target|has|nth|last|only|first-l|link|lang)|~"
)
_NARROW = re.compile(r"max-(?:device-)?width\s*:\s*(\d{1,5})")
_WIDE = re.compile(r"min-(?:device-)?width\s*:\s*(\d{1,5})")
#: The screen that a page is read for, in pixels.
_SCREEN: Final = 1280

_ZERO = r"(?:0+(?:[.]0+)?|[.]0+)(?:p[xt]|r?em|%)?"
#: The values of each property that keep text from being seen.
_HIDING: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "display": re.compile(r"none"),
        "mso-hide": re.compile(r"all"),
        "opacity": re.compile(_ZERO),
        "text-decoration": re.compile(r".*line-through.*"),
        "visibility": re.compile(r"hidden|collapse"),
        "font-size": re.compile(_ZERO),
        "color": re.compile(r"transparent"),
        "vertical-align": re.compile(r"super|sub"),
    }
)
_SAME: Final = MappingProxyType({"text-decoration-line": "text-decoration"})
_OFF_PLACE = re.compile(
    r"clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01]|clip-path\s*:\s*inset\(\s*(?:50|100)%|(?:left|right|top)\s*:\s*-\d{3,}"
)
_TAKEN_OUT = re.compile(r"position\s*:\s*(?:absolute|fixed)")

#: The properties by which an element is gone with all that it holds; ``place`` is its place off the screen.
GONE: Final = frozenset({"display", "mso-hide", "opacity", "text-decoration", "place"})
#: The properties that are handed on to what an element holds, until something within has another value.
INHERITED: Final = frozenset({"visibility", "font-size", "color"})
#: The property that sets text above or below the line.
RAISING: Final = "vertical-align"


@frozen
class Rule:
    """One selector and what it declares."""

    selector: str
    #: What of the selector counts against other rules for the same element: ids, then classes, then names.
    weight: tuple[int, int, int]
    #: For each property whether its value keeps text from being seen, and whether it is ``!important``.
    declared: Mapping[str, tuple[bool, bool]]


@lru_cache(maxsize=1024)
def declarations(style: str) -> Mapping[str, tuple[bool, bool]]:
    """What a list of declarations says of the few properties, each with whether it hides and is ``!important``.

    >>> declarations("DISPLAY: none !important; color: red; width: 3px")
    {'display': (True, True), 'color': (False, False)}
    """
    found: dict[str, tuple[bool, bool]] = {}
    for name, printed in _DECLARATION.findall(style):
        name = _SAME.get(name.lower(), name.lower())  # noqa: PLW2901  # the same name, written in one way
        if name in _HIDING:
            value = printed.strip().lower()
            before = value.removesuffix(_IMPORTANT).rstrip()
            is_important = before != value and before.endswith("!")
            value = before.removesuffix("!").rstrip() if is_important else value
            found[name] = (_HIDING[name].fullmatch(value) is not None, is_important)
    lowered = style.lower()
    if _OFF_PLACE.search(lowered) and _TAKEN_OUT.search(lowered):
        found["place"] = (True, False)
    return found


def rules(sheet: str) -> Iterator[Rule]:
    """The rules of a style sheet that declare one of the few properties, in order.

    >>> [rule.selector for rule in rules("@media print {p {display: none}} .a, td > .b {display: none} i {margin: 0}")]
    ['.a', 'td > .b']
    """
    around: list[str] = []
    depth = 0
    pieces = _BRACE.split(_COMMENT.sub(" ", sheet))
    for text, brace in zip(pieces[::2], pieces[1::2], strict=False):
        if brace == "{":
            depth += 1
            around += [text.rpartition(";")[2].strip()] if depth <= _DEEPEST else []
        elif depth:
            prelude = around.pop() if depth <= _DEEPEST else "@"
            depth -= 1
            if not prelude.startswith("@") and all(map(_applies, around)):
                yield from _rules(prelude, text)


def _rules(selectors: str, body: str) -> Iterator[Rule]:
    declared = declarations(body) if len(selectors) <= _LONGEST_SELECTORS else {}
    if declared:
        for selector in _COMMA.split(selectors):
            if selector.strip() and not _PASSED_OVER.search(selector):
                yield Rule(selector.strip(), _weight(selector), declared)


def _applies(at_rule: str) -> bool:
    """Whether what stands in an at-rule is for a screen of the usual width."""
    lowered = at_rule.lower()
    if not lowered.startswith("@media"):
        return lowered.startswith(("@supports", "@layer"))
    if re.search(r"\bprint\b|\bspeech\b|\bnot\s+(?:all|screen)\b|portrait|prefers-color-scheme\s*:\s*dark", lowered):
        return "screen" in lowered and "print" in lowered and "," in lowered
    return all(int(width) >= _SCREEN for width in _NARROW.findall(lowered)) and all(
        int(width) <= _SCREEN for width in _WIDE.findall(lowered)
    )


def _weight(selector: str) -> tuple[int, int, int]:
    return (
        selector.count("#"),
        len(re.findall(r"[.\[]|:(?!not|is)", selector)),
        len(re.findall(r"(?:^|[\s>+(])[a-z]", selector.lower())),
    )
