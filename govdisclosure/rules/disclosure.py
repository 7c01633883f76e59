"""Table two and the domains of all cells (GD201 to GD205)."""

from collections.abc import Iterator

from govdisclosure.catalogue import FORMS, Header, cell_name
from govdisclosure.editions import slot_at
from govdisclosure.finding import Finding, Message, Severity, Verdict
from govdisclosure.reading import Number
from govdisclosure.rules.kinds import Case, ReportRule, Rule
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
NEGATIVE = Message("不能为负数", "it is negative")
NOT_WHOLE = Message("应为整数", "it is not whole")


def _objection(value: Number, kind: Kind) -> Message | None:
    if value < 0 and kind is not Kind.CHANGE:
        return NEGATIVE
    if kind is not Kind.AMOUNT and value % 1:
        return NOT_WHOLE
    return None


def out_of_domain(header: Header, case: Case) -> Iterator[Finding]:
    """A finding for each number that its cell cannot hold."""
    for sheet in case.sheets.values():
        for address, value in zip(sheet.layout.addresses, sheet.numbers, strict=True):
            if value is None or (type(value) is int and value >= 0):
                continue
            slot = slot_at(address)
            why = _objection(value, slot.kind)
            if why is not None:
                operand = case.operand(address)
                yield header.finding(
                    verdict=Verdict.SOURCE,
                    cells=(address,),
                    stated=value,
                    operands=(operand,),
                    span=operand.span,
                    subject=case.subject,
                    cell=cell_name(slot),
                    why=why,
                )


RULES: tuple[Rule, ...] = (ReportRule(DOMAIN, out_of_domain),)
