"""Printed words, made comparable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.wording import Enumerated, enumerated, fold, key, spoken, without_notes
from tests.conformance import wordings
from tests.labels import LABELS


@given(st.text())
def test_folding_keeps_the_length_and_folds_once(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("（２０２０）ＡＢ：；，．－～", "(2020)AB:;,.-~"),
        ("行政規範性檔案複議覆議訴訟", "行政规范性档案复议覆议诉讼"),
        ("網絡銜接圍繞趨勢反饋中華", "网络衔接围绕趋势反馈中华"),
        ("〔２０２１〕３０号［件］【件】", "(2021)30号[件][件]"),
        ("“三安全一稳定”‘甲’「乙」", '"三安全一稳定"\'甲\'"乙"'),
        ("—–―‐‑−", "------"),
        ("自\u3000然\xa0人", "自 然 人"),
        ("⾏政\uf9fe", "行政茶"),
        ("①㈢３．", "①㈢3."),
    ],
)
def test_folding(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize("label", LABELS)
def test_traditional_characters_fold_to_the_labels(label):
    assert fold(wordings.traditional(label)) == fold(label)
    assert key(wordings.pronounced(label)) == key(label)
    assert key(wordings.taiwanese(label)) == key(label)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("數(shù)量", "数量"),
        ("政(zheng)(zheng)府(fu)(fu)", "政府"),
        ("复（ｆù）议", "复议"),
        ("规章(件)", "规章(件)"),
        ("规章[件]", "规章(件)"),
        ("第(六)项", "第(六)项"),
    ],
)
def test_pronunciations_are_left_out(text, expected):
    assert spoken(text) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("商业 企业", "商业企业"),
        ("商业\n企业", "商业企业"),
        ("自\u3000然\u200b人\ufeff", "自然人"),
        ("其它结果", "其他结果"),
        ("資訊", "信息"),
        ("規範性檔案", "规范性文件"),
        ("本年增 ／ 減", "本年增减"),
        ("***规章：", "规章"),
        ("规�章", "规章"),
        ("行政复议、行政诉讼", "行政复议行政诉讼"),
        ("| 规章 |", "规章"),
        ("", ""),
    ],
)
def test_a_key_forgets_what_pages_change(printed, expected):
    assert key(printed) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("规章", "规章"),
        ("规章（件）", "规章"),
        ("规章（设区（含自治州）的市）（件）", "规章"),
        ("规章（设区的市应提供", "规章"),
        ("规章（含（设区", "规章"),
        ("规章）", "规章"),
        ("（单位：件）", ""),
        ("甲（一）乙（二）丙", "甲乙丙"),
    ],
)
def test_notes_are_left_out(label, expected):
    assert without_notes(label) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        *(
            (f"{mark}不予公开", ("(三", "不予公开"))
            for mark in ("（三）", "(三)", "( 三 ) ", "（三）、", "㈢", "?? （三）")
        ),
        *((f"{mark}本年新收", ("一", "本年新收")) for mark in ("一、", "一.", "一 、", "一,、", "一，")),
        *(
            (f"{mark}国家秘密", ("2", "国家秘密"))
            for mark in ("2.", "2．", "2、", "2)", "2）", "(2)", "（２）", "②", " 2 . ")
        ),
        ("十一、其他", ("十一", "其他")),
        ("12.5万元", ("", "125万元")),
        ("2023年", ("", "2023年")),
        ("（三）", ("", "三")),
        ("3.", ("", "3")),
        ("三安全", ("", "三安全")),
        ("第二十条第（一）项", ("", "第二十条第一项")),
        ("0[A]0", ("", "0A0")),
        ("((a)b)", ("", "b")),
    ],
)
def test_enumerators_are_parted_from_labels(label, expected):
    parts = enumerated(label)
    assert (parts.enumerator, parts.key) == expected


def test_a_label_is_kept_with_its_note_and_without():
    assert enumerated("1、规范性文件（公告、通知）") == Enumerated("1", "规范性文件公告通知", "规范性文件")


@given(st.text(max_size=60))
def test_any_text_is_read(text):
    parts = enumerated(text)
    assert parts.key in key(text)
    assert len(without_notes(text)) <= len(text)


@pytest.mark.parametrize("piece", ["(", ")", "（一）", "(a)", "(a", "一、", "1.", " ", "()("])
def test_long_hostile_text_is_read_to_its_end(piece):
    text = piece * 20_000
    assert len(fold(text)) == len(text)
    assert len(without_notes(text)) <= len(text)
    assert len(enumerated(text).key) <= len(text)
