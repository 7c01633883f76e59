import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.dates import date_of, dates_in, periods_in, years_in


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021年1月12日", dt.date(2021, 1, 12)),
        ("２０２１年０１月１２日", dt.date(2021, 1, 12)),
        ("2021 年 1 月 12 日", dt.date(2021, 1, 12)),
        ("2 0 2 1年1 月1 2 日", dt.date(2021, 1, 12)),
        ("2021-01-12", dt.date(2021, 1, 12)),
        ("2021/1/12 08:30", dt.date(2021, 1, 12)),
        ("2021.1.12", dt.date(2021, 1, 12)),
        ("二〇二一年一月十二日", dt.date(2021, 1, 12)),
        ("二○二一年十月三十一日", dt.date(2021, 10, 31)),
        ("二O二一年十二月廿五日", dt.date(2021, 12, 25)),
        ("二零二〇年二月二十日", dt.date(2020, 2, 20)),
    ],
)
def test_a_date_is_read_in_each_way_of_writing_it(text, day):
    assert [found.date for found in dates_in(text)] == [day]


@pytest.mark.parametrize("text", ["2021年2月30日", "2021年13月1日", "2021-02-29", "二〇二一年二月三十日"])
def test_a_day_in_no_calendar_is_printed_but_no_date(text):
    (found,) = dates_in(text)
    assert (found.text, found.date) == (text, None)


@pytest.mark.parametrize("text", ["202111日", "20201月1日", "1.2.2021", "2021年1月", "第2021-1-1234号", ""])
def test_damaged_digits_are_no_date(text):
    assert list(dates_in(text)) == []


def test_a_date_of_a_label_may_stand_in_one_piece():
    assert [date_of("20210119"), date_of("20210119083000"), date_of("2021-01-19T08:30:00"), date_of("县林业局")] == [
        dt.date(2021, 1, 19),
        dt.date(2021, 1, 19),
        dt.date(2021, 1, 19),
        None,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "自2020年1月1日起至2020年12月31日止",
        "从2020年1月1日到12月31日止",
        "2020年1月1日-12月31日",
        "2020年1月1日——2020年12月31日",
        "2020年1月1日至当年12月31日",
        "2020年1月1日起，至2020年12月31日",
        "2020年1月1日0时至12月31日",
        "自 2020 年 1 月 1 日\n起至 2020 年 12 月 31 日",
        "2020.1.1-2020.12.31",
        "2020-01-01至2020-12-31",
        "二〇二〇年一月一日至十二月三十一日",
        "2020年1月至12月",
        "2020年1-12月",
    ],
)
def test_a_period_is_read_in_each_way_of_writing_it(text):
    assert [(found.first, found.last) for found in periods_in(text)] == [(dt.date(2020, 1, 1), dt.date(2020, 12, 31))]


def test_a_period_with_an_impossible_day_has_no_such_end():
    (found,) = periods_in("2020年1月1日至2020年11月31日")
    assert (found.first, found.last) == (dt.date(2020, 1, 1), None)


@pytest.mark.parametrize("text", ["自202111日起至20211231日止", "2020年1月1日", "第1日至第31日"])
def test_damaged_digits_are_no_period(text):
    assert list(periods_in(text)) == []


def test_years_are_those_that_are_called_years():
    assert years_in("2020年度、二〇二一年和二○二二年度，国办发〔2019〕17号，2018条") == (2020, 2021, 2022)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_is_read_back(day):
    in_words = f"{day.year}年{day.month}月{day.day}日"
    assert [found.date for found in dates_in(f"发布于{in_words}，{day.isoformat()}")] == [day, day]


@given(st.text(alphabet="2019年月日0至-/.一二〇十 \n起", max_size=60))
def test_any_text_gives_dates_inside_it(text):
    for found in dates_in(text):
        assert text[found.start : found.end] == found.text
    for period in periods_in(text):
        assert text[period.start : period.end] == period.text
