from decimal import Decimal

from govdisclosure.finding import Finding, Message, Operand, Severity, Verdict
from govdisclosure.parsed import Parsed
from govdisclosure.reading import Candidate, Reading
from govdisclosure.report import Report
from govdisclosure.source import DecodedBy, Decoding, Media, Source, Span
from govdisclosure.states import State
from govdisclosure.writers.check_text import Examined, check_text, series_text

TEXT = "一、总体情况\n全年收到申请12件，" + "其余情况见下列各表所列的数字和说明，" * 4 + "上年结转3件。\n12 - 3"
LINE = "requests.received"
OPERANDS = (
    Operand(f"{LINE}.total", 12, State.STATED),
    Operand(f"{LINE}.natural_person", 0, State.STATED),
    Operand(f"{LINE}.business_enterprise", None, State.BLANK),
    Operand(f"{LINE}.research_institution", None, State.DASH),
    Operand(f"{LINE}.public_interest_organization", None, State.AMBIGUOUS),
    Operand(f"{LINE}.legal_service_organization", None, State.ABSENT),
    Operand(f"{LINE}.other_organization", 12, State.RECOVERED),
)


def finding(code="GD900", operands=(), span=None, **more):
    return Finding(
        code,
        "name",
        Severity.WARNING,
        more.pop("verdict", Verdict.SOURCE),
        Message("说明", "message"),
        operands=operands,
        span=span,
        **more,
    )


def shown(*findings, language="en"):
    readings = (Reading(f"{LINE}.public_interest_organization", State.AMBIGUOUS, candidates=(Candidate(0),)),)
    parsed = Parsed(Source(TEXT, Media.TEXT, Decoding(None, None, DecodedBy.CALLER)), Report(year=2022), readings)
    examined = Examined(
        file="a.txt",
        subject=parsed,
        findings=findings,
        suppressed=1,
        cells={State.STATED: 3, State.BLANK: 0, State.AMBIGUOUS: 1},
        holding=1,
        broken=0,
        not_assessable=2,
    )
    return check_text(examined, language)


def test_states_are_told_apart_where_operands_are_shown():
    assert shown(finding(operands=OPERANDS)) == (
        "a.txt  2022\n"
        "  GD900  warning  message\n"
        "          requests.received.total  12\n"
        "          requests.received.natural_person  0\n"
        "          requests.received.business_enterprise  (blank)\n"
        "          requests.received.research_institution  (dash)\n"
        "          requests.received.public_interest_organization  (ambiguous)\n"
        "          requests.received.legal_service_organization  (absent)\n"
        "          requests.received.other_organization  12 (recovered)\n"
        "  4 cells: 3 stated, 1 ambiguous; sums: 1 hold, 0 fail, 2 not assessable; findings: 1 warning (1 known)\n"
    )


def test_a_sum_shows_its_terms_and_counts_what_adds_nothing():
    cells = (f"{LINE}.total", *(operand.address for operand in OPERANDS[1:]))
    lines = shown(finding("GD303", OPERANDS, cells=cells, verdict=Verdict.READING), language="zh").splitlines()
    assert lines[1:4] == [
        "  GD303  警告  说明 [读取存疑]",
        "          总计 12",
        "          其他 12（推定） + 0 ×1、（空白） ×1、（划线） ×1、（两可） ×1、（缺失） ×1 ≥ 12",
    ]


def test_figures_of_the_prose_are_not_taken_for_cells():
    operands = (
        Operand(f"{LINE}.total", 12, State.STATED, Span(13, 15)),
        Operand("processing_fee", Decimal("2.5E+2"), State.STATED, Span(1, 2)),
    )
    lines = shown(finding(operands=operands)).splitlines()
    assert lines[2:4] == [
        "          the prose, requests.received.total  12",
        "          the prose, processing_fee  250",
    ]


def test_a_figure_of_the_prose_is_shown_as_printed_and_by_the_labels_of_the_form():
    start = TEXT.index("12件")
    operands = (
        Operand(LINE, 12, State.STATED, Span(start, start + 3)),
        Operand("requests_by_channel.online", 3, State.STATED, Span(start, start + 8)),
    )
    lines = shown(finding(operands=operands), language="zh").splitlines()
    assert lines[2:4] == [
        "          正文中的“一、本年新收政府信息公开申请数量”  12件",
        "          正文中的“网上申请”  3",
    ]


def test_the_place_is_quoted_from_where_it_begins():
    lines = shown(finding(span=Span(0, 1)), finding(span=Span(TEXT.index("上年结转"), len(TEXT)))).splitlines()
    assert lines[2] == "          line 1: 一、总体情况"
    assert lines[4] == "          line 2: …列的数字和说明，上年结转3件。"


def test_an_operand_of_another_report_names_the_report():
    ours = Operand("requests.carried_in.total", 3, State.STATED)
    theirs = Operand("requests.carried_out.total", 4, State.STATED, owner="2021")
    lines = series_text([("b.txt", finding(operands=(ours, theirs)))], "en").splitlines()
    assert [line.strip() for line in lines[2:4]] == [
        "requests.carried_in.total  3",
        "2021: requests.carried_out.total  4",
    ]


def test_findings_between_years_name_file_and_subject():
    assert series_text([], "zh") == ""
    assert series_text([("b.txt", finding(subject="某局 2023"))], "zh") == (
        "各年度之间\n  GD900  警告  说明\n          b.txt  某局 2023\n"
    )
