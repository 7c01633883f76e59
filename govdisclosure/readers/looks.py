"""Which elements of a page are not seen, or show more than they hold, by their own styles and the page's sheets."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from attrs import field, frozen
from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from govdisclosure.readers.generated import generated
from govdisclosure.readers.style_sheets import GONE, INHERITED, RAISING, Rule, declarations, rules

#: So many elements are looked at for all rules together: a page with more was made to take time.
_MOST_LOOKS: Final = 50_000_000
#: What it costs to note something of an element, beside the cost of looking at it.
_COST_OF_NOTE: Final = 30
#: What the sheets say that pages share and link to; a sheet of the page's own comes after them.
_SHARED: Final = (
    ".sr-only, .visually-hidden, .d-none {display: none} .d-sm-block, .d-md-block, .d-lg-block, .d-xl-block,"
    ".d-sm-inline, .d-md-inline, .d-lg-inline, .d-xl-inline, .d-sm-table, .d-md-table, .d-lg-table, .d-xl-table,"
    ".d-md-table-cell, .d-lg-table-cell, .d-md-flex, .d-lg-flex {display: block}"
)
_SHARED_NAMES: Final = (b"sr-only", b"visually-hidden", b"d-none")
#: An element's own style goes before all rules.
_OWN: Final = (1_000_000, 0, 0)
#: What hides something or sets it off its place; one by one, each is found by how it begins, in a fifth of the time.
_SUSPECTS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rb"display\s*:\s*none",
        rb"hidden",
        rb"collapse",
        rb"mso-hide",
        rb"line-through",
        rb"opacity\s*:\s*[.0]",
        rb"font-size\s*:\s*[.0]",
        rb":\s*transparent",
        rb"sr-only",
        rb"d-none",
        rb"clip\s*:",
        rb"clip-path",
        rb"vertical-align\s*:\s*su",
        rb"left\s*:\s*-\d{3}",
        rb"right\s*:\s*-\d{3}",
        rb"top\s*:\s*-\d{3}",
    )
)


@frozen
class Looks:
    """Elements by the numbers that the tree gives them."""

    #: Not shown, with all that they hold.
    gone: frozenset[int] = frozenset()
    #: For elements whose text is unseen, or seen again within one that is: by which properties it is and is not.
    veiled: Mapping[int, Mapping[str, bool]] = field(factory=dict)
    #: Set above or below the line.
    raised: frozenset[int] = frozenset()
    #: Given a number by a style sheet.
    generated: frozenset[int] = frozenset()

    def leaves_plain(self, element: int) -> bool:
        """Whether nothing is said of an element."""
        return not (
            element in self.gone or element in self.veiled or element in self.raised or element in self.generated
        )

    def __bool__(self) -> bool:
        """Whether there is anything to heed."""
        return bool(self.gone or self.veiled or self.raised or self.generated)


_Weight = tuple[bool, tuple[int, int, int], int]
_Found = dict[str, dict[int, tuple[_Weight, bool]]]


def _is_suspect(markup: bytes) -> bool:
    """Whether anything in a page may be hidden: most pages hide nothing, and need not be asked at every element."""
    lowered = markup.lower()
    return any(suspect.search(lowered) for suspect in _SUSPECTS)


def looks(tree: LexborHTMLParser, markup: bytes) -> Looks:
    """What the styles of a page keep from being seen, and what they add; most pages do neither."""
    added = generated(tree, markup)
    if not _is_suspect(markup):
        return Looks(generated=added)
    found: _Found = {}
    own = [(node, style) for node in tree.css("[style]") if (style := node.attributes.get("style"))]
    shared = _SHARED if any(name in markup for name in _SHARED_NAMES) else ""
    sheets = (shared, *(sheet.text() or "" for sheet in tree.css("style")))
    every = tuple(enumerate(rule for sheet in sheets for rule in rules(sheet)))
    hiding = {name for _, rule in every for name, (hides, _) in rule.declared.items() if hides}
    hiding |= {name for _, style in own for name, (hides, _) in declarations(style).items() if hides}
    if hiding:
        for node, style in own:
            _note(found, node, {name: said for name, said in declarations(style).items() if name in hiding}, _OWN, 0)
        _apply(tree, every, hiding, found, markup.count(b"<") + 1)
    gone = {node.mem_id for node in tree.css("[hidden]")}
    gone |= {element for name in GONE for element in _hidden_by(found, name)}
    veiled: dict[int, dict[str, bool]] = {}
    for name in INHERITED:
        if any(_hidden_by(found, name)):
            for element, (_, hides) in found[name].items():
                veiled.setdefault(element, {})[name] = hides
    return Looks(frozenset(gone), veiled, frozenset(_hidden_by(found, RAISING)), added)


def _hidden_by(found: _Found, name: str) -> Iterator[int]:
    return (element for element, (_, hides) in found.get(name, {}).items() if hides)


def _apply(
    tree: LexborHTMLParser, every: Sequence[tuple[int, Rule]], hiding: AbstractSet[str], found: _Found, size: int
) -> None:
    """Note what the rules of the page's own sheets say of its elements; what hides first, should time run out."""
    looked = 0
    for order, rule in sorted(every, key=lambda pair: not _hides(pair[1])):
        declared = {name: said for name, said in rule.declared.items() if name in hiding}
        if not declared or looked > _MOST_LOOKS:
            continue
        looked += size
        for node in _matches(tree, rule):
            looked += _COST_OF_NOTE
            _note(found, node, declared, rule.weight, order)


def _hides(rule: Rule) -> bool:
    return any(hides for hides, _ in rule.declared.values())


def _matches(tree: LexborHTMLParser, rule: Rule) -> Iterable[LexborNode]:
    try:
        return tree.css(rule.selector)
    except SelectolaxError:  # a selector of another browser
        return ()


def _note(
    found: _Found,
    node: LexborNode,
    declared: Mapping[str, tuple[bool, bool]],
    weight: tuple[int, int, int],
    order: int,
) -> None:
    """Note what is declared of an element, where nothing of more weight is declared of it."""
    element = node.mem_id
    for name, (hides, is_important) in declared.items():
        own = (is_important, weight, order)
        of_name = found.setdefault(name, {})
        before = of_name.get(element)
        if before is None or own >= before[0]:
            of_name[element] = (own, hides)
