"""Tables in text: labels and numbers by their order, by their places on a screen, and what cannot be told."""

from unicodedata import east_asian_width

import pytest

from govdisclosure.editions.y2019 import ProactiveDisclosure2019
from govdisclosure.editions.y2021 import ProactiveDisclosure2021, Requests2021, ReviewAndLitigation2021
from govdisclosure.form import form_of, slots
from govdisclosure.parsing import parse
from govdisclosure.states import State
from tests.conformance.damage import DAMAGES
from tests.conformance.layouts import LAYOUTS
from tests.conformance.scoring import case
from tests.seen import BEFORE, TITLE, noticed, of_text, over, seen


def heads(form, line):
    columns = [slot.column.label for slot in slots(form) if slot.line.endswith(f".{line}")]
    return " ".join([*form_of(form).stubs[:1], *columns])


RULES = heads(ProactiveDisclosure2021, "rules")
LICENSING = heads(ProactiveDisclosure2021, "administrative_licensing")
LICENSING_2019 = heads(ProactiveDisclosure2019, "administrative_licensing")
APPLICANTS = "申请人情况 " + " ".join(slot.column.label for slot in slots(Requests2021)[:7])
CASES = " ".join(slot.column.label for slot in slots(ReviewAndLitigation2021)[:5])
SECTION_FOUR = "四、政府信息公开行政复议、行政诉讼情况"
UNCORRECTED = "1.申请人无正当理由逾期不补正、行政机关", "不再处理其政府信息公开申请"
UNPAID = "2.申请人逾期未按收费通知要求缴纳费用、", "行政机关不再处理其政府信息公开申请"
ONE, TWO, NONE = "1 0 0 0 0 0 1", "2 0 0 0 0 0 2", "0 0 0 0 0 0 0"
BOTH = {"rules": "1 2 3", "normative_documents": "4 5 6"}
OPEN = {"rules": "? ? ?", "normative_documents": "? ? ?"}


def lines(*words):
    """One cell a line."""
    return "\n".join(" ".join(words).split())


# name, text, lines read, what is left over, findings beside those on missing tables and lines
READ = [
    ("a row a line", f"{RULES}\n规章 1 2 3\n规范性文件 4 5 6", BOTH, [], []),
    ("a cell a line", lines(RULES, "规章 1 2 3 规范性文件 4 5 6"), BOTH, [], []),
    ("all on one line", f"{RULES} 规章 1 2 3 规范性文件 4 5 6", BOTH, [], []),
    ("labels before their numbers, row by row", f"{RULES}\n规章\n规范性文件\n1 2 3\n4 5 6", BOTH, [], []),
    ("numbers before their labels", f"{RULES}\n1 2 3\n4 5 6\n规章\n规范性文件", BOTH, [], []),
    (
        "labels repeated for each field that they span",
        f"{RULES}\n规章 规章 1 2 —\n规范性文件 规范性文件 4 - 6",
        {"rules": "1 2 -", "normative_documents": "4 - 6"},
        [],
        [],
    ),
    ("marks", f"{RULES}\n规章 / — 无\n规范性文件 - 0 6", {"rules": "- - -", "normative_documents": "- 0 6"}, [], []),
    (
        "a mark before other numbers of its line",
        f"{RULES}\n规章\n- 无 3\n规范性文件\n- 5 6",
        {"rules": "- - 3", "normative_documents": "- 5 6"},
        [],
        [],
    ),
    ("bullets before labels", f"{RULES}\n- 规章 1 2 3\n- 规范性文件 4 5 6", BOTH, [], []),
    (
        "page numbers between the lines",
        f"{RULES}\n规章 1 2 3\n- 2 -\n\f规范性文件 4 5 6\n第 3 页 共 9 页",
        BOTH,
        [],
        [],
    ),
    (
        "heads before their numbers, some without",
        "\n".join(
            f"{label}\n"
            + "".join(f"{head}：\n{number}\n" for head, number in zip(RULES.split()[1:], numbers, strict=True))
            for label, numbers in (("规章", ("1", "", "3")), ("规范性文件", ("", "/", "6")))
        ),
        {"rules": "1 . 3", "normative_documents": ". - 6"},
        [],
        [],
    ),
    (
        "the last number dropped",
        f"{RULES}\n规章 1 2\n规范性文件 4 5 6",
        {"rules": "? ? ?", "normative_documents": "4 5 6"},
        [],
        ["GD106", "GD108"],
    ),
    (
        "a number in two pieces",
        f"{RULES}\n规章 1 2 34 5\n规范性文件 4 5 6",
        {"rules": "? ? ?", "normative_documents": "4 5 6"},
        [],
        ["GD106", "GD108"],
    ),
    (
        "a blank cell that may have moved",
        f"{RULES.replace(' ', ' | ')} |\n规章 | 1 | ||\n规范性文件 | 4 | 5 | 6 |",
        {"rules": "? ? ?", "normative_documents": "4 5 6"},
        [],
        ["GD106", "GD108"],
    ),
    (
        "a caption behind heads that were drawn before it",
        f"第二十条第（一）项\n{RULES}\n规章 \n1\n2\n3\n本年处理决定数量\n第二十条第（五）项\n信息内容\n行政许可\n4",
        {"rules": "? ? ?", "administrative_licensing": "?"},
        [],
        ["GD108"],
    ),
    (
        "a list with the heads before the numbers of each line",
        "- 规章：本年制发件数1，本年废止件数，现行有效件3\n规范性文件: 本年制发件数：4；本年废止件数\\；现行有效件数无",
        {"rules": "1 . 3", "normative_documents": "4 - -"},
        [],
        [],
    ),
    (
        "a list with a number twice for its two columns, and with words that are no head",
        "行政许可：本年处理决定数量1,234，本年处理决定数量1,234\n行政处罚：本年处理决定数量5，其中罚款3\n行政强制：0",
        {"administrative_licensing": "1234", "administrative_compulsion": "0"},
        [],
        [],
    ),
    ("spaces that became question marks", f"{RULES}\n规章????1????2????3\n规范性文件????4????5????6", BOTH, [], []),
    (
        "merged cells repeated",
        f"{LICENSING} {LICENSING.split()[-1]}\n行政许可 7 7\n行政处罚 7 8\n行政强制 7",
        {"administrative_licensing": "7", "administrative_penalty": "?", "administrative_compulsion": "7"},
        [],
        ["GD106", "GD108"],
    ),
    (
        "a line of no form",
        f"{RULES}\n规章 1 2 3\n其他主动公开文件 7 8 9\n规范性文件 4 5 6",
        BOTH,
        ["其他主动公开文件: 7", "其他主动公开文件: 8", "其他主动公开文件: 9"],
        ["GD109"],
    ),
    (
        "digits run together",
        f"{RULES}\n规章001\n规范性文件000".replace(" ", ""),
        {"rules": "0 0 1", "normative_documents": "0 0 0"},
        [],
        [],
    ),
    (
        "digits run together that can be parted in several ways",
        f"{RULES}\n规章012\n规范性文件123".replace(" ", ""),
        OPEN,
        [],
        ["GD106", "GD108"],
    ),
    (
        "dots that lead to the numbers",
        f"{RULES}\n规章……1……2……3\n规范性文件......4.....5 ... 6",
        BOTH,
        [],
        [],
    ),
    (
        "numbers and marks run together",
        f"{RULES}\n规章0/无\n规范性文件4—".replace(" ", ""),
        OPEN,
        [],
        ["GD106", "GD108"],
    ),
    (
        "a piece of a rule behind numbers, one of which is lost",
        f"{RULES}\n规章 1 2 _\n规范性文件 4 _ 6",
        {"rules": "? ? ?", "normative_documents": "4 - 6"},
        [],
        ["GD108"],
    ),
    (
        "letters for digits",
        f"{RULES}\n规章 O l 3\n规范性文件 1O 5 6",
        {"rules": "! ! 3", "normative_documents": "! 5 6"},
        [],
        ["GD105", "GD105", "GD105"],
    ),
    (
        "another table's numbers below",
        f"{RULES}\n规章 1 2 3\n{LICENSING}\n行政许可 7",
        {"rules": "1 2 3", "administrative_licensing": "7"},
        [],
        [],
    ),
    (
        "prose with words of the forms around",
        f"其中规章1件，行政许可9件，总计14件。\n{RULES}\n规章 1 2 3\n规范性文件 4 5 6\n行政许可由各科办理，共9件。",
        BOTH,
        [],
        [],
    ),
    ("labels without any number", "规章\n规范性文件", {"rules": ". . .", "normative_documents": ". . ."}, [], []),
]


def beside(parsed):
    return [code for code in noticed(parsed) if code not in {"GD103", "GD104"}]


@pytest.mark.parametrize(("text", "told", "left", "codes"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_table_two(text, told, left, codes):
    parsed = of_text(text)
    assert (seen(parsed), over(parsed), beside(parsed)) == (told, left, codes)


def test_heads_stand_over_no_columns_of_a_wider_table():
    head = f"| {APPLICANTS.replace(' ', ' | ')} |"
    narrow = f"{head}\n|{'---|' * 8}\n| 一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |"
    wide = f"|{'---|' * 10}\n| 四、结转下年度继续办理 | | | 5 | | | 6 | | | |"
    assert seen(of_text(f"{narrow}\n{wide}")) == {"received": ONE, "carried_out": "5 . . 6 . . ."}
    assert seen(of_text(f"{narrow}\n第 2 页\n{wide}")) == {"received": ONE, "carried_out": "? ? ? ? ? ? ?"}


def test_the_order_of_a_grids_heads_is_not_that_of_lines_below_it():
    first, *middle, last = APPLICANTS.split()[1:]
    head = f"| 申请人情况 | | |\n| {first} | 法人或其他组织 | {last} |\n| {' | '.join(middle)} |"
    rows = f"| 一、本年新收政府信息公开申请数量 | {ONE.replace(' ', ' | ')} |\n四、结转下年度继续办理 1 2 3 4 5 6 21"
    assert seen(of_text(f"{head}\n{rows}")) == {"received": ONE, "carried_out": "1 2 3 4 5 6 21"}


def test_numbers_that_share_a_cell_beside_an_empty_one():
    head = f"| {APPLICANTS.replace(' ', ' | ')} |\n|{'---|' * 8}\n"
    several = "| 一、本年新收政府信息公开申请数量 | | 1 | 2 | 3 | 4 | 5 6 | 21 |\n"
    one = "| 四、结转下年度继续办理 | 3 | | 1 234 | 0 | 0 | 0 | 1237 |"
    assert seen(of_text(head + several + one)) == {"received": "1 2 3 4 5 6 21", "carried_out": "3 . 1234 0 0 0 1237"}


def test_an_empty_cell_beside_one_with_two_numbers_is_not_known_to_be_empty():
    rows = [
        "一、本年新收政府信息公开申请数量 | 7 | 8 | 3 | 1 | 1 | 2 | 22",
        "四、结转下年度继续办理 | | 3 4 | 0 | 0 | 0 | 0 | 9",
    ]
    told = seen(of_text("\n".join(f"| {row} |" for row in [APPLICANTS.replace(" ", " | "), "--- | " * 7, *rows])))
    assert told == {"received": "7 8 3 1 1 2 22", "carried_out": "? ? ? ? ? ? ?"}


def test_rows_that_begin_with_empty_cells_and_end_before_longer_ones_are_told_by_their_order_alone():
    rows = [f"一、本年新收政府信息公开申请数量\t\t\t{ONE}", "二、上年结转政府信息公开申请数量\t\t\t0 0 0 0 2"]
    told = seen(of_text("\n".join([APPLICANTS, *rows]).replace(" ", "\t")))
    assert told == {"received": ONE, "carried_in": "? ? ? ? ? ? ?"}


@pytest.mark.parametrize("numbers", [ONE, "1 1"])
def test_numbers_between_two_labels_are_of_either_where_others_stand_beside_theirs(numbers):
    text = f"一、本年新收政府信息公开申请数量 {ONE}\n（七）总计\n{numbers}\n四、结转下年度继续办理"
    told = seen(of_text(f"{APPLICANTS}\n{text}"))
    assert (told["received"], told["outcomes.total"]) == (ONE, "? ? ? ? ? ? ?")


def test_rows_of_commas_with_hardly_a_number():
    labels = [slot.row[-1].label for slot in slots(Requests2021) if ".refused." in slot.address][::7]
    rows = [f"{label},,,,,,," for label in labels]
    rows[0] = f"{labels[0]},5,,,,,,5"
    told = seen(of_text("\n".join([APPLICANTS.replace(" ", ","), *rows])))
    assert list(told.values()) == ["5 . . . . . 5", *[". . . . . . ."] * 7]
    assert "." not in "".join(seen(of_text("\n".join([APPLICANTS, *rows[:3]]))).values())


def test_cells_that_go_on_in_the_rows_below():
    rows = [
        "2.其他法律 | 1 | 0 | 0 | 0 | 0 | 0 | 1",
        "行政法规禁 | | | | | | |",
        "止公开 | | | | | | |",
        f"（七）总计 | {ONE}",
    ]
    told = seen(of_text("\n".join(f"| {row.replace(' | ' + ONE, ' | ' + ONE.replace(' ', ' | '))} |" for row in rows)))
    assert told == {"outcomes.refused.prohibited_by_law": ONE, "outcomes.total": ONE}


def test_a_number_that_goes_on_in_the_row_below_is_not_its_first_half():
    rows = [RULES.replace(" ", " | "), "规章 | 1234 | 2 | 3", "| 5 | |", "规范性文件 | 4 | 5 | 6", "| 7 | 8 | 9"]
    told = seen(of_text("\n".join(f"| {row} |" for row in rows)))
    assert told == {"rules": "! 2 3", "normative_documents": "4 5 6"}


def test_heads_of_some_columns_over_cells_that_share_numbers_are_not_all_that_the_table_has():
    heads = APPLICANTS.split()[2:-1]
    rows = ["申请人情况 | " + " | ".join(heads), "四、结转下年度继续办理 | 2 0 | 0 | / | 0 | - 2"]
    told = seen(of_text("\n".join(f"| {row} |" for row in [rows[0], "--- | " * 6, rows[1]])))
    assert told == {"carried_out": "? ? ? ? ? ? ?"}


def test_prose_that_names_each_head_does_not_contest_a_table():
    prose = "规章：本年制发件数9件，本年废止件数9件，现行有效件数9件。"
    parsed = of_text(f"{prose}\n二、主动公开政府信息情况\n{RULES}\n规章 1 2 3")
    assert (seen(parsed), noticed(parsed, "GD111")) == ({"rules": "1 2 3"}, [])


@pytest.mark.parametrize(("head", "told"), [("备注", ". 95 478"), ("", "? ? ?")])
def test_a_number_behind_the_headed_columns_is_none_of_an_empty_one(head, told):
    rows = [[*RULES.split(), head], ["规章", "", "51", "40", ""], ["规范性文件", "", "95", "478", "2"]]
    parsed = of_text("\n".join("\t".join(row) for row in rows))
    assert seen(parsed) == {"rules": ". 51 40", "normative_documents": told}


def test_numbers_behind_words_that_part_a_line_may_be_its_own():
    received, carried = "一、本年新收政府信息公开申请数量", "四、结转下年度继续办理"
    text = lines(received, "0 0 甲县年报 0 2 0 2", carried, ONE)
    assert seen(of_text(f"{APPLICANTS}\n{text}")) == {"received": "? ? ? ? ? ? ?", "carried_out": ONE}


@pytest.mark.parametrize("page", ["2\n{}", "{}\n2"])
def test_a_number_alone_is_none_of_the_row_of_table_four(page):
    numbers = " ".join(["1 0 0 0 1"] * 3)
    whole = f"{SECTION_FOUR}\n{TOP}\n{page}"
    assert set(seen(of_text(whole.format(numbers.removesuffix(" 1")))).values()) == {"? ? ? ? ?"}


def test_a_column_that_is_always_empty_is_none_of_the_form_where_numbers_share_a_cell():
    rows = [
        "一、本年新收政府信息公开申请数量 | | 7 9 | 7 | 8 | 13 | 11 | 55",
        "四、结转下年度继续办理 | | 0 | 0 | | | | 0",
    ]
    told = seen(of_text("\n".join(f"| {row} |" for row in ["| --- " * 7, *rows])))
    assert told == {"received": "7 9 7 8 13 11 55", "carried_out": "? ? ? ? ? ? ?"}


def test_labels_and_numbers_that_heads_part_do_not_belong_together():
    text = f"一、本年新收政府信息公开申请数量\n346\n二、上年结转政府信息公开申请数量\n{APPLICANTS}\n6 0 4 0 0 55 411"
    assert set(seen(of_text(text))["carried_in"]) == {"?", " "}


def test_as_many_runs_as_labels_that_do_not_fit_them():
    text = f"{RULES}\n规章\n规范性文件\n行政许可\n4\n6\n\n文字\n1 2 3 4\n5\n6 7 8 9"
    assert not any(reading.value is not None for reading in of_text(text))


def test_the_ordinal_of_the_next_heading_is_no_number_of_table_four():
    numbers = " ".join(["1 0 0 0 1"] * 3)
    text = f"04\n{SECTION_FOUR[2:]}\n{CASES} {CASES} {CASES}\n{numbers}\n05\n存在的主要问题及改进情况"
    assert seen(of_text(text)) == {
        "reconsideration": "1 0 0 0 1",
        "litigation.direct": "1 0 0 0 1",
        "litigation.after_reconsideration": "1 0 0 0 1",
    }


def test_two_numbers_on_one_line_of_a_narrow_page_complete_a_row_of_a_number_a_line():
    row = "一、本年新收政府信息公开申请数量\n1\n2\n3\n4\n5\n6 21"
    assert seen(of_text(f"{APPLICANTS}\n{row}\n四、结转下年度继续办理 {NONE}")) == {
        "received": "1 2 3 4 5 6 21",
        "carried_out": NONE,
    }
    short = row.replace("\n3", "", 1)  # six numbers: none of them is known to be this line's
    assert set(seen(of_text(f"{APPLICANTS}\n{short}\n四、结转下年度继续办理 {NONE}"))["received"]) == {"?", " "}


def test_a_label_alone_amid_a_table_with_numbers_has_no_empty_cells():
    head = "\t".join(APPLICANTS.split())
    rows = [f"{label}\t\t" + ONE.replace(" ", "\t") for label in ("一、本年新收政府信息公开申请数量", "（七）总计")]
    broken = "（二）部分公开（区分处理的，只计这一情形，\n不计其他情形）\t\t" + TWO.replace(" ", "\t")
    assert seen(of_text("\n".join([head, rows[0], broken, rows[1]]))) == {"received": ONE, "outcomes.total": ONE}


def test_an_empty_cell_at_the_end_of_a_row_does_not_matter_where_the_numbers_add_up():
    rows = (
        ("一、本年新收政府信息公开申请数量", *ONE.split(), ""),
        ("三、", "（一）予以公开", *TWO.split()),
        ("四、结转下年度继续办理", *["1", "0", "0", "0", "0", "0", "2"], ""),
    )
    bars = [f"| {' | '.join(row)} |" for row in (("业", "构", *[""] * 7), ["---"] * 9, *rows)]
    told = seen(of_text("\n".join(bars)))
    assert told == {"received": ONE, "outcomes.granted": TWO, "carried_out": "? ? ? ? ? ? ?"}


def test_a_table_whose_rows_are_broken_amid_its_labels_tells_nothing():
    broken = """ 结果
维持 | 结果
纠正 | 其他
结果 | 尚未
审结 | 总计 | 未经复议
直接起诉 |  |  |  |  | 复议
后起诉 |  |  |  |
  |  |  |  |  | 结果
维持 | 结果
纠正 | 其他
结果 | 尚未
审结 | 总计 | 结果
维持 | 结果
纠正 | 其他
结果 | 尚未
审结 | 总计
 0 | 0 | 32 | 0 | 32 |  | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 10 | 10"""
    parsed = of_text(f"{SECTION_FOUR}\n行政\n复议 |  |  |  |  | 行政\n诉讼 |  |  |  |  |  |  |  |  |\n{broken}")
    assert not any(reading.value is not None for reading in parsed)


def test_complete_rows_of_bars_tell_nothing_of_the_others_where_a_row_denies_them():
    rows = (
        (RECEIVED, "3", *"00000", "3", "", ""),
        (CARRIED_IN, "", "", *"000", "", "0", "", ""),
        ("三、本年度办理结果", "（一）予以公开", *ONE.split(), ""),
    )
    told = seen(of_text("\n".join([APPLICANTS, *(f"| {' | '.join(row)} |" for row in rows)])))
    assert (told["carried_in"], told["outcomes.granted"]) == ("? ? ? ? ? ? ?", ONE)


def test_a_short_row_whose_line_ends_with_the_text_is_not_cut_off():
    parsed = parse("\n".join((TITLE.format(2021), *BEFORE, f"{RULES.replace(' ', ' | ')}\n规章 | 2 | 4\n")))
    assert seen(parsed) == {"rules": "? ? ?"}


def test_rows_that_break_are_no_two_rows():
    broken = [f"{label} 1 2 3 4\n5 6 21" for label in REFUSED[:3]]
    told = dict.fromkeys(("outcomes.refused.state_secret", "outcomes.refused.prohibited_by_law"), "1 2 3 4 5 6 21")
    assert seen(of_text("\n".join([APPLICANTS, *broken]))).items() >= told.items()
    two = seen(of_text("\n".join([APPLICANTS, *broken[:2]])))
    assert "?" in "".join(two.values())


@pytest.mark.parametrize("tail", ["0 / 2", "1 / 3", "- 0 -"])
def test_the_second_half_of_a_row_that_breaks_is_no_page_number(tail):
    halves = [f"{label} 1 0 0 1\n{tail}" for label in REFUSED]
    told = seen(of_text("\n".join([APPLICANTS, *halves])))
    assert set(told.values()) == {f"1 0 0 1 {tail}".replace("/", "-")}


def test_a_mark_of_a_line_with_more_cells_than_the_form_is_no_zero():
    rows = [f"1.属于国家秘密 {ONE}", "2.其他法律行政法规禁止公开 1 — — 0 0 0 0 1", f"（七）总计 {TWO}"]
    parsed = of_text("\n".join([APPLICANTS, "（三）不予公开", *rows]))
    assert not {reading.state for reading in parsed if "prohibited_by_law" in reading.address} & {State.RECOVERED}


def test_what_may_be_a_mark_is_no_zero():
    rows = [
        ["一、本年新收政府信息公开申请数量", *ONE.split()],
        ["四、结转下年度继续办理", "2", "无 :", *TWO.split()[2:]],
    ]
    told = seen(of_text("\n".join("\t".join(row) for row in [APPLICANTS.split(), *rows])))
    assert told == {"received": ONE, "carried_out": "2 ! 0 0 0 0 2"}


def test_numbers_and_marks_of_table_four_that_ran_together_are_no_empty_cells():
    parsed = of_text("\n".join([SECTION_FOUR, CASES.replace(" ", "") * 3, "067013/1315101无3100101"]))
    assert not {reading.state for reading in parsed if "litigation" in reading.address} & {State.BLANK, State.STATED}


@pytest.mark.parametrize(
    "damaged", ["（七）总计 1 O 0 。 0 0 1", f"2.重复中请件 {ONE}\n（七）总计 {ONE}", "（六）其他处理 | 0 | 。 | 0 |"]
)
def test_labels_without_numbers_in_a_damaged_table_have_no_empty_cells(damaged):
    parsed = of_text("\n".join([APPLICANTS, f"一、本年新收政府信息公开申请数量 {ONE}", "1.属于国家秘密", damaged]))
    assert "outcomes.refused.state_secret" not in seen(parsed)


def test_heads_of_table_four_whose_numbers_are_lost_are_over_no_empty_cells():
    assert seen(of_text(f"{SECTION_FOUR}\n{TOP}\n四口〇")) == {}


def test_a_line_of_numbers_behind_the_heads_of_table_four_between_bars():
    heads = [" | ".join(CASES.split() * 3), "| 行政复议 | 行政诉讼 |"]
    numbers = " ".join(["1 0 0 0 1"] * 3)
    told = seen(of_text("\n".join([SECTION_FOUR, *heads[::-1], numbers])))
    assert set(told.values()) == {"1 0 0 0 1"}


def test_three_lines_of_table_four_under_labels_of_none_are_not_put_in_its_cells():
    rows = [f"行政诉讼 | {numbers} |" for numbers in ("1 | 0 | 0 | 1 | 2", "0 | 1 | 0 | 0 | 1")]
    parsed = of_text("\n".join([SECTION_FOUR, "| " + CASES.replace(" ", " | ") + " |", *rows]))
    assert not any(reading.value is not None for reading in parsed)


def test_numbers_of_merged_cells_that_are_repeated_are_not_those_of_two_columns():
    charges = heads(ProactiveDisclosure2019, "administrative_charges")
    rows = [f"{charges} {charges.split()[-1]}", "行政事业性收费 {}"]
    text = "\n".join(rows)
    assert seen(of_text(text.format("5 3 3"), 2019)) == {"administrative_charges": "5 3"}
    assert seen(of_text(text.format("3 3"), 2019)) == {"administrative_charges": "? ?"}


def test_changes_in_words():
    parsed = of_text(f"{LICENSING_2019}\n行政许可 5 增3 8\n行政处罚 5 -2 8\n行政强制 5 持平 8", 2019)
    assert seen(parsed) == {
        "administrative_licensing": "5 3 8",
        "administrative_penalty": "5 -2 8",
        "administrative_compulsion": "5 0 8",
    }


UNCORRECTED_AND_UNPAID = {"outcomes.other.not_corrected_in_time": ONE, "outcomes.other.fee_unpaid": NONE}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param([*UNCORRECTED, ONE, *UNPAID, NONE], UNCORRECTED_AND_UNPAID, id="below a wrapped label"),
        pytest.param(
            [f"{UNCORRECTED[0]} {ONE}", UNCORRECTED[1], f"{UNPAID[0]} {NONE}", UNPAID[1]],
            UNCORRECTED_AND_UNPAID,
            id="behind the first half of a label",
        ),
        pytest.param(
            [UNCORRECTED[0], f"{UNCORRECTED[1]} {ONE}", UNPAID[0], f"{UNPAID[1]} {NONE}"],
            UNCORRECTED_AND_UNPAID,
            id="behind a wrapped label",
        ),
        pytest.param(
            [UNCORRECTED[0], ONE, UNCORRECTED[1], f"（七）总计 {NONE}"],
            {"outcomes.other.not_corrected_in_time": ONE, "outcomes.total": NONE},
            id="amid",
        ),
        pytest.param(
            ["5.要求行政机关确认或重", ONE, "新出具已获取信息", f"（七）总计 {NONE}"],
            {"outcomes.not_processed.confirm_or_reissue": ONE, "outcomes.total": NONE},
            id="between the halves of a label, the first of them short",
        ),
        pytest.param(
            [NONE, "1.属于国家秘密", ONE, "2.其他法律行政法规禁止公开"],
            {"outcomes.refused.state_secret": NONE, "outcomes.refused.prohibited_by_law": ONE},
            id="before their labels",
        ),
        pytest.param(
            [
                f"三、本年度办理结果 （一）予以公开 {ONE}",
                "（二）部分公开（区分处理的，只计",
                "这一情形，不计其他情形） " + NONE,
            ],
            {"outcomes.granted": ONE, "outcomes.granted_in_part": NONE},
            id="a note that wraps",
        ),
        pytest.param(
            [f"属于国家秘密 {NONE}", f"重复申请 {ONE}", f"总计 {ONE}", f"结转下年度继续办理 {NONE}"],
            {
                "outcomes.refused.state_secret": NONE,
                "outcomes.not_processed.duplicate": ONE,
                "outcomes.total": ONE,
                "carried_out": NONE,
            },
            id="labels without enumerators",
        ),
        pytest.param(
            [f"1.属于国家秘密 {ONE}", f"2.重复申请 {NONE}"],
            {"outcomes.refused.state_secret": ONE, "outcomes.not_processed.duplicate": NONE},
            id="lines left out",
        ),
    ],
)
def test_table_three(text, told):
    parsed = of_text("\n".join([APPLICANTS, *text]))
    assert seen(parsed) == told
    assert set(beside(parsed)) <= {"GD109"}


IN_TWO = "（二）部分公开 2 3 0 0 0 0 0 23"


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        # one number fell in two and one cell was dropped
        ("1 4 0 0 0 0 14", "? ? =0 =0 =0 =0 =14"),
        ("14 0 0 0 0 1 4", "? ? =0 =0 =0 =0 =14"),
        # both numbers fell in two
        ("1 4 0 0 0 1 4", "? ? ? =0 =0 =0 =14"),
        # numbers may be lost as well
        ("1 4 0 0 0 0 6", "? ? ? ? ? ? ?"),
        # it is right as it stands
        ("1 4 0 0 0 0 5", "1 4 0 0 0 0 5"),
    ],
)
def test_a_line_of_as_many_numbers_as_cells_one_of_which_fell_in_two(printed, told):
    text = [APPLICANTS, f"（一）予以公开 {printed}", IN_TWO, "1.属于国家秘密 0 0 0 0 0"]
    assert seen(of_text("\n".join(text)))["outcomes.granted"] == told


def test_where_no_other_line_lost_cells_a_line_is_wrong_as_it_stands():
    text = [APPLICANTS, "（一）予以公开 1 4 0 0 0 0 14", IN_TWO]
    assert seen(of_text("\n".join(text)))["outcomes.granted"] == "1 4 0 0 0 0 14"


def test_where_other_lines_lost_cells_but_none_has_too_many_numbers_a_line_is_wrong_as_it_stands():
    """However its numbers are put together, they do not add up."""
    text = [APPLICANTS, "（一）予以公开 1 4 0 0 0 0 6", "1.属于国家秘密 0 0 0 0 0"]
    assert seen(of_text("\n".join(text)))["outcomes.granted"] == "1 4 0 0 0 0 6"


def test_a_line_of_table_four_in_which_a_number_may_have_fallen_in_two():
    row = "12 3 0 4 19 2 5 0 0 25 0 0 1 0 1"
    text = [APPLICANTS, f"（一）予以公开 {NONE}", "1.属于国家秘密 0 0 0", SECTION_FOUR, TOP, row]
    told = seen(of_text("\n".join(text)))
    assert [told[group] for group in GROUPS] == ["? ? ? ? ?"] * 3


def barred(*cells):
    """A row between bars; ``.`` is an empty cell."""
    return f"| {' | '.join('' if cell == '.' else cell for cell in cells)} |"


def test_an_empty_cell_of_a_row_that_was_filled_up_is_no_dropped_one():
    lines_read = {
        "一、本年新收政府信息公开申请数量": "5 . . 0 0 0 5",
        "（一）予以公开": "3 . 0 0 3 . .",
        "（二）部分公开": "2 . . 0 0 0 2",
        "（七）总计": "5 . 0 0 0 0 5",
    }
    rows = [barred(label, *cells.split()) for label, cells in lines_read.items()]
    assert seen(of_text("\n".join([APPLICANTS, *rows]))) == {
        "received": "5 . . 0 0 0 5",
        "outcomes.granted": "=3 ? ? ? ? ? =3",
        "outcomes.granted_in_part": "2 . . 0 0 0 2",
        "outcomes.total": "5 . 0 0 0 0 5",
    }


def test_table_four_whose_zeros_fell_out_of_a_row_that_was_filled_up():
    heads = [*CASES.split(), *CASES.split(), *CASES.split()]
    row = ["1", "1", "1", "3", "1", "0", "1", "0", "2", "1", "1", "1", "3", ".", "."]
    groups = barred("行政复议", *".....", "未经复议直接起诉", *".....", "复议后起诉")
    told = seen(of_text("\n".join([SECTION_FOUR, groups, barred(*heads), barred(*row)])))
    assert [told[group] for group in GROUPS] == ["? ? ? ? =3", "=1 =0 =1 =0 =2", "? ? ? ? =3"]


REFUSED = [slot.row[-1].label for slot in slots(Requests2021) if ".refused." in slot.address][::7][:7]
SQUARE = [[3, 0, 0, 0, 0, 0, 3], *([0] * 7 for _ in range(6))]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        pytest.param([*REFUSED, *SQUARE], True, id="row by row"),
        pytest.param([*REFUSED, *zip(*SQUARE, strict=True)], False, id="column by column"),
        pytest.param([*REFUSED[:6], *zip(*SQUARE[:6], strict=True)], False, id="column by column, fewer lines"),
        pytest.param(
            [*REFUSED, *([number] for row in SQUARE for number in row)], False, id="a number a line behind all labels"
        ),
        pytest.param(
            [label for pair in zip(REFUSED[::-1], SQUARE, strict=True) for label in pair],
            False,
            id="labels in disorder",
        ),
    ],
)
def test_numbers_that_came_apart_from_their_labels_are_told_only_row_by_row(text, is_told):
    text = [part if isinstance(part, str) else " ".join(map(str, part)) for part in text]
    told = seen(of_text("\n".join([APPLICANTS, *text])))
    assert {sign for signs in told.values() for sign in signs.split()} <= ({"0", "3"} if is_told else {"?"})
    assert len(told) == 7 or not is_told


GROUPS = {
    "reconsideration": ("行政复议", "1 2 3 4 10"),
    "litigation.direct": ("未经复议直接起诉", "0 0 0 0 0"),
    "litigation.after_reconsideration": ("复议后起诉", "0 0 1 0 1"),
}
NUMBERS = {group: numbers for group, (_, numbers) in GROUPS.items()}
ROW = " ".join(NUMBERS.values())
TOP = f"行政复议 行政诉讼\n{CASES} 未经复议直接起诉 复议后起诉\n{CASES} {CASES}"
VERTICAL = "\n".join(
    " ".join(word[half] for word in (f"{label[:2]} {label[2:] or label[1:]}".split() for label in CASES.split()))
    for half in (0, 1)
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{TOP}\n{ROW}", id="one row"),
        pytest.param(lines(TOP, ROW), id="a cell a line"),
        pytest.param(f"| {' | '.join(ROW.split())} |", id="one row between bars"),
        pytest.param("\n".join(f"{label} {numbers}" for label, numbers in GROUPS.values()), id="a row a group"),
        pytest.param(f"{VERTICAL}\n{ROW}", id="heads in two lines"),
    ],
)
def test_table_four(text):
    parsed = of_text(f"{SECTION_FOUR}\n{text}")
    assert (seen(parsed), beside(parsed)) == (NUMBERS, [])


def test_table_four_with_numbers_dropped_is_open():
    parsed = of_text(f"{SECTION_FOUR}\n{TOP}\n0 0 0 1 0 0 0 0 0 0 0")
    assert (seen(parsed), beside(parsed)) == (dict.fromkeys(GROUPS, "? ? ? ? ?"), ["GD106", "GD108"])


SCREEN = {
    "received": ("一、本年新收政府信息公开申请数量", "10 2 0 0 0 0 12"),
    "carried_in": ("二、上年结转政府信息公开申请数量", "0 0 0 0 0 0 0"),
    "outcomes.granted": ("（一）予以公开", "10 . . 0 . . 10"),
    "outcomes.total": ("（七）总计", "10 2 0 0 0 0 12"),
    "carried_out": ("四、结转下年度继续办理", "0 . 0 0 0 0 0"),
}


def display_width(text):
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def on_screen(label, numbers, *, left, step, width=display_width):
    """A line of a fixed-width screen, a blank cell for a point."""
    line = label
    for number, text in enumerate(numbers.split()):
        line += "" if text == "." else " " * max(left + step * number - width(line), 1) + text
    return line


@pytest.mark.parametrize(("left", "step"), [(40, 8), (44, 5), (60, 12)])
@pytest.mark.parametrize("width", [display_width, len])
def test_columns_are_told_by_their_places_on_a_screen_or_among_characters(left, step, width):
    rows = [on_screen(*row, left=left, step=step, width=width) for row in SCREEN.values()]
    parsed = of_text("\n".join([APPLICANTS, *rows]))
    assert seen(parsed) == {line: numbers for line, (_, numbers) in SCREEN.items()}


@pytest.mark.parametrize("step", [2, 3])
def test_numbers_that_stand_close_together_are_in_no_columns(step):
    rows = [on_screen(label, numbers, left=40, step=step) for label, numbers in SCREEN.values()]
    told = seen(of_text("\n".join([APPLICANTS, *rows])))
    whole = {line: numbers for line, (_, numbers) in SCREEN.items() if "." not in numbers}
    assert {line: told[line] for line in whole} == whole
    assert all(sign[0] in "=?" for line in SCREEN.keys() - whole for sign in told[line].split())


def test_numbers_below_each_other_by_chance_are_in_no_columns():
    dropped = [f"{label}   {numbers.replace(' .', '').replace(' ', '   ')}" for label, numbers in SCREEN.values()]
    told = seen(of_text("\n".join([APPLICANTS, *dropped])))
    assert "." not in "".join(told.values())


def test_columns_with_a_number_each_are_in_place_by_chance():
    rows = {line: (label, " ".join("." * 7)) for line, (label, _) in SCREEN.items()}
    lone = (". . 5 . . . .", "6 . . . . . 7", ". 4 . 4 . . .", ". . . . 3 3 .")
    drawn = [
        on_screen(label, numbers, left=40, step=8) for (label, _), numbers in zip(rows.values(), lone, strict=False)
    ]
    assert not any(reading.value for reading in of_text("\n".join([APPLICANTS, *drawn])))


@pytest.mark.parametrize(
    "number", ["- {} -", "-- {} of 3 --", "{} / 3", "第 {} 页 共 3 页", "共3页，第{}页", "• {} •", "Page {}"]
)
def test_numbers_of_pages_between_the_rows_of_a_cell_a_line(number):
    labels = ("一、本年新收政府信息公开申请数量", "（一）予以公开", "四、结转下年度继续办理")
    text = "".join(f"{lines(label, ONE)}\n{number.format(page)}\n" for page, label in enumerate(labels, start=1))
    told = {"received": ONE, "outcomes.granted": ONE, "carried_out": ONE}
    assert seen(of_text(f"{APPLICANTS}\n{text}")) == told


@pytest.mark.parametrize("edge", ["{number}\n\f{row}", "\f{number}\n{row}", "- \n{number}\n-\n{row}"])
def test_bare_numbers_at_the_edges_of_pages_count_pages(edge):
    labels = ("一、本年新收政府信息公开申请数量", "（一）予以公开", "四、结转下年度继续办理")
    rows = [lines(label, ONE) for label in labels]
    text = rows[0] + "".join("\n" + edge.format(number=number, row=row) for number, row in enumerate(rows[1:], start=1))
    assert seen(of_text(f"{APPLICANTS}\n{text}")) == {"received": ONE, "outcomes.granted": ONE, "carried_out": ONE}


def test_bare_numbers_that_count_nothing_are_no_page_numbers():
    text = f"{RULES}\n规章\n1\n2\n\f3\n规范性文件\n4\n5\n\f6"
    assert seen(of_text(text)) == BOTH


def test_dashes_around_a_number_behind_a_label_are_cells():
    text = f"{RULES}\n规章\n-\n2\n-\n规范性文件\n4\n5\n6"
    assert seen(of_text(text)) == {"rules": "- 2 -", "normative_documents": "4 5 6"}


@pytest.mark.parametrize("page", [2, 0])
def test_a_number_of_a_page_in_the_place_of_an_empty_cell(page):
    received, granted, carried = "一、本年新收政府信息公开申请数量", "（一）予以公开", "四、结转下年度继续办理"
    text = lines(received, f"3 1 0 0 {page} 0 4", granted, "3 0 0 3", carried, ONE)
    told = {"received": "? ? ? ? ? ? ?" if page else "3 1 0 0 0 0 4", "carried_out": ONE}
    assert seen(of_text(f"{APPLICANTS}\n{text}")).items() >= told.items()


START = "\n".join((TITLE.format(2021), *BEFORE, ""))


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("规章 1 2 3", {"rules": "? ? ?"}),
        ("规章 1 2 3\n", {"rules": "1 2 3"}),
        ("规章 1 2 0", {"rules": "1 2 0"}),
        ("规章 1 2", {"rules": "? ? ?"}),
        ("规章 1 2 3\n规范性文件", {"rules": "1 2 3"}),
        ("规章 | 1 | 2", {"rules": "? ? ?"}),
        ("规章 | 1 | 2 |", {"rules": "? ? ?"}),
        ("规章 | 1 | 2 |\n", {"rules": "? ? ?"}),
        ("规章 | | |", {}),
        ("规章 | 1 | 2 | 3", {"rules": "? ? ?"}),
        ("规章 | 1 | 2 | 3 |", {"rules": "1 2 3"}),
    ],
)
def test_a_document_that_ends_amid_a_table(end, told):
    head = RULES.replace(" ", " | ") if "|" in end else RULES
    assert seen(parse(f"{START}{head}\n{end}")) == told


@pytest.mark.parametrize(
    ("before", "end", "told"),
    [
        (
            "规章 | 1 | 2 | 3 |",
            "行政规范性文件 | 4 | 5",
            {"rules": "1 2 3", "normative_documents": "4 _ _"},
        ),
        (
            "规章 | 1 | 2 | 3 |",
            "行政规范性文件 | 4 | 5 |",
            {"rules": "1 2 3", "normative_documents": "4 5 _"},
        ),
        (
            "规章 | 1 | 2 |",
            "行政规范性文件 | 4 | 5 |",
            {"rules": "? ? ?", "normative_documents": "? ? ?"},
        ),
    ],
)
def test_the_first_cells_of_a_row_that_is_cut_off_are_certain_where_the_rows_before_have_all_theirs(before, end, told):
    assert seen(parse(f"{START}{RULES.replace(' ', ' | ')}\n{before}\n{end}")) == told


@pytest.mark.parametrize(
    ("end", "signs"),
    [(ONE, ONE), (f"{ONE}2", "? ? ? ? ? ? ?"), (f"{ONE}2\n", "1 0 0 0 0 0 12"), ("1 0 0", "? ? ? ? ? ? ?"), ("", None)],
)
def test_the_last_number_of_a_document_is_whole_where_it_is_the_sum(end, signs):
    received, carried_in = (label for label, _ in list(SCREEN.values())[:2])
    told = seen(parse(f"{START}{APPLICANTS}\n{received} {ONE}\n{carried_in} {end}"))
    assert told == {"received": ONE} | ({"carried_in": signs} if signs else {})


[REPETITIONS] = [damage for damage in DAMAGES if damage.name == "lines_without_repetitions"]


@pytest.mark.parametrize("seed", range(8))
def test_a_text_without_its_repeated_lines_gives_no_number_but_those_of_lines_without_a_gap(seed):
    torn = case(REPETITIONS, seed)
    parsed = parse(torn.document)
    read = {reading.address: reading.value for reading in parsed if reading.state is State.STATED}
    assert read == {address: torn.expected[address].value for address in read}
    assert {reading.state for reading in parsed} <= {State.STATED, State.AMBIGUOUS, State.ABSENT}
    assert noticed(parsed, "GD108") != []


COMPLETE = """第二十条第（五）项
信息内容
上一年项目数量
本年增/减
处理决定数量
0
行政许可
6
减3
3
其他对外管理服务事项
第二十条第（六）项
行政处罚
12
行政强制
第二十条第（八）项
行政事业性收费
7
1
第二十条第（九）项
采购项目数量
采购总金额
政府集中采购
4
0.37万元
三、收到和处理政府信息公开申请情况
申请人情况
自然人
"""
LOST = "? ? ?"


@pytest.mark.parametrize(
    ("lost", "told"),
    [("", "6 -3 3"), ("减3\n", LOST), ("其他对外管理服务事项\n", LOST), ("行政强制\n", LOST)],
)
def test_without_its_repeated_lines_a_line_is_read_that_lacks_no_number(lost, told):
    read = seen(parse(f"{START}{COMPLETE.replace(lost, '', 1)}"))
    assert (read.pop("administrative_licensing"), read.pop("centralized_procurement")) == (told, "4 0.37")
    assert set(read.values()) <= {LOST, "? ?", "7 1"}


APART = "\n\n"
NINE = "9 0 0 0 0 0 9"
FULL = APART.join(["规章", "1", "2", "3", "行政规范性文件", "4", "5", "9"])
RECEIVED, CARRIED_IN, GRANTED = (label for label, _ in list(SCREEN.values())[:3])


@pytest.mark.parametrize(
    ("numbers", "signs"),
    [
        ("\n\n\n\n\n\n\n\n5", ". . . . . . 5"),  # an empty cell leaves a line
        ("\n\n5\n\n\n\n\n\n\n5", "5 . . . . . 5"),
        ("\n\n \n\n \n\n \n\n \n\n \n\n \n\n5", ". . . . . . 5"),  # an empty cell leaves as much as a full one
        ("\n\n5\n\n5\n\n\n\n\n", "5 5 . . . . ."),
        ("\n\n5\n\n3\n\n\n\n\n\n8", "5 3 . . . . 8"),
        ("\n\n5\n\n3\n\n\n\n\n\n4", "? ? ? ? ? ? ?"),  # a line may be lost from between two others
        ("\n\n5\n\n5", "? ? ? ? ? ? ?"),
        ("\n\n\n\n5\n\n5", "? ? ? ? ? ? ?"),  # one line too many
        ("\n\n\n\n\n\n\n\n\n\n5", "? ? ? ? ? ? ?"),
        ("\n5\n\n\n\n\n\n\n\n5", "? ? ? ? ? ? ?"),
    ],
)
def test_empty_lines_stand_for_empty_cells_where_their_number_is_that_of_the_cells(numbers, signs):
    before = [*RULES.split(), FULL, *APPLICANTS.split(), RECEIVED, *NINE.split(), CARRIED_IN, *NONE.split()]
    parsed = parse(f"{START}{APART.join(before)}{APART}{GRANTED}{numbers}{APART}（二）部分公开{APART}（三）不予公开")
    assert seen(parsed)["outcomes.granted"] == signs


@pytest.mark.parametrize(("end", "signs"), [("2", ONE), ("2.其他法律", ONE), ("3", "? ? ? ? ? ? ?")])
def test_a_number_with_which_a_document_ends_may_be_that_of_the_next_label(end, signs):
    label = "1.属于国家秘密"
    text = APART.join(
        [*APPLICANTS.split(), RECEIVED, *NINE.split(), CARRIED_IN, *NONE.split(), label, *ONE.split(), end]
    )
    assert seen(parse(f"{START}{text}"))["outcomes.refused.state_secret"] == signs


#: Some lines of the statistics of 2014 to 2018, which name lines of the later forms.
STATISTICS = [
    ["统计指标", "单位", "统计数"],
    ["一、主动公开情况", "——", "——"],
    ["（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条", "1520"],
    ["其中：主动公开规范性文件数", "条", "12"],
    ["制发规范性文件总数", "件", "12"],
    ["4.不同意公开答复数", "件", "1"],
    ["其中：涉及国家秘密", "件", "1"],
    ["法律法规规定的其他情形", "件", "0"],
    ["四、行政复议数量", "件", "3"],
    ["（一）维持具体行政行为数", "件", "2"],
    ["（三）其他情形数", "件", "1"],
    ["五、行政诉讼数量", "件", "0"],
    ["六、举报投诉数量", "件", "0"],
]


@pytest.mark.parametrize("cells", [slice(None), slice(None, None, 2)], ids=["with units", "without units"])
@pytest.mark.parametrize(
    ("separator", "end"), [(" ", "\n"), (" | ", " |\n"), ("\n", "\n"), ("\n\n", "\n\n"), (" |\n", " |\n"), ("\t", "\n")]
)
def test_the_statistics_of_2014_have_no_line_of_the_later_forms(separator, end, cells):
    text = end.join(separator.join(row[cells]) for row in STATISTICS)
    assert seen(parse(f"东山县2016年政府信息公开工作年度报告\n一、概述\n全年公开信息1520条。\n附表\n{text}{end}")) == {}


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["规章", "1", "2", "3", "行政规范性文件", "4", "5", "6"], BOTH),
        (["1", "2", "3", "规章", "4", "5", "6", "行政规范性文件"], BOTH),
    ],
)
def test_numbers_stand_before_labels_or_behind_them(lines, told):
    assert seen(of_text(APART.join([*RULES.split(), *lines]))) == told


@pytest.mark.parametrize(
    "lines",
    [
        [REFUSED[0], ONE, TWO, REFUSED[2], ONE, REFUSED[3]],
        [REFUSED[0], ONE, TWO, REFUSED[2]],
        [ONE, REFUSED[0], TWO, REFUSED[2]],
    ],
)
def test_where_a_label_is_lost_numbers_are_not_those_of_the_next(lines):
    told = seen(of_text(APART.join([*APPLICANTS.split(), *(APART.join(line.split(" ")) for line in lines)])))
    assert not any(character.isdigit() for signs in told.values() for character in signs)


def test_a_line_of_leaders_alone_says_nothing():
    assert seen(of_text(f"{RULES}\n规章 1 2 3\n……………………\n行政规范性文件 4 5 6")) == BOTH


@pytest.mark.parametrize(("number", "told"), [("1 378", "12 1378 64"), ("1 37", "12 ! 64")])
def test_all_behind_the_head_of_a_cell_on_its_line_is_of_the_cell(number, told):
    heads = RULES.split()
    lines = [f"{head}：{text}" for head, text in zip(heads[-3:], ("12", number, "64"), strict=True)]
    assert seen(of_text("\n".join(["第二十条第（一）项", "规章", *lines]))) == {"rules": told}


@pytest.mark.parametrize("seed", [104, 110])
def test_an_empty_first_cell_of_a_short_line_is_empty_where_others_have_more_cells(seed):
    [layout] = [layout for layout in LAYOUTS if layout.name == "cell_per_line_blank_lines_blanks"]
    assert seen(parse(case(layout, seed).document))["centralized_procurement"].startswith(". ")
