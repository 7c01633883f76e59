"""What may stand in a cell, and what the source said there."""

from enum import StrEnum

from attrs import frozen


class Kind(StrEnum):
    """What may stand in a cell."""

    #: A whole number, not negative.
    COUNT = "count"
    #: A whole number with a sign: a change against last year.
    CHANGE = "change"
    #: A decimal amount of money, not negative.
    AMOUNT = "amount"


class State(StrEnum):
    """What the source said in a cell. A number is there for STATED and RECOVERED only."""

    #: The source prints this number in this cell.
    STATED = "stated"
    #: The cell is there and empty.
    BLANK = "blank"
    #: A placeholder: ``/ - — 无 不适用``.
    DASH = "dash"
    #: The source lost the number or its place, and one value alone satisfies every identity of the form.
    RECOVERED = "recovered"
    #: Several values fit; the candidates are listed.
    AMBIGUOUS = "ambiguous"
    #: Text that is no number.
    UNREADABLE = "unreadable"
    #: The form asks for this cell, the document does not have it.
    ABSENT = "absent"

    @property
    def has_number(self) -> bool:
        """Whether a reading in this state carries a number."""
        return self in {State.STATED, State.RECOVERED}


@frozen
class Step:
    """One step of reading a number: what was done, and the text after it."""

    name: str
    text: str
