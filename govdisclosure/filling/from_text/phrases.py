"""Lines of text -> words and numbers, and which lines belong to a table."""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from attrs import evolve, frozen

from govdisclosure.filling.rows import Item, is_misread, is_words, probe
from govdisclosure.grid import Line
from govdisclosure.headings import heading_of
from govdisclosure.source import Span
from govdisclosure.states import State
from govdisclosure.vocabulary import Piece, Role, lookup, segment


@frozen
class Token:
    """Words, or a number (or mark, or blank cell), of a line."""

    text: str
    span: Span
    #: None for words.
    item: Item | None = None


@frozen
class TextLine:
    """A line with its words and numbers, and what the words mean."""

    line: Line
    tokens: tuple[Token, ...]
    pieces: tuple[Piece, ...]

    @cached_property
    def is_heading(self) -> bool:
        """Whether the line is the heading of a section that a table stands in."""
        return any(term.role is Role.TITLE for piece in self.pieces for term in piece.found[:1])

    @cached_property
    def is_tabular(self) -> bool:
        """Whether the line is made of labels of the forms, and numbers."""
        named = any(piece.found for piece in self.pieces)
        return named and not self.is_heading and all(piece.found or piece.is_fragment for piece in self.pieces)

    @property
    def is_numbers(self) -> bool:
        """Whether the line is numbers and nothing else."""
        return bool(self.tokens) and all(token.item for token in self.tokens)

    @cached_property
    def may_be_tabular(self) -> bool:
        """Whether a line of a table may look so: numbers alone, pieces of labels, a cell."""
        if self.is_heading or (self.line.cell and _heads_or_ends(self.line.text)):
            return False
        return self.line.cell or all(piece.found or piece.is_fragment for piece in self.pieces)


_CHUNK = re.compile(r"\S+")
#: Dots that lead from a label to its number, 规章……5; what wide spaces become that were encoded and decoded wrongly.
_LEADERS = re.compile(r"\.{3,}|…+|·{3,}|\?{4,}")
#: A label with what its cells ran into behind it: 规章001, 规章0/无.
_GLUED = re.compile(
    r"(?P<label>.*[^\d\s.、,，;；(（/\\\-—–―~*_无])(?P<digits>[,，;；]*[\d/\\\-—–―~*_无][\d.,，;；/\\\-—–―~*_无]*)"
)
_PAIR = re.compile(r"(?P<label>.{2,80}[:：])(?P<digits>[^:：]{1,20})")
_BULLETS = frozenset("-*+•·●○■◆▪")
#: A line longer than this is prose or a label with a long note, never a row of numbers.
_LONGEST_LINE = 2000
_LONG_SENTENCE = 40
#: The end of a sentence; in brackets, it is that of a note.
_SENTENCE_END = re.compile(r"。(?![)）])")
_WIDE = re.compile("[\u1100-\u115f\u2e80-\uffdc]")


def text_line(line: Line) -> TextLine:
    """Part a line into words and numbers; prose stays one word that means nothing."""
    text = line.text
    if len(text) > _LONGEST_LINE or (len(text) > _LONG_SENTENCE and _SENTENCE_END.search(text)):
        return TextLine(line, (Token(text, line.span),), (Piece(text[:_LONG_SENTENCE]),))
    tokens = _tokens(line)
    return TextLine(line, tokens, segment(" ".join(token.text for token in tokens if token.item is None)))


def _tokens(line: Line) -> tuple[Token, ...]:
    text, start = line.text if line.cell else _LEADERS.sub(_as_spaces, line.text), line.span.start
    inner = text.strip()
    if _is_number(inner) or (line.cell and not is_words(inner)):
        left = start + len(text) - len(text.lstrip())
        span = Span(left, left + len(inner)) if inner else line.span
        shown = inner or text
        return (Token(shown, span, Item(shown, span)),)
    if line.cell and lookup(inner):
        return (Token(inner, line.span),)
    if not line.cell and (pairs := pairs_in(line)):
        return pairs
    tokens: list[Token] = []
    chunks = list(_CHUNK.finditer(text))
    if len(chunks) > 1 and chunks[0][0] in _BULLETS and not _is_number(chunks[1][0]):
        del chunks[0]
    for match in chunks:
        tokens += _chunk_tokens(match[0], start + match.start(), text[: match.start()])
    following = (*tokens[1:], None)[: len(tokens)]
    return tuple(map(_as_item, tokens, following))


_LIST_ITEM = re.compile(r"\s*(?:[-*+•·●○■◆▪]\s+)?(?P<label>.{2,80}?)[:：]\s*(?P<pairs>.+?)[。；;]?\s*")
_SEPARATORS = re.compile(r"[，,；;、](?!\d)\s*|$")
_HEADED = re.compile(
    r"(?P<head>.*?(?:[^\W\d_无]|[)）]))\s*[:：]?\s*(?P<figures>[+\-－]?\d\S{0,20}|[/\\\-—–―~*_无]{0,3})"
)


def pairs_in(line: Line) -> tuple[Token, ...]:
    """The words and numbers of a line that lists the cells of a row with their heads; none of any other line.

    >>> text = "规章：本年制发件数5，本年废止件数，现行有效件数12"
    >>> [token.text for token in pairs_in(Line(text, Span(0, len(text))))]
    ['规章', '本年制发件数：', '5', '本年废止件数：', '', '现行有效件数：', '12']
    """
    found = _LIST_ITEM.fullmatch(line.text)
    if not found or not _labels_a_line(found["label"]):
        return ()
    tokens = [Token(found["label"], Span(line.span.start + found.start("label"), line.span.start + found.end("label")))]
    start = found.start("pairs")
    for end in _SEPARATORS.finditer(line.text, start, found.end("pairs")):
        pair = _HEADED.fullmatch(line.text, start, end.start())
        if pair is None or not any(term.role is Role.COLUMN for term in lookup(pair["head"])):
            return ()
        head = f"{pair['head']}："
        figures = Span(line.span.start + pair.start("figures"), line.span.start + pair.end("figures"))
        if [token.text for token in tokens[-2:]] != [head, pair["figures"]]:  # repeated for each field that it spans
            tokens.append(Token(head, Span(line.span.start + start, figures.start)))
            tokens.append(Token(pair["figures"], figures, Item(pair["figures"], figures)))
        start = end.end()
    return tuple(tokens)


def _as_spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _as_item(token: Token, following: Token | None) -> Token:
    """A token of figures and punctuation as an unreadable item: ``(3)``, ``[0,``. Before words it is an enumerator."""
    if token.item or not any(character.isdigit() for character in token.text) or _has_letters(token.text):
        return token
    if following is not None and following.item is None and _has_letters(following.text):
        return token
    return evolve(token, item=Item(token.text, token.span))


def _has_letters(text: str) -> bool:
    """Whether there are letters in a text besides marks: 0无3 are cells that ran into each other."""
    return any(character.isalpha() and character != "无" for character in text)


def _chunk_tokens(chunk: str, start: int, before: str) -> tuple[Token, ...]:
    span = Span(start, start + len(chunk))
    if _is_number(chunk):
        column = _width(before)
        return (Token(chunk, span, Item(chunk, span, columns=range(column, column + _width(chunk)))),)
    glued = _GLUED.fullmatch(chunk)
    if not glued or not _labels_a_line(glued["label"]):
        glued = _PAIR.fullmatch(chunk)
        if not glued or not _is_number(glued["digits"]):
            return (Token(chunk, span),)
    middle = start + glued.start("digits")
    number = Span(middle, span.end)
    column = _width(before)
    item = Item(glued["digits"], number, columns=range(column, column + _width(chunk)))
    return (Token(glued["label"], Span(start, start + len(glued["label"]))), Token(glued["digits"], number, item))


def _labels_a_line(words: str) -> bool:
    pieces = segment(words)
    known = all(piece.found or piece.is_fragment for piece in pieces)
    return known and bool(pieces) and any(term.role is Role.LINE for term in pieces[-1].found)


_CHINESE_FIGURES = frozenset("一二三四五六七八九十百千万亿两")


def _is_number(text: str) -> bool:
    """Whether a text is a number in figures or a mark, or 持平; 三 and 一 may be pieces of labels."""
    state = probe(text).state
    if state is State.STATED:
        return _CHINESE_FIGURES.isdisjoint(text) or any(character.isdigit() for character in text)
    return state is State.DASH or is_misread(text) or bool(re.fullmatch(r"0\d+", text))


def _width(text: str) -> int:
    """How many columns of a fixed-width screen a text takes."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


_NEAR = 3  # lines of another make that may stand inside a table
_SHORT = 120  # characters, beyond which a line of another make is prose


def table_regions(lines: Sequence[TextLine], *, goes_on: bool = False) -> tuple[range, ...]:
    """The stretches of lines that belong to tables.

    Args:
        lines: the lines of a text.
        goes_on: whether numbers with which they begin belong to a table whose head stands before them.
    """
    regions: list[range] = []
    start = 0 if goes_on and lines and lines[0].is_numbers else None
    end = gap = 0
    for number, line in enumerate(lines):
        if line.is_tabular:
            start = number if start is None else start
            end, gap = number + 1, 0
        elif start is not None and line.may_be_tabular:
            end, gap = number + 1, 0
        elif start is not None:
            gap += 1
            if line.is_heading or gap > _NEAR or _is_prose(line):
                regions.append(range(start, end))
                start, gap = None, 0
    if start is not None:
        regions.append(range(start, end))
    return tuple(regions)


def _is_prose(line: TextLine) -> bool:
    text = line.line.text
    if _heads_or_ends(text):
        return True
    if any(piece.found for piece in line.pieces):
        return False
    return (len(text) > _SHORT and not line.line.cell) or text.rstrip().endswith(("。", "；", "，"))


def _heads_or_ends(text: str) -> bool:
    """Whether a line heads a section, so that “无。” below it is no dash of the table before, or is a long sentence."""
    heading = heading_of(text)
    is_first = heading is not None and heading.exact and heading.depth == 1
    return is_first or (len(text) > _LONG_SENTENCE and text.rstrip().endswith("。"))


_LONG = 400  # characters; a line of a table is shorter, unless its label has a long note


def broken(line: Line) -> tuple[Line, ...]:
    """A line that a scraper made of many, parted where a row of numbers, a sentence or a label of the forms ends.

    Lines of ordinary length stay whole.
    """
    if len(line.text) <= _LONG:
        return (line,)
    chunks = list(_CHUNK.finditer(line.text))
    starts = [0]
    for earlier, later in pairwise(chunks):
        ends_row = _is_number(earlier[0]) and not _is_number(later[0])
        if ends_row or earlier[0].endswith("。") or lookup(later[0]) or lookup(earlier[0]):
            starts.append(later.start())
    ends = [*starts[1:], len(line.text)]
    pieces = [(start, line.text[start:end].rstrip()) for start, end in zip(starts, ends, strict=True)]
    offset = line.span.start
    return tuple(
        evolve(line, text=text, span=Span(offset + start, offset + start + len(text))) for start, text in pieces
    )
