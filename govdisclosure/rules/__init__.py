"""The rules: one module a family, one tuple of all."""

from operator import attrgetter

from govdisclosure.rules import (
    agencies,
    amounts,
    coherence,
    completeness,
    disclosure,
    faults,
    litigation,
    narrative,
    proportions,
    reading,
    repetition,
    requests,
    timeliness,
    years,
)
from govdisclosure.rules.kinds import Rule

#: Every rule, in the order of the codes.
RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *reading.RULES,
            *disclosure.RULES,
            *amounts.RULES,
            *requests.RULES,
            *faults.RULES,
            *litigation.RULES,
            *years.RULES,
            *narrative.RULES,
            *proportions.RULES,
            *coherence.RULES,
            *completeness.RULES,
            *timeliness.RULES,
            *repetition.RULES,
            *agencies.RULES,
        ),
        key=attrgetter("code"),
    )
)
