"""Pages within something else: an archive, an answer of an interface, a field, a frame, a script, a listing."""

import json
import quopri
from collections.abc import Callable
from html import escape
from random import Random

from tests.conformance.geometry import Table
from tests.conformance.layouts.drawn import page_of
from tests.conformance.layouts.layout import Layout, Parts
from tests.conformance.layouts.markup import PARAGRAPHS, Markup, page
from tests.conformance.layouts.plaintext import BLANK_THIRD
from tests.conformance.prose import Part, Text

SHELL = '<html><head><meta charset="utf-8"></head><body><div id="app"></div>{}</body></html>'


def _in(template: str, write: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: template.replace("{}", write(text), 1)


def _archived(text: str) -> bytes:
    """What browsers save as a single file."""
    head = (
        "From: <Saved by a browser>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b"\r\n\r\n'
    )
    part = "------b\r\nContent-Type: {}\r\nContent-Transfer-Encoding: {}\r\n\r\n{}\r\n"
    body = quopri.encodestring(text.encode()).decode().replace("\n", "\r\n")
    parts = part.format("text/html", "quoted-printable", body) + part.format("image/png", "base64", "iVBORw0K")
    return f"{head}{parts}------b--\r\n".encode()


def _answered(text: str) -> str:
    """What an interface answers."""
    return json.dumps({"code": 200, "data": {"id": "9981", "articles": [{"content": text, "hits": 693}]}})


def _sections(parts: Parts) -> list[list[Part]]:
    """The report parted before each heading."""
    sections: list[list[Part]] = [[]]
    for part in parts:
        if isinstance(part, Text) and part.kind == "heading":
            sections.append([])
        sections[-1].append(part)
    return sections


def answered_in_parts(parts: Parts, _rng: Random) -> str:
    """An answer with the markup of each section."""
    markup = ["".join(map(PARAGRAPHS.part, section)) for section in _sections(parts)]
    return json.dumps({"data": {"sections": [{"no": no, "content": text} for no, text in enumerate(markup)]}})


def answered_in_lists(parts: Parts, _rng: Random) -> str:
    """An answer with each table as a list of rows."""
    blocks = (
        {"rows": [[box.text or None for box in row] for row in part.rows]}
        if isinstance(part, Table)
        else {"text": part.text}
        for part in parts
    )
    return json.dumps({"blocks": list(blocks)}, ensure_ascii=False)


def _literal(text: str) -> str:
    return json.dumps(text).replace("</", "<\\/")


def _listed(text: str) -> str:
    """What browsers show as the source of a page."""
    line = '<tr><td class="line-number" value="{}"></td><td class="line-content">{}</td></tr>'
    return "".join(line.format(number, escape(line_)) for number, line_ in enumerate(text.split("\n"), start=1))


LAYOUTS = (
    Layout("html_in_archive", page(), encode=_archived),
    Layout("html_in_answer", page(), after=_answered),
    Layout("html_in_answer_in_parts", answered_in_parts, BLANK_THIRD),
    Layout("html_in_answer_in_lists", answered_in_lists, BLANK_THIRD),
    Layout("html_escaped", page(), after=escape),
    Layout("html_escaped_tables", page_of(lambda table: f"<div>{escape(PARAGRAPHS.table(table))}</div>")),
    Layout("html_in_field", page(), after=_in(SHELL.format('<textarea hidden id="c">{}</textarea>'), escape)),
    Layout("html_in_hidden_input", page(), after=_in(SHELL.format('<input type="hidden" value="{}">'), escape)),
    Layout("html_in_frame", page(), after=_in(SHELL.format('<iframe srcdoc="{}"></iframe>'), escape)),
    Layout("html_in_frames", page(Markup(table_open='<iframe srcdoc="<table>', table_close='</table>"></iframe>'))),
    Layout("html_for_no_scripts", page(Markup(table_open="<noscript><table>", table_close="</table></noscript>"))),
    Layout("html_in_script", page(), after=_in(SHELL.format("<script>var c = {};</script>"), _literal)),
    Layout("html_as_source", page(), after=_in(SHELL.format("<table>{}</table>"), _listed)),
)
