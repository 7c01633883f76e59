"""Recovery step by step: each view of what is given assumes more than the one before, and the first that fits is told.

1. The printed numbers are right, every identity holds, a dropped or empty cell stands for 0.
2. Empty cells may be lost numbers.
3. The totals of detail lines may have been blank when they were dropped.
4. Identities are given up: those that the printed numbers contradict, and those over numbers that this makes doubtful.
"""

from collections.abc import Iterator, Sequence

from attrs import evolve

from govdisclosure.recovery.answers import Answers
from govdisclosure.recovery.board import PrintedLine, View, printed_lines, set_up
from govdisclosure.recovery.budget import Budget
from govdisclosure.recovery.network import Sum, network_of
from govdisclosure.recovery.puzzle import Given, Solution
from govdisclosure.recovery.screening import Screened, screen
from govdisclosure.recovery.search import Contradiction, Search

#: Units of about a microsecond.
BUDGET = 30_000


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


class _Solver:
    def __init__(self, given: Given, lines: tuple[PrintedLine, ...], screened: Screened, budget: Budget) -> None:
        self.given = given
        self.lines = lines
        self.network = network_of(given.table)
        self.first = screened.view
        self.broken = screened.broken
        self.budget = budget

    def solve(self) -> Solution:
        """Try the views in turn."""
        views = list(self._views())
        for view in views:
            solution = self._attempt(view)
            if solution is not None:
                return solution
        return self._give_up(views)

    def _views(self) -> Iterator[View]:
        """The views in which every identity holds that the stated numbers do not break."""
        placed = {cell for line in self.lines for cell in line.cells}
        empty = {self.network.index[address] for address in self.given.empty if address in self.network.index}
        lost_empty = frozenset(empty - placed - self.network.totals)
        droppable = {cell for line in self.lines if line.is_short for cell in line.cells}
        steps = [self.first.blank_totals, True] if droppable & self.network.detail_totals else [False]
        for blank_totals in dict.fromkeys(steps):
            view = evolve(self.first, blank_totals=blank_totals)
            yield view
            if lost_empty > view.lost_empty:
                yield evolve(view, lost_empty=lost_empty)

    def _attempt(self, view: View) -> Solution | None:
        """What a view tells; None if nothing fits it."""
        search = self._search(view)
        try:
            search.run()
        except Contradiction:
            return None
        answers = Answers(self.given, self.lines, view, search.board, search.grounds)
        broken = tuple(each.identity for each in self.network.sums if each.identity in self.broken)
        return Solution(answers.outcomes(), search.complete, broken)

    def _search(self, view: View) -> Search:
        return Search(set_up(self.given, self.lines, view), self.budget)

    def _give_up(self, views: Sequence[View]) -> Solution:
        """Give up identities until something fits: first the lines, then single sums of columns, then all columns."""
        view = next((view for view in views if not self._broken_lines(view)), views[0])
        view = self._without(view, self._broken_lines(view), spread=True)
        view = self._without(view, self._broken_columns(view), spread=False)
        columns = view.given_up.union(each.identity for each in self.network.columns)
        everything = columns.union(each.identity for each in self.network.lines)
        for given_up in (view.given_up, columns, everything):
            solution = self._attempt(evolve(view, given_up=given_up))
            if solution is not None:
                return solution
        return Solution()

    def _without(self, view: View, broken: Sequence[Sum], *, spread: bool) -> View:
        """A view without some identities, and without those over their cells, if their numbers cannot be placed."""
        self.broken |= {each.identity for each in broken}
        cells = {cell for each in broken for cell in each.cells} if spread else set()
        touched = {each.identity for each in self.network.sums if not cells.isdisjoint(each.cells)}
        return evolve(view, given_up=view.given_up | {each.identity for each in broken} | touched)

    def _broken_lines(self, view: View) -> list[Sum]:
        """The sums along lines whose numbers fit in no way."""
        search = self._search(view)
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
