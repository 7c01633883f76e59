"""The smallest report that passes and the smallest that fails each rule on the numbers of one report."""

from decimal import Decimal

import pytest

from govdisclosure.checking import check, unassessed
from govdisclosure.finding import Severity, Verdict
from govdisclosure.reading import Candidate, Proof, Reading
from govdisclosure.states import State
from tests.balanced import parsed_from, written

RECEIVED = "requests.received"
CARRIED_IN = "requests.carried_in"
GRANTED = "requests.outcomes.granted"
OUTCOMES = "requests.outcomes.total"
CARRIED_OUT = "requests.carried_out"
UPHELD = "review_and_litigation.reconsideration.upheld"
CASES_TOTAL = "review_and_litigation.reconsideration.total"
PARTS = (
    UPHELD,
    "review_and_litigation.reconsideration.corrected",
    "review_and_litigation.reconsideration.other_result",
    "review_and_litigation.reconsideration.pending",
)
RULES = "proactive_disclosure.rules"
DOCUMENTS = "proactive_disclosure.normative_documents"
LICENSING = "proactive_disclosure.administrative_licensing"
PENALTY = "proactive_disclosure.administrative_penalty"
CHARGES = "proactive_disclosure.administrative_charges"
PROCUREMENT = "proactive_disclosure.centralized_procurement"

BALANCED = {
    f"{RECEIVED}.total": 3,
    f"{CARRIED_IN}.total": 1,
    f"{OUTCOMES}.total": 4,
    f"{CARRIED_OUT}.total": 0,
}
ITEMS = {f"{LICENSING}.prior_year_items": 1215, f"{LICENSING}.item_change": -35}
COUNTY = {"agency": "甲县林业局"}
PROVINCE = {"agency": "甲省人民政府"}

# code, edition, fields, numbers that pass, numbers that fail, and (stated, expected) of each finding then
CASES = [
    ("GD201", "2021", {}, {f"{PENALTY}.decisions": 0}, {f"{PENALTY}.decisions": -1}, [(-1, None)]),
    ("GD201", "2019", {}, {f"{PENALTY}.item_change": -3}, {f"{PENALTY}.prior_year_items": -3}, [(-3, None)]),
    (
        "GD201",
        "2021",
        {},
        {f"{CHARGES}.amount_wan_yuan": Decimal("0.25")},
        {f"{CHARGES}.amount_wan_yuan": Decimal("-0.25")},
        [(Decimal("-0.25"), None)],
    ),
    (
        "GD202",
        "2021",
        {},
        {f"{DOCUMENTS}.issued": 3, f"{DOCUMENTS}.repealed": 1, f"{DOCUMENTS}.in_force": 2},
        {f"{DOCUMENTS}.issued": 3, f"{DOCUMENTS}.repealed": 0, f"{DOCUMENTS}.in_force": 2},
        [(2, 3)],
    ),
    (
        "GD202",
        "2019",
        {},
        {f"{RULES}.newly_made": 34, f"{RULES}.newly_disclosed": 4, f"{RULES}.total_disclosed": 4},
        {f"{RULES}.newly_made": 0, f"{RULES}.newly_disclosed": 4, f"{RULES}.total_disclosed": 3},
        [(3, 4)],
    ),
    ("GD203", "2021", COUNTY, {f"{RULES}.in_force": 0}, {f"{RULES}.issued": 0, f"{RULES}.in_force": 6}, [(6, 0)]),
    (
        "GD204",
        "2019",
        {},
        ITEMS | {f"{LICENSING}.decisions": 1181},
        ITEMS | {f"{LICENSING}.decisions": 1180},
        [(None, None)],
    ),
    (
        "GD205",
        "2019",
        {},
        {f"{PROCUREMENT}.project_count": 1, f"{PROCUREMENT}.total_amount": Decimal(8040)},
        {f"{PROCUREMENT}.project_count": 0, f"{PROCUREMENT}.total_amount": Decimal(8040)},
        [(8040, None)],
    ),
    (
        "GD205",
        "2019",
        {},
        {f"{PROCUREMENT}.project_count": 0, f"{PROCUREMENT}.total_amount": Decimal(0)},
        {f"{PROCUREMENT}.project_count": 3, f"{PROCUREMENT}.total_amount": Decimal(0)},
        [(0, None)],
    ),
    (
        "GD205",
        "2021",
        COUNTY,
        {f"{CHARGES}.amount_wan_yuan": Decimal("4068.208")},
        {f"{CHARGES}.amount_wan_yuan": Decimal(251834)},
        [(251834, None)],
    ),
    ("GD301", "2021", {}, BALANCED, BALANCED | {f"{RECEIVED}.total": 2}, [(3, 4)]),
    (
        "GD302",
        "2019",
        {},
        {f"{GRANTED}.total": 4, f"{OUTCOMES}.total": 4},
        {f"{GRANTED}.total": 4, f"{OUTCOMES}.total": 3},
        [(3, 4)],
    ),
    (
        "GD303",
        "2021",
        {},
        {f"{RECEIVED}.natural_person": 2, f"{RECEIVED}.total": 2},
        {f"{RECEIVED}.natural_person": 2, f"{RECEIVED}.other_organization": 1, f"{RECEIVED}.total": 2},
        [(2, 3)],
    ),
    (
        "GD304",
        "2019",
        {},
        {f"{RECEIVED}.total": 4, f"{GRANTED}.natural_person": None},
        {f"{RECEIVED}.total": 4, f"{GRANTED}.natural_person": 4},
        [(None, None)],
    ),
    ("GD401", "2021", {}, {UPHELD: 5, CASES_TOTAL: 5}, {UPHELD: 11, CASES_TOTAL: 0}, [(0, 11)]),
    (
        "GD112",
        "2021",
        {},
        {f"{RECEIVED}.{column}": 0 for column in ("natural_person", "total")}
        | dict.fromkeys(
            (
                f"{RECEIVED}.business_enterprise",
                f"{RECEIVED}.research_institution",
                f"{RECEIVED}.public_interest_organization",
                f"{RECEIVED}.legal_service_organization",
                f"{RECEIVED}.other_organization",
            ),
            0,
        ),
        {f"{RECEIVED}.natural_person": 3, f"{RECEIVED}.total": 3},
        [(None, None)],
    ),
]


def named(cases):
    return [pytest.param(*case, id=f"{case[0]}-{place}") for place, case in enumerate(cases)]


@pytest.mark.parametrize(("code", "edition", "fields", "passing", "failing", "figures"), named(CASES))
def test_the_smallest_report_that_fails(code, edition, fields, passing, failing, figures):  # noqa: PLR0917  # a table
    assert check(written(passing, edition, **fields), select=[code]) == ()
    findings = check(written(failing, edition, **fields), select=[code])
    assert [(finding.code, finding.stated, finding.expected) for finding in findings] == [
        (code, stated, expected) for stated, expected in figures
    ]
    for finding in findings:
        assert finding.verdict is Verdict.SOURCE
        assert {operand.address for operand in finding.operands} == set(finding.cells)


def test_an_identity_names_its_operands_what_is_stated_and_what_was_expected():
    wrong = written({f"{RECEIVED}.natural_person": 2, f"{RECEIVED}.total": 1}, agency="甲局", year=2023)
    (finding,) = check(wrong, select=["GD303"])
    assert finding.cells[0] == f"{RECEIVED}.total"
    assert len(finding.cells) == 7
    assert finding.message.zh == "“一、本年新收政府信息公开申请数量”行：总计为1，各类申请人之和为至少2"
    assert finding.message.en == "line “received”: the total is 1, the sum over the applicants at least 2"
    assert (finding.subject, finding.severity) == ("甲局 2023", Severity.ERROR)


# What blank cells do to a sum: a total of 5, and parts.
BLANKS = [
    pytest.param({"total": 5, "natural_person": 5}, None, False, id="holds with 0"),
    pytest.param({"total": 5, "natural_person": 4}, None, True, id="a blank may hold the rest"),
    pytest.param({"total": 5, "natural_person": 6}, Verdict.SOURCE, False, id="no blank can mend it"),
    pytest.param({"natural_person": 6}, None, True, id="the total is blank"),
    pytest.param({}, None, True, id="nothing is there"),
]


@pytest.mark.parametrize(("line", "verdict", "is_open"), BLANKS)
def test_a_blank_is_0_only_where_the_sum_then_holds(line, verdict, is_open):
    report = written({f"{RECEIVED}.{column}": number for column, number in line.items()})
    assert [finding.verdict for finding in check(report, select=["GD303"])] == ([verdict] if verdict else [])
    still_open = [finding.cells[0] for finding in unassessed(report) if finding.code == "GD303"]
    assert (f"{RECEIVED}.total" in still_open) == is_open


def test_what_cannot_be_assessed_says_so():
    report = written({f"{RECEIVED}.total": 5, f"{RECEIVED}.natural_person": 4})
    finding = next(one for one in unassessed(report) if (one.code, one.cells[0]) == ("GD303", f"{RECEIVED}.total"))
    assert (finding.verdict, finding.stated, finding.expected) == (Verdict.NOT_ASSESSABLE, 5, None)
    assert finding.message.zh == "“一、本年新收政府信息公开申请数量”无法核对：5个单元格没有数字"


def ambiguous(*values):
    return Reading(CASES_TOTAL, State.AMBIGUOUS, candidates=tuple(map(Candidate, values)))


# What an unread total does to a sum of 5.
UNREAD = [
    pytest.param(ambiguous(4, 5), [], id="a candidate fits"),
    pytest.param(ambiguous(4, 6), [Verdict.READING], id="no candidate fits"),
    pytest.param(ambiguous(4, None), [], id="it may be blank"),
    pytest.param(Reading(CASES_TOTAL, State.UNREADABLE, raw="见附件"), [], id="text"),
    pytest.param(Reading(CASES_TOTAL, State.ABSENT), [], id="absent"),
    pytest.param(Reading(CASES_TOTAL, State.STATED, 4), [Verdict.SOURCE], id="stated"),
    pytest.param(Reading(CASES_TOTAL, State.RECOVERED, 4, proof=Proof(("GD401",))), [Verdict.SOURCE], id="proved"),
    pytest.param(Reading(CASES_TOTAL, State.RECOVERED, 4), [Verdict.READING], id="recovered without proof"),
]


@pytest.mark.parametrize(("reading", "verdicts"), UNREAD)
def test_a_doubtful_operand_makes_a_doubtful_finding_or_none(reading, verdicts):
    numbers = dict(zip(PARTS, (3, 2, 0, 0), strict=True))
    parsed = parsed_from(written(numbers), {CASES_TOTAL: reading})
    assert [finding.verdict for finding in check(parsed, select=["GD401"])] == verdicts


def test_a_dash_is_a_zero_where_the_sum_then_holds():
    readings = {CASES_TOTAL: Reading(CASES_TOTAL, State.DASH, raw="/")}
    parsed = parsed_from(written(dict.fromkeys(PARTS, 0)), readings)
    assert [finding.code for finding in check(parsed, select=["GD4", "GD112"])] == ["GD112"]


def test_many_ambiguous_operands_are_judged_by_their_least_sum():
    parts = [f"{RECEIVED}.{name}" for name in ("natural_person", "business_enterprise", "research_institution")]
    readings = {part: Reading(part, State.AMBIGUOUS, candidates=tuple(map(Candidate, range(9, 60)))) for part in parts}
    total = f"{RECEIVED}.total"
    for number, verdicts in ((26, [Verdict.READING]), (28, [])):
        parsed = parsed_from(written({total: number}), readings)
        assert [finding.verdict for finding in check(parsed, select=["GD303"])] == verdicts


def test_one_note_lists_all_lines_whose_total_is_left_blank():
    report = written(
        {f"{RECEIVED}.total": 7, f"{GRANTED}.natural_person": 4, "requests.outcomes.refused.state_secret.total": 3}
        | {"requests.outcomes.not_processed.duplicate.natural_person": 0}
    )
    (note,) = check(report, select=["GD304"])
    assert note.cells == (f"{GRANTED}.total", "requests.outcomes.not_processed.duplicate.total")
    assert note.message.en == "filled lines of table three (requests) whose total is blank: 2"
    assert note.severity is Severity.NOTE


def test_totals_that_are_nowhere_printed_are_no_habit():
    assert check(written({f"{GRANTED}.natural_person": 4}), select=["GD304"]) == ()


def test_a_blank_that_one_sum_makes_0_and_another_does_not_is_no_zero():
    column = "business_enterprise"
    numbers = {f"{GRANTED}.natural_person": 2, f"{GRANTED}.total": 2, f"{OUTCOMES}.{column}": 3}
    (note,) = check(written(numbers), select=["GD112"])
    assert f"{GRANTED}.{column}" not in note.cells
    assert f"{GRANTED}.research_institution" in note.cells


RANKS = [
    ("甲市乙区人民政府丙街道", True),
    ("乙县丙镇人民政府", True),
    ("丙乡", True),
    ("丙街道办事处", True),
    ("乙县林业局", True),
    ("乙区住房和城乡建设局", True),
    ("甲旗人民政府办公室", True),
    ("國家稅務總局乙縣稅務局", True),
    ("甲市人民政府", False),
    ("甲市生态环境局", False),
    ("甲省人民政府办公厅", False),
    ("甲维吾尔自治区人民政府", False),
    ("甲藏族自治州人民政府", False),
    ("景德镇市人民政府", False),
    ("国家林业和草原局", False),
    ("交通运输部", False),
    (None, False),
]


@pytest.mark.parametrize(("agency", "is_found"), RANKS)
def test_rules_of_a_body_without_the_power_to_make_them(agency, is_found):
    report = written({f"{RULES}.in_force": 6}, agency=agency)
    assert bool(check(report, select=["GD203"])) == is_found


UNITS = [
    # printed, and the unit that the number or a heading names
    ("2021", f"{CHARGES}.amount_wan_yuan", "316441", None, False),
    ("2021", f"{CHARGES}.amount_wan_yuan", "3164000", None, True),
    ("2021", f"{CHARGES}.amount_wan_yuan", "3164000", "万元", True),
    ("2021", f"{CHARGES}.amount_wan_yuan", "3164000万元", "万元", False),
    ("2021", f"{CHARGES}.amount_wan_yuan", "3164000 萬元", "万元", False),
    ("2019", f"{PROCUREMENT}.total_amount", "8040", None, True),
    ("2019", f"{PROCUREMENT}.total_amount", "8040元", "元", False),
    ("2019", f"{PROCUREMENT}.total_amount", "8040", "元", False),
    ("2019", f"{PROCUREMENT}.total_amount", "0", None, False),
]


@pytest.mark.parametrize(("edition", "address", "printed", "unit", "is_found"), UNITS)
def test_amounts_and_their_units(edition, address, printed, unit, is_found):
    number = Decimal(printed.partition("元")[0].strip(" 万萬"))
    reading = Reading(address, State.STATED, number, printed, unit=unit)
    parsed = parsed_from(written({}, edition, **PROVINCE), {address: reading})
    assert bool(check(parsed, select=["GD205"])) == is_found


def test_small_decisions_that_equal_items_with_their_change_are_chance():
    line = {f"{PENALTY}.prior_year_items": 0, f"{PENALTY}.item_change": 1, f"{PENALTY}.decisions": 1}
    other = {f"{LICENSING}.prior_year_items": 6, f"{LICENSING}.item_change": -3, f"{LICENSING}.decisions": 3}
    assert check(written(line, "2019"), select=["GD204"]) == ()
    (note,) = check(written(line | other, "2019"), select=["GD204"])
    assert note.message.zh.startswith("“行政许可”、“行政处罚”的处理决定数量")


def test_a_stock_whose_repeals_are_blank_is_not_assessed():
    assert check(written({f"{DOCUMENTS}.issued": 3, f"{DOCUMENTS}.in_force": 2}), select=["GD202"]) == ()
