"""Between agencies: a consolidated report and those of the bodies that it takes in (GD801)."""

from collections.abc import Iterator

from govdisclosure.catalogue import Header
from govdisclosure.finding import Finding, Message, Operand, Severity, Verdict
from govdisclosure.names import cell_name
from govdisclosure.reading import Reading
from govdisclosure.rules.cases import operand_of
from govdisclosure.rules.judging import Judgement, judge, total
from govdisclosure.rules.kinds import Case, Members, MembersRule, Rule
from govdisclosure.rules.sums import AT_LEAST, EXACTLY
from govdisclosure.states import State

CONSOLIDATED = Header(
    "GD801",
    "consolidated",
    Severity.WARNING,
    Message(
        "汇总报告的数字等于所属各单位报告之和；所属单位不全时不小于其和",
        "A number of a consolidated report is the sum of its members'; where members are missing, it is no less.",
    ),
    Message(
        "汇总报告{cell}为{stated}，所属各单位之和为{bound}{expected}",
        "{cell} of the consolidated report is {stated}, the sum of its members' {bound}{expected}",
    ),
)


def consolidated(header: Header, parent: Case, members: Members) -> Iterator[Finding]:
    """A finding for each cell of the consolidated report that its members' sum contradicts.

    A member whose form has no such cell, or that has no number in it, may have any number from 0.
    """
    slots = {slot.address: slot for sheet in parent.all_sheets for slot in sheet.layout.slots}
    for slot in slots.values():
        ours = parent.reading(slot.address)
        theirs = [member.reading(slot.address) for member in members.cases]
        if (ours.value is None and not ours.candidates) or all(reading.value is None for reading in theirs):
            continue
        if not members.is_complete:
            theirs.append(Reading(slot.address, State.ABSENT))
        judgement = judge([ours], theirs)
        if judgement is None or judgement is Judgement.OPEN:
            continue
        yield header.finding(
            verdict=Verdict.SOURCE if judgement is Judgement.BROKEN else Verdict.READING,
            cells=(slot.address,),
            stated=ours.value,
            expected=total(theirs),
            operands=(operand_of(ours), *_operands(slot.address, members)),
            span=ours.span,
            subject=parent.subject,
            cell=cell_name(slot),
            bound=EXACTLY if all(reading.value is not None for reading in theirs) else AT_LEAST,
        )


def _operands(address: str, members: Members) -> Iterator[Operand]:
    for number, member in enumerate(members.cases, start=1):
        yield operand_of(member.reading(address), member.subject or f"{number}")


RULES: tuple[Rule, ...] = (MembersRule(CONSOLIDATED, consolidated),)
