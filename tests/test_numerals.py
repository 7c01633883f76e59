from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.chinese_figures import in_words
from govdisclosure.errors import DamagedData
from govdisclosure.numerals import Numeral, _through_steps, read_number, replay
from govdisclosure.states import Kind, State, Step

STATED_COUNTS = {
    "0": 0,
    "０": 0,
    "零": 0,
    "〇": 0,
    "0.00": 0,
    "3.0": 3,
    "310.0": 310,
    "1,234.0": 1234,
    "-3": -3,
    "+3": 3,
    "1,234": 1234,
    "1，234": 1234,
    "１，２３４": 1234,
    "1 234": 1234,
    "14 069": 14069,
    "1\u00a0234": 1234,
    "1\u2009234": 1234,
    "1 234 567": 1234567,
    "11,398,889": 11398889,
    "\u200b3\ufeff": 3,
    "\u3000 3\n": 3,
    "三": 3,
    "十二": 12,
    "一十二": 12,
    "一百零五": 105,
    "两万": 20000,
    "三十五万二千": 352000,
    "3万": 30000,
    "123456789012345": 123456789012345,
    "12①": 12,
    "12 ②": 12,
    "1,234¹": 1234,
    "3²": 3,
    "3¹²": 3,
    "12[1]": 12,
    "12［12］": 12,
    "12[¹]": 12,
    "12〔1〕": 12,
    "12【注1】": 12,
    "12注1": 12,
    "12（注）": 12,
    "12(注①)": 12,
    "12※": 12,
}

UNREADABLE_COUNTS = (
    *("1 2", "20 23", "0 0", "2 3", "0 123", "1  234", "1\u3000234", "1\n234", "1\t234", "1 234 56", "12 1 234"),
    *("1.234.567", "1,23", "1,2345", "0,123", "1,234 567", "1, 234", "1,234,56", "1.", ".5", "1'234"),
    *("6.897", "12.5", "0.3", "1,234.5", "3.000", "6.897件", "12.", "0.000"),
    *("- 3", "－ 0", "+ 3"),  # a dash, or the end of it, and the number of another cell
    *("00", "000", "01", "007", "1234567890123456", "0.1234567890123456"),
    *(
        "约20",
        "20余",
        "20多",
        "12%",
        "3/4",
        "0/0",
        "(3)",
        "3-5",
        "-\n3",
        "—3",
        "+-3",
        "--3",
        "3 -",
        "增3",
        "↑3",
        "持平",
    ),
    *("12*", "12**", "12(1)", "12（1）", "12[123]", "12注", "12?", "12+", "¹²", "①②", "3①4", "[1]", "12[1][2]", "注1"),
    *("①", "²", "½", "٣", "३", "𝟛", "Ⅲ", "O", "〢"),
    *("一", "一一", "-一", "一百二", "一二", "二〇二三", "百", "万", "第三", "三 十", "十3"),
    *("2023年", "2023-01-01", "件", "（件）", "规章", "1.2.3.4", "3 件 4", "1.23456万", "\ufffd", "3\ufffd", "。"),
)

CHANGES = {
    "+19": 19,
    "-417": -417,
    "－35": -35,
    "−35": -35,
    "–35": -35,
    "+ 3": 3,
    "增1558": 1558,
    "减38": -38,
    "減38": -38,
    "增加3": 3,
    "增 3": 3,
    "减少2": -2,
    "减少十二": -12,
    "↑3": 3,
    "↓3": -3,
    "3↓": -3,
    "持平": 0,
    "无变化": 0,
    "减0": 0,
    "增1,558": 1558,
}

AMOUNTS = {
    "0": ("0", None),
    "12.50": ("12.50", None),
    "4068.208": ("4068.208", None),
    "251000元": ("251000", "元"),
    "251 000 元": ("251000", "元"),
    "251000\n元": ("251000", "元"),
    "￥251,000.00": ("251000.00", "元"),
    "人民币251000元整": ("251000", "元"),
    "12.5万元": ("12.5", "万元"),
    "12.5萬元": ("12.5", "万元"),
    "12.5（万元）": ("12.5", "万元"),
    "12.5万": ("12.5", "万元"),
    "1.2亿元": ("1.2", "亿元"),
    "1.2亿": ("1.2", "亿元"),
    "叁万元整": ("3", "万元"),
    "3件": ("3", "件"),
}

DASHES = (
    *("/", "-", "—", "——", "– –", "―", "\\", "／", "＼", "－", "～", "*", "--", "\u00a0/\u00a0", "ー", "_"),
    *("⽆", "⸺", "⸻", "﹘", "⎯"),  # what fonts draw for ——, as the text layers of PDF files give it
    *("NaN", "null", "None", "undefined", "#N/A"),
    *("无", "無", "不适用", "暂无", "无数据", "N/A", "n/a", "NA", "（无）", "( / )", "无。", "不 适 用"),
)

BLANKS = ("", " ", "\u00a0", "\u3000", "\u200b", "\ufeff", "\u2060", "\t", "\r\n", " \u00a0\u3000\u200b\n", "\u00ad")


@pytest.mark.parametrize(("raw", "value"), STATED_COUNTS.items())
def test_a_count_is_read(raw, value):
    numeral = read_number(raw, Kind.COUNT)
    assert (numeral.state, numeral.value, type(numeral.value), numeral.unit) == (State.STATED, value, type(value), None)


@pytest.mark.parametrize("raw", UNREADABLE_COUNTS)
def test_what_is_no_number_or_two_numbers_is_unreadable(raw):
    assert read_number(raw, Kind.COUNT) == Numeral(State.UNREADABLE)


@pytest.mark.parametrize(("raw", "value"), CHANGES.items())
def test_a_change_is_read_with_its_sign(raw, value):
    numeral = read_number(raw, Kind.CHANGE)
    assert (numeral.state, numeral.value) == (State.STATED, value)


@pytest.mark.parametrize(
    "raw", ["减-3", "增+3", "增3减2", "增加3.5%", "增", "3增", "增减", "±0", "↑3↓", "约增3", "增00"]
)
def test_a_change_of_two_readings_is_unreadable(raw):
    assert read_number(raw, Kind.CHANGE) == Numeral(State.UNREADABLE)


@pytest.mark.parametrize(("raw", "expected"), AMOUNTS.items())
def test_an_amount_is_read_as_printed(raw, expected):
    numeral = read_number(raw, Kind.AMOUNT)
    assert (numeral.state, type(numeral.value), str(numeral.value), numeral.unit) == (State.STATED, Decimal, *expected)


@pytest.mark.parametrize("raw", ["1.2万件", "12.5万-", "约12万元", "12.5 13.5", "12万3", "元", "增3万元"])
def test_an_amount_of_two_readings_is_unreadable(raw):
    assert read_number(raw, Kind.AMOUNT) == Numeral(State.UNREADABLE)


@pytest.mark.parametrize("unit", ["件", "项", "条", "宗", "个", "次", "人", "人次", "元", "万元", "亿元"])
@pytest.mark.parametrize("shape", ["3{}", "3 {}", "３（{}）", "3({})", "3\n{}", "三{}"])
def test_a_unit_in_the_cell_is_taken_off_and_kept(unit, shape):
    numeral = read_number(shape.format(unit), Kind.COUNT)
    assert (numeral.state, numeral.value, numeral.unit) == (State.STATED, 3, unit)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("raw", DASHES)
def test_a_placeholder_is_a_dash(raw, kind):
    assert read_number(raw, kind) == Numeral(State.DASH)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("raw", BLANKS)
def test_every_kind_of_blank_is_blank(raw, kind):
    assert read_number(raw, kind) == Numeral(State.BLANK)


def test_steps_tell_what_was_done_in_order():
    assert read_number(" １，２３４ 件", Kind.COUNT).steps == (
        Step("width", " 1,234 件"),
        Step("spaces", "1,234件"),
        Step("separators", "1234件"),
        Step("unit", "1234"),
    )


def test_long_text_is_refused_whatever_it_holds():
    assert read_number("1 " * 100_000, Kind.COUNT) == Numeral(State.UNREADABLE)
    assert read_number("一" * 100_000, Kind.COUNT) == Numeral(State.UNREADABLE)
    assert read_number(" " * 100_000, Kind.COUNT) == Numeral(State.BLANK)


def test_replay_refuses_what_is_not_ours():
    with pytest.raises(DamagedData, match="guessing"):
        replay("3", (Step("guessing", "4"),))
    with pytest.raises(DamagedData, match="no number"):
        replay("三", ())


CELL_TEXT = st.text(
    st.sampled_from("0123456789０１９,，.． \u00a0\u2009\u3000\n\u200b+-－−—/一二十百万亿零件项元（）()增减↑↓约¥"),
    max_size=12,
)
ANY_TEXT = st.one_of(CELL_TEXT, st.text(max_size=80))
KINDS = st.sampled_from(Kind)
WHOLE = st.integers(0, 10**15 - 1)


@given(ANY_TEXT, KINDS)
def test_any_text_gives_a_numeral_with_a_number_only_where_stated(raw, kind):
    numeral = read_number(raw, kind)
    assert numeral.state in {State.STATED, State.BLANK, State.DASH, State.UNREADABLE}
    assert (numeral.value is not None) == (numeral.state is State.STATED)
    if numeral.state is not State.STATED:
        assert numeral == Numeral(numeral.state)


@given(ANY_TEXT, KINDS)
def test_the_steps_lead_from_the_raw_text_to_the_value(raw, kind):
    numeral = read_number(raw, kind)
    if numeral.state is State.STATED:
        assert replay(raw, numeral.steps) == numeral.value


@given(st.one_of(CELL_TEXT, st.from_regex(r"\A[0-9]{1,4}[.][0-9]{1,4}\Z")), st.sampled_from([Kind.COUNT, Kind.CHANGE]))
def test_counts_and_changes_are_whole(raw, kind):
    numeral = read_number(raw, kind)
    if numeral.state is State.STATED:
        assert type(numeral.value) is type(replay(raw, numeral.steps)) is int


@given(st.one_of(CELL_TEXT, st.from_regex(r"\A[0-9]{1,17}\Z")), KINDS)
def test_digits_of_two_numbers_are_never_joined(raw, kind):
    numeral = read_number(raw, kind)
    digits = "".join(
        character
        for character in raw.translate({code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)})
        if character in "0123456789"
    )
    scaled_or_cut = {"scale", "whole"} & {step.name for step in numeral.steps}
    if numeral.state is State.STATED and digits and not scaled_or_cut and not set(raw) & set("万亿"):
        assert "".join(character for character in str(numeral.value) if character.isdigit()) == digits


@given(st.from_regex(r"\A[0-9]{1,17}\Z"), KINDS)
def test_the_short_way_of_plain_digits_agrees_with_the_long_way(raw, kind):
    assert read_number(raw, kind) == _through_steps(raw, kind)


@given(
    WHOLE,
    st.sampled_from(["", ",", "，", " ", "\u00a0", "\u2009", "\u202f"]),
    st.booleans(),
    st.sampled_from(["", " ", "\u00a0", "\u3000", "\n", "\ufeff", "\u200b"]),
    KINDS,
)
def test_width_spaces_and_separators_change_steps_never_values(value, separator, wide, space, kind):
    raw = f"{value:,}".replace(",", separator)
    if wide:
        raw = raw.translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})
    numeral = read_number(space + raw + space, kind)
    assert (numeral.state, numeral.value) == (State.STATED, value)


@given(st.integers(0, 10**12 - 1))
def test_numbers_written_in_chinese_are_read(value):
    words = in_words(value)
    expected = Numeral(State.UNREADABLE) if words == "一" else value
    numeral = read_number(words, Kind.COUNT)
    assert expected in {numeral, numeral.value}


@given(st.text(st.sampled_from("零一二三四五六七八九十百千万亿"), min_size=1, max_size=8))
def test_chinese_figures_are_read_only_as_they_are_written(words):
    numeral = read_number(words, Kind.COUNT)
    if numeral.state is State.STATED:
        assert in_words(numeral.value).removeprefix("一") == words.removeprefix("一")
