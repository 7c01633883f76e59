"""Sections, fee, years and dates: what passes and what fails (GD701 to GD705)."""

import datetime as dt

import pytest

from govdisclosure.checking import check
from govdisclosure.finding import Finding, Message, Severity, Verdict
from govdisclosure.headings import WORDINGS
from govdisclosure.report import Period, Report, Section, SectionKind
from tests.balanced import parsed_from, written

NUMERALS = "一二三四五六"
TITLES = {kind: WORDINGS[kind][0] for kind in SectionKind}
OVERVIEW, DISCLOSURE, REQUESTS, REVIEW, PROBLEMS, OTHER = SectionKind
FEE = "本年度未收取信息处理费。"


def section(kind, *paragraphs, numeral=None):
    numeral = numeral or NUMERALS[list(SectionKind).index(kind)]
    return Section(f"{numeral}、{TITLES[kind]}", kind, paragraphs)


def sections(*kinds):
    return tuple(section(kind, "有所进展。", FEE) for kind in kinds or SectionKind)


ALL = sections()


def report(found=ALL, year=2023, **fields):
    return Report(year=year, sections=found, **fields)


SECTION_CASES = [
    pytest.param(report(), [], id="all six"),
    pytest.param(report(()), [], id="no sections were read"),
    pytest.param(report((Section("", None, ("前言",)),)), [], id="no statutory section was read"),
    pytest.param(report(ALL[:2], year=2019), [], id="the form was on trial"),
    pytest.param(report(ALL[:5]), ["missing: other_matters"], id="one is missing"),
    pytest.param(
        report(sections(OVERVIEW, PROBLEMS, OTHER)),
        ["missing: proactive_disclosure, requests, review_and_litigation"],
        id="three are missing",
    ),
    pytest.param(
        report((ALL[1], ALL[0], *ALL[2:])), ["overview stands behind proactive_disclosure"], id="two are exchanged"
    ),
    pytest.param(
        report((*ALL[:4], section(PROBLEMS, "有。", numeral="四"), ALL[5])),
        ["“四、存在的主要问题及改进情况” is wrongly numbered"],
        id="one number twice",
    ),
    pytest.param(
        report((*sections(OVERVIEW, DISCLOSURE, REQUESTS), section(PROBLEMS, "有。", numeral="四"))),
        ["missing: review_and_litigation, other_matters"],
        id="one is missing, the others are numbered in turn",
    ),
    pytest.param(
        report(tuple(Section(TITLES[kind], kind, ("有。",)) for kind in SectionKind)), [], id="no numbers at all"
    ),
    pytest.param(
        report((Section("", None, ("本年度工作有所进展。" * 40,)), *ALL[1:])), [], id="section one without its heading"
    ),
    pytest.param(
        report((Section("", None, ("根据条例编制。",)), *ALL[1:])), ["missing: overview"], id="an introduction"
    ),
]


@pytest.mark.parametrize(("subject", "expected"), SECTION_CASES)
def test_sections(subject, expected):
    findings = check(subject, select=["GD701"])
    assert [finding.message.en for finding in findings] == expected
    assert {finding.verdict for finding in findings} <= {Verdict.SOURCE}


def test_a_table_without_its_heading_is_no_missing_section():
    bare = written({"requests.received.total": 3}, year=2023, sections=sections(*(set(SectionKind) - {REQUESTS})))
    assert "missing" not in "".join(finding.message.en for finding in check(bare, select=["GD701"]))


def test_where_tables_were_not_found_missing_sections_are_the_reader_s_doubt():
    cut = Finding("GD103", "table-missing", Severity.ERROR, Verdict.READING, Message("缺", "lost"))
    parsed = parsed_from(written({}, year=2023, sections=ALL[:3]), {}, findings=(cut,))
    (finding,) = check(parsed, select=["GD701"])
    assert finding.verdict is Verdict.READING


FEE_CASES = [
    (2023, FEE, False),
    (2023, "没有需要报告的事项。", True),
    (2023, "无", True),
    (2023, "本年度没有收取依申请公开费用。", False),
    (2023, "发出收费通知0件。", False),
    (2023, "未收取信息公开费。", False),
    (2023, "行政事业性收费见上表。", True),
    (2023, "未收取信 息处理 费。", False),
    (2021, "无其他事项。", True),
    (2020, "无其他事项。", False),
    (None, "无其他事项。", False),
]


@pytest.mark.parametrize(("year", "words", "is_found"), FEE_CASES)
def test_the_processing_fee(year, words, is_found):
    subject = report((section(OVERVIEW, "有所进展。"), section(OTHER, words)), year=year)
    assert [finding.severity for finding in check(subject, select=["GD703"])] == [Severity.NOTE] * is_found


def test_the_fee_may_be_reported_elsewhere_and_without_section_six_there_is_nothing_to_say():
    assert check(report((section(OVERVIEW, FEE), section(OTHER, "无。"))), select=["GD703"]) == ()
    assert check(report((section(OVERVIEW, "有所进展。"),)), select=["GD703"]) == ()


@pytest.mark.parametrize("kind", [PROBLEMS, OTHER])
@pytest.mark.parametrize(
    ("words", "is_found"),
    [((), True), (("无",), True), (("无。",), True), (("暂无", "/"), True), (("无其他需要报告的事项。",), False)],
)
def test_sections_without_content(kind, words, is_found):
    findings = check(report((section(kind, *words),)), select=["GD704"])
    assert [finding.stated for finding in findings] == [section(kind).heading] * is_found


def test_an_empty_section_one_is_another_matter():
    assert check(report((section(OVERVIEW),)), select=["GD704"]) == ()


YEAR_2023 = Period(dt.date(2023, 1, 1), dt.date(2023, 12, 31))
DATE_CASES = [
    pytest.param({"period": YEAR_2023}, [], id="the whole year"),
    pytest.param(
        {"period": Period(dt.date(2022, 1, 1), dt.date(2022, 12, 31))}, ["2022-01-01/2022-12-31"], id="last year's"
    ),
    pytest.param(
        {"period": Period(dt.date(2023, 1, 1), dt.date(2023, 11, 30))}, ["2023-01-01/2023-11-30"], id="eleven months"
    ),
    pytest.param({"signed": dt.date(2024, 1, 9), "published": dt.date(2024, 1, 10)}, [], id="dates of the next year"),
    pytest.param({"signed": dt.date(2023, 12, 31)}, [], id="the last day"),
    pytest.param({"signed": dt.date(2023, 1, 9), "published": dt.date(2024, 1, 9)}, ["2023-01-09"], id="a year early"),
    pytest.param({"title": "甲局2023年政府信息公开工作年度报告"}, [], id="the title's year"),
    pytest.param({"title": "甲局政府信息公开工作年度报告"}, [], id="a title without a year"),
    pytest.param({"title": "甲局2022年度报告"}, ["甲局2022年度报告"], id="last year's title"),
    pytest.param({"title": "2024年公布的2023年年度报告"}, [], id="two years"),
]


@pytest.mark.parametrize(("fields", "stated"), DATE_CASES)
def test_period_dates_and_title(fields, stated):
    assert [finding.stated for finding in check(report((), **fields), select=["GD702"])] == stated
    assert check(report((), year=None, **fields), select=["GD702"]) == ()


PROSE_CASES = [
    ("一、2022年总体情况", (), True),
    ("一、2023年总体情况", (), False),
    ("（二）2024年工作打算", (), False),
    ("（二）与2022年相比", (), False),
    ("（二）2019年以来的情况", (), False),
    ("（二）贯彻国办发〔2020〕17号", (), False),
    ("", ("现公布甲局2022年度政府信息公开工作年度报告。",), True),
    ("", ("现公布甲局2023年度政府信息公开工作年度报告。",), False),
    ("", ("与2022年政府信息公开工作年度报告、2023年政府信息公开工作年度报告衔接。",), False),
    ("一、总体情况", ("按时发布2022年政府信息公开工作年度报告。",), False),
    ("一、总体情况", ("截至2021年底共有20条，2021年度考核为优。",), False),
    ("一、总体情况", ("2023年2月30日制定。",), True),
    ("一、总体情况", ("2023年13月1日制定。",), True),
    ("一、总体情况", ("2023年11月31日止。",), True),
    ("一、总体情况", ("2023年12月31日止。",), False),
    ("一、总体情况", ("2023年12月32日止。",), True),
    ("一、总体情况", ("2024年2月29日制定。",), False),
    ("一、总体情况", ("1月31日、30日内、２９日",), False),
]


@pytest.mark.parametrize(("heading", "paragraphs", "is_found"), PROSE_CASES)
def test_words_left_over_from_another_year_and_days_that_cannot_be(heading, paragraphs, is_found):
    findings = check(report((Section(heading, None, paragraphs),)), select=["GD702"])
    assert len(findings) == is_found


def test_a_subsection_is_read_too():
    inner = Section("（一）2022年主动公开", None, (), (Section("1、2021年", None, ("2023年2月31日",)),))
    findings = check(report((Section("一、总体情况", OVERVIEW, (), (inner,)),)), select=["GD702"])
    assert sorted(finding.stated for finding in findings) == ["1、2021年", "2023年2月31日", "（一）2022年主动公开"]


LEGAL_DATES = [
    ("甲县林业局", 2023, dt.date(2024, 1, 31), None),
    ("甲县林业局", 2023, dt.date(2024, 2, 1), "2024-01-31"),
    ("甲省财政厅", 2023, dt.date(2024, 2, 1), "2024-01-31"),
    ("甲市科委", 2023, dt.date(2024, 2, 1), "2024-01-31"),
    ("甲县人民政府", 2023, dt.date(2024, 3, 31), None),
    ("甲县人民政府", 2023, dt.date(2024, 4, 1), "2024-03-31"),
    ("甲县人民政府办公厅", 2023, dt.date(2024, 3, 31), None),
    ("甲经济开发区管理委员会", 2023, dt.date(2024, 3, 31), None),
    ("甲镇人民政府", 2023, dt.date(2024, 3, 31), None),
    (None, 2023, dt.date(2024, 3, 31), None),
    ("甲县林业局", 2018, dt.date(2019, 3, 31), None),
    ("甲县林业局", 2018, dt.date(2019, 4, 1), "2019-03-31"),
    ("甲县林业局", None, dt.date(2030, 4, 1), None),
]


@pytest.mark.parametrize(("agency", "year", "date", "expected"), LEGAL_DATES)
def test_the_legal_date(agency, year, date, expected):
    for fields in ({"published": date}, {"signed": date}, {"published": date, "signed": dt.date(2000, 1, 1)}):
        findings = check(report((), year, agency=agency, **fields), select=["GD705"])
        assert [(finding.stated, finding.expected) for finding in findings] == (
            [(date.isoformat(), expected)] if expected else []
        )


@pytest.mark.parametrize("year", [0, -1, 9999, 3_000_000_000])
def test_a_year_that_the_calendar_does_not_have(year):
    assert check(report((), year, published=dt.date(2024, 1, 1), title="甲局2022年度报告"), select=["GD7"]) == ()
