"""The figures of the prose: what is counted, how many, and where it stands."""

from govdisclosure.narrative.facts import read_facts

__all__ = ["read_facts"]
