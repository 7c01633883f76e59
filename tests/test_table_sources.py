"""Tables in the source of wikis and typesetters as tables of HTML; what looks like one and is none."""

import pytest

from govdisclosure.readers.table_sources import with_html_tables


def html(*rows):
    """A table whose cells are texts, or texts with the rows and columns that they cover."""

    def cell(given):
        text, rows, columns = given if isinstance(given, tuple) else (given, 1, 1)
        return f'<td rowspan="{rows}" colspan="{columns}">{text}</td>'

    return "<table>" + "".join("<tr>" + "".join(map(cell, row)) + "</tr>" for row in rows) + "</table>"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("甲\n{|\n|-\n| 规章\n| 3\n|\n|}\n乙", "甲\n" + html(["规章", "3", ""]) + "\n乙"),
        (
            '{| class="wikitable"\n|+ 表二\n! colspan="2"| 商业\n企业\n|-\n! 规章 !! 3\n|- \n| rowspan=2 | 无 || /\n|}',
            html([("商业 企业", 1, 2)], ["规章", "3"], [("无", 2, 1), "/"]),
        ),
        ("= 年报 =\n{|\n| 1 < 2\n|}", "年报\n" + html(["1 &lt; 2"])),
        (
            '[cols=","]\n|===\n2+|信息内容\n.2+|规章 |3\n|4\n|行政许可\n|++\\++\n|===\n== 三、收到',
            html([("信息内容", 1, 2)], [("规章", 2, 1), "3"], ["4"], ["行政许可", "\\"]) + "\n三、收到",
        ),
        ("|===\n|规章 |3 |\n\n|行政许可 | |5\n|===", html(["规章", "3", ""], ["行政许可", "", "5"])),
        ('[cols="1,1"]\n\n|===\n\n|规章\n\n|3\n\n|===', html(["规章", "3"])),
        ("|===\n\n|规章 |3\n\n|许可\n\n|5\n|===", html(["规章", "3"], ["许可", "5"])),
        (
            r"\section{二、主动}\begin{tabular}{l|l}\hline\multirow{2}{*}{规章}&3&~\\&\multicolumn{2}{l}{5\%}\\\end{tabular}",
            "\n二、主动\n" + html(["规章", "3", ""], ["", ("5%", 1, 2)]),
        ),
        (
            '甲\n[["规章", 3, null], ["a<b", "12.50", 0.50]]',
            "甲\n" + html(["规章", "3", ""], ["a&lt;b", "12.50", "0.50"]),
        ),
    ],
)
def test_tables_are_written_as_html(source, expected):
    assert with_html_tables(source) == expected


@pytest.mark.parametrize(
    "text",
    [
        "= 年报 =\n规章 | 3",
        "{|\n| 规章\n| 3",
        "|=== 规章 |===",
        "甲 {| 乙 |}",
        "|===\n|规章 |3",
        r"\begin{document}规章 & 3 \\\end{document}",
        r"\section{甲}\begin{tabular}规章 & 3",
        '[["规章", 3], 4]]',
        '[["规章", {"a": 3}]]',
        "[[1], [2]] 见[[注]]、[[3]",
    ],
)
def test_what_has_no_whole_table_stays(text):
    assert with_html_tables(text) == text


def test_a_table_without_cells_has_none():
    assert with_html_tables("甲\n|===\n|===\n") == f"甲\n{html()}\n"


@pytest.mark.parametrize(
    ("source", "cell"),
    [
        ("{|\n| k" + "=vvvv" * 1000 + "\n|}", " k" + "=vvvv" * 1000),
        (r"\begin{tabular}{l}" + r"\multicolumn{2}{l}{" * 5000 + "3" + "}" * 5000 + r"\end{tabular}", ("3", 1, 2)),
    ],
)
def test_long_hostile_sources_are_read_to_their_end(source, cell):
    text, rows, columns = cell if isinstance(cell, tuple) else (cell.strip(), 1, 1)
    assert with_html_tables(source) == html([(text, rows, columns)])
