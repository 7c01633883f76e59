"""From the solutions of a board to what is said of each cell."""

from collections.abc import Iterator, Mapping

from attrs import define, evolve, field

from govdisclosure.identities import Identity
from govdisclosure.reading import Candidate, Proof
from govdisclosure.recovery.board import Block, Board, View
from govdisclosure.recovery.candidates import by_order, contents_of, ranked
from govdisclosure.recovery.contents import BITS, BLANK, EMPTY, GAP, MARK
from govdisclosure.recovery.network import Sum
from govdisclosure.recovery.printed import PrintedLine
from govdisclosure.recovery.puzzle import Assumption, Given, Outcome
from govdisclosure.states import State

TAKEN_AS_ZERO = "the sums take it as 0"
LEFT_BLANK = "no number of the line stands here"
GIVEN_UP = "the search was given up"


def implied_note(number: int) -> str:
    """What the sums say of an empty cell."""
    return f"the sums leave {number} for it" if number else TAKEN_AS_ZERO


@define
class Answers:
    """Says what is known of the cells of a solved board."""

    given: Given
    lines: tuple[PrintedLine, ...]
    view: View
    board: Board
    grounds: Mapping[int, tuple[Sum, ...]]
    #: The identities that the printed lines contradict, or make doubtful.
    contested: frozenset[Identity]
    #: Whether all ways to place the numbers were tried.
    complete: bool
    #: The cells that a sum holds for.
    summed: frozenset[int] = field(init=False)
    #: The cells of which some are wrong or lost, where that is so in several lines.
    suspects: frozenset[int] = field(init=False)
    #: The cells of sums that are contested, and of all that are given up.
    doubted: frozenset[int] = field(init=False)
    forsaken: frozenset[int] = field(init=False)
    _proofs: dict[tuple[Sum, ...], Proof] = field(factory=dict, init=False)

    @summed.default
    def _summed(self) -> frozenset[int]:
        return frozenset(cell for each in self._holding for cell in each.cells)

    @suspects.default
    def _suspects(self) -> frozenset[int]:
        return frozenset(
            cell
            for block in (self.board.blocks if len(self.view.faulty) > 1 else ())
            for option in block.options or ()
            if option.printed
            for cell, printed, number in zip(block.cells, option.printed, option.quantities, strict=True)
            if printed != number
        )

    @property
    def _holding(self) -> tuple[Sum, ...]:
        return tuple(each for each in self.board.network.sums if each.identity not in self.view.given_up)

    @doubted.default
    def _doubted(self) -> frozenset[int]:
        return self._over(self.contested)

    @forsaken.default
    def _forsaken(self) -> frozenset[int]:
        return self._over(self.view.given_up)

    def _over(self, given_up: frozenset[Identity]) -> frozenset[int]:
        return frozenset(cell for each in self.board.network.sums if each.identity in given_up for cell in each.cells)

    def outcomes(self) -> dict[str, Outcome]:
        """By address in print order, what is said of each cell."""
        said = dict(self._placed())
        said.update(self._unplaced(frozenset(said)))
        addresses = self.board.network.addresses
        return {addresses[cell]: said[cell] for cell in sorted(said)}

    def _placed(self) -> Iterator[tuple[int, Outcome]]:
        """The cells of printed lines."""
        blocks = {cell: block for block in self.board.blocks for cell in block.cells}
        for line in self.lines:
            block = blocks[line.cells[0]]
            if block.options is None:
                for place, cell in enumerate(line.cells):
                    yield cell, self._ambiguous(by_order(line.line, place))
                continue
            places = [block.cells.index(cell) for cell in line.cells]
            blank = sum(BLANK << (BITS * place) for place in places)
            shaky = any(option.kinds & blank and any(option.quantities) for option in block.options)
            is_open = block.contradicted or self._is_contested(line)
            for place, cell in zip(places, line.cells, strict=True):
                yield cell, self._place(block, place, cell, shaky=shaky, is_open=is_open)

    def _is_contested(self, line: PrintedLine) -> bool:
        """Whether a line takes part in a contradiction, so that nothing in it can be proved.

        Of lines with wrong or lost numbers one alone is told, and only if it was tried as well that numbers of it fell
        in two. Numbers are not put together from several tokens on what is left of contradicted sums either. And where
        lines contradict each other, numbers may have been dropped: what is left of 1 0 0 0 1 without them is a line of
        zeros that nothing vouches for.
        """
        if self.view.is_faulty(line.cells) and (len(self.view.faulty) > 1 or line.torn is line):
            return True
        is_in_doubt = bool(self.contested or self.view.faulty)
        if is_in_doubt and line.is_short and not line.shows_number and not self._is_vouched_for(line):
            return True
        return not (self.forsaken if line.is_split else self.doubted).isdisjoint(line.cells)

    def _is_vouched_for(self, line: PrintedLine) -> bool:
        """Whether a column of numbers comes out even with the total of a line.

        Where several lines have wrong or lost numbers, theirs vouch for nothing.
        """
        settled = self.board.settled
        return any(
            all(cell in settled for cell in each.cells)
            and any(settled[cell] for cell in each.cells)
            and self.suspects.isdisjoint(each.cells)
            for each in self.board.columns
            if line.cells[-1] in each.cells
        )

    def _ambiguous(self, candidates: tuple[Candidate, ...]) -> Outcome:
        return Outcome(State.AMBIGUOUS, candidates=candidates, notes=() if self.complete else (GIVEN_UP,))

    def _place(self, block: Block, place: int, cell: int, *, shaky: bool, is_open: bool) -> Outcome:
        """What is said of a cell of a printed line.

        If its total may have been left blank (``shaky``), the line's own sum proves nothing and a column has to confirm
        the cell. A number that may be wrong may be no number of one cell either, but two that run together. Where no
        sum holds for the cell, nothing bears the assumption that a dropped cell stands for 0.
        """
        is_zero = cell in self.summed and not block.contradicted
        weights: dict[int | None, float] = {}
        kinds = 0
        for option, weight in zip(block.options or (), block.weights, strict=True):
            kinds |= option.kind(place)
            contents = contents_of(option, place, is_zero=is_zero)
            for content in contents:
                weights[content] = weights.get(content, 0.0) + weight / len(contents)
        is_open = is_open or any(option.doubts(place) for option in block.options or ())
        ground = self._confirming(cell) if shaky else self.grounds.get(cell, ())
        if not ground and self.view.is_faulty(block.cells):
            ground = self._holding  # what is printed is settled, what stands for it in the sums is not
        if len(weights) > 1 or is_open or (shaky and not ground):
            likeliest = block.likeliest
            first = contents_of(likeliest, place, is_zero=is_zero)[0] if likeliest else None
            return self._ambiguous(ranked(weights, first))
        (content,) = weights
        proof = self._proof(ground, is_zero=content == 0 and bool(kinds & GAP))
        if content is not None:
            return Outcome(State.RECOVERED, content, proof=proof or Proof(()))
        if kinds == MARK:
            return Outcome(State.DASH)
        return self._left_blank(cell, kinds, proof)

    def _left_blank(self, cell: int, kinds: int, proof: Proof | None) -> Outcome:
        """What is said of a cell in which no number of its line stands."""
        implied = self.board.settled.get(cell) if kinds in {BLANK, EMPTY} else None
        unplaced = () if kinds == EMPTY else (LEFT_BLANK,)
        told = () if implied is None else (implied_note(implied),)
        return Outcome(State.BLANK, implied=implied, proof=proof, notes=(*unplaced, *told))

    def _confirming(self, cell: int) -> tuple[Sum, ...]:
        """The column sums that come out even with what is settled of a cell; none where identities are given up."""
        if self.view.given_up:
            return ()
        settled = self.board.settled
        columns = (each for each in self.board.columns if cell in each.cells)
        return tuple(each for each in columns if all(other in settled for other in each.cells))

    def _unplaced(self, placed: frozenset[int]) -> Iterator[tuple[int, Outcome]]:
        """The lost cells that are recovered, and the empty cells that the sums imply a number for."""
        index = self.board.network.index
        empty = {index[address] for address in self.given.empty if address in index}
        empty -= {index[address] for address in self.given.stated if address in index}
        for cell, number in self.board.settled.items():
            ground = self.grounds.get(cell, ())
            if cell in empty and cell in self.summed:
                note = implied_note(number)
                yield cell, Outcome(State.BLANK, implied=number, proof=self._proof(ground), notes=(note,))
            elif cell not in self.board.known and cell not in placed and ground and self._is_uncontested(cell):
                yield cell, Outcome(State.RECOVERED, number, proof=self._proof(ground))

    def _is_uncontested(self, cell: int) -> bool:
        """Whether a number that only sums tell can be trusted.

        In a table that contradicts itself some printed number is wrong, and a sum over it tells a wrong number. There
        every sum over the cell has to come out even with it.
        """
        if not self.view.given_up:
            return True
        over = [each for each in self.board.network.sums if cell in each.cells]
        return all(
            each.identity not in self.view.given_up and all(other in self.board.settled for other in each.cells)
            for each in over
        )

    def _proof(self, ground: tuple[Sum, ...], *, is_zero: bool = False) -> Proof | None:
        """The proof from some sums; None where none was needed.

        Of a single cell it is told as well that it may have been blank (``is_zero``).
        """
        found = self._proofs.get(ground)
        if found is None and ground:
            names = {each.identity for each in ground}
            ordered = (each.identity for each in self.board.network.sums if each.identity in names)
            found = Proof(tuple(identity.label for identity in ordered), tuple(self._assumptions(ground)))
            self._proofs[ground] = found
        if found is not None and is_zero and Assumption.DROPPED_IS_ZERO not in found.assumptions:
            return evolve(found, assumptions=(Assumption.DROPPED_IS_ZERO, *found.assumptions))
        return found

    def _assumptions(self, ground: tuple[Sum, ...]) -> Iterator[Assumption]:
        """What the proof from some sums assumes."""
        network = self.board.network
        cells = {cell for each in ground for cell in each.cells}
        lines = [line for line in self.lines if not cells.isdisjoint(line.cells)]
        firm = [line for line in lines if not self.view.is_faulty(line.cells)]
        if any(line.is_short for line in firm):
            yield Assumption.DROPPED_IS_ZERO
        if any(line.is_split and line.is_short for line in firm):
            yield Assumption.FELL_IN_TWO
        if len(firm) < len(lines):
            yield Assumption.ONE_FAULT
        zeros = (network.index.get(address) for address in self.given.empty)
        if any(line.line.has_empties for line in firm) or any(
            cell in cells and self.board.known.get(cell) == 0 for cell in zeros if cell is not None
        ):
            yield Assumption.EMPTY_IS_ZERO
        if self.view.blank_totals:
            yield Assumption.BLANK_TOTALS
        if self.view.given_up:
            yield Assumption.BROKEN_IDENTITIES
