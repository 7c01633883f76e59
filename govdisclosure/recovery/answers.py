"""From the solutions of a board to what is said of each cell."""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from attrs import define, field

from govdisclosure.reading import Candidate, Proof
from govdisclosure.recovery.board import Block, Board, PrintedLine, View
from govdisclosure.recovery.network import Sum
from govdisclosure.recovery.placing import BITS, BLANK, GAP, MARK, NUMBER, Option
from govdisclosure.recovery.puzzle import Assumption, Given, Joints, Loose, Outcome
from govdisclosure.states import State

TAKEN_AS_ZERO = "the sums take it as 0"
#: What is not proved is not said to be certain.
MOST_SURE = 0.99
LEFT_BLANK = "no number of the line stands here"


def implied_note(number: int) -> str:
    """What the sums say of an empty cell."""
    return f"the sums leave {number} for it" if number else TAKEN_AS_ZERO


def _by_order(line: Loose | Joints, place: int) -> tuple[Candidate, ...]:
    """What may stand in a cell by the order of the numbers alone, where their ways are too many to list."""
    if isinstance(line, Joints):
        return ()
    gaps = len(line.cells) - len(line.numbers)
    within = line.numbers[max(0, place - gaps) : place + 1]
    return tuple(Candidate(number, "order of the numbers") for number in dict.fromkeys((*within, None)))


@define
class Answers:
    """Says what is known of the cells of a solved board."""

    given: Given
    lines: tuple[PrintedLine, ...]
    view: View
    board: Board
    grounds: Mapping[int, tuple[Sum, ...]]
    #: The cells that a sum holds for.
    summed: frozenset[int] = field(init=False)
    _proofs: dict[tuple[Sum, ...], Proof] = field(factory=dict, init=False)

    @summed.default
    def _summed(self) -> frozenset[int]:
        holding = (each for each in self.board.network.sums if each.identity not in self.view.given_up)
        return frozenset(cell for each in holding for cell in each.cells)

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
                    yield cell, Outcome(State.AMBIGUOUS, candidates=_by_order(line.line, place))
                continue
            places = [block.cells.index(cell) for cell in line.cells]
            blank = sum(BLANK << (BITS * place) for place in places)
            shaky = any(option.kinds & blank and any(option.quantities) for option in block.options)
            for place, cell in zip(places, line.cells, strict=True):
                yield cell, self._place(block, place, cell, shaky=shaky)

    def _place(self, block: Block, place: int, cell: int, *, shaky: bool) -> Outcome:
        """What is said of a cell of a printed line.

        If its total may have been left blank (``shaky``), the line's own sum proves nothing and a column has to confirm
        the cell. Where no sum holds for the cell, nothing bears the assumption that a dropped cell stands for 0.
        """
        dropped = None if block.contradicted or cell not in self.summed else 0
        weights: dict[int | None, float] = {}
        kinds = 0
        for option, weight in zip(block.options or (), block.weights, strict=True):
            kinds |= option.kind(place)
            contents = _contents(option, place, dropped)
            for content in contents:
                weights[content] = weights.get(content, 0.0) + weight / len(contents)
        ground = self._confirming(cell) if shaky else self.grounds.get(cell, ())
        if len(weights) > 1 or block.contradicted or (shaky and not ground):
            likely = max(zip(block.weights, block.options or (), strict=True), key=itemgetter(0))[1]
            return Outcome(State.AMBIGUOUS, candidates=_ranked(weights, _contents(likely, place, dropped)))
        (content,) = weights
        proof = self._proof(ground)
        if content is not None:
            return Outcome(State.RECOVERED, content, proof=proof or Proof(()))
        if kinds == MARK:
            return Outcome(State.DASH)
        implied = self.board.settled.get(cell) if kinds == BLANK else None
        notes = (LEFT_BLANK,) if implied is None else (LEFT_BLANK, implied_note(implied))
        return Outcome(State.BLANK, implied=implied, proof=proof, notes=notes)

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

    def _proof(self, ground: tuple[Sum, ...]) -> Proof | None:
        """The proof from some sums; None where none was needed."""
        found = self._proofs.get(ground)
        if found is None and ground:
            names = {each.identity for each in ground}
            ordered = (each.identity for each in self.board.network.sums if each.identity in names)
            found = Proof(tuple(identity.label for identity in ordered), tuple(self._assumptions(ground)))
            self._proofs[ground] = found
        return found

    def _assumptions(self, ground: tuple[Sum, ...]) -> Iterator[Assumption]:
        """What the proof from some sums assumes."""
        network = self.board.network
        cells = {cell for each in ground for cell in each.cells}
        if any(line.is_short and not cells.isdisjoint(line.cells) for line in self.lines):
            yield Assumption.DROPPED_IS_ZERO
        zeros = (network.index.get(address) for address in self.given.empty)
        if any(cell in cells and self.board.known.get(cell) == 0 for cell in zeros if cell is not None):
            yield Assumption.EMPTY_IS_ZERO
        if self.view.blank_totals:
            yield Assumption.BLANK_TOTALS
        if self.view.given_up:
            yield Assumption.BROKEN_IDENTITIES


def _contents(option: Option, place: int, dropped: int | None) -> list[int | None]:
    """What may stand in a cell by an option, the number first; a dropped cell is 0 or nothing."""
    kind = option.kind(place)
    contents: list[int | None] = []
    if kind & NUMBER:
        contents.append(option.quantities[place])
    if kind & GAP and dropped not in contents:
        contents.append(dropped)
    if kind & (MARK | BLANK) and None not in contents:
        contents.append(None)
    return contents


def _ranked(weights: Mapping[int | None, float], likely: Sequence[int | None]) -> tuple[Candidate, ...]:
    """The candidates of a cell: what it holds in the likeliest filling of its line, then by their weight."""
    total = sum(weights.values()) or 1.0

    def rank(content: int | None) -> tuple[bool, float, bool, int]:
        return content != likely[0], -weights[content], content is None, content or 0

    return tuple(
        Candidate(content, f"{min(weights[content] / total, MOST_SURE):.0%} of the weighed fillings")
        for content in sorted(weights, key=rank)
    )
