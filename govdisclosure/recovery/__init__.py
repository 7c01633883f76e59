"""The identities of a form, solved for what the source lost.

``solve(given, budget=...)`` takes a `Given` (the table's class, the stated numbers, the empty cells, the lines whose
numbers lost their places as `Loose` or `Joints`) and returns a `Solution`: an `Outcome` for each cell that it can say
something of. It never changes a printed number and never fills an empty cell.

``locate(values, table)`` names what most likely went wrong where the printed numbers break the identities, as
`govdisclosure.fault.Fault`, the likeliest first.
"""

from govdisclosure.recovery.faults import locate
from govdisclosure.recovery.puzzle import Assumption, Given, Joints, Loose, Outcome, Solution, Token
from govdisclosure.recovery.solving import solve

__all__ = ["Assumption", "Given", "Joints", "Loose", "Outcome", "Solution", "Token", "locate", "solve"]
