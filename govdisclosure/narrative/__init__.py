"""The figures of the prose: what is counted, how many, and where it stands."""

from govdisclosure.narrative.facts import read_facts
from govdisclosure.narrative.wordings import SUBJECTS

__all__ = ["SUBJECTS", "read_facts"]
