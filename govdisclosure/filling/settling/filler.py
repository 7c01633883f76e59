"""The readings of a document's cells, put together from all the rows that say something of them."""

from collections.abc import Iterable

from attrs import evolve, frozen

from govdisclosure.filling.cells import ambiguous, stated
from govdisclosure.filling.rows import Item, Row
from govdisclosure.filling.settling.lines import cells_of_row, placed_in, unit_beside
from govdisclosure.form import slots
from govdisclosure.reading import Candidate, Reading
from govdisclosure.source import Source
from govdisclosure.states import State


@frozen
class LooseLine:
    """A line whose numbers are there, but whose cells are not all known to be."""

    #: The addresses of its cells, in print order.
    cells: tuple[str, ...]
    row: Row


class Filler:
    """Collects the readings of one document."""

    def __init__(self, source: Source) -> None:
        """Begin with no readings."""
        self._source = source
        self._found: dict[str, Reading] = {}
        self.loose: list[LooseLine] = []
        self.over: list[tuple[Item, Row]] = []
        self.twice: list[str] = []
        self._guesses: list[Reading] = []
        #: The cells that are printed twice, once empty: whose the number is, is not known where other numbers differ.
        self._half_blank: list[str] = []
        #: The numbers of the grids in which numbers stand.
        self._filled: frozenset[int] = frozenset()
        #: The lines of which numbers stand there.
        self._known: frozenset[str] = frozenset()

    def fill(self, row: Row, form: type) -> None:
        """Take what a row says of its cells in a form."""
        cells = cells_of_row(row, form)
        placed = placed_in(row, cells)
        if placed is None:
            self.loose.append(LooseLine(tuple(slot.address for slot in cells), row))
            self._guesses += [ambiguous(slot, n, len(cells), row, self._source) for n, slot in enumerate(cells)]
            return
        self.over += [(item, row) for item in placed.over]
        for slot, item in zip(cells, placed.cells, strict=False):
            if item is not None:
                reading = stated(slot, item, unit_beside(slot, row))
                if item.place is None or row.stray:
                    self._guesses.append(reading)
                else:
                    self._add(reading)

    def finish(self) -> None:
        """Take what lines of text say, and lines whose cells are not all known, for cells that no table shows.

        行政许可 3 may be of a menu, 行政复议数量 of the statistics that an older form asked for. Only lines that print
        most of a table are a second printing of it.
        """
        printed = [reading for reading in self._found.values() if reading.place]
        stated = [reading for reading in printed if reading.state is State.STATED]
        self._filled = frozenset(reading.place.table for reading in stated if reading.place)
        once, again = _lines_by_table(printed), _lines_by_table(self._guesses)
        twice = {name for name, lines in once.items() if len(again.get(name, ())) >= _MOST * len(lines)}
        known = _lines_by_table(stated)
        self._known = frozenset(line for name, lines in known.items() if name not in twice for line in lines)
        for guess in self._guesses:
            if not (self._is_known(guess.address) or self._is_empty(guess.address)):
                self._add(guess)
        differing = {address.partition(".")[0] for address in self.twice}
        for address in dict.fromkeys(self._half_blank):
            if address.partition(".")[0] in differing and address not in self.twice:
                self.twice.append(address)
                self._found[address] = _either(self._found[address], Reading(address, State.BLANK))

    def _is_known(self, address: str) -> bool:
        """Whether the line of a cell stands in a table, in the form of any edition."""
        return address.rpartition(".")[0] in self._known

    def _is_empty(self, address: str) -> bool:
        """Whether a cell of a table that has numbers is known to have none."""
        found = self._found.get(address)
        is_empty = found is not None and found.state in {State.BLANK, State.DASH}
        return is_empty and found is not None and found.place is not None and found.place.table in self._filled

    def _add(self, reading: Reading) -> None:
        before = self._found.get(reading.address)
        settled = reading.address in self.twice
        if before is not None and {before.state, reading.state} in _HALF_BLANK:
            self._half_blank.append(reading.address)
        if before is None or (_says_more(reading, before) and not settled):
            self._found[reading.address] = reading
        elif (settled or not _says_more(before, reading)) and before.value != reading.value:
            self.twice += () if settled else (reading.address,)
            self._found[reading.address] = _either(before, reading)

    def unsettled(self) -> Iterable[LooseLine]:
        """The loose lines, without those that the document prints again in full."""
        return (line for line in self.loose if not all(map(self._is_settled, line.cells)))

    def _is_settled(self, address: str) -> bool:
        found = self._found.get(address)
        is_stated = found is not None and found.state is State.STATED
        return is_stated or self._is_known(address) or self._is_empty(address)

    def readings(self, used: dict[str, tuple[type, ...]]) -> Iterable[Reading]:
        """One reading for each cell of the forms of each table."""
        seen = set()
        for form in (form for forms in used.values() for form in forms):
            for slot in slots(form):
                if slot.address not in seen:
                    seen.add(slot.address)
                    yield self._found.get(slot.address) or Reading(slot.address, State.ABSENT)


def _lines_by_table(readings: Iterable[Reading]) -> dict[str, set[str]]:
    """The lines that readings are of, by the name of their table."""
    lines: dict[str, set[str]] = {}
    for reading in readings:
        lines.setdefault(reading.address.partition(".")[0], set()).add(reading.address.rpartition(".")[0])
    return lines


_WEIGHT = {State.STATED: 3, State.AMBIGUOUS: 2, State.UNREADABLE: 2, State.DASH: 1, State.BLANK: 1, State.ABSENT: 0}


def _says_more(one: Reading, other: Reading) -> bool:
    return _WEIGHT[one.state] > _WEIGHT[other.state]


_HALF_BLANK = ({State.STATED, State.BLANK}, {State.STATED, State.DASH})
_MOST = 0.75  # of the lines of a table: portals count licences and penalties, and agencies their rules by department
_MOST_PRINTINGS = 8  # of one cell that are told apart


def _either(one: Reading, other: Reading) -> Reading:
    values = [candidate.value for candidate in one.candidates] or [one.value]
    values += [value for value in ([c.value for c in other.candidates] or [other.value]) if value not in values]
    candidates = tuple(Candidate(value, "printed twice") for value in values[:_MOST_PRINTINGS])
    return evolve(one, state=State.AMBIGUOUS, value=None, steps=(), candidates=candidates)
