"""What the reader noticed of a document -> findings GD101 to GD111, and GD113."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import frozen

from govdisclosure import catalogue
from govdisclosure.bundle import OtherReport
from govdisclosure.catalogue import Absence
from govdisclosure.editions import EDITIONS, slot_at
from govdisclosure.filling.rows import Item, probe
from govdisclosure.filling.settling.filler import LooseLine
from govdisclosure.filling.tables import Tables
from govdisclosure.finding import Finding, Message, Operand, Verdict
from govdisclosure.form import addresses, form_of, slots
from govdisclosure.grid import Document
from govdisclosure.names import MOST_NAMED, cell_name, joined, line_name, table_name
from govdisclosure.reading import Reading, State
from govdisclosure.report import Report, Section, SectionKind
from govdisclosure.source import Span
from govdisclosure.wording import enumerated, key


@frozen
class Noticed:
    """What the findings on the reading are made from."""

    document: Document
    tables: Tables
    #: The readings after recovery.
    readings: tuple[Reading, ...]
    report: Report
    #: The other reports of the document.
    others: tuple[OtherReport, ...] = ()

    @property
    def subject(self) -> str:
        """Whose report it is."""
        return self.report.subject

    @cached_property
    def sections(self) -> dict[SectionKind, Section]:
        """The statutory sections that the prose has."""
        return {section.kind: section for section in self.report.sections if section.kind is not None}

    @cached_property
    def by_table(self) -> tuple[tuple[type, tuple[Reading, ...]], ...]:
        """The form of most lines of each table, with the readings of all its cells."""
        found: dict[str, list[Reading]] = {name: [] for name in self.tables.forms}
        for reading in self.readings:
            found[reading.address.partition(".")[0]].append(reading)
        return tuple((self.tables.forms[name][0], tuple(readings)) for name, readings in found.items())


def findings(noticed: Noticed) -> tuple[Finding, ...]:
    """All findings on the reading, in the order of their codes."""
    return tuple(
        finding
        for look in (
            _mixed_editions,
            _forms_not_in_force,
            _missing_tables,
            _missing_lines,
            _unreadable_cells,
            _unfitting_lines,
            _recovered,
            _ambiguous,
            _leftovers,
            _damaged_text,
            _printed_twice,
            _several_reports,
        )
        for finding in look(noticed)
    )


def _editions_used(noticed: Noticed) -> dict[str, list[type]]:
    used: dict[str, list[type]] = {}
    for main, readings in noticed.by_table:
        name = form_of(main).name
        read = {reading.edition for reading in readings}
        for form in noticed.tables.forms[name]:
            if name in noticed.tables.found and form_of(form).edition in read:
                used.setdefault(form_of(form).edition, []).append(form)
    return used


def _mixed_editions(noticed: Noticed) -> Iterator[Finding]:
    used = _editions_used(noticed)
    told = noticed.tables.told
    if len({edition for edition in used if edition in told}) < 2:  # noqa: PLR2004  # a mix takes two
        return
    named = {edition: joined(tuple(table_name(form_of(form)) for form in forms)) for edition, forms in used.items()}
    parts = [
        Message(f"{names.zh}用{edition}年版", f"{names.en} on that of {edition}")
        for edition, names in sorted(named.items())
    ]
    forms = Message("；".join(part.zh for part in parts), "; ".join(part.en for part in parts))
    yield catalogue.MIXED_EDITIONS.finding(
        verdict=Verdict.SOURCE, stated=", ".join(sorted(used)), subject=noticed.subject, forms=forms
    )


def _forms_not_in_force(noticed: Noticed) -> Iterator[Finding]:
    year = noticed.report.year
    in_force = max((edition for edition in EDITIONS if year and int(edition) <= year), default=None)
    for edition, forms in sorted(_editions_used(noticed).items()):
        if in_force is None or edition == in_force or edition not in noticed.tables.told:
            continue
        alike = [addresses(form) for form in EDITIONS[in_force]]
        for form in (form for form in forms if addresses(form) not in alike):
            yield catalogue.FORM_NOT_IN_FORCE.finding(
                verdict=Verdict.SOURCE,
                stated=edition,
                expected=in_force,
                subject=noticed.subject,
                year=year,
                table=table_name(form_of(form)),
            )


def _missing_tables(noticed: Noticed) -> Iterator[Finding]:
    if noticed.report.year is not None and noticed.report.year < min(map(int, EDITIONS)):
        return  # no form asked for these tables
    for form, readings in noticed.by_table:
        if form_of(form).name in noticed.tables.found:
            continue
        how = _absence(noticed, form)
        yield catalogue.TABLE_MISSING.finding(
            verdict=Verdict.SOURCE if how is Absence.LEFT_OUT else Verdict.READING,
            cells=tuple(reading.address for reading in readings),
            subject=noticed.subject,
            table=table_name(form_of(form)),
            how=how.value,
        )


_SECTIONS = tuple(SectionKind)
_SECTIONS_BEHIND = frozenset({SectionKind.PROBLEMS_AND_IMPROVEMENTS, SectionKind.OTHER_MATTERS})


def _absence(noticed: Noticed, form: type) -> Absence:
    document = noticed.document
    if _has_labels(document, form):
        return Absence.NOT_READ
    if document.pictures:
        return Absence.PICTURE
    if document.attachments:
        return Absence.ATTACHMENT
    own = SectionKind(form_of(form).name)
    before = _SECTIONS[: _SECTIONS.index(own) + 1]
    if noticed.sections and noticed.sections.keys().isdisjoint(before):
        return Absence.BEGUN_LATE
    if noticed.report.signed is not None or not noticed.sections.keys().isdisjoint(_SECTIONS_BEHIND):
        return Absence.EMPTY if own in noticed.sections and not noticed.sections[own].text() else Absence.LEFT_OUT
    return Absence.CUT_OFF


_LONG_LABEL = 4  # characters


def _has_labels(document: Document, form: type) -> bool:
    """Whether most labels of a table stand in the text, though no line was read; prose names some of its lines."""
    text = key(document.source.text)
    labels = {enumerated(label).bare for slot in slots(form) for label in (slot.row[-1].label, slot.column.label)}
    return sum(len(label) >= _LONG_LABEL and label in text for label in labels) * 2 > len(labels)


def _missing_lines(noticed: Noticed) -> Iterator[Finding]:
    for form, readings in noticed.by_table:
        states = {reading.address: reading.state for reading in readings}
        missing = [slot for slot in slots(form) if states.get(slot.address) is State.ABSENT]
        if len(noticed.tables.forms[form_of(form).name]) > 1:  # a line that this form lacks may stand on the other
            edition = form_of(form).edition
            own = {reading.address.rpartition(".")[0] for reading in readings if reading.edition == edition}
            missing = [slot for slot in missing if slot.line in own]
        if form_of(form).name not in noticed.tables.found or not missing:
            continue
        begun = {slot.line for slot in slots(form) if states.get(slot.address) is not State.ABSENT}
        lacking = (cell_name(slot) if slot.line in begun else line_name(slot) for slot in missing)
        names = tuple({name.en: name for name in lacking}.values())
        yield catalogue.LINE_MISSING.finding(
            verdict=Verdict.READING,
            cells=tuple(slot.address for slot in missing),
            subject=noticed.subject,
            table=table_name(form_of(form)),
            lines=joined(names, "处"),
        )


def _unreadable_cells(noticed: Noticed) -> Iterator[Finding]:
    for reading in noticed.readings:
        if reading.state is State.UNREADABLE:
            yield catalogue.NOT_A_NUMBER.finding(
                verdict=Verdict.SOURCE,
                cells=(reading.address,),
                stated=reading.raw,
                operands=_operands([reading]),
                span=reading.span,
                subject=noticed.subject,
                cell=cell_name(slot_at(reading.address)),
            )


def _unfitting_lines(noticed: Noticed) -> Iterator[Finding]:
    for form, _ in noticed.by_table:
        unfit = [
            line
            for line in noticed.tables.loose
            if line.row.table == form_of(form).name and len(line.row.numbers) not in {0, len(line.cells)}
        ]
        if unfit:
            first = unfit[0]
            yield catalogue.NUMBERS_DO_NOT_FIT.finding(
                verdict=Verdict.READING,
                cells=tuple(address for line in unfit for address in line.cells),
                stated=len(first.row.numbers),
                expected=len(first.cells),
                span=_span(first),
                subject=noticed.subject,
                table=table_name(form_of(form)),
                count=len(unfit),
                line=_line_name(first.cells[0], first),
            )


def _line_name(address: str, line: LooseLine | None) -> Message:
    """The line of a cell; the table where its numbers are those of several lines."""
    slot = slot_at(address)
    return table_name(slot.form) if line and not line.row.line else line_name(slot)


def _recovered(noticed: Noticed) -> Iterator[Finding]:
    for form, readings in noticed.by_table:
        found = [reading for reading in readings if reading.state is State.RECOVERED]
        if found:
            proofs = [reading.proof for reading in found if reading.proof is not None]
            codes = sorted({label.partition(" ")[0] for proof in proofs for label in proof.identities})
            yield catalogue.NUMBERS_RECOVERED.finding(
                verdict=Verdict.READING,
                cells=tuple(reading.address for reading in found),
                operands=_operands(found),
                subject=noticed.subject,
                table=table_name(form_of(form)),
                count=len(found),
                proof=joined(tuple(Message(code, code) for code in codes)),
            )


def _ambiguous(noticed: Noticed) -> Iterator[Finding]:
    twice = frozenset(noticed.tables.twice)
    for _, readings in noticed.by_table:
        unsure = [reading for reading in readings if reading.state is State.AMBIGUOUS and reading.address not in twice]
        if not unsure:
            continue
        lines = {address: line for line in noticed.tables.loose for address in line.cells}
        names = tuple(dict.fromkeys(_line_name(reading.address, lines.get(reading.address)) for reading in unsure))
        stated = dict.fromkeys(_numbers(lines.get(reading.address), reading) for reading in unsure)
        first = lines.get(unsure[0].address)
        yield catalogue.NUMBERS_AMBIGUOUS.finding(
            verdict=Verdict.READING,
            cells=tuple(reading.address for reading in unsure),
            stated="; ".join(list(stated)[:MOST_NAMED]),
            operands=_operands(unsure),
            span=_span(first) if first and first.row.numbers else unsure[0].span,
            subject=noticed.subject,
            lines=joined(names, "行"),
        )


def _span(line: LooseLine) -> Span:
    """Where the numbers of a line stand; its label may have begun with the words of the table's head."""
    return Span.around(item.span for item in line.row.numbers)


#: More numbers than the longest line of a form has are not quoted.
_MOST_QUOTED = 15


def _numbers(line: LooseLine | None, reading: Reading) -> str:
    if line is None:
        return f"{reading.raw}"
    quoted = " ".join(item.text for item in line.row.numbers[:_MOST_QUOTED])
    return quoted + (" …" if len(line.row.numbers) > _MOST_QUOTED else "")


_EMPTY = frozenset({State.BLANK, State.DASH})


def _is_anothers(item: Item, noticed: Noticed) -> bool:
    """Whether an item stands in another report of the document."""
    return any(other.span.start <= item.span.start < other.span.end for other in noticed.others)


def _leftovers(noticed: Noticed) -> Iterator[Finding]:
    over = [
        (item, row)
        for item, row in noticed.tables.over
        if probe(item.text).state not in _EMPTY and not _is_anothers(item, noticed)
    ]
    if over:
        item, row = over[0]
        yield catalogue.CELLS_NOT_OF_THE_FORM.finding(
            verdict=Verdict.SOURCE,
            stated=f"{row.foreign or row.label} {item.text}".strip(),
            span=item.span,
            subject=noticed.subject,
            count=len(over),
        )


def _damaged_text(noticed: Noticed) -> Iterator[Finding]:
    decoding = noticed.document.source.decoding
    if decoding.contradicted or decoding.damaged:
        yield catalogue.DAMAGED_TEXT.finding(
            verdict=Verdict.SOURCE,
            stated=decoding.declared,
            expected=decoding.used,
            subject=noticed.subject,
            count=decoding.damaged,
        )


def _printed_twice(noticed: Noticed) -> Iterator[Finding]:
    states = {reading.address: reading for reading in noticed.readings}
    for form, _ in noticed.by_table:
        twice = [address for address in noticed.tables.twice if address.startswith(f"{form_of(form).name}.")]
        if twice:
            yield catalogue.TABLE_PRINTED_TWICE.finding(
                verdict=Verdict.SOURCE,
                cells=tuple(twice),
                operands=_operands(states[address] for address in twice),
                subject=noticed.subject,
                table=table_name(form_of(form)),
                count=len(twice),
            )


def _several_reports(noticed: Noticed) -> Iterator[Finding]:
    if noticed.others:
        untitled = Message("无标题的报告", "one without a title")
        names = [Message(f"《{other.title}》", other.title) if other.title else untitled for other in noticed.others]
        yield catalogue.SEVERAL_REPORTS.finding(
            verdict=Verdict.READING,
            stated="; ".join(other.title for other in noticed.others[:MOST_NAMED] if other.title),
            span=noticed.others[0].span,
            subject=noticed.subject,
            count=len(noticed.others) + 1,
            others=joined(tuple(names), "份"),
        )


def _operands(readings: Iterable[Reading]) -> tuple[Operand, ...]:
    return tuple(Operand(reading.address, reading.value, reading.state, reading.span) for reading in readings)
