"""What was noticed: one type for the reader and the checker."""

from enum import StrEnum
from hashlib import sha256

from attrs import field, frozen

from govdisclosure.reading import Number
from govdisclosure.source import Span
from govdisclosure.states import State


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Verdict(StrEnum):
    """Whom a finding speaks of."""

    #: The document contradicts itself or the law.
    SOURCE = "source"
    #: The reader is not sure.
    READING = "reading"
    #: An operand is missing.
    NOT_ASSESSABLE = "not_assessable"


@frozen
class Message:
    """One sentence in Chinese and in English."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """The sentence in ``"zh"`` or, for any other language, in English."""
        return self.zh if language == "zh" else self.en


@frozen
class Operand:
    """A cell or a figure of the prose that a finding speaks of, as it was when the finding was made."""

    #: The address of the cell; for a figure of the prose, the name of what it counts.
    address: str
    value: Number | None
    state: State
    span: Span | None = None
    #: Whose report it stands in, where that is not the report that the finding is about: agency, year or both.
    owner: str = ""


@frozen
class Finding:
    """One thing noticed in a report."""

    #: Never reused, never changed in meaning.
    code: str
    name: str
    severity: Severity
    verdict: Verdict
    message: Message
    #: The addresses of the cells that it is about, in print order.
    cells: tuple[str, ...] = ()
    #: The number or the words that stand there; None where nothing does.
    stated: Number | str | None = None
    #: The number or the words that were expected; None where nothing in particular was.
    expected: Number | str | None = None
    operands: tuple[Operand, ...] = ()
    #: Where it stands in the source; None for a report written by hand.
    span: Span | None = None
    #: Whose report it is: agency and year, as far as they are known.
    subject: str = ""
    #: Addresses of the cells that most likely caused it, the likeliest first.
    culprits: tuple[str, ...] = field(default=())

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that are the same whenever the same fault is found again.

        Made of code, report, cells, what else it rests on, and figures; where it stands and how it is worded do not
        count.
        """
        rests_on = (f"{operand.owner}:{operand.address}" for operand in self.operands)
        parts = (self.code, self.subject, *self.cells, *rests_on, f"{self.stated}", f"{self.expected}")
        return sha256("\x1f".join(parts).encode()).hexdigest()[:16]
