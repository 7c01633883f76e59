"""HTML whose style sheets say what is seen: digits among digits, tabs, a second copy for small screens."""

from collections.abc import Iterator
from html import escape
from random import Random

from tests.conformance.geometry import Table
from tests.conformance.layouts.layout import Layout, Parts, Write
from tests.conformance.layouts.markup import PARAGRAPHS, Markup, bare, page
from tests.conformance.layouts.plaintext import BLANK_THIRD
from tests.conformance.prose import Text

SHEET = """<style>
/* .zk {display: inline} */ @media print {.v {display: none}}
.v, .x.on {display: inline} td > .zk, #a .zk {display: none !important} i.q {font-size: 0} .sr {position: absolute;
clip: rect(0, 0, 0, 0)} .zk {display: block} .x {visibility: hidden}
</style></head>"""


def _strewn(text: str) -> str:
    """Digits that are not seen around what is."""
    return (
        f'<i class="q">6</i><span class="zk">9</span><span class="v">{bare(text)}</span><i class="zk">8</i>'
        '<b class="x">7</b><span class="sr">5</span>'
    )


def _told(text: str) -> str:
    """A cell that is told again to those who do not see, by a class of sheets that pages share."""
    return f'{bare(text)}<span class="sr-only">{bare(text)}</span>'


def _sheeted(write: Write) -> Write:
    return lambda parts, rng: write(parts, rng).replace("</head>", SHEET)


def _sections(parts: Parts) -> Iterator[str]:
    """The markup of what stands before the first heading, and of each section."""
    markup: list[str] = []
    for part in parts:
        if isinstance(part, Text) and part.kind == "heading":
            yield "".join(markup)
            markup = []
        markup.append(PARAGRAPHS.part(part))
    yield "".join(markup)


def tabs(parts: Parts, rng: Random) -> str:
    """A panel for each section, of which the page shows one or two."""
    open_tabs = {rng.randrange(2), rng.randrange(7)}
    panels = "".join(
        f'<div class="tab-pane{" active" if number in open_tabs else ""}">{markup}</div>'
        for number, markup in enumerate(_sections(parts))
    )
    sheet = "<style>.tab-pane {display: none} .tab-pane.active {display: block}</style>"
    title = next(escape(part.text) for part in parts if isinstance(part, Text))
    return f"<html><head><title>{title}</title>{sheet}</head><body>{panels}</body></html>"


def for_two_screens(parts: Parts, _rng: Random) -> str:
    """Each table twice: as it is, and for small screens with each line a block."""
    sheet = "<style>.m {display: none} @media (max-width: 767px) {.pc {display: none} .m {display: block}}</style>"

    def blocks(table: Table) -> str:
        return "".join("<div>" + "".join(f"<p>{bare(box.text)}</p>" for box in row) + "</div>" for row in table.rows)

    body = "".join(
        f'<div class="pc">{PARAGRAPHS.table(part)}</div><div class="m">{blocks(part)}</div>'
        if isinstance(part, Table)
        else PARAGRAPHS.part(part)
        for part in parts
    )
    return f"<html><head>{sheet}</head><body>{body}</body></html>"


LAYOUTS = (
    Layout("html_strewn_digits", _sheeted(page(Markup(inner=_strewn)))),
    Layout("html_told_twice", page(Markup(inner=_told)), BLANK_THIRD),
    Layout("html_tabs", tabs),
    Layout("html_for_two_screens", for_two_screens),
)
