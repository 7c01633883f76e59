"""HTML as Word exports it: a span for each character, conditional comments, o:p in blanks."""

import re
from random import Random

from tests.conformance.layouts.layout import Layout, Parts
from tests.conformance.layouts.markup import Markup
from tests.conformance.layouts.plaintext import BLANK_THIRD
from tests.conformance.prose import Text

_STYLE = "mso-spacerun:'yes';font-family:仿宋_GB2312;font-size:10.5000pt;"


def _pieces(text: str) -> list[str]:
    """Single characters; longer numbers fall in two: 20|23."""
    return re.findall(r"\d{1,2}|[^\d]", text)


def inner(text: str) -> str:
    """A cell's paragraph: one span for each piece."""
    spans = "".join(f'<span style="{_STYLE}">{piece}</span>' for piece in _pieces(text))
    blank = "" if spans else "&nbsp;"
    return f"<p class=MsoNormal align=center><b>{spans}<span lang=EN-US><o:p>{blank}</o:p></span></b></p>"


MARKUP = Markup(
    inner=inner,
    table_open="<div align=center><!--[if gte mso 9]><p>7</p><![endif]--><table class=MsoNormalTable>",
    table_close="</table></div>",
    attributes=" width=62 style='width:46.3pt;mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt'",
)


def word(parts: Parts, _rng: Random) -> str:
    """The whole report as Word writes it."""
    head = '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8></head><body>'
    body = "".join(inner(part.text) if isinstance(part, Text) else MARKUP.part(part) for part in parts)
    return f"{head}{body}</body></html>"


LAYOUTS = (Layout("html_word", word), Layout("html_word_blanks", word, BLANK_THIRD))
