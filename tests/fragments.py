"""Documents put together at random from what the reader reacts to, so that nonsense reaches its deepest parts."""

import html
import json

from hypothesis import strategies as st

from govdisclosure.editions import TABLES
from govdisclosure.form import form_of, slots
from tests.strategies import CELLS


def one_of(*pieces):
    """One of several pieces of text, which bars of another kind part."""
    return st.sampled_from([piece for some in pieces for piece in some.split("¦")])


HEADINGS = {heading for slot in CELLS for heading in (*slot.row, slot.column)}
LABELS = sorted({words for heading in HEADINGS for words in (heading.label, *heading.aliases, heading.block)} - {""})
HEADS = sorted({words for table in TABLES for words in (form_of(table).title, *form_of(table).stubs)})
#: The labels of the lines of each table in print order, so that rows of a form stand together.
ROWS = [list(dict.fromkeys(slot.row[-1].label for slot in slots(table))) for table in TABLES]

FIGURES = one_of(
    "0¦1¦2¦3¦12¦-4¦1,234¦12.50¦１２¦一¦十二¦二十¦007¦1 234¦3件¦1.2万元¦增3¦12/30¦3(2)¦①¦1²¦O¦l¦5.¦+¦０¦千¦0.0¦+1-1",
    "9" * 16,
    "1" * 40,
)
BLANKS = one_of("¦ ¦/¦-¦—¦无¦\xa0¦　¦—/—¦*¦**¦空¦NaN¦\u200b")
GAPS = one_of("¦¦ ¦  ¦    ¦\t¦|¦ | ¦\n¦\n\n¦ |\n¦|\n|¦,¦、¦\r\n¦\f")
MARKS = one_of(
    '|---|---|\n¦----------¦- 3 -¦第1页 共2页¦（¦）¦(1)¦（一）¦一、¦3.¦其中¦：¦“¦"¦单位：件¦（单位：万元）¦万元¦本年',
    "其他¦数量¦总计¦注：¦*¦#¦**¦&nbsp;¦\\n¦\ud800¦\0¦e\u0301¦數(shù)¦������¦Page 3",
    "[图片]¦附件¦目录¦....3¦1.png¦\ufeff¦\u2028",
)
#: How tables begin, go on and end that wikis, typesetters, terminals and programs write.
SOURCES = one_of(
    '|===\n¦\n|===\n¦[cols="1,2"]\n|===\n¦2+|¦.3+|¦{|\n¦\n|}¦\n|-\n¦| rowspan=2 | ¦! ¦||¦\\begin{tabular}{lll}\n',
    '\\end{tabular}¦ & ¦\\\\\n¦\\multirow{2}{*}{¦\\multicolumn{3}{c}{¦}¦[["¦", "¦"], ["¦"]]¦null¦\n+--+--+\n',
    "\n├──┼──┤\n¦│¦\n│¦┌──┬──┐\n¦=== ===\n¦&lt;td&gt;¦&lt;table&gt;¦&lt;/table&gt;",
)
SENTENCES = one_of(
    "甲县2023年政府信息公开工作年度报告¦2022年政府信息公开工作年度报告¦甲县人民政府¦2024年1月20日¦目　录¦一、总体情况",
    "二、主动公开政府信息情况¦三、收到和处理政府信息公开申请情况¦五、存在的主要问题及改进情况¦六、其他需要报告的事项",
    "四、政府信息公开行政复议、行政诉讼情况¦（一）主动公开。¦联系电话：010-12345678¦http://www.a.gov.cn/b.html",
    "全年收到政府信息公开申请12件，其中自然人10件，办结11件，结转下年度1件。¦主动公开政府信息1.2万余条，¦占比33.3%、",
    "行政复议3件，维持2件，纠正1件。¦同比增长12.5%¦未收取信息处理费¦予以公开、部分公开各2件¦分别为3件、4件和5件",
    "统计期限自2023年1月1日起至2023年12月31日止¦上年结转的0件",
)
WORDS = st.sampled_from(LABELS) | st.sampled_from(HEADS)
TORN = st.builds(lambda words, start, end: words[start:end], WORDS, st.integers(0, 4), st.none() | st.integers(0, 12))
NUMBERS = st.lists(FIGURES | FIGURES | BLANKS, max_size=9) | one_of("0¦0¦0¦0¦0¦0¦0", "1¦0¦0¦0¦0¦0¦1").map(list)


@st.composite
def lines(draw):
    """The labels of some lines of a table that stand one below another."""
    labels = draw(st.sampled_from(ROWS))
    start = draw(st.integers(0, len(labels) - 1))
    return labels[start : start + draw(st.integers(1, 8))]


@st.composite
def rows(draw):
    """Some lines of a table in text, each with numbers, all parted in one way."""
    begin, gap, end = draw(one_of("¦| ")), draw(GAPS), draw(one_of("¦ |¦\t¦\n"))
    return "\n" + "\n".join(f"{begin}{gap.join([label, *draw(NUMBERS)])}{end}" for label in draw(lines()))


@st.composite
def tables(draw):
    """Some lines of a table as rows of a page."""
    cell = one_of("<td>¦<td>¦<td><p>¦<td rowspan=2>¦<th>¦<td colspan=3>")
    return "<table>" + "".join(
        "<tr>" + "".join(f"{draw(cell)}{text}" for text in (label, *draw(NUMBERS))) for label in draw(lines())
    )


TAGS = one_of(
    "<table>¦</table>¦<tr>¦</tr>¦<td>¦<td>¦</td>¦<th>¦<td colspan=2>¦<td rowspan=3>¦<td rowspan=0>¦<br>¦<p>¦</p>¦<div>",
    "<td colspan=99 rowspan=99>¦</div>¦<thead>¦<tbody>¦<h1>¦</span>¦<sup>¦</sup>¦<pre>¦</pre>¦<nav>¦</nav>¦<caption>",
    "<span style='display:none'>¦<div style='position:absolute;left:9px;top:9px'>¦<div style='display:table-row'>¦<ul>",
    "<img src=a.png alt=表>¦<style>.a{visibility:hidden} td+td{opacity:0}</style>¦<p class=a>¦<li>¦<a href='a.pdf'>",
    "<!--¦-->¦<![if !supportEmptyParas]>¦<textarea>¦</textarea>¦<script>¦</script>¦<template>¦<noscript>¦</noscript>",
    "<iframe srcdoc='&lt;td&gt;3'>¦<input value=3>¦<title>¦</title>¦<meta name=a content=b>",
)
TEXTS = st.lists(
    st.one_of(WORDS, TORN, FIGURES, BLANKS, GAPS, GAPS, MARKS, SENTENCES, SOURCES, SOURCES, rows()), max_size=30
)
PAGES = st.lists(st.one_of(WORDS, TORN, FIGURES, BLANKS, MARKS, SENTENCES, TAGS, TAGS, TAGS, tables()), max_size=30)

_PART = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n"
CARRIERS = st.sampled_from(
    [
        str,
        html.escape,
        "甲县2023年政府信息公开工作年度报告\n{}".format,
        "<h1>甲县2023年政府信息公开工作年度报告</h1>{}".format,
        lambda page: page * 3,
        lambda page: page.encode("utf-8", "replace"),
        lambda page: page.encode("gb18030", "replace"),
        lambda page: page.encode("utf-16", "replace"),
        lambda page: page.encode("utf-8", "replace")[:-1],
        lambda page: page.encode("utf-8", "replace").decode("cp1252", "replace"),
        lambda page: f"{_PART}{page}".encode("utf-8", "replace"),
        lambda page: json.dumps({"title": "年报", "content": f"<p>{page}"}),
        lambda page: f"callback({json.dumps([page, [page]])});",
        lambda page: f"<textarea>{html.escape(page)}</textarea>",
        lambda page: f"<script>var a = {json.dumps(page)};</script>",
    ]
)
#: Text, pages, and either in what carries pages.
ANYTHING = st.builds(lambda carried, pieces: carried("".join(pieces)), CARRIERS, TEXTS | PAGES)
