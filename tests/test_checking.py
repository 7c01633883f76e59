"""What `check` takes and gives, whatever the rules."""

import pickle
from functools import partial
from string import Formatter

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.checking import check, check_members, chosen, summary, unassessed
from govdisclosure.editions import EDITIONS, TABLES
from govdisclosure.errors import GovDisclosureError, UnknownRule
from govdisclosure.finding import Finding, Message, Severity, Verdict
from govdisclosure.identities import identities
from govdisclosure.reading import Reading
from govdisclosure.report import Report
from govdisclosure.rules import RULES
from govdisclosure.states import State
from tests.balanced import parsed_from, written
from tests.strategies import PARSED, REPORTS

TOTAL = "review_and_litigation.reconsideration.total"
UPHELD = "review_and_litigation.reconsideration.upheld"
RECEIVED = "requests.received.total"
WRONG = {UPHELD: 11, TOTAL: 0, "requests.received.natural_person": 2, RECEIVED: 1}


def noticed(code, cell, *, verdict=Verdict.READING):
    return Finding(code, "noticed", Severity.WARNING, verdict, Message("读", "read"), (cell,), subject="甲局 2023")


def codes(findings):
    return [finding.code for finding in findings]


def test_codes_and_names_are_unique_and_in_order():
    assert [rule.code for rule in RULES] == sorted({rule.code for rule in RULES})
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert {rule.header for rule in RULES if rule.severity is Severity.ERROR} == {
        rule.header for rule in RULES if rule.code in {"GD103", "GD111", "GD201", "GD301", "GD302", "GD303", "GD401"}
    }


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_header_says_the_same_in_both_languages(rule):
    gaps = [
        {name for _, name, _, _ in Formatter().parse(text) if name}
        for text in (rule.header.message.zh, rule.header.message.en)
    ]
    assert gaps[0] == gaps[1]
    assert rule.header.statement.zh
    assert rule.header.statement.en.endswith(".")
    assert set(rule.header.editions) <= EDITIONS.keys()


def test_the_formula_of_a_rule_is_made_from_the_form():
    formulas = {rule.code: rule.formulas for rule in RULES if rule.formulas}
    assert formulas.keys() == {identity.code for table in TABLES for identity in identities(table)}
    assert formulas["GD401"] == ("总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结",)
    assert len(formulas["GD302"]) == 2


def test_codes_prefixes_and_names_select():
    report = written(WRONG)
    assert codes(check(report, select=["GD3", "GD4"])) == ["GD303", "GD305", "GD305", "GD401"]
    assert codes(check(report, select=["group-total"])) == ["GD401"]
    assert codes(check(report, select=["GD401", "GD303"], ignore=["GD4"])) == ["GD303"]
    assert codes(check(report, select=["likely-culprit"])) == ["GD305", "GD305"]
    assert codes(check(report, ignore=["GD1", "GD3", "GD401"])) == []
    assert chosen() == RULES
    assert chosen(select=iter(["GD401"]), ignore=iter([])) == tuple(rule for rule in RULES if rule.code == "GD401")


@pytest.mark.parametrize("selector", ["GD401", "gd401", "group-total", "Group-Total"])
def test_a_text_is_one_selector_in_any_case(selector):
    (rule,) = chosen(select=selector)
    assert rule.code == "GD401"
    assert rule not in chosen(ignore=selector)


@pytest.mark.parametrize("given", [None, "x", 3, ["x"], [Report(), None]])
def test_what_is_no_report_is_not_checked(given):
    for checks in (check, unassessed, partial(check_members, Report())):
        with pytest.raises(TypeError, match="a Report or a Parsed is checked, not "):
            checks(given)
    with pytest.raises(TypeError, match="text selects a rule, not int"):
        check(Report(), select=[301])


@pytest.mark.parametrize("selector", ["GD999", "", "balances", "301"])
def test_an_unknown_selector_is_the_caller_s_mistake(selector):
    for options in ({"select": [selector]}, {"ignore": ["GD3", selector]}):
        with pytest.raises(UnknownRule) as caught:
            check(Report(), **options)
        assert caught.value.selector == selector
        assert isinstance(caught.value, GovDisclosureError)
        with pytest.raises(UnknownRule):
            check_members(Report(), [], **options)


def test_what_the_reader_noticed_comes_first_and_is_selected_too():
    seen = (noticed("GD108", TOTAL), noticed("GD105", RECEIVED))
    report = written(WRONG, agency="甲局", year=2023)
    parsed = evolve(parsed_from(report, {}), findings=seen)
    assert codes(check(parsed, ignore=["GD112", "GD305"])) == ["GD105", "GD108", "GD303", "GD401"]
    assert codes(check(parsed, select=["GD105", "GD4"])) == ["GD105", "GD401"]


def test_findings_are_sorted_by_report_and_place():
    reports = [written(WRONG, agency="甲局", year=year) for year in (2023, 2022)]
    found = check(reports, select=["GD303", "GD401"])
    assert [(finding.subject[-4:], finding.code) for finding in found] == [
        ("2022", "GD303"),
        ("2022", "GD401"),
        ("2023", "GD303"),
        ("2023", "GD401"),
    ]
    assert check(iter(reports), select=["GD303", "GD401"]) == found
    assert check((), select=["GD3"]) == ()


@given(REPORTS | PARSED | st.lists(REPORTS | PARSED, max_size=3))
def test_any_report_can_be_checked(subject):
    """Whatever a caller writes by hand: no exception, and values that can be kept and sent."""
    findings = check(subject)
    assert pickle.loads(pickle.dumps(findings)) == findings  # noqa: S301  # our own
    assert check(subject) == findings
    if not isinstance(subject, list):
        counted = summary(subject, findings)
        assert sum(counted.findings.values()) == len(findings)
        sums = [len(identities(type(table))) for table in (subject, getattr(subject, "report", subject))[1].tables[:3]]
        assert counted.holding + counted.broken + counted.not_assessable == sum(sums)


def test_the_summary_counts_cells_sums_and_findings():
    group = "review_and_litigation.reconsideration"
    report = written({f"{group}.upheld": 3, f"{group}.total": 3, "review_and_litigation.litigation.direct.total": 2})
    readings = {
        "review_and_litigation.litigation.direct.pending": Reading(
            "review_and_litigation.litigation.direct.pending", State.UNREADABLE, raw="二"
        )
    }
    parsed = parsed_from(report, readings)
    counted = summary(parsed, check(parsed))
    assert counted.cells == dict.fromkeys(State, 0) | {State.STATED: 3, State.BLANK: 196, State.UNREADABLE: 1}
    assert (counted.tables, counted.holding, counted.broken, counted.not_assessable) == (3, 1, 0, 41)
    assert counted.assessed == 1
    assert counted.findings == {Severity.ERROR: 0, Severity.WARNING: 0, Severity.NOTE: 1}


def test_a_table_that_the_document_does_not_have_is_not_counted():
    report = written({TOTAL: 0})
    absent = {
        address: Reading(address, State.ABSENT) for address, _ in report.cells() if address.startswith("requests.")
    }
    counted = summary(parsed_from(report, absent), ())
    assert (counted.tables, counted.cells[State.ABSENT]) == (2, 175)
