"""HTML whose tables are drawn in unusual ways, or wrongly."""

from collections.abc import Callable, Iterator
from random import Random

from attrs import evolve

from tests.conformance.geometry import Box, Row, Table
from tests.conformance.layouts.layout import Layout, Parts, changed, whole
from tests.conformance.layouts.markup import PARAGRAPHS, Markup, bare, page
from tests.conformance.layouts.plaintext import BLANK_THIRD, rows
from tests.conformance.prose import Part, Text
from tests.conformance.sheets import Sheet


def _uneven(table: Table) -> Table:
    """Five columns in table two: heads drawn 1+1+2+1, data rows 1+2+1+1."""
    if table.width != 4:
        return table
    drawn = []
    for row in table.rows:
        spans = {1: (5,), 2: (1, 4), 3: (1, 2, 2)}.get(len(row), (1, 1, 2, 1) if row[-1].head else (1, 2, 1, 1))
        drawn.append(tuple(evolve(box, colspan=span) for box, span in zip(row, spans, strict=True)))
    return evolve(table, rows=tuple(drawn), width=5)


def _spans(change: Callable[[Box], Box]) -> Callable[[Table], Table]:
    return lambda table: evolve(table, rows=tuple(tuple(map(change, row)) for row in table.rows))


def _too_many(box: Box) -> Box:
    """Captions and group labels that claim more fields than there are."""
    if box.rowspan > 3 and not box.head:
        return evolve(box, rowspan=box.rowspan + 1)
    return evolve(box, colspan=box.colspan + 2) if box.colspan == 4 else box


def _too_few(box: Box) -> Box:
    """Group labels that end a row too early."""
    return evolve(box, rowspan=box.rowspan - 1) if box.rowspan > 3 and not box.head else box


def _huge(box: Box) -> Box:
    """Captions that claim the widest table that HTML knows."""
    return evolve(box, colspan=99999) if box.colspan == 4 else box


def transposed(table: Table) -> Table:
    """Rows for columns."""
    taken: set[tuple[int, int]] = set()
    turned: dict[int, list[tuple[int, Box]]] = {}
    for number, row in enumerate(table.rows):
        column = 0
        for box in row:
            while (number, column) in taken:
                column += 1
            taken |= {(number + down, column + right) for down in range(box.rowspan) for right in range(box.colspan)}
            turned.setdefault(column, []).append((number, evolve(box, rowspan=box.colspan, colspan=box.rowspan)))
            column += box.colspan
    lines = tuple(
        tuple(box for _, box in sorted(turned.get(n, []), key=lambda item: item[0])) for n in range(table.width)
    )
    return Table(lines, len(table.rows))


def _with_column(text: Callable[[Row, int], str], *, first: bool) -> Callable[[Table], Table]:
    """A column more, before or after the others."""

    def change(table: Table) -> Table:
        drawn = []
        for number, row in enumerate(table.rows):
            box = Box(text(row, number), head=row[0].head)
            drawn.append((box, *row) if first else (*row, box))
        return Table(tuple(drawn), table.width + 1, table.heads)

    return change


def _remark(row: Row, number: int) -> str:
    return "备注" if number == 0 else "" if row[0].head or number % 5 else "含上年3件"


def _ordinal(row: Row, number: int) -> str:
    return "序号" if number == 0 else "" if row[0].head else f"{number}"


def _captioned(table: Table) -> Table:
    """A first row with the table's name."""
    name = {4: "表一 主动公开政府信息情况", 10: "表二 收到和处理政府信息公开申请情况"}.get(
        table.width, "表三 复议、诉讼情况"
    )
    return Table(((Box(name, colspan=table.width, head=True),), *table.rows), table.width, table.heads + 1)


def _foreign_line(label: str, row: Row, rng: Random) -> Row:
    """A line that no form has, drawn like the line above it."""
    values = tuple(Box(f"{rng.randrange(300)}", colspan=box.colspan) for box in row if box.address)
    return (Box(label, colspan=sum(box.colspan for box in row if not box.address and box.rowspan == 1)), *values)


def foreign_lines(sheet: Sheet, rng: Random) -> Parts:
    """其他主动公开文件 in item one, a 小计 after the first group of refusals."""
    parts: list[Part] = []
    for part in whole(sheet, rng):
        if not isinstance(part, Table):
            parts.append(part)
            continue
        drawn = list(part.rows)
        if part.width == 4:
            drawn.insert(4, _foreign_line("其他主动公开文件", drawn[3], rng))
        elif part.width == 10:
            group = next(number for number, row in enumerate(drawn) if not row[0].head and row[0].rowspan == 8)
            drawn.insert(group + 8, _foreign_line("小计", drawn[group + 7], rng))
            drawn = [_grown(row, number, group) for number, row in enumerate(drawn)]
        parts.append(evolve(part, rows=tuple(drawn)))
    return tuple(parts)


def _grown(row: Row, number: int, group: int) -> Row:
    """Spans over the inserted line are one longer."""
    return tuple(
        evolve(box, rowspan=box.rowspan + 1) if not box.head and number <= group < number + box.rowspan else box
        for box in row
    )


HIDDEN = (
    '<script>var t = "<table><tr><td>规章</td><td>99</td><td>98</td><td>97</td></tr></table>";</script>'
    '<style>.行政许可 {width: 77px}</style><div style="display:none">行政处罚 88 件 <table><tr><td>行政处罚</td>'
    "<td>88</td></tr></table></div><!-- <table><tr><td>行政强制</td><td>66</td></tr></table> -->"
)


def hidden(parts: Parts, rng: Random) -> str:
    """Scripts, styles, comments and hidden elements with rows and numbers of their own."""
    text = page()(parts, rng)
    decoy = '<tr style="display: none"><td>行政许可</td><td colspan="3">55</td></tr>'
    return text.replace("<h2>二、", f"{HIDDEN}<h2>二、").replace("</tbody></table>", f"{decoy}</tbody></table>", 1)


def chrome(parts: Parts, rng: Random) -> str:
    """Menus, metadata and footers of a portal around the report."""
    text = page()(parts, rng)
    menu = "".join(
        f'<li><a href="/{n}">{name}</a></li>'
        for n, name in enumerate(("首页", "行政许可", "行政处罚", "规章 2", "规范性文件"))
    )
    data = "<table><tr><td>索引号</td><td>00123/2023-0004</td><td>发布机构</td><td>办公室</td></tr></table>"
    foot = "<div>【打印】【关闭】 网站标识码：3300000012 备案号：浙ICP备05000002号-1 浏览次数：693</div>"
    return text.replace("<body>", f"<body><ul>{menu}</ul>{data}<p>长者模式 无障碍浏览</p>").replace(
        "</body>", f"{foot}</body>"
    )


def nested(parts: Parts, rng: Random) -> str:
    """The whole report inside layout tables."""
    text = page()(parts, rng)
    before = '<table width="1000"><tr><td><table><tr><td>当前位置：首页</td></tr></table></td></tr><tr><td>'
    return text.replace("<body>", f"<body>{before}").replace("</body>", "</td></tr></table></body>")


def blocks_for_cells(parts: Parts, _rng: Random) -> str:
    """No table at all: a block for each row, and one for each cell in it."""
    cells = "<div class=row>{}</div>"

    def written() -> Iterator[str]:
        for part in parts:
            if isinstance(part, Table):
                yield from (cells.format("".join(f"<div>{bare(box.text)}</div>" for box in row)) for row in part.rows)
            else:
                yield PARAGRAPHS.part(part)

    return "<html><body>" + "\n".join(written()) + "</body></html>"


def preformatted(parts: Parts, _rng: Random) -> str:
    """Each table as preformatted lines."""
    return _as_lines(parts, "<pre>{}</pre>", "\n")


def paragraphs(parts: Parts, _rng: Random) -> str:
    """Each row of a table a paragraph."""
    return _as_lines(parts, "<p>{}</p>", "</p><p>")


def tabs_kept(parts: Parts, _rng: Random) -> str:
    """Each table as preformatted lines with tabs between the cells, empty ones too."""
    return _as_lines(parts, "<pre>{}</pre>", "\n", "\t")


def bars_in_paragraphs(parts: Parts, _rng: Random) -> str:
    """Each row of a table a paragraph with bars between the cells, empty ones too."""
    return _as_lines(parts, "<p>{} |</p>", " |</p><p>", " | ")


def _as_lines(parts: Parts, around: str, between: str, separator: str = " ") -> str:
    lines = rows(separator)

    def written() -> Iterator[str]:
        for part in parts:
            inner = between.join(map(bare, lines(part))) if isinstance(part, Table) else ""
            yield around.format(inner) if inner else PARAGRAPHS.part(part)

    return "<html><body>" + "\n".join(written()) + "</body></html>"


def _section(parts: Parts, table: int) -> tuple[int, int]:
    """Where the section of a table starts and ends, its heading included."""
    end = [number for number, part in enumerate(parts) if isinstance(part, Table)][table] + 1
    heading = max(n for n, part in enumerate(parts[:end]) if isinstance(part, Text) and part.kind == "heading")
    return heading, end


def _renumbered(section: Parts, numeral: str) -> Parts:
    """A section under another numeral."""
    heading, *rest = section
    assert isinstance(heading, Text)
    return (Text(numeral + heading.text[1:], heading.kind), *rest)


def another_order(sheet: Sheet, rng: Random) -> Parts:
    """Table four before table three."""
    parts = whole(sheet, rng)
    (start, middle), (_, end) = _section(parts, 1), _section(parts, 2)
    third, fourth = parts[start:middle], parts[middle:end]
    return (*parts[:start], *_renumbered(fourth, "三"), *_renumbered(third, "四"), *parts[end:])


NOISE = ' class="xl65" nowrap="" data-row=3 style="width:72.0pt;border:1px solid;mso-number-format:\'0_ \'" x:num="7"'
HIDING = Markup(inner=lambda text: f'<span style="display:none;">9</span>{bare(text)}<i hidden>8</i>')
NBSP = Markup(inner=lambda text: bare(text).replace("\n", "<br/>") or "&nbsp;&nbsp;")

LAYOUTS = (
    Layout("html_uneven_spans", page(), compose=changed(_uneven)),
    Layout("html_spans_too_many", page(), compose=changed(_spans(_too_many))),
    Layout("html_spans_too_few", page(), compose=changed(_spans(_too_few))),
    Layout("html_spans_with_semicolon", page(Markup(span="{};"))),
    Layout(
        "html_spans_huge",
        page(),
        compose=changed(_spans(_huge)),
    ),
    Layout("html_transposed", page(), compose=changed(transposed)),
    Layout("html_remarks_column", page(), compose=changed(_with_column(_remark, first=False))),
    Layout("html_ordinals_column", page(), compose=changed(_with_column(_ordinal, first=True))),
    Layout("html_captions_in_tables", page(), compose=changed(_captioned)),
    Layout("html_foreign_lines", page(), compose=foreign_lines),
    Layout("html_hidden", hidden),
    Layout("html_chrome", chrome),
    Layout("html_nested", nested),
    Layout("html_hidden_in_cells", page(HIDING)),
    Layout("html_blocks_for_cells", blocks_for_cells),
    Layout("html_pre", preformatted),
    Layout("html_paragraphs", paragraphs),
    Layout("html_pre_tabs", tabs_kept, BLANK_THIRD),
    Layout("html_bars_in_paragraphs", bars_in_paragraphs, BLANK_THIRD),
    Layout("html_another_order", page(), compose=another_order),
    Layout("html_attribute_noise", page(Markup(attributes=NOISE))),
    Layout("html_nbsp", page(NBSP)),
)
