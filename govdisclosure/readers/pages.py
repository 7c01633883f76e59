"""Markup of a page -> its visible text, lines and tables.

The tree is the one that browsers build (Lexbor), since broken markup is the normal case.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import count, groupby

from attrs import evolve
from selectolax.lexbor import LexborHTMLParser

from govdisclosure.grid import Document, Grid, Line
from govdisclosure.readers.breaking_off import is_cut, without_broken_tag
from govdisclosure.readers.carriers import page_kept, page_shown, unwrapped
from govdisclosure.readers.extent import refuse_intricate, refuse_long, refuse_many
from govdisclosure.readers.looks import Looks, looks
from govdisclosure.readers.nesting import shallow
from govdisclosure.readers.records import BARS
from govdisclosure.readers.texts import with_grids
from govdisclosure.readers.walk import Walk
from govdisclosure.source import Decoding, Media, Source

_TABLE = re.compile(r"<table[\s>]", re.IGNORECASE)
_CELL = re.compile(r"<t[rdh][\s>]", re.IGNORECASE)


def _walked(markup: str, *, opened: bool) -> Walk:
    if not _TABLE.search(markup) and _CELL.search(markup):
        # Rows that were copied without their table: without one, browsers would run their cells together.
        markup = f"<table>{markup}</table>"
    markup = without_broken_tag(markup)
    refuse_intricate(markup)
    encoded = shallow(markup).encode("utf-8", errors="replace")
    tree = LexborHTMLParser(encoded)
    root = tree.root
    walk = Walk(tree, encoded, looks(tree, encoded), opened=opened)
    if root is not None:
        walk.over(root)
        # The report in a panel that a script opens is better than none.
        if walk.hid_a_table and "\t" not in walk.visible.shown():
            walk = Walk(tree, encoded, Looks())
            walk.over(root)
    if is_cut(markup):
        walk.visible.break_off()
    return walk


def read_page(markup: str, decoding: Decoding, *, opened: bool = False) -> Document:
    r"""Read the markup of a page.

    ``Source.text`` is the visible text. Cells are parted by tabs, rows and blocks end with line feeds. A table that
    holds other tables, or frames text, gives lines; every other table gives a grid with its cells where browsers put
    them. Where a page breaks off amid a cell or a line, no line feed ends it.

    >>> from govdisclosure.source import DecodedBy
    >>> given = Decoding(declared=None, used=None, by=DecodedBy.CALLER)
    >>> read_page("<p>二、<table><tr><td>规章<td>&nbsp;<td>3</table>", given).source.text
    '二、\n规章\t\xa0\t3\n'

    Args:
        markup: the page.
        decoding: how it was decoded.
        opened: whether to read the panels with tables, too, that a script of the page opens.
    """
    walk = _walked(markup, opened=opened)
    within = page_shown(walk.visible.shown())
    if within is None:
        document = _document(walk, decoding)
        if _has_table(document):
            return document
        shown = unwrapped(markup)
        if shown != markup and _has_table(kept := _document(_walked(shown, opened=opened), decoding)):
            return kept
        within = page_kept(markup)
        if within is None:
            return document
    inner = _document(_walked(within, opened=opened), decoding)
    return evolve(inner, head=(*walk.head, *inner.head))


def _has_table(document: Document) -> bool:
    return any(isinstance(block, Grid) and len(block.cells) >= _ENOUGH_CELLS for block in document.blocks)


def _with_rows_of_text(blocks: Sequence[Line | Grid], text: str) -> Iterator[Line | Grid]:
    """The blocks, those lines for grids that are rows with bars or tabs between their cells."""
    if not any(
        isinstance(block, Line) and ("\t" in block.text or "|" in block.text.translate(BARS)) for block in blocks
    ):
        yield from blocks
        return
    grids = count()
    for is_line, group in groupby(blocks, key=lambda block: isinstance(block, Line)):
        parts = tuple(group)
        lines = [block for block in parts if isinstance(block, Line)]
        for block in with_grids(lines, text) if is_line else parts:
            yield evolve(block, number=next(grids)) if isinstance(block, Grid) else block


_ENOUGH_CELLS = 20  # of a table of the report, but for the last


def _document(walk: Walk, decoding: Decoding) -> Document:
    text = walk.visible.shown()
    refuse_long(text)
    blocks, pictures = walk.visible.finished()
    refuse_many(blocks)
    return Document(
        source=Source(text, Media.HTML, decoding),
        blocks=tuple(_with_rows_of_text(blocks, text)),
        head=tuple(walk.head),
        pictures=pictures,
        attachments=tuple(walk.attachments),
        has_closed_panels=walk.has_closed_panels and not walk.opened,
    )
