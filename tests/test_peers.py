"""The pages on which other readers fail, their alarms without a cause, and what their authors complain of.

One report without fault is printed as each of those pages is. Every cell has to come out right, or in a state that says
why it does not, and `check` may find nothing but what is wrong with the page.
"""

import datetime as dt
import re
from pathlib import Path

import pytest
from attrs import evolve

from govdisclosure.baseline import Baseline
from govdisclosure.checking import check
from govdisclosure.finding import Severity, Verdict
from govdisclosure.parsing import parse
from govdisclosure.states import State
from govdisclosure.writers.json_text import dumps, loads
from tests.conformance import figures, geometry, wordings
from tests.conformance.layouts import LAYOUTS, plaintext
from tests.conformance.layouts.layout import without_tables
from tests.conformance.layouts.markup import pieces
from tests.conformance.outcomes import Outcome
from tests.conformance.scoring import verdicts
from tests.conformance.sheets import Style, zeros
from tests.faultless import printed, prose, report
from tests.seen import noticed

REAL = Path(__file__).parents[1] / "docs" / "examples" / "annual-report-2019.html"


def blank(*addresses):
    """Leave these cells empty."""
    return Style(blank=lambda _value, slot, _rng: slot.address in addresses)


LAYOUT = {layout.name: layout for layout in LAYOUTS}
NEW, OLD = report(), report("2019")
GRANTED = "requests.outcomes.granted"
CASES = "review_and_litigation.reconsideration"

#: The form of 2019 prints no unit with the amount of item nine.
NO_UNIT = ["GD205"]

# page, report, how it is printed, what is found
PAGES = [
    ("clean", NEW, {}, []),
    ("one blank cell in one row of table three", NEW, {"style": blank(f"{GRANTED}.research_institution")}, ["GD112"]),
    ("zeros left blank", NEW, {"style": Style(blank=zeros(1))}, ["GD112"]),
    ("zeros written /", NEW, {"style": Style(blank=zeros(1), marks=("/",))}, ["GD112"]),
    ("table two as four tables", NEW, {"compose": pieces(two=geometry.blocks)}, []),
    ("the form of 2019", OLD, {}, NO_UNIT),
    ("the form of 2019, a table an item", OLD, {"compose": pieces(two=geometry.blocks)}, NO_UNIT),
    ("table three broken over two pages", NEW, {"compose": LAYOUT["html_three_broken"].compose}, []),
    ("table three broken, heads repeated", NEW, {"compose": LAYOUT["html_three_broken_heads_repeated"].compose}, []),
    ("full-width digits", NEW, {"style": Style(figures=figures.full_width)}, []),
    ("spaces inside numbers over 999", NEW, {"style": Style(figures=figures.spaced)}, []),
    ("hard spaces inside numbers over 999", NEW, {"style": Style(figures=figures.hard_spaced)}, []),
    ("commas inside numbers over 999", NEW, {"style": Style(figures=figures.commas)}, []),
    ("two blank cells in table four", NEW, {"style": blank(f"{CASES}.upheld", f"{CASES}.pending")}, ["GD112"]),
    ("(七)总计 and 3．其它", NEW, {"style": Style(labels=wordings.loose_enumerators)}, []),
    ("(七)总计 and 3．其它, 2019", OLD, {"style": Style(labels=wordings.loose_enumerators)}, NO_UNIT),
]


@pytest.mark.parametrize(("true", "how", "codes"), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES])
def test_every_cell_is_right_and_nothing_else_is_found(true, how, codes):
    document, expected = printed(true, **how)
    parsed = parse(document)
    assert [f"{verdict}" for verdict in verdicts(parsed, expected) if verdict.outcome is not Outcome.READ] == []
    assert sorted({finding.code for finding in check(parsed)}) == codes


@pytest.mark.parametrize(
    ("encoding", "codes"),
    [("gbk_undeclared", []), ("gb18030", []), ("gbk", []), ("utf8_undeclared", []), ("gbk_declared_utf8", ["GD110"])],
)
def test_bytes_are_decoded_whatever_they_declare(encoding, codes):
    document, expected = printed(NEW)
    parsed = parse(LAYOUT[f"html_in_{encoding}"].encode(document))
    assert {verdict.outcome for verdict in verdicts(parsed, expected)} == {Outcome.READ}
    assert [finding.code for finding in check(parsed)] == codes


def test_a_number_left_out_is_no_fault_of_the_sums():
    cell = next(slot.address for slot in NEW.three if len(slot.row) > 1 and NEW.values[slot.address] > 0)
    document, expected = printed(NEW, style=blank(cell))
    parsed = parse(document)
    assert {verdict.outcome for verdict in verdicts(parsed, expected)} == {Outcome.READ}
    assert [finding for finding in check(parsed) if finding.verdict is Verdict.SOURCE] == []


def test_where_there_are_no_tables_no_number_is_invented():
    document, _ = printed(NEW, compose=without_tables)
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
    document, _ = printed(evolve(NEW, values={**NEW.values, **dict(changes)}))
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
    document, _ = printed(NEW)
    assert "未收取政府信息公开信息处理费。" in document
    assert check(parse(document.replace("未收取政府信息公开信息处理费。", fee))) == ()


KEY_LINES = ("received", "carried_in", "outcomes.total", "carried_out")


def test_totals_left_blank_in_detail_lines_are_a_habit():
    details = (slot for slot in NEW.three if slot.line.partition(".")[2] not in KEY_LINES)
    document, expected = printed(NEW, style=blank(*(slot.address for slot in details if slot.column_name == "total")))
    parsed = parse(document)
    assert {verdict.outcome for verdict in verdicts(parsed, expected)} == {Outcome.READ}
    assert [(finding.code, finding.severity) for finding in check(parsed)] == [("GD304", Severity.NOTE)]


# What the authors of others complain of.

BARS = plaintext.text(plaintext.rows(" | "))
ROWS = plaintext.text(plaintext.rows(" "))
LINE = "requests.received"


def of_line(parsed, line=LINE):
    return [(parsed[slot.address].value, parsed[slot.address].state) for slot in NEW.three if slot.line == line]


def test_a_number_split_in_two_is_put_together_with_a_proof():
    document, _ = printed(NEW, ROWS)
    assert document.count(f" {RECEIVED}\n") == 1
    parsed = parse(document.replace(f" {RECEIVED}\n", f" {RECEIVED // 100} {RECEIVED % 100}\n"))
    true = [NEW.values[slot.address] for slot in NEW.three if slot.line == LINE]
    assert of_line(parsed) == [(number, State.RECOVERED) for number in true]
    assert [finding.code for finding in check(parsed)] == ["GD106", "GD107"]


ZERO = '<td><p align="center">0</p></td>'


@pytest.mark.parametrize(
    "merge",
    [
        lambda line, following: (line.replace(ZERO * 5, f'<td colspan="5">{ZERO[4:]}', 1), following),
        lambda line, following: (
            line.replace(ZERO, f'<td rowspan="2">{ZERO[4:]}', 1),
            following.replace(ZERO, "", 1),
        ),
    ],
    ids=["along the line", "down the column"],
)
def test_merged_cells_hold_what_is_printed_in_them(merge):
    document, expected = printed(NEW)
    lines = document.splitlines()
    place = next(number for number, line in enumerate(lines) if "1.本机关不掌握相关政府信息" in line)
    lines[place : place + 2] = merge(*lines[place : place + 2])
    parsed = parse("\n".join(lines))
    assert {verdict.outcome for verdict in verdicts(parsed, expected)} == {Outcome.READ}
    assert check(parsed) == ()


def test_page_breaks_with_their_numbers_are_no_cells():
    document, expected = printed(NEW, ROWS)
    lines = document.splitlines()
    for place in (60, 45, 30):
        lines[place:place] = ["", f"- {place} -", "\f"]
    parsed = parse("\n".join(lines))
    assert {verdict.outcome for verdict in verdicts(parsed, expected)} == {Outcome.READ}
    assert check(parsed) == ()


def test_a_blank_a_zero_and_a_mark_are_three_things():
    line = "3.危及“三安全一稳定” | 0 | 0 | 0 | 0 | 0 | 0 | 0"
    document, _ = printed(NEW, BARS)
    assert line in document
    parsed = parse(document.replace(line, line.replace("| 0 | 0 | 0", "| 0 |  | /", 1)))
    found = of_line(parsed, "requests.outcomes.refused.security_or_stability")
    assert found[:3] == [(0, State.STATED), (None, State.BLANK), (None, State.DASH)]


def test_a_wrong_total_stays_as_it_is_printed_and_is_found():
    cell = f"{LINE}.total"
    document, _ = printed(evolve(NEW, values={**NEW.values, cell: RECEIVED + 1}))
    parsed = parse(document)
    assert (parsed[cell].value, parsed[cell].state) == (RECEIVED + 1, State.STATED)
    errors = [finding for finding in check(parsed) if finding.severity is Severity.ERROR]
    assert [(finding.code, finding.verdict) for finding in errors] == [
        ("GD301", Verdict.SOURCE),
        ("GD303", Verdict.SOURCE),
    ]
    assert all(finding.verdict is Verdict.SOURCE and cell in finding.culprits for finding in errors)


def test_decisions_on_findings_outlive_the_next_run():
    wrong = evolve(NEW, values={**NEW.values, f"{LINE}.total": RECEIVED + 1})
    document, _ = printed(wrong)
    known = Baseline.of(check(parse(document)), "已核实")
    edited = document.replace("定期清理已公开的文件。", "定期清理已公开的文件，更新目录。")
    as_text, _ = printed(wrong, BARS)
    for again in (document, edited, edited.encode("utf-8-sig"), as_text):
        applied = Baseline.load(known.dump()).apply(check(parse(again)), dt.date(2024, 1, 1))
        assert (applied.kept, applied.unused) == ((), ())
        assert applied.suppressed


@pytest.mark.parametrize("layout", ["html_word", "html_th", "text_rows_spaces", "cell_per_line", "bars_markdown"])
def test_a_fault_keeps_its_fingerprint_in_every_layout(layout):
    wrong = {f"{LINE}.total": RECEIVED + 1, f"{CASES}.total": 3, "proactive_disclosure.rules.in_force": -1}
    true = evolve(NEW, values={**NEW.values, **wrong})
    prints = [
        {finding.fingerprint for finding in check(parse(printed(true, write)[0]), ignore="GD1")}
        for write in (LAYOUT["html_clean"].write, LAYOUT[layout].write)
    ]
    assert prints[0] == prints[1]
    assert len(prints[0]) > len(wrong)


def test_what_was_read_once_can_be_read_again():
    parsed = parse(printed(NEW, BARS)[0])
    kept = loads(dumps(parsed))
    assert kept.source == parsed.source
    assert parse(kept.source.text) == parsed
