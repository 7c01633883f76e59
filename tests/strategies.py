"""Reports as Hypothesis draws them: the cells come from the declared forms, so no cell is forgotten."""

from decimal import Decimal

from hypothesis import strategies as st

from govdisclosure.editions import TABLES, tables_named
from govdisclosure.fact import Fact, Measure, Precision
from govdisclosure.finding import Finding, Message, Operand, Severity, Verdict
from govdisclosure.form import filled, form_of, slots
from govdisclosure.parsed import Leftover, Parsed
from govdisclosure.reading import Candidate, Place, Proof, Reading, Step
from govdisclosure.report import Contact, Period, Report, Section, SectionKind
from govdisclosure.source import DecodedBy, Decoding, Media, Source, Span
from govdisclosure.states import Kind, State

COUNTS = st.integers(min_value=0, max_value=20_000_000)
CHANGES = st.integers(min_value=-5000, max_value=5000)
AMOUNTS = st.decimals(min_value=0, max_value=10**9, allow_nan=False, places=None) | st.sampled_from(
    [Decimal("1.50"), Decimal(20), Decimal("0E-3"), Decimal("2.5E+4"), Decimal("-0")]
)
NUMBERS = {Kind.COUNT: COUNTS, Kind.CHANGE: CHANGES, Kind.AMOUNT: AMOUNTS}
ANY_NUMBER = COUNTS | CHANGES | AMOUNTS
TEXTS = st.text(max_size=12)
PLACES = st.builds(Place, *[st.integers(0, 40)] * 3)
#: Every cell of every form; an address that two forms share stands once.
CELLS = tuple({slot.address: slot for table in TABLES for slot in slots(table)}.values())


def some(strategy):
    return st.lists(strategy, max_size=3).map(tuple)


@st.composite
def tables(draw, table):
    """A table with numbers in some of its cells."""
    chosen = draw(st.lists(st.sampled_from(slots(table)), max_size=8, unique=True))
    return filled(table, {slot.address: draw(NUMBERS[slot.kind]) for slot in chosen})


def tables_of(name):
    return st.sampled_from(tables_named(name)).flatmap(tables)


SECTIONS = st.recursive(
    st.builds(Section, TEXTS, st.none() | st.sampled_from(SectionKind), some(TEXTS)),
    lambda children: st.builds(Section, TEXTS, st.none(), some(TEXTS), some(children)),
    max_leaves=4,
)
REPORTS = st.builds(
    Report,
    title=st.none() | TEXTS,
    agency=st.none() | TEXTS,
    year=st.none() | st.integers(2008, 2030),
    published=st.none() | st.dates(),
    signed=st.none() | st.dates(),
    period=st.none() | st.builds(Period, st.dates(), st.dates()),
    contact=st.builds(Contact, *[st.none() | TEXTS] * 4),
    sections=some(SECTIONS),
    proactive_disclosure=tables_of("proactive_disclosure"),
    requests=tables_of("requests"),
    review_and_litigation=tables_of("review_and_litigation"),
    other_forms=st.lists(st.sampled_from(TABLES).flatmap(tables), max_size=2).map(tuple),
)


def spans_in(text):
    ends = st.integers(0, len(text))
    return st.lists(ends, min_size=2, max_size=2).map(sorted).map(lambda pair: Span(*pair))


def quoted(text):
    """A span of a text with what stands there."""
    return spans_in(text).map(lambda span: {"span": span, "raw": text[span.start : span.end]})


@st.composite
def readings(draw, slot, value, text):
    """A reading of a cell in which the report has a number or None, and whose text may stand in the source's."""
    kinds = NUMBERS[slot.kind]
    place = draw(st.fixed_dictionaries({"raw": st.none() | TEXTS}) | quoted(text))
    return Reading(
        slot.address,
        draw(st.sampled_from([state for state in State if state.has_number == (value is not None)])),
        value=value,
        **place,
        place=draw(st.none() | PLACES),
        unit=draw(st.none() | TEXTS),
        steps=draw(some(st.builds(Step, TEXTS, TEXTS))),
        candidates=draw(some(st.builds(Candidate, st.none() | kinds, TEXTS))),
        proof=draw(st.none() | st.builds(Proof, some(TEXTS), some(TEXTS))),
        edition=draw(st.none() | st.sampled_from([form_of(table).edition for table in TABLES])),
        notes=draw(some(TEXTS)),
    )


SHOWN = st.none() | ANY_NUMBER | TEXTS


def findings_in(text):
    spans = st.none() | spans_in(text)
    return st.builds(
        Finding,
        code=TEXTS,
        name=TEXTS,
        severity=st.sampled_from(Severity),
        verdict=st.sampled_from(Verdict),
        message=st.builds(Message, TEXTS, TEXTS),
        cells=some(TEXTS),
        stated=SHOWN,
        expected=SHOWN,
        operands=some(st.builds(Operand, TEXTS, st.none() | ANY_NUMBER, st.sampled_from(State), spans)),
        span=spans,
        subject=TEXTS,
        culprits=some(TEXTS),
    )


FINDINGS = findings_in("收到3件")


@st.composite
def facts_in(draw, text):
    return Fact(
        subject=draw(TEXTS),
        value=draw(ANY_NUMBER),
        measure=draw(st.sampled_from(Measure)),
        unit=draw(TEXTS),
        **draw(quoted(text)),
        precision=draw(st.sampled_from(Precision)),
        scope=draw(TEXTS),
        part_of=draw(TEXTS),
        context=draw(TEXTS),
    )


DECODINGS = st.builds(
    Decoding, st.none() | TEXTS, st.none() | TEXTS, st.sampled_from(DecodedBy), st.integers(0, 9), st.booleans()
)


@st.composite
def parsed_reports(draw):
    """A parsed report whose parts fit each other, as `parse` makes it."""
    source = draw(st.builds(Source, st.text(), st.sampled_from(Media), DECODINGS))
    report = draw(REPORTS)
    cells = dict(report.cells())
    chosen = draw(st.lists(st.sampled_from(CELLS), max_size=4, unique=True))
    filled_ones = [slot for slot in CELLS if cells.get(slot.address) is not None]
    chosen = dict.fromkeys([*chosen, *filled_ones[:3]])
    return Parsed(
        source,
        report,
        readings=tuple(draw(readings(slot, cells.get(slot.address), source.text)) for slot in chosen),
        findings=draw(some(findings_in(source.text))),
        facts=draw(some(facts_in(source.text))),
        leftovers=tuple(
            Leftover(found["raw"], found["span"], draw(some(TEXTS)), draw(st.none() | PLACES))
            for found in draw(some(quoted(source.text)))
        ),
    )


PARSED = parsed_reports()
