"""What the reader notices: a report without fault, and the smallest change that each finding needs."""

import re

import pytest

from govdisclosure.editions.y2021 import ProactiveDisclosure2021, ReviewAndLitigation2021
from govdisclosure.finding import Severity, Verdict
from govdisclosure.form import slots
from govdisclosure.parsing import parse
from govdisclosure.states import State
from tests.conformance.layouts import plaintext
from tests.conformance.layouts.markup import Markup, bare, page
from tests.faultless import printed, report

ROWS = plaintext.text(plaintext.rows(" | "))
TEXT, _ = printed(report(), ROWS)
MIXED, _ = printed(report("hybrid"), ROWS)
MARKUP, _ = printed(report(), page(Markup(inner=bare)))

TWO = tuple(slot.address for slot in slots(ProactiveDisclosure2021))
FOUR = tuple(slot.address for slot in slots(ReviewAndLitigation2021))
COMPULSION = "proactive_disclosure.administrative_compulsion.decisions"
NORMATIVE = tuple(address for address in TWO if ".normative_documents." in address)
GRANTED_IN_PART = "requests.outcomes.granted_in_part"

SECTIONS = [line for line in TEXT.splitlines() if line[1:2] == "、" and "|" not in line]
FOURTH, FIFTH = SECTIONS[3:5]


def changed(text, old, new):
    assert text.count(old) == 1
    return text.replace(old, new)


def without(text, start, stop):
    """The text from one word to another left out."""
    return text[: text.index(start)] + text[text.index(stop) :]


def line(label):
    return next(line for line in TEXT.splitlines() if line.startswith(label))


def told(finding, source):
    """A finding without its words: code, verdict, what is stated and expected, and the text that it points to."""
    return finding.code, finding.verdict, finding.stated, finding.expected, finding.span and source.at(finding.span)


ANOTHER = TEXT.replace("青溪县", "白石县").replace("2023", "2022")
SOURCE, READING = Verdict.SOURCE, Verdict.READING
BROKEN_HEAD = line("信息内容")
REJECTED = "行政强制 | 12"

# name, document, its findings, and the cells of the last of them
CASES = [
    (
        "tables on two forms",
        MIXED,
        [("GD101", SOURCE, "2019, 2021", None, None), ("GD102", SOURCE, "2019", "2021", None)],
        (),
    ),
    (
        "a form that is no longer in force",
        printed(report("2019"), ROWS)[0].replace("2019", "2022"),
        [("GD102", SOURCE, "2019", "2021", None)] * 2,
        (),
    ),
    ("a table left out", without(TEXT, FOURTH, FIFTH), [("GD103", SOURCE, None, None, None)], FOUR),
    (
        "the beginning cut off",
        f"{report().title}\n{TEXT[TEXT.index(FOURTH) :]}",
        [("GD103", READING, None, None, None)] * 2,
        tuple(slot.address for slot in report().three),
    ),
    ("the end cut off", TEXT[: TEXT.index(FOURTH)], [("GD103", READING, None, None, None)], FOUR),
    (
        "a table as a picture",
        changed(without(MARKUP, f"<h2>{FOURTH}", f"<h2>{FIFTH}"), f"<h2>{FIFTH}", f'<img src="4.png"><h2>{FIFTH}'),
        [("GD103", READING, None, None, None)],
        FOUR,
    ),
    (
        "a table in an attachment",
        changed(without(MARKUP, f"<h2>{FOURTH}", f"<h2>{FIFTH}"), "</body>", '<a href="4.xls">附件：表四</a></body>'),
        [("GD103", READING, None, None, None)],
        FOUR,
    ),
    ("a line left out", changed(TEXT, f"{REJECTED}\n", ""), [("GD104", READING, None, None, None)], (COMPULSION,)),
    (
        "a column left out",
        re.sub(r"(<td>(?:信息内容|规章|行政规范性文件)</td><td>[^<]*</td>)<td>[^<]*</td>(?=<td>)", r"\1", MARKUP),
        [("GD104", READING, None, None, None)],
        (TWO[1], TWO[4]),
    ),
    (
        "words in a cell",
        changed(TEXT, REJECTED, "行政强制 | 见附件"),
        [("GD105", SOURCE, "见附件", None, "见附件")],
        (COMPULSION,),
    ),
    (
        "a cell too few",
        changed(TEXT, "文件 | 6 | 2 | 49", "文件 | 6 | 49"),
        [
            ("GD106", READING, 2, 3, "6 | 49"),
            ("GD108", READING, "6 49", None, "6 | 49"),
        ],
        NORMATIVE,
    ),
    (
        "a cell too few in a table with sums",
        changed(TEXT, " | 0 | 0 | 0 | 0 | 25 | 0 | 25", " | 0 | 0 | 0 | 25 | 0 | 25"),
        [
            ("GD106", READING, 6, 7, "0 | 0 | 0 | 25 | 0 | 25"),
            ("GD107", READING, None, None, None),
        ],
        tuple(f"{GRANTED_IN_PART}.{slot.column_name}" for slot in report().three[:7]),
    ),
    (
        "a line of no form",
        changed(TEXT, REJECTED, f"{REJECTED}\n行政检查 | 7"),
        [("GD109", SOURCE, "行政检查 7", None, "7")],
        (),
    ),
    (
        "a wrong declaration",
        MARKUP.encode("gb18030"),
        [("GD110", SOURCE, "utf-8", "gb18030", None)],
        (),
    ),
    (
        "damaged characters",
        MARKUP.encode().replace("一、总体".encode(), b"\xff\xfe" + "一、总体".encode()),
        [("GD110", SOURCE, "utf-8", "utf-8", None)],
        (),
    ),
    (
        "a table printed twice",
        changed(TEXT, f"\n{FIFTH}", f"\n{BROKEN_HEAD}\n规章 | 0 | 0 | 0\n行政规范性文件 | 6 | 3 | 49\n{FIFTH}"),
        [("GD111", SOURCE, None, None, None)],
        NORMATIVE[1:2],
    ),
    (
        "two reports",
        f"{TEXT}\n{ANOTHER}",
        [("GD113", READING, ANOTHER.partition("\n")[0], None, ANOTHER.strip())],
        (),
    ),
]


DOCUMENTS = {name: document for name, document, *_ in CASES}


@pytest.mark.parametrize(
    ("document", "findings", "cells"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_each_change_gives_its_finding(document, findings, cells):
    parsed = parse(document)
    assert [told(finding, parsed.source) for finding in parsed.findings] == findings
    assert parsed.findings[-1].cells == cells
    for finding in parsed.findings:
        readings = [parsed[operand.address] for operand in finding.operands]
        assert [(one.value, one.state, one.span) for one in finding.operands] == [
            (reading.value, reading.state, reading.span) for reading in readings
        ]


@pytest.mark.parametrize("document", [TEXT, MARKUP, MARKUP.encode()], ids=["text", "page", "bytes"])
def test_the_report_without_the_change_gives_none(document):
    parsed = parse(document)
    assert parsed.findings == ()
    assert {reading.state for reading in parsed} == {State.STATED}


def test_all_that_the_reader_notices_is_tried():
    codes = {code for _, _, findings, _ in CASES for code, *_ in findings}
    assert codes == {f"GD{number}" for number in (*range(101, 112), 113)}


def test_a_cell_printed_twice_has_both_numbers_as_candidates():
    reading = parse(DOCUMENTS["a table printed twice"])[NORMATIVE[1]]
    assert (reading.state, reading.value) == (State.AMBIGUOUS, None)
    assert [candidate.value for candidate in reading.candidates] == [2, 3]


WHOLE = without(TEXT, FOURTH, FIFTH)
PROSE = "本年度发生行政复议1件，结果维持，行政诉讼0件；作出行政许可、行政处罚、行政强制决定，收取行政事业性收费。"


@pytest.mark.parametrize(
    ("document", "how"),
    [
        (WHOLE, "文中未列该表"),
        (WHOLE.replace(FIFTH, f"{FOURTH}\n{PROSE}\n{FIFTH}"), "文中未列该表"),
        (WHOLE.replace(FIFTH, f"{FOURTH}\n{FIFTH}"), "该节只有标题，该表可能以图片形式发布"),
        (TEXT[: TEXT.index(FOURTH)], "文本在该表之前或之中截断"),
        (TEXT[: TEXT.index(FOURTH)] + f"{FOURTH}\n{PROSE}", "文本在该表之前或之中截断"),
        (TEXT[: TEXT.index(FOURTH)] + "青溪县人民政府\n2024年1月20日", "文中未列该表"),
        (TEXT[TEXT.index(FOURTH) :], "文本从该表之后开始"),
        (TEXT[TEXT.index("四、结转下年度") :], "文本从该表之后开始"),
    ],
)
def test_a_message_says_how_a_table_is_missing(document, how):
    first = next(finding for finding in parse(document).findings if finding.code == "GD103")
    assert first.message.zh.partition("：")[2] == how


def test_no_form_asked_for_tables_before_2019():
    assert parse(f"青溪县2018年政府信息公开工作年度报告\n一、概述\n{PROSE}\n二、主动公开情况\n{PROSE}").findings == ()


def test_of_a_line_that_is_cut_off_the_cells_are_missing():
    begun = "一、本年新收政府信息公开申请数量 | 2919 | 141 | 132 | 49 | 84 "
    lines = next(one for one in parse(TEXT[: TEXT.index(begun) + len(begun)]).findings if one.code == "GD104")
    name = "“一、本年新收政府信息公开申请数量”"
    assert lines.message.zh.partition("缺少")[2].startswith(f"{name}的“其他”、{name}的“总计”、“二、上年结转")


def test_marks_in_cells_that_the_form_does_not_have_are_not_worth_a_word():
    assert parse(changed(TEXT, REJECTED, f"{REJECTED}\n行政检查 | -")).findings == ()


def test_a_message_names_the_table():
    [finding] = parse(DOCUMENTS["a table left out"]).findings
    assert finding.message.zh.startswith("缺少表四")
    assert finding.message.en.startswith("table four")
    assert (finding.severity, finding.subject) == (Severity.ERROR, "青溪县人民政府 2023")
