"""A walk over the tree of a page that puts its visible text together.

It takes no recursion: pages may nest as deep as they like.
"""

from collections.abc import Callable, Sequence
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govdisclosure.readers.drawn_tables import drawn_tables
from govdisclosure.readers.elements import (
    BLOCKS,
    CONTAINERS,
    DRAWINGS,
    HEADINGS,
    PREFORMATTED,
    UNSEEN,
    WRAPPERS,
    file_address,
    is_edge,
    is_furniture,
    is_ornament,
    picture_words,
    typed_value,
)
from govdisclosure.readers.looks import Looks
from govdisclosure.readers.nodes import children, is_panel, nesting
from govdisclosure.readers.positions import placed_lines
from govdisclosure.readers.spans import span_of
from govdisclosure.readers.visible import VisibleText

#: Word writes an empty row of no height below a table whose columns are not aligned.
_HEIGHTLESS_ROW: Final = "[if !supportMisalignedColumns]"
_Leave = Callable[[], None]
_Enter = Callable[[LexborNode, str], _Leave | None]
#: For cells and blocks, the alignment of the same name is another thing.
_NEVER_RAISED: Final = BLOCKS | {"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "br", "img", "image"}


def _read_already() -> None:
    """Stands for the end of an element that was read at once with all that it holds."""


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Walk:
    """One walk over the tree of a page."""

    def __init__(self, tree: LexborHTMLParser, markup: bytes, seen: Looks, *, opened: bool = False) -> None:
        """Prepare a walk.

        Args:
            tree: the page.
            markup: what it was made of.
            seen: what its styles keep from being seen.
            opened: whether panels that a script opens are walked over, too.
        """
        self.visible = VisibleText()
        self.head: list[tuple[str, str]] = []
        self.attachments: list[str] = []
        #: Whether a table was passed over since an element is hidden.
        self.hid_a_table = False
        #: Whether one was passed over that stands in a panel.
        self.has_closed_panels = False
        #: Whether panels that a script opens are walked over, too.
        self.opened = opened
        self._drawn = drawn_tables(tree, markup, seen.gone)
        #: The lines of pages whose text is put at places.
        self._placed = placed_lines(tree, markup, seen.gone)
        #: Whether the table that is being read is drawn with other elements.
        self._drawing = False
        self._looks = seen
        self._is_plain = not seen
        #: The properties by which the text that is being read is unseen.
        self._veils: frozenset[str] = frozenset()
        self._nesting = nesting(tree)
        #: Tables of single cells within a cell: their cells are lines of that cell.
        self._inner = 0
        self._preformatted = 0
        #: Takes a piece of text as it stands in the markup.
        self._say = self.visible.text
        self._elements: dict[str, _Enter] = {
            "table": self._table,
            **dict.fromkeys(("tbody", "thead", "tfoot"), self._group),
            "tr": self._row,
            **dict.fromkeys(("td", "th"), self._cell),
            "caption": self._caption,
            **dict.fromkeys(BLOCKS, self._block),
            **dict.fromkeys(HEADINGS, self._heading),
            **dict.fromkeys(PREFORMATTED, self._kept),
            "br": self._line_end,
            "a": self._link,
            **dict.fromkeys(("img", "image"), self._picture),
            **dict.fromkeys(("sup", "sub"), self._raised),
            "input": self._input,
            "select": self._select,
            "embed": self._link,
            "meta": self._meta,
        }

    def over(self, root: LexborNode) -> None:
        """Walk over everything below a node."""
        stack: list[tuple[LexborNode, _Leave | None]] = []
        is_usual = self._is_plain and not self._drawn.rows and not self._placed and not self._nesting.between
        begin = self._entered if is_usual else self._entered_as_it_is_drawn
        node = root.first_child
        while True:
            while node is None:
                if not stack:
                    return
                left, leave = stack.pop()
                if leave is not None:
                    leave()
                node = left.next
            tag = node.tag or ""
            if tag == "-text":
                self._say(node.text_content or "")
                node = node.next
            elif tag == "-comment":
                node = self._after_comment(node)
            elif tag in UNSEEN or not (self._is_plain or self._is_shown(node)):
                self._passed_over(node, tag)
                node = node.next
            else:
                leave = begin(node, tag)
                if leave is _read_already:
                    node = node.next
                else:
                    stack.append((node, leave))
                    node = node.first_child

    def _entered(self, node: LexborNode, tag: str) -> _Leave | None:
        """Begin an element."""
        enter = self._elements.get(tag)
        return enter(node, tag) if enter else None

    def _entered_as_it_is_drawn(self, node: LexborNode, tag: str) -> _Leave | None:
        """Begin an element, and heed what is said of the text within it until it ends."""
        element = node.mem_id
        if element in self._nesting.between:
            return None
        if element in self._placed:
            return self._placed_page(self._placed[element])
        if element in self._drawn.rows and (self._drawing or not self.visible.in_table):
            leave: _Leave | None = self._drawn_row(element)
        elif element in self._drawn.cells and self._drawing:
            leave = self._cell(node, tag)
        elif element in self._looks.raised and tag not in _NEVER_RAISED:
            leave = self._raised(node, tag)
        else:
            leave = self._entered(node, tag)
        if element in self._looks.generated:
            self.visible.drawing()
        said = self._looks.veiled.get(element)
        if said is None or leave is _read_already:
            return leave
        before = self._veils
        self._veils = frozenset({*before, *said}) - {name for name, hides in said.items() if not hides}
        self._choose_say()

        def unveil() -> None:
            self._veils = before
            self._choose_say()
            if leave is not None:
                leave()

        return unveil

    def _choose_say(self) -> None:
        """Take text in the way that the elements around it ask for."""
        self._say = (
            self.visible.nothing
            if self._veils
            else self.visible.preformatted
            if self._preformatted
            else self.visible.text
        )

    # -- what is not seen

    @staticmethod
    def _after_comment(node: LexborNode) -> LexborNode | None:
        if node.comment_content == _HEIGHTLESS_ROW:
            following = node.next
            while following is not None and following.tag != "-comment":
                following = following.next
            return following.next if following is not None else None
        return node.next

    def _is_shown(self, node: LexborNode) -> bool:
        if node.mem_id not in self._looks.gone:
            return True
        if self.opened:
            return is_panel(node, self._looks.gone)
        if node.css_first("table") is not None:
            self.hid_a_table = True
            self.has_closed_panels = self.has_closed_panels or is_panel(node, self._looks.gone)
        return False

    def _passed_over(self, node: LexborNode, tag: str) -> None:
        if tag == "head":
            for child in children(node):
                if child.tag == "title":
                    self.head.append(("title", (child.text() or "").strip()))
                elif child.tag == "meta":
                    self._meta(child, "meta")
        elif tag in {"iframe", "object", "frame"}:
            self._link(node, tag)
        elif tag in DRAWINGS and node.mem_id not in self._looks.gone:
            self.visible.drawing()

    def _meta(self, node: LexborNode, _: str) -> None:
        attributes = node.attributes
        name = attributes.get("name") or attributes.get("property")
        content = attributes.get("content")
        if name and content:
            self.head.append((name.strip(), content.strip()))

    # -- lines

    def _raised(self, node: LexborNode, _: str) -> _Leave:
        """Text above or below the line: the mark of a footnote is no digit of the number before it."""
        self._say(node.text().translate(_RAISED))
        return _read_already

    def _line_end(self, _: LexborNode, __: str) -> None:
        self.visible.line_end()

    def _block(self, node: LexborNode, tag: str) -> _Leave:
        self.visible.line_end()
        if tag in CONTAINERS:
            return self._container(node, tag)
        return self.visible.line_end

    def _container(self, node: LexborNode, tag: str) -> _Leave:
        visible = self.visible
        attributes = node.attributes
        fitting = is_furniture(tag, attributes)
        edge = not fitting and is_edge(tag, attributes)
        if not (fitting or edge):
            return visible.line_end
        mark = visible.mark()

        def leave() -> None:
            visible.line_end()
            # A header is as often the article's own, with the title in it, as the page's.
            if fitting or not visible.has_title_since(mark):
                visible.furniture(mark)

        return leave

    def _heading(self, _: LexborNode, tag: str) -> _Leave:
        visible = self.visible
        visible.line_end()
        visible.heading = HEADINGS[tag]

        def leave() -> None:
            visible.line_end()
            visible.heading = None

        return leave

    def _kept(self, _: LexborNode, __: str) -> _Leave:
        self.visible.line_end()
        self._preformatted += 1
        self._choose_say()
        return self._leave_kept

    def _leave_kept(self) -> None:
        self._preformatted -= 1
        self._choose_say()
        self.visible.line_end()

    # -- tables

    def _table(self, node: LexborNode, _: str) -> _Leave:
        visible = self.visible
        visible.line_end()
        if visible.in_table:
            self._inner += 1
            return self._leave_inner
        if node.mem_id in self._nesting.layout:
            return visible.line_end
        visible.open_table()
        return visible.close_table

    def _leave_inner(self) -> None:
        self._inner -= 1
        self.visible.line_end()

    def _group(self, _: LexborNode, tag: str) -> _Leave | None:
        if self._inner or not self.visible.in_table:
            return None
        self.visible.open_group(tag)
        return self.visible.close_group

    def _row(self, _: LexborNode, __: str) -> _Leave:
        if self._inner or not self.visible.in_table:
            self.visible.line_end()
            return self.visible.line_end
        return self.visible.close_row

    def _cell(self, node: LexborNode, tag: str) -> _Leave:
        if self._inner or not self.visible.in_table:
            return self._block(node, tag)
        attributes = node.attributes
        rowspan = span_of(attributes["rowspan"], lowest=0) if "rowspan" in attributes else 1
        colspan = span_of(attributes["colspan"]) if "colspan" in attributes else 1
        if self._drawing:
            rowspan, colspan = span_of(attributes.get("aria-rowspan")), span_of(attributes.get("aria-colspan"))
        is_plain = self._is_plain or (not self._veils and self._looks.leaves_plain(node.mem_id))
        text = None if self._preformatted or not is_plain else self._simple_text(node)
        if text is None:
            self.visible.open_cell(rowspan, colspan, heading=tag == "th")
            return self.visible.close_cell
        self.visible.cell(text, rowspan, colspan, heading=tag == "th")
        return _read_already

    def _simple_text(self, node: LexborNode) -> str | None:
        """The text of a cell that is one run of text, as nearly all are; None where it takes a walk to tell."""
        child = node.first_child
        while child is not None:
            tag = child.tag
            if child.next is not None or not (self._is_plain or self._looks.leaves_plain(child.mem_id)):
                return None
            if tag == "-text":
                return child.text_content
            if tag not in WRAPPERS:
                return None
            child = child.first_child
        return ""

    def _placed_page(self, lines: Sequence[str]) -> _Leave:
        """The lines of a page of which the first piece is met; none where another piece is met."""
        for line in lines:
            self.visible.line_end()
            self.visible.preformatted(line)
            self.visible.line_end()
        return _read_already

    def _drawn_row(self, element: int) -> _Leave:
        if element in self._drawn.first:
            self.visible.open_table()
            self._drawing = True
        return self._leave_drawn_table if element in self._drawn.last else self.visible.close_row

    def _leave_drawn_table(self) -> None:
        self.visible.close_row()
        self.visible.close_table()
        self._drawing = False

    def _caption(self, _: LexborNode, __: str) -> _Leave:
        self.visible.line_end()
        return self.visible.line_end if self._inner or not self.visible.in_table else self.visible.close_caption

    # -- what stands in the text without being text

    def _link(self, node: LexborNode, _: str) -> None:
        address = file_address(node.attributes)
        if address:
            self.attachments.append(f"{' '.join((node.text() or '').split())} {address}".strip())

    def _picture(self, node: LexborNode, _: str) -> None:
        attributes = node.attributes
        self.visible.picture(picture_words(attributes), is_ornament=is_ornament(attributes))

    def _input(self, node: LexborNode, _: str) -> None:
        if self.visible.in_cell:
            self._say(typed_value(node.attributes))

    def _select(self, node: LexborNode, _: str) -> None:
        chosen = node.css_first("option[selected]") if self.visible.in_cell else None
        if chosen is not None:
            self._say(chosen.text() or "")
