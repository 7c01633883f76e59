"""Which cells a figure of the prose can mean.

Reports do not agree on what 收到 counts (the new requests, or the new with those carried in), and the editions ask for
different things under like names: a figure has several conventions, each a sum of cells.
"""

from collections.abc import Iterable, Iterator

from attrs import frozen

from govdisclosure.reading import Reading
from govdisclosure.rules.judging import EMPTY
from govdisclosure.rules.kinds import Case

#: Requests without a word on whether they were received or answered: 办理政府信息公开申请20件.
REQUESTS = "requests"
RECEIVED = "requests.received"
#: What the prose counts as accepted, where it is less than what it counts as received.
ACCEPTED = "requests_accepted"
CARRIED_IN = "requests.carried_in"
ANSWERED = "requests.outcomes.total"
GRANTED = "requests.outcomes.granted"
GRANTED_IN_PART = "requests.outcomes.granted_in_part"
#: The outcomes that are answers on the merits; whether 不予处理 and 其他处理 are answers, reports do not agree.
_ANSWERS = (GRANTED, GRANTED_IN_PART, "requests.outcomes.refused", "requests.outcomes.unavailable")

#: What a subject of the prose may mean in the cells of the forms, as sums of addresses, the likeliest first; a subject
#: that is not listed means its own cells.
_MEANINGS: dict[str, tuple[tuple[str, ...], ...]] = {
    REQUESTS: ((ANSWERED,), (RECEIVED,), (RECEIVED, CARRIED_IN)),
    RECEIVED: ((RECEIVED,), (RECEIVED, CARRIED_IN)),
    "requests.outcomes.other": (("requests.outcomes.other",), ("requests.outcomes.other_handling",)),
    **{
        f"proactive_disclosure.{line}.issued": (
            (f"proactive_disclosure.{line}.issued",),
            (f"proactive_disclosure.{line}.newly_made",),
            (f"proactive_disclosure.{line}.newly_disclosed",),
        )
        for line in ("rules", "normative_documents")
    },
    **{
        f"proactive_disclosure.{line}.newly_disclosed": (
            (f"proactive_disclosure.{line}.newly_disclosed",),
            (f"proactive_disclosure.{line}.newly_made",),
            (f"proactive_disclosure.{line}.total_disclosed",),
        )
        for line in ("rules", "normative_documents")
    },
}
#: What a subject may mean as well: accepted where the cells say so, never a reason for doubt where they say nothing.
_LOOSE_MEANINGS: dict[str, tuple[tuple[str, ...], ...]] = {
    ANSWERED: ((*_ANSWERS, "requests.outcomes.not_processed"), _ANSWERS),
    REQUESTS: ((*_ANSWERS, "requests.outcomes.not_processed"), _ANSWERS),
    GRANTED: ((GRANTED, GRANTED_IN_PART),),
}
#: The columns that make up 法人或其他组织; the form prints no sum of them.
_ORGANIZATIONS = (
    "business_enterprise",
    "research_institution",
    "public_interest_organization",
    "legal_service_organization",
    "other_organization",
)


@frozen
class Convention:
    """One way to count: the cells whose sum it is."""

    readings: tuple[Reading, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """The addresses of the cells."""
        return tuple(reading.address for reading in self.readings)


@frozen
class Ledger:
    """The cells of a report, with the empty ones that the identities of the form show to be zeros."""

    case: Case

    def reading(self, address: str) -> Reading:
        """What stands in a cell, a zero for one that is empty and is shown to be one."""
        found = self.case.reading(address)
        return Reading(address, found.state, 0) if address in self.case.zeros else found

    def conventions(self, subject: str) -> tuple[Convention, ...]:
        """Every way to count what a figure of the prose counts, in the cells of the forms that the report uses."""
        return tuple(self._sums(_MEANINGS.get(subject) or _ways(subject)))

    def loose_conventions(self, subject: str) -> tuple[Convention, ...]:
        """Further ways, which excuse a figure where they give it and say nothing otherwise."""
        return tuple(self._sums(_LOOSE_MEANINGS.get(subject, ())))

    def _sums(self, ways: Iterable[tuple[str, ...]]) -> Iterator[Convention]:
        for way in ways:
            parts = [tuple(self._readings(part)) for part in way]
            if all(parts):
                yield Convention(tuple(reading for part in parts for reading in part))

    def _readings(self, subject: str) -> Iterator[Reading]:
        """The cells that make up a subject; none where no form that the report uses has them."""
        if self.case.has(subject):
            yield self.reading(subject)
            return
        if self.case.has(f"{subject}.total"):
            yield from self._line(subject)
            return
        block, _, column = subject.rpartition(".")
        if column == "organizations":
            yield from (self.reading(f"{block}.{name}") for name in _ORGANIZATIONS if self.case.has(f"{block}.{name}"))
            return
        lines = self._lines_in(subject)
        if lines:
            for line in lines:
                yield from self._line(line)
            return
        cells = (f"{line}.{column}" for line in self._lines_in(block))
        yield from (self.reading(cell) for cell in cells if self.case.has(cell))

    def _lines_in(self, block: str) -> list[str]:
        return [line for line in self.case.lines if f"{line}.".startswith(f"{block}.")]

    def _line(self, line: str) -> Iterator[Reading]:
        """The total of a line or, where it is left blank, the cells that it would be the sum of."""
        total = self.reading(f"{line}.total")
        if total.state not in EMPTY or total.value is not None:
            yield total
            return
        yield from (self.reading(address) for address in self.case.lines.get(line, ()) if address != total.address)


def _ways(subject: str) -> tuple[tuple[str, ...], ...]:
    """Its own cells and, for what one kind of applicant asked for, these with what was carried in from it."""
    own = tuple(subject.split("+"))
    line, _, applicant = subject.rpartition(".")
    return (own, (subject, f"{CARRIED_IN}.{applicant}")) if line == RECEIVED else (own,)


def known_sum(readings: Iterable[Reading]) -> int | None:
    """The sum of cells that all have whole numbers; None where one has none."""
    values = [reading.value for reading in readings]
    whole = [int(value) for value in values if value is not None]
    return sum(whole) if len(whole) == len(values) else None
