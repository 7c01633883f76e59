"""Tables in the source of wikis and typesetters, and as lists of JSON -> tables of HTML, which span cells."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape

from attrs import frozen

from govdisclosure.readers.drawn_grids import with_drawn_tables


@frozen
class _Field:
    """A cell of a table and how many rows and columns it covers."""

    text: str
    rows: int = 1
    columns: int = 1


_Row = Sequence[_Field]

_ENVIRONMENT = r"\{(?:longtable|tabular[xy]?|tabulary|xltabular|tabu|longtabu)\*?\}"
_HEADING = re.compile(r"^={1,6}[ \t]+(.+?)(?:[ \t]+={1,6})?[ \t]*$", re.MULTILINE)


def with_html_tables(text: str) -> str:
    """Text with the tables that it has as sources written as tables of HTML; other text as it is."""
    text = with_drawn_tables(text)
    found = [source for source in _SOURCES if source.sign in text]
    for source in found:
        text = source.written(text)
    return _HEADING.sub(r"\1", text) if found else text


@frozen
class _Language:
    """A language, how a table begins and ends in it, and how it is read."""

    #: What stands in every text with a table.
    sign: str
    beginning: re.Pattern[str]
    end: re.Pattern[str]
    #: The rows, from how the table begins and what is in it; None where that is no table.
    rows: Callable[[str, str], Iterable[_Row] | None]
    #: What is done to the text before.
    prepared: Callable[[str], str] = str

    def written(self, text: str) -> str:
        """The text with its tables in HTML."""
        first = self.beginning.search(text)
        if first is None or self.end.search(text, first.end()) is None:
            return text
        text = self.prepared(text)
        pieces: list[str] = []
        done = 0
        while beginning := self.beginning.search(text, done):
            end = self.end.search(text, beginning.end())
            if end is None:
                break
            rows = self.rows(beginning[0], text[beginning.end() : end.start()])
            kept = text[beginning.start() : end.end()]
            pieces += [text[done : beginning.start()], kept if rows is None else _html(rows)]
            done = end.end()
        return "".join([*pieces, text[done:]])


def _html(rows: Iterable[_Row]) -> str:
    lines = (
        "".join(
            f'<td rowspan="{field.rows}" colspan="{field.columns}">{escape(field.text.strip())}</td>' for field in row
        )
        for row in rows
    )
    return "<table>{}</table>".format("".join(f"<tr>{line}</tr>" for line in lines if line))


# Possessive: a=b=c=d could be parted in more ways than there is time for.
_ATTRIBUTES = re.compile(r"((?:\s*+[\w-]++\s*+=\s*+(?:\"[^\"]*+\"|[\w%.-]++))++\s*+)\|(?!\|)(.*)", re.DOTALL)
_SPANNING = re.compile(r"(row|col)span\s*=\s*\"?\s*(\d{1,3})", re.IGNORECASE)


def _of_mediawiki(_beginning: str, inner: str) -> Iterator[_Row]:
    """A cell begins with a bar or, as a heading, with an exclamation mark; on one line they are doubled."""
    for part in re.split(r"^[ \t]*\|-[^\n]*$", inner, flags=re.MULTILINE):
        fields: list[str] = []
        for line in part.split("\n"):
            mark, rest = line.lstrip()[:1], line.lstrip()[1:]
            if mark == "|" and not rest.startswith("+"):
                fields += rest.split("||")
            elif mark == "!":
                fields += re.split(r"!!|\|\|", rest)
            elif fields:
                fields[-1] += f" {line}"
        yield [_with_attributes(field) for field in fields]


def _with_attributes(field: str) -> _Field:
    found = _ATTRIBUTES.fullmatch(field)
    if found is None:
        return _Field(field)
    spans = {name.lower(): int(count) for name, count in _SPANNING.findall(found[1])}
    return _Field(found[2], spans.get("row", 1), spans.get("col", 1))


_LITERAL = re.compile(r"\+{2,3}(.*?)\+{2,3}")
_SPEC = re.compile(r"(?:^|(?<=\s))(?:(\d{1,3})?(?:\.(\d{1,3}))?\+)?[<^>.a-z]{0,4}(?<!\\)\|", re.MULTILINE)


def _of_asciidoc(beginning: str, inner: str) -> Iterator[_Row]:
    """Cells follow each other; where a row ends is told by the number of columns."""
    marks = list(_SPEC.finditer(inner))
    edges = [*(mark.start() for mark in marks), len(inner)]
    fields = [
        _Field(_LITERAL.sub(r"\1", inner[mark.end() : end]), int(mark[2] or 1), int(mark[1] or 1))
        for mark, end in zip(marks, edges[1:], strict=True)
    ]
    first = len(_SPEC.findall(inner.lstrip("\n").partition("\n")[0]))
    width = _width(beginning) or sum(field.columns for field in fields[:first])
    row: list[_Field] = []
    open_below: list[tuple[int, int]] = []  # rows that a cell still covers, and its columns
    filled = 0
    for field in fields:
        row.append(field)
        filled += field.columns
        if filled >= width:
            yield row
            open_below = [(rows - 1, columns) for rows, columns in open_below if rows > 1]
            open_below += [(one.rows - 1, one.columns) for one in row if one.rows > 1]
            row, filled = [], sum(columns for _, columns in open_below)
    yield row


def _width(attributes: str) -> int:
    """How many columns ``cols="1,2,3"``, ``cols=",,"`` or ``cols="3*"`` names; 0 where nothing is said."""
    found = re.search(r"cols\s*=\s*\"([^\"]*)\"", attributes)
    parts = found[1].split(",") if found else []
    repeated = [re.match(r"\s*(\d{1,2})\*", part) for part in parts]
    return sum(int(one[1]) if one else 1 for one in repeated)


_COMMANDS = re.compile(
    r"(?<!\\)%[^\n]*\n?|\\label\{[^{}]*\}|\\hypertarget\{[^{}]*\}\{|\\noalign\{\}|\\c(?:line|midrule)(?:\([^()]*\))?\{[^{}]*\}"
    r"|\\(?:toprule|midrule|bottomrule|hline|end(?:first|last)?(?:head|foot)|raggedright|centering|arraybackslash|strut)\b"
    r"|\\(?:begin|end)\{minipage\}(?:\[[^\]]*\])?(?:\{[^{}]*\})?"
)
_SECTION = re.compile(r"\\(?:chapter|(?:sub){0,2}section|(?:sub)?paragraph)\*?\{([^{}]*)\}\}?")
_COLUMNS = re.compile(r"\s*(?:\[[^\]]*\])?(?:\{(?:[^{}]|\{[^{}]*\})*\}){1,2}")
_MULTI = re.compile(
    r"\s*\\multi(column|row)(?:\[[^\]]*\])?\{(\d{1,3})\}(?:\[[^\]]*\])?\{(?:[^{}]|\{[^{}]*\})*\}\{(.*)\}\s*", re.DOTALL
)
_SIGNS = (
    ("``", "“"),
    ("''", "”"),
    ("~", " "),
    (r"\%", "%"),
    (r"\_", "_"),
    (r"\&", "&"),
    (r"\#", "#"),
    (r"\textbackslash{}", "\\"),
)


def _without_commands(text: str) -> str:
    return _SECTION.sub(r"\n\1\n", _COMMANDS.sub("", text))


def _of_latex(_beginning: str, inner: str) -> Iterator[_Row]:
    """Cells are parted by ``&``; a cell that covers rows leaves empty ones below it."""
    columns = _COLUMNS.match(inner)
    for row in re.split(r"\\\\(?:\[[^\]]*\])?|\\tabularnewline\b", inner[columns.end() if columns else 0 :]):
        if row.strip():
            yield [_of_command(field) for field in re.split(r"(?<!\\)&", row)]


def _of_command(field: str) -> _Field:
    columns = 1
    while found := _MULTI.fullmatch(field):
        columns = int(found[2]) if found[1] == "column" and columns == 1 else columns
        field = found[3]
    for written, sign in _SIGNS:
        field = field.replace(written, sign)
    return _Field(field, columns=columns)


def _of_json(_beginning: str, inner: str) -> list[_Row] | None:
    """A list of rows, each a list of texts, numbers and nulls."""
    try:
        rows = json.loads(f"[[{inner}]]", parse_float=str)
    except (ValueError, RecursionError):
        return None
    if not all(isinstance(row, list) and all(isinstance(cell, str | int | None) for cell in row) for row in rows):
        return None
    if len(rows) == 1 or max(map(len, rows)) == 1:  # [[1], [2]] are notes
        return None
    return [[_Field("" if cell is None else f"{cell}") for cell in row] for row in rows]


_SOURCES = (
    _Language(
        "{|",
        re.compile(r"^[ \t]*\{\|[^\n]*\n", re.MULTILINE),
        re.compile(r"^[ \t]*\|\}[^\n]*", re.MULTILINE),
        _of_mediawiki,
    ),
    _Language(
        "|===",
        re.compile(r"(?:^\[[^\n]*\]\n{1,3})?^\|===[ \t]*\n", re.MULTILINE),
        re.compile(r"^\|===[ \t]*$", re.MULTILINE),
        _of_asciidoc,
    ),
    _Language(
        r"\begin{",
        re.compile(rf"\\begin{_ENVIRONMENT}"),
        re.compile(rf"\\end{_ENVIRONMENT}"),
        _of_latex,
        _without_commands,
    ),
    _Language(
        "[[",
        re.compile(r"\[\s*\[(?=\s*(?:\"|\d|null))"),
        re.compile(r"\]\s*\]"),
        _of_json,
    ),
)
