"""What the reader notices, and what is noticed of its readings (GD101 to GD112)."""

from collections.abc import Iterator

from govdisclosure.catalogue import BLANKS_FOR_ZEROS, READING, Header
from govdisclosure.finding import Finding, Verdict
from govdisclosure.names import table_name
from govdisclosure.rules.judging import EMPTY
from govdisclosure.rules.kinds import Case, ReportRule, Rule
from govdisclosure.rules.requests import blank_totals
from govdisclosure.rules.sheets import Sheet


def _blank_zeros(case: Case, sheet: Sheet) -> Iterator[str]:
    """The empty cells of a table that its sums leave nothing but 0 for."""
    unmet = {found.identity for found in case.unmet}
    disputed = {cell for found in case.unmet if not found.is_empty for cell in found.identity.cells}
    # Blanks on both sides of a sum may be anything that is the same on both.
    one_sided = (
        plan.identity
        for plan in sheet.layout.plans
        if plan.identity not in unmet and not (None in plan.left(sheet.numbers) and None in plan.right(sheet.numbers))
    )
    zeros = {cell for identity in one_sided for cell in identity.cells}.difference(disputed, blank_totals(case))
    for slot, number in zip(sheet.layout.slots, sheet.numbers, strict=True):
        if number is None and slot.address in zeros and case.reading(slot.address).state in EMPTY:
            yield slot.address


def blanks_for_zeros(header: Header, case: Case) -> Iterator[Finding]:
    """One note for each table that leaves cells blank, or marks them, where the sums say that zeros are meant."""
    for sheet in case.sheets.values():
        cells = tuple(_blank_zeros(case, sheet)) if sheet.has_gaps and sheet.layout.plans else ()
        if not cells:
            continue
        operands = case.operands(cells)
        yield header.finding(
            verdict=Verdict.SOURCE,
            cells=cells,
            operands=operands,
            span=operands[0].span,
            subject=case.subject,
            table=table_name(sheet.layout.slots[0].form),
            count=len(cells),
        )


def _rule(header: Header) -> Rule:
    return ReportRule(header, blanks_for_zeros) if header is BLANKS_FOR_ZEROS else Rule(header)


RULES: tuple[Rule, ...] = tuple(map(_rule, READING))
