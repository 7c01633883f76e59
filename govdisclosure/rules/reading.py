"""What the reader notices, and what is noticed of its readings (GD101 to GD112)."""

from govdisclosure.catalogue import READING
from govdisclosure.rules.kinds import Rule

RULES: tuple[Rule, ...] = tuple(Rule(header) for header in READING)
