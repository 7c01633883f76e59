"""The declared forms, proof-read against a second list that was copied from the circulars by hand."""

from decimal import Decimal

import pytest
from attrs import evolve

from govdisclosure.editions import EDITIONS, TABLES, slot_at, tables_named
from govdisclosure.errors import UnknownAddress
from govdisclosure.form import Kind, filled, form_of, slots, value_at
from govdisclosure.wording import spoken

APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")

DISCLOSURE_2021 = """
第二十条第（一）项 | 规章 | 本年制发件数 件 | 本年废止件数 件 | 现行有效件数 件
第二十条第（一）项 | 行政规范性文件 | 本年制发件数 件 | 本年废止件数 件 | 现行有效件数 件
第二十条第（五）项 | 行政许可 | 本年处理决定数量 件
第二十条第（六）项 | 行政处罚 | 本年处理决定数量 件
第二十条第（六）项 | 行政强制 | 本年处理决定数量 件
第二十条第（八）项 | 行政事业性收费 | 本年收费金额（单位：万元） 万元
"""
DISCLOSURE_2019 = """
第二十条第（一）项 | 规章 | 本年新制作数量 件 | 本年新公开数量 件 | 对外公开总数量 件
第二十条第（一）项 | 规范性文件 | 本年新制作数量 件 | 本年新公开数量 件 | 对外公开总数量 件
第二十条第（五）项 | 行政许可 | 上一年项目数量 项 | 本年增/减 项 | 处理决定数量 件
第二十条第（五）项 | 其他对外管理服务事项 | 上一年项目数量 项 | 本年增/减 项 | 处理决定数量 件
第二十条第（六）项 | 行政处罚 | 上一年项目数量 项 | 本年增/减 项 | 处理决定数量 件
第二十条第（六）项 | 行政强制 | 上一年项目数量 项 | 本年增/减 项 | 处理决定数量 件
第二十条第（八）项 | 行政事业性收费 | 上一年项目数量 项 | 本年增/减 项
第二十条第（九）项 | 政府集中采购 | 采购项目数量 项 | 采购总金额
"""
REQUESTS_TO_FIVE = """
一、本年新收政府信息公开申请数量
二、上年结转政府信息公开申请数量
三、本年度办理结果/（一）予以公开
三、本年度办理结果/（二）部分公开（区分处理的，只计这一情形，不计其他情形）
三、本年度办理结果/（三）不予公开/1.属于国家秘密
三、本年度办理结果/（三）不予公开/2.其他法律行政法规禁止公开
三、本年度办理结果/（三）不予公开/3.危及“三安全一稳定”
三、本年度办理结果/（三）不予公开/4.保护第三方合法权益
三、本年度办理结果/（三）不予公开/5.属于三类内部事务信息
三、本年度办理结果/（三）不予公开/6.属于四类过程性信息
三、本年度办理结果/（三）不予公开/7.属于行政执法案卷
三、本年度办理结果/（三）不予公开/8.属于行政查询事项
三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息
三、本年度办理结果/（四）无法提供/2.没有现成信息需要另行制作
三、本年度办理结果/（四）无法提供/3.补正后申请内容仍不明确
三、本年度办理结果/（五）不予处理/1.信访举报投诉类申请
三、本年度办理结果/（五）不予处理/2.重复申请
三、本年度办理结果/（五）不予处理/3.要求提供公开出版物
三、本年度办理结果/（五）不予处理/4.无正当理由大量反复申请
三、本年度办理结果/（五）不予处理/5.要求行政机关确认或重新出具已获取信息
"""
OTHER_2019 = """
三、本年度办理结果/（六）其他处理
"""
OTHER_2021 = """
三、本年度办理结果/（六）其他处理/1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
三、本年度办理结果/（六）其他处理/2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
三、本年度办理结果/（六）其他处理/3.其他
"""
REQUESTS_TO_END = """
三、本年度办理结果/（七）总计
四、结转下年度继续办理
"""
LITIGATION = ("行政复议", "行政诉讼/未经复议直接起诉", "行政诉讼/复议后起诉")


def disclosure(text):
    for line in text.split("\n")[1:-1]:
        block, row, *columns = line.split(" | ")
        for column in columns:
            label, _, unit = column.partition(" ")
            yield block, row, label, unit


def requests(*texts):
    return [("", row, label, "件") for text in texts for row in text.split("\n")[1:-1] for label in APPLICANTS]


REVIEWS = [("", row, label, "件") for row in LITIGATION for label in RESULTS]
CIRCULARS = {
    "2019": (
        "国办公开办函〔2019〕60号",
        [
            list(disclosure(DISCLOSURE_2019)),
            requests(REQUESTS_TO_FIVE, OTHER_2019, REQUESTS_TO_END),
            REVIEWS,
        ],
    ),
    "2021": (
        "国办公开办函〔2021〕30号",
        [
            list(disclosure(DISCLOSURE_2021)),
            requests(REQUESTS_TO_FIVE, OTHER_2021, REQUESTS_TO_END),
            REVIEWS,
        ],
    ),
}
TITLES = [
    ("二", "proactive_disclosure", "主动公开政府信息情况"),
    ("三", "requests", "收到和处理政府信息公开申请情况"),
    ("四", "review_and_litigation", "政府信息公开行政复议、行政诉讼情况"),
]


@pytest.mark.parametrize("edition", CIRCULARS)
def test_the_declaration_is_the_circular(edition):
    source, expected = CIRCULARS[edition]
    tables = EDITIONS[edition]
    assert [(form_of(table).section, form_of(table).name, form_of(table).title) for table in tables] == TITLES
    assert {(form_of(table).edition, form_of(table).source) for table in tables} == {(edition, source)}
    declared = [
        [(slot.block, slot.row_label, slot.column.label, slot.unit) for slot in slots(table)] for table in tables
    ]
    assert declared == expected


@pytest.mark.parametrize(("edition", "cells"), [("2019", (22, 161, 15)), ("2021", (10, 175, 15))])
def test_the_forms_have_so_many_cells(edition, cells):
    assert tuple(len(slots(table)) for table in EDITIONS[edition]) == cells


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_two_cells_of_an_edition_have_one_address_or_one_heading(edition):
    cells = [slot for table in EDITIONS[edition] for slot in slots(table)]
    assert len({slot.address for slot in cells}) == len(cells)
    assert len({(slot.form.section, slot.row_label, slot.column.label) for slot in cells}) == len(cells)


def _wordings(heading):
    return {spoken(label) for label in (heading.label, *heading.aliases)}


@pytest.mark.parametrize("name", [name for _, name, _ in TITLES])
def test_one_address_means_one_thing_in_every_edition(name):
    """The notices word some columns anew and one line; the wordings of the other edition are aliases, or listed."""
    older, newer = ({slot.address: slot for slot in slots(table)} for table in tables_named(name))
    renamed = {("处理决定数量", "本年处理决定数量")}
    for address in older.keys() & newer.keys():
        before, after = older[address], newer[address]
        assert (before.kind, before.unit, before.clause) == (after.kind, after.unit, after.clause), address
        for one, other in zip(before.row, after.row, strict=True):
            assert _wordings(one) & _wordings(other), address
        assert _wordings(before.column) & _wordings(after.column) or (
            (before.column.label, after.column.label) in renamed
        ), address


def test_only_what_the_circulars_leave_open_is_signed_or_decimal():
    kinds = {slot.address: slot.kind for table in TABLES for slot in slots(table) if slot.kind is not Kind.COUNT}
    area = "proactive_disclosure"
    changing = ("licensing", "penalty", "compulsion", "charges")
    assert kinds == {
        **{f"{area}.administrative_{what}.item_change": Kind.CHANGE for what in changing},
        f"{area}.other_public_services.item_change": Kind.CHANGE,
        f"{area}.centralized_procurement.total_amount": Kind.AMOUNT,
        f"{area}.administrative_charges.amount_wan_yuan": Kind.AMOUNT,
    }


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_a_table_without_numbers_is_the_empty_form(table):
    empty = table()
    assert filled(table, {}) == empty
    assert {value_at(empty, slot.address) for slot in slots(table)} == {None}
    numbers = {slot.address: number for number, slot in enumerate(slots(table))}
    full = filled(table, numbers)
    assert {slot.address: value_at(full, slot.address) for slot in slots(table)} == numbers


def test_an_unknown_address_is_named():
    with pytest.raises(UnknownAddress) as caught:
        slot_at("requests.received.sum")
    assert caught.value.address == "requests.received.sum"
    assert str(caught.value) == "no cell of any statutory form has the address 'requests.received.sum'"
    with pytest.raises(UnknownAddress):
        value_at(TABLES[0](), "requests.received.total")


NO_COUNT = [12.0, float("nan"), Decimal(3), Decimal("NaN"), True, "3", (3,)]
NO_AMOUNT = [12.5, float("inf"), Decimal("NaN"), Decimal("Infinity"), True, "12.5"]
CHARGES = "proactive_disclosure.administrative_charges.amount_wan_yuan"


@pytest.mark.parametrize("value", NO_COUNT)
@pytest.mark.parametrize("slot", [slots(table)[-1] for table in TABLES if slots(table)[-1].kind is not Kind.AMOUNT])
def test_a_count_takes_nothing_but_an_int(slot, value):
    table = next(table for table in TABLES if slot in slots(table))
    with pytest.raises(TypeError, match=rf"{slot.column_name} takes an int or None, not "):
        filled(table, {slot.address: value})


@pytest.mark.parametrize("value", NO_AMOUNT)
def test_an_amount_takes_no_float_and_nothing_infinite(value):
    with pytest.raises(
        TypeError, match=r"ChargeAmount2021\.amount_wan_yuan takes a finite Decimal, an int or None, not "
    ):
        filled(tables_named("proactive_disclosure")[-1], {CHARGES: value})


def test_a_block_takes_its_own_lines_only():
    requests = tables_named("requests")[-1]()
    with pytest.raises(TypeError, match=r"Requests2021\.received takes ApplicantCounts, not 3"):
        evolve(requests, received=3)
