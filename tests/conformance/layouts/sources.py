"""Tables in the source of wikis and typesetters."""

import json
from collections.abc import Iterator
from itertools import chain
from random import Random

from attrs import evolve

from tests.conformance import geometry
from tests.conformance.geometry import Box, Table
from tests.conformance.layouts.layout import PLAIN, Layout, Parts, Write
from tests.conformance.layouts.plaintext import BLANK_THIRD, MARKS, Tables, written
from tests.conformance.prose import Text


def mediawiki(table: Table) -> Iterator[str]:
    """A cell a line; spans before a bar."""
    yield '{| class="wikitable" border="1"'
    for row in table.rows:
        yield "|-"
        for box in row:
            spans = [f'{name}span="{n}"' for name, n in (("row", box.rowspan), ("col", box.colspan)) if n > 1]
            inner = f"{' '.join(spans)}| {box.text}" if spans else box.text
            yield f"{'!' if box.head else '|'} {inner}".rstrip()
    yield "|}"


def mediawiki_rows(table: Table) -> Iterator[str]:
    """A row a line, its cells parted by two bars, empty ones where cells span."""
    rows = ("|-\n| " + " || ".join(fields) for fields in geometry.fields(table))
    return chain(["{|"], rows, ["|}"])


def asciidoc(table: Table) -> Iterator[str]:
    """Spans before the bar of a cell; long rows go on on the next line."""
    yield f'[cols="{",".join("1" * table.width)}"]'
    yield "|==="
    for row in table.rows:
        fields = [f"{_asciidoc_spans(box)}|{_literal(box.text)}" for box in row]
        yield from (" ".join(fields[start : start + 6]) for start in range(0, len(fields), 6))
        yield ""
    yield "|==="


def _asciidoc_spans(box: Box) -> str:
    columns, rows = ("" if box.colspan == 1 else f"{box.colspan}", "" if box.rowspan == 1 else f".{box.rowspan}")
    return f"{columns}{rows}+" if columns or rows else ""


def _literal(words: str) -> str:
    return rf"++{words}++" if words == "\\" else words


def latex(table: Table) -> Iterator[str]:
    """Cells parted by ampersands, those below a cell that spans rows empty."""
    yield f"\\begin{{longtable}}[]{{@{{}}{'l' * table.width}@{{}}}}\n\\toprule\\noalign{{}}\n\\endhead"
    below: set[tuple[int, int]] = set()
    for number, row in enumerate(table.rows):
        fields: list[str] = []
        column = 0
        for box in row:
            while (number, column) in below:
                fields.append("")
                column += 1
            fields.append(_command(box))
            below |= {(number + down, column + right) for down in range(1, box.rowspan) for right in range(box.colspan)}
            column += box.colspan
        yield " &\n".join(fields) + r" \\"
    yield "\\bottomrule\n\\end{longtable}"


def _command(box: Box) -> str:
    inner = box.text.replace("\\", r"\textbackslash{}")
    inner = rf"\multirow{{{box.rowspan}}}{{*}}{{{inner}}}" if box.rowspan > 1 else inner
    return f"\\multicolumn{{{box.colspan}}}{{@{{}}l}}{{%\n{inner}}}" if box.colspan > 1 else inner


def lists(table: Table) -> Iterator[str]:
    """A list of rows as programs write it: null in the fields that cells span, numbers without quotation marks."""
    rows = ([int(text) if text.isdigit() else text or None for text in fields] for fields in geometry.fields(table))
    yield json.dumps([*rows], ensure_ascii=False)


def _headed(tables: Tables, heading: str) -> Write:
    """Text with the source of its tables and of its headings."""

    def write(parts: Parts, _rng: Random) -> str:
        marked = (
            evolve(part, text=heading.format(part.text))
            if isinstance(part, Text) and part.kind in {"title", "heading"}
            else part
            for part in parts
        )
        return written(marked, tables, "\n\n")

    return write


_SECTION = r"\hypertarget{{ux4e00}}{{%" + "\n" + r"\section{{{}}}\label{{ux4e00}}}}"

LAYOUTS = tuple(
    Layout(f"source_{name}{style_name}", _headed(tables, heading), style)
    for name, tables, heading in (
        ("mediawiki", mediawiki, "== {} =="),
        ("mediawiki_rows", mediawiki_rows, "= {} ="),
        ("asciidoc", asciidoc, "== {}"),
        ("latex", latex, _SECTION),
        ("json", lists, "{}"),
    )
    for style_name, style in (("", PLAIN), ("_blanks", BLANK_THIRD), ("_marks", MARKS))
)
