"""Lines found in a document -> the edition of each, and a reading for each cell."""

from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from govdisclosure.editions import EDITIONS, tables_named
from govdisclosure.filling.context import cells_of, columns_of, group_alike
from govdisclosure.filling.rows import Item, Row, Trust, is_remark
from govdisclosure.filling.settling.ends import without_broken_end
from govdisclosure.filling.settling.filler import Filler, LooseLine
from govdisclosure.filling.settling.misheaded import without_misheaded
from govdisclosure.filling.settling.slipped import without_slipped
from govdisclosure.filling.settling.torn import with_torn
from govdisclosure.form import form_of
from govdisclosure.reading import Reading
from govdisclosure.source import Media, Source
from govdisclosure.wording import key


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
    claimed = without_misheaded(with_torn(claimed))
    claimed[-1:] = [without_broken_end(row, claimed[:-1], source) for row in claimed[-1:]]
    editions = _editions(claimed)
    usual = _usual_editions(claimed, editions, year)
    filler = Filler(source)
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
