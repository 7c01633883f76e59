"""The pages on which other readers fail, and the alarms that others raise without a cause.

One report without fault is printed as each of those pages is. Every cell has to come out right, or in a state that says
why it does not, and `check` may find nothing but what is wrong with the page.
"""

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from attrs import evolve

from govdisclosure.checking import check
from govdisclosure.finding import Severity, Verdict
from govdisclosure.parsing import parse
from govdisclosure.states import State
from tests.conformance import figures, geometry, wordings
from tests.conformance.layouts import LAYOUTS
from tests.conformance.layouts.layout import without_tables
from tests.conformance.layouts.markup import PARAGRAPHS, pieces
from tests.conformance.outcomes import Outcome
from tests.conformance.prose import Text
from tests.conformance.scoring import verdicts
from tests.conformance.sheets import Style, sheet, zeros
from tests.conformance.truths import truth
from tests.seen import noticed

REAL = Path(__file__).parents[1] / "docs" / "examples" / "annual-report-2019.html"

TWO = {
    "2021": {
        "rules": (0, 0, 0),
        "normative_documents": (6, 2, 49),
        "administrative_licensing": (517645,),
        "administrative_penalty": (693957,),
        "administrative_compulsion": (12,),
        "administrative_charges": (Decimal("4068.208"),),
    },
    "2019": {
        "rules": (0, 0, 0),
        "normative_documents": (6, 6, 49),
        "administrative_licensing": (312, -4, 1180),
        "other_public_services": (20, 1, 97),
        "administrative_penalty": (118, 0, 2405),
        "administrative_compulsion": (9, 0, 14),
        "administrative_charges": (3, 0),
        "centralized_procurement": (11, Decimal(251000)),
    },
}


def report(edition):
    """A true report in which no rule finds anything, with numbers over 999 and many zeros."""
    true = truth(1, edition)
    year = {"2021": 2023, "2019": 2019}[edition]
    two = dict(zip([slot.address for slot in true.two], sum(TWO[edition].values(), ()), strict=True))
    return evolve(
        true,
        agency="青溪县人民政府",
        year=year,
        published=dt.date(year + 1, 3, 20),
        signed=dt.date(year + 1, 3, 18),
        values={**true.values, **two},
    )


def prose(true):
    """Before and behind the tables, with the statements that mislead others and are true all the same."""
    values = true.values
    received, carried_in, done, carried_out = (
        values[f"requests.{line}.total"] for line in ("received", "carried_in", "outcomes.total", "carried_out")
    )
    period = f"{true.year}年1月1日起至{true.year}年12月31日止"
    before = [
        Text(true.title, "title"),
        Text(f"发布时间：{true.published:%Y-%m-%d}", "date"),
        Text(f"根据《中华人民共和国政府信息公开条例》编制本报告，数据统计期限自{period}。"),
        Text("一、总体情况", "heading"),
        Text("（一）主动公开。全年主动公开政府信息1.2万条。"),
        Text(
            f"（二）依申请公开。全年收到政府信息公开申请{received + carried_in:,}件（含上年结转{carried_in}件），"
            f"办结{done:,}件，结转下年度继续办理{carried_out}件。"
        ),
        Text("（三）政府信息管理。定期清理已公开的文件。"),
        Text("（四）平台建设。调整门户网站公开栏目。"),
        Text("（五）监督保障。组织业务培训2次，开展年度考核、社会评议，未发生责任追究。"),
    ]
    after = [
        Text("五、存在的主要问题及改进情况", "heading"),
        Text("公开的内容有待丰富，下一步将加强培训。"),
        Text("六、其他需要报告的事项", "heading"),
        Text(f"{true.year}年度未收取政府信息公开信息处理费。" if true.year > 2020 else "无其他需要报告的事项。"),
    ]
    return before, after


def page(true, style=None, compose=None):
    """The report as a page of HTML, and what a reader must make of each cell."""
    rng = Random(1)  # noqa: S311  # test data, not secrets
    printed = sheet(true, style or Style(), rng)
    inner = (compose or pieces())(printed, rng)
    headings = {geometry.section_title(slot.form.name) for slot in true.slots}
    tables = [part for part in inner if isinstance(part, geometry.Table) or part.text in headings]
    before, after = prose(true)
    return PARAGRAPHS.page([*before, *tables, *after]), printed.expected


def blank(*addresses):
    """Leave these cells empty."""
    return Style(blank=lambda _value, slot, _rng: slot.address in addresses)


LAYOUT = {layout.name: layout for layout in LAYOUTS}
NEW, OLD = report("2021"), report("2019")
GRANTED = "requests.outcomes.granted"
CASES = "review_and_litigation"

#: The form of 2019 prints no unit with the amount of item nine.
NO_UNIT = ["GD205"]

# page, report, style, how the tables are cut, what is found
PAGES = [
    ("clean", NEW, None, None, []),
    ("one blank cell in one row of table three", NEW, blank(f"{GRANTED}.research_institution"), None, ["GD112"]),
    ("zeros left blank", NEW, Style(blank=zeros(1)), None, ["GD112"]),
    ("zeros written /", NEW, Style(blank=zeros(1), marks=("/",)), None, ["GD112"]),
    ("table two as four tables", NEW, None, pieces(two=geometry.blocks), []),
    ("the form of 2019", OLD, None, None, NO_UNIT),
    ("the form of 2019, a table an item", OLD, None, pieces(two=geometry.blocks), NO_UNIT),
    ("table three broken over two pages", NEW, None, LAYOUT["html_three_broken"].compose, []),
    ("table three broken, heads repeated", NEW, None, LAYOUT["html_three_broken_heads_repeated"].compose, []),
    ("full-width digits", NEW, Style(figures=figures.full_width), None, []),
    ("spaces inside numbers over 999", NEW, Style(figures=figures.spaced), None, []),
    ("hard spaces inside numbers over 999", NEW, Style(figures=figures.hard_spaced), None, []),
    ("commas inside numbers over 999", NEW, Style(figures=figures.commas), None, []),
    (
        "two blank cells in table four",
        NEW,
        blank(f"{CASES}.reconsideration.upheld", f"{CASES}.litigation.direct.pending"),
        None,
        ["GD112"],
    ),
    ("(七)总计 and 3．其它", NEW, Style(labels=wordings.loose_enumerators), None, []),
    ("(七)总计 and 3．其它 on the form of 2019", OLD, Style(labels=wordings.loose_enumerators), None, NO_UNIT),
]


@pytest.mark.parametrize(
    ("true", "style", "compose", "codes"), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES]
)
def test_every_cell_is_right_and_nothing_else_is_found(true, style, compose, codes):
    document, expected = page(true, style, compose)
    parsed = parse(document)
    assert [f"{verdict}" for verdict in verdicts(parsed, expected) if verdict.outcome is not Outcome.READ] == []
    assert sorted({finding.code for finding in check(parsed)}) == codes


@pytest.mark.parametrize(
    ("encoding", "codes"),
    [("gbk_undeclared", []), ("gb18030", []), ("gbk", []), ("utf8_undeclared", []), ("gbk_declared_utf8", ["GD110"])],
)
def test_bytes_are_decoded_whatever_they_declare(encoding, codes):
    document, expected = page(NEW)
    parsed = parse(LAYOUT[f"html_in_{encoding}"].encode(document))
    assert {verdict.outcome for verdict in verdicts(parsed, expected)} == {Outcome.READ}
    assert [finding.code for finding in check(parsed)] == codes


def test_a_number_left_out_is_no_fault_of_the_sums():
    cell = next(slot.address for slot in NEW.three if len(slot.row) > 1 and NEW.values[slot.address] > 0)
    document, expected = page(NEW, blank(cell))
    parsed = parse(document)
    assert {verdict.outcome for verdict in verdicts(parsed, expected)} == {Outcome.READ}
    assert [finding for finding in check(parsed) if finding.verdict is Verdict.SOURCE] == []


def test_where_there_are_no_tables_no_number_is_invented():
    document, _ = page(NEW, compose=without_tables)
    parsed = parse(document)
    assert {reading.state for reading in parsed} == {State.ABSENT}
    assert all(value is None for _, value in parsed.report.cells())
    assert {finding.code for finding in check(parsed)} == {"GD103"}
    assert noticed(parsed) == ["GD103"] * 3


def test_the_real_page_is_read_number_by_number():
    markup = REAL.read_text("utf-8")
    parsed = parse(markup)
    printed = [text for text in re.findall(r"<td[^>]*>([^<]*)</td>", markup) if re.fullmatch(r"[\d.]+元?", text)]
    stated = sorted((reading for reading in parsed if reading.state is State.STATED), key=lambda reading: reading.span)
    assert [reading.raw for reading in stated] == printed
    assert len([reading for reading in stated if not reading.address.startswith("proactive_disclosure")]) == 41
    assert {reading.state for reading in parsed} == {State.STATED, State.BLANK}
    balance = {finding.code for finding in check(parsed, select=["GD3", "GD4"])}
    assert balance == {"GD304"}


def found(text, changes=(), *, select):
    """The findings where the page's prose on requests is this."""
    document, _ = page(evolve(NEW, values={**NEW.values, **dict(changes)}))
    before = next(line.text for line in prose(NEW)[0] if line.text.startswith("（二）"))
    assert before in document
    parsed = parse(document.replace(before, text))
    return [finding.code for finding in check(parsed, select=[select])]


RECEIVED, CARRIED_IN = (NEW.values[f"requests.{line}.total"] for line in ("received", "carried_in"))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f"全年收到政府信息公开申请{RECEIVED:,}件。", []),
        (f"全年收到政府信息公开申请{RECEIVED:,}件。".replace(",", "，"), []),
        (f"全年收到政府信息公开申请{RECEIVED + CARRIED_IN}件。", []),
        (f"全年新收政府信息公开申请{RECEIVED}件，上年结转{CARRIED_IN}件。", []),
        (f"全年收到政府信息公开申请{RECEIVED + CARRIED_IN}件，其中上年结转{CARRIED_IN}件。", []),
        (f"全年收到政府信息公开申请{RECEIVED % 1000}件。", ["GD601"]),
        (f"全年收到政府信息公开申请{RECEIVED + 1}件。", ["GD601"]),
    ],
)
def test_what_was_received_is_what_is_new_or_all_that_was_at_hand(text, codes):
    assert found(f"（二）依申请公开。{text}", select="GD601") == codes


@pytest.mark.parametrize(
    "fee",
    [
        "未收取政府信息公开信息处理费。",
        "收取信息处理费380元，涉及1件。",
        "未产生信息处理费，行政事业性收费4068.208万元。",
    ],
)
def test_the_charges_of_table_two_are_not_the_fee_for_information(fee):
    document, _ = page(NEW)
    assert "未收取政府信息公开信息处理费。" in document
    assert check(parse(document.replace("未收取政府信息公开信息处理费。", fee))) == ()


KEY_LINES = ("received", "carried_in", "outcomes.total", "carried_out")


def test_totals_left_blank_in_detail_lines_are_a_habit():
    details = (slot for slot in NEW.three if slot.line.partition(".")[2] not in KEY_LINES)
    document, expected = page(NEW, blank(*(slot.address for slot in details if slot.column_name == "total")))
    parsed = parse(document)
    assert {verdict.outcome for verdict in verdicts(parsed, expected)} == {Outcome.READ}
    assert [(finding.code, finding.severity) for finding in check(parsed)] == [("GD304", Severity.NOTE)]
