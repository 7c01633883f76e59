"""Tables of pages: by their heads, by their order, in pieces, on their side, with more or less than the form."""

import pytest

from govdisclosure.editions.y2019 import ProactiveDisclosure2019
from govdisclosure.editions.y2021 import ProactiveDisclosure2021, Requests2021, ReviewAndLitigation2021
from govdisclosure.form import form_of, slots
from govdisclosure.parsing import parse
from tests.seen import TITLE, noticed, of_page, of_text, over, seen, table


def heads(form, line):
    """The head of a line of table two."""
    columns = [slot.column.label for slot in slots(form) if slot.line.endswith(f".{line}")]
    return "|".join([*form_of(form).stubs, *columns])


def caption(form, line):
    return next(slot.block for slot in slots(form) if slot.line.endswith(f".{line}")) + "=4"


NEW, OLD = ProactiveDisclosure2021, ProactiveDisclosure2019
RULES, RULES_2019 = heads(NEW, "rules"), heads(OLD, "rules")
LICENSING, LICENSING_2019 = heads(NEW, "administrative_licensing"), heads(OLD, "administrative_licensing")
CHARGES = heads(NEW, "administrative_charges")
PROCUREMENT = heads(OLD, "centralized_procurement")
_, MADE, DISCLOSED, TOTAL = RULES_2019.split("|")
_, ISSUED, REPEALED, IN_FORCE = RULES.split("|")
APPLICANTS = [slot.column.label for slot in slots(Requests2021)[:7]]
APPLICANTS_HEAD = "申请人情况=3|" + "|".join(APPLICANTS)
RECEIVED = "一、本年新收政府信息公开申请数量=3|1|0|0|0|0|0|1"

# name, year, rows, lines read, what is left over, findings beside those on missing tables and lines
TWO = [
    (
        "as printed",
        2021,
        [RULES, "规章|1|2|3", "行政规范性文件|4|5|6"],
        {"rules": "1 2 3", "normative_documents": "4 5 6"},
        [],
        [],
    ),
    (
        "columns in another order",
        2021,
        [f"信息内容|{IN_FORCE}|{ISSUED}|{REPEALED}", "规章|3|1|2"],
        {"rules": "1 2 3"},
        [],
        [],
    ),
    (
        "heads and cells span differently",
        2019,
        [f"信息内容|{MADE}|{DISCLOSED}=2|{TOTAL}", "规章|13=2|12|524", "规范性文件|60=2|60|368"],
        {"rules": "13 12 524", "normative_documents": "60 60 368"},
        [],
        [],
    ),
    (
        "heads that lost their ends",
        2019,
        ["信息内容|本年新|本年新|对外公开总数", "规章|1|2|3"],
        {"rules": "1 2 3"},
        [],
        [],
    ),
    ("no head, one edition's width", 2021, ["行政许可|5"], {"administrative_licensing": "5"}, [], []),
    ("no head, both editions' width", 2021, ["规章|1|2|3"], {"rules": "? ? ?"}, [], ["GD108"]),
    ("an invented head", 2021, ["数据1|数据2|数据3|数据4", "规章|1|2|3"], {"rules": "? ? ?"}, [], ["GD108"]),
    (
        "a line that no form has",
        2021,
        [RULES, "规章|1|2|3", "其他主动公开文件|7|8|9", "行政规范性文件|4|5|6"],
        {"rules": "1 2 3", "normative_documents": "4 5 6"},
        ["其他主动公开文件: 7", "其他主动公开文件: 8", "其他主动公开文件: 9"],
        ["GD109"],
    ),
    (
        "short words that other tables have",
        2021,
        [RULES, "规章|1|2|3", "其他|7|8|9", "总计|8|10|12"],
        {"rules": "1 2 3"},
        ["其他: 7", "其他: 8", "其他: 9", "总计: 8", "总计: 10", "总计: 12"],
        ["GD109"],
    ),
    (
        "parts of a line",
        2019,
        [LICENSING_2019, "行政许可^2|网上|1|0|9", "其他事项|2|0|8", "行政处罚=2|3|-1|7"],
        {"administrative_penalty": "3 -1 7"},
        ["网上: 1", "网上: 0", "网上: 9", "其他事项: 2", "其他事项: 0", "其他事项: 8"],
        ["GD109"],
    ),
    (
        "a part below its line",
        2019,
        [LICENSING_2019, "行政许可|5|0|9", "其中：网上|2|0|8", "行政处罚|3|0|7"],
        {"administrative_licensing": "5 0 9", "administrative_penalty": "3 0 7"},
        ["其中：网上: 2", "其中：网上: 0", "其中：网上: 8"],
        ["GD109"],
    ),
    (
        "a column of remarks",
        2021,
        [f"{RULES}|备注", "规章|1|2|3|", "行政规范性文件|4|5|6|含上年3件"],
        {"rules": "1 2 3", "normative_documents": "4 5 6"},
        ["行政规范性文件: 含上年3件"],
        ["GD109"],
    ),
    (
        "a column of ordinals",
        2021,
        [f"序号|{RULES}", "1|规章|1|2|3", "2|行政规范性文件|4|5|6"],
        {"rules": "1 2 3", "normative_documents": "4 5 6"},
        [],
        [],
    ),
    (
        "a column of units",
        2021,
        [f"信息内容|单位|{ISSUED}|{REPEALED}|{IN_FORCE}", "规章|件|1|2|3"],
        {"rules": "1 2 3"},
        [],
        [],
    ),
    ("a row of units", 2021, [RULES, "单位|件|件|件", "规章|1|2|3"], {"rules": "1 2 3"}, [], []),
    ("a note in a cell of its own", 2021, [RULES, "规章|（设区的市）|1|2|3"], {"rules": "1 2 3"}, [], []),
    ("the table's name in it", 2021, ["表一 主动公开政府信息情况=4", RULES, "规章|1|2|3"], {"rules": "1 2 3"}, [], []),
    (
        "a column that the form does not have",
        2021,
        [f"信息内容|{ISSUED}|备案件数|{REPEALED}|{IN_FORCE}", "规章|1|9|2|3"],
        {"rules": "1 2 3"},
        ["规章: 9"],
        ["GD109"],
    ),
    (
        "last year's column beside this year's",
        2021,
        [f"{LICENSING}|上年处理决定数量", "行政许可|5|4"],
        {"administrative_licensing": "5"},
        ["行政许可: 4"],
        ["GD109"],
    ),
    ("a column of the form missing", 2021, [f"信息内容|{ISSUED}|{IN_FORCE}", "规章|1|3"], {"rules": "1 _ 3"}, [], []),
    (
        "a cell too few",
        2021,
        [RULES, "规章|1|2", "行政规范性文件|4|5|6"],
        {"rules": "? ? ?", "normative_documents": "4 5 6"},
        [],
        ["GD106", "GD108"],
    ),
    ("a cell too many", 2021, [RULES, "规章|1|2|3|4"], {"rules": "? ? ?"}, [], ["GD106", "GD108"]),
    ("numbers before their label", 2021, [RULES, "1|2|3|规章"], {"rules": "? ? ?"}, [], ["GD108"]),
    ("a 0 for all columns", 2021, [RULES, "规章|0=3"], {"rules": "0 0 0"}, [], []),
    ("a number for all columns", 2021, [RULES, "规章|4=3"], {"rules": "? ? ?"}, [], ["GD106", "GD108"]),
    (
        "a number for two lines",
        2021,
        [RULES, "规章|1^2|2|3", "行政规范性文件|5|6"],
        {"rules": "? 2 3", "normative_documents": "? 5 6"},
        [],
        ["GD108"],
    ),
    (
        "on its side",
        2021,
        ["信息内容|规章|行政规范性文件", f"{ISSUED}|1|4", f"{REPEALED}|2|5", f"{IN_FORCE}|3|6"],
        {"rules": "1 2 3", "normative_documents": "4 5 6"},
        [],
        [],
    ),
    (
        "a line without its label, between its neighbours",
        2021,
        [RULES, "规章|1|2|3", "|4|5|6", caption(NEW, "administrative_licensing"), LICENSING, "行政许可|7"],
        {"rules": "1 2 3", "normative_documents": "4 5 6", "administrative_licensing": "7"},
        [],
        [],
    ),
    ("printed twice alike", 2021, [RULES, "规章|1|0|3", "规章|1|0|3"], {"rules": "1 0 3"}, [], []),
    (
        "printed twice with different numbers",
        2021,
        [RULES, "规章|1|0|3", "规章|1|0|4"],
        {"rules": "1 0 ?"},
        [],
        ["GD111"],
    ),
    (
        "blanks, marks and zeros",
        2021,
        [RULES, "规章||/|0", "行政规范性文件|　|&nbsp;|无"],
        {"rules": ". - 0", "normative_documents": ". . -"},
        [],
        [],
    ),
    (
        "two lines in one row",
        2021,
        [RULES, "规章<br>行政规范性文件|1<br>4|0<br>5|3<p>6</p>"],
        {"rules": "1 0 3", "normative_documents": "4 5 6"},
        [],
        [],
    ),
    (
        "two lines in one row, of which one has no number",
        2021,
        [RULES, "规章<br>行政规范性<br>文件||/<br>5|3"],
        {"rules": ". - ?", "normative_documents": ". 5 ?"},
        [],
        ["GD108"],
    ),
    (
        "a caption and its line in one cell",
        2021,
        [RULES, f"{caption(NEW, 'rules').removesuffix('=4')}<br>规章|1|2|3"],
        {"rules": "1 2 3"},
        [],
        [],
    ),
    (
        "heads before their numbers",
        2021,
        [f"规章|{IN_FORCE}|3|{ISSUED}||{REPEALED}|/", f"行政许可|{LICENSING.split('|')[1]}|5"],
        {"rules": ". - 3", "administrative_licensing": "5"},
        [],
        [],
    ),
    (
        "one head before two numbers",
        2021,
        [f"规章|{IN_FORCE}|3|{IN_FORCE}|4"],
        {},
        [],
        [],
    ),
    ("words in cells", 2021, [RULES, "规章|详见附件|0|3"], {"rules": "! 0 3"}, [], ["GD105"]),
    ("letters for digits", 2021, [RULES, "规章|O|l2|3"], {"rules": "! ! 3"}, [], ["GD105", "GD105"]),
    (
        "changes in words",
        2019,
        [LICENSING_2019, "行政许可|5|增3|8", "行政处罚|5|减2|8", "行政强制|5|持平|8"],
        {"administrative_licensing": "5 3 8", "administrative_penalty": "5 -2 8", "administrative_compulsion": "5 0 8"},
        [],
        [],
    ),
    ("money in another unit", 2021, [CHARGES, "行政事业性收费|125000元"], {"administrative_charges": "12.5"}, [], []),
    (
        "money without a unit",
        2019,
        [PROCUREMENT, "政府集中采购|3|251000"],
        {"centralized_procurement": "3 251000"},
        [],
        [],
    ),
]


def beside(parsed):
    """The findings beside those on missing tables and lines, which smallest documents always have."""
    return [code for code in noticed(parsed) if code not in {"GD103", "GD104"}]


@pytest.mark.parametrize(
    ("year", "rows", "lines", "left", "codes"), [case[1:] for case in TWO], ids=[case[0] for case in TWO]
)
def test_table_two(year, rows, lines, left, codes):
    parsed = of_page(table(*rows), year)
    assert (seen(parsed), over(parsed), beside(parsed)) == (lines, left, codes)


@pytest.mark.parametrize(
    ("head", "text", "expected"),
    [
        ("本年收费金额（单位：万元）", "12.5", ("12.5", "万元")),
        ("本年收费金额", "12.5", ("12.5", None)),
        ("本年收费金额（单位：万元）", "125000元", ("12.5", "万元")),
        ("本年收费金额（单位：元）", "125000", ("12.5", "万元")),
        ("本年收费金额（单位：元）", "12.5万元", ("12.5", "万元")),
    ],
)
def test_an_amount_is_in_the_unit_of_the_form_where_the_source_prints_one(head, text, expected):
    reading = of_page(table(f"信息内容|{head}", f"行政事业性收费|{text}"))[
        "proactive_disclosure.administrative_charges.amount_wan_yuan"
    ]
    assert (f"{reading.value}", reading.unit, reading.raw) == (*expected, text)


ORGANISATIONS = "|".join(APPLICANTS[1:-1])
HEADS = {
    "spans": [f"申请人情况=3^2|{APPLICANTS[0]}^2|法人或其他组织=5|{APPLICANTS[-1]}^2", ORGANISATIONS],
    "empty cells for spans": [
        f"申请人情况=3|{APPLICANTS[0]}|法人或其他组织||||| {APPLICANTS[-1]}",
        f"=3||{ORGANISATIONS}|",
    ],
    "heads broken over rows": [
        "|".join(["=3", *(name[:2] for name in APPLICANTS)]),
        "|".join(["=3", *(name[2:] for name in APPLICANTS)]),
    ],
    "one row": [APPLICANTS_HEAD],
    "none": [],
}


@pytest.mark.parametrize("rows", HEADS.values(), ids=HEADS)
def test_heads_of_table_three(rows):
    parsed = of_page(table(*rows, RECEIVED))
    assert (seen(parsed), over(parsed), beside(parsed)) == ({"received": "1 0 0 0 0 0 1"}, [], [])


OTHER = "1.申请人无正当理由逾期不补正|1|0|0|0|0|0|1"
UNPAID = "2.申请人逾期未按收费通知要求缴纳费用|0|0|0|0|0|0|0"
RESIDUAL = "3.其他|2|0|0|0|0|0|2"
ALL = "（七）总计=2|3|0|0|0|0|0|3"
LINES_OF_OTHER = {
    "outcomes.other.not_corrected_in_time": "1 0 0 0 0 0 1",
    "outcomes.other.fee_unpaid": "0 0 0 0 0 0 0",
    "outcomes.other.residual": "2 0 0 0 0 0 2",
    "outcomes.total": "3 0 0 0 0 0 3",
}


@pytest.mark.parametrize("head", [[], [APPLICANTS_HEAD]], ids=["heads once", "heads repeated"])
@pytest.mark.parametrize("at", [1, 2])
def test_a_table_broken_over_pages(head, at):
    whole = [f"三、本年度办理结果^{at}|（六）其他处理^{at}|{OTHER}", UNPAID, RESIDUAL, ALL]
    pages = of_page(table(APPLICANTS_HEAD, *whole[:at]) + "<p>- 2 -</p>" + table(*head, *whole[at:]))
    assert (seen(pages), over(pages), beside(pages)) == (LINES_OF_OTHER, [], [])


@pytest.mark.parametrize("first", [True, False])
def test_a_subtotal_of_a_group_is_left_over(first):
    subtotal = "（六）其他处理=2|3|0|0|0|0|0|3"
    details = [f"（六）其他处理^3|{OTHER}", UNPAID, RESIDUAL]
    rows = [subtotal, *details] if first else [*details, subtotal]
    rows[0] = f"三、本年度办理结果^5|{rows[0]}"
    parsed = of_page(table(APPLICANTS_HEAD, *rows, ALL))
    assert (seen(parsed), beside(parsed)) == (LINES_OF_OTHER, ["GD109"])
    assert [item.rpartition("（六）其他处理: ")[2] for item in over(parsed)] == list("3000003")


CASES = [slot.column.label for slot in slots(ReviewAndLitigation2021)[:5]]
GROUPS = {
    "reconsideration": "行政复议",
    "litigation.direct": "未经复议直接起诉",
    "litigation.after_reconsideration": "复议后起诉",
}
NUMBERS = {
    "reconsideration": "1 2 3 4 10",
    "litigation.direct": "0 0 0 0 0",
    "litigation.after_reconsideration": "0 0 1 0 1",
}
TOP = [
    "行政复议=5|行政诉讼=10",
    "|".join([f"{name}^2" for name in CASES] + ["未经复议直接起诉=5", "复议后起诉=5"]),
    "|".join(CASES * 2),
]
ROW = "|".join(NUMBERS.values()).replace(" ", "|")


def side(group, columns):
    """A group of table four on its side."""
    numbers = NUMBERS[group].split()
    return [f"{GROUPS[group]}={columns}^5|{CASES[0]}|{numbers[0]}", *map("{}|{}".format, CASES[1:], numbers[1:])]


FOUR = {
    "one table": table(*TOP, ROW),
    "one row for all groups, without heads": "<p>四、政府信息公开行政复议、行政诉讼情况</p>" + table(ROW),
    "a row a group": table(
        "|".join(["", *CASES]), *(f"{GROUPS[group]}|{NUMBERS[group].replace(' ', '|')}" for group in GROUPS)
    ),
    "a table a group": "".join(
        table(f"{GROUPS[group]}=5", "|".join(CASES), NUMBERS[group].replace(" ", "|")) for group in GROUPS
    ),
    "a table a group, its name above it": "".join(
        f"<h3>{GROUPS[group]}</h3>{table('|'.join(CASES), NUMBERS[group].replace(' ', '|'))}" for group in GROUPS
    ),
    "a row a group, lawsuits with their kind in brackets": table(
        "|".join(["", *CASES]),
        f"行政复议|{NUMBERS['reconsideration'].replace(' ', '|')}",
        *(f"行政诉讼（{GROUPS[group]}）|{NUMBERS[group].replace(' ', '|')}" for group in list(GROUPS)[1:]),
    ),
    "on its side": table(
        *side("reconsideration", 2),
        f"行政诉讼^10|{side('litigation.direct', 1)[0]}",
        *side("litigation.direct", 1)[1:],
        *side("litigation.after_reconsideration", 1),
    ),
}


@pytest.mark.parametrize("page", FOUR.values(), ids=FOUR)
def test_table_four(page):
    parsed = of_page(page)
    assert (seen(parsed), over(parsed), beside(parsed)) == (NUMBERS, [], [])


@pytest.mark.parametrize(("mark", "sign"), [("", "."), ("/", "-"), ("0", "0")])
def test_table_four_without_cases(mark, sign):
    parsed = of_page(table(*TOP, "|".join([mark] * 15)))
    assert (seen(parsed), over(parsed)) == (dict.fromkeys(GROUPS, " ".join([sign] * 5)), [])


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([*TOP, ROW.removesuffix("|0|1")], id="numbers lost"),
        pytest.param([*TOP, f"{ROW}|0"], id="a number too many"),
        pytest.param(
            [
                *side("reconsideration", 1),
                f"行政诉讼^10|{side('litigation.direct', 1)[0]}",
                *side("litigation.direct", 1)[1:],
                *side("litigation.after_reconsideration", 1),
            ],
            id="on its side, with a span lost",
        ),
    ],
)
def test_table_four_claims_nothing_that_is_not_certain(rows):
    assert_some_are_open(of_page(table(*rows)))


def test_names_of_groups_that_stand_together_are_no_captions_of_the_tables_below():
    names = "".join(f"<p>{name}</p>" for name in GROUPS.values())
    assert_some_are_open(
        of_page(names + "".join(table("|".join(CASES), NUMBERS[group].replace(" ", "|")) for group in GROUPS))
    )


def assert_some_are_open(parsed):
    told = " ".join(seen(parsed).values()).split()
    assert len(told) == 15
    assert all(claimed in {"?", f"={true}", true} for claimed, true in zip(told, ROW.split("|"), strict=True))
    assert "?" in told


#: Item one on the form of 2019, the other items on that of 2021, in one table.
HYBRID = [
    caption(OLD, "rules"),
    RULES_2019,
    "规章|1|2|3",
    "规范性文件|4|5|6",
    caption(NEW, "administrative_licensing"),
    LICENSING,
    "行政许可|7=3",
    caption(NEW, "administrative_charges"),
    CHARGES,
    "行政事业性收费|8.5=3",
]
TELLS = {
    "rules": "1 2 3",
    "normative_documents": "4 5 6",
    "administrative_licensing": "7",
    "administrative_charges": "8.5",
}


@pytest.mark.parametrize(("rules", "sign"), [(RULES, "7"), (RULES_2019, "?")])
def test_under_a_misspelt_head_a_line_is_read_as_wide_as_on_the_form_that_the_others_tell(rules, sign):
    page = table(rules, "规章|1|2|3", LICENSING.replace("处理决定", "处理绝对"), "行政许可|7")
    assert seen(of_page(page))["administrative_licensing"].split()[0] == sign


@pytest.mark.parametrize(
    "parsed",
    [of_page(table(*HYBRID)), of_text("\n".join(row.partition("=")[0].replace("|", " | ") for row in HYBRID))],
    ids=["page", "text"],
)
def test_a_table_on_two_forms_keeps_all_its_cells(parsed):
    told = {line: signs.replace("_ ", "").replace(" _", "") for line, signs in seen(parsed).items()}
    assert told == TELLS
    main, (mixed,) = parsed.report.proactive_disclosure, parsed.report.other_forms
    assert {type(main), type(mixed)} == {NEW, OLD}
    new, old = (main, mixed) if isinstance(main, NEW) else (mixed, main)
    assert new == NEW(
        administrative_licensing=type(new.administrative_licensing)(7),
        administrative_charges=type(new.administrative_charges)(
            parsed.report.value("proactive_disclosure.administrative_charges.amount_wan_yuan")
        ),
    )
    assert old == OLD(rules=type(old.rules)(1, 2, 3), normative_documents=type(old.rules)(4, 5, 6))
    assert noticed(parsed, "GD101", "GD104") == ["GD101"]


LABELS = ("行政许可", "行政处罚", "行政强制", "行政事业性收费")


@pytest.mark.parametrize(
    ("labels", "numbers", "lines"),
    [
        (LABELS, ("5", "", "/", "0"), "5 . - 0"),
        (LABELS, ("5", "", "/"), "_ _ _ _"),
        (LABELS, ("5", "其中", "/", "0"), "_ _ _ _"),
        (("序号", *LABELS), ("数量", "5", "", "/", "0"), "5 . - 0"),
        (("序号", *LABELS), ("5", "", "/", "0", "9"), "_ _ _ _"),
    ],
)
def test_labels_in_one_table_and_their_numbers_in_the_next(labels, numbers, lines):
    halves = table(*(f"|{label}" for label in labels)) + table(*(f"{number}|" for number in numbers))
    parsed = of_page(halves)
    paths = [slot.line for slot in slots(NEW) if slot.column_name in {"decisions", "amount_wan_yuan"}]
    told = seen(parsed)
    assert " ".join(told.get(path.partition(".")[2], "_") for path in paths) == lines


@pytest.mark.parametrize("mark", ["", "/"])
def test_a_number_of_a_menu_is_not_that_of_an_empty_cell(mark):
    filled = table(RULES, "规章|1|2|3", caption(NEW, "administrative_licensing"), LICENSING, f"行政许可|{mark}")
    assert seen(of_page("<ul><li>首页<li>行政许可 3<li>公开</ul>" + filled)) == {
        "rules": "1 2 3",
        "administrative_licensing": "-" if mark else ".",
    }


@pytest.mark.parametrize("cell", ["14<br>3", "14 3"])
def test_a_number_broken_over_two_lines_is_not_two(cell):
    page = table(LICENSING_2019, "行政许可|1|2|3", f"行政强制||-66635|{cell}")
    assert seen(of_page(page, 2019)) == {
        "administrative_licensing": "1 2 3",
        "administrative_compulsion": ". -66635 !",
    }


def test_a_number_of_a_menu_does_not_make_an_empty_cell_doubtful():
    page = "<ul><li>首页<li>规章 3<li>公开</ul>" + table(RULES, "规章||/|0")
    assert (seen(of_page(page)), seen(of_page(table(RULES, "规章||/|0") + "<ul><li>首页<li>规章 3</ul>"))) == (
        {"rules": ". - 0"},
        {"rules": ". - 0"},
    )


@pytest.mark.parametrize(("end", "cells"), [("", "1 _ _"), ("<p>", "1 _ _"), ("2", "1 _ _"), ("2</p>", "1 2 _")])
def test_a_cell_in_which_a_page_breaks_off_is_none(end, cells):
    page = table(RULES, "行政规范性文件|4|5|6", "规章|1").removesuffix("</tr></table>")
    assert seen(parse(f"<h1>{TITLE.format(2021)}</h1>{page}<td>{end}")) == {
        "rules": cells,
        "normative_documents": "4 5 6",
    }


FILLED = (
    RULES,
    "规章|1|2|3",
    "行政规范性文件|4|5|6",
    caption(NEW, "administrative_licensing"),
    LICENSING,
    "行政许可|0",
)


@pytest.mark.parametrize("stray", ["<ul><li>首页<li>行政许可 3<li>公开</ul>", "<p>行政许可 3</p>"])
def test_a_line_of_a_menu_does_not_contest_a_number_of_a_table(stray):
    expected = {"rules": "1 2 3", "normative_documents": "4 5 6", "administrative_licensing": "0"}
    for page in (stray + table(*FILLED), table(*FILLED) + stray):
        parsed = of_page(page)
        assert (seen(parsed), noticed(parsed, "GD111")) == (expected, [])


def test_lines_that_print_most_of_a_table_again_contest_it():
    label = RECEIVED.partition("=")[0]
    parsed = of_page(table(APPLICANTS_HEAD, RECEIVED) + f"<p>{label} 2 0 0 0 0 0 2</p>")
    assert (seen(parsed), noticed(parsed, "GD111")) == ({"received": "? 0 0 0 0 0 ?"}, ["GD111"])


@pytest.mark.parametrize("mark", ["/", "-", "NaN", ""])
def test_marks_in_the_fields_that_merged_cells_would_span_are_none_of_the_form(mark):
    rows = [f"第二十条第（五）项|{mark}|{mark}|{mark}", f"{LICENSING}|{mark}|{mark}", f"行政许可|7|{mark}|{mark}"]
    parsed = of_page(table(RULES, "规章|1|2|3", *rows))
    assert (seen(parsed), over(parsed)) == ({"rules": "1 2 3", "administrative_licensing": "7"}, [])


def test_tables_beside_the_forms_say_nothing_of_their_cells():
    licence = table("类别|行政许可|行政处罚", "数量|11|22")
    agencies = table(
        "单位|" + "|".join(APPLICANTS), "县公安局|1|0|0|0|0|0|1", "东渡乡|2|0|0|0|0|0|2", "总计|3|0|0|0|0|0|3"
    )
    page = "{}<h2>二、主动公开政府信息情况</h2>{}<h2>三、收到和处理政府信息公开申请情况</h2>{}{}".format
    two = table(*FILLED, "行政处罚|")
    three = table(
        APPLICANTS_HEAD, RECEIVED, "三、本年度办理结果^2|（七）总计=2||0|||||0", "（一）予以公开=2|0|0|0|0|0|0|0"
    )
    expected = seen(of_page(page("", two, three, "")))
    assert expected["outcomes.total"] == ". 0 . . . . 0"
    for parsed in (of_page(page(licence, two, agencies, three)), of_page(page(licence, two, three, agencies))):
        assert (seen(parsed), noticed(parsed, "GD106", "GD108", "GD111")) == (expected, [])


def test_a_table_without_the_forms_own_words_is_read_where_there_is_none_with_them():
    assert seen(of_page(table("类别|行政许可|行政处罚", "数量|11|22"))) == {
        "administrative_licensing": "11",
        "administrative_penalty": "22",
    }


def test_rows_that_begin_with_empty_cells_and_whose_ends_are_cut_off_are_not_moved():
    head = ["信息内容", "", *RULES.split("|")[1:]]
    rows = [["规章", "", "1", "2"], ["规范性文件", "", "4", "5", "6"]]
    told = seen(of_text("\n".join("\t".join(row) for row in [head, *rows])))
    assert told == {"rules": "? ? ?", "normative_documents": "4 5 6"}


def test_a_cell_that_holds_a_picture_is_not_empty():
    assert seen(of_page(table(RULES, '规章|<img src="5.png">||<img src="blank.gif">'))) == {"rules": "! . ."}


def test_an_empty_row_of_a_table_with_some_of_the_columns_has_no_others():
    first, *_, total = APPLICANTS
    rows = [f"申请人情况|{first}|{total}", "一、本年新收政府信息公开申请数量|3|3", "二、上年结转政府信息公开申请数量||"]
    assert seen(of_page(table(*rows))) == {"received": "3 _ _ _ _ _ 3", "carried_in": ". _ _ _ _ _ ."}


@pytest.mark.parametrize(
    ("row", "signs"), [("|2|3", ["1 0", "2 3"]), ("|2|3|4", ["? ?", "? ?"]), ("|2", ["? ?", "? ?"])]
)
def test_a_table_on_its_side_tells_nothing_where_its_rows_end_at_several_columns(row, signs):
    lines = [slot.row[-1].label for slot in slots(Requests2021)[:14:7]]
    numbers = ["|1|0", row, *["|0|0"] * 4, "|3|3"]
    rows = [f"{head}{cells}" for head, cells in zip(APPLICANTS, numbers, strict=True)]
    told = seen(of_page(table("|".join(["申请人情况", *lines]), *rows)))
    assert [" ".join(told[line].split()[:2]) for line in ("received", "carried_in")] == [
        " ".join(pair) for pair in zip(*(sign.split() for sign in signs), strict=True)
    ]


def test_a_number_that_may_be_a_mark_is_no_label():
    heads = "行政复议=5|行政诉讼=10"
    columns = "|".join(["结果维持|结果纠正|其他结果|尚未审结|总计"] * 3)
    parsed = of_page(table(heads, columns, "一|零|零|零|一|" + "|".join(["零"] * 10)))
    assert seen(parsed)["reconsideration"] == "! 0 0 0 !"


def test_one_number_under_the_head_of_last_year_is_not_that_of_an_empty_cell():
    head = LICENSING.replace("本年", "上年").split("|")[1] + "=3|" + LICENSING.split("|")[1] + "=3"
    parsed = of_page(table(f"信息内容|{head}", "行政许可|2=3|=3", "行政处罚|3=3|4=3"))
    assert parsed["proactive_disclosure.administrative_licensing.decisions"].value is None
    assert parsed["proactive_disclosure.administrative_penalty.decisions"].value == 4
