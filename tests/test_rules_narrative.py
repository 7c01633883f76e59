"""The prose against the tables and against itself: what is found, and what must not be (GD601 to GD608)."""

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from govdisclosure.checking import check
from govdisclosure.finding import Severity, Verdict
from govdisclosure.form import form_of, slots
from govdisclosure.narrative import read_facts
from govdisclosure.reading import Candidate, Reading
from govdisclosure.rules.scopes import Extent, extent
from govdisclosure.states import State
from tests.balanced import balanced_reports, parsed_from, written
from tests.test_narrative import ON_REQUESTS, lines_of, source_of

RECEIVED = "requests.received"
CARRIED_IN = "requests.carried_in"
CARRIED_OUT = "requests.carried_out"
OUTCOMES = "requests.outcomes"
ANSWERED = f"{OUTCOMES}.total"
DOCUMENTS = "proactive_disclosure.normative_documents"
RULES = "proactive_disclosure.rules"
RECONSIDERATION = "review_and_litigation.reconsideration"
DIRECT = "review_and_litigation.litigation.direct"
AFTER = "review_and_litigation.litigation.after_reconsideration"
AGENCY = "甲县人民政府"


def totals(**values):
    """Numbers for cells in the column of totals: ``received=3`` is ``requests.received.total``."""
    return {f"requests.{name.replace('__', '.')}.total": value for name, value in values.items()}


def parsed_with(prose, numbers, edition="2021", agency=AGENCY, readings=()):
    text = ON_REQUESTS + prose
    report = written(numbers, edition, agency=agency, year=2022)
    parsed = parsed_from(report, {reading.address: reading for reading in readings})
    source = source_of(text)
    return evolve(parsed, source=source, facts=read_facts(lines_of(text), source))


def found_in(prose, numbers, **how):
    """Code, what stands there and what was expected, of each finding about the prose."""
    findings = check(parsed_with(prose, numbers, **how), select=["GD6"])
    return [(finding.code, finding.stated, finding.expected) for finding in findings]


REQUESTS = totals(received=713, carried_in=36, outcomes__total=718, carried_out=31)


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("收到政府信息公开申请713件。", []),
        ("收到政府信息公开申请749件（含上年结转36件）。", []),
        ("收到政府信息公开申请712件。", [("GD601", 712, 713)]),
        ("未收到政府信息公开申请。", [("GD601", 0, 713)]),
        ("收到政府信息公开申请700余件。", []),
        ("收到政府信息公开申请800余件。", [("GD601", 800, 713)]),
        ("收到政府信息公开申请约700件。", []),
        ("收到政府信息公开申请近500件。", [("GD601", 500, 713)]),
        ("办结718件，结转下年度继续办理31件。", []),
        ("办结717件，结转下年度继续办理32件。", [("GD602", 717, 718), ("GD604", 32, 31)]),
        ("办理政府信息公开申请749件。", []),
        ("办理政府信息公开申请713件。", []),
        ("办理政府信息公开申请714件。", [("GD602", 714, 718)]),
    ],
)
def test_requests(prose, expected):
    assert found_in(prose, REQUESTS) == expected


def test_the_finding_says_what_stands_where():
    parsed = parsed_with("收到政府信息公开申请3件。", totals(received=2, carried_in=0))
    (finding,) = check(parsed, select=["GD601"])
    assert (finding.name, finding.severity, finding.verdict) == ("narrative-received", Severity.WARNING, Verdict.SOURCE)
    assert finding.cells == ("requests.received.total",)
    assert [(one.address, one.value, one.state) for one in finding.operands] == [
        (RECEIVED, 3, State.STATED),
        ("requests.received.total", 2, State.STATED),
    ]
    assert parsed.source.at(finding.span) == "3件"
    assert (
        finding.message.zh
        == "正文“收到政府信息公开申请3件”与表格不符：“一、本年新收政府信息公开申请数量”正文为3，表格为2"
    )
    assert finding.message.en == "the prose (“收到政府信息公开申请3件”) has 3 for requests.received, the table 2"


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("收到申请140件，有效受理713件。", []),
        ("收到申请140件，有效受理139件。", [("GD601", 140, 713)]),
        ("自然人申请19件（含上年结转3件）。", []),
        ("自然人申请16件。", []),
        ("自然人申请17件。", [("GD601", 17, 16)]),
        ("收到申请713件（上年结转35件）。", [("GD604", 35, 36)]),
        ("网上申请600件（上年结转30件）。", []),
    ],
)
def test_what_was_accepted_or_carried_in_excuses_what_was_received(prose, expected):
    numbers = REQUESTS | {f"{RECEIVED}.natural_person": 16, f"{CARRIED_IN}.natural_person": 3}
    assert found_in(prose, numbers) == expected


@pytest.mark.parametrize(
    ("prose", "codes"),
    [
        ("全市收到政府信息公开申请1,234件，县政府办公室收到713件，答复718件。", []),
        ("全市收到政府信息公开申请1,234件，答复1,200件。", ["GD601", "GD602"]),
    ],
)
def test_another_extent_is_passed_over_where_the_own_is_told_as_well(prose, codes):
    found = check(parsed_with(prose, REQUESTS, agency="甲县人民政府办公室"), select=["GD6"])
    assert [(finding.code, finding.severity) for finding in found] == [(code, Severity.NOTE) for code in codes]


def test_contradictions_of_the_same_numbers_have_different_fingerprints():
    prose = "行政复议2件，行政诉讼2件。行政复议3件，行政诉讼3件。"
    found = check(parsed_with(prose, {}), select=["GD608"])
    assert [(finding.stated, finding.expected) for finding in found] == [(3, 2), (3, 2)]
    assert len({finding.fingerprint for finding in found}) == 2


def test_a_figure_that_is_repeated_is_found_once():
    prose = "收到政府信息公开申请3件。全年共收到政府信息公开申请3件。"
    assert found_in(prose, totals(received=2, carried_in=0)) == [("GD601", 3, 2)]


@pytest.mark.parametrize(
    ("scope", "agency", "expected"),
    [
        ("我局", "甲县林业局", [Severity.WARNING]),
        ("县林业局", "甲县林业局", [Severity.WARNING]),
        ("县政府和县政府办", "甲县人民政府办公室", [Severity.NOTE]),
        ("我县", "甲县林业局", [Severity.NOTE]),
        ("我县", "甲县人民政府", [Severity.WARNING]),
        ("全县", "甲县林业局", [Severity.NOTE]),
        ("全县", "甲县人民政府", [Severity.WARNING]),
        ("县本级", "甲县人民政府", [Severity.NOTE]),
        ("县财政局", "甲县林业局", []),
    ],
)
def test_another_extent_is_a_note_and_somebody_elses_figure_nothing(scope, agency, expected):
    parsed = parsed_with(f"{scope}共收到政府信息公开申请3件。", totals(received=2, carried_in=0), agency=agency)
    assert [finding.severity for finding in check(parsed, select=["GD601"])] == expected


def test_the_part_of_one_office_in_a_total_is_not_compared():
    prose = "全县各级行政机关收到政府信息公开申请713件，其中县政府受理119件。"
    assert found_in(prose, REQUESTS) == []


def test_extents():
    assert extent("本机关", None) is Extent.SAME
    assert extent("县财政局", None) is Extent.OTHER
    assert extent("甲镇政府", "乙县甲镇人民政府") is Extent.SAME
    assert extent("市科委", "甲市科学技术委员会") is Extent.SAME


@pytest.mark.parametrize(
    "reading",
    [
        Reading("requests.received.total", State.UNREADABLE, raw="二"),
        Reading("requests.received.total", State.ABSENT),
        Reading("requests.received.total", State.AMBIGUOUS, candidates=(Candidate(2), Candidate(3))),
    ],
)
def test_a_cell_that_was_not_read_proves_nothing(reading):
    assert found_in("收到政府信息公开申请3件。", totals(carried_in=0), readings=[reading]) == []


def test_an_ambiguous_cell_none_of_whose_candidates_fits_is_a_doubt_of_the_reader():
    reading = Reading("requests.received.total", State.AMBIGUOUS, candidates=(Candidate(2), Candidate(5)))
    parsed = parsed_with("收到政府信息公开申请3件。", totals(carried_in=0), readings=[reading])
    assert [finding.verdict for finding in check(parsed, select=["GD601"])] == [Verdict.READING]


#: A table three whose detail lines leave the total blank, as offices do that fill it in the key lines only.
BLANK_TOTALS = {
    **totals(received=859, carried_in=18, outcomes__total=805, carried_out=72),
    f"{RECEIVED}.natural_person": 821,
    f"{RECEIVED}.business_enterprise": 35,
    f"{RECEIVED}.legal_service_organization": 2,
    f"{RECEIVED}.other_organization": 1,
    f"{CARRIED_IN}.natural_person": 18,
    f"{OUTCOMES}.granted.natural_person": 258,
    f"{OUTCOMES}.granted.business_enterprise": 12,
    f"{OUTCOMES}.granted.legal_service_organization": 1,
    f"{OUTCOMES}.granted.other_organization": 1,
    f"{OUTCOMES}.granted_in_part.natural_person": 3,
    f"{OUTCOMES}.refused.state_secret.natural_person": 35,
    f"{OUTCOMES}.unavailable.not_held.natural_person": 288,
    f"{OUTCOMES}.unavailable.not_held.business_enterprise": 23,
    f"{OUTCOMES}.unavailable.not_held.legal_service_organization": 1,
    f"{OUTCOMES}.unavailable.requires_creation.natural_person": 25,
    f"{OUTCOMES}.not_processed.duplicate.natural_person": 158,
    f"{ANSWERED}.natural_person": 767,
    f"{ANSWERED}.business_enterprise": 35,
    f"{ANSWERED}.legal_service_organization": 2,
    f"{ANSWERED}.other_organization": 1,
    f"{CARRIED_OUT}.natural_person": 72,
}


def test_blank_totals_are_sums_of_their_lines():
    prose = (
        "受理政府信息公开申请859件；答复805件（含上年度结转申请18件，另有72件顺延到下年度答复）。"
        "予以公开及部分公开258件，占33.9%；不予公开35件，占4.34%；因本机关不掌握等原因无法提供265件，占32.9%；"
        "不予处理158件，占19.6%；其他处理0件。"
    )
    assert sorted(found_in(prose, BLANK_TOTALS, edition="2019"), key=str) == [
        ("GD603", 258, 275),
        ("GD603", 265, 337),
        ("GD607", Decimal("32.9"), Decimal("41.9")),
        ("GD607", Decimal("33.9"), Decimal("34.2")),
        ("GD608", 716, 805),
    ]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("予以公开5件、部分公开2件。", []),
        ("予以公开及部分公开7件。", []),
        ("予以公开7件。", []),
        ("予以公开7件，部分公开2件。", [("GD603", 7, 5)]),
        ("共答复11件。", []),
        # without the one that was handled otherwise
        ("共答复10件。", []),
        ("共答复9件。", [("GD602", 9, 11)]),
        ("予以公开5件，不予公开4件。", [("GD603", 4, 3)]),
        ("不予公开3件，其中涉及国家秘密1件，属于四类过程性信息2件。", []),
        ("不予公开3件，其中涉及国家秘密2件。", [("GD603", 2, 1)]),
        ("其他处理1件。", []),
        ("不予公开3件，占30%。", []),
        ("不予公开3件，占27.27%。", []),
        ("不予公开3件，占27.3%。", []),
        ("不予公开3件，占40%。", [("GD607", 40, 27)]),
    ],
)
def test_outcomes(prose, expected):
    numbers = totals(
        received=10,
        carried_in=1,
        outcomes__granted=5,
        outcomes__granted_in_part=2,
        outcomes__refused__state_secret=1,
        outcomes__refused__process_information=2,
        outcomes__other__residual=1,
        outcomes__total=11,
    )
    zeros = {
        slot.address: 0
        for table in map(type, written({}).tables)
        for slot in slots(table)
        if form_of(table).name == "requests" and slot.address not in numbers
    }
    assert found_in(prose, zeros | numbers) == expected


CASES = {
    f"{RECONSIDERATION}.upheld": 5,
    f"{RECONSIDERATION}.corrected": 0,
    f"{RECONSIDERATION}.other_result": 0,
    f"{RECONSIDERATION}.pending": 2,
    f"{RECONSIDERATION}.total": 7,
    f"{DIRECT}.upheld": 8,
    f"{DIRECT}.pending": 1,
    f"{DIRECT}.total": 9,
}


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("行政复议7件，诉讼9件。", []),
        ("行政复议、行政诉讼共计16件。", []),
        ("行政复议、行政诉讼共计15件。", [("GD605", 15, 16)]),
        ("行政复议8件。", [("GD605", 8, 7)]),
        ("未发生行政复议。", [("GD605", 0, 7)]),
        ("行政复议7件，其中维持5件，尚未审结2件。", []),
        ("行政复议7件，其中维持6件。", [("GD605", 6, 5)]),
        ("行政复议7件，诉讼9件，均获维持。", [("GD605", 7, 5), ("GD605", 9, 8)]),
        ("行政诉讼9件，其中未经复议直接起诉9件。", []),
        ("行政诉讼8件。", [("GD605", 8, 9)]),
        # nobody knows what the blank group would hold
        ("行政诉讼10件。", []),
    ],
)
def test_cases(prose, expected):
    assert found_in(prose, CASES) == expected


@pytest.mark.parametrize(
    ("edition", "prose", "expected"),
    [
        ("2021", "制发行政规范性文件6件，废止6件，现行有效49件。", []),
        ("2021", "制发行政规范性文件6件，废止5件，现行有效50件。", [("GD606", 5, 6), ("GD606", 50, 49)]),
        # the form of 2021 does not count what was disclosed
        ("2021", "主动公开行政规范性文件80件。", []),
        ("2019", "主动公开规章13件，规范性文件60件。", []),
        ("2019", "主动公开规范性文件61件。", [("GD606", 61, 60)]),
        ("2019", "制定规范性文件62件。", [("GD606", 62, 60)]),
    ],
)
def test_documents(edition, prose, expected):
    numbers = {
        "2021": {f"{DOCUMENTS}.issued": 6, f"{DOCUMENTS}.repealed": 6, f"{DOCUMENTS}.in_force": 49},
        "2019": {
            f"{RULES}.newly_made": 13,
            f"{RULES}.newly_disclosed": 13,
            f"{RULES}.total_disclosed": 524,
            f"{DOCUMENTS}.newly_made": 60,
            f"{DOCUMENTS}.newly_disclosed": 60,
            f"{DOCUMENTS}.total_disclosed": 368,
        },
    }
    assert found_in(prose, numbers[edition], edition=edition) == expected


def test_the_charges_of_table_two_are_not_the_processing_fee():
    numbers = {"proactive_disclosure.administrative_charges.amount_wan_yuan": 316}
    assert found_in("全年未收取政府信息公开信息处理费。收取信息处理费380元。", numbers) == []


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("收到政府信息公开申请126件，比上年增加14件，增长12.5%。", []),
        ("收到政府信息公开申请126件，比上年增加14件，增长11.1%。", [("GD607", Decimal("11.1"), Decimal("12.5"))]),
        ("收到政府信息公开申请126件，同比下降25%。", []),
        ("收到政府信息公开申请3件，其中当面申请1件，占33.3%，信函申请2件，占66.6%。", []),
        (
            "收到政府信息公开申请1046件，其中网上申请862件，占82.4%；信函申请171件，占16.3%；当面申请13件，占1.3%。",
            [],
        ),
        ("收到政府信息公开申请3件，其中当面申请1件，占33.4%。", [("GD607", Decimal("33.4"), Decimal("33.3"))]),
        ("收到政府信息公开申请3件，其中当面申请1件，邮寄申请1件，电子邮件申请1件。", []),
        ("收到政府信息公开申请3件，其中当面申请1件。", []),
        ("收到政府信息公开申请3件，其中当面申请2件，邮寄申请2件。", [("GD608", 4, 3)]),
        ("收到政府信息公开申请3件，其中自然人申请1件，法人或其他组织申请1件。", [("GD608", 2, 3)]),
        ("收到政府信息公开申请9件，上年结转1件，其中网络申请5件，信函申请5件。", []),
        ("收到政府信息公开申请3件。全年共收到政府信息公开申请4件。", [("GD608", 4, 3)]),
        ("收到政府信息公开申请3件，上年结转1件。全年共收到政府信息公开申请4件。", []),
        ("收到政府信息公开申请15件（含上年结转2件），其中自然人申请11件，法人申请2件。", []),
        ("收到政府信息公开申请10件，其中网上申请7件，其中电子邮件申请5件，信函申请3件。", []),
        ("收到政府信息公开申请20件，受理18件。", []),
        ("我局公开信息20条。通过审计信息专栏公开政府信息16条，网站公开信息12条。", []),
        ("县公安局收到申请3件，县财政局收到申请4件。", []),
    ],
)
def test_the_prose_alone(prose, expected):
    found = [finding for finding in found_in(prose, {}) if finding[0] in {"GD607", "GD608"}]
    assert found == expected


def _sum(report, *prefixes, column="total"):
    return sum(
        value for address, value in report.cells() if address.endswith(f".{column}") and address.startswith(prefixes)
    )


@st.composite
def agreeing_prose(draw, report):
    """Sentences that a careful writer would make of a report."""
    received, carried_in = report.value(f"{RECEIVED}.total"), report.value(f"{CARRIED_IN}.total")
    answered = report.value(f"{ANSWERED}.total")
    verb = draw(st.sampled_from(("收到", "受理", "共接收")))
    opening = draw(
        st.sampled_from(
            (
                f"{verb}政府信息公开申请{received}件，上年结转{carried_in}件",
                f"全县共{verb}依申请公开{received + carried_in:,}件（含上年结转{carried_in}件）",
                f"{verb}政府信息公开申请{received}件",
            )
        )
    )
    names = (
        ("granted", "予以公开"),
        ("granted_in_part", "部分公开"),
        ("refused", "不予公开"),
        ("unavailable", "无法提供"),
    )
    parts = []
    for name, word in (*names, ("not_processed", "不予处理"), ("other", "其他处理")):
        value = _sum(report, f"{OUTCOMES}.{name}.", f"{OUTCOMES}.other_handling." if name == "other" else "—")
        share = f"，占{100 * value / answered:.2f}%" if answered and draw(st.booleans()) else ""
        parts.append(f"{word}{value}件{share}")
    cases = [_sum(report, f"{RECONSIDERATION}."), _sum(report, f"{DIRECT}.", f"{AFTER}.")]
    ending = draw(
        st.sampled_from(
            (
                f"因政府信息公开被申请行政复议{cases[0]}件，被提起行政诉讼{cases[1]}件。",
                f"行政复议、行政诉讼共计{sum(cases)}件。",
            )
        )
    )
    carried = f"结转下年度继续办理{report.value(f'{CARRIED_OUT}.total')}件。"
    return f"{opening}；办结{answered}件。其中，{'；'.join(parts)}。{carried}{ending}"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_prose_that_agrees_with_a_balanced_report_has_no_finding(data):
    report = evolve(data.draw(balanced_reports(data.draw(st.sampled_from(("2019", "2021"))))), agency=AGENCY, year=2022)
    text = ON_REQUESTS + data.draw(agreeing_prose(report))
    source = source_of(text)
    facts = read_facts(lines_of(text), source)
    parsed = evolve(parsed_from(report, {}), source=source, facts=facts)
    assert len(facts) >= 10
    assert check(parsed, select=["GD6"]) == ()


@settings(max_examples=30, deadline=None)
@given(balanced_reports("2021"), st.integers(1, 9))
def test_an_answered_total_that_differs_is_found(report, extra):
    answered = report.value(f"{ANSWERED}.total")
    text = f"{ON_REQUESTS}办结{answered + extra}件。"
    source = source_of(text)
    parsed = evolve(parsed_from(report, {}), source=source, facts=read_facts(lines_of(text), source))
    found = [(finding.code, finding.stated, finding.expected) for finding in check(parsed, select=["GD6"])]
    assert found == [("GD602", answered + extra, answered)]
