"""The rules: one module a family, one tuple of all."""

from govdisclosure.rules import amounts, disclosure, litigation, reading, requests
from govdisclosure.rules.kinds import Rule

#: Every rule, in the order of the codes.
RULES: tuple[Rule, ...] = (
    *reading.RULES,
    *disclosure.RULES,
    *amounts.RULES,
    *requests.RULES,
    *litigation.RULES,
)
