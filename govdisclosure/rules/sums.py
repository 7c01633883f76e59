"""What the rules on sums share: findings of the identities that a report breaks."""

from collections.abc import Iterator

from attrs import evolve

from govdisclosure.catalogue import Header
from govdisclosure.editions import slot_at
from govdisclosure.finding import Finding, Message, Verdict
from govdisclosure.identities import Axis
from govdisclosure.rules.cases import Case
from govdisclosure.rules.judging import Judgement
from govdisclosure.rules.sheets import Judged

#: What a sum is called that has cells without a number among its parts.
AT_LEAST = Message("至少", "at least ")
EXACTLY = Message("", "")


#: What is said of a sum that an operand is missing for.
UNASSESSED = Message(
    "“{scope}”无法核对：{count}个单元格没有数字", "“{scope}” cannot be assessed; cells without a number: {count}"
)


def broken_sums(header: Header, case: Case) -> Iterator[Finding]:
    """A finding for each identity of the header's code that is broken."""
    for found in case.unmet:
        if found.identity.code == header.code and found.judgement is not Judgement.OPEN:
            verdict = Verdict.SOURCE if found.judgement is Judgement.BROKEN else Verdict.READING
            yield _finding(header, verdict, case, found)


def unassessed_sums(header: Header, case: Case) -> Iterator[Finding]:
    """A finding for each identity of the header's code that an operand is missing for."""
    header = evolve(header, message=UNASSESSED)
    for found in case.unmet:
        if found.identity.code == header.code and found.judgement is Judgement.OPEN:
            yield _finding(header, Verdict.NOT_ASSESSABLE, case, found)


def _finding(header: Header, verdict: Verdict, case: Case, found: Judged) -> Finding:
    identity = found.identity
    operands = case.operands(identity.cells)
    slot = slot_at(identity.left[0])
    line = Message(slot.row_label, identity.scope)
    column = Message(slot.column.label, identity.scope)
    return header.finding(
        verdict=verdict,
        cells=identity.cells,
        stated=found.left,
        expected=None if verdict is Verdict.NOT_ASSESSABLE else found.right,
        operands=operands,
        span=next((operand.span for operand in operands if operand.span is not None), None),
        subject=case.subject,
        line=line,
        column=column,
        scope=line if identity.axis is Axis.LINE else column,
        count=sum(operand.value is None for operand in operands),
        floor=AT_LEAST if found.left_at_least else EXACTLY,
        bound=AT_LEAST if found.right_at_least else EXACTLY,
    )
