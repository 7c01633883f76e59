"""Between the years and between agencies: what passes and what fails (GD501 to GD504, GD706, GD801)."""

import itertools

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.checking import check, check_members, check_series
from govdisclosure.editions import EDITIONS
from govdisclosure.finding import Verdict
from govdisclosure.reading import Candidate, Reading
from govdisclosure.report import Report, Section, SectionKind
from govdisclosure.states import State
from tests.balanced import balanced_reports, parsed_from, with_numbers, written

IN = "requests.carried_in"
OUT = "requests.carried_out"
DOCUMENTS = "proactive_disclosure.normative_documents"
LICENSING = "proactive_disclosure.administrative_licensing"
RECEIVED = "requests.received.total"


def of_year(year, numbers, edition="2021", **fields):
    return written(numbers, edition, year=year, **fields)


def documents(issued, repealed, in_force):
    return {f"{DOCUMENTS}.issued": issued, f"{DOCUMENTS}.repealed": repealed, f"{DOCUMENTS}.in_force": in_force}


def items(prior, change):
    return {f"{LICENSING}.prior_year_items": prior, f"{LICENSING}.item_change": change}


# code, editions, numbers of the two years, and (stated, expected) of the findings
PAIRS = [
    ("GD501", ("2021", "2021"), {f"{OUT}.total": 4}, {f"{IN}.total": 4}, []),
    ("GD501", ("2021", "2021"), {f"{OUT}.total": 4}, {f"{IN}.total": 3}, [(3, 4)]),
    ("GD501", ("2019", "2021"), {f"{OUT}.total": 4}, {f"{IN}.total": 3}, [(3, 4)]),
    ("GD501", ("2021", "2021"), {f"{OUT}.total": 0}, {f"{IN}.total": None}, []),
    ("GD501", ("2021", "2021"), {f"{OUT}.total": None}, {f"{IN}.total": 3}, []),
    (
        "GD501",
        ("2021", "2021"),
        {f"{OUT}.total": 4, f"{OUT}.natural_person": 4, f"{OUT}.other_organization": 0},
        {f"{IN}.total": 4, f"{IN}.natural_person": 3, f"{IN}.other_organization": 1},
        [(3, 4), (1, 0)],
    ),
    ("GD502", ("2021", "2021"), documents(0, 0, 5), documents(2, 1, 6), []),
    ("GD502", ("2021", "2021"), documents(0, 0, 5), documents(2, 1, 7), [(7, 6)]),
    ("GD502", ("2021", "2021"), documents(0, 0, 5), documents(2, None, 6), []),
    ("GD502", ("2021", "2021"), documents(0, 0, 5), documents(2, None, 8), [(8, 7)]),
    ("GD502", ("2021", "2021"), documents(0, 0, None), documents(2, 0, 1), []),
    ("GD502", ("2019", "2021"), {f"{DOCUMENTS}.total_disclosed": 5}, documents(2, 1, 7), []),
    ("GD503", ("2019", "2019"), items(6, -3), items(3, 0), []),
    ("GD503", ("2019", "2019"), items(6, -3), items(6, 0), [(6, 3)]),
    ("GD503", ("2019", "2019"), items(6, None), items(6, 0), []),
    ("GD503", ("2019", "2021"), items(6, -3), {f"{LICENSING}.decisions": 6}, []),
]


@pytest.mark.parametrize(("code", "editions", "before", "after", "figures"), PAIRS)
def test_two_years(code, editions, before, after, figures):
    years = [of_year(2020, before, editions[0]), of_year(2021, after, editions[1])]
    for reports in (years, years[::-1], (*years, years[0])):
        findings = check(reports, select=[code])
        assert [(finding.stated, finding.expected) for finding in findings] == figures
        assert {finding.subject for finding in findings} <= {"2021"}
    assert check(years[1], select=[code]) == ()


def test_a_finding_between_years_shows_the_cells_of_both():
    years = [of_year(2021, {f"{OUT}.total": 4}, agency="甲局"), of_year(2022, {f"{IN}.total": 3}, agency="甲局")]
    (finding,) = check(years, select=["GD501"])
    assert check_series(years, ignore=["GD502"]) == (finding,)
    assert check_series(years[:1]) == ()
    assert finding.cells == (f"{IN}.total",)
    assert [(operand.owner, operand.address, operand.value) for operand in finding.operands] == [
        ("", f"{IN}.total", 3),
        ("2021", f"{OUT}.total", 4),
    ]
    assert finding.message.zh == "“二、上年结转政府信息公开申请数量”的“总计”为3，2021年度报告为4"


def test_years_that_do_not_follow_each_other_are_not_compared_but_the_gap_is_named():
    reports = [of_year(2023, {f"{IN}.total": 3}), of_year(2019, {f"{OUT}.total": 4}, "2019")]
    (note,) = check(reports, select=["GD5"])
    assert (note.code, note.message.en) == ("GD504", "no report for 2020–2022: its chain is not checked")


def test_each_gap_of_a_series_is_named():
    reports = [of_year(year, {}) for year in (2021, 2023, 3_000_000_000)]
    notes = check(reports, select=["GD504"])
    assert [(note.subject, note.expected) for note in notes] == [("2023", "2022"), ("3000000000", "2024–2999999999")]


def test_each_break_of_a_long_chain_is_found_once():
    chain = [of_year(year, {f"{IN}.total": year % 7, f"{OUT}.total": 9}) for year in range(2021, 2026)]
    for order in itertools.islice(itertools.permutations(chain), 0, 120, 17):
        findings = check(order, select=["GD501"])
        assert [(finding.subject, finding.expected) for finding in findings] == [
            (str(year), 9) for year in range(2022, 2026)
        ]


def test_copies_of_a_year_that_differ_are_said_to_and_settle_nothing():
    copies = [of_year(2021, {f"{OUT}.total": number, RECEIVED: 8}) for number in (4, 5)]
    for carried_in, verdicts in ((4, []), (3, [Verdict.READING])):
        findings = check([*copies, of_year(2022, {f"{IN}.total": carried_in, RECEIVED: 9})], select=["GD501"])
        assert [finding.verdict for finding in findings] == verdicts
    (note,) = check(copies, select=["GD504"])
    assert note.message.en == "there are different versions of the report for 2021"


def test_a_report_of_an_unknown_year_takes_no_part():
    (note,) = check([of_year(None, {f"{OUT}.total": 4}), of_year(2022, {f"{IN}.total": 3})], select=["GD5"])
    assert note.message.en == "the year is unknown: not compared with other years"
    assert check([of_year(None, {}), of_year(None, {})], select=["GD5"]) == ()


def test_what_was_read_in_doubt_is_found_in_doubt():
    for candidates, verdicts in (((2, 4), []), ((2, 5), [Verdict.READING])):
        reading = Reading(f"{OUT}.total", State.AMBIGUOUS, candidates=tuple(map(Candidate, candidates)))
        before = parsed_from(of_year(2021, {}), {reading.address: reading})
        findings = check([before, of_year(2022, {f"{IN}.total": 4})], select=["GD501"])
        assert [(finding.verdict, finding.expected) for finding in findings] == [(one, None) for one in verdicts]


def test_reports_of_several_agencies_make_several_series():
    one, other = ({"agency": name} for name in ("甲局", "乙局"))
    mixed = [of_year(2021, {f"{OUT}.total": 4}, **one), of_year(2022, {f"{IN}.total": 3}, **other)]
    assert check(mixed, select=["GD501"]) == ()
    nameless = [of_year(2021, {f"{OUT}.total": 4}), of_year(2022, {f"{IN}.total": 3}, **other)]
    assert [finding.subject for finding in check(nameless, select=["GD501"])] == ["乙局 2022"]
    # nobody knows whose the reports without a name are where there are several bodies
    assert check([*nameless, of_year(2022, {f"{IN}.total": 3}), of_year(2023, {}, agency="甲局")], select=["GD5"]) == ()


@pytest.mark.parametrize(
    ("before", "after", "is_same"),
    [
        ("甲县人民政府办公室", "甲县政府办公室", True),
        ("甲县 人民政府", "甲县", True),
        ("甲街道办事处", "甲街道", True),
        ("甲县人民政府", "甲县人民政府办公室", False),
        ("甲县林业局", "甲县农业局", False),
    ],
)
def test_a_body_is_the_same_however_it_is_spelt(before, after, is_same):
    years = [of_year(2021, {f"{OUT}.total": 4}, agency=before), of_year(2022, {f"{IN}.total": 3}, agency=after)]
    third = of_year(2022, {}, agency="丙局")  # or else there is one name and none
    assert bool(check([*years, third], select=["GD501"])) == is_same


@given(st.sampled_from(sorted(EDITIONS)).flatmap(balanced_reports))
def test_numbers_that_are_all_last_years(report):
    copied = evolve(report, year=report.year + 1)
    flows = {
        address: value
        for address, value in report.cells()
        if value and address.rpartition(".")[2] not in {"in_force", "total_disclosed", "prior_year_items"}
    }
    found = check([report, copied], select=["GD504"])
    assert len(found) == (len(flows) >= 6)
    changed = with_numbers(copied, {RECEIVED: report.value(RECEIVED) + 1})
    assert check([report, changed], select=["GD504"]) == ()


def test_a_body_where_nothing_happens_two_years_running_repeats_nothing():
    numbers = {RECEIVED: 0, f"{DOCUMENTS}.in_force": 12}
    assert check([of_year(2021, numbers), of_year(2022, numbers)], select=["GD504"]) == ()


TEXT = [
    f"本机关全年公开{topic}方面的信息120条，较上年有所增加，公开的及时性和规范性进一步提高，群众的知晓率也有提高。"
    for topic in (
        "规划计划",
        "财政预算",
        "公共服务",
        "行政执法",
        "应急管理",
        "教育医疗",
        "环境保护",
        "食品安全",
        "社会保障",
    )
]


def with_prose(year, paragraphs):
    return Report(year=year, sections=(Section("一、总体情况", SectionKind.OVERVIEW, tuple(paragraphs)),))


PROSE = [
    pytest.param([line.replace("120", "98") for line in TEXT], 100, id="other figures"),
    pytest.param([line.replace("有所", "略有") for line in TEXT], 100, id="a word changed"),
    pytest.param([*TEXT, "今年新建了专栏，" + "组织了培训，" * 2], 96, id="a little more"),
    pytest.param([*TEXT[:5], "今年机构改革，职能有较大变化，" * 12], None, id="much more"),
    pytest.param([*TEXT[:2]], None, id="too little to tell"),
    pytest.param([line[::-1] for line in TEXT], None, id="other words"),
]


@pytest.mark.parametrize(("paragraphs", "share"), PROSE)
def test_prose_of_last_year(paragraphs, share):
    findings = check([with_prose(2021, TEXT), with_prose(2022, paragraphs)], select=["GD706"])
    assert [finding.stated for finding in findings] == ([] if share is None else [share])
    for finding in findings:
        assert finding.message.en == f"{share}% of the prose is that of the report for 2021"


def test_hostile_prose_costs_little():
    lines = ["啊" * 20_000 + chr(0x4E00 + number) for number in range(300)]
    others = ["啊" * 20_000 + chr(0x5E00 + number) for number in range(300)]
    assert len(check([with_prose(2021, lines), with_prose(2022, others)], select=["GD706"])) <= 1


# parent, members, whether these are all, and (stated, expected) of the findings
BODIES = [
    pytest.param(5, [2, 3], True, [], id="equal"),
    pytest.param(6, [2, 3], True, [(6, 5)], id="more than its members"),
    pytest.param(6, [2, 3], False, [], id="some members are missing"),
    pytest.param(4, [2, 3], False, [(4, 5)], id="less than those that are there"),
    pytest.param(6, [2, None], True, [], id="a member is blank"),
    pytest.param(2, [2, None], True, [], id="a blank member had none"),
    pytest.param(1, [2, None], True, [(1, 2)], id="less than one member"),
    pytest.param(None, [2, 3], True, [], id="the parent is blank"),
    pytest.param(0, [None, None], True, [], id="all members are blank"),
]


@pytest.mark.parametrize(("whole", "parts", "complete", "figures"), BODIES)
def test_a_consolidated_report(whole, parts, complete, figures):
    parent = of_year(2023, {RECEIVED: whole}, agency="甲县人民政府")
    members = [of_year(2023, {RECEIVED: part}, agency=f"甲县{n}局") for n, part in enumerate(parts)]
    findings = check_members(parent, members, complete=complete)
    assert [(finding.stated, finding.expected) for finding in findings] == figures
    assert {finding.subject for finding in findings} <= {"甲县人民政府 2023"}


def test_a_member_of_another_year_or_form_is_a_missing_member():
    parent = of_year(2021, {f"{DOCUMENTS}.issued": 6, RECEIVED: 6})
    old = of_year(2021, {RECEIVED: 3}, "2019")
    other_year = of_year(2020, {RECEIVED: 3})
    known = of_year(2021, {f"{DOCUMENTS}.issued": 2, RECEIVED: 2})
    assert [finding.cells for finding in check_members(parent, [known, old])] == [(RECEIVED,)]
    assert check_members(parent, [known, other_year]) == ()


def test_the_members_of_a_finding_are_told_apart():
    members = [of_year(2023, {RECEIVED: 2}, agency="甲局"), Report()]
    (finding,) = check_members(of_year(2023, {RECEIVED: 1}), members)
    assert [operand.owner for operand in finding.operands] == ["", "甲局 2023", "2"]
    assert {operand.address for operand in finding.operands} == {RECEIVED}
    assert finding.message.zh.endswith("为1，所属各单位之和为至少2")


@given(st.lists(balanced_reports("2021"), min_size=1, max_size=3))
def test_a_parent_that_adds_up_its_members_has_no_findings(members):
    members = [evolve(member, year=2023) for member in members]
    cells = [dict(member.cells()) for member in members]
    whole = with_numbers(members[0], {address: sum(one[address] for one in cells) for address in cells[0]})
    assert check_members(whole, members) == ()
    assert check_members(whole, members[1:], complete=False) == ()
