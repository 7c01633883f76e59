"""Laws of the checker, for any report."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.checking import check, summary
from govdisclosure.editions import EDITIONS, TABLES
from govdisclosure.finding import Severity, Verdict
from govdisclosure.form import filled, slots
from govdisclosure.identities import identities
from govdisclosure.reading import Candidate, Reading
from govdisclosure.report import Report
from govdisclosure.states import State
from tests.balanced import balanced_reports, parsed_from, with_numbers

REPORTS = st.sampled_from(sorted(EDITIONS)).flatmap(balanced_reports)
SUMS = frozenset(identity.code for table in TABLES for identity in identities(table))
#: Cells that stand in some sum: those of tables three and four.
SUMMED = st.sampled_from(sorted({cell for table in TABLES for one in identities(table) for cell in one.cells}))


def weighty(findings):
    return [finding for finding in findings if finding.severity is not Severity.NOTE]


@given(REPORTS)
def test_a_balanced_report_has_no_findings_above_a_note(report):
    assert weighty(check(report)) == []
    counted = summary(report, ())
    assert (counted.broken, counted.not_assessable) == (0, 0)
    assert counted.holding == sum(len(identities(type(table))) for table in report.tables)


@given(REPORTS, SUMMED, st.integers(0, 3_000_000))
def test_one_changed_number_is_found(report, address, number):
    if address not in dict(report.cells()) or report.value(address) == number:
        return
    named = {cell for finding in check(with_numbers(report, {address: number}), select=SUMS) for cell in finding.cells}
    assert address in named


@given(REPORTS, st.sets(SUMMED, max_size=30))
def test_what_is_blank_breaks_no_sum(report, blank):
    blank &= dict(report.cells()).keys()
    changed = with_numbers(report, dict.fromkeys(blank))
    assert weighty(check(changed)) == []
    counted = summary(changed, ())
    assert counted.broken == 0
    assert counted.cells[State.BLANK] == len(blank)


@given(REPORTS, st.dictionaries(SUMMED, st.tuples(st.sampled_from(State), st.lists(st.integers(0, 9), max_size=3))))
def test_a_cell_that_was_not_read_surely_breaks_no_sum(report, damage):
    cells = dict(report.cells())
    readings = {}
    for address, (state, others) in damage.items():
        if address in cells and not state.has_number:
            candidates = tuple(map(Candidate, {*others, cells[address]})) if state is State.AMBIGUOUS else ()
            readings[address] = Reading(address, state, candidates=candidates)
    parsed = parsed_from(report, readings)
    assert weighty(check(parsed, select=SUMS)) == []
    assert summary(parsed, ()).broken == 0


@given(REPORTS, SUMMED, st.integers(1, 50))
def test_a_total_above_its_parts_is_open_while_a_part_was_not_read(report, address, more):
    """An unread part may be anything, so it hides a total that is too great, never one that is too small."""
    for table in report.tables:
        for identity in identities(type(table)):
            if identity.code in {"GD303", "GD401"} and address in identity.right:
                (total,) = identity.left
                unread = {address: Reading(address, State.UNREADABLE, raw="?")}
                least = report.value(total) - report.value(address)
                high = with_numbers(report, {total: report.value(total) + more})
                low = with_numbers(report, {total: least - 1})
                assert broken(check(parsed_from(high, unread)), identity) == []
                if least:
                    assert broken(check(parsed_from(low, unread)), identity) == [Verdict.READING]


def broken(findings, identity):
    return [finding.verdict for finding in findings if (finding.code, finding.cells) == (identity.code, identity.cells)]


@given(REPORTS, SUMMED)
def test_a_report_and_its_parsed_twin_have_the_same_findings(report, address):
    if address in dict(report.cells()):
        wrong = with_numbers(report, {address: report.value(address) + 1})
        assert check(wrong) == check(parsed_from(wrong, {}), ignore=["GD205"])


@given(REPORTS, SUMMED)
def test_a_fingerprint_forgets_where_and_remembers_what(report, address):
    if address not in dict(report.cells()):
        return
    wrong = with_numbers(report, {address: report.value(address) + 1})
    findings = check(wrong, select=SUMS)
    assert [one.fingerprint for one in findings] == [one.fingerprint for one in check(wrong, select=SUMS)]
    assert len({one.fingerprint for one in findings}) == len(findings)
    moved = check(evolve(wrong, year=wrong.year + 5), select=SUMS)
    assert not {one.fingerprint for one in findings} & {one.fingerprint for one in moved}


@pytest.mark.parametrize("edition", sorted(EDITIONS))
def test_a_report_of_zeros_has_no_findings(edition):
    two, three, four = EDITIONS[edition]
    zeros = (filled(table, {slot.address: 0 for slot in slots(table)}) for table in (two, three, four))
    disclosure, requests, cases = zeros
    report = Report(year=2021, proactive_disclosure=disclosure, requests=requests, review_and_litigation=cases)
    assert check(report) == ()
