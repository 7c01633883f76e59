"""Decisions and money of table two: columns misunderstood, units mistaken (GD204, GD205)."""

from collections.abc import Iterator
from decimal import Decimal

from govdisclosure.catalogue import FORMS, Header
from govdisclosure.editions import slot_at, y2019
from govdisclosure.finding import Finding, Message, Severity
from govdisclosure.form import Slot
from govdisclosure.names import cell_name, joined
from govdisclosure.passage import bare
from govdisclosure.reading import Reading
from govdisclosure.rules.bodies import lacks_rule_making_power
from govdisclosure.rules.cases import operand_of
from govdisclosure.rules.judging import total, verdict_of
from govdisclosure.rules.kinds import Case, ReportRule, Rule
from govdisclosure.rules.sheets import amounts_of, cells_of_line, lines_with

DECISIONS_AS_ITEMS = Header(
    "GD204",
    "decisions-as-items",
    Severity.NOTE,
    Message(
        "处理决定数量不是上一年项目数量加本年增/减",
        "Decisions are counted for themselves, not as last year's items with their change.",
    ),
    Message(
        "{lines}的处理决定数量等于上一年项目数量加本年增/减，可能误解了各列的含义",
        "the decisions of {lines} are last year's items with their change: the columns were probably misunderstood",
    ),
    source=y2019.SOURCE,
    editions=(y2019.EDITION,),
)
MONEY = Header(
    "GD205",
    "money-in-doubt",
    Severity.WARNING,
    Message(
        "收费金额以万元计；采购金额标明单位，并与采购项目数量相符",
        "Charges are in 万元; a procurement amount has a unit and goes with a number of projects.",
    ),
    Message("{cell}的金额{stated}存疑：{why}", "the amount {stated} of {cell} is in doubt: {why}"),
    source=FORMS,
)

PROBABLY_IN_YUAN = Message("过大，可能以元计而非万元", "it is so large that it is probably in yuan, not in 万元")
NO_UNIT = Message("没有注明单位", "no unit is printed with it")
NO_PROJECTS = Message("采购项目数量为0", "there are no projects for it")
NO_MONEY = Message("有采购项目，金额却为0", "there are projects, but no money")

#: Items of last year, their change, decisions: the columns of a line that offices take for one sum.
ITEM_COLUMNS = ("prior_year_items", "item_change", "decisions")
#: Below this, that decisions equal items with their change is as likely chance.
TELLING_DECISIONS = 10
#: Lines that agree before chance is out of the question.
TELLING_LINES = 2

#: From this amount of 万元 (a thousand million yuan), a round number or one of a county's bureau is not credible.
TELLING_AMOUNT = 100_000
ROUND = 1000


def decisions_as_items(header: Header, case: Case) -> Iterator[Finding]:
    """One note for the table whose decisions are last year's items with a change that is not 0."""
    lines = []
    for sheet in case.all_sheets:
        for line in lines_with(sheet.layout, ITEM_COLUMNS):
            readings = [case.reading(f"{line}.{column}") for column in ITEM_COLUMNS]
            if all(reading.value is not None for reading in readings) and readings[1].value:
                lines += [readings] if total(readings[:2]) == readings[2].value else []
    if not lines or (len(lines) < TELLING_LINES and total(lines[0][2:]) < TELLING_DECISIONS):
        return
    readings = [reading for line in lines for reading in line]
    yield header.finding(
        verdict=verdict_of(readings),
        cells=tuple(reading.address for reading in readings),
        operands=tuple(map(operand_of, readings)),
        span=readings[0].span,
        subject=case.subject,
        lines=joined(tuple(_line_name(slot_at(line[2].address)) for line in lines)),
    )


def _line_name(slot: Slot) -> Message:
    return Message(f"“{slot.row_label}”", slot.line)


def _doubt_of_charge(case: Case, reading: Reading, amount: Decimal) -> Message | None:
    """Why an amount in a cell that the form has in 万元 is not credible; None if it is."""
    # The heading prints 万元 in every report; whoever prints it with the number as well means it.
    is_meant = reading.raw is not None and "元" in bare(reading.raw)
    if is_meant or amount < TELLING_AMOUNT or amount % 1:
        return None
    is_low = case.report.agency is not None and lacks_rule_making_power(case.report.agency)
    return PROBABLY_IN_YUAN if is_low or not amount % ROUND else None


def _doubt_of_procurement(case: Case, reading: Reading, amount: Decimal) -> Message | None:
    """Why an amount in a cell whose unit the form does not print is in doubt; None if it is not."""
    count = case.value(f"{reading.address.rpartition('.')[0]}.project_count")
    if count is not None and not count and amount:
        return NO_PROJECTS
    if count and not amount:
        return NO_MONEY
    return NO_UNIT if amount and case.parsed is not None and reading.unit is None else None


def money_in_doubt(header: Header, case: Case) -> Iterator[Finding]:
    """A finding for each amount whose unit is missing or probably wrong, or that goes with no project."""
    for layout, slot in [(sheet.layout, slot) for sheet in case.all_sheets for slot in amounts_of(sheet.layout)]:
        reading = case.reading(slot.address)
        if reading.value is None or reading.value < 0:
            continue
        doubt_of = _doubt_of_charge if slot.unit else _doubt_of_procurement
        why = doubt_of(case, reading, Decimal(reading.value))
        if why is not None:
            line = cells_of_line(layout, slot.line)
            yield header.finding(
                verdict=verdict_of(map(case.reading, line)),
                cells=line,
                stated=reading.value,
                operands=case.operands(line),
                span=reading.span,
                subject=case.subject,
                cell=cell_name(slot),
                why=why,
            )


RULES: tuple[Rule, ...] = (
    ReportRule(DECISIONS_AS_ITEMS, decisions_as_items),
    ReportRule(MONEY, money_in_doubt),
)
