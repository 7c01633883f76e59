"""The printed words of all forms, looked up: which line, group, column or caption a text of a page is.

Built from the declarations of the editions; nothing is listed here.
"""

import re
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from functools import cache

from attrs import frozen

from govdisclosure.editions import TABLES
from govdisclosure.form import Heading, form_of, slots
from govdisclosure.remembering import remembered
from govdisclosure.wording import enumerated, key, spoken


class Role(Enum):
    """What the words head."""

    #: A line of cells.
    LINE = auto()
    #: Several lines.
    GROUP = auto()
    #: A column.
    COLUMN = auto()
    #: A block of lines: 第二十条第（一）项.
    BLOCK = auto()
    #: Nothing of its own: 信息内容, 申请人情况.
    STUB = auto()
    #: The section that the table stands in.
    TITLE = auto()


@frozen(cache_hash=True)  # looked up for every cell
class Term:
    """Words of a form, and what they head."""

    role: Role
    #: The attribute of the report that holds the table.
    table: str
    #: Attribute path within the table for lines and groups, attribute for columns, the words for the rest.
    path: str
    enumerator: str
    key: str
    bare: str

    @property
    def meaning(self) -> tuple[Role, str, str]:
        """What the words head; terms that differ only in wording agree in it."""
        return (self.role, self.table, self.path)


def _wordings(role: Role, table: str, path: str, heading: Heading) -> Iterator[Term]:
    for label in (heading.label, *heading.aliases):
        parts = enumerated(label)
        yield Term(role, table, path, parts.enumerator, parts.key, parts.bare)


def _terms_of(table: type) -> Iterator[Term]:
    form = form_of(table)
    for words, role in ((form.title, Role.TITLE), *((stub, Role.STUB) for stub in form.stubs)):
        yield from _wordings(role, form.name, words, Heading(words))
    for slot in slots(table):
        *path, column = slot.path.split(".")
        for depth, heading in enumerate(slot.row, start=1):
            role = Role.LINE if depth == len(slot.row) else Role.GROUP
            yield from _wordings(role, form.name, ".".join(path[:depth]), heading)
        yield from _wordings(Role.COLUMN, form.name, column, slot.column)
        if slot.block:
            yield from _wordings(Role.BLOCK, form.name, slot.block, Heading(slot.block))


@cache
def terms() -> tuple[Term, ...]:
    """Every wording of every form, each once."""
    return tuple(dict.fromkeys(term for table in TABLES for term in _terms_of(table)))


@cache
def _index() -> dict[str, tuple[Term, ...]]:
    index: dict[str, dict[Term, None]] = {}
    for term in terms():
        for word in {term.key, term.bare, term.enumerator.strip("(") + term.key} - {""}:
            index.setdefault(word, {})[term] = None
    return {word: tuple(found) for word, found in index.items()}


@cache
def _words_of(table: str | None) -> str:
    wanted = [term for term in terms() if table in {None, term.table}]
    return "\n".join({term.enumerator.strip("(") + term.key for term in wanted} | {term.bare for term in wanted})


def is_fragment(words: str, table: str | None = None) -> bool:
    """Whether a `key` is a piece of some label of the forms, or of one table's."""
    return words in _words_of(table)


#: A page's cell longer than this is no label.
LONGEST_LABEL = 400


@remembered
def lookup(text: str) -> tuple[Term, ...]:
    """The terms that a text can be, the likeliest first; empty for text that is no label.

    The text may be a label with another enumerator, with notes, with characters lost or replaced.
    """
    if not text or len(text) > LONGEST_LABEL:
        return ()
    parts = enumerated(text)
    index = _index()
    found = index.get(parts.key) or index.get(parts.bare) or index.get(key(text))
    if found is None:
        found = _similar(parts.key) or _similar(parts.bare) or _without_company(text)
    numbered = tuple(term for term in found if parts.enumerator and term.enumerator == parts.enumerator)
    return numbered or tuple(sorted(found, key=lambda term: _mismatch(term, parts.enumerator)))


#: Local forms print the year that the national form names by 本年, 上年, 下年度.
_YEAR = re.compile(r"(?:19|20)\d\d\s*年度?")
_YEARS = ("本年", "上年", "上一年", "下年度")
_FOREIGN_WORDS = re.compile(r"[A-Za-z][A-Za-z .,'’&()/-]*")


def _without_company(text: str) -> tuple[Term, ...]:
    """The terms of a label that has a translation beside it, or the labels of its groups before it."""
    if "/" in text:
        return lookup(text.rpartition("/")[2])
    for word in _YEARS if _YEAR.search(text) else ():
        parts = enumerated(_YEAR.sub(word, text, count=1))
        if found := _index().get(parts.key) or _index().get(parts.bare):
            return found
    chinese = _FOREIGN_WORDS.sub(" ", text)
    return lookup(chinese) if chinese != text else ()


def _mismatch(term: Term, enumerator: str) -> int:
    if term.enumerator == enumerator:
        return 0
    return 1 if term.enumerator.strip("(") == enumerator.strip("(") else 2


_LOST_SHARE = 0.6  # of a label's characters must be left
_LONG_ENOUGH = 4  # characters, to be told by what is left of it
_LONG_ENOUGH_TO_ERR = 5  # characters, to be told with a wrong one among them
#: Characters that are never mistaken for another: 上年处理决定数量 is no misspelt 本年处理决定数量.
_TELLING = frozenset("上去前今不未非")


@remembered
def _similar(words: str) -> tuple[Term, ...]:
    """The terms of the one meaning that damaged words can have; empty where there are several."""
    if not _LONG_ENOUGH <= len(words) <= _longest_label() + 1:
        return ()
    alike = _sharing(words)
    for resembles in (_is_part, _is_misspelt):
        found = tuple(term for term in alike if any(resembles(words, label) for label in (term.key, term.bare)))
        if found:
            return found if len({term.path for term in found}) == 1 else ()
    return ()


def _sharing(words: str) -> tuple[Term, ...]:
    """The terms that share so many characters with words that the words may be a damaged label of theirs."""
    characters = frozenset(words)
    return tuple(term for term, own, enough in _characters() if len(own & characters) >= enough)


@cache
def _characters() -> tuple[tuple[Term, frozenset[str], float], ...]:
    """Each term with the characters of its label, and how many of them damage leaves at least."""
    told = (term for term in terms() if term.role is not Role.TITLE)
    return tuple(
        (term, frozenset(term.key), min(len(set(label)) - _LOST * len(label) for label in (term.key, term.bare)))
        for term in told
    )


_LOST = 1 - _LOST_SHARE


@cache
def _longest_label() -> int:
    return max(len(term.key) for term in terms())


def _is_part(words: str, label: str) -> bool:
    """Whether the label is the words with characters lost (现行有效件 for 现行有效件数)."""
    if not len(label) * _LOST_SHARE <= len(words) < len(label):
        return False
    left = iter(label)
    return all(character in left for character in words)


def _is_misspelt(words: str, label: str) -> bool:
    """Whether the words are the label with every fifth character wrong at most."""
    if min(len(words), len(label)) < _LONG_ENOUGH_TO_ERR or abs(len(words) - len(label)) > 1:
        return False
    if _TELLING.intersection(words) != _TELLING.intersection(label):
        return False
    allowed = max(1, len(label) // _LONG_ENOUGH_TO_ERR)
    return _distance(words, label, allowed) <= allowed


def _distance(one: str, other: str, limit: int) -> int:
    row = list(range(len(other) + 1))
    for number, left in enumerate(one, start=1):
        last, row[0] = row[0], number
        for column, right in enumerate(other, start=1):
            last, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, last + (left != right))
        if min(row) > limit:
            return limit + 1
    return row[-1]


@frozen
class Piece:
    """A stretch of a text: a label of the forms, or words between labels."""

    words: str
    found: tuple[Term, ...] = ()

    @property
    def is_fragment(self) -> bool:
        """Whether the words are a piece of some label."""
        return not self.found and is_fragment(self.words)


@cache
def _labels() -> re.Pattern[str]:
    wordings = {term.enumerator.strip("(") + term.key for term in terms()} | set(_index())
    longest_first = sorted(wordings, key=lambda words: (-len(words), words))
    return re.compile("|".join(longest_first))


_BRACKETED = re.compile(r"\(([^()]{0,400})(?:\)|$)")


def _without_foreign_notes(folded: str) -> str:
    """Leave out what stands in brackets, unless it is part of a label: （一）, （单位：万元）."""

    def kept(note: re.Match[str]) -> str:
        return f" {note[1]} " if is_fragment(key(note[1])) else " "

    return str(_BRACKETED.sub(kept, folded))


@remembered
def segment(text: str) -> tuple[Piece, ...]:
    """Part a text into labels of the forms and the words between them.

    >>> [piece.words for piece in segment("信息内容本年制发件数 本年废止 件数 现行有效件数")]
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数']
    """
    chunks = [chunk for chunk in _without_foreign_notes(spoken(text)).split() if key(chunk)]
    pieces: list[Piece] = []
    start = 0
    while start < len(chunks):
        end, found = _longest(chunks, start)
        pieces += found
        start = end
    return tuple(pieces)


_MOST_CHUNKS = 8  # that one label is broken into: 3. 危及 “三安全 一稳定”


def _longest(chunks: list[str], start: int) -> tuple[int, tuple[Piece, ...]]:
    """The label that the most chunks from a place on make up, or what the one chunk there is."""
    for end in range(min(len(chunks), start + _MOST_CHUNKS), start, -1):
        words = key("".join(chunks[start:end]))
        found = _exactly(words)
        if found:
            return end, (Piece(words, found),)
    return start + 1, _parted(chunks[start])


# The statistics of 2014 to 2018 count what is a line of the later forms: 行政复议数量, 制发规范性文件总数.
_QUANTITIES = frozenset({"数", "总数", "数量", "件数"})


def _parted(chunk: str) -> tuple[Piece, ...]:
    """Labels that stand in one chunk without anything between them; else the chunk as it is."""
    words = key(chunk)
    if is_fragment(words):
        return (Piece(words),)
    pieces: list[Piece] = []
    end = 0
    for match in _labels().finditer(words):
        if match.start() > end:
            pieces.append(Piece(words[end : match.start()]))
        pieces.append(Piece(match[0], _exactly(match[0])))
        end = match.end()
    if end < len(words):
        pieces.append(Piece(words[end:]))
    if words[end:] in _QUANTITIES and any(term.role is not Role.COLUMN for piece in pieces for term in piece.found):
        return (Piece(words),)
    if all(piece.found or (piece.is_fragment and _TELLING.isdisjoint(piece.words)) for piece in pieces):
        return tuple(pieces)
    return (Piece(words, lookup(chunk)),)


@cache
def _numbered() -> Mapping[str, tuple[Term, ...]]:
    """The terms of each label, its enumerator included."""
    found: dict[str, list[Term]] = {}
    for term in terms():
        found.setdefault(term.enumerator.strip("(") + term.key, []).append(term)
    return {label: tuple(meant) for label, meant in found.items()}


@cache
def _beginnings() -> str:
    """Every label, its enumerator included, a line feed before each."""
    return "".join(f"\n{label}" for label in _numbered())


@remembered
def _exactly(words: str) -> tuple[Term, ...]:
    """The terms of which a key is the whole label, with or without enumerator, or the label with a part of its note."""
    exact = _numbered().get(words, ())
    bare = tuple(term for term in _index().get(words, ()) if term not in exact)
    if any(term.enumerator for term in exact):
        return exact
    if exact or bare or f"\n{words}" not in _beginnings():
        return exact + bare
    return tuple(term for term in terms() if _is_begun(words, term))


def _is_begun(words: str, term: Term) -> bool:
    number = term.enumerator.strip("(")
    label = number + term.key
    enough = words.startswith(number + term.bare) or len(words) >= max(len(label) * _LOST_SHARE, _LONG_ENOUGH)
    return enough and label.startswith(words)
