"""Which language a text is written in: the markup of a page, lines with some markup among them, an escaped string."""

import html
import json
import re
from itertools import islice, pairwise

_MARKUP = re.compile(
    r"<(?:!doctype\s+html|!--|/?(?:html|head|body|meta|title|div|p|br|span|font|table|tbody|tr|td|th|ul|ol|li|h[1-6]|a"
    r"|img|strong|b|center|pre|section|article|iframe|frameset|script|style|pdf2xml)(?:\s[^<>]*)?/?>)",
    re.IGNORECASE,
)
_INLINE = r"/?(?:br|b|i|u|em|strong|span|font|sup|sub|a|img|figure)"
_BLOCK = re.compile(rf"<(?!{_INLINE}[\s/>])(?:!doctype|/?[a-z][a-z0-9]*[\s/>])", re.IGNORECASE)
_BARRED = re.compile(r"^[^\n|｜│]*[|｜│][^\n|｜│]*[|｜│]", re.MULTILINE)
_ENOUGH_BARRED = 3  # lines


def looks_like_html(text: str) -> bool:
    """Whether text is the markup of a page, or of a part of one.

    Rows of bars with breaks or emphasis in their cells are Markdown.

    >>> looks_like_html("<td>3</td>"), looks_like_html("总数<3 且 >1"), looks_like_html("<13800000000>")
    (True, False, False)
    """
    if _MARKUP.search(text) is None:
        return False
    return has_blocks(text) or sum(1 for _ in _BARRED.finditer(text)) < _ENOUGH_BARRED


def has_blocks(text: str) -> bool:
    """Whether text has tags of HTML that part it: emphasis, links and breaks stand in wikis too."""
    return _BLOCK.search(text) is not None


_TABLE_TAG = re.compile(r"<(/?)table(?:\s[^<>]*)?>", re.IGNORECASE)
_SHELL = re.compile(r"</?(?:html|body)(?:\s[^<>]*)?>", re.IGNORECASE)
_BREAK = re.compile(r"<br[\s/>]", re.IGNORECASE)


def with_breaks(text: str) -> str:
    """Markup with breaks where its lines end, if it is lines with tables or comments of HTML between them.

    So recognisers of scanned pages write: Markdown, and markup where it has no means to span cells.
    """
    pieces = _by_tables(text)
    if any(_BLOCK.search(_SHELL.sub("", piece)) or _BREAK.search(piece) for piece in pieces[::2]):
        return text
    pieces[::2] = [piece.replace("\n", "<br>\n") for piece in pieces[::2]]
    return "".join(pieces)


def _by_tables(text: str) -> list[str]:
    """What stands around tables, and the tables: in turn."""
    edges = [0]
    depth = 0
    for tag in _TABLE_TAG.finditer(text):
        closing = bool(tag[1])
        if depth == int(closing):
            edges.append(tag.end() if closing else tag.start())
        depth = max(0, depth + (-1 if closing else 1))
    edges = edges if len(edges) % 2 else edges[:-1]
    return [text[start:end] for start, end in pairwise([*edges, len(text)])]


_SPACES = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#12288|#x3000);|<br\s*/?>", re.IGNORECASE)
_EMPHASIS = re.compile(rf"<(?:{_INLINE}(?:\s[^<>|]*)?/?|!--[^<>|]*--)>", re.IGNORECASE)


def without_markup(text: str) -> str:
    """Text without the comments and the emphasis of HTML that Markdown has, its breaks and spaces as spaces.

    >>> without_markup("| 商业<br>企业 | &nbsp; | <b>总计</b> |")
    '| 商业 企业 |   | 总计 |'
    """
    if "&" not in text and "<" not in text:
        return text
    return _EMPHASIS.sub("", _SPACES.sub(" ", text))


_ESCAPED_LINE = re.compile(r"(?<!\\)\\[nr]|(?<!\\)\\u[0-9A-Fa-f]{4}")
_ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[\\/\"'nrtbf])")
_PLAIN = {"\\'": "'", "\\\\": "\\"}
_ENOUGH_ESCAPED = 10  # line ends, or tags


_ESCAPED_TAG = re.compile(r"&(?:amp;){0,2}lt;/?(?:p|td|tr|table|div|span|br|html|body)(?![a-z])", re.IGNORECASE)
_MOST_ESCAPES = 3


def unescaped(text: str) -> str:
    """The text of a JSON string, of a program's literal, or of markup within markup, as it was before it was escaped.

    Dumps of crawlers hold one page a line, its line ends written as a backslash and a letter; data bases hold pages
    with entities for their brackets. Other text stays as it is.
    """
    for _ in range(_MOST_ESCAPES if "lt;" in text and not looks_like_html(text) else 0):
        tags = sum(1 for _ in islice(_ESCAPED_TAG.finditer(text), _ENOUGH_ESCAPED))
        text = html.unescape(text) if tags == _ENOUGH_ESCAPED else text
    if "\\" not in text:
        return text
    escaped = sum(1 for _ in _ESCAPED_LINE.finditer(text))
    if escaped < max(_ENOUGH_ESCAPED, 2 * text.count("\n")):
        return text
    return spelt_out(text)


def spelt_out(text: str) -> str:
    r"""The text that the inside of a literal stands for.

    >>> spelt_out(r"\u4e00<\/p>")
    '一</p>'
    """
    return _ESCAPE.sub(lambda found: _character(found[0]), text)


def _character(escape: str) -> str:
    if escape in _PLAIN:
        return _PLAIN[escape]
    if escape[1] == "x":
        return chr(int(f"0{escape[1:]}", 0))
    return str(json.loads(f'"{escape}"'))
