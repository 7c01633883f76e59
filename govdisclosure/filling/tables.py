"""Lines found in a document -> the edition of each, and a reading for each cell."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from govdisclosure.editions import EDITIONS, tables_named
from govdisclosure.filling.cells import ambiguous, money_unit, stated
from govdisclosure.filling.context import cells_of, columns_of, group_alike, line_order, widths_of
from govdisclosure.filling.headed import Placed
from govdisclosure.filling.placing import place
from govdisclosure.filling.rows import Head, Item, Row, Trust, is_remark, probe
from govdisclosure.filling.slipped import without_slipped
from govdisclosure.form import Slot, form_of, slots
from govdisclosure.reading import Candidate, Number, Reading
from govdisclosure.source import Media, Source
from govdisclosure.states import Kind, State
from govdisclosure.wording import key


@frozen
class LooseLine:
    """A line whose numbers are there, but whose cells are not all known to be."""

    #: The addresses of its cells, in print order.
    cells: tuple[str, ...]
    row: Row


@frozen
class Tables:
    """What the tables of a document say."""

    #: The form of each table, by attribute of the report; the first is that of most lines, further ones are mixed in.
    forms: dict[str, tuple[type, ...]]
    #: Whether a table of the name was found at all.
    found: frozenset[str]
    #: One reading for each cell of each form used, in print order.
    readings: tuple[Reading, ...]
    loose: tuple[LooseLine, ...]
    #: Items that no cell of a form claims, with the row that they stand in.
    over: tuple[tuple[Item, Row], ...]
    #: The editions that labels of the document tell.
    told: frozenset[str]
    #: Addresses that the document prints more than once with different numbers.
    twice: tuple[str, ...]


def edition_told(row: Row) -> str | None:
    """The edition whose form a row follows, as far as its own labels tell."""
    forms = [form for form in tables_named(row.table) if row.line and columns_of(form, row.line)]
    if len(forms) == 1:
        return form_of(forms[0]).edition
    if row.line is None or len({columns_of(form, row.line) for form in forms}) == 1:
        return None
    own = frozenset(item.attribute for item in row.items if item.attribute)
    known = own or frozenset(attribute for head in row.heads for attribute in head.attributes)
    matched = [form for form in forms if set(columns_of(form, row.line)) <= known]
    if len(matched) != 1:
        best = max(len(known & set(columns_of(form, row.line))) for form in forms)
        matched = [form for form in forms if best and len(known & set(columns_of(form, row.line))) == best]
    told = form_of(matched[0]).edition if len(matched) == 1 else None
    return None if told is not None and row.on_screen and not own and _denied_by_words(row, told) else told


def _denied_by_words(row: Row, told: str) -> bool:
    """Whether the heads above a line of text have pieces of heads that only another edition prints there."""
    labels = {
        form_of(form).edition: [slot.column.label for slot in cells_of(form, f"{row.line}")]
        for form in tables_named(row.table)
    }
    own = key("\n".join(labels.pop(told)))
    others = key("\n".join(label for names in labels.values() for label in names))
    words = {key(word) for head in row.heads for word in head.text.split()}
    return any(len(word) >= _TELLING and word in others and word not in own for word in words)


_TELLING = 3  # characters: 上一年项 of 上一年项目数量, but not 数量


def _edition_by_width(row: Row) -> str | None:
    """The edition whose form has as many cells in a line as a row has numbers."""
    figures = [item for item in row.numbers or row.items if not is_remark(item.text)]
    width = len(figures)
    matched = [form for form in tables_named(row.table) if row.line and len(columns_of(form, row.line)) == width]
    return form_of(matched[0]).edition if len(matched) == 1 else None


def _editions(rows: Sequence[Row]) -> list[str | None]:
    """The edition of each row that tells it: by its labels, or by its width where these tell of no other edition."""
    told = [edition_told(row) for row in rows]
    editions: dict[str, set[str]] = {}
    for row, edition in zip(rows, told, strict=True):
        editions.setdefault(row.table, set()).update({edition} if edition else ())
    widths = [_edition_by_width(row) for row in rows]
    return [
        edition or (width if width and editions[row.table] <= {width} else None)
        for row, edition, width in zip(rows, told, widths, strict=True)
    ]


def settle(rows: Sequence[Row], source: Source, year: int | None) -> Tables:
    """Settle which form each line follows, and read its cells."""
    rows = tuple(_without_subtotals(rows))
    claimed = without_slipped([row for row in rows if _is_claimed(row)], is_text=source.media is Media.TEXT)
    claimed[-1:] = [_without_broken_end(row, claimed[:-1], source) for row in claimed[-1:]]
    editions = _editions(claimed)
    usual = _usual_editions(claimed, editions, year)
    filler = _Filler(source)
    forms: dict[str, Counter[type]] = {name: Counter() for name in usual}
    for row, edition in zip(claimed, editions, strict=True):
        form = _form(row.table, edition or usual[row.table])
        forms[row.table][form] += bool(edition) + 1
        filler.fill(row if edition or _says_the_same(row) else evolve(row, trust=Trust.NOTHING), form)
    filler.finish()
    used = {
        name: tuple(form for form, _ in seen.most_common()) or (_form(name, usual[name]),)
        for name, seen in forms.items()
    }
    unclaimed = [(item, row) for row in rows if not _is_claimed(row) for item in row.numbers]
    return Tables(
        used,
        frozenset(row.table for row in claimed),
        tuple(filler.readings(used)),
        tuple(filler.unsettled()),
        (*filler.over, *unclaimed),
        frozenset(edition for edition in editions if edition),
        tuple(filler.twice),
    )


def _is_claimed(row: Row) -> bool:
    """Whether the form has cells for a row."""
    return not row.foreign and (row.line is not None or row.table == "review_and_litigation")


def _without_broken_end(row: Row, others: Sequence[Row], source: Source) -> Row:
    """Doubt a row amid which a document ends: it may go on, and so may its last number, as 12 of 128.

    Where its line ends, too, cells may have been dropped from it, but none was cut off.
    """
    behind = source.text[row.items[-1].span.end if row.items else row.span.end :]
    if _MORE.search(behind):
        return row
    if not row.items:
        return evolve(row, trust=Trust.NOTHING)
    row = _without_next_enumerator(row)
    has_all_cells = row.items[0].place is not None and _is_vouched_for(row, others)
    if _LINE_ENDS.match(behind) and not has_all_cells:
        return row
    if not _is_short(row) and (behind or _is_whole(row, is_page=source.media is Media.HTML)):
        return row
    whole = row.items if behind else row.items[:-1]
    return evolve(row, items=whole, cut=True) if has_all_cells else evolve(row, trust=Trust.NOTHING)


def _is_vouched_for(row: Row, others: Sequence[Row]) -> bool:
    """Whether the cells of a short row may be counted from the left: none fell out of the rows before it."""
    return not any(map(_is_short, others)) and (bool(others) or _is_headed(row))


def _is_headed(row: Row) -> bool:
    """Whether each cell of a row of a grid stands under a head, from the first head on."""
    heads = sorted({head.columns.start for head in row.heads if head.columns and head.attributes})
    starts = [item.columns.start for item in row.items]
    return row.trust is Trust.CELLS and not row.on_screen and starts == heads[: len(starts)]


def _is_short(row: Row) -> bool:
    return len(row.items) < min(len(_cells(row, form)) or len(row.items) for form in tables_named(row.table))


_MORE = re.compile(r"\w")
_LINE_ENDS = re.compile(r"[ \t|]*\n")


def _without_next_enumerator(row: Row) -> Row:
    """A row without the number behind its last cell that begins the label of the next line: the 2 of 2.重复申请."""
    if row.line is None or len(row.items) - 1 not in widths_of(row.table, row.line):
        return row
    order = line_order(row.table)
    following = order[order.index(row.line) + 1 : order.index(row.line) + 2]
    labels = (
        slot.row[-1].label for form in tables_named(row.table) for line in following for slot in cells_of(form, line)
    )
    begins = any(label.startswith(f"{row.items[-1].text}.") for label in labels)
    return evolve(row, items=row.items[:-1]) if begins else row


def _is_whole(row: Row, *, is_page: bool) -> bool:
    """Whether the last number of a row is all there: a total that is the sum, or a 0, which begins no number.

    Text often ends with its last number; a page that does is cut.
    """
    values = [probe(item.text).value for item in row.items]
    is_last_line = not is_page and row.line in {None, line_order(row.table)[-1]}
    return is_last_line or values[-1] == 0 or any(_ends_with_sum(values, form, row) for form in tables_named(row.table))


def _ends_with_sum(values: Sequence[Number | None], form: type, row: Row) -> bool:
    """Whether the last number of a row is that of the cells before it in its group."""
    cells = _cells(row, form)
    group = [value for slot, value in zip(cells, values, strict=False) if slot.row == cells[-1].row]
    return (
        len(cells) == len(values)
        and cells[-1].column_name == "total"
        and group[-1] == sum(value or 0 for value in group[:-1])
    )


def _says_the_same(row: Row) -> bool:
    """Whether the numbers of a row mean the same on every form: those of table two need heads."""
    forms = tables_named(row.table)
    return row.line is None or len({columns_of(form, row.line) for form in forms} - {()}) == 1 or not row.numbers


def _without_subtotals(rows: Sequence[Row]) -> Iterable[Row]:
    """Mark a line as foreign where it is the group of lines that are printed too.

    （六）其他处理 is a line of 2019 and a group of 2021; a 2021 form may have a subtotal there.
    """
    lines = {(row.table, row.line) for row in rows if row.line}
    for row in rows:
        group = group_alike(row.table, row.line) if row.line else None
        is_group = group is not None and any(
            table == row.table and f"{line}".startswith(f"{group}.") for table, line in lines
        )
        yield evolve(row, foreign=row.label) if is_group else row


def _form(name: str, edition: str) -> type:
    return next(form for form in EDITIONS[edition] if form_of(form).name == name)


def _usual_editions(rows: Sequence[Row], editions: Sequence[str | None], year: int | None) -> dict[str, str]:
    """The edition of each table's lines that do not tell it themselves.

    That of the table's other lines; else that of the document's other tables; else the form in force for the year.
    """
    votes: dict[str, Counter[str]] = {form_of(form).name: Counter() for forms in EDITIONS.values() for form in forms}
    for row, edition in zip(rows, editions, strict=True):
        if edition:
            votes[row.table][edition] += 1
    overall: Counter[str] = sum(votes.values(), Counter())
    in_force = max((edition for edition in EDITIONS if year and int(edition) <= year), default=None)
    fallback = overall.most_common(1)[0][0] if overall else in_force or (min(EDITIONS) if year else max(EDITIONS))
    return {name: seen.most_common(1)[0][0] if seen else fallback for name, seen in votes.items()}


class _Filler:
    """Collects the readings of one document."""

    def __init__(self, source: Source) -> None:
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
        cells = _cells(row, form)
        placed = _placed(row, cells)
        if placed is None:
            self.loose.append(LooseLine(tuple(slot.address for slot in cells), row))
            self._guesses += [ambiguous(slot, n, len(cells), row, self._source) for n, slot in enumerate(cells)]
            return
        self.over += [(item, row) for item in placed.over]
        for slot, item in zip(cells, placed.cells, strict=False):
            if item is not None:
                reading = stated(slot, item, _unit_beside(slot, row))
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


def _placed(row: Row, cells: tuple[Slot, ...]) -> Placed | None:
    """The items of a row in the cells that it is about; table four's columns are told apart by their groups."""
    if row.line is not None:
        return place(row, tuple(slot.column_name for slot in cells))
    return place(evolve(row, heads=tuple(_within_group(row.heads))), tuple(slot.path for slot in cells))


def _within_group(heads: Sequence[Head]) -> Iterable[Head]:
    """The heads of columns with the groups that span them; with all groups where the groups span nothing."""
    groups = [head for head in heads if head.line]
    spanning = any(len(group.columns) > 1 for group in groups)
    for head in heads:
        over = [group.line for group in groups if head.columns.start in group.columns]
        every = () if spanning else [group.line for group in groups] or line_order("review_and_litigation")
        lines = over[-1:] or every
        yield evolve(head, attributes=frozenset(f"{line}.{name}" for line in lines for name in head.attributes))


def _unit_beside(slot: Slot, row: Row) -> str:
    """The unit of money that the heading of a cell or the label of its line names."""
    if slot.kind is not Kind.AMOUNT:
        return ""
    heads = [head.text for head in row.heads if slot.column_name in head.attributes]
    return next((unit for unit in map(money_unit, (*heads, row.label)) if unit), "")


def _cells(row: Row, form: type) -> tuple[Slot, ...]:
    """The cells that a row is about: of its line, or of the groups of table four that its heads name."""
    if row.line is not None:
        return cells_of(form, row.line)
    named = dict.fromkeys(head.line for head in row.heads if head.line)
    some = tuple(slot for line in named for slot in cells_of(form, line))
    return some if len(row.numbers) <= len(row.items) <= len(some) else slots(form)
