"""A published page -> the report, what the source said in each cell, and what was noticed."""

from collections.abc import Mapping
from typing import Any

from govdisclosure.bundle import Bundle, unbundled
from govdisclosure.decoding import decode, unscrambled
from govdisclosure.errors import DocumentKind, NotAReport, require
from govdisclosure.filling.documents import Contents
from govdisclosure.filling.tables import Tables, settle
from govdisclosure.form import filled, form_of
from govdisclosure.framing import Frame, TablesPrinted, frame, recognise
from govdisclosure.grid import Document
from govdisclosure.mending import mended
from govdisclosure.narrative import read_facts
from govdisclosure.noticing import Noticed, findings
from govdisclosure.parsed import Leftover, Parsed
from govdisclosure.readers.carriers import page_of_answer, page_of_archive
from govdisclosure.readers.extent import refuse_huge, refuse_long
from govdisclosure.readers.markup import has_blocks, looks_like_html, unescaped, with_breaks
from govdisclosure.readers.pages import read_page
from govdisclosure.readers.table_sources import with_html_tables
from govdisclosure.readers.texts import read_text
from govdisclosure.reading import Number, Reading
from govdisclosure.report import Report
from govdisclosure.source import DecodedBy, Decoding
from govdisclosure.states import State


def parse(source: bytes | str) -> Parsed:
    """Read an annual report.

    Args:
        source: a page's or file's body: HTML or text, bytes in any encoding.

    Raises:
        NotAReport: if it is no report, with what it seems to be; also for a document of more than 20 000 lines,
            500 000 characters, 200 000 cells or 400 000 tags, which none is, and for more than 100 million bytes.
        TypeError: if it is neither bytes nor text.
        UndecodableSource: if the bytes are text in no encoding.
    """
    require(source, bytes | str, "bytes or str are parsed")
    refuse_huge(source)
    text, decoding = _decoded(source)
    found = unbundled(_document(text, decoding))
    if found.document.has_closed_panels:
        found = _fuller(found, unbundled(read_page(text, decoding, opened=True)))
    document, body = found.document, found.contents
    around = frame(body.prose, document.head)
    others = tuple(row for other in found.others for row in other.rows)
    tables = settle((*body.rows, *others), document.source, around.year)
    _refuse(document, body, around, tables)
    return _parsed(found, around, tables, mended(tables))


def _decoded(source: bytes | str) -> tuple[str, Decoding]:
    if isinstance(source, str):
        text, decoding = source, Decoding(None, None, DecodedBy.CALLER)
    else:
        text, decoding = decode(page_of_archive(source))
    text, decoding = unscrambled(unescaped(page_of_answer(text)).replace(_SPACE_OF_GBK, "\u3000"), decoding)
    if not text.strip():
        raise NotAReport(DocumentKind.EMPTY)
    if not has_blocks(text):
        refuse_long(text)
        text = with_html_tables(text)
    return (with_breaks(text) if looks_like_html(text) else text), decoding


#: Browsers show the bytes A3 A0 as a full-width space; GB18030 keeps a place for them that means nothing.
_SPACE_OF_GBK = "\ue5e5"


def _document(text: str, decoding: Decoding) -> Document:
    return read_page(text, decoding) if looks_like_html(text) else read_text(text, decoding)


def _fuller(shown: Bundle, opened: Bundle) -> Bundle:
    """The page with its panels opened where these have tables that are not shown otherwise.

    Else what is shown: a hidden panel may be the same table for a small screen, or the report of another year.
    """
    tables, more = ({row.table for row in found.contents.rows} for found in (shown, opened))
    return opened if tables < more else shown


def _refuse(document: Document, body: Contents, around: Frame, tables: Tables) -> None:
    refusal = recognise(
        body.prose, document.head, document.pictures, document.attachments, tables=_printed(tables), frame=around
    )
    if refusal is not None:
        raise refusal


def _printed(tables: Tables) -> TablesPrinted:
    if any(reading.state in _FILLED for reading in tables.readings) or any(line.row.numbers for line in tables.loose):
        return TablesPrinted.FILLED
    labelled = len(tables.loose) + sum(reading.state is State.BLANK for reading in tables.readings)
    return TablesPrinted.EMPTY if labelled >= _ENOUGH_LABELS else TablesPrinted.NONE


_FILLED = frozenset({State.STATED, State.DASH, State.UNREADABLE})
_ENOUGH_LABELS = 10  # lines without cells, or empty cells; a menu has some words of the forms, too


def _parsed(found: Bundle, around: Frame, tables: Tables, readings: tuple[Reading, ...]) -> Parsed:
    document, body = found.document, found.contents
    report = _report(around, tables, readings)
    return Parsed(
        document.source,
        report,
        readings,
        findings(Noticed(document, tables, readings, report, found.others)),
        read_facts(body.prose, document.source, around.year),
        tuple(Leftover(item.text, item.span, (row.foreign or row.label,), item.place) for item, row in tables.over),
    )


def _report(around: Frame, tables: Tables, readings: tuple[Reading, ...]) -> Report:
    values = {reading.address: reading.value for reading in readings}
    editions = {reading.address: reading.edition for reading in readings}
    main = {name: _filled(forms[0], values, editions, first=True) for name, forms in tables.forms.items()}
    return Report(
        title=around.title,
        agency=around.agency,
        year=around.year,
        published=around.published,
        signed=around.signed,
        period=around.period,
        contact=around.contact,
        sections=around.sections,
        other_forms=tuple(
            _filled(form, values, editions, first=False) for forms in tables.forms.values() for form in forms[1:]
        ),
        **main,
    )


def _filled(form: type, values: Mapping[str, Number | None], editions: Mapping[str, str | None], *, first: bool) -> Any:  # noqa: ANN401  # an instance of the form
    own = form_of(form).edition
    wanted = {
        address: value
        for address, value in values.items()
        if editions[address] == own or (first and not editions[address])
    }
    return filled(form, wanted)
