"""What the identities of a form tell of numbers that the source lost."""

import pytest

from govdisclosure.editions.y2019 import Requests2019, ReviewAndLitigation2019
from govdisclosure.editions.y2021 import ProactiveDisclosure2021, Requests2021, ReviewAndLitigation2021
from govdisclosure.errors import UnknownAddress
from govdisclosure.form import slots
from govdisclosure.recovery import Assumption, Given, Joints, Loose, Token, solve
from govdisclosure.states import State

#: Table three of an office's report for 2020, as its web page gives it: blank cells are dropped.
FLATTENED = """
2 0 0 0 0 2
0 0 0
1 0 0 0 1
0 0 0 0 0
0 0 0 0
0 0 0 0 0
0 0 0 0
0 0 0 0 0
0 0 0
0
0 0 0
0 0 0 0
1 0 0 0 0 1
0 0 0
0 0 0 0 0
0 0 0 0 0
0 0 0 0
0 0 0 0 0 0
0 0
0 0 0 0 0 0
0 0 0 0 0
2 0 0 2
0 0 0 0 0 0 0
""".strip().splitlines()
CASES = tuple(slot.address for slot in slots(ReviewAndLitigation2021))
RECONSIDERATION = CASES[:5]
LITIGATION = "review_and_litigation.litigation"


def lines_of(table):
    cells = [slot.address for slot in slots(table)]
    return [tuple(cells[start : start + 7]) for start in range(0, len(cells), 7)]


def from_rows(table, rows):
    """Rows of numbers as they are printed: complete ones are stated, shorter ones loose; ``.`` is an empty cell."""
    stated, empty, lines = {}, set(), []
    for cells, row in zip(lines_of(table), rows, strict=True):
        printed = row.split()
        if len(printed) < len(cells):
            lines.append(Loose(cells, tuple(map(int, printed))))
            continue
        stated |= {cell: int(text) for cell, text in zip(cells, printed, strict=True) if text.isdigit()}
        empty |= {cell for cell, text in zip(cells, printed, strict=True) if text == "."}
    return Given(table, stated, frozenset(empty), tuple(lines))


def shown(solution, cells):
    """The outcomes of some cells, as short as they can be told: number, candidates in brackets, or the state."""

    def brief(outcome):
        if outcome is None:
            return None
        if outcome.state is State.AMBIGUOUS:
            return [candidate.value for candidate in outcome.candidates]
        return outcome.value if outcome.state is State.RECOVERED else str(outcome.state)

    return [brief(solution.outcomes.get(cell)) for cell in cells]


def rows_with(changes, *, table=Requests2021):
    """Table three with nothing but zeros, and some rows changed, by number."""
    rows = ["0 0 0 0 0 0 0"] * len(lines_of(table))
    for number, row in changes.items():
        rows[number] = row
    return rows


def test_a_page_that_dropped_its_blank_cells():
    solution = solve(from_rows(Requests2019, FLATTENED))
    received, carried_in, granted, *_ = lines = lines_of(Requests2019)
    assert shown(solution, received) == [[2, 0], [0, 2], 0, 0, 0, 0, 2]
    assert shown(solution, carried_in) == [0] * 7
    assert shown(solution, granted) == [[1, 0], [0, 1], 0, 0, 0, 0, 1]
    assert shown(solution, lines[12]) == [[1, 0], [0, 1], 0, 0, 0, 0, 1]
    assert shown(solution, lines[-2]) == [[2, 0], [0, 2], 0, 0, 0, 0, 2]
    open_cells = [cell for cell, outcome in solution.outcomes.items() if outcome.state is not State.RECOVERED]
    assert open_cells == [*received[:2], *granted[:2], *lines[12][:2], *lines[-2][:2]]
    assert not set(solution.outcomes) & set(lines[-1])
    assert solution.complete
    assert solution.broken == ()


def test_the_proof_names_what_it_rests_on():
    proof = solve(from_rows(Requests2019, FLATTENED)).outcomes["requests.received.total"].proof
    assert proof.identities == ("GD303 requests received",)
    assert proof.assumptions == (Assumption.DROPPED_IS_ZERO,)


def test_table_four_with_a_number_that_has_no_total_stays_open():
    cells = tuple(slot.address for slot in slots(ReviewAndLitigation2019))
    solution = solve(Given(ReviewAndLitigation2019, lines=(Loose(cells, (0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0)),)))
    assert {outcome.state for outcome in solution.outcomes.values()} == {State.AMBIGUOUS}
    assert list(solution.outcomes) == list(cells)
    assert solution.outcomes["review_and_litigation.reconsideration.pending"].candidates[0].value == 1
    assert solution.outcomes["review_and_litigation.reconsideration.total"].candidates[0].value is None
    assert {identity.code for identity in solution.broken} == {"GD401"}


def test_a_column_settles_what_a_line_leaves_open():
    rows = rows_with({0: "0 3 0 0 0 0 3", 2: "0 3 0 3", 23: "0 3 0 0 0 0 3"})
    solution = solve(from_rows(Requests2021, rows))
    granted = lines_of(Requests2021)[2]
    assert shown(solution, granted) == [0, 3, 0, 0, 0, 0, 3]
    assert "GD302 requests business_enterprise" in solution.outcomes[granted[1]].proof.identities


def test_two_lines_that_may_trade_places_stay_open():
    rows = rows_with({0: "1 1 0 0 0 0 2", 2: "1 0 0 0 1", 3: "1 0 0 0 1", 23: "1 1 0 0 0 0 2"})
    solution = solve(from_rows(Requests2021, rows))
    for line in lines_of(Requests2021)[2:4]:
        assert sorted(map(sorted, shown(solution, line)[:2])) == [[0, 1], [0, 1]]
        assert shown(solution, line)[2:] == [0, 0, 0, 0, 1]


@pytest.mark.parametrize("given_total", [True, False])
def test_an_unreadable_cell_that_one_number_alone_can_fill(given_total):
    given = from_rows(Requests2021, rows_with({0: "5 1 0 0 0 0 6", 2: "5 1 0 0 0 0 6", 23: "5 1 0 0 0 0 6"}))
    lost = {"requests.outcomes.granted.natural_person"}
    lost |= set() if given_total else {"requests.outcomes.granted.total"}
    stated = {cell: number for cell, number in given.stated.items() if cell not in lost}
    outcomes = solve(Given(Requests2021, stated)).outcomes
    assert {cell: outcome.value for cell, outcome in outcomes.items()} == {cell: given.stated[cell] for cell in lost}
    assert all(outcome.state is State.RECOVERED and outcome.proof.assumptions == () for outcome in outcomes.values())


def test_nothing_is_told_of_a_table_that_is_lost():
    solution = solve(Given(Requests2021))
    assert solution.outcomes == {}


def test_a_line_without_a_number_is_lost_not_zero():
    rows = rows_with({2: "", 4: "", 0: "5 0 0 0 0 0 5", 23: "5 0 0 0 0 0 5"})
    solution = solve(from_rows(Requests2021, rows))
    granted, state_secret = lines_of(Requests2021)[2], lines_of(Requests2021)[4]
    assert shown(solution, granted) == [None, 0, 0, 0, 0, 0, None]
    assert shown(solution, state_secret) == [None, 0, 0, 0, 0, 0, None]


def test_an_empty_cell_is_never_filled():
    stated = dict(zip(RECONSIDERATION, (3, 0, 0, None, 7), strict=True))
    del stated[RECONSIDERATION[3]]
    outcome = solve(Given(ReviewAndLitigation2021, stated, frozenset({RECONSIDERATION[3]}))).outcomes[
        RECONSIDERATION[3]
    ]
    assert (outcome.state, outcome.value, outcome.implied) == (State.BLANK, None, 4)
    assert outcome.notes == ("the sums leave 4 for it",)


def test_an_empty_cell_that_stands_for_zero_is_said_to():
    stated = {RECONSIDERATION[0]: 3, RECONSIDERATION[4]: 7}
    empty = frozenset({RECONSIDERATION[1], RECONSIDERATION[2]})
    solution = solve(Given(ReviewAndLitigation2021, stated, empty))
    assert shown(solution, RECONSIDERATION) == [None, "blank", "blank", 4, None]
    assert solution.outcomes[RECONSIDERATION[1]].notes == ("the sums take it as 0",)
    assert solution.outcomes[RECONSIDERATION[3]].proof.assumptions == (Assumption.EMPTY_IS_ZERO,)


def test_empty_cells_that_cannot_all_be_zero_are_told_apart_by_nothing():
    stated = {RECONSIDERATION[0]: 3, RECONSIDERATION[4]: 7}
    assert solve(Given(ReviewAndLitigation2021, stated, frozenset(RECONSIDERATION[1:4]))).outcomes == {}


def test_blank_totals_of_detail_lines_stay_blank():
    rows = rows_with({0: "5 0 0 0 0 0 5", 2: "4 0 0 0 0 0 .", 14: "1 0 0 0 0 0 .", 23: "5 0 0 0 0 0 5"})
    solution = solve(from_rows(Requests2021, rows))
    granted, unclear = lines_of(Requests2021)[2], lines_of(Requests2021)[14]
    assert list(solution.outcomes) == [granted[-1], unclear[-1]]
    assert [solution.outcomes[line[-1]].implied for line in (granted, unclear)] == [4, 1]
    assert solution.broken == ()


def test_dropped_blank_totals_are_seen_where_the_columns_confirm_it():
    rows = rows_with({0: "5 0 0 0 0 0 5", 2: "4 0 0 0 0 0", 14: "1 0 0 0 0 0", 23: "5 0 0 0 0 0 5"})
    solution = solve(from_rows(Requests2021, rows))
    granted = lines_of(Requests2021)[2]
    assert shown(solution, granted) == [4, 0, 0, 0, 0, 0, "blank"]
    assert Assumption.BLANK_TOTALS in solution.outcomes[granted[0]].proof.assumptions


def test_totals_that_most_lines_print_are_lost_or_wrong_and_not_blank_where_they_are_missing():
    printed = {2: "4 0 0 0 0 0 4", 3: "2 0 0 0 2", 5: "6 0 0 0 0 6"}
    rows = rows_with({0: "15 0 0 0 0 0 15", 14: "1 0 0 0 0 0", 15: "2 0 0 0 0 0", 23: "15 0 0 0 0 0 15"} | printed)
    solution = solve(from_rows(Requests2021, rows))
    part, unclear, petition = (lines_of(Requests2021)[number] for number in (3, 14, 15))
    assert shown(solution, unclear) == [[1], *[[0]] * 5, [0, 1]]
    assert shown(solution, petition) == [[2], *[[0]] * 5, [0, 2]]
    assert shown(solution, part) == [2, 0, 0, 0, 0, 0, 2]
    assert Assumption.ONE_FAULT in solution.outcomes[part[0]].proof.assumptions


def test_of_a_line_that_breaks_its_sum_all_but_the_wrong_number_is_told():
    rows = rows_with({0: "8 0 0 0 0 0 8", 2: "9 0 0 0 0 8", 23: "8 0 0 0 0 0 8"})
    solution = solve(from_rows(Requests2021, rows))
    granted = lines_of(Requests2021)[2]
    assert shown(solution, granted) == [[9], 0, 0, 0, 0, 0, 8]
    assert Assumption.ONE_FAULT in solution.outcomes[granted[6]].proof.assumptions
    assert [identity.label for identity in solution.broken] == ["GD303 requests outcomes.granted"]


def test_a_misprint_in_a_line_that_lost_a_zero_is_not_spread_over_the_other_lines():
    rows = rows_with({0: "8 0 0 8", 1: "1 0 0 0 0 0 1", 2: "9 0 0 0 0 8", 22: "1 0 0 1", 23: "9 0 0 9"})
    solution = solve(from_rows(Requests2021, rows))
    received, granted, other, total = (lines_of(Requests2021)[number] for number in (0, 2, 22, 23))
    assert shown(solution, received) == [8, 0, 0, 0, 0, 0, 8]
    assert shown(solution, granted) == [[9], 0, 0, 0, 0, 0, 8]
    assert shown(solution, other) == [1, 0, 0, 0, 0, 0, 1]
    assert shown(solution, total) == [9, 0, 0, 0, 0, 0, 9]


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        # the total was printed last, or lost
        ("4 0 0 0 0 2", [4, 0, 0, 0, 0, 2, 6]),
        ("4 0 0 0 0 6", [4, 0, 0, 0, 0, [0, 2], 6]),
        # the last 0 may be a misprinted total
        ("4 2 0 0 0 0", [4, 2, 0, 0, 0, 0, [0, 6]]),
    ],
)
def test_a_number_lost_from_one_line_is_told_where_no_printed_one_may_stand_for_it(printed, told):
    column = told.index(2) if 2 in told else 5
    key = " ".join(str({0: 5, column: 2, 6: 7}.get(place, 0)) for place in range(7))
    rows = rows_with({0: key, 2: printed, 14: "1 0 0 0 0 0 1", 23: key})
    solution = solve(from_rows(Requests2021, rows))
    assert shown(solution, lines_of(Requests2021)[2]) == told


def test_numbers_that_run_together_are_not_told_as_one():
    rows = rows_with({0: "0 3 0 0 0 0 3", 2: "0 30 0 0 0 3", 23: "0 3 0 0 0 0 3"})
    solution = solve(from_rows(Requests2021, rows))
    assert shown(solution, lines_of(Requests2021)[2]) == [0, [30, 3], 0, 0, 0, 0, 3]


def test_where_numbers_may_have_run_together_no_cell_between_them_is_taken_for_dropped():
    """8 3 0 0 0 0 11, and nothing else tells of its column."""
    rows = rows_with({0: "8 3 0 0 0 0 11", 2: "8 3000011", 3: "", 23: "8 3 0 0 0 0 11"})
    solution = solve(from_rows(Requests2021, rows))
    assert shown(solution, lines_of(Requests2021)[2])[:2] == [8, [3, 0]]


@pytest.mark.parametrize(
    ("key", "printed", "told"),
    [
        ("14 0 0 0 0 0 14", "1 4 0 0 0 0 14", [14, 0, 0, 0, 0, 0, 14]),
        ("14 0 0 0 0 0 14", "1 4 0 0 14", [14, 0, 0, 0, 0, 0, 14]),
        ("1 4 0 0 0 0 5", "1 4 0 0 0 0 14", [1, 4, 0, 0, 0, 0, [14]]),
    ],
)
def test_columns_tell_whether_numbers_fell_in_two_or_one_is_wrong(key, printed, told):
    given = from_rows(Requests2021, rows_with({0: key, 23: key}))
    granted = lines_of(Requests2021)[2]
    stated = {cell: number for cell, number in given.stated.items() if cell not in granted}
    line = Loose(granted, tuple(map(int, printed.split())))
    solution = solve(Given(Requests2021, stated, lines=(line,)))
    assert shown(solution, granted) == told
    assert Assumption.ONE_FAULT in solution.outcomes[granted[0]].proof.assumptions


def test_lines_in_which_numbers_fell_in_two_are_taken_so_where_there_are_several():
    rows = rows_with({0: "26 0 0 26", 2: "1 4 0 0 14", 5: "1 2 0 0 1 2", 23: "26 0 0 0 0 0 26"})
    solution = solve(from_rows(Requests2021, rows))
    assert shown(solution, lines_of(Requests2021)[0]) == [26, 0, 0, 0, 0, 0, 26]
    assert shown(solution, lines_of(Requests2021)[2]) == [14, 0, 0, 0, 0, 0, 14]
    assert shown(solution, lines_of(Requests2021)[5]) == [12, 0, 0, 0, 0, 0, 12]
    assert solution.broken == ()


def test_zeros_that_may_be_all_that_is_left_of_a_line_are_not_told_where_other_lines_lost_numbers():
    """Carried in is 0 0 0 0 0 4 4, the fourth line 5 0 0 0 0 4 9, the total 40 0 0 0 1 4 45."""
    whole = {0: "40 0 0 0 1 0 41", 3: "35 0 0 0 0 0 35", 5: "0 0 0 0 1 0 1"}
    rows = rows_with(whole | {1: "0 0 0 0 0", 2: "5 0 0 0 0 9", 23: "40 0 0 0 1"})
    solution = solve(from_rows(Requests2021, rows))
    assert {outcome.state for outcome in solution.outcomes.values()} == {State.AMBIGUOUS}


def test_where_many_lines_fit_in_no_way_no_line_is_told():
    wrong = dict.fromkeys((2, 5, 9, 14), "1 0 0 0 0 2")
    rows = rows_with({0: "9 0 0 0 0 0 9", 3: "5 0 0 0 5", 23: "9 0 0 0 0 0 9"} | wrong)
    solution = solve(from_rows(Requests2021, rows))
    assert {outcome.state for outcome in solution.outcomes.values()} == {State.AMBIGUOUS}


def test_nothing_rests_on_a_broken_column():
    rows = rows_with({0: "9 0 0 0 0 0 9", 2: "0 3 0 3", 3: "5 0 0 0 0 0 5", 23: "9 0 0 0 0 0 9"})
    solution = solve(from_rows(Requests2021, rows))
    granted = lines_of(Requests2021)[2]
    assert shown(solution, granted)[1:4] == [[3, 0], [0, 3], [0, 3]]
    assert shown(solution, granted)[-1] == [3]
    assert {solution.outcomes[cell].state for cell in granted} == {State.AMBIGUOUS}
    assert "GD302" in {identity.code for identity in solution.broken}


def test_a_number_that_only_a_suspect_tells_is_not_told():
    """Row and column of a misprinted cell do not hold: a lost cell in its column must not be computed from it."""
    rows = rows_with({0: "9 0 0 0 0 0 9", 2: "6 0 0 0 0 0 5", 3: "4 0 0 0 0 0 4", 23: "9 0 0 0 0 0 9"})
    given = from_rows(Requests2021, rows)
    lost = lines_of(Requests2021)[3]
    stated = {cell: number for cell, number in given.stated.items() if cell not in {lost[0], lost[-1]}}
    solution = solve(Given(Requests2021, stated))
    assert shown(solution, lost) == [None] * 7
    assert [identity.label for identity in solution.broken] == ["GD303 requests outcomes.granted"]


@pytest.mark.parametrize(
    ("tokens", "numbers"),
    [
        (("00000",), [0, 0, 0, 0, 0]),
        (("100", "2", "3", "15"), [10, 0, 2, 3, 15]),
        (("14", "069", "0", "0", "0", "14", "069"), [14069, 0, 0, 0, 14069]),
        (("1", "2", "0", "0", "0", "1", "2"), [12, 0, 0, 0, 12]),
        (("1200012",), [12, 0, 0, 0, 12]),
        (("/", "3", "0", "0", "3"), ["dash", 3, 0, 0, 3]),
    ],
)
def test_lost_joints(tokens, numbers):
    solution = solve(Given(ReviewAndLitigation2021, lines=(Joints(RECONSIDERATION, tokens),)))
    assert shown(solution, RECONSIDERATION) == numbers
    assert solution.complete


def test_numbers_that_fell_in_two_where_as_many_cells_were_dropped():
    line = Joints(RECONSIDERATION, ("1", "2", "3", "0", "15"), is_short=True)
    solution = solve(Given(ReviewAndLitigation2021, lines=(line,)))
    assert shown(solution, RECONSIDERATION) == [[12, 0], [3, 0, 12], [0, 3], 0, 15]
    assert solution.outcomes[RECONSIDERATION[4]].proof.assumptions == (
        Assumption.DROPPED_IS_ZERO,
        Assumption.FELL_IN_TWO,
    )


def test_lost_joints_with_several_readings_stay_open():
    solution = solve(Given(ReviewAndLitigation2021, lines=(Joints(RECONSIDERATION, ("1001", "0", "20")),)))
    assert {outcome.state for outcome in solution.outcomes.values()} == {State.AMBIGUOUS}


def test_a_line_of_marks():
    solution = solve(Given(ReviewAndLitigation2021, lines=(Loose(RECONSIDERATION, (Token.MARK, 2, 2)),)))
    assert shown(solution, RECONSIDERATION)[-1] == 2
    assert None in shown(solution, RECONSIDERATION)[0]


def test_glued_digits_need_no_sum_where_they_can_be_cut_in_one_way():
    rules = tuple(slot.address for slot in slots(ProactiveDisclosure2021))[:3]
    solution = solve(Given(ProactiveDisclosure2021, lines=(Joints(rules, ("000",)),)))
    assert shown(solution, rules) == [0, 0, 0]
    solution = solve(Given(ProactiveDisclosure2021, lines=(Joints(rules, ("1200",)),)))
    assert shown(solution, rules) == [[1, 12], [20, 0], 0]


def test_dropped_cells_are_not_taken_for_zero_where_no_sum_bears_it():
    rules = tuple(slot.address for slot in slots(ProactiveDisclosure2021))[:3]
    solution = solve(Given(ProactiveDisclosure2021, lines=(Loose(rules, (0, 0)),)))
    assert shown(solution, rules) == [[0, None]] * 3


@pytest.mark.parametrize("table", [ProactiveDisclosure2021, ReviewAndLitigation2021, Requests2021])
def test_more_numbers_than_cells_fit_nowhere(table):
    cells = tuple(slot.address for slot in slots(table))[:3]
    solution = solve(Given(table, lines=(Loose(cells, (0, 1, 2, 3)),)))
    assert [outcome.state for outcome in solution.outcomes.values()] == [State.AMBIGUOUS] * 3


@pytest.mark.parametrize("number", [10**5000, -3], ids=["huge", "negative"])
def test_numbers_that_count_nothing_have_not_fallen_in_two(number):
    rows = rows_with({0: "5 0 0 0 0 0 5", 23: "5 0 0 0 0 0 5"})
    given = from_rows(Requests2021, rows)
    granted = lines_of(Requests2021)[2]
    stated = {cell: value for cell, value in given.stated.items() if cell not in granted}
    solution = solve(Given(Requests2021, stated, lines=(Loose(granted, (5, number, 0, 0, 5)),)))
    assert {outcome.state for outcome in solution.outcomes.values()} == {State.AMBIGUOUS}


def test_without_a_budget_what_needs_a_search_stays_open():
    given = from_rows(Requests2019, FLATTENED)
    full, none = solve(given), solve(given, budget=0)
    assert not none.complete
    assert shown(none, lines_of(Requests2019)[0])[0] == [2, None]
    for cell, outcome in none.outcomes.items():
        if outcome.state is State.RECOVERED:
            assert outcome.value == full.outcomes[cell].value


def test_a_cell_that_no_form_has_is_the_callers_mistake():
    with pytest.raises(UnknownAddress):
        solve(Given(Requests2021, lines=(Loose(("requests.received.nobody",), ()),)))
