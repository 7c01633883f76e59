"""How much of a report was read and checked, in figures."""

from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import frozen

from govdisclosure.finding import Finding, Severity
from govdisclosure.parsed import Parsed
from govdisclosure.report import Report
from govdisclosure.rules.cases import Case
from govdisclosure.rules.judging import Judgement
from govdisclosure.states import State


@frozen
class Summary:
    """How much of a report was read and checked. What could not be assessed is counted here, and nowhere else."""

    #: Statutory tables in which at least one cell is there.
    tables: int
    #: Cells of the forms used, by what the source said in them. Of a report written by hand: stated or blank.
    cells: Mapping[State, int]
    #: Sums that the forms prescribe and that hold, blanks taken for 0 where they then do.
    holding: int
    #: Sums that fail whatever the cells without a number hold.
    broken: int
    #: Sums that an operand is missing for: neither passed nor failed.
    not_assessable: int
    #: Findings by severity.
    findings: Mapping[Severity, int]

    @property
    def assessed(self) -> int:
        """Sums that hold or fail."""
        return self.holding + self.broken


def summary(subject: Parsed | Report, findings: Iterable[Finding]) -> Summary:
    """Count what was read of a report, what of it was checked, and what was found.

    Args:
        subject: the report, parsed or written by hand.
        findings: what `check` found in it.
    """
    case = Case.of(subject)
    states = {address: case.reading(address).state for address in case.addresses}
    sums = sum(len(sheet.layout.plans) for sheet in case.sheets.values())
    unmet = Counter(found.judgement is Judgement.OPEN for found in case.unmet)
    severities = Counter(finding.severity for finding in findings)
    counted = Counter(states.values())
    return Summary(
        tables=sum(
            any(states[address] is not State.ABSENT for address in sheet.layout.places) for sheet in case.all_sheets
        ),
        cells={state: counted[state] for state in State},
        holding=sums - unmet.total(),
        broken=unmet[False],
        not_assessable=unmet[True],
        findings={severity: severities[severity] for severity in Severity},
    )
