"""How the located causes of broken sums are worded (GD305, GD306)."""

import pytest

from govdisclosure.checking import check
from govdisclosure.editions.y2021 import ReviewAndLitigation2021
from govdisclosure.fault import Change, Fault, FaultKind
from govdisclosure.finding import Severity, Verdict
from govdisclosure.identities import identities
from govdisclosure.rules import RULES
from govdisclosure.rules.cases import Case
from govdisclosure.rules.faults import with_culprits
from tests.balanced import written

UPHELD = "review_and_litigation.reconsideration.upheld"
CORRECTED = "review_and_litigation.reconsideration.corrected"
TOTAL = "review_and_litigation.reconsideration.total"
REPORT = written({UPHELD: 5, CORRECTED: 0, TOTAL: 3}, agency="甲局", year=2023)
(LABEL,) = (one.label for one in identities(ReviewAndLitigation2021) if TOTAL in one.cells)
ONE_NUMBER = Fault(FaultKind.NUMBER, (LABEL,), ((Change(TOTAL, 5),), (Change(UPHELD, 3),)))
SWAPPED = Fault(FaultKind.SWAPPED, (LABEL,), ((Change(UPHELD, 3), Change(TOTAL, 5)),))


def findings(code, *faults):
    (rule,) = (rule for rule in RULES if rule.code == code)
    return list(rule.find(rule.header, Case.of(REPORT), faults))


def test_one_number_is_named_with_what_would_mend_the_sums():
    (note,) = findings("GD305", ONE_NUMBER, SWAPPED)
    assert (note.cells, note.stated, note.expected) == ((TOTAL,), 3, 5)
    assert note.culprits == (TOTAL, UPHELD)
    assert (note.severity, note.verdict, note.subject) == (Severity.NOTE, Verdict.SOURCE, "甲局 2023")
    assert note.message.zh == "“行政复议”的“总计”的3如为5，各项勾稽关系即成立；或“行政复议”的“结果维持”如为3"
    assert note.message.en == f"{TOTAL} is 3; 5 would mend the broken sums; or 3 in {UPHELD}"


def test_a_pattern_is_named_with_its_cells():
    (note,) = findings("GD306", ONE_NUMBER, SWAPPED)
    assert note.cells == (UPHELD, TOTAL)
    assert note.message.zh == "两处数字可能互换：“行政复议”的“结果维持”等单元格"
    assert note.message.en == f"numbers have probably changed places: {UPHELD} and others"


@pytest.mark.parametrize("code", ["GD305", "GD306"])
def test_without_a_fault_nothing_is_said(code):
    assert findings(code) == []


def test_many_alternatives_are_counted():
    remedies = tuple((Change(TOTAL, number),) for number in range(9))
    (note,) = findings("GD305", Fault(FaultKind.NUMBER, (LABEL,), remedies))
    assert note.message.en.endswith(f"; or 1 in {TOTAL}, 2 in {TOTAL}, 3 in {TOTAL}, and 5 more")


def test_the_findings_of_the_broken_sums_name_the_culprits():
    found = check(REPORT, select=["GD401", "GD112"])
    named = list(with_culprits(found, Case.of(REPORT), (ONE_NUMBER,)))
    assert [(finding.code, finding.culprits) for finding in named] == [("GD401", (TOTAL, UPHELD))]
    assert list(with_culprits(found, Case.of(REPORT), ())) == list(found)
