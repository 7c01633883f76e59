"""What the rules on sums share: findings of the identities that a report breaks."""

from collections.abc import Iterator

from govdisclosure.catalogue import Header
from govdisclosure.editions import slot_at
from govdisclosure.finding import Finding, Message, Verdict
from govdisclosure.rules.cases import Case
from govdisclosure.rules.judging import Judgement
from govdisclosure.rules.sheets import Judged

#: What a sum is called that has cells without a number among its parts.
AT_LEAST = Message("至少", "at least ")
EXACTLY = Message("", "")


def broken_sums(header: Header, case: Case) -> Iterator[Finding]:
    """A finding for each identity of the header's code that is broken."""
    for found in case.unmet:
        if found.identity.code == header.code and found.judgement is not Judgement.OPEN:
            yield _finding(header, case, found)


def _finding(header: Header, case: Case, found: Judged) -> Finding:
    identity = found.identity
    operands = case.operands(identity.cells)
    slot = slot_at(identity.left[0])
    return header.finding(
        verdict=Verdict.SOURCE if found.judgement is Judgement.BROKEN else Verdict.READING,
        cells=identity.cells,
        stated=found.left,
        expected=found.right,
        operands=operands,
        span=next((operand.span for operand in operands if operand.span is not None), None),
        subject=case.subject,
        line=Message(slot.row_label, identity.scope),
        column=Message(slot.column.label, identity.scope),
        bound=AT_LEAST if found.at_least else EXACTLY,
    )
