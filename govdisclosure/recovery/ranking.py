"""How plausible it is that a number, a zero or a gap stands in a cell.

Where several placements satisfy every identity, they are weighed, and the candidates of a cell are ranked by the weight
of the placements that have them. The weight of a placement is the product over its cells of what follows:

1. A number above zero weighs by how often its column holds one: natural persons make most requests, 总计 has a number
   wherever its line has one.
2. A gap in 自然人 or 总计 weighs half: agencies that leave zeros blank still begin and close the line.
3. Everything else weighs the same, so that the more placements agree on a candidate, the higher it ranks.
"""

from collections.abc import Mapping
from types import MappingProxyType

#: The odds that a column holds a number above zero, by attribute of the form.
ODDS: Mapping[str, float] = MappingProxyType(
    {
        "natural_person": 1.0,
        "business_enterprise": 0.2,
        "research_institution": 0.1,
        "public_interest_organization": 0.1,
        "legal_service_organization": 0.1,
        "other_organization": 0.1,
        "upheld": 0.5,
        "corrected": 0.3,
        "other_result": 0.3,
        "pending": 0.4,
        "total": 1.0,
    }
)
#: The columns that are rarely left blank.
KEPT = frozenset({"natural_person", "total"})
GAP_IN_KEPT = 0.5


def number_weight(column: str) -> float:
    """The weight of a printed number above zero in a column."""
    return ODDS.get(column, 1.0)


def gap_weight(column: str) -> float:
    """The weight of a gap in a column."""
    return GAP_IN_KEPT if column in KEPT else 1.0
