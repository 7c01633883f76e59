"""Recovery step by step: each view of what is given assumes more than the one before, and the first that fits is told.

1. The printed numbers are right, every identity holds, a dropped or empty cell stands for 0.
2. Empty cells may be lost numbers.
3. The totals of detail lines may have been blank when they were dropped.
4. Identities are given up: those that the printed numbers contradict, and those over numbers that this makes doubtful.
"""

from collections.abc import Iterator, Sequence

from attrs import evolve

from govdisclosure.identities import Identity
from govdisclosure.recovery.answers import Answers
from govdisclosure.recovery.board import PrintedLine, View, printed_lines, set_up
from govdisclosure.recovery.budget import Budget
from govdisclosure.recovery.network import Sum, network_of
from govdisclosure.recovery.puzzle import Given, Solution
from govdisclosure.recovery.screening import Screened, screen
from govdisclosure.recovery.search import Contradiction, Search

#: Units of about a microsecond.
BUDGET = 25_000


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
        self.screened = screened
        self.budget = budget

    def solve(self) -> Solution:
        """Try the views in turn."""
        views = list(self._views())
        for view in views:
            solution = self._attempt(view, self.screened.broken)
            if solution is not None:
                return solution
        return self._give_up(views)

    def _views(self) -> Iterator[View]:
        """The views in which every identity holds that the stated numbers do not break."""
        first = self.screened.view
        placed = {cell for line in self.lines for cell in line.cells}
        empty = {self.network.index[address] for address in self.given.empty if address in self.network.index}
        lost_empty = frozenset(empty - placed - self.network.totals)
        droppable = {cell for line in self.lines if line.is_short for cell in line.cells}
        steps = [first.blank_totals, True] if droppable & self.network.detail_totals else [False]
        for blank_totals in dict.fromkeys(steps):
            view = evolve(first, blank_totals=blank_totals)
            yield view
            if lost_empty > view.lost_empty:
                yield evolve(view, lost_empty=lost_empty)

    def _attempt(self, view: View, broken: frozenset[Identity]) -> Solution | None:
        """What a view tells; None if nothing fits it."""
        search = self._search(view)
        try:
            search.run()
        except Contradiction:
            return None
        answers = Answers(self.given, self.lines, view, search.board, search.grounds)
        ordered = tuple(each.identity for each in self.network.sums if each.identity in broken)
        return Solution(answers.outcomes(), search.complete, ordered)

    def _search(self, view: View) -> Search:
        return Search(set_up(self.given, self.lines, view), self.budget)

    def _give_up(self, views: Sequence[View]) -> Solution:
        """Give up as few identities as it takes until something fits; if no choice of them does, all."""
        bases = {view.blank_totals: view for view in reversed(views)}
        found = [self._without_broken(view) for view in reversed(bases.values())]
        best = min(found, key=lambda screened: len(screened.broken))
        columns = best.view.given_up.union(each.identity for each in self.network.columns)
        everything = columns.union(each.identity for each in self.network.lines)
        for given_up in (best.view.given_up, columns, everything):
            solution = self._attempt(evolve(best.view, given_up=given_up), best.broken)
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
