"""What the library raises: mistakes of the caller, and input that is no report at all.

A fault of a document that *is* a report is a finding, never an exception.
"""

from enum import StrEnum
from types import UnionType


class GovDisclosureError(Exception):
    """The base of everything this library raises on purpose."""


class DocumentKind(StrEnum):
    """What a document that is no annual report seems to be."""

    EMPTY = "empty"
    PICTURE = "picture"
    BINARY = "binary"
    BLANK_FORM = "blank form"
    PERIODIC_STATISTICS = "periodic statistics"
    LIST_PAGE = "list page"
    ABOUT_A_REPORT = "about a report"
    UNRELATED = "unrelated"


class NotAReport(GovDisclosureError):  # noqa: N818  # the name is promised to users
    """The input is no annual report.

    Attributes:
        kind: what it seems to be.
        evidence: the words of the input that say so, or an empty string.
    """

    def __init__(self, kind: DocumentKind, evidence: str = "") -> None:
        """Keep the objects; the sentence is derived from them."""
        super().__init__(kind, evidence)
        self.kind = kind
        self.evidence = evidence

    def __str__(self) -> str:
        """Say what the input seems to be."""
        shown = f": {self.evidence}" if self.evidence else ""
        return f"not an annual report on open government information, but {self.kind.value}{shown}"


class UndecodableSource(GovDisclosureError):  # noqa: N818  # says what it is
    """No encoding turns these bytes into text.

    Attributes:
        declared: the encoding that the input declares, or None.
    """

    def __init__(self, declared: str | None) -> None:
        """Keep the declared encoding."""
        super().__init__(declared)
        self.declared = declared

    def __str__(self) -> str:
        """Name the declaration, if there is one."""
        return f"these bytes are text in no known encoding (declared: {self.declared or 'nothing'})"


class DamagedData(GovDisclosureError):  # noqa: N818  # says what it is
    """A serialised report that is not ours, or is damaged.

    Attributes:
        path: where in the data, as in ``report.requests.received.total``.
        problem: what is wrong there.
    """

    def __init__(self, path: str, problem: str) -> None:
        """Keep the place and the problem apart."""
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    def __str__(self) -> str:
        """Name the place first."""
        return f"{self.path}: {self.problem}"


class UnknownAddress(GovDisclosureError, KeyError):  # noqa: N818  # says what it is
    """No form has a cell of this address.

    Attributes:
        address: what was asked for.
    """

    def __init__(self, address: str) -> None:
        """Keep the address."""
        super().__init__(address)
        self.address = address

    def __str__(self) -> str:
        """Name the address."""
        return f"no cell of any statutory form has the address {self.address!r}"


class UnknownRule(GovDisclosureError, KeyError):  # noqa: N818  # says what it is
    """No rule has this code, prefix or name.

    Attributes:
        selector: what was asked for.
    """

    def __init__(self, selector: str) -> None:
        """Keep the selector."""
        super().__init__(selector)
        self.selector = selector

    def __str__(self) -> str:
        """Name the selector."""
        return f"no rule has the code, the prefix or the name {self.selector!r}"


def require(given: object, kinds: type | UnionType, what: str) -> None:
    """Refuse what a caller without a type checker may give.

    Args:
        given: the argument.
        kinds: the types that it may have.
        what: what is done with things of these types, to begin the sentence with.

    Raises:
        TypeError: if it has none of them.
    """
    if not isinstance(given, kinds):
        message = f"{what}, not {type(given).__name__}"
        raise TypeError(message)
