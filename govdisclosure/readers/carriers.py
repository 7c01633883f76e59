"""What carries a page: a browser's archive, an interface's answer, a page that keeps another for its scripts."""

import email
import html
import json
import re
from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from govdisclosure.readers.markup import looks_like_html, spelt_out, with_breaks
from govdisclosure.readers.nesting import shallow

_ARCHIVE = re.compile(rb"(?:[\w-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*)*(?:MIME-Version|Content-Type):", re.IGNORECASE)
_HEADERS: Final = 4096  # bytes in which an archive says that it is one
_CELL = re.compile(r"<t[dh][\s>]", re.IGNORECASE)
_SOME_CELLS: Final = 6  # to be a table at all
_ENOUGH_CELLS: Final = 20  # to be a table of the report
_WRAPPED = re.compile(r"\s*+[\w.$]{0,80}+\s*+\(")
_LONGEST_DATUM: Final = 200
_MOST_DATA: Final = 50
_QUOTE = re.compile("[\"'`]")
_LITERALS: Final = {mark: re.compile(rf"{mark}[^{mark}\\]*+(?:\\.[^{mark}\\]*+)*+{mark}", re.DOTALL) for mark in "\"'`"}


def page_of_archive(data: bytes) -> bytes:
    """The page in what browsers save as a single file (MHTML); other bytes as they are.

    Of a page with frames it is the first, or that with a table of the report, if the first has none.
    """
    head = data[:_HEADERS].lstrip()
    if b"multipart/" not in head.lower() or not _ARCHIVE.match(head):
        return data
    try:
        parts = [
            part for part in email.message_from_bytes(data.lstrip()).walk() if part.get_content_maintype() == "text"
        ]
    except RecursionError:  # parts within parts within parts
        return data
    pages = [part for part in parts if part.get_content_subtype() == "html"] or parts
    contents = [content for part in pages if isinstance(content := part.get_payload(decode=True), bytes)]
    tabular = (content for content in contents if content.lower().count(b"<td") >= _ENOUGH_CELLS)
    return next(tabular, contents[0]) if contents else data


def page_of_answer(text: str) -> str:
    """The page or the text in the JSON with which an interface answers, its other data before it; other text as it is.

    >>> page_of_answer('{"data": {"title": "年报", "content": "<p>一、总体情况</p>"}}')
    '<meta name="title" content="年报"><p>一、总体情况</p>'
    """
    value = _parsed(text)
    found = tuple(_strings(value))
    pages = [(name, string) for name, string in found if looks_like_html(string)]
    if not pages:
        return _page_of_tables(value) or text
    name, page = max(pages, key=lambda pair: (_cells(pair[1]), len(pair[1])))
    parts = [string for other, string in pages if other == name]
    if sum(_cells(part) >= _SOME_CELLS for part in parts) > 1:  # a page may be kept in parts, one for each section
        page = "".join(parts)
    data = [(name, string) for name, string in found if name and len(string) <= _LONGEST_DATUM and "<" not in string]
    metas = (f'<meta name="{html.escape(name)}" content="{html.escape(value)}">' for name, value in data[:_MOST_DATA])
    return "".join((*metas, page))


def _cells(markup: str) -> int:
    return len(_CELL.findall(markup))


_Scalar = str | int | float | None


def _page_of_tables(value: object) -> str | None:
    """A page of the tables that an answer has as lists of rows, and of its strings; None where it has no such table."""
    leaves = tuple(_leaves(value))
    if all(isinstance(leaf, str) for _, leaf in leaves):
        return None
    return "".join(f"<p>{html.escape(leaf)}</p>" if isinstance(leaf, str) else _table(leaf) for _, leaf in leaves)


def _table(rows: list[list[_Scalar]]) -> str:
    cells = ("".join(f"<td>{'' if cell is None else html.escape(f'{cell}')}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def _rows_in(value: list[object]) -> list[list[_Scalar]] | None:
    """The rows of a table, where a list is one: of lists of words and numbers, several in some."""
    rows = [
        [cell for cell in row if isinstance(cell, _Scalar)]
        for row in value
        if isinstance(row, list) and all(isinstance(cell, _Scalar) for cell in row)
    ]
    return rows if len(rows) == len(value) > 1 and max(map(len, rows)) > 1 else None


def _parsed(text: str) -> object:
    inner = text.strip("\ufeff \t\r\n;")
    wrapped = _WRAPPED.match(inner)
    if wrapped and inner.endswith(")"):
        inner = inner[wrapped.end() : -1].strip()
    if not inner.startswith(("{", "[")):
        return None
    try:
        return json.loads(inner)
    except (ValueError, RecursionError):
        return None


def _strings(value: object) -> Iterator[tuple[str, str]]:
    """Every string of an answer with the name that it stands under, in order."""
    for name, leaf in _leaves(value):
        if isinstance(leaf, str):
            yield name, leaf
        else:
            yield from ((name, cell) for row in leaf for cell in row if isinstance(cell, str))


def _leaves(value: object) -> Iterator[tuple[str, str | list[list[_Scalar]]]]:
    """Every string and every table of an answer with the name that it stands under, in order."""
    waiting: list[tuple[str, object]] = [("", value)]
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, str):
            yield name, html.unescape(value) if "&lt;" in value and "<" not in value else value
        elif isinstance(value, dict):
            waiting += reversed([(f"{key}", item) for key, item in value.items()])
        elif isinstance(value, list):
            rows = _rows_in(value)
            if rows is not None:
                yield name, rows
            else:
                waiting += reversed([(name, item) for item in value])


_UNSHOWN = re.compile(r"</?(?:noscript|template)(?:\s[^<>]*)?>", re.IGNORECASE)
_FRAME = re.compile(r"""<iframe\s[^<>]*?srcdoc\s*=\s*(?:"([^"]*)"|'([^']*)')[^<>]*+>?""", re.IGNORECASE)


def unwrapped(markup: str) -> str:
    """The markup with what it keeps for browsers without scripts, in templates and in frames, in their places.

    >>> unwrapped('<noscript><p>一</p></noscript><iframe srcdoc="&lt;p&gt;二">')
    '<p>一</p><p>二'
    """
    return _FRAME.sub(lambda frame: html.unescape(frame[1] or frame[2] or ""), _UNSHOWN.sub("", markup))


def page_shown(shown: str) -> str | None:
    """The page of which another shows the markup as its visible text; None where it shows none."""
    return with_breaks(shown.replace("\t", "")) if "<t" in shown and _has_table(shown) else None


def page_kept(markup: str) -> str | None:
    """The page that a page without tables keeps in a field or a script; None where it keeps none."""
    kept = _kept(LexborHTMLParser(shallow(markup).encode("utf-8", errors="replace"))) if "td" in markup else ()
    return max(filter(_has_table, kept), key=len, default=None)


def _has_table(text: str) -> bool:
    return len(_CELL.findall(text)) >= _ENOUGH_CELLS


def _kept(tree: LexborHTMLParser) -> Iterator[str]:
    for field in tree.css("input[value]"):
        yield field.attributes.get("value") or ""
    for field in tree.css("textarea"):
        yield field.text() or ""
    for text in (script.text() or "" for script in tree.css("script")):
        yield spelt_out(text[text.find("<") : text.rfind(">") + 1])
        yield from map(spelt_out, _literals(text))


def _literals(script: str) -> Iterator[str]:
    """What stands between quotation marks in a script."""
    unclosed: set[str] = set()
    position = 0
    while opened := _QUOTE.search(script, position):
        mark = opened[0]
        literal = _LITERALS[mark].match(script, opened.start()) if mark not in unclosed else None
        if literal is None:  # nor does any other of its kind end from here on: not to look again saves a square of time
            unclosed.add(mark)
        else:
            yield literal[0][1:-1]
        position = (literal or opened).end()
