"""The prose against the tables: requests, outcomes, cases, documents (GD601 to GD606)."""

from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve, fields

from govdisclosure.catalogue import ARTICLE_50, Header
from govdisclosure.editions.lines import CaseCounts
from govdisclosure.fact import Fact, Measure, Precision
from govdisclosure.finding import Finding, Message, Operand, Severity
from govdisclosure.names import subject_name
from govdisclosure.reading import Number, Reading
from govdisclosure.rules.conventions import (
    ACCEPTED,
    GRANTED,
    GRANTED_IN_PART,
    REQUESTS,
    Convention,
    Ledger,
    known_sum,
)
from govdisclosure.rules.conventions import ANSWERED as ANSWERED_REQUESTS
from govdisclosure.rules.conventions import RECEIVED as RECEIVED_REQUESTS
from govdisclosure.rules.judging import Judgement, judge, total, verdict_of
from govdisclosure.rules.kinds import Case, ReportRule, Rule
from govdisclosure.rules.scopes import Extent, extent
from govdisclosure.states import State

_MESSAGE = Message(
    "正文“{context}”与表格不符：{what}正文为{stated}，表格为{expected}{otherwise}{scope}",
    "the prose (“{context}”) has {stated} for {what}, the table {expected}{otherwise}{scope}",
)
NOTHING = Message("", "")
#: Longer clauses are cut in messages.
LONGEST_CONTEXT = 60


def _header(code: str, name: str, zh: str, en: str) -> Header:
    return Header(code, name, Severity.WARNING, Message(zh, en), _MESSAGE, source=ARTICLE_50)


RECEIVED = _header(
    "GD601",
    "narrative-received",
    "正文中收到申请的件数等于表三的新收数，或等于新收加上年结转",
    "The requests that the prose says were received are the new ones of table three, or these and the ones carried in.",
)
ANSWERED = _header(
    "GD602",
    "narrative-answered",
    "正文中答复、办结的件数等于表三的办理结果总计",
    "The requests that the prose says were answered or closed are the total of the outcomes.",
)
OUTCOMES = _header(
    "GD603",
    "narrative-outcomes",
    "正文中各种办理结果的件数与表三一致",
    "The outcomes that the prose counts are those of table three.",
)
CARRIED = _header(
    "GD604",
    "narrative-carried",
    "正文中上年结转、结转下年度的件数与表三一致",
    "The requests that the prose says were carried in and out are those of table three.",
)
CASES = _header(
    "GD605",
    "narrative-cases",
    "正文中行政复议、行政诉讼的件数和结果与表四一致",
    "The reconsiderations and lawsuits of the prose, and how they ended, are those of table four.",
)
DOCUMENTS = _header(
    "GD606",
    "narrative-documents",
    "正文中制发、废止、现行有效的规章和规范性文件件数与表二一致",
    "The rules and normative documents of the prose are those of table two.",
)

#: What parts may be told of without being parts of less than all requests.
_WHOLES = frozenset({REQUESTS, RECEIVED_REQUESTS, ACCEPTED, ANSWERED_REQUESTS})
#: The columns of table four that say how a case ended, or that it has not.
_RESULTS = frozenset(attribute.name for attribute in fields(CaseCounts)) - {"total"}
#: Which subjects a rule looks at, by the beginning of their names.
_SUBJECTS: dict[str, tuple[str, ...]] = {
    RECEIVED.code: ("requests.received",),
    ANSWERED.code: ("requests.outcomes.total",),
    OUTCOMES.code: ("requests.outcomes.",),
    CARRIED.code: ("requests.carried_in", "requests.carried_out"),
    CASES.code: ("review_and_litigation.",),
    DOCUMENTS.code: ("proactive_disclosure.rules.", "proactive_disclosure.normative_documents."),
}


def rule_of(subject: str) -> str | None:
    """The code of the rule that compares a subject with cells; None where no cell corresponds to it."""
    if subject == REQUESTS:
        return ANSWERED.code
    return next((code for code, names in _SUBJECTS.items() if subject.startswith(names)), None)


def _last_place(value: Number) -> int:
    """What the last figure of a number that is not 0 counts: 100 for 1200."""
    number, place = abs(int(value)), 1
    while number and number % (place * 10) == 0:
        place *= 10
    return place


def bounds(fact: Fact) -> tuple[Number, Number | None]:
    """The least and the greatest number that a figure leaves room for; None for no greatest.

    200余 is 200 to 299, 约 and 近 a tenth more or less, 1.2万 what rounds or is cut to it.
    """
    value = fact.value
    if fact.precision is Precision.MORE_THAN:
        return value, None if "余" not in fact.raw and "多" not in fact.raw else value + _last_place(value)
    if fact.precision is Precision.ABOUT:
        room = max(_last_place(value), int(value * Decimal("0.1")))
        return value - room, value + room
    return (value, value) if fact.resolution <= 1 else (value - fact.resolution / Decimal(2), value + fact.resolution)


def disagrees(fact: Fact, convention: Convention) -> bool:
    """Whether a figure and a sum of cells cannot both be right."""
    low, high = bounds(fact)
    if low == high:
        figure = Reading(fact.subject, State.STATED, fact.value)
        return judge([figure], convention.readings) in {Judgement.BROKEN, Judgement.DOUBTED}
    found = known_sum(convention.readings)
    return found is not None and not is_between(low, found, high)


def is_between(low: Number, value: Number, high: Number | None) -> bool:
    """Whether a number lies between two others, both included; None for no upper one."""
    return low <= value and (high is None or value <= high)


def is_comparable(fact: Fact) -> bool:
    """Whether a figure is a count of the whole.

    Not the share of one office in it (其中市政府受理119件), nor what was carried in from one kind of applicant.
    """
    is_of_all = not fact.part_of or fact.part_of in _WHOLES
    is_of_group = fact.subject.startswith(f"{fact.part_of.rpartition('.')[0]}.")
    return fact.measure is Measure.COUNT and fact.part_of != fact.subject and (is_of_all or is_of_group)


def _is_left_over(fact: Fact, case: Case) -> bool:
    """Whether the prose says that all cases ended in one way and the table has cases that did not."""
    group, _, column = fact.subject.rpartition(".")
    if column not in _RESULTS:
        return False
    totals = [one.value for one in case.facts if one.subject == group == fact.part_of]
    if fact.value not in totals:
        return False
    return any(
        case.value(address) and address.startswith(f"{group}.") and not address.endswith((f".{column}", ".total"))
        for address in case.addresses
    )


def shortened(context: str) -> str:
    """A clause for a message: without line ends and spaces, and not too long."""
    text = "".join(context.split())
    return text if len(text) <= LONGEST_CONTEXT else text[:LONGEST_CONTEXT] + "…"


def figure_of(fact: Fact) -> Operand:
    """A figure of the prose, for a finding."""
    return Operand(fact.subject, fact.value, State.STATED, fact.span)


def _otherwise(conventions: tuple[Convention, ...]) -> Message:
    others = dict.fromkeys(total(convention.readings) for convention in conventions[1:])
    others.pop(total(conventions[0].readings), None)
    listed = "、".join(map(str, others))
    return Message(f"（或{listed}）", f" (or {listed.replace('、', ', ')})") if others else NOTHING


def in_scope(finding: Finding, fact: Fact, agency: str | None) -> Finding:
    """A note instead of a warning where the prose counts another extent than the tables."""
    is_other = extent(fact.scope, agency) is Extent.OTHER
    return evolve(finding, severity=Severity.NOTE) if is_other else finding


def scope_words(fact: Fact, agency: str | None) -> Message:
    """What a message says of another extent."""
    if extent(fact.scope, agency) is not Extent.OTHER:
        return NOTHING
    return Message(f"（正文统计范围为“{fact.scope}”）", f" (the prose counts “{fact.scope}”)")


def contradictions(header: Header, case: Case) -> Iterator[Finding]:
    """A finding for each figure of the rule's subjects that no convention explains."""
    facts = [fact for fact in case.facts if is_comparable(fact) and rule_of(fact.subject) == header.code]
    ledger, agency = Ledger(case), case.report.agency
    seen = set()
    own = {fact.subject for fact in facts if extent(fact.scope, agency) is Extent.SAME}
    for fact in facts:
        reach = extent(fact.scope, agency)
        is_told_apart = reach is Extent.OTHER and fact.subject in own
        if (fact.subject, fact.value) in seen or reach is Extent.FOREIGN or is_told_apart:
            continue
        seen.add((fact.subject, fact.value))
        conventions = ledger.conventions(fact.subject)
        is_wrong = conventions and all(disagrees(fact, convention) for convention in conventions)
        if (is_wrong and not _is_excused(fact, ledger)) or _is_left_over(fact, case):
            yield _finding(header, case, fact, conventions)


def _is_excused(fact: Fact, ledger: Ledger) -> bool:
    """Whether a looser way to count gives the figure.

    予以公开 takes in the answers in part only where the prose does not count them beside it.
    """
    facts = ledger.case.facts
    if fact.subject == GRANTED and any(one.subject == GRANTED_IN_PART and one.part_of == fact.part_of for one in facts):
        return False
    if fact.subject == RECEIVED_REQUESTS and _is_accepted(fact, ledger):
        return True
    low, high = bounds(fact)
    sums = (known_sum(convention.readings) for convention in ledger.loose_conventions(fact.subject))
    return any(found is not None and is_between(low, found, high) for found in sums)


def _is_accepted(fact: Fact, ledger: Ledger) -> bool:
    """Whether the table counts what the prose says was accepted of the requests received."""
    accepted = [one for one in ledger.case.facts if one.subject == ACCEPTED and one.scope == fact.scope]
    ways = ledger.conventions(fact.subject)
    return any(not disagrees(one, way) for one in accepted for way in ways)


def _finding(header: Header, case: Case, fact: Fact, conventions: tuple[Convention, ...]) -> Finding:
    first = conventions[0]
    finding = header.finding(
        verdict=verdict_of(first.readings),
        cells=first.cells,
        stated=fact.value,
        expected=total(first.readings),
        operands=(figure_of(fact), *case.operands(first.cells)),
        span=fact.span,
        subject=case.subject,
        context=shortened(fact.context),
        what=subject_name(fact.subject),
        otherwise=_otherwise(conventions),
        scope=scope_words(fact, case.report.agency),
    )
    return in_scope(finding, fact, case.report.agency)


RULES: tuple[Rule, ...] = tuple(
    ReportRule(header, contradictions) for header in (RECEIVED, ANSWERED, OUTCOMES, CARRIED, CASES, DOCUMENTS)
)
