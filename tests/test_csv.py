import csv
import io
from decimal import Decimal

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.editions.lines import CaseCounts
from govdisclosure.editions.y2019 import ProactiveDisclosure2019, Procurement2019
from govdisclosure.editions.y2021 import Litigation2021, ReviewAndLitigation2021
from govdisclosure.form import slots
from govdisclosure.parsed import Parsed
from govdisclosure.reading import Reading
from govdisclosure.report import Report
from govdisclosure.source import DecodedBy, Decoding, Media, Source
from govdisclosure.states import State
from govdisclosure.writers.table_rows import rows, write_csv
from tests.strategies import PARSED, REPORTS

HEADER = "file,agency,year,edition,address,table,row,column,unit,value,state,raw"
NOWHERE = Source("", Media.TEXT, Decoding(None, None, DecodedBy.CALLER))


def csv_of(subject, file=""):
    to = io.StringIO()
    write_csv(rows(subject, file), to)
    return to.getvalue()


def records(subject):
    return list(csv.DictReader(io.StringIO(csv_of(subject), newline="")))


def test_each_cell_is_a_row_in_the_forms_own_words():
    report = Report(
        agency="某市某局",
        year=2022,
        review_and_litigation=ReviewAndLitigation2021(litigation=Litigation2021(direct=CaseCounts(upheld=2, total=0))),
    )
    lines = csv_of(report, "page.html").split("\n")
    assert lines[0] == HEADER
    assert len(lines) == 202  # the header, 200 cells, and nothing after the last line feed
    start = "page.html,某市某局,2022,2021,proactive_disclosure"
    assert lines[6:8] == [
        f"{start}.normative_documents.in_force,二,行政规范性文件,现行有效件数,件,,absent,",
        f"{start}.administrative_licensing.decisions,二,行政许可,本年处理决定数量,件,,absent,",
    ]
    assert [line.split(",", 4)[4] for line in lines[-11:-5]] == [
        "review_and_litigation.litigation.direct.upheld,四,行政诉讼/未经复议直接起诉,结果维持,件,2,stated,",
        "review_and_litigation.litigation.direct.corrected,四,行政诉讼/未经复议直接起诉,结果纠正,件,,absent,",
        "review_and_litigation.litigation.direct.other_result,四,行政诉讼/未经复议直接起诉,其他结果,件,,absent,",
        "review_and_litigation.litigation.direct.pending,四,行政诉讼/未经复议直接起诉,尚未审结,件,,absent,",
        "review_and_litigation.litigation.direct.total,四,行政诉讼/未经复议直接起诉,总计,件,0,stated,",
        "review_and_litigation.litigation.after_reconsideration.upheld,四,行政诉讼/复议后起诉,结果维持,件,,absent,",
    ]


def test_what_the_source_prints_goes_before_what_the_form_prints():
    amount = "proactive_disclosure.centralized_procurement.total_amount"
    table = ProactiveDisclosure2019(centralized_procurement=Procurement2019(6, Decimal(251000)))
    readings = (Reading(amount, State.STATED, Decimal(251000), "251000元", unit="元", edition="2019"),)
    [row] = [
        row for row in records(Parsed(NOWHERE, Report(proactive_disclosure=table), readings)) if row["unit"] == "元"
    ]
    assert row == {
        "file": "",
        "agency": "",
        "year": "",
        "edition": "2019",
        "address": amount,
        "table": "二",
        "row": "政府集中采购",
        "column": "采购总金额",
        "unit": "元",
        "value": "251000",
        "state": "stated",
        "raw": "251000元",
    }


def test_a_cell_of_two_forms_is_one_row_of_the_form_on_which_it_was_read():
    licensing = "proactive_disclosure.administrative_licensing.decisions"
    penalty = "proactive_disclosure.administrative_penalty.decisions"
    parsed = Parsed(
        NOWHERE,
        Report(other_forms=(ProactiveDisclosure2019(),)),
        (Reading(licensing, State.STATED, 3, "3", edition="2019"), Reading(penalty, State.BLANK, edition="2021")),
    )
    found = records(parsed)
    assert len({row["address"] for row in found}) == len(found) == 200 + 19
    shown = {row["address"]: (row["edition"], row["column"], row["value"], row["state"]) for row in found}
    assert shown[licensing] == ("2019", "处理决定数量", "3", "stated")
    assert shown[penalty] == ("2021", "本年处理决定数量", "", "blank")
    assert shown["proactive_disclosure.rules.newly_made"] == ("2019", "本年新制作数量", "", "absent")


@given(REPORTS | PARSED)
def test_every_cell_of_every_form_in_use_has_a_row(subject):
    report = subject.report if isinstance(subject, Parsed) else subject
    found = list(rows(subject))
    in_use = dict.fromkeys(slot.address for table in report.tables for slot in slots(type(table)))
    assert [row.address for row in found] == list(in_use)
    if isinstance(subject, Report):
        assert {row.address: row.value for row in found} == dict(report.cells())
        assert all((row.state is State.STATED) == (row.value is not None) for row in found)
    else:
        assert all(row.state is subject[row.address].state for row in found)


@given(PARSED, st.text())
def test_text_and_numbers_come_back_from_csv(parsed, agency):
    parsed = evolve(parsed, report=evolve(parsed.report, agency=agency))
    for row, record in zip(rows(parsed), records(parsed), strict=True):
        assert record["raw"] == (row.raw or "")
        assert record["agency"] == agency
        assert record["state"] == row.state.value
        assert (Decimal(record["value"]) if record["value"] else None) == row.value
        assert set(record["value"]) <= set("-.0123456789")


def test_states_without_a_number_are_told_apart():
    cells = {
        "requests.received.natural_person": State.BLANK,
        "requests.received.business_enterprise": State.DASH,
        "requests.received.research_institution": State.AMBIGUOUS,
        "requests.received.public_interest_organization": State.UNREADABLE,
        "requests.received.legal_service_organization": State.ABSENT,
    }
    parsed = Parsed(NOWHERE, Report(), tuple(Reading(address, state) for address, state in cells.items()))
    found = {row["address"]: (row["value"], row["state"]) for row in records(parsed)}
    assert {address: found[address] for address in cells} == {
        address: ("", state.value) for address, state in cells.items()
    }
