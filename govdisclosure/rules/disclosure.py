"""The domains of all cells, and the documents of table two (GD201 to GD203)."""

from collections.abc import Iterator
from itertools import product

from govdisclosure.catalogue import ARTICLE_20, FORMS, Header
from govdisclosure.editions import slot_at
from govdisclosure.finding import Finding, Message, Severity, Verdict
from govdisclosure.names import cell_name
from govdisclosure.rules.bodies import lacks_rule_making_power
from govdisclosure.rules.cases import operand_of
from govdisclosure.rules.judging import total, verdict_of
from govdisclosure.rules.kinds import Case, ReportRule, Rule
from govdisclosure.rules.sheets import cells_of_line, lines_with
from govdisclosure.states import Kind

DOMAIN = Header(
    "GD201",
    "number-out-of-domain",
    Severity.ERROR,
    Message(
        "件数、项数为非负整数，金额不为负；只有本年增/减可以为负",
        "A count is whole and not negative, an amount not negative; a change alone has a sign.",
    ),
    Message("{cell}的数字{stated}不可能：{why}", "{cell} holds {stated}, which cannot be: {why}"),
    source=FORMS,
)
STOCK = Header(
    "GD202",
    "stock-below-new",
    Severity.WARNING,
    Message(
        "现行有效件数不少于本年制发减本年废止，对外公开总数不少于本年新公开",
        "Documents in force are no fewer than those issued less those repealed, all disclosed no fewer than the new.",
    ),
    Message("{cell}为{stated}，至少应为{expected}", "{cell} is {stated}; it cannot be below {expected}"),
    source=ARTICLE_20,
)
RULES_WITHOUT_POWER = Header(
    "GD203",
    "rules-without-power",
    Severity.WARNING,
    Message("没有规章制定权的机关不填报规章", "A body without the power to make rules (规章) does not report any."),
    Message(
        "{agency}没有规章制定权，却填报了规章（{stated}件）", "{agency} cannot make rules, but reports some ({stated})"
    ),
    source="《立法法》第九十一条、第九十三条",
)
#: The line of table two for rules (规章).
RULES_LINE = "proactive_disclosure.rules"
NEGATIVE = Message("不能为负数", "it is negative")


def out_of_domain(header: Header, case: Case) -> Iterator[Finding]:
    """A finding for each number that its cell cannot hold."""
    negative = {
        slot.address: slot
        for sheet in case.all_sheets
        for slot, value in zip(sheet.layout.slots, sheet.numbers, strict=True)
        if value is not None and value < 0 and slot.kind is not Kind.CHANGE
    }
    for address, slot in negative.items():
        operand = case.operand(address)
        yield header.finding(
            verdict=Verdict.SOURCE,
            cells=(address,),
            stated=operand.value,
            operands=(operand,),
            span=operand.span,
            subject=case.subject,
            cell=cell_name(slot),
            why=NEGATIVE,
        )


#: The stock of a line of documents, what came into it this year, and what of that may have left it again.
STOCKS: tuple[tuple[str, ...], ...] = (("in_force", "issued", "repealed"), ("total_disclosed", "newly_disclosed"))


def stock_below_new(header: Header, case: Case) -> Iterator[Finding]:
    """A finding for each stock of documents that is less than what came into it this year and cannot have left it."""
    for sheet, columns in product(case.all_sheets, STOCKS):
        for line in lines_with(sheet.layout, columns):
            readings = [case.reading(f"{line}.{column}") for column in columns]
            if any(reading.value is None for reading in readings):
                continue
            stock, least = total(readings[:1]), total(readings[1:2]) - total(readings[2:])
            if stock < least:
                yield header.finding(
                    verdict=verdict_of(readings),
                    cells=tuple(reading.address for reading in readings),
                    stated=stock,
                    expected=least,
                    operands=tuple(map(operand_of, readings)),
                    span=readings[0].span,
                    subject=case.subject,
                    cell=cell_name(slot_at(readings[0].address)),
                )


def rules_without_power(header: Header, case: Case) -> Iterator[Finding]:
    """One finding for a body that reports rules (规章) though its name says that it cannot make any."""
    agency = case.report.agency
    if agency is None:
        return
    cells = [cell for sheet in case.all_sheets for cell in cells_of_line(sheet.layout, RULES_LINE) if case.value(cell)]
    if not cells or not lacks_rule_making_power(agency):
        return
    readings = [case.reading(cell) for cell in dict.fromkeys(cells)]
    yield header.finding(
        verdict=verdict_of(readings),
        cells=tuple(reading.address for reading in readings),
        stated=max(reading.value for reading in readings if reading.value is not None),
        expected=0,
        operands=tuple(map(operand_of, readings)),
        span=readings[0].span,
        subject=case.subject,
        agency=agency,
    )


RULES: tuple[Rule, ...] = (
    ReportRule(DOMAIN, out_of_domain),
    ReportRule(STOCK, stock_below_new),
    ReportRule(RULES_WITHOUT_POWER, rules_without_power),
)
