"""Laws of `parse`, over reports printed in every layout, damaged reports, and anything at all."""

import copy
import csv
import io
import json
import os
import pickle
from collections import Counter

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govdisclosure.checking import check
from govdisclosure.cli import main
from govdisclosure.errors import DocumentKind, GovDisclosureError, NotAReport
from govdisclosure.form import value_at
from govdisclosure.numerals import replay
from govdisclosure.parsed import Parsed
from govdisclosure.parsing import parse
from govdisclosure.source import Media
from govdisclosure.states import State
from govdisclosure.writers.json_text import dumps, loads
from tests.conformance import figures
from tests.conformance.damage import DAMAGES, Damage
from tests.conformance.layouts import LAYOUTS, bars, oddities, plaintext
from tests.conformance.layouts.layout import Layout, changed
from tests.conformance.layouts.markup import Markup, bare, page
from tests.conformance.scoring import case
from tests.conformance.sheets import Style
from tests.faultless import printed, report
from tests.fragments import ANYTHING

SEEDS = st.integers(0, 10**6)
FORMS = st.sampled_from(["2019", "2021", "2021+2019", "2019+2021", "hybrid"])
WHOLE, DAMAGED = st.sampled_from(LAYOUTS), st.sampled_from(DAMAGES)
DOCUMENTS = st.builds(case, WHOLE | DAMAGED, SEEDS, FORMS).map(lambda printed_case: printed_case.document)
#: A law is tried on this many documents; the same ones in every run.
some = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@some
@given(DOCUMENTS)
def test_every_text_stands_where_its_span_says(document):
    parsed = parse(document)
    source = parsed.source
    spans = [
        *((reading.span, reading.raw) for reading in parsed if reading.span is not None),
        *((fact.span, fact.raw) for fact in parsed.facts),
        *((leftover.span, leftover.text) for leftover in parsed.leftovers),
    ]
    assert [source.at(span) for span, _ in spans] == [text for _, text in spans]
    for finding in parsed.findings:
        assert finding.span is None or 0 <= finding.span.start <= finding.span.end <= len(source.text)


@some
@given(DOCUMENTS)
def test_a_stated_number_is_what_its_steps_make_of_the_printed_text(document):
    stated = [reading for reading in parse(document) if reading.state is State.STATED]
    assert [replay(reading.raw, reading.steps) for reading in stated] == [reading.value for reading in stated]


@some
@given(DOCUMENTS)
def test_a_number_is_there_just_where_the_state_has_one(document):
    parsed = parse(document)
    assert [reading.address for reading in parsed if (reading.value is None) is reading.state.has_number] == []
    assert [reading.address for reading in parsed if bool(reading.candidates) and reading.value is not None] == []
    assert dict(parsed.report.cells()) == {reading.address: reading.value for reading in parsed}
    for table in parsed.report.tables:
        for reading in parsed:
            own = type(table).FORM
            if reading.edition == own.edition and reading.address.startswith(f"{own.name}."):
                assert value_at(table, reading.address) == reading.value


PAGE = page()
PRINTED = st.sampled_from(
    [
        figures.full_width,
        figures.commas,
        figures.full_width_commas,
        figures.spaced,
        figures.hard_spaced,
        figures.padded,
        figures.invisible,
        figures.signed,
        figures.with_unit,
    ]
)


@some
@given(SEEDS, st.sampled_from(["2019", "2021"]), PRINTED)
def test_the_way_a_number_is_printed_changes_steps_and_never_values(seed, forms, figure):
    plain, other = (
        parse(case(Layout("page", PAGE, Style(figures=way)), seed, forms).document) for way in (Style().figures, figure)
    )
    assert dict(other.report.cells()) == dict(plain.report.cells())
    assert {reading.state for reading in other} == {State.STATED}
    assert [reading.address for reading in plain if reading.steps] == []
    assert [r.address for r in other if r.raw != f"{r.value}" and not r.steps and r.value != 0] == []


@some
@given(SEEDS, FORMS)
def test_turning_a_table_on_its_side_changes_nothing(seed, forms):
    upright, turned = (
        parse(case(Layout("page", PAGE, compose=compose), seed, forms).document)
        for compose in (changed(lambda table: table), changed(oddities.transposed))
    )
    assert turned.report == upright.report
    assert [(r.address, r.state, r.raw) for r in turned] == [(r.address, r.state, r.raw) for r in upright]


#: How many documents of nonsense are tried; a longer search is asked for by hand.
NONSENSE = int(os.environ.get("NONSENSE", "150"))


def dropping(rate, text=None):
    """Leave out cells: each at this rate, or those with this text."""

    def mend(row, rng):
        return tuple(box for box in row if not (box.address and text in {None, box.text} and rng.random() < rate))

    return mend


WRITTEN = st.sampled_from(
    [PAGE, plaintext.text(plaintext.rows(" ")), plaintext.text(plaintext.cells()), plaintext.text(bars.trailing)]
)


@some
@given(WRITTEN, SEEDS, FORMS, st.sampled_from([0.02, 0.1, 0.3, 0.7]))
def test_dropping_cells_makes_no_printed_number_wrong(write, seed, forms, rate):
    damaged = case(Damage(Layout("dropping", write), dropping(rate)), seed, forms)
    true = {address: expected.value for address, expected in damaged.expected.items()}
    for reading in parse(damaged.document):
        assumed = reading.proof is not None and reading.proof.assumptions
        if reading.state.has_number and not assumed:
            assert (reading.address, reading.value) == (reading.address, true.get(reading.address))


@some
@given(WRITTEN, SEEDS, FORMS, st.sampled_from([0.02, 0.1, 0.3, 0.7]))
def test_dropping_zeros_makes_no_number_wrong(write, seed, forms, rate):
    damaged = case(Damage(Layout("dropping", write), dropping(rate, "0")), seed, forms)
    true = {address: expected.value for address, expected in damaged.expected.items()}
    told = {reading.address: reading.value for reading in parse(damaged.document) if reading.state.has_number}
    assert told == {address: true.get(address) for address in told}


def read(document):
    """What parse makes of anything: a report, or an error of the library."""
    try:
        parsed = parse(document)
    except GovDisclosureError:
        return None
    assert isinstance(parsed, Parsed)
    check(parsed)
    return parsed


@settings(some, max_examples=150)
@given(st.binary(max_size=400) | st.text(max_size=200))
def test_anything_gives_a_report_or_an_error_of_the_library(document):
    read(document)


@settings(some, max_examples=NONSENSE)
@given(ANYTHING)
def test_nonsense_made_of_what_the_reader_reacts_to_keeps_all_laws(document):
    parsed = read(document)
    if parsed is None:
        return
    spans = [
        *((reading.span, reading.raw) for reading in parsed if reading.span is not None),
        *((fact.span, fact.raw) for fact in parsed.facts),
        *((leftover.span, leftover.text) for leftover in parsed.leftovers),
    ]
    assert [parsed.source.at(span) for span, _ in spans] == [text for _, text in spans]
    stated = [reading for reading in parsed if reading.state is State.STATED]
    assert [replay(reading.raw, reading.steps) for reading in stated] == [reading.value for reading in stated]
    assert [reading.address for reading in parsed if (reading.value is None) is reading.state.has_number] == []
    assert [reading.address for reading in parsed if reading.state is State.RECOVERED and not reading.proof] == []
    claimed = Counter(reading.span for reading in stated if reading.value)  # a 0 for several lines is one for each
    assert [parsed.source.at(span) for span, cells in claimed.items() if cells > 1] == []
    assert loads(dumps(parsed)) == parsed


PIECES = st.sampled_from(
    ["", "\n", "|", " | ", "\t", "<td>", "</tr>", "<table>", "0", "12", "（", "）", "三、", "规章", "总计", "\0", "　"]
)


@settings(some, max_examples=100)
@given(DOCUMENTS, st.lists(st.tuples(st.floats(0, 1), st.integers(0, 60), PIECES), max_size=30))
def test_a_report_torn_to_pieces_gives_a_report_or_an_error_of_the_library(document, tears):
    text = document if isinstance(document, str) else document.decode("gb18030", "replace")
    for where, length, piece in tears:
        start = int(where * len(text))
        text = text[:start] + piece + text[start + length :]
    parsed = read(text)
    for reading in parsed or ():
        assert reading.span is None or parsed.source.at(reading.span) == reading.raw


@pytest.mark.parametrize(
    "piece",
    [
        "规章 1 2 3\n",
        "规章\n",
        "规章 1\n2\n",
        "1 2 3\n",
        "| 规章 | 1 |\n",
        "其他 1 0 0 0 0 0 1\n",
        "一、本年新收政府信息公开申请数量 1 0\n",
        "行政复议 1 2\n",
        "<table><tr><td>规章<td>1<td>2",
        "<tr><td>（六）其他处理<td>1",
        "规章1",
    ],
)
def test_hostile_repetition_is_read_to_its_end(piece):
    read("甲县2021年政府信息公开工作年度报告\n" + piece * (12_000 // len(piece)))


def test_blank_dash_zero_and_absent_are_told_apart_everywhere(tmp_path, capsys):
    cells = {
        "requests.outcomes.other.residual.natural_person": (State.STATED, 768, "768"),
        "requests.outcomes.other.residual.business_enterprise": (State.BLANK, None, ""),
        "requests.outcomes.other.residual.research_institution": (State.DASH, None, "/"),
        "requests.outcomes.other.residual.public_interest_organization": (State.STATED, 0, "0"),
        "proactive_disclosure.administrative_compulsion.decisions": (State.ABSENT, None, None),
    }
    whole, _ = printed(report(), page(Markup(inner=bare)))
    row, shown = (
        f"<td>768</td>{cells}<td>0</td><td>0</td><td>{total}</td>"
        for cells, total in (("<td>0</td><td>18</td><td>18</td>", 804), ("<td></td><td>/</td><td>0</td>", 104))
    )
    gone = '<tr><td>行政强制</td><td colspan="3">12</td></tr>'
    assert (whole.count(row), whole.count(gone)) == (1, 1)
    file = tmp_path / "page.html"
    file.write_text(whole.replace(row, shown).replace(gone, ""), "utf-8")

    parsed = parse(file.read_bytes())
    assert {address: (parsed[address].state, parsed[address].value, parsed[address].raw) for address in cells} == cells

    data = json.loads(dumps(parsed))["readings"]
    assert {
        address: (data[address]["state"], data[address].get("value"), data[address].get("raw")) for address in cells
    } == cells
    assert {address: "value" in data[address] for address in cells} == {
        address: value is not None for address, (_, value, _) in cells.items()
    }

    assert main(["parse", "--to", "csv", str(file)]) == 0
    records = {row["address"]: row for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}
    assert {address: (records[address]["state"], records[address]["value"]) for address in cells} == {
        address: (state, "" if value is None else f"{value}") for address, (state, value, _) in cells.items()
    }

    main(["check", "--lang", "en", "--select", "GD303", str(file)])
    text = capsys.readouterr().out
    assert "natural_person 768" in text
    assert "(blank) ×1, (dash) ×1, 0 ×3" in text
    assert "200 cells: 197 stated, 1 blank, 1 dash, 1 absent" in text


PICTURE = "<h1>甲县2021年政府信息公开工作年度报告</h1><p><img src='1.png'></p>"
HALF = "甲县2022年上半年政府信息公开工作情况统计\n2022年上半年，全县公开信息120条。\n一、主动公开情况\n公开120条。"
LIST = "政府信息公开年报\n" + "\n".join(
    f"{year}年甲县政府信息公开工作年度报告 {year + 1}-01-31" for year in range(2018, 2023)
)


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        ("", DocumentKind.EMPTY),
        (b"", DocumentKind.EMPTY),
        ("<html><body></body></html>", DocumentKind.EMPTY),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", DocumentKind.PICTURE),
        (PICTURE, DocumentKind.PICTURE),
        (HALF, DocumentKind.PERIODIC_STATISTICS),
        (LIST, DocumentKind.LIST_PAGE),
    ],
)
def test_what_is_no_report_is_refused(document, kind):
    with pytest.raises(NotAReport) as refusal:
        parse(document)
    assert refusal.value.kind is kind


@some
@given(DOCUMENTS)
def test_a_parsed_report_is_a_value(document):
    parsed = parse(document)
    assert parse(document) == parsed
    assert pickle.loads(pickle.dumps(parsed)) == parsed  # noqa: S301  # ours
    assert copy.deepcopy(parsed) == parsed
    assert loads(dumps(parsed)) == parsed
    assert evolve(parsed, report=evolve(parsed.report, title="其他")) != parsed
    assert parsed.source.media is (Media.HTML if "<" in parsed.source.text[:1] else parsed.source.media)


@some
@given(st.builds(case, st.sampled_from([layout for layout in LAYOUTS if layout.encode is None]), SEEDS))
def test_text_and_its_bytes_say_the_same(printed_case):
    text = printed_case.document
    told, from_bytes = parse(text), parse(text.encode())
    assert (from_bytes.report, from_bytes.readings, from_bytes.facts) == (told.report, told.readings, told.facts)


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td>规章<td>0<td rowspan=2>0<tr><td>规范性文件<td>0",  # a cell from above stands before its own
        "<table><tr><td>规章<td>0<tr><td>规范性文件<td>0<td>0<td>01.信访举报投诉类申请",  # of another table
    ],
)
def test_rows_of_odd_cells_are_read_to_their_end(markup):
    parsed = read(markup)
    assert {reading.state for reading in parsed if reading.raw is not None} == {State.AMBIGUOUS}
    assert loads(dumps(parsed)) == parsed


@pytest.mark.parametrize(
    ("source", "evidence"),
    [
        ("<p>规章 1</p>" * 20_001, "more than 20000 lines"),
        ("<table>" + "<tr><td>规章<td>1" * 20_001, "more than 20000 lines"),
        ("规章\n" * 20_001, "more than 20000 lines"),
        ("| 1" * 20_001, "more than 20000 lines"),
        ("公开。" * 200_000, "more than 500000 characters"),
        ("规章" + "\t" * 200_001 + "1", "more than 200000 cells"),
        ("<table>" + "<tr><td>规章<td><td><td>" * 100_000, "more than 400000 tags"),
    ],
    ids=["lines", "rows", "text", "cells as lines", "characters", "cells", "tags"],
)
def test_a_document_longer_than_any_report_is_none(source, evidence):
    with pytest.raises(NotAReport) as refused:
        parse(source)
    assert (refused.value.kind, refused.value.evidence) == (DocumentKind.UNRELATED, evidence)


def test_white_space_makes_no_document_long():
    spaces = "&nbsp;" * 600_000
    assert (
        parse(f"<h1>甲县2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>全年公开3条。{spaces}</p>").report.year
        == 2023
    )
