"""Tables of pages with columns that no form has, and numbers in them."""

import pytest

from tests.seen import noticed, of_page, over, seen, table

TWO = "信息内容|{}本年制发件数|本年废止件数|现行有效件数"
THREE = ("申请办理情况|{}自然人|法人或其他组织|总计", "一、本年新收政府信息公开申请数量|{}3|4|7")


@pytest.mark.parametrize(("head", "number"), [("代码", "01"), ("行次", "3"), ("单位", "件"), ("上年制发件数", "9")])
def test_a_number_under_a_head_of_its_own_before_the_others_is_none_of_them(head, number):
    page = table(TWO.format(f"{head}|"), f"规章|{number}|1|2|3", f"行政规范性文件|{number}||5|")
    assert seen(of_page(page)) == {"rules": "1 2 3", "normative_documents": ". 5 ."}


def test_a_number_below_the_head_of_the_labels_has_moved():
    assert seen(of_page(table(TWO.format(""), "规章|1|2|3", "4|5|6|"))) == {"rules": "1 2 3"}


def test_the_number_of_all_organisations_is_that_of_none_of_their_kinds():
    parsed = of_page(table(*(row.format("") for row in THREE)))
    assert (seen(parsed), over(parsed)) == (
        {"received": "3 _ _ _ _ _ 7"},
        ["一、本年新收政府信息公开申请数量: 4"],
    )


def test_an_empty_cell_beside_the_number_of_another_column_is_empty():
    page = table("信息内容|本年处理决定数量|比上年增减", "行政许可||-3", "行政处罚|5|")
    parsed = of_page(page)
    assert (seen(parsed), over(parsed)) == (
        {"administrative_licensing": ".", "administrative_penalty": "5"},
        ["行政许可: -3"],
    )


def test_cells_of_a_row_that_lost_the_label_of_its_group_are_counted_from_its_own():
    heads = "申请人情况=3|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计"
    rows = ["四、结转下年度继续办理=3|1|0|0|0|0|0|1", "（一）予以公开|||0|0|0|0|0"]
    assert seen(of_page(table(heads, *rows))) == {"carried_out": "1 0 0 0 0 0 1", "outcomes.granted": ". . 0 0 0 0 0"}


HEADS = [
    "申请人情况=3^3|申请人=3",
    "自然人^2|法人或其他组织|总计^2",
    "商业企业|科研机构|社会公益组织|法律服务机构|其他",
]
RECEIVED, CARRIED_IN = "一、本年新收政府信息公开申请数量=3", "二、上年结转政府信息公开申请数量=3"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("1|0|2|0|0|0|3", "0|0|1|0|0|0|1"), ("1 0 2 0 0 0 3", "0 0 1 0 0 0 1")),
        (("1|0|2|0|0|0|3", "0||4||||"), ("1 0 2 0 0 0 3", "0 . 4 . . . .")),
        (("1|0|3|2|0|0|0", "0||4||||"), ("1 0 2 0 0 0 3", "0 . . . . . 4")),
        (("0|0|0|0|0|0|0", "0|0|4|0|0|0|4"), ("0 0 0 0 0 0 0", "? ? ? ? ? ? ?")),
    ],
    ids=["numbers in order", "an open row", "heads in order", "nothing tells"],
)
def test_sums_tell_whether_heads_stand_over_their_columns(rows, told):
    parsed = of_page(table(*HEADS, f"{RECEIVED}|{rows[0]}", f"{CARRIED_IN}|{rows[1]}"))
    assert tuple(seen(parsed).values()) == told
    assert noticed(parsed, "GD108") == (["GD108"] if "?" in told[1] else [])


def test_a_table_may_begin_with_the_total():
    heads = "申请人情况=3|总计|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他"
    parsed = of_page(table(heads, f"{RECEIVED}||0||0|0|0|0", f"{CARRIED_IN}|0|||0|0|0|0"))
    assert seen(parsed) == {"received": "0 . 0 0 0 0 .", "carried_in": ". . 0 0 0 0 0"}


def test_a_label_may_name_the_column_of_its_one_number():
    rows = [
        "规章本年制发件数|1",
        "规章本年废止件数|",
        "规章 现行有效件数|3",
        "行政许可上一年项目数量|7",
        "行政强制处理决定数量|0",
    ]
    assert seen(of_page(table("指标名称|数量", *rows))) == {
        "rules": "1 . 3",
        "administrative_licensing": "7 _",
        "administrative_compulsion": "0",
    }


@pytest.mark.parametrize(("names", "row"), [(("本年度", "上年度"), "1|2|3|4|5|9"), (("上年", "本年"), "4|5|9|1|2|3")])
def test_last_years_columns_beside_this_years_are_none_of_the_forms(names, row):
    heads = [f"申请人情况^2|{names[0]}=3|{names[1]}=3", "自然人|商业企业|总计|自然人|商业企业|总计"]
    parsed = of_page(table(*heads, f"一、本年新收政府信息公开申请数量|{row}"))
    assert seen(parsed) == {"received": "1 2 _ _ _ _ 3"}
    assert [leftover.text for leftover in parsed.leftovers] == ["4", "5", "9"]
