"""What most likely went wrong where the printed numbers break the identities."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdisclosure.checking import check
from govdisclosure.editions.y2021 import ProactiveDisclosure2021, Requests2021, ReviewAndLitigation2021
from govdisclosure.fault import Change, Fault, FaultKind, Slip
from govdisclosure.form import slots
from govdisclosure.identities import identities
from govdisclosure.recovery import locate
from tests.balanced import written
from tests.lossy import CARRIED_IN, CARRIED_OUT, CELLS, LINES, OUTCOMES, RECEIVED, TOTAL, requests_table

RECONSIDERATION = tuple(slot.address for slot in slots(ReviewAndLitigation2021))[:5]
GRANTED, IN_PART = OUTCOMES[:2]
#: A year's figures: 705 received from natural persons, 8 from others, 36 carried in, 31 carried out.
ROWS = {
    RECEIVED: (705, 6, 0, 0, 2, 0, 713),
    CARRIED_IN: (36, 0, 0, 0, 0, 0, 36),
    GRANTED: (412, 5, 0, 0, 1, 0, 418),
    IN_PART: (298, 1, 0, 0, 1, 0, 300),
    TOTAL: (710, 6, 0, 0, 2, 0, 718),
    CARRIED_OUT: (31, 0, 0, 0, 0, 0, 31),
}


def table(**changed):
    rows = {line: ROWS.get(line, (0,) * 7) for line in LINES} | changed
    return {cell: number for line, row in rows.items() for cell, number in zip(CELLS[line], row, strict=True)}


def with_rows(rows):
    return table(**rows)


def broken(numbers):
    """The labels of the sums that do not hold; blanks count as 0."""
    return {
        each.label
        for each in identities(Requests2021)
        if sum(numbers.get(cell) or 0 for cell in each.left) != sum(numbers.get(cell) or 0 for cell in each.right)
    }


def applied(numbers, faults):
    return numbers | {change.address: change.value for fault in faults for change in fault.remedies[0]}


def test_a_table_whose_sums_hold_has_no_fault():
    assert locate(table(), Requests2021) == ()
    assert locate({}, Requests2021) == ()
    assert locate(dict.fromkeys(table()), Requests2021) == ()
    assert locate({}, ProactiveDisclosure2021) == ()


def test_one_number_in_the_crossing_of_a_broken_line_and_a_broken_column():
    address = f"{GRANTED}.natural_person"
    assert locate(table() | {address: 421}, Requests2021) == (
        Fault(
            FaultKind.NUMBER,
            (f"GD303 {GRANTED.replace('.', ' ', 1)}", "GD302 requests natural_person"),
            ((Change(address, 412),),),
            (Slip.TRANSPOSED,),
        ),
    )


def test_a_number_of_all_three_families():
    address = f"{TOTAL}.natural_person"
    (fault,) = locate(table() | {address: 71}, Requests2021)
    assert fault.remedies == ((Change(address, 710),),)
    assert fault.slips == (Slip.DIGIT_DROPPED,)
    assert {label[:5] for label in fault.identities} == {"GD301", "GD302", "GD303"}


def test_the_number_that_would_have_to_be_negative_is_no_remedy():
    values = dict(zip(RECONSIDERATION, (1, 1, 0, 0, 1), strict=True))
    (fault,) = locate(values, ReviewAndLitigation2021)
    assert [change for (change,) in fault.remedies] == [
        Change(RECONSIDERATION[4], 2),
        Change(RECONSIDERATION[0], 0),
        Change(RECONSIDERATION[1], 0),
    ]
    assert fault.slips == (Slip.STALE_TOTAL, None, None)


def test_a_slip_of_the_pen_comes_before_a_stale_total():
    values = dict(zip(RECONSIDERATION, (72, 10, 9, 15, 61), strict=True))
    (fault,) = locate(values, ReviewAndLitigation2021)
    assert fault.remedies[0] == (Change(RECONSIDERATION[0], 27),)
    assert fault.slips[:2] == (Slip.TRANSPOSED, Slip.STALE_TOTAL)


def test_two_causes_beside_each_other():
    changed = {f"{GRANTED}.natural_person": 413, f"{CARRIED_OUT}.total": 30}
    faults = locate(table() | changed, Requests2021)
    assert {change for fault in faults for (change,) in fault.remedies} == {
        Change(f"{GRANTED}.natural_person", 412),
        Change(f"{CARRIED_OUT}.total", 31),
    }


def test_two_numbers_of_one_line():
    changed = {f"{GRANTED}.natural_person": 400, f"{GRANTED}.business_enterprise": 15}
    faults = locate(table() | changed, Requests2021)
    assert not broken(applied(table() | changed, faults))
    assert [fault.kind for fault in faults] == [FaultKind.NUMBER] * 2


def test_a_number_and_the_total_that_was_reckoned_from_it_are_mended_together():
    changed = {f"{IN_PART}.business_enterprise": 9, f"{IN_PART}.total": 308}
    assert locate(table() | changed, Requests2021) == (
        Fault(
            FaultKind.NUMBER,
            ("GD302 requests business_enterprise", "GD302 requests total"),
            ((Change(f"{IN_PART}.business_enterprise", 1), Change(f"{IN_PART}.total", 300)),),
            (None,),
        ),
    )


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        (FaultKind.SWAPPED, {GRANTED: (5, 412, 0, 0, 1, 0, 418)}),
        (FaultKind.SWAPPED, {CARRIED_IN: ROWS[CARRIED_OUT], CARRIED_OUT: ROWS[CARRIED_IN]}),
        (FaultKind.SHIFTED, {GRANTED: (412, 5, 0, 1, 0, 418, None)}),
        (FaultKind.SHIFTED, {GRANTED: (None, 412, 5, 0, 0, 1, 418)}),
        (FaultKind.SPLIT, {RECEIVED: (70, 5, 6, 0, 0, 2, 0)}),
        (FaultKind.SPLIT, {CARRIED_IN: (3, 6, 0, 0, 0, 0, 36)}),
        (FaultKind.COPIED, {IN_PART: ROWS[GRANTED]}),
    ],
)
def test_numbers_that_stand_in_the_wrong_cells(kind, rows):
    numbers = with_rows(rows)
    faults = locate(numbers, Requests2021)
    assert [fault.kind for fault in faults] == [kind]
    mended = applied(numbers, faults)
    assert {cell for cell in mended if (mended[cell] or 0) != table()[cell]} <= {f"{RECEIVED}.total"}


def test_either_of_two_lines_alike_may_be_the_copy():
    numbers = with_rows({GRANTED: ROWS[IN_PART]})
    (fault,) = locate(numbers, Requests2021)
    assert fault.kind is FaultKind.COPIED
    assert [{change.address.rpartition(".")[0] for change in remedy} for remedy in fault.remedies] == [
        {IN_PART},
        {GRANTED},
    ]
    assert numbers | {change.address: change.value for change in fault.remedies[1]} == table()


def test_two_lines_alike_are_no_copy_where_any_line_may_lack_what_is_missing():
    """A line of zeros stands for 3 0 0 0 0 0 3; two others are alike by chance."""
    one = (1, 0, 0, 0, 0, 0, 1)
    rows = {OUTCOMES[3]: one, OUTCOMES[4]: one, IN_PART: (293, 1, 0, 0, 1, 0, 295)}
    (fault,) = locate(with_rows(rows), Requests2021)
    assert fault.kind is FaultKind.NUMBER
    assert len(fault.remedies) == len(OUTCOMES)
    assert (Change(f"{OUTCOMES[7]}.natural_person", 3), Change(f"{OUTCOMES[7]}.total", 3)) in fault.remedies


def test_numbers_that_are_missing_are_no_fault():
    numbers = table() | {f"{GRANTED}.natural_person": None, f"{IN_PART}.total": None}
    assert locate(numbers, Requests2021) == ()


def test_a_number_that_was_not_read_is_no_zero():
    """The column of the changed number cannot be judged: any number of its line whose column is open would do."""
    numbers = table() | {f"{GRANTED}.natural_person": 421}
    unread = {cell: number for cell, number in numbers.items() if cell != f"{IN_PART}.natural_person"}
    (fault,) = locate(unread, Requests2021)
    assert fault.remedies == ((Change(f"{GRANTED}.natural_person", 412),),)
    assert fault.identities == (f"GD303 {GRANTED.replace('.', ' ', 1)}",)


def test_a_table_that_makes_no_sense_is_left_alone():
    numbers = {slot.address: place for place, slot in enumerate(slots(Requests2021))}
    assert locate(numbers, Requests2021) == ()


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 3))
def test_remedies_mend_what_they_name_and_break_nothing(seed, count):
    rng = random.Random(seed)  # noqa: S311  # figures to repeat, not secrets
    numbers = requests_table(rng)
    for cell in rng.sample(sorted(numbers), count):
        numbers[cell] += rng.randint(1, 30)
    before = broken(numbers)
    for fault in locate(numbers, Requests2021):
        assert set(fault.identities) <= before
        assert fault.remedies
        for remedy in fault.remedies:
            after = broken(applied(numbers, [Fault(fault.kind, fault.identities, (remedy,))]))
            assert not set(fault.identities) & after
            assert after <= before


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2**32), st.data())
def test_one_changed_number_is_found(seed, data):
    rng = random.Random(seed)  # noqa: S311  # figures to repeat, not secrets
    numbers = requests_table(rng)
    cell = data.draw(st.sampled_from(sorted(numbers)))
    wrong = data.draw(st.integers(0, 2000).filter(lambda number: number != numbers[cell]))
    (fault,) = locate(numbers | {cell: wrong}, Requests2021)
    assert fault.remedies == ((Change(cell, numbers[cell]),),)


def test_check_tells_the_cause_beside_the_broken_sums():
    address = f"{GRANTED}.natural_person"
    findings = {finding.code: finding for finding in check(written(table() | {address: 421}), select=("GD3",))}
    assert {code: finding.culprits for code, finding in findings.items()} == dict.fromkeys(
        ("GD302", "GD303", "GD305"), (address,)
    )
    assert (findings["GD305"].stated, findings["GD305"].expected) == (421, 412)
