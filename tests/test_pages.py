from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.grid import Cell, Document, Grid, Line
from govdisclosure.readers.nesting import shallow
from govdisclosure.readers.pages import read_page
from govdisclosure.source import DecodedBy, Decoding, Media, Source, Span

GIVEN = Decoding(declared=None, used=None, by=DecodedBy.CALLER)
SHANGHAI = Path(__file__).parents[2] / "shared/corpus/001_sh_office_2019_html/source.html"


def read(markup):
    document = read_page(markup, GIVEN)
    for block in document.blocks:
        for piece in block.cells if isinstance(block, Grid) else (block,):
            assert document.source.at(piece.span) == piece.text
    return document


def lines(markup):
    return [block.text for block in read(markup).blocks if isinstance(block, Line)]


def grids(markup):
    return [block for block in read(markup).blocks if isinstance(block, Grid)]


def rows(markup):
    (grid,) = grids(markup)
    return [[cell.text for cell in row] for row in grid.rows()]


def fields(markup):
    """Text, row, column, rowspan, colspan of every cell of the only grid, and its height and width."""
    (grid,) = grids(markup)
    cells = [(cell.text, cell.row, cell.column, cell.rowspan, cell.colspan) for cell in grid.cells]
    return cells, grid.height, grid.width


def test_a_page_is_read_whole():
    markup = """<!DOCTYPE html><html><head><title>甲县 2023 年报告</title>
    <meta name="ArticleTitle" content="年度报告"><meta charset="utf-8"><meta property="og:url" content="/a">
    <script>document.write("<p>no</p>")</script></head>
    <body><h1>政府信息公开
       工作年度报告</h1>
    <p>一、总体情况<br>　　制发规章&nbsp;3&nbsp;件。<img src="/files/a.png?x=1" alt="图一"></p>
    <table><caption>二、主动公开</caption><tr><th>规章</th><td>3</td></tr></table>
    <a href="/files/report.docx">下载 全文</a></body></html>"""
    text = "政府信息公开 工作年度报告\n一、总体情况\n　　制发规章\xa03\xa0件。\n二、主动公开\n规章\t3\n下载 全文\n"
    assert read(markup) == Document(
        source=Source(text, Media.HTML, GIVEN),
        blocks=(
            Line("政府信息公开 工作年度报告", Span(0, 13), heading=1),
            Line("一、总体情况", Span(14, 20)),
            Line("　　制发规章\xa03\xa0件。", Span(21, 32)),
            Line("二、主动公开", Span(33, 39)),
            Grid(
                (Cell("规章", Span(40, 42), 0, 0, heading=True), Cell("3", Span(43, 44), 0, 1)),
                height=1,
                width=2,
                marked=True,
                caption="二、主动公开",
            ),
            Line("下载 全文", Span(45, 50)),
        ),
        head=(("title", "甲县 2023 年报告"), ("ArticleTitle", "年度报告"), ("og:url", "/a")),
        pictures=("图一 a.png",),
        attachments=("下载 全文 /files/report.docx",),
    )


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>一\n  二\t三</p>", ["一 二 三"]),
        ("<p>一</p>二<p>三", ["一", "二", "三"]),
        ("一<br/>二<br><br>三", ["一", "二", "三"]),
        ("<p> \n </p><p>&nbsp;</p><p>　</p><p>一</p>", ["一"]),
        ("<p>&nbsp; 一　</p>", ["\xa0 一　"]),
        ("<pre>规章   3\n  处罚\t4</pre>", ["规章   3", "  处罚\t4"]),
        ("<p><span>制</span><span>发</span><b>3</b><sup>①</sup>件<o:p></o:p></p>", ["制发3①件"]),
        ("<ul><li>一<li>二</ul>", ["一", "二"]),
        ("<p>一<!-- 二 --><!--[if gte mso 9]>三<![endif]-->四</p>", ["一四"]),
        ("<p><![if !supportLists]>一、<![endif]>总体</p>", ["一、总体"]),
        ("<p>一<script>二</script><style>三</style><noscript>四</noscript><template>五</template></p>", ["一"]),
        ("<p>一</p><p hidden>二</p><p style='display : none'>三</p><p style='VISIBILITY:hidden'>四</p>", ["一"]),
        (
            "<p>一<span style='mso-hide:all'>二</span><input type=hidden value=三><select><option>四</select></p>",
            ["一"],
        ),
        ("<p>一<i aria-hidden=true>二</i></p>", ["一二"]),
        ("<p><ruby>數<rp>(</rp><rt>shù</rt><rp>)</rp></ruby>量</p>", ["數量"]),
        ("<p>&lt;table&gt; 3 &lt; 4 &#19968;</p>", ["<table> 3 < 4 一"]),
        ("<frameset><frame src=a.html></frameset>", []),
        ("<iframe src=a.html>一</iframe>", []),
        ("", []),
        ("<", ["<"]),
        ("\0<p>\0一\ud800", ["一?"]),
    ],
)
def test_lines_are_what_a_browser_shows(markup, expected):
    assert lines(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<table><tr><td>规章<td>3<tr><td>处罚<td>4</table>", [["规章", "3"], ["处罚", "4"]]),
        ("<TABLE><TR><TD>规章</TD><TD>3</TD></TR></TABLE>", [["规章", "3"]]),
        ("<tr><td>规章</td><td>3</td></tr>", [["规章", "3"]]),
        ("<p>一<table><tr><td>规章<td>3</table>", [["规章", "3"]]),
        ("<table><tr><td><p>本年新</p><p>公开</p><td>本年<br>数量</table>", [["本年新\n公开", "本年\n数量"]]),
        ("<table><tr><td>\n <p>\n 3 \n</p> \n<td><br>4<br></table>", [["3", "4"]]),
        ("<table><tr><td>&nbsp;<td><o:p>&nbsp;</o:p><td>　<td><td> \n</table>", [["\xa0", "\xa0", "　", "", ""]]),
        ("<table><tr><td><span>1</span><span>2</span><td><b>3</b><!-- 4 --></table>", [["12", "3"]]),
        ("<table><tr><td><sup>3</sup><td>2<sub>4</sub></table>", [["³", "2⁴"]]),
        (
            "<table><tr><td><input value=3><td><input type=checkbox value=4><td><textarea>5</textarea></table>",
            [["3", "", "5"]],
        ),
        ("<table><tr><td><select><option>1<option selected>2</select><td>3</table>", [["2", "3"]]),
        ("<table><tr><td>3<span style='display:none'>4</span><td style='display:none'>5<td>6</table>", [["3", "6"]]),
        ("<table><tr><td><div><ul><li>1<li>2</ul></div><td>3</table>", [["1\n2", "3"]]),
        ("<table><tr><td><table><tr><td>1<tr><td>2</table><td>3</table>", [["1\n2", "3"]]),
        (
            "<table><tr><td>1<td>2</tr><![if !supportMisalignedColumns]><tr height=0><td><td></tr><![endif]></table>",
            [["1", "2"]],
        ),
        ("<table><tr><td>1</td><td><pre>a  b\nc</pre></td></table>", [["1", "a  b\nc"]]),
        ("<table><tr></tr><tr><td>1<td>2</table>", [[], ["1", "2"]]),
        ("<table><tr><td>1<td><img src=3.png alt=3><td><svg></svg></table>", [["1", "\ufffc", "\ufffc"]]),
        ("<table><tr><td>1<td>2<img src=3.png><td><img src=spacer.gif><td><img width=1></table>", [["1", "2", "", ""]]),
    ],
)
def test_cells_are_what_a_browser_shows(markup, expected):
    assert rows(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>",
            ([("a", 0, 0, 2, 1), ("b", 0, 1, 1, 2), ("c", 1, 1, 1, 1), ("d", 1, 2, 1, 1)], 2, 3),
        ),
        (
            "<table><tr><td rowspan='2;'>a<td>b<tr><td>c</table>",
            ([("a", 0, 0, 2, 1), ("b", 0, 1, 1, 1), ("c", 1, 1, 1, 1)], 2, 2),
        ),
        (
            "<table><tr><td colspan='-1' rowspan='x'>a<td colspan='0' rowspan=''>b</table>",
            ([("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1)], 1, 2),
        ),
        (
            "<table><tr><td colspan=99999>a<tr><td>b<td>c<td>d</table>",
            ([("a", 0, 0, 1, 3), ("b", 1, 0, 1, 1), ("c", 1, 1, 1, 1), ("d", 1, 2, 1, 1)], 2, 3),
        ),
        (
            "<table><tbody><tr><td rowspan=99>a<td>b</tbody><tbody><tr><td>c<td>d</table>",
            ([("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 1, 0, 1, 1), ("d", 1, 1, 1, 1)], 2, 2),
        ),
        (
            "<table><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d</table>",
            ([("a", 0, 0, 3, 1), ("b", 0, 1, 1, 1), ("c", 1, 1, 1, 1), ("d", 2, 1, 1, 1)], 3, 2),
        ),
        # The second row's cell runs into the column that the first row's last cell still covers.
        (
            "<table><tr><td>a<td rowspan=3>b<tr><td colspan=2 rowspan=3>c<tr><td>d<tr><td>e</table>",
            ([("a", 0, 0, 1, 1), ("b", 0, 1, 3, 1), ("c", 1, 0, 3, 2), ("d", 2, 2, 1, 1), ("e", 3, 2, 1, 1)], 4, 3),
        ),
        (
            "<table><tfoot><tr><td>f<td>g</tfoot><tr><td>c<td>d<thead><tr><td>a<td>b</thead></table>",
            (
                [
                    ("a", 0, 0, 1, 1),
                    ("b", 0, 1, 1, 1),
                    ("c", 1, 0, 1, 1),
                    ("d", 1, 1, 1, 1),
                    ("f", 2, 0, 1, 1),
                    ("g", 2, 1, 1, 1),
                ],
                3,
                2,
            ),
        ),
        (
            "<table><tr><td>a<td>b<td>c<tr><td>d</table>",
            ([("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 0, 2, 1, 1), ("d", 1, 0, 1, 1)], 2, 3),
        ),
    ],
)
def test_cells_stand_where_browsers_put_them(markup, expected):
    assert fields(markup) == expected


def test_grids_are_numbered_and_th_is_a_heading():
    first, second = grids("<table><tr><th>a<td>1</table><p>x<table><tr><td>b<td>2</table>")
    assert (first.number, second.number) == (0, 1)
    assert [cell.heading for cell in first.cells] == [True, False]


def test_a_table_that_lays_out_the_page_is_lines_with_the_grids_within():
    markup = """<table><tr><td>菜单<td><h2>报告</h2>
        <table><tr><td><p>一、总体情况</p><p>甲</p><table><tr><td>规章<td>3</table></td></tr></table>
        <td>右</table>"""
    document = read(markup)
    assert [block.text if isinstance(block, Line) else "grid" for block in document.blocks] == [
        *("菜单", "报告", "一、总体情况", "甲", "grid", "右")
    ]
    assert [block.heading for block in document.blocks if isinstance(block, Line)] == [None, 2, None, None, None]


def test_a_table_of_one_row_in_a_cell_beside_a_label_is_cells_of_the_row():
    inner = "<table><tr><td>{}<td>{}</table>".format
    assert rows(f"<table><tr><td>规章<td colspan=2> {inner(1, 2)} <tr><td>强制<td>3<td>4</table>") == [
        ["规章", "1", "2"],
        ["强制", "3", "4"],
    ]
    beside = [f"<td>规章<td>件 {inner(1, 2)}", f"<td><td>{inner(1, 2)}", f"<td>规章<td>{inner(1, '2<tr><td>3<td>4')}"]
    assert [len(grids(f"<table><tr>{cells}</table>")) for cells in beside] == [1, 1, 1]
    assert [lines(f"<table><tr>{cells}</table>") for cells in beside] == [["规章", "件"], [], ["规章"]]


def test_a_table_of_single_cells_frames_lines():
    document = read("<table><tr><td><h1>报告</h1>一<tr><td>二<p>三</table>")
    assert [block.text for block in document.blocks] == ["报告", "一", "二", "三"]
    assert document.source.text == "报告\n一\n二\n三\n"


def test_long_text_in_a_row_of_its_own_is_lines_between_two_grids():
    prose = "<p>" + "正文。" * 100 + "</p>"
    markup = f"<table><tr><td>索引号<td>甲<tr><td colspan=2>{prose}{prose}<tr><td>规章<td>3</table>"
    document = read(markup)
    assert [block.text[:3] if isinstance(block, Line) else block.cells[0].text for block in document.blocks] == [
        *("索引号", "正文。", "正文。", "规章")
    ]
    assert [grid.number for grid in document.blocks if isinstance(grid, Grid)] == [0, 1]


def test_a_long_label_beside_numbers_stays_a_cell():
    label = "规范性文件（" + "行政机关制定发布的文件" * 50 + "）"
    assert rows(f"<table><tr><td>{label}<td>34<td>4<td>47</table>") == [[label, "34", "4", "47"]]


ARTICLE = "<p>" + "正文。" * 40 + "</p><table><tr><td>规章<td>1<td>2<tr><td>处罚<td>3<td>4</table>"


@pytest.mark.parametrize(
    ("markup", "furniture"),
    [
        (f"<nav>首页</nav>{ARTICLE}<footer>主办</footer>", ["首页", "主办"]),
        (f"<div class='top-nav'>首页</div>{ARTICLE}<div id=footer>主办</div>", ["首页", "主办"]),
        (f"<div class='leftMenu'><ul><li>一<li>二</ul></div>{ARTICLE}", ["一", "二"]),
        (f"<header>首页<img src=logo.png></header>{ARTICLE}", ["首页"]),
        (f"<article><header><h1>报告</h1>日期</header>{ARTICLE}</article>", []),
        (f"<div class='nav'>{ARTICLE}<div class=share>分享</div></div>", ["分享"]),
        (f"<div class='footnote'>注</div><div class=menuless>甲</div>{ARTICLE}", []),
        ("<div class='menu'><p>正文。正文。正文。</p></div><p>一", []),
    ],
)
def test_furniture_is_marked_but_never_what_holds_the_report(markup, furniture):
    blocks = read(markup).blocks
    assert [block.text for block in blocks if isinstance(block, Line) and block.furniture] == furniture
    assert any(isinstance(block, Line) and not block.furniture for block in blocks)


def test_pictures_of_the_text_are_noted_and_those_of_the_furniture_are_not():
    markup = (
        f"<nav><img src=logo.png alt=标志></nav>{ARTICLE}<p><img src='/a/捕获2.PNG'><img src='data:image/png;base64,x'>"
    )
    assert read(markup).pictures == ("捕获2.PNG", "data:image/png")


def test_attachments_are_links_and_frames_that_end_in_the_name_of_a_file():
    markup = """<a href="a.PDF?x=1"> 附件 <b>1</b></a><a href="b.html">二</a><a href="/d.pdf.html">三</a>
        <iframe src="/viewer.html?file=c.pdf&p=1"></iframe><embed src="e.ofd"><a>四</a>"""
    assert read(markup).attachments == ("附件 1 a.PDF?x=1", "/viewer.html?file=c.pdf&p=1", "e.ofd")


def test_hidden_tables_are_read_where_the_page_shows_none():
    panel = "<div style='display:none'><table><tr><td>规章<td>3</table></div>"
    assert rows(f"<p>一</p>{panel}") == [["规章", "3"]]
    assert rows(f"{panel}<table><tr><td>处罚<td>4</table>") == [["处罚", "4"]]


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (".a {display: none}", "12"),
        ("I.a, p{margin:0} td > .a{DISPLAY:NONE !important}", "12"),
        ("td i[class=a] {visibility: hidden}", "12"),
        (".a {font-size: 0px; color: #fff}", "12"),
        (".a {opacity: .0}", "12"),
        (".a {color: transparent}", "12"),
        (".a {position: absolute; left: -9999px}", "12"),
        (".a {clip: rect(1px, 1px, 1px, 1px); position: absolute !important}", "12"),
        ("@media screen and (min-width: 100px) {.b {color: red} .a {display: none}}", "12"),
        ("/* .a {color: red} */ @charset 'utf-8'; .a {display: none}", "12"),
        (".a {display: inline} i.a {display: none}", "12"),
        ("#t .a {display: none} i.a {display: inline}", "12"),
        (".a {display: none !important} #t .a {display: inline}", "12"),
        ("i {visibility: hidden} .a {visibility: visible}", "192"),
        (".a {display: none} .a {display: inline}", "192"),
        ("@media print {.a {display: none}}", "192"),
        ("@media (max-width: 768px) {.a {display: none}}", "192"),
        ("@media (min-width: 4000px) {.a {display: none}}", "192"),
        ("@keyframes a {.a {display: none}}", "192"),
        ("/* .a {display: none} */ .a:hover {display: none} .a::after {display: none}", "192"),
        (".aa, .a .a {display: none} .a{text-indent: 2em; left: -9999px}", "192"),
        (".a {vertical-align: super}", "1⁹2"),
        (".a {", "192"),
        ("} .a( {display: none} } {} .a {display: none", "192"),
    ],
)
def test_the_sheets_of_a_page_hide_and_raise_what_they_say(sheet, expected):
    markup = f"<style>{sheet}</style><table id=t><tr><td>规章<td>1<i class=a>9</i>2</table>"
    assert rows(markup) == [["规章", expected]]


@pytest.mark.parametrize(
    ("name", "sheet", "expected"),
    [
        ("sr-only", "", "12"),
        ("a visually-hidden", "", "12"),
        ("d-none", "", "12"),
        ("d-none d-md-block", "", "192"),
        ("sr-only", ".sr-only {display: inline}", "192"),
        ("sr-onlyx", "", "192"),
    ],
)
def test_names_that_shared_sheets_hide_are_hidden(name, sheet, expected):
    markup = f"<style>{sheet}</style><table><tr><td>规章<td>1<i class='{name}'>9</i>2</table>"
    assert rows(markup) == [["规章", expected]]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<td style='font-size:0'>9<span style='font-size:14px'>1<b>2</b></span>9", "12"),
        ("<td style='visibility:hidden'>9<b style='visibility:visible'>12</b><input value=3><sup>4</sup>", "12"),
        ("<td style='font-size:0'>9", ""),
        ("<td><p style='display:none'>9<p class=a style='display:block'>12", "12"),
        ("<td class=a>9", None),
        ("<td style='vertical-align:super'>12", "12"),
        ("<td><span style='vertical-align:super'>12</span>", "¹²"),
    ],
)
def test_an_elements_own_style_goes_before_the_sheets(cell, expected):
    markup = f"<style>.a {{display: none}}</style><table><tr><td>规章<td>3{cell}</table>"
    assert rows(markup) == [["规章", "3", *([] if expected is None else [expected])]]


TABS = """<style>.tab {{display: none}} .tab.on {{display: block}}</style>
    <div class="tab{}"><p>二、<table><tr><td>规章<td>3</table></div>
    <div class="tab{}"><p>三、<table><tr><td>一、<td>4</table></div><div class="tab"><p>五、</div>"""


@pytest.mark.parametrize(
    ("markup", "shown", "opened"),
    [
        (TABS.format(" on", ""), ["二、", "规章"], ["二、", "规章", "三、", "一、", "五、"]),
        (TABS.format(" on", " on").replace("五、", ""), ["二、", "规章", "三、", "一、"], None),
        ("<table><tr><td>规章<td>3</table><div hidden><table><tr><td>规章<td>9</table></div>", ["规章"], None),
    ],
)
def test_panels_are_opened_where_that_is_asked_for(markup, shown, opened):
    def words(**how):
        blocks = read_page(markup, GIVEN, **how).blocks
        return [block.text if isinstance(block, Line) else block.cells[0].text for block in blocks]

    assert read_page(markup, GIVEN).has_closed_panels == (opened is not None)
    assert words() == shown
    assert words(opened=True) == (opened or shown)


@pytest.mark.parametrize(
    "markup",
    [
        "<div><p>规章</p><p>1</p><p></p><p>-</p></div><div><p>许可</p><p>4</p></div><div><p>处罚</p><p>5</p></div>",
        (
            "<ul><li><ul><li>规章<li>1<li><li>-</ul><li><ul><li>许可<li>4</ul><li><ul><li>处罚<li>5</ul></ul>"
            "<table><tr><td>甲</table>"
        ),
        (
            "<dl><dt>规章</dt> <dd>1</dd> <dd> </dd> <dd>-</dd></dl> <dl><dt>许可<dd>4</dl><!-- x --><script>1</script>"
            "<dl hidden><dt>强制<dd>9</dl><dl><dt>处罚<dd>5<dd hidden>6</dl>"
        ),
        (
            "<p><i class=a>规章</i><i class=b>1</i><i class=b></i><i class=b>-</i></p>"
            "<p><i class=a>许可</i><i class=b>4</i></p><p><i class=a>处罚</i><i class=b>5</i></p>"
        ),
        (
            "<x-r><x-c>规章</x-c><x-c><b>1</b></x-c><x-c><p></p></x-c><x-c>-</x-c></x-r>"
            "<x-r><x-c>许可</x-c><x-c>4</x-c></x-r><x-r><x-c>处罚</x-c><x-c>5</x-c></x-r>"
        ),
    ],
)
def test_blocks_of_labels_and_values_are_rows(markup):
    assert rows(markup) == [["规章", "1", "", "-"], ["许可", "4"], ["处罚", "5"]]


def test_text_between_drawn_rows_parts_them():
    head = "<div><p>内容</p><p>制发</p><p>废止</p><p>有效</p></div><div><p>规章</p><p>1</p><p></p><p>3</p></div>"
    document = read(f"<div>一项</div>{head}<div>二项</div><div><p>许可</p><p>4</p></div>")
    assert [
        block.text if isinstance(block, Line) else [[cell.text for cell in row] for row in block.rows()]
        for block in document.blocks
    ] == ["一项", [["内容", "制发", "废止", "有效"], ["规章", "1", "", "3"]], "二项", [["许可", "4"]]]


def test_drawn_cells_tell_their_spans_to_those_who_do_not_see():
    cell = "<div role=cell aria-colspan={} aria-rowspan={}>{}</div>".format
    markup = "".join(
        f"<div role=row>{row}</div>"
        for row in (
            cell(1, 2, "甲") + cell(2, 1, "乙"),
            cell(1, 1, 3) + cell(1, 1, 4),
            cell(3, 1, ""),
            cell(1, 1, "丙") * 3,
        )
    )
    numbers = "<div role=row>" + "".join(f"<i role=cell>{n}</i>" for n in range(10)) + "</div>"
    (grid,) = grids(markup + numbers)
    assert [(c.row, c.column, c.rowspan, c.colspan) for c in grid.cells if c.row < 2] == [
        *((0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1))
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<ul>" + "<li><a>首页</a><a>公开</a><a>服务</a></li>" * 5 + "</ul>",
        "<ul>" + "<li><a>某县2023年年报</a><span>2024-01-31</span></li>" * 9 + "</ul>",
        "<p><span>规章</span><span>1</span><span>2</span><span>3</span></p>" * 5,
        "<p><span style='color:red'>规章</span><span style='color:red'>1</span><span style='color:red'>2</span></p>"
        * 5,
        "<p>规章 <i class=a>1</i><i class=a>2</i><i class=a>3</i></p>" * 5,
        "<p><i class=a>规章</i> <i class=a>1</i> <i class=a>2</i> <i class=a>3</i></p>" * 5,
        "<p><i class=a>规章</i><i class=a>1</i><i class=b>2</i><i class=a></i></p>" * 5,
        "<div><p>规章</p><p>1</p></div>" * 5,
        "<div><p>规章</p><p>1</p><p>2</p><p>3</p></div>" * 2,
        "<div><p>规章</p><p>1</p><p>2</p><p>3</p><table><tr><td>甲<td>4</table></div>" * 1,
        f"<div><p>{'规章' * 100}</p><p>1</p><p>2</p><p>3</p></div>" * 5,
    ],
)
def test_menus_lists_and_pieces_of_text_are_no_rows(markup):
    assert [len(grid.cells) for grid in grids(markup)] in ([], [2])


@pytest.mark.parametrize(
    ("sheet", "shown"),
    [
        ("i::before {content: attr(data-n)}", "\ufffc"),
        ("td i:after{color:red;content:'3'}", "\ufffc"),
        ("@media screen {i:before {content: counter(a)}}", "\ufffc"),
        ("td::before {content: attr(data-label)}", ""),
        ("i::before {content: '\\e601'} b::after {content: '3'} .clear:after {content: ''}", ""),
        ("i::before {content: attr(data-m)} ((( ::before {content: '3'}", ""),
    ],
)
def test_a_cell_to_which_a_sheet_adds_a_number_is_not_empty(sheet, shown):
    markup = (
        f"<style>{sheet}</style><table><tr><td>规章<td data-label=件数><i data-n=3></i><td data-label=件数>4</table>"
    )
    assert rows(markup) == [["规章", shown, "4"]]


def test_sheets_are_no_danger():
    sheet = "{" * 100_000 + "}" * 100_000 + ".a .b .c > .d {display: none}" * 20_000 + "/*" * 100_000
    assert lines(f"<style>{sheet}</style>" + "<p class=a>一</p>" * 3) == ["一"] * 3


def placed(pieces, write):
    """A page with pieces of text at places, in a confused order, and so many more that there is something to order."""
    more = [(500 + 20 * number, 10, f"第{number}行") for number in range(30)]
    return "".join(write(*piece) for piece in [*more, *sorted(pieces, key=lambda piece: piece[2])])


@pytest.mark.parametrize(
    ("write", "sheet"),
    [
        (lambda y, x, text: f"<p style='position:absolute;top:{y}px;left:{x}px'>{text}</p>", ""),
        (
            lambda y, x, text: f"<div class='t' style='bottom: {2000 - y}px; LEFT: {x}pt'><b>{text}</b></div>",
            ".t{position:absolute}",
        ),
        (
            lambda y, x, text: f"<div class='t r{x}' style='top:{y}px'><i style='left:5px;top:2px'>{text}</i></div>",
            ".t{position:absolute}.r10{left:10px}.r100{left:100px}.r110{left:110px}.r160{left:160px}",
        ),
    ],
)
def test_text_at_places_is_read_as_it_is_seen(write, sheet):
    pieces = [
        (10, 10, "规章"),
        (10, 100, "3"),
        (11, 160, "45"),
        (40, 160, "6"),
        (39, 10, "许可"),
        (60, 10, "十个字的一段文字"),
        (60, 110, "9"),
    ]
    seen = lines(f"<style>{sheet}</style><div>{placed(pieces, write)}</div>")
    assert seen[:4] == [
        "规章          3         45",
        "许可                    6",
        "十个字的一段文字 9",
        "第0行",
    ]


def test_few_pieces_at_places_stay_where_they_are_written():
    piece = "<p style='position:absolute;top:{}px;left:1px'>{}</p>".format
    assert lines(piece(9, "一") + piece(1, "二")) == ["一", "二"]


def test_text_of_preformatted_tables_and_plain_divs_gives_lines():
    assert lines("<div>规章</div><div>3</div><pre>处罚 | 4</pre>") == ["规章", "3", "处罚 | 4"]


@pytest.mark.parametrize(
    "markup",
    [
        "<pre>规章\t1\t\t-\n许可\t4\t5\t6\n处罚\t7\t8\t9</pre>",
        "<p>| 规章 | 1 |  | - |</p><p>| 许可 | 4 | 5 | 6 |</p><p>| 处罚 | 7 | 8 | 9 |</p>",
        "规章 ｜ 1 ｜ ｜ -<br>许可 ｜ 4 ｜ 5 ｜ 6<br>处罚 ｜ 7 ｜ 8 ｜ 9",
    ],
)
def test_rows_with_bars_or_tabs_are_a_grid(markup):
    table = "<table><tr><td>甲<td>2</table>"
    document = read(f"<h2>二</h2>{markup}{table}")
    assert [block.number for block in document.blocks if isinstance(block, Grid)] == [0, 1]
    assert [[cell.text for cell in row] for row in document.blocks[1].rows()] == [
        *(["规章", "1", "", "-"], ["许可", "4", "5", "6"], ["处罚", "7", "8", "9"])
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>首页 | 公开 | 服务</p><p>规章 | 公开</p><p>一 | 二</p>",
        "<p>规章 | 1</p><p>许可 | 2</p>",
        "<nav><p>规章 | 1</p><p>许可 | 2</p><p>处罚 | 3</p></nav>" + "<p>正文。</p>" * 20,
    ],
)
def test_menus_with_bars_are_lines(markup):
    assert grids(markup) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + "规章",
        "<div>" * 50_000 + "规章" + "</div>" * 50_000,
        "<ul><li>" * 50_000 + "规章",
        "<span>" * 100_000 + "规章",
        "<table><tr><td>" * 30_000 + "规章",
        "<b><p>" * 20_000 + "规章",
        "<p>规章<select>" + "<option>1" * 100_000,
        "<p>规章<select>" + "<optgroup label=1><option>1</option></optgroup>" * 90_000 + "</select>",
        "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">规章",
        "<p " + "".join(f"<a{number}='>'" for number in range(100_000)) + ">规章",
    ],
    ids=["div", "closed", "li", "span", "table", "b", "option", "optgroup", "attributes", "quoted"],
)
def test_depth_and_number_are_no_danger(markup):
    assert lines(markup) == ["规章"]


def test_depth_within_reason_is_kept():
    markup = "<p>甲</p>" * 3000
    assert shallow(markup) == markup


def test_spans_are_no_danger():
    row = "<tr>" + "<td rowspan=65534 colspan=1000>3" * 100
    (grid,) = grids("<table>" + row * 50 + "</table>")
    assert (len(grid.cells), grid.height) == (5000, 50)
    assert grids("<table><tr>" + "<td>3" * 2000 + "</table>") == []


def test_what_is_hidden_by_word_only_may_be_anywhere():
    assert rows("<table><tr><td>3<td><p>4<span style='display:none;mso-hide:all'>5</span></table>") == [["3", "4"]]


TAGS = (
    *("table", "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "p", "div", "span", "br", "h1", "pre", "nav"),
    *("select", "option", "a", "b", "ul", "li", "input"),
)
ATTRIBUTES = ["", " rowspan=2", " colspan=3", " rowspan=0", " class=nav", " hidden", " value=3", " href=a.pdf"]
PIECES = st.one_of(
    st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
    st.builds("</{}>".format, st.sampled_from(TAGS)),
    st.sampled_from(["规章", "3", " ", "\n", "&nbsp;", "　", "\t", "<!--", "-->", "<![if !x]>", "&#0;", "&#xfdd0;"]),
    st.text(max_size=4),
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_markup_gives_a_document_in_step_with_its_text(markup):
    document = read(markup)
    places = sorted(
        piece.span for block in document.blocks for piece in (block.cells if isinstance(block, Grid) else (block,))
    )
    assert all(before.end < after.start or before.end + 1 == after.start for before, after in pairwise(places))
    for block in document.blocks:
        if isinstance(block, Grid):
            assert all(cell.rows.stop <= block.height and cell.columns.stop <= block.width for cell in block.cells)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<table><tr><td>规章</td><td>12</td></tr></table>", "规章\t12\n"),
        ("<table><tr><td>规章</td><td>12</p>", "规章\t12\n"),
        ("<table><tr><td>规章<td>12<tr>", "规章\t12\n"),
        ("<table><tr><td>规章</td><td>12", "规章\t12"),
        ("<table><tr><td>规章</td><td>1</span", "规章\t1"),
        ("<table><tr><td>规章</td><td align=center><p>", "规章\t"),
        ("<p>规章 12", "规章 12"),
        ("<p>规章 12</p", "规章 12"),
        ("<p>规章 12</p><script>var 数 = 3", "规章 12\n"),
        ("<p>规章 12</p>\n", "规章 12\n"),
    ],
)
def test_a_page_that_breaks_off_amid_a_line_does_not_end_it(markup, text):
    assert read(markup).source.text == text


@pytest.mark.skipif(not SHANGHAI.exists(), reason="needs the collection of real pages")
def test_a_real_page_gives_its_three_tables():
    markup = SHANGHAI.read_text(encoding="utf-8")
    assert [(grid.height, grid.width, len(grid.cells)) for grid in grids(markup)] == [
        (18, 5, 53),
        (26, 10, 198),
        (4, 15, 34),
    ]
