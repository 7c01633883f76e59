"""What was read in one cell: the number, how the source printed it, and where."""

from decimal import Decimal

from attrs import field, frozen

from govdisclosure.source import Span
from govdisclosure.states import State, Step

__all__ = ["Candidate", "Number", "Place", "Proof", "Reading", "State", "Step"]

#: A count is an int, an amount a Decimal.
Number = int | Decimal


@frozen
class Place:
    """The place of a cell in a table of the page: table, row and column, each from 0."""

    table: int
    row: int
    column: int


@frozen
class Candidate:
    """A value that a cell may have. None stands for a blank cell."""

    value: Number | None
    #: Why this one, in the order of rank; see the page on recovery.
    reason: str = ""


@frozen
class Proof:
    """Why one value alone is possible."""

    #: The identities that the proof rests on, as ``GD301 requests natural_person``.
    identities: tuple[str, ...]
    #: What was assumed beside them; empty where nothing was.
    assumptions: tuple[str, ...] = ()


@frozen
class Reading:
    """A cell of a statutory form, as the source has it.

    ``source.text[reading.span.start:reading.span.end] == reading.raw`` holds wherever there is a span.
    """

    #: The attribute path of the cell, as ``requests.received.total``.
    address: str
    state: State
    #: The number; None in every state but STATED and RECOVERED.
    value: Number | None = None
    #: The text of the cell; of an ambiguous cell, that of all numbers of its line. None where there is no text.
    raw: str | None = None
    span: Span | None = None
    place: Place | None = None
    #: The unit that the source prints with the number (件, 元, 万元), or None where it prints none.
    unit: str | None = None
    #: What was done to get from ``raw`` to ``value``.
    steps: tuple[Step, ...] = ()
    #: The possible values of an ambiguous cell, the most plausible first.
    candidates: tuple[Candidate, ...] = ()
    proof: Proof | None = None
    #: The edition whose words head the cell in the document; None where the document does not have the cell.
    edition: str | None = None
    #: What else is to be said of the reading.
    notes: tuple[str, ...] = field(default=())
