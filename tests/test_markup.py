"""Which language a text is written in, and what is left of another in it."""

import html
import json

import pytest

from govdisclosure.parsing import parse
from govdisclosure.readers.markup import looks_like_html, unescaped, with_breaks, without_markup
from govdisclosure.report import SectionKind
from tests.conformance.layouts import LAYOUTS
from tests.conformance.scoring import case, named
from tests.conformance.truths import truth


@pytest.mark.parametrize(
    "text",
    ["<html>", "<!DOCTYPE html>", "<table border=1>", "<TD>3</TD>", "<p>", "<div class='a'>", "一<br/>二", "</span>"],
)
def test_markup_is_recognised(text):
    assert looks_like_html(text)


@pytest.mark.parametrize("text", ["", "规章 < 3", "<甲县>报告", "a<b", "1 <p 2", "<规章|3>", "x << y >> z", "<pdf>"])
def test_text_with_angle_brackets_is_text(text):
    assert not looks_like_html(text)


BARRED = "| 商业<br>企业 | <b>3</b> |\n"


@pytest.mark.parametrize("text", [BARRED * 3, "<!-- 第1页 -->\n" + BARRED * 3, "<img src=a.png>\n" + BARRED * 3])
def test_rows_of_bars_with_breaks_and_emphasis_are_text(text):
    assert not looks_like_html(text)


@pytest.mark.parametrize(
    "text", [BARRED, "规章 | 1<br>规范性文件 | 2<br>" * 3, f"<p>{BARRED * 3}", f"{BARRED * 3}</td>"]
)
def test_breaks_between_lines_and_blocks_are_markup(text):
    assert looks_like_html(text)


TABLE = "<table>\n<tr><td>3</td>\n</tr></table>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"一\n二\n\n{TABLE}\n三", f"一<br>\n二<br>\n<br>\n{TABLE}<br>\n三"),
        (f"<html><body>{TABLE}</body></html>\n一", f"<html><body>{TABLE}</body></html><br>\n一"),
        ("<!-- 图 -->\n一\n二", "<!-- 图 --><br>\n一<br>\n二"),
        (f"一\n{TABLE}\n<p>二\n三</p>", None),
        (f"一<br>\n二\n{TABLE}", None),
        ("<table>\n<tr><td>3</td>\n", None),
    ],
)
def test_lines_around_tables_end_where_the_text_ends_them(text, expected):
    assert with_breaks(text) == (expected or text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| 商业<br/>企业 |&nbsp;|&#160;|", "| 商业 企业 | | |"),
        ("<b>总计</b><!-- 第1页 --> <sup>1</sup>", "总计 1"),
        ("3<5 且 a&b", "3<5 且 a&b"),
        ("<甲县>报告 <13800000000>", "<甲县>报告 <13800000000>"),
    ],
)
def test_spaces_and_emphasis_of_html_in_text(text, expected):
    assert without_markup(text) == expected


LINES = "".join(f"第{number}条\t“规章”\\公开\n" for number in range(12))


@pytest.mark.parametrize("escape", [json.dumps, lambda text: json.dumps(text, ensure_ascii=False), repr])
def test_escaped_strings_are_read_as_they_were(escape):
    assert unescaped(escape(LINES))[1:-1] == LINES


@pytest.mark.parametrize("times", [1, 2, 3])
def test_markup_with_entities_for_its_brackets_is_put_back(times):
    page = escaped = "<table>" + "<tr><td>规章&nbsp;<td>&lt;3" * 9 + "</table>"
    for _ in range(times):
        escaped = html.escape(escaped)
    assert unescaped(escaped) == page
    for other in (
        html.escape("<p>规章"),
        page,
        "".join(f"{n} &lt; {n + 1}。" for n in range(20)),
        "&lt;person&gt;" * 20,
    ):
        assert unescaped(other) == other


@pytest.mark.parametrize(
    "text", [r"C:\new\reports", r"一\n二", LINES + r"\n" * 11, r"\\n" * 20, r"\u12" * 20, "\\" * 40, "一\n" * 40]
)
def test_other_text_with_backslashes_stays(text):
    assert unescaped(text) == text


@pytest.mark.parametrize("name", ["html_between_lines", "text_rows_tabs_escaped"])
def test_the_report_around_such_tables_is_read_too(name):
    (layout,) = named(LAYOUTS, name)
    report = parse(case(layout, 7).document).report
    truth_of_seed = truth(7)
    assert (report.title, report.agency, report.year, report.signed) == (
        truth_of_seed.title,
        truth_of_seed.agency,
        truth_of_seed.year,
        truth_of_seed.signed,
    )
    assert [section.kind for section in report.sections if section.kind] == list(SectionKind)
