"""Words and numbers of text -> labels and runs of numbers, in order."""

from collections.abc import Iterable, Sequence

from attrs import define, evolve, field, frozen

from govdisclosure.filling.context import attributes_meant, columns_in_use, line_meant, lines_begun, widths_of
from govdisclosure.filling.from_text.phrases import TextLine, Token
from govdisclosure.filling.from_text.wrapped import with_whole_labels
from govdisclosure.filling.rows import Head, Item, Position
from govdisclosure.source import Span
from govdisclosure.vocabulary import Piece, Role, Term, is_fragment, segment


@frozen
class Label:
    """The label of a line of the form, or words in its place that the forms do not have."""

    text: str
    span: Span
    table: str
    line: str | None
    heads: tuple[Head, ...]


@frozen
class Run:
    """Numbers that stand together; their list grows while they are read."""

    items: list[Item]
    table: str
    heads: tuple[Head, ...]
    #: Whether words stand before the first of them on its line of text.
    anchored: bool

    @property
    def numbers(self) -> list[Item]:
        """The items that are not blank."""
        return [item for item in self.items if not item.is_blank]

    @property
    def span(self) -> Span:
        """From the first item to the last."""
        return Span(self.items[0].span.start, self.items[-1].span.end)


Event = Label | Run


@define
class _Scribe:
    """Turns words and numbers into events, in order."""

    position: Position
    events: list[Event] = field(factory=list)
    words: list[Token] = field(factory=list)
    #: The line of text that the last words stand on.
    words_on: int = -1
    #: The line of text that the last number stands on, and whether it stands there alone.
    items_on: int = -1
    alone: bool = False

    def take(self, line: TextLine, number: int) -> None:
        """Take the next line of a table."""
        order = _unusual_order(line)
        if order:
            self.flush()
            heads = (Head(line.line.text, frozenset({name}), None, range(at, at + 1)) for at, name in enumerate(order))
            self.position.add_heads(tuple(heads))
            return
        items = sum(token.item is not None for token in line.tokens)
        for token in line.tokens:
            if token.item is None:
                self.words.append(token)
                self.words_on = number
            elif not self._goes_on(token.item, line):
                self._number(token.item, number, count=items, alone=items == 1 and len(line.tokens) == 1)

    def _goes_on(self, item: Item, line: TextLine) -> bool:
        """Take what stands behind a number on its line for part of the cell that its head names: 自然人：1 378."""
        last = self.events[-1] if self.events else None
        start = line.line.span.start
        if self.words or not isinstance(last, Run) or last.items[-1].span.start < start:
            return False
        named = last.items[-1]
        text = line.line.text
        if not named.attribute or not text[: named.span.start - start].rstrip().endswith((":", "：")):
            return False
        whole = Span(named.span.start, item.span.end)
        last.items[-1] = evolve(named, text=text[whole.start - start : whole.end - start], span=whole)
        return True

    def _number(self, item: Item, number: int, *, count: int, alone: bool) -> None:
        anchored = self.words_on == number and bool(self.words)
        names = self._named_columns()
        fresh = bool(self.words) and not names
        self.flush(but_last=len(names))
        if self.position.table is None:
            return
        last = self.events[-1] if self.events else None
        together = number == self.items_on or (alone and self.alone) or names or self._completes_row(count)
        empty = [Item("", Span(item.span.start, item.span.start), attribute=name) for name in names[:-1]]
        items = [*empty, evolve(item, attribute=names[-1] if names else "")]
        if isinstance(last, Run) and not fresh and last.table == self.position.table and together:
            last.items.extend(items)
        else:
            self.events.append(Run(items, self.position.table, self.position.heads_of_text, anchored))
        self.items_on, self.alone = number, alone and (self.alone or number != self.items_on)

    def _completes_row(self, count: int) -> bool:
        """Whether so many numbers, on one line, make the numbers on the lines before a whole row of their label.

        In a narrow column two numbers come to stand on one line, where a text layer gives each its own.
        """
        if not self.alone or len(self.events) < 2:  # noqa: PLR2004  # a label and a run
            return False
        label, run = self.events[-2:]
        if not (isinstance(label, Label) and label.line and isinstance(run, Run)):
            return False
        return len(run.items) + count in widths_of(label.table, label.line)

    def _named_columns(self) -> tuple[str, ...]:
        """The columns that the words before a number name, if they name one for each number of a line: 自然人：3.

        All but the last are named and have no number: 自然人： 商业企业：3.
        """
        pieces = self._pieces()
        table = self.position.table or next((term.table for piece in pieces for term in piece.found), None)
        names = _in_order(table, (attributes_meant(piece.found, table) for piece in reversed(pieces)))
        if len(names) > sum(map(self._phrase().count, ":：")):
            names = names[-1:]  # 维持 纠正 其他 3: the heads of a row of numbers
        last = self.events[-1] if self.events else None
        if not names:
            return ()
        if len(pieces) > len(names):
            begins = any(term.role is Role.LINE for term in pieces[-len(names) - 1].found)
        elif isinstance(last, Run):
            own = [item.attribute for item in last.items]
            begins = bool(own[-1]) and _are_in_order(table, (own[-1], *names))
        else:
            begins = last is not None and last.line is not None
        return names if begins else ()

    def _pieces(self) -> tuple[Piece, ...]:
        return segment(self._phrase()) if self.words else ()

    def _phrase(self) -> str:
        return " ".join(token.text for token in self.words)

    def flush(self, *, but_last: int = 0) -> None:
        """Turn the words read since the last number into events; the last labels may be the numbers' own."""
        if not self.words:
            return
        span = Span(self.words[0].span.start, self.words[-1].span.end)
        phrase = self._phrase()
        pieces = self._pieces()
        pieces = pieces[: len(pieces) - but_last]
        self.words = []
        for number, piece in enumerate(pieces):
            self._piece(piece, span, phrase, is_last=number == len(pieces) - 1, is_only=len(pieces) == 1)

    def _piece(self, piece: Piece, span: Span, phrase: str, *, is_last: bool, is_only: bool) -> None:
        position = self.position
        if not piece.found:
            is_noise = piece.is_fragment and not self._begins_next_label(piece.words)
            if not is_noise and len(piece.words) > _NOISE and position.table:
                self.events.append(Label(piece.words, span, position.table, None, position.heads_of_text))
            return
        first = piece.found[0]
        if first.role in {Role.STUB, Role.BLOCK, Role.GROUP, Role.TITLE}:
            position.announce(first.table)
            if first.role is Role.BLOCK:
                position.heads, position.in_head = (), False
            if not (first.role is Role.GROUP and is_last):
                return
        line = self._line(piece, is_last=is_last, is_only=is_only)
        if line is not None:
            position.enter(line.table)
            position.last, position.in_head = line.path, False
            self.events.append(Label(piece.words, span, line.table, line.path, position.heads_of_text))
        elif first.role is Role.COLUMN or any(term.role is Role.COLUMN for term in piece.found):
            self._head(piece, phrase)

    def _begins_next_label(self, words: str) -> bool:
        """Whether words behind a label begin another, which wraps over so many lines that it is not found whole."""
        last = self.events[-1] if self.events else None
        begun = lines_begun(words, self.position.table) if self.position.table else frozenset()
        return isinstance(last, Label) and last.line is not None and bool(begun) and last.line not in begun

    def _line(self, piece: Piece, *, is_last: bool, is_only: bool) -> Term | None:
        """The line that a label means; words that are the label of a column too are so only where nothing else is."""
        line = line_meant(piece.found, self.position.table, self.position.last)
        columns = [term for term in piece.found if term.role is Role.COLUMN]
        if line is None or not columns or piece.found[0].role is Role.LINE:
            return line
        return line if is_last and is_only and self.position.last else None

    def _head(self, piece: Piece, phrase: str) -> None:
        position = self.position
        tables = [term.table for term in piece.found if term.role is Role.COLUMN]
        if position.table not in tables:
            if is_fragment(piece.words, position.table):  # 其他 of 其他结果, which stands broken in two
                return
            position.enter(tables[0])
        position.add_heads((Head(phrase, attributes_meant(piece.found, position.table)),))


def _in_order(table: str | None, meant: Iterable[frozenset[str]]) -> tuple[str, ...]:
    """The columns that words name, given from the last word back, as far as each is one and stands before the next."""
    names: tuple[str, ...] = ()
    for attributes in meant:
        more = (*attributes, *names)
        if len(attributes) != 1 or not _are_in_order(table, more):
            break
        names = more
    return names


def _are_in_order(table: str | None, names: tuple[str, ...]) -> bool:
    return len(names) == 1 or any(
        names == tuple(column for column in columns if column in names) for columns in columns_in_use(table or "")
    )


def _unusual_order(line: TextLine) -> tuple[str, ...]:
    """The columns that a line of text names in another order than the form; none where it does not name them all."""
    named = [piece for piece in line.pieces if not any(term.role is Role.STUB for term in piece.found)]
    for table in {term.table for piece in named[:1] for term in piece.found if term.role is Role.COLUMN}:
        meant = [attributes_meant(piece.found, table) for piece in named]
        names = tuple(name for names in meant if len(names) == 1 for name in names)
        if len(names) == len(meant) and any(_is_another_order(names, columns) for columns in columns_in_use(table)):
            return names
    return ()


def _is_another_order(names: tuple[str, ...], columns: tuple[str, ...]) -> bool:
    return names != columns and len(names) > 1 and sorted(names) == sorted(columns)


_NOISE = 2  # characters: what is shorter is no label


def events_in(lines: Sequence[TextLine], position: Position) -> tuple[Event, ...]:
    """The labels and runs of numbers of a table's lines; moves the position on."""
    scribe = _Scribe(position)
    for number, line in enumerate(with_whole_labels(lines)):
        scribe.take(line, number)
    scribe.flush()
    return tuple(scribe.events)
