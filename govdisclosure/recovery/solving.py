"""Recovery step by step: each view of what is given assumes more than the one before, and the first that fits is told.

1. The printed numbers are right, every identity holds, a dropped or empty cell stands for 0.
2. Empty cells may be lost numbers.
3. The totals of detail lines may have been blank when they were dropped.
4. In lines whose numbers fit in no other way, some of them fell in two.
5. In each line whose numbers fit in no way, one cell is wrong, or a number that was dropped, or numbers of it fell in
   two or ran together.
6. Identities are given up: those that the printed numbers contradict, and those over numbers that this makes doubtful.
   Nothing is recovered in a line that takes part in one of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from attrs import evolve

from govdisclosure.identities import Identity
from govdisclosure.recovery.answers import Answers
from govdisclosure.recovery.board import View, set_up
from govdisclosure.recovery.budget import Budget
from govdisclosure.recovery.network import Sum, network_of
from govdisclosure.recovery.placing import Listings
from govdisclosure.recovery.printed import PrintedLine, printed_lines
from govdisclosure.recovery.puzzle import Given, Loose, Solution
from govdisclosure.recovery.screening import Screened, screen
from govdisclosure.recovery.search import Contradiction, Search
from govdisclosure.states import State

#: With more lines that fit in no way, the numbers of a table were not spoilt here and there.
MOST_FAULTY = 3
#: Units of about a microsecond.
BUDGET = 20_000


def solve(given: Given, *, budget: int = BUDGET) -> Solution:
    """Find what the source lost of a table, as far as the identities of its form leave one answer.

    Args:
        given: what is known of the table.
        budget: how much the search may cost, in units of about a microsecond.

    Raises:
        UnknownAddress: if a printed line names a cell that the table does not have.
    """
    lines = printed_lines(given)
    screened = screen(given, lines)
    return _Solver(given, lines, screened, Budget(budget)).solve()


def _tells(solution: Solution) -> bool:
    """Whether a search came to an end, or found a number before that."""
    return solution.complete or any(outcome.state is State.RECOVERED for outcome in solution.outcomes.values())


class _Solver:
    def __init__(self, given: Given, lines: tuple[PrintedLine, ...], screened: Screened, budget: Budget) -> None:
        self.given = given
        self.lines = lines
        self.network = network_of(given.table)
        self.screened = screened
        self.listings = Listings(self.network.column_names, budget)

    def solve(self) -> Solution:
        """Try the views in turn."""
        solution = self._first(self._views_of_blanks())
        torn = self._torn() if solution is None else self.lines
        if torn != self.lines:
            return _Solver(self.given, torn, self.screened, self.listings.budget).solve()
        return solution or self._first(self._views_of_faults()) or self._give_up()

    def _first(self, views: Iterable[View]) -> Solution | None:
        """What the first view tells that fits; None if none does."""
        for view in views:
            broken = self.screened.broken.union(each.identity for each in view.faulty)
            solution = self._attempt(view, broken)
            if solution is not None and (not view.faulty or _tells(solution)):
                return solution
        return None

    def _views_of_blanks(self) -> Iterator[View]:
        """The views in which all that was dropped was blank, and every identity holds that can."""
        yield from self._with_empty(self.screened.view)
        # Two lines show a habit; one alone may as well have lost its numbers.
        if len(self._without_total) > 1:
            yield from self._with_empty(self._blank_totals)

    def _views_of_faults(self) -> Iterator[View]:
        """The views in which lines that fit in no way have a wrong or lost number."""
        if len(self._without_total) == 1:
            yield from self._with_empty(evolve(self._blank_totals, faulty=tuple(self._without_total)))
        printed = {cell for line in self.lines if isinstance(line.line, Loose) for cell in line.cells}
        faulty = tuple(each for each in self._unfit if not printed.isdisjoint(each.cells))
        if 0 < len(faulty) <= MOST_FAULTY:
            yield from self._with_empty(evolve(self.screened.view, faulty=faulty))

    def _with_empty(self, view: View) -> Iterator[View]:
        """A view, and the same if empty cells may be lost numbers."""
        yield view
        placed = {cell for line in self.lines for cell in line.cells}
        empty = {self.network.index[address] for address in self.given.empty if address in self.network.index}
        lost_empty = frozenset(empty - placed - self.network.totals)
        if lost_empty > view.lost_empty:
            yield evolve(view, lost_empty=lost_empty)

    @property
    def _blank_totals(self) -> View:
        return evolve(self.screened.view, blank_totals=True)

    def _torn(self) -> tuple[PrintedLine, ...]:
        """The lines; those that fit in no way are taken for such whose numbers fell in two, where they fit so.

        A line alone may fit so by chance, with a misprint.
        """
        unfit = {cell for each in self._unfit for cell in each.cells}
        torn = tuple(line if unfit.isdisjoint(line.cells) else line.torn for line in self.lines)
        if torn == self.lines:
            return torn
        still_unfit = {cell for each in self._broken_lines(self.screened.view, torn) for cell in each.cells}
        pairs = zip(self.lines, torn, strict=True)
        retold = tuple(better if still_unfit.isdisjoint(line.cells) else line for line, better in pairs)
        is_habit = sum(line.is_split for line in retold) > 1
        return retold if is_habit else self.lines

    @cached_property
    def _unfit(self) -> list[Sum]:
        """The sums along lines whose numbers fit in no way, if every identity holds and dropped cells stand for 0."""
        return self._broken_lines(self.screened.view)

    @cached_property
    def _without_total(self) -> list[Sum]:
        """The sums along lines that fit only if their totals are blank, if more bear that out than speak against it.

        A line that has a number and fits with its total speaks against it. If only columns do not hold, totals that are
        printed would be taken for other numbers.
        """
        droppable = frozenset(cell for line in self.lines if line.may_lack_total for cell in line.cells)
        lacking = [each for each in self._unfit if each.plus[0] in droppable & self.network.detail_totals]
        having = [each for each in self._detail_lines_with_numbers() if each not in self._unfit]
        is_habit = not self.screened.view.blank_totals and len(lacking) > len(having)
        return lacking if is_habit else []

    def _detail_lines_with_numbers(self) -> Iterator[Sum]:
        """The sums along detail lines in which a number above 0 is printed."""
        numbers = {self.network.index.get(address) for address, number in self.given.stated.items() if number}
        for line in self.lines:
            if isinstance(line.line, Loose) and line.shows_number:
                numbers.update(line.cells)
        for each in self.network.lines:
            if each.plus[0] in self.network.detail_totals and not numbers.isdisjoint(each.cells):
                yield each

    def _attempt(
        self, view: View, broken: frozenset[Identity], contested: frozenset[Identity] = frozenset()
    ) -> Solution | None:
        """What a view tells; None if nothing fits it."""
        search = self._search(view)
        try:
            search.run()
        except Contradiction:
            return None
        answers = Answers(self.given, self.lines, view, search.board, search.grounds, contested, search.complete)
        ordered = tuple(each.identity for each in self.network.sums if each.identity in broken)
        return Solution(answers.outcomes(), search.complete, ordered)

    def _search(self, view: View, lines: tuple[PrintedLine, ...] | None = None) -> Search:
        return Search(set_up(self.given, lines or self.lines, view), self.listings)

    def _give_up(self) -> Solution:
        """Give up as few identities as it takes until something fits; if no choice of them does, all."""
        first = self.screened.view
        bases = {first, self._blank_totals} if self._without_total else {first}
        found = [self._without_broken(view) for view in bases]
        best = min(found, key=lambda screened: len(screened.broken))
        columns = best.view.given_up.union(each.identity for each in self.network.columns)
        everything = columns.union(each.identity for each in self.network.lines)
        for given_up in (best.view.given_up, columns, everything):
            # If none is found that is to be given up, the search for it was not finished.
            contested = (given_up - first.given_up) or everything
            solution = self._attempt(evolve(best.view, given_up=given_up), best.broken, contested)
            if solution is not None:
                return solution
        return Solution()

    def _without_broken(self, view: View) -> Screened:
        """A view without the identities that it contradicts: sums along lines first, then sums of columns."""
        lines = self._broken_lines(view)
        cells = {cell for each in lines for cell in each.cells}
        doubted = {each.identity for each in self.network.sums if not cells.isdisjoint(each.cells)}
        view = evolve(view, given_up=view.given_up | doubted)
        columns = {each.identity for each in self._broken_columns(view)}
        broken = self.screened.broken.union(each.identity for each in lines) | columns
        return Screened(evolve(view, given_up=view.given_up | columns), broken)

    def _broken_lines(self, view: View, lines: tuple[PrintedLine, ...] | None = None) -> list[Sum]:
        """The sums along lines whose numbers fit in no way."""
        search = self._search(view, lines)
        broken: list[Sum] = []
        for block in search.board.blocks:
            try:
                search.list_line(block)
            except Contradiction as contradiction:
                broken += contradiction.sums
        return broken

    def _broken_columns(self, view: View) -> list[Sum]:
        """Of the column sums that cannot hold together, those without any one of which the others can."""
        search = self._search(view)
        broken = self._odd_columns(search)
        for group in search.groups():
            if self._is_solvable(search, group):
                continue
            alone = [
                each for each in group if self._is_solvable(search, [other for other in group if other is not each])
            ]
            broken += alone or group
        return broken

    @staticmethod
    def _odd_columns(search: Search) -> list[Sum]:
        """The column sums that do not come out even once each line is placed by itself; the search leaves them out."""
        for block in search.board.blocks:
            search.list_line(block)
        odd: list[Sum] = []
        while True:
            try:
                search.groups()
            except Contradiction as contradiction:
                odd += contradiction.sums
                search.board.columns = tuple(each for each in search.board.columns if each not in contradiction.sums)
            else:
                return odd

    @staticmethod
    def _is_solvable(search: Search, columns: Sequence[Sum]) -> bool:
        found = search.sweep(columns)
        return found is None or found.solvable
