"""Recovery finds exactly what the identities determine, and nothing it tells is ever wrong."""

import random
from itertools import combinations, pairwise, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govdisclosure.editions import tables_named
from govdisclosure.editions.y2021 import Requests2021, ReviewAndLitigation2021
from govdisclosure.form import slots
from govdisclosure.identities import identities
from govdisclosure.recovery import Assumption, Given, Joints, Loose, solve
from govdisclosure.states import State
from tests.balanced import cases_numbers, requests_numbers
from tests.lossy import CELLS, MAKES, MISPRINTS, TO_REACH, dropped, left, misprints, requests_table, shares, small_table

MOSTLY_ZERO = st.sampled_from((0, 0, 0, 0, 1, 2, 3))
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
CASES = tuple(slot.address for slot in slots(ReviewAndLitigation2021))


def holds(table, numbers):
    """Whether every identity holds; cells that are not given stand for 0."""
    return all(
        sum(numbers.get(cell, 0) for cell in each.left) == sum(numbers.get(cell, 0) for cell in each.right)
        for each in identities(table)
    )


def placements(line):
    """Every way to put the numbers of a loose line into its cells, in their order."""
    for places in combinations(range(len(line.cells)), len(line.numbers)):
        quantities = dict.fromkeys(line.cells, 0)
        quantities |= {line.cells[place]: number for place, number in zip(places, line.numbers, strict=True)}
        yield quantities


def partitions(line):
    """Every way to cut the digits of a line into as many numbers as it has cells."""
    (digits,) = line.tokens
    for cuts in combinations(range(1, len(digits)), len(line.cells) - 1):
        ends = (0, *cuts, len(digits))
        parts = [digits[start:end] for start, end in pairwise(ends)]
        if not any(part.startswith("0") and len(part) > 1 for part in parts):
            yield {cell: int(part) for cell, part in zip(line.cells, parts, strict=True)}


def possible(table, stated, ways):
    """By cell, every number that it has in some solution: all ways of all lines, tried one by one."""
    numbers = {}
    for chosen in product(*ways):
        filled = dict(stated)
        for quantities in chosen:
            filled |= quantities
        if holds(table, filled):
            for quantities in chosen:
                for cell, number in quantities.items():
                    numbers.setdefault(cell, set()).add(number)
    return numbers


def told(solution, cells):
    """By cell, the numbers that recovery leaves for it."""
    outcomes = {cell: solution.outcomes[cell] for cell in cells}
    return {
        cell: {outcome.value}
        if outcome.state is State.RECOVERED
        else {candidate.value for candidate in outcome.candidates}
        for cell, outcome in outcomes.items()
    }


def loosened(draw, numbers, cells):
    """A line some of whose zeros were dropped."""
    zeros = [cell for cell in cells if not numbers[cell]]
    gone = set(draw(st.lists(st.sampled_from(zeros), unique=True, max_size=4))) if zeros else set()
    kept = tuple(numbers[cell] for cell in cells if cell not in gone)
    return Loose(cells, kept) if gone and kept else None


@SLOW
@given(st.data(), st.sampled_from(tables_named("requests")))
def test_loose_lines_of_table_three_are_solved_exactly(data, table):
    numbers = data.draw(requests_numbers(table, MOSTLY_ZERO))
    lines = list(dict.fromkeys(slot.line for slot in slots(table)))
    chosen = data.draw(st.lists(st.sampled_from(lines), min_size=1, max_size=3, unique=True))
    loose = []
    for name in chosen:
        line = loosened(data.draw, numbers, tuple(slot.address for slot in slots(table) if slot.line == name))
        loose += [line] if line else []
    open_cells = {cell for line in loose for cell in line.cells}
    stated = {cell: number for cell, number in numbers.items() if cell not in open_cells}
    own = [each for each in identities(table) if each.code == "GD303"]
    ways = [
        [
            quantities
            for quantities in placements(line)
            if all(
                quantities[each.left[0]] == sum(quantities[cell] for cell in each.right)
                for each in own
                if each.left[0] in quantities
            )
        ]
        for line in loose
    ]
    solution = solve(Given(table, stated, frozenset(), tuple(loose)))
    assert solution.complete
    assert told(solution, open_cells) == possible(table, stated, ways)


@SLOW
@given(st.data())
def test_table_four_printed_as_one_line_is_solved_exactly(data):
    numbers = data.draw(cases_numbers(ReviewAndLitigation2021, MOSTLY_ZERO))
    line = loosened(data.draw, numbers, CASES)
    if line is not None:
        solution = solve(Given(ReviewAndLitigation2021, lines=(line,)))
        assert told(solution, CASES) == possible(ReviewAndLitigation2021, {}, [list(placements(line))])


@SLOW
@given(st.data(), st.integers(0, 2))
def test_glued_digits_are_cut_exactly(data, group):
    numbers = data.draw(cases_numbers(ReviewAndLitigation2021, st.sampled_from((0, 0, 1, 2, 10, 12, 103))))
    cells = CASES[5 * group : 5 * group + 5]
    line = Joints(cells, ("".join(str(numbers[cell]) for cell in cells),))
    solution = solve(Given(ReviewAndLitigation2021, lines=(line,)))
    assert told(solution, cells) == possible(ReviewAndLitigation2021, {}, [list(partitions(line))])


@SLOW
@given(st.data(), st.sets(st.sampled_from(CASES), max_size=6))
def test_lost_cells_of_table_four_are_solved_exactly(data, lost):
    numbers = data.draw(cases_numbers(ReviewAndLitigation2021, st.integers(0, 3)))
    stated = {cell: number for cell, number in numbers.items() if cell not in lost}
    solution = solve(Given(ReviewAndLitigation2021, stated))
    expected = {}
    for each in identities(ReviewAndLitigation2021):
        cells = [cell for cell in each.cells if cell in lost]
        ways = [[{cell: number} for number in range(14)] for cell in cells]
        found = possible(ReviewAndLitigation2021, {cell: numbers[cell] for cell in CASES if cell not in cells}, ways)
        expected |= {cell: min(values) for cell, values in found.items() if len(values) == 1}
    assert {cell: outcome.value for cell, outcome in solution.outcomes.items()} == expected


@pytest.mark.parametrize("rate", TO_REACH)
def test_dropped_zeros_are_found_as_far_as_the_identities_determine_them(rate):
    found = shares(rate, tables=40, seed=7)
    assert found.wrong == 0
    assert found.determined >= TO_REACH[rate] * found.cells


def test_the_first_candidate_is_right_in_nine_of_ten_cells():
    found = shares(0.4, tables=60, seed=3)
    assert found.first_right >= 0.9 * found.ambiguous


@pytest.mark.parametrize("make", MAKES)
@pytest.mark.parametrize("rate", [0.01, 0.03, 0.12])
def test_where_numbers_are_dropped_like_zeros_none_is_told_wrongly(make, rate):
    assert shares(rate, rate, tables=15, seed=2, make=make).wrong == 0


@pytest.mark.parametrize("kind", MISPRINTS)
@pytest.mark.parametrize("make", MAKES)
def test_a_misprint_in_a_table_that_lost_zeros_makes_no_number_wrong(kind, make):
    """Only a copied line can fit all sums by chance; what is told then says what it assumes."""
    _, wrong, unreasoned = misprints(kind, 0.33, tables=12, seed=5, make=make)
    assert unreasoned == 0
    assert wrong == 0 or kind == "a line copied"


@SLOW
@given(st.integers(0, 2**32), st.floats(0, 0.4))
def test_what_a_dropped_number_makes_wrong_rests_on_the_assumption_that_it_breaks(seed, rate):
    """Numbers that are dropped with their total leave a table that is sound without them: 0 0 0 for 3 0 0 0 3."""
    rng = random.Random(seed)  # noqa: S311  # figures to repeat, not secrets
    numbers = small_table(rng)
    for cell, outcome in solve(dropped(numbers, rng, rate, rate)).outcomes.items():
        if outcome.state is State.RECOVERED and outcome.value != numbers[cell]:
            assert Assumption.DROPPED_IS_ZERO in outcome.proof.assumptions


def sound(solution):
    """What is proved, by cell."""
    return {cell: outcome.value for cell, outcome in solution.outcomes.items() if outcome.state is State.RECOVERED}


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.floats(0, 0.6))
def test_more_printed_zeros_undo_nothing_that_was_proved(seed, rate):
    rng = random.Random(seed)  # noqa: S311  # figures to repeat, not secrets
    numbers = requests_table(rng)
    more = {cell for cell, number in numbers.items() if number or rng.random() >= rate}
    less = {cell for cell in more if numbers[cell] or rng.random() >= rate}
    given_more = left(numbers, more)
    before, after = solve(left(numbers, less)), solve(given_more)
    if before.complete and after.complete:
        assert sound(before).items() <= (given_more.stated | sound(after)).items()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_the_order_in_which_lines_are_given_matters_not(seed):
    rng = random.Random(seed)  # noqa: S311  # figures to repeat, not secrets
    damage = damaged(requests_table(rng), rng)
    lines, stated = list(damage.lines), list(damage.stated.items())
    rng.shuffle(lines)
    rng.shuffle(stated)
    assert solve(Given(Requests2021, dict(stated), damage.empty, tuple(lines))) == solve(damage)


def damaged(numbers, rng):
    """A table as a page may leave it: lines loose, glued or split, cells empty, unreadable or complete."""
    stated, empty, lines = {}, set(), []
    rates = [rng.random() * rng.random() for _ in range(4)]
    for cells in CELLS.values():
        way = rng.choices(("loose", "glued", "split", "cells"), [*rates[:3], 1])[0]
        kept = [cell for cell in cells if numbers[cell] or rng.random() < 0.6]
        if way == "loose" and 0 < len(kept) < len(cells):
            lines.append(Loose(cells, tuple(numbers[cell] for cell in kept)))
        elif way == "glued":
            lines.append(Joints(cells, ("".join(str(numbers[cell]) for cell in cells),)))
        elif way == "split":
            halves = ((str(numbers[cell])[:1], str(numbers[cell])[1:]) for cell in cells)
            lines.append(Joints(cells, tuple(half for pair in halves for half in pair if half)))
        else:
            present = [cell for cell in cells if rng.random() > rates[3] ** 2]
            empty |= {cell for cell in present if not numbers[cell] and rng.random() < rates[3]}
            stated |= {cell: numbers[cell] for cell in present if cell not in empty}
    return Given(Requests2021, stated, frozenset(empty), tuple(lines))


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32))
def test_no_loss_makes_a_number_wrong(seed):
    rng = random.Random(seed)  # noqa: S311  # figures to repeat, not secrets
    numbers = requests_table(rng)
    damage = damaged(numbers, rng)
    for cell, outcome in solve(damage).outcomes.items():
        assert cell not in damage.stated
        if outcome.state is State.RECOVERED:
            assert (cell, outcome.value) == (cell, numbers[cell])
            assert outcome.proof is not None
        else:
            assert outcome.value is None
        if outcome.implied is not None:
            assert outcome.implied == numbers[cell]


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 2**32), st.floats(0, 1))
def test_every_way_that_is_kept_open_includes_the_true_one(seed, rate):
    rng = random.Random(seed)  # noqa: S311  # figures to repeat, not secrets
    numbers = requests_table(rng)
    for cell, outcome in solve(dropped(numbers, rng, rate)).outcomes.items():
        if outcome.state is State.AMBIGUOUS:
            assert numbers[cell] in {candidate.value for candidate in outcome.candidates}


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 2**32), st.floats(0, 0.7))
def test_the_first_candidates_of_all_cells_are_one_solution(seed, rate):
    rng = random.Random(seed)  # noqa: S311  # figures to repeat, not secrets
    numbers = requests_table(rng)
    damage = dropped(numbers, rng, rate)
    solution = solve(damage)
    likely = {
        cell: outcome.candidates[0].value if outcome.candidates else outcome.value
        for cell, outcome in solution.outcomes.items()
    }
    likely |= damage.stated
    # Of a line that lost all its numbers nothing need be told.
    if solution.complete and likely.keys() == numbers.keys():
        assert holds(Requests2021, likely)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 2**32))
def test_a_table_that_contradicts_itself_is_solved_without_complaint(seed):
    rng = random.Random(seed)  # noqa: S311  # figures to repeat, not secrets
    numbers = requests_table(rng)
    for cell in rng.sample(sorted(numbers), 3):
        numbers[cell] += rng.randint(1, 9)
    damage = damaged(numbers, rng)
    solution = solve(damage)
    assert not set(solution.outcomes) & set(damage.stated)
    assert solution == solve(damage)
