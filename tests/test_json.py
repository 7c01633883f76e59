import json
import pickle
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure import dumps, loads
from govdisclosure.editions.lines import ApplicantCounts
from govdisclosure.editions.y2019 import ProactiveDisclosure2019, Procurement2019
from govdisclosure.editions.y2021 import ChargeAmount2021, ProactiveDisclosure2021, Requests2021
from govdisclosure.errors import DamagedData
from govdisclosure.fact import Fact, Measure
from govdisclosure.finding import Finding, Message, Operand, Severity, Verdict
from govdisclosure.form import addresses, value_at
from govdisclosure.parsed import Leftover, Parsed
from govdisclosure.reading import Candidate, Place, Proof, Reading
from govdisclosure.report import Report, Section
from govdisclosure.source import DecodedBy, Decoding, Media, Source, Span
from govdisclosure.states import State
from tests.strategies import PARSED, REPORTS

RECEIVED = "requests.received.total"
FIRST = "requests.received.natural_person"
BLANK = "requests.received.business_enterprise"
OTHER = "requests.received.other_organization"
PAGE = Parsed(
    Source("收0件", Media.TEXT, Decoding(None, None, DecodedBy.CALLER)),
    Report(agency="某局", year=2021, requests=Requests2021(received=ApplicantCounts(natural_person=0, total=3))),
    readings=(
        Reading("requests.received.natural_person", State.STATED, 0, "0", Span(1, 2), Place(0, 1, 2), edition="2021"),
        Reading("requests.received.business_enterprise", State.BLANK, None, "", edition="2021"),
        Reading("requests.received.research_institution", State.DASH, None, "—", edition="2021"),
        Reading("requests.received.other_organization", State.AMBIGUOUS, candidates=(Candidate(None), Candidate(1))),
        Reading(RECEIVED, State.RECOVERED, 3, proof=Proof(("GD303 requests received",))),
        Reading("requests.carried_in.total", State.ABSENT),
    ),
    findings=(
        Finding("GD303", "line-total", Severity.ERROR, Verdict.SOURCE, Message("甲", "a"), (RECEIVED,), 3, 4,
                operands=(Operand(RECEIVED, 3, State.RECOVERED),)),
    ),
)  # fmt: skip


@given(REPORTS | PARSED)
def test_what_is_written_is_read_back(subject):
    again = loads(dumps(subject))
    assert again == subject
    assert repr(again) == repr(subject)  # types and places too


@given(PARSED, st.integers(0, 4))
def test_an_indent_changes_no_value(subject, indent):
    assert json.loads(dumps(subject, indent=indent)) == json.loads(dumps(subject))


@given(PARSED)
def test_a_parsed_report_survives_pickling(subject):
    assert pickle.loads(pickle.dumps(subject)) == subject  # noqa: S301  # our own


@given(REPORTS)
def test_a_cell_is_a_number_under_its_attribute_path(report):
    data = json.loads(dumps(report), parse_float=Decimal)["report"]
    for table in report.tables[:3]:
        for address in addresses(type(table)):
            assert _at(data, address) == value_at(table, address)


def _at(data, address):
    for key in address.split("."):
        data = data[key]
    return data


def test_states_are_told_apart():
    readings = json.loads(dumps(PAGE))["readings"]
    assert readings == {
        "requests.received.natural_person": {
            "state": "stated",
            "value": 0,
            "raw": "0",
            "span": [1, 2],
            "place": {"table": 0, "row": 1, "column": 2},
            "edition": "2021",
        },
        "requests.received.business_enterprise": {"state": "blank", "raw": "", "edition": "2021"},
        "requests.received.research_institution": {"state": "dash", "raw": "—", "edition": "2021"},
        "requests.received.other_organization": {
            "state": "ambiguous",
            "candidates": [{"value": None}, {"value": 1}],
        },
        RECEIVED: {"state": "recovered", "value": 3, "proof": {"identities": ["GD303 requests received"]}},
        "requests.carried_in.total": {"state": "absent"},
    }


@given(st.lists(st.sampled_from('甲\ud800\udbff\\"'), max_size=6).map("".join), st.none() | st.integers(0, 2))
def test_a_surrogate_is_escaped(name, indent):
    text = dumps(Report(agency=name), indent=indent)
    assert text.encode().decode() == text
    assert loads(text) == Report(agency=name)


def test_an_amount_keeps_its_places():
    amounts = Report(
        proactive_disclosure=ProactiveDisclosure2021(administrative_charges=ChargeAmount2021(Decimal("1.50"))),
        other_forms=(ProactiveDisclosure2019(centralized_procurement=Procurement2019(2, Decimal(251000))),),
    )
    text = dumps(amounts)
    assert '"amount_wan_yuan":1.50}' in text
    assert '"total_amount":251000}' in text
    assert repr(loads(text)) == repr(amounts)


def test_the_header_says_what_it_is():
    assert list(json.loads(dumps(PAGE)).items())[:2] == [("govdisclosure", 1), ("type", "parsed")]
    assert list(json.loads(dumps(PAGE.report)).items())[:2] == [("govdisclosure", 1), ("type", "report")]


NOT_OURS = {
    "": ("line 1, column 1", "this is no JSON"),
    '{"govdisclosure":1,': ("line 1, column 20", "this is no JSON"),
    "[]": ("document", "this is no report written by govdisclosure"),
    "{}": ("document", "this is no report written by govdisclosure"),
    '{"govdisclosure":2}': ("govdisclosure", "written in version 2 of the format, 1 is understood"),
    '{"govdisclosure":true}': ("govdisclosure", "written in version True of the format, 1 is understood"),
    '{"govdisclosure":1,"type":"page"}': ("type", "'report' or 'parsed' is expected"),
    '{"govdisclosure":1,"type":["report"]}': ("type", "'report' or 'parsed' is expected"),
    '{"govdisclosure":1,"type":"report"}': ("report", "is missing"),
    '{"govdisclosure":1,"govdisclosure":1}': ("document", "the key 'govdisclosure' stands twice in one object"),
    '{"govdisclosure":NaN}': ("document", "NaN is no number of a report"),
    '{"govdisclosure":-Infinity}': ("document", "-Infinity is no number of a report"),
    '{"govdisclosure":1e99999999999999999999}': ("document", "a number has an exponent out of range"),
    '{"govdisclosure":' + "1" * 5000 + "}": ("document", "a number is too long"),
    "[" * 100_000: ("document", "nested too deeply"),
}


@pytest.mark.parametrize(("text", "complaint"), NOT_OURS.items(), ids=[text[:40] for text in NOT_OURS])
def test_what_is_not_ours_is_refused(text, complaint):
    with pytest.raises(DamagedData) as caught:
        loads(text)
    assert (caught.value.path, caught.value.problem) == complaint


GONE = object()
NO_NUMBER = "a whole number is expected, not "
STATES = "stated, blank, dash, recovered, ambiguous, unreadable, absent"
DAMAGES = [
    ("report.requests.received.total", True, NO_NUMBER + "true or false"),
    ("report.requests.received.total", "3", NO_NUMBER + "text"),
    ("report.requests.received.total", 1.5, NO_NUMBER + "a number with a point or an exponent"),
    ("report.requests.received.total", [], NO_NUMBER + "a list"),
    ("report.requests.received.total", GONE, "is missing"),
    ("report.requests.received.totals", 3, "nothing of this name belongs here"),
    ("report.requests.received", None, "an object is expected, not null"),
    ("report.requests.edition", "2014", "one of 2019, 2021 is expected"),
    ("report.requests.edition", ["2021"], "one of 2019, 2021 is expected"),
    ("report.proactive_disclosure.administrative_charges.amount_wan_yuan", "1", "a number is expected, not text"),
    ("report.published", "20220131", "'20220131' is no date like 2024-01-31"),
    ("report.published", 2022, "a date like 2024-01-31 is expected, not a whole number"),
    ("report.sections", {}, "a list is expected, not an object"),
    ("report.sections.0.kind", "annex", None),
    ("report.sections.0.paragraphs.1", 3, "text is expected, not a whole number"),
    ("readings", [], "an object is expected, not a list"),
    (("readings", "requests.received"), {}, "no form has a cell of this address"),
    (("readings", RECEIVED), 3, "an object is expected, not a whole number"),
    (("readings", RECEIVED, "state"), "empty", f"'empty' is none of {STATES}"),
    (("readings", RECEIVED, "state"), GONE, "is missing"),
    (("readings", RECEIVED, "value"), "3", "a number is expected, not text"),
    (("readings", RECEIVED, "address"), RECEIVED, "nothing of this name belongs here"),
    (("readings", RECEIVED, "span"), [1], "a list of two whole numbers is expected"),
    (("readings", RECEIVED, "span"), [1, True], "a list of two whole numbers is expected"),
    ("findings.0.severity", None, "text is expected, not null"),
    ("findings.0.operands.0.value", {}, "a number is expected, not an object"),
    ("findings.0.stated", False, "a number or text is expected, not true or false"),
    ("source.decoding.contradicted", 1, "true or false is expected, not a whole number"),
    ("source.media", GONE, "is missing"),
    (("readings", RECEIVED, "value"), GONE, "a number goes with the state recovered"),
    (("readings", RECEIVED, "value"), 4, "the report has another number in this cell"),
    (("readings", FIRST, "value"), Decimal("0.5"), "a whole number is expected"),
    (("readings", BLANK, "value"), 3, "no number goes with the state blank"),
    (("readings", OTHER, "candidates"), [{"value": 1.5}], "whole numbers are expected"),
    (("readings", FIRST, "span"), [2, 1], "it lies outside the text"),
    (("readings", FIRST, "span"), [-1, 2], "it lies outside the text"),
    (("readings", FIRST, "span"), [1, 4], "it lies outside the text"),
    (("readings", FIRST, "span"), [0, 1], "another text stands there"),
    (("readings", FIRST, "raw"), GONE, "the text of the span is expected"),
    ("findings.0.span", [3, 4], "it lies outside the text"),
    ("findings.0.operands.0.span", [1, 0], "it lies outside the text"),
    ("facts.0.span", [0, 2], "another text stands there"),
    ("leftovers.0.span", [1, 2], "another text stands there"),
]


def damaged(subject, path, value):
    data = json.loads(dumps(subject))
    *keys, last = path
    place = data
    for key in keys:
        place = place[int(key)] if isinstance(place, list) else place[key]
    if value is GONE:
        del place[last]
    elif isinstance(place, list):
        place[int(last)] = value
    else:
        place[last] = value
    return json.dumps(data, default=float)


@pytest.mark.parametrize(("path", "value", "problem"), DAMAGES)
def test_damage_is_named_with_its_place(path, value, problem):
    sections = (Section("一、总体情况", None, ("甲", "乙")),)
    facts = (Fact("requests.received", 0, Measure.AMOUNT, "件", "0", Span(1, 2)),)
    leftovers = (Leftover("件", Span(2, 3)),)
    subject = evolve(PAGE, report=evolve(PAGE.report, sections=sections), facts=facts, leftovers=leftovers)
    keys = (
        path if isinstance(path, tuple) else ("readings", path[9:]) if path.startswith("readings.") else path.split(".")
    )
    with pytest.raises(DamagedData) as caught:
        loads(damaged(subject, keys, value))
    assert caught.value.path == ".".join(keys)
    assert problem is None or caught.value.problem == problem


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=5,
)


def _paths(data, path=()):
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield (*path, key)
        yield from _paths(value, (*path, key))


@given(PARSED, ANY_JSON, st.data())
def test_any_damage_gives_a_report_or_the_documented_error(subject, value, data):
    path = data.draw(st.sampled_from(list(_paths(json.loads(dumps(subject))))))
    try:
        again = loads(damaged(subject, path, value))
    except DamagedData:
        return
    assert loads(dumps(again)) == again


@given(st.text() | ANY_JSON.map(json.dumps))
def test_any_other_text_is_refused(text):
    with pytest.raises(DamagedData):
        loads(text)


def _nested(depth):
    section = Section("节")
    for _ in range(depth):
        section = Section("节", children=(section,))
    return Report(sections=(section,))


def test_depth_is_bounded():
    deep = _nested(50)
    assert loads(dumps(deep)) == deep
    with pytest.raises(DamagedData, match="document: nested too deeply"):
        dumps(_nested(5000))
    text = dumps(_nested(1))
    inner = text[text.index('{"heading"') : text.index('],"proactive_disclosure"')]
    start, end = inner.split('{"heading":"节","kind":null,"paragraphs":[],"children":[]}')
    with pytest.raises(DamagedData, match="document: nested too deeply"):
        loads(text.replace(inner, start * 2000 + end * 2000))


def test_what_is_no_report_and_no_text_is_refused():
    with pytest.raises(TypeError, match="a Report or a Parsed is written, not NoneType"):
        dumps(None)
    with pytest.raises(TypeError, match=r"text \(str\) is read, not bytes"):
        loads(dumps(PAGE).encode())


def test_what_json_cannot_say_is_refused():
    infinite = Reading(RECEIVED, State.AMBIGUOUS, candidates=(Candidate(Decimal("Infinity")),))
    with pytest.raises(DamagedData, match="document: Infinity is no finite number"):
        dumps(Parsed(PAGE.source, Report(), (infinite,)))
    with pytest.raises(DamagedData, match=f"readings.{RECEIVED}: a second reading of one cell"):
        dumps(Parsed(PAGE.source, Report(), (Reading(RECEIVED, State.BLANK),) * 2))
